"""Sentences about phones and the app on them."""

from __future__ import annotations

from typing import Literal

from lostphone.gherkin.sentence import sentence
from lostphone.history.actions import accounts, clouds, faults, phones
from lostphone.history.actions.base import Action
from lostphone.history.story import Story
from lostphone_steps.kinds import phone_id


@sentence(
    "given",
    "when",
    en=(
        "{person} uses {device:model}",
        "{person} uses {device:model} with version {version} of its system",
        "{person} uses {device:model} with the Apple Account {email}",
    ),
    ja=(
        "{person}は{device:model}を使っている",
        "{person}はシステムがバージョン{version}の{device:model}を使っている",
        "{person}はApple Account {email}で{device:model}を使っている",
    ),
)
def uses(story: Story, person: str, device: str, version: str = "", email: str = "") -> None:
    """An iPhone comes signed in to its owner's Apple Account, with every iCloud switch on."""
    get_phone(story, person, device, version, email)


@sentence(
    "when",
    "given",
    en=(
        "{person} sets up {device:model}",
        "{person} sets up {device:model} with the Apple Account {email}",
    ),
    ja=(
        "{person}は{device:model}を設定する",
        "{person}はApple Account {email}で{device:model}を設定する",
    ),
)
def sets_up(story: Story, person: str, device: str, email: str = "") -> None:
    """The phone is signed in and the app is on it, not opened yet."""
    get_phone(story, person, device, "", email)


def get_phone(story: Story, person: str, device: str, version: str, email: str) -> None:
    """Buy the phone and, if it is Apple's, sign it in; the account is made when there is none yet."""
    phone = phone_id(person, device)
    platform: Literal["ios", "android"] = "android" if "Android" in device else "ios"
    story.do(phones.GivePhone(phone, person, platform, version))
    if platform == "ios":
        address = email or apple_account_of(person)
        if address not in story.world.icloud.accounts:
            story.do(clouds.CreateAppleAccount(address, person))
        story.do(clouds.SignInToICloud(phone, address))


def apple_account_of(person: str) -> str:
    """The address of a person's own Apple Account, unless a story names another."""
    return f"{person.lower()}@icloud.com"


_FATES: dict[str, type[Action]] = {
    "lose": phones.LosePhone,
    "find": phones.FindPhone,
    "break": phones.BreakPhone,
    "sell": phones.SellPhone,
    "erase": phones.ErasePhone,
    "root": faults.RootPhone,
    "unroot": faults.UnrootPhone,
    "crash": faults.CrashPhone,
    "boot": faults.BootPhone,
}


@sentence("given", "when", en="{person} {fate} {device}", ja="{person}は{device}を{fate}")
def fate_of_phone(story: Story, person: str, fate: str, device: str) -> None:
    story.do(_FATES[fate](phone_id(person, device)))


_APP_VERBS: dict[str, type[Action]] = {
    "open": accounts.OpenApp,
    "update": phones.UpdateApp,
    "reinstall": phones.InstallApp,
}


@sentence(
    "given",
    "when",
    en="{person} {verb:app_verb} Authenticator on {device}",
    ja="{person}は{device}のAuthenticatorを{verb:app_verb}",
)
def handles_app(story: Story, person: str, verb: str, device: str) -> None:
    story.do(_APP_VERBS[verb](phone_id(person, device)))


@sentence(
    "given",
    en="Authenticator on {phone} stays at version {version}",
    ja="{phone}のAuthenticatorはバージョン{version}のままである",
)
def app_stays(story: Story, phone: str, version: str) -> None:
    story.do(phones.HoldAppVersion(phone, version))


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
    else:
        story.do(phones.FinderBackup(old, encrypted=route == "encrypted-computer-backup"))
        story.do(phones.FinderRestore(new, old))


@sentence(
    "given",
    "when",
    en="{person} leaves {device} {night}",
    ja="{person}は{device}を{night}",
)
def spends_night(story: Story, person: str, device: str, night: str) -> None:
    """For a whole day, then taken up again; a nightly backup wants a lock, power and Wi-Fi (D01)."""
    from lostphone.clock import DAY_MS
    from lostphone.history.actions.time import Wait

    phone = phone_id(person, device)
    story.do(phones.SetPhone(phone, "on_wifi", night != "no-wifi"))
    story.do(phones.SetPhone(phone, "locked", night != "unlocked"))
    story.do(phones.SetPhone(phone, "charging", night != "no-power"))
    story.do(Wait(DAY_MS))
    story.do(phones.SetPhone(phone, "charging", False))
    story.do(phones.SetPhone(phone, "locked", False))
    story.do(phones.SetPhone(phone, "on_wifi", True))


@sentence(
    "given",
    "when",
    en="the clock of {phone} is {length:duration} {direction}",
    ja="{phone}の時計は{length:duration}{direction}",
)
def clock_is_off(story: Story, phone: str, length: int, direction: int) -> None:
    story.do(faults.SkewClock(phone, direction * length))


@sentence("given", en="{phone} is set to the time zone {zone:text}", ja="{phone}の時間帯は{zone:text}である")
def time_zone(story: Story, phone: str, zone: str) -> None:
    story.do(phones.SetTimeZone(phone, zone))
