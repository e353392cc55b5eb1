"""Plays a list of actions anew and says what is wrong in it: what shrinking asks, thousands of times."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from lostphone.base.frozen import FrozenClock
from lostphone.client.port import Client, ClientBroke
from lostphone.explore.session import ExplorerSession, breaking
from lostphone.oracles.oracle import Judgement
from lostphone.stories.actions.base import Action
from lostphone.stories.recipe import Recipe


def reproduce(
    recipe: Recipe,
    actions: Sequence[Action],
    make_client: Callable[[], Client],
    frozen: FrozenClock | None = None,
    waived: Collection[str] = (),
    compares: bool = False,
) -> Judgement | None:
    """The first thing that is wrong in this history, or at its end; None when nothing is.

    Healing is a part of the list, where it is wanted. The audit is not: there is always one at the end. With
    `compares` the history is played on twins of its world then.
    """
    try:
        session = ExplorerSession(recipe, make_client, frozen, waived)
    except ClientBroke as broke:
        return breaking(broke)
    with session:
        for action in actions:
            session.do(action)
            if session.wrong:
                break
        else:
            session.audit()
            if compares and not session.wrong:
                session.compare()
    return session.wrong[0] if session.wrong else None


def look_that_broke(
    recipe: Recipe,
    actions: Sequence[Action],
    make_client: Callable[[], Client],
    frozen: FrozenClock | None = None,
) -> Action | None:
    """What the audit at the end looked at when the client broke; None if it broke before, or not at all."""
    with ExplorerSession(recipe, make_client, frozen) as session:
        for action in actions:
            session.do(action)
            if session.broken is not None:
                return None
        session.audit()
        return None if session.broken is None else session.actions[-1]
