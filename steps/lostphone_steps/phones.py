"""Sentences about what happens to phones, and the app on them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from lostphone.gherkin.inverse import tells, tells_run
from lostphone.gherkin.sentence import sentence
from lostphone.stories.actions import accounts, clouds, faults, phones
from lostphone.stories.actions.backup import CheckBackup
from lostphone.stories.actions.base import Action
from lostphone.stories.story import Story
from lostphone.world.devices.device_name import DeviceName
from lostphone_steps.kinds import phone_id, whose

_FATES: dict[str, Callable[[str], Action]] = {
    "lose": phones.LosePhone,
    "find": phones.FindPhone,
    "break": phones.BreakPhone,
    "sell": phones.SellPhone,
    "erase": phones.ErasePhone,
    "root": faults.RootPhone,
    "unroot": faults.UnrootPhone,
    "crash": faults.CrashPhone,
    "boot": faults.BootPhone,
    "correct-clock": faults.UnskewClock,
    "back-up": phones.BackUpPhone,
    "back-up-to-computer": partial(phones.FinderBackup, encrypted=False),
    "back-up-to-computer-encrypted": partial(phones.FinderBackup, encrypted=True),
    "sign-out": clouds.SignOutOfICloud,
    "join-keychain": clouds.JoinKeychain,
    "join-keychain-wrongly": partial(clouds.JoinKeychain, passcode_right=False),
}


@sentence("given", "when", en="{person} {fate} {device}", ja="{person}は{device}を{fate}")
def fate_of_phone(story: Story, person: str, fate: str, device: str) -> None:
    story.do(_FATES[fate](phone_id(person, device)))


tells_run(
    fate_of_phone,
    (
        phones.LosePhone,
        phones.FindPhone,
        phones.BreakPhone,
        phones.SellPhone,
        phones.ErasePhone,
        phones.BackUpPhone,
        phones.FinderBackup,
        faults.RootPhone,
        faults.UnrootPhone,
        faults.CrashPhone,
        faults.BootPhone,
        faults.UnskewClock,
        clouds.SignOutOfICloud,
        clouds.JoinKeychain,
    ),
    lambda action, _ahead: [
        whose(action.phone) | {"fate": fate} for fate, made in _FATES.items() if made(action.phone) == action
    ],
)


_APP_VERBS: dict[str, type[Action]] = {
    "open": accounts.OpenAuthenticator,
    "update": phones.UpdateApp,
    "reinstall": phones.InstallApp,
    "list": accounts.LookAtAccounts,
    "check": CheckBackup,
}


@sentence(
    "given",
    "when",
    en="{person} {verb:app_verb} Authenticator on {device}",
    ja="{person}は{device}のAuthenticatorを{verb:app_verb}",
)
def handles_app(story: Story, person: str, verb: str, device: str) -> None:
    story.do(_APP_VERBS[verb](phone_id(person, device)))


for _verb, _kind in _APP_VERBS.items():
    tells(handles_app, _kind, lambda action: whose(action.phone), verb=_verb)


@sentence(
    "given",
    "when",
    en="Authenticator on {phone} stays at version {version}",
    ja="{phone}のAuthenticatorはバージョン{version}のままである",
)
def app_stays(story: Story, phone: str, version: str) -> None:
    story.do(phones.HoldAppVersion(phone, version))


tells(app_stays, phones.HoldAppVersion, lambda action: {"phone": action.phone, "version": action.version})


@sentence(
    "given",
    "when",
    en="{person} moves from {source:device} to {device} with {route}",
    ja="{person}は{source:device}から{device}へ{route}で移る",
)
def moves(story: Story, person: str, source: str, device: str, route: str) -> None:
    """Move by one of the platforms' own ways; a computer backup is made just before."""
    old, new = phone_id(person, source), phone_id(person, device)
    if route == "icloud-backup":
        story.do(phones.RestorePhone(new, old))
    elif route == "quick-start":
        story.do(phones.QuickStart(new, old))
    elif route == "google":
        story.do(phones.GoogleRestore(new, old))
    elif route == "cable":
        story.do(phones.CableTransfer(new, old))
    elif route == "kept-computer-backup":
        story.do(phones.FinderRestore(new, old))
    else:
        story.do(phones.FinderBackup(old, encrypted=route == "encrypted-computer-backup"))
        story.do(phones.FinderRestore(new, old))


_MOVES: dict[type[Action], str] = {
    phones.RestorePhone: "icloud-backup",
    phones.QuickStart: "quick-start",
    phones.GoogleRestore: "google",
    phones.CableTransfer: "cable",
    phones.FinderRestore: "kept-computer-backup",
}


def _moved(action: Action, ahead: Sequence[Any]) -> Iterator[Mapping[str, Any]]:
    move, route = action, _MOVES.get(type(action), "")
    if isinstance(action, phones.FinderBackup):
        move = ahead[1] if len(ahead) > 1 else action
        route = "encrypted-computer-backup" if action.encrypted else "computer-backup"
    source = DeviceName.read(getattr(move, "source", "")).model
    if source:
        yield whose(move.subject) | {"source": source, "route": route}


tells_run(moves, (phones.FinderBackup, *_MOVES), _moved)


@sentence(
    "given",
    "when",
    en="{person} leaves {device} {night}",
    ja="{person}は{device}を{night}",
)
def spends_night(story: Story, person: str, device: str, night: str) -> None:
    """For a whole day, then taken up again; a nightly backup wants a lock, power and Wi-Fi (D01)."""
    from lostphone.base.clock import DAY_MS
    from lostphone.stories.actions.time import Wait

    phone = phone_id(person, device)
    story.do(phones.SetPhone(phone, "on_wifi", night != "no-wifi"))
    story.do(phones.SetPhone(phone, "locked", night != "unlocked"))
    story.do(phones.SetPhone(phone, "charging", night != "no-power"))
    story.do(Wait(DAY_MS))
    story.do(phones.SetPhone(phone, "charging", False))
    story.do(phones.SetPhone(phone, "locked", False))
    story.do(phones.SetPhone(phone, "on_wifi", True))


def _nights(action: phones.SetPhone, _ahead: Sequence[Any]) -> Iterator[Mapping[str, Any]]:
    for night in ("charging", "no-power", "no-wifi", "unlocked"):
        yield whose(action.phone) | {"night": night}


tells_run(spends_night, phones.SetPhone, _nights)


@sentence(
    "given",
    "when",
    en="the clock of {phone} is {length:duration} {direction}",
    ja="{phone}の時計は{length:duration}{direction}",
)
def clock_is_off(story: Story, phone: str, length: int, direction: int) -> None:
    story.do(faults.SkewClock(phone, direction * length))


tells(
    clock_is_off,
    faults.SkewClock,
    lambda action: {
        "phone": action.phone,
        "length": abs(action.skew_ms),
        "direction": -1 if action.skew_ms < 0 else 1,
    },
)


@sentence(
    "given", "when", en="{phone} is set to the time zone {zone:text}", ja="{phone}の時間帯は{zone:text}である"
)
def time_zone(story: Story, phone: str, zone: str) -> None:
    story.do(phones.SetTimeZone(phone, zone))


tells(time_zone, phones.SetTimeZone, lambda action: {"phone": action.phone, "zone": action.zone})
