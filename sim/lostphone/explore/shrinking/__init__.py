"""Shrinking: from a history that breaks a promise to the shortest story that breaks it.

Passes, a file each, propose shorter or plainer histories; whatever still breaks the same promise replaces
the history. Coarse passes come first, for while the history is long each try is dear.

>>> from lostphone.stories.actions.time import Wait
>>> shrink([Wait(86_400_000), Wait(7), Wait(90_000), Wait(12)], lambda tried: Wait(7) in tried)
(Wait(duration_ms=7),)
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lostphone.explore.shrinking.casting import (
    drop_names,
    merge_phones,
    rename_people,
    rename_phones,
    rename_sites,
)
from lostphone.explore.shrinking.deleting import delete_actions, delete_chunks, delete_kinds
from lostphone.explore.shrinking.gathering import gather
from lostphone.explore.shrinking.ordering import set_up_first
from lostphone.explore.shrinking.rewording import reword
from lostphone.explore.shrinking.shrinker import Shrinker
from lostphone.explore.shrinking.simplifying import simplify_values
from lostphone.explore.shrinking.truncating import cut_the_end
from lostphone.explore.shrinking.waiting import join_waits
from lostphone.stories.actions.base import Action

__all__ = ["Shrinker", "shrink"]

#: Repeated until none of them finds anything.
_FINE = (
    delete_kinds,
    delete_actions,
    join_waits,
    drop_names,
    merge_phones,
    reword,
    gather,
    set_up_first,
    simplify_values,
)


def shrink(
    actions: Sequence[Action], reproduces: Callable[[Sequence[Action]], bool], tries_max: int = 2000
) -> tuple[Action, ...]:
    """The plainest history found for which `reproduces` says yes, as it has to for `actions`.

    Deterministic. Gives up after so many plays, with the best that it has by then.
    """
    shrinker = Shrinker(actions, reproduces, tries_max)
    for coarse in (cut_the_end, drop_names, delete_kinds, delete_chunks):
        coarse(shrinker)
    before: tuple[Action, ...] = ()
    while before != shrinker.best:
        before = shrinker.best
        for fine in _FINE:
            fine(shrinker)
    for rename in (rename_people, rename_phones, rename_sites):
        rename(shrinker)
    return shrinker.best
