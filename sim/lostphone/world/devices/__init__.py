"""Devices: what a person carries, and what the platform on it offers to apps."""
