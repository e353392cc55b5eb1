"""Waits: joined where several stand for one, and moved to where others are."""

from __future__ import annotations

from lostphone.explore.shrinking.shrinker import History, Shrinker
from lostphone.stories.actions.time import Wait, WaitUntil


def join_waits(shrinker: Shrinker) -> None:
    """Two waits become one, at the place of either; a date swallows the waits before it."""
    for first in reversed(range(len(shrinker.best))):
        for second in range(first + 1, len(shrinker.best)):
            if second < len(shrinker.best):
                for joined in _joined(shrinker.best, first, second):
                    if shrinker.consider(joined):
                        break


def _joined(best: History, first: int, second: int) -> list[History]:
    one, other = best[first], best[second]
    before, between, after = best[:first], best[first + 1 : second], best[second + 1 :]
    if isinstance(one, Wait) and isinstance(other, Wait):
        both = Wait(one.duration_ms + other.duration_ms)
        return [(*before, both, *between, *after), (*before, *between, both, *after)]
    if isinstance(one, Wait | WaitUntil) and isinstance(other, WaitUntil):
        return [(*before, other, *between, *after), (*before, *between, other, *after)]
    if isinstance(one, WaitUntil) and isinstance(other, Wait):
        later = WaitUntil(one.at_ms + other.duration_ms)
        return [(*before, later, *between, *after), (*before, *between, later, *after)]
    return []
