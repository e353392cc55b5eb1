"""Cut off the end: what happened after the promise was broken."""

from __future__ import annotations

from lostphone.explore.shrinking.shrinker import Shrinker


def cut_the_end(shrinker: Shrinker) -> None:
    """Halve the stretch in which the shortest beginning that still breaks must end."""
    whole = shrinker.best
    holds, fails = len(whole), 0
    while holds - fails > 1:
        middle = (holds + fails) // 2
        if shrinker.consider(whole[:middle]):
            holds = middle
        else:
            fails = middle
