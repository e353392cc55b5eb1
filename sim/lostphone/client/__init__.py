"""Clients: the systems under test, the port they are reached through, and protocol 1.

The reference client, its mutants and the adapters of real programs are clients like any other.
"""
