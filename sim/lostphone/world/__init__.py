"""The world: devices, people, clouds, identity services, the network, and the clock of one simulation."""
