"""Plays the passing of time."""

from __future__ import annotations

from lostphone.base.clock import iso
from lostphone.refusal import Refusal
from lostphone.stories.actions import time as do
from lostphone.stories.stage import Stage, plays


@plays(do.Wait)
def wait(stage: Stage, action: do.Wait) -> None:
    stage.world.timeline.advance(action.duration_ms)


@plays(do.WaitUntil)
def wait_until(stage: Stage, action: do.WaitUntil) -> None:
    now_ms = stage.world.now_ms
    if action.at_ms < now_ms:
        raise Refusal("bad-input", f"it is {iso(now_ms)} already; {iso(action.at_ms)} is past")
    stage.world.timeline.advance_to(action.at_ms)
