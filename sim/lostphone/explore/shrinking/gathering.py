"""Bring together what one sentence can say: accounts added on one phone, a sign-in among them."""

from __future__ import annotations

from collections.abc import Iterator

from lostphone.clock import DAY_MS
from lostphone.explore.shrinking.shrinker import History, Shrinker
from lostphone.history.actions.accounts import AddMicrosoft, EnrolAtSite, OpenSite, SignInPersonal
from lostphone.history.actions.backup import RestoreBackup
from lostphone.history.actions.base import Action
from lostphone.history.actions.clouds import CreateAppleAccount, SignInToICloud
from lostphone.history.actions.phones import GivePhone, SetPhone
from lostphone.history.actions.time import Wait
from lostphone.history.actions.work import AddWorker, CreateTenant

#: What signs in to a personal account on the way, whatever else comes of it.
_SIGNS_IN = (SignInPersonal, RestoreBackup)


def gather(shrinker: Shrinker) -> None:
    """Each action next to an earlier one about the same thing, where that makes a sentence less to read."""
    for place in range(len(shrinker.best)):
        for plainer in _rewritten(shrinker.best, place):
            shrinker.consider(plainer)
    for late in range(1, len(shrinker.best)):
        for early in range(late):
            for gathered in _gathered(shrinker.best, early, late):
                shrinker.consider(gathered)


def _rewritten(best: History, place: int) -> Iterator[History]:
    """The same said otherwise: a restore that only signed in, a night, a phone with its account."""
    if place >= len(best):
        return
    action, before, after = best[place], best[:place], best[place + 1 :]
    if isinstance(action, RestoreBackup) and action.recovery_account:
        yield (*before, SignInPersonal(action.phone, action.recovery_account), *after)
    elif isinstance(action, SetPhone):
        for later, wait in enumerate(after):
            if isinstance(wait, Wait):
                others = [one for one in (*before, *after[:later]) if not _sets(one, action.phone)]
                yield (*others, *_night(action.phone), *after[later + 1 :])
                break
    elif isinstance(action, SignInToICloud):
        account = [one for one in best if isinstance(one, CreateAppleAccount) and one.email == action.email]
        phone = [one for one in best if isinstance(one, GivePhone) and one.phone == action.phone]
        others = [one for one in before if one not in (*account, *phone)]
        yield (*others, *phone, *account, action, *after)


def _sets(action: Action, phone: str) -> bool:
    return isinstance(action, SetPhone) and action.phone == phone


def _night(phone: str) -> tuple[Action, ...]:
    """A night on the charger, which is one sentence."""
    return (
        SetPhone(phone, "on_wifi", True),
        SetPhone(phone, "locked", True),
        SetPhone(phone, "charging", True),
        Wait(DAY_MS),
        SetPhone(phone, "charging", False),
        SetPhone(phone, "locked", False),
        SetPhone(phone, "on_wifi", True),
    )


def _gathered(best: History, early: int, late: int) -> Iterator[History]:
    if late >= len(best):
        return
    one, other = best[early], best[late]
    between = best[early + 1 : late]
    if isinstance(one, _SIGNS_IN) or isinstance(other, _SIGNS_IN):
        # To add the account to the list is to sign in too, and takes no sentence of its own among others.
        one, other = _added(one), _added(other)
    elif not between:
        return
    if not _said_together(one, other):
        return
    yield (*best[:early], one, other, *between, *best[late + 1 :])
    yield (*best[:early], *between, one, other, *best[late + 1 :])


def _added(action: Action) -> Action:
    if isinstance(action, SignInPersonal):
        return AddMicrosoft(action.phone, action.email)
    if isinstance(action, RestoreBackup) and action.recovery_account:
        return AddMicrosoft(action.phone, action.recovery_account)
    return action


def _said_together(one: Action, other: Action) -> bool:
    added = EnrolAtSite | AddMicrosoft
    if isinstance(one, OpenSite):
        return isinstance(other, EnrolAtSite) and one.site == other.site
    if isinstance(one, CreateTenant):
        return isinstance(other, AddWorker) and one.tenant == other.tenant
    if isinstance(one, added):
        return isinstance(other, added) and one.phone == other.phone
    return type(one) is type(other) and one.subject == other.subject
