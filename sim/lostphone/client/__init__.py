"""Clients: the systems under test, and the port they are reached through."""
