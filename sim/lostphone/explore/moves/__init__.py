"""Moves: what people, clouds and faults may do next. A file a theme; a move is a few actions, or none now.

>>> sorted(moves())[:3]
['accounts', 'attestation', 'backup']
"""

from __future__ import annotations

import importlib
from functools import cache

from lostphone.explore.moves.move import MOVES, Move

__all__ = ["Move", "moves"]

_ROOMS = (
    "accounts",
    "codes",
    "backup",
    "losses",
    "twins",
    "phones",
    "time",
    "passkeys",
    "passwords",
    "work",
    "clouds",
    "faults",
)


@cache
def moves() -> dict[str, tuple[Move, ...]]:
    """The moves by theme, each as often as its weight says."""
    for room in _ROOMS:
        importlib.import_module(f"lostphone.explore.moves.{room}")
    return {
        theme: tuple(found for found, weight in weighted for _ in range(weight))
        for theme, weighted in MOVES.items()
    }
