"""Base: the clock, randomness, secrets, the trace and other primitives that every floor uses."""
