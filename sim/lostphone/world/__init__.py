"""The world: everything that exists in one simulation, and the clock it all runs on."""
