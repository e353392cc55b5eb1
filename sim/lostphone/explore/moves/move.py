"""What a move is, and where moves are written down."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from lostphone.explore.scene import Scene
from lostphone.stories.actions.base import Action

#: Gives what is done, or None where it makes no sense now.
Move: TypeAlias = Callable[[Scene], "Sequence[Action] | None"]

#: By theme, with the weight within it.
MOVES: dict[str, list[tuple[Move, int]]] = {}


def move(theme: str, weight: int = 1) -> Callable[[Move], Move]:
    """Note a function as a move of that theme."""

    def note(function: Move) -> Move:
        MOVES.setdefault(theme, []).append((function, weight))
        return function

    return note
