"""Bring together what one sentence can say: accounts added on one phone, a sign-in among them."""

from __future__ import annotations

from collections.abc import Iterator

from lostphone.explore.shrinking.shrinker import History, Shrinker
from lostphone.history.actions.accounts import AddMicrosoft, EnrolAtSite, OpenSite, SignInPersonal
from lostphone.history.actions.base import Action


def gather(shrinker: Shrinker) -> None:
    """Each action next to an earlier one about the same thing, where that makes a sentence less to read."""
    for late in range(1, len(shrinker.best)):
        for early in range(late):
            for gathered in _gathered(shrinker.best, early, late):
                shrinker.consider(gathered)


def _gathered(best: History, early: int, late: int) -> Iterator[History]:
    if late >= len(best):
        return
    one, other = best[early], best[late]
    between = best[early + 1 : late]
    if isinstance(one, SignInPersonal) or isinstance(other, SignInPersonal):
        # To add the account to the list is to sign in too, and takes no sentence of its own among others.
        one, other = _added(one), _added(other)
    elif not between:
        return
    if not _said_together(one, other):
        return
    yield (*best[:early], one, other, *between, *best[late + 1 :])
    yield (*best[:early], *between, one, other, *best[late + 1 :])


def _added(action: Action) -> Action:
    return AddMicrosoft(action.phone, action.email) if isinstance(action, SignInPersonal) else action


def _said_together(one: Action, other: Action) -> bool:
    added = EnrolAtSite | AddMicrosoft
    if isinstance(one, OpenSite):
        return isinstance(other, EnrolAtSite) and one.site == other.site
    if isinstance(one, added):
        return isinstance(other, added) and one.phone == other.phone
    return type(one) is type(other) and one.subject == other.subject
