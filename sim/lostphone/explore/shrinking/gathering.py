"""Bring together what one sentence can say: accounts added on one phone, two phones of one person."""

from __future__ import annotations

from collections.abc import Iterator

from lostphone.explore.shrinking.shrinker import History, Shrinker, sentences
from lostphone.stories.retelling import said_in_one


def gather(shrinker: Shrinker) -> None:
    """What two sentences say next to each other, where one can say both."""
    while any(shrinker.consider(gathered) for gathered in _gathered(shrinker.best)):
        pass


def _gathered(best: History) -> Iterator[History]:
    """The second where the first is, then the first where the second is."""
    said = sentences(best)
    for late in range(1, len(said)):
        for early in range(late):
            before, between, after = (
                [action for one in stretch for action in one]
                for stretch in (said[:early], said[early + 1 : late], said[late + 1 :])
            )
            for both in ((*said[early], *said[late]), (*said[late], *said[early])):
                if said_in_one(before, both):
                    yield (*before, *both, *between, *after)
                    yield (*before, *between, *both, *after)
