"""The explorer: random histories with faults, and the shortest story that breaks a client."""
