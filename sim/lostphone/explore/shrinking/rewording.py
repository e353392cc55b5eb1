"""Say the same otherwise: a restore that only signed in, a night, a phone with its accounts."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from lostphone.base.clock import DAY_MS
from lostphone.explore.shrinking.casting import SITES
from lostphone.explore.shrinking.shrinker import History, Shrinker
from lostphone.stories.actions.accounts import (
    AddMicrosoft,
    CreatePersonal,
    EnrolAtSite,
    LookAtAccounts,
    LookAtCode,
    MistypeCode,
    NoteCode,
    OpenAuthenticator,
    OpenSite,
    SignInPersonal,
    SignInRow,
    SubmitCode,
    SubmitNotedCode,
)
from lostphone.stories.actions.backup import CheckBackup, RestoreFromBackup
from lostphone.stories.actions.base import Action
from lostphone.stories.actions.clouds import CreateAppleAccount, SignInToICloud
from lostphone.stories.actions.phones import ErasePhone, GivePhone, InstallApp, SetPhone
from lostphone.stories.actions.time import Wait
from lostphone.stories.actions.work import AddWorker
from lostphone.world.devices.device_name import DeviceName
from lostphone.world.people import apple_account_of

#: What a person who only wants to look opens the app for.
_LOOKS = (
    LookAtCode,
    SubmitCode,
    MistypeCode,
    NoteCode,
    SignInRow,
    LookAtAccounts,
    CheckBackup,
    RestoreFromBackup,
)


def reword(shrinker: Shrinker) -> None:
    """Other actions with the same end, where that makes less to read."""
    for place in range(len(shrinker.best)):
        for plainer in _reworded(shrinker.best, place):
            shrinker.consider(plainer)


def _reworded(best: History, place: int) -> Iterator[History]:
    if place >= len(best):
        return
    action, before, after = best[place], best[:place], best[place + 1 :]
    match action:
        case SignInPersonal(phone, email) | AddMicrosoft(phone, email) | RestoreFromBackup(phone, email) if (
            email
        ):
            yield (*before, SignInPersonal(phone, email), *after)
            yield _used_signed_in((*before, *after), phone, email)
            yield _used_signed_in(best, phone, email)
        case OpenSite(site):
            enrolled = [number for number, one in enumerate(after) if _enrols(one, site)]
            if enrolled:
                yield (*before, *after[: enrolled[0]], action, *after[enrolled[0] :])
        case SubmitNotedCode(_, noted_for):
            for noted in [one for one in before if isinstance(one, NoteCode) and one.account == noted_for]:
                rest = [one for one in before if one is not noted]
                yield (*rest, SubmitCode(noted.phone, noted_for), *after)
        case ErasePhone(phone):
            yield from _instead_of_erasing(before, phone, after)
        case SetPhone(phone):
            yield from _slept(before, phone, after)
        case GivePhone(phone, person, "ios"):
            email = apple_account_of(person)
            made = [] if CreateAppleAccount(email, person) in best else [CreateAppleAccount(email, person)]
            yield (*before, action, *made, SignInToICloud(phone, email), *after)
        case SignInToICloud(phone, email):
            known = any(isinstance(one, SignInToICloud) and one.email == email for one in before)
            made = [one for one in best if isinstance(one, CreateAppleAccount) and one.email == email]
            account = [] if known else made
            bought = [one for one in best if isinstance(one, GivePhone) and one.phone == phone]
            others = [one for one in before if one not in (*account, *bought)]
            yield (*others, *bought, *account, action, *after)
            yield _own_apple_account(best, action)
    if isinstance(action, _LOOKS):
        yield (*before, OpenAuthenticator(action.phone), *after)
    if isinstance(action, AddMicrosoft):
        yield from _site_instead(best, action)


def _used_signed_in(actions: History, phone: str, email: str) -> History:
    """The phone is signed in to the account from the first, which is one sentence."""
    bought = [one for one in actions if isinstance(one, GivePhone) and one.phone == phone]
    icloud = [one for one in actions if isinstance(one, SignInToICloud) and one.phone == phone][:1]
    own = [one.email for one in icloud]
    apple = [one for one in actions if isinstance(one, CreateAppleAccount) and one.email in own]
    account = [one for one in actions if isinstance(one, CreatePersonal) and one.email == email]
    moved = [*account, *bought, *apple, *icloud, SignInPersonal(phone, email)]
    place = actions.index(bought[0]) if bought else 0
    before, after = (
        [one for one in stretch if one not in moved] for stretch in (actions[:place], actions[place:])
    )
    return (*before, *moved, *after)


def _instead_of_erasing(before: History, phone: str, after: History) -> Iterator[History]:
    """The app made anew, or a new phone: an erased iPhone has to be signed in again besides."""
    again = [one for one in after if isinstance(one, SignInToICloud) and one.phone == phone]
    rest = [one for one in after if one not in again]
    yield (*before, InstallApp(phone), *rest)
    old = DeviceName.read(phone)
    new = str(DeviceName(old.owner, f"new {old.model}"))
    for bought in before:
        if isinstance(bought, GivePhone) and bought.phone == phone:
            moved = (bought, *again[:1], *rest)
            yield (*before, *(_moved(one, phone, new) for one in moved))


def _moved(action: Action, phone: str, new: str) -> Action:
    """The same on another phone, if it is on that one."""
    on = getattr(action, "phone", "") == phone
    return msgspec.structs.replace(action, phone=new) if on else action


def _own_apple_account(best: History, signed_in: SignInToICloud) -> History:
    """The person's own Apple Account in the place of another."""
    own = apple_account_of(DeviceName.read(signed_in.phone).owner)
    changed = [
        msgspec.structs.replace(one, email=own) if getattr(one, "email", "") == signed_in.email else one
        for one in best
    ]
    made = [one for one in changed if isinstance(one, CreateAppleAccount) and one.email == own][:1]
    place = changed.index(made[0]) if made else 0
    return (*changed[:place], *made, *(one for one in changed[place:] if one not in made))


def _site_instead(best: History, added: AddMicrosoft) -> Iterator[History]:
    """An account at a site in the place of a Microsoft account, of one's own or of work."""
    site = next((name for name in SITES if all(name != one.subject for one in best)), None)
    if site is None:
        return
    changed: list[Action] = []
    for one in best:
        if isinstance(one, AddMicrosoft) and one.email == added.email:
            changed += [] if OpenSite(site) in changed else [OpenSite(site)]
            changed.append(EnrolAtSite(one.phone, site))
        elif getattr(one, "account", None) == added.email:
            changed.append(msgspec.structs.replace(one, account=site))
        else:
            changed.append(one)
    yield tuple(changed)
    made = CreatePersonal | AddWorker
    yield tuple(one for one in changed if not (isinstance(one, made) and one.email == added.email))


def _slept(before: History, phone: str, after: History) -> Iterator[History]:
    for later, wait in enumerate(after):
        if isinstance(wait, Wait):
            others = [one for one in (*before, *after[:later]) if not _sets(one, phone)]
            yield (*others, *_night(phone), *after[later + 1 :])
            return


def _enrols(action: Action, site: str) -> bool:
    return isinstance(action, EnrolAtSite) and action.site == site


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
