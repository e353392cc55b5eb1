"""Set-up first: the date, people and accounts, phones, what is added to the app, then what happens.

On a new phone it happens last: somebody has a reason to buy one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lostphone.explore.shrinking.shrinker import History, Shrinker, sentences
from lostphone.stories.actions import accounts, clouds, phones, work
from lostphone.stories.actions.base import Action
from lostphone.stories.actions.time import WaitUntil
from lostphone.world.devices.device_name import DeviceName
from lostphone.world.people import apple_account_of

_RANKS: dict[type[Action], int] = {
    WaitUntil: 0,
    work.CreateTenant: 2,
    work.AddWorker: 2,
    work.SetTenantPolicy: 2,
    accounts.CreatePersonal: 2,
    accounts.OpenSite: 4,
    phones.GivePhone: 3,
    accounts.EnrolAtSite: 5,
    accounts.AddMicrosoft: 5,
    accounts.AddWorkAsThirdParty: 5,
    clouds.SignInToICloud: 3,
}
_PEOPLE, _PHONES, _HAPPENS, _NEW = 2, 3, 6, 7


def _rank(action: Action) -> int:
    """A new phone is the last part of what happens, and whatever belongs to it too."""
    if DeviceName.read(action.subject).is_new:
        return _NEW
    if isinstance(action, clouds.CreateAppleAccount):
        # One's own comes with the first phone that is signed in to it.
        return _PHONES if action.email == apple_account_of(action.person) else _PEOPLE
    return _RANKS.get(type(action), _HAPPENS)


def disorder(actions: Sequence[Action]) -> int:
    """How many pairs stand the wrong way round."""
    ranks = [_rank(action) for action in actions]
    return sum(early > late for place, early in enumerate(ranks) for late in ranks[place + 1 :])


def _sentences_first(best: History) -> Iterator[History]:
    """Each sentence before one that should come later, the first of them first."""
    said = sentences(best)
    ranks = [_rank_of_sentence(actions) for actions in said]
    for place, rank in enumerate(ranks):
        for later in [earlier for earlier in range(place) if ranks[earlier] > rank]:
            ordered = [*said[:later], said[place], *said[later:place], *said[place + 1 :]]
            yield tuple(action for one in ordered for action in one)


def _rank_of_sentence(actions: History) -> int:
    """A phone with whatever it is used with is a phone."""
    ranks = [_rank(action) for action in actions]
    return _PHONES if _PHONES in ranks else max(ranks)


def set_up_first(shrinker: Shrinker) -> None:
    """All at once if that holds; else each sentence, then each action, to the front as far as it may go."""
    if shrinker.consider(sorted(shrinker.best, key=_rank)):
        return
    while any(shrinker.consider(ordered) for ordered in _sentences_first(shrinker.best)):
        pass
    for place in range(1, len(shrinker.best)):
        best = shrinker.best
        rank = _rank(best[place])
        for earlier in range(place):
            if _rank(best[earlier]) > rank:
                rest = best[earlier:place] + best[place + 1 :]
                if shrinker.consider((*best[:earlier], best[place], *rest)):
                    break
