"""Delete actions: many at once while that works, then one by one."""

from __future__ import annotations

from lostphone.explore.shrinking.shrinker import Shrinker


def delete_chunks(shrinker: Shrinker) -> None:
    """Halves, quarters, eighths, … from the end on, for late actions need early ones."""
    size = len(shrinker.best) // 2
    while size > 1:
        end = len(shrinker.best)
        while end > 0:
            best = shrinker.best
            shrinker.consider(best[: max(end - size, 0)] + best[end:])
            end -= size
        size //= 2


def delete_kinds(shrinker: Shrinker) -> None:
    """All that is done of one kind to one phone or account: of a night on the charger the time is left."""
    for kind, subject in dict.fromkeys((type(action), action.subject) for action in shrinker.best):
        shrinker.consider(one for one in shrinker.best if (type(one), one.subject) != (kind, subject))


def delete_actions(shrinker: Shrinker) -> None:
    """One at a time; then pairs, for what is done and undone goes together or not at all."""
    for place in reversed(range(len(shrinker.best))):
        best = shrinker.best
        if place < len(best):
            shrinker.consider(best[:place] + best[place + 1 :])
    for first in reversed(range(len(shrinker.best))):
        for second in range(first + 1, len(shrinker.best)):
            best = shrinker.best
            if second < len(best) and _akin(best[first], best[second]):
                shrinker.consider(best[:first] + best[first + 1 : second] + best[second + 1 :])


def _akin(one: object, other: object) -> bool:
    """Whether they are about the same phone, person, account or service."""
    return getattr(one, "subject", None) == getattr(other, "subject", None)
