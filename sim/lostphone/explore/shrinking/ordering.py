"""Set-up first: the date, people and accounts, phones, then what happens."""

from __future__ import annotations

from collections.abc import Sequence

from lostphone.explore.shrinking.shrinker import Shrinker
from lostphone.history.actions import accounts, clouds, phones, work
from lostphone.history.actions.base import Action
from lostphone.history.actions.time import WaitUntil
from lostphone.people import apple_account_of

_RANKS: dict[type[Action], int] = {
    WaitUntil: 0,
    work.CreateTenant: 2,
    work.AddWorker: 2,
    work.SetTenantPolicy: 2,
    accounts.CreatePersonal: 2,
    accounts.OpenSite: 4,
    phones.GivePhone: 3,
    clouds.SignInToICloud: 3,
}
_PEOPLE, _PHONES, _HAPPENS = 2, 3, 5


def _rank(action: Action) -> int:
    """A new phone is part of what happens, and whatever belongs to it too."""
    if "'s new " in action.subject:
        return _HAPPENS
    if isinstance(action, clouds.CreateAppleAccount):
        # One's own comes with the first phone that is signed in to it.
        return _PHONES if action.email == apple_account_of(action.person) else _PEOPLE
    return _RANKS.get(type(action), _HAPPENS)


def disorder(actions: Sequence[Action]) -> int:
    """How many pairs stand the wrong way round."""
    ranks = [_rank(action) for action in actions]
    return sum(early > late for place, early in enumerate(ranks) for late in ranks[place + 1 :])


def set_up_first(shrinker: Shrinker) -> None:
    """All at once if that holds, else each to the front as far as it may go."""
    if shrinker.consider(sorted(shrinker.best, key=_rank)):
        return
    for place in range(1, len(shrinker.best)):
        best = shrinker.best
        rank = _rank(best[place])
        for earlier in range(place):
            if _rank(best[earlier]) > rank:
                rest = best[earlier:place] + best[place + 1 :]
                if shrinker.consider((*best[:earlier], best[place], *rest)):
                    break
