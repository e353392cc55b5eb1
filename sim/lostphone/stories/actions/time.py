"""Time passes."""

from __future__ import annotations

from lostphone.stories.actions.base import Action


class Wait(Action, frozen=True):
    """Let time pass, doing everything due up to and including the end."""

    duration_ms: int


class WaitUntil(Action, frozen=True):
    """Let time pass until a moment (milliseconds since the epoch, UTC)."""

    at_ms: int
