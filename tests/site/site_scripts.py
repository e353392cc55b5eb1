"""Reads what the scripts of the site hold."""

import json


def value(made: bytes) -> object:
    """The value that a data script assigns."""
    _strict, _, assigned = made.decode().partition("\n")
    return json.loads(assigned.partition(" = ")[2].rstrip(";\n"))
