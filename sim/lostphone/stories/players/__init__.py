"""How each action is played: one room for each room of `actions`."""

from __future__ import annotations


def load() -> None:
    """Import every room once, so that each kind of action has its player."""
    from lostphone.stories.players import (  # noqa: F401
        accounts,
        backup,
        clouds,
        faults,
        passkeys,
        passwords,
        phones,
        time,
        work,
    )
