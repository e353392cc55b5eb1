"""Sentences about phones that come: in use already, two at once, or newly set up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from lostphone.gherkin.inverse import tells_run
from lostphone.gherkin.sentence import sentence
from lostphone.stories.actions import accounts, clouds, phones
from lostphone.stories.actions.base import Action
from lostphone.stories.story import Story
from lostphone.world.devices.device_name import DeviceName
from lostphone.world.people import apple_account_of
from lostphone_steps.kinds import phone_id, whose


@sentence(
    "given",
    "when",
    en=(
        "{person} uses {device:model}",
        "{person} uses {device:model} with version {version} of its system",
        "{person} uses {device:model} with the Apple Account {email}",
        "{person} uses {device:model} with version {version} of its system and the Apple Account {email}",
        "{person} uses {device:model} with the Microsoft account {microsoft:email}",
        "{person} uses {device:model} {bare:bareness}",
    ),
    ja=(
        "{person}は{device:model}を使っている",
        "{person}はOSのバージョンが{version}の{device:model}を使っている",
        "{person}はApple Account {email}で{device:model}を使っている",
        "{person}はOSのバージョンが{version}の{device:model}をApple Account {email}で使っている",
        "{person}はMicrosoftアカウント{microsoft:email}で{device:model}を使っている",
        "{person}は{bare:bareness}{device:model}を使っている",
    ),
)
def uses(
    story: Story,
    person: str,
    device: str,
    version: str = "",
    email: str = "",
    microsoft: str = "",
    bare: bool = False,
) -> None:
    """An iPhone comes signed in to its owner's Apple Account, with every iCloud switch on.

    Accounts are made if there are none; a Microsoft account not spoken of before gives codes only.
    """
    phone = phone_id(person, device)
    platform: Literal["ios", "android"] = "android" if "Android" in device else "ios"
    if microsoft and not story.has_done(accounts.CreatePersonal, email=microsoft):
        story.do(accounts.CreatePersonal(microsoft, person))
    story.do(phones.GivePhone(phone, person, platform, version))
    if platform == "ios" and not bare:
        address = email or apple_account_of(person)
        if not story.has_done(clouds.CreateAppleAccount, email=address):
            story.do(clouds.CreateAppleAccount(address, person))
        story.do(clouds.SignInToICloud(phone, address))
    if microsoft:
        story.do(accounts.SignInPersonal(phone, microsoft))


@sentence(
    "given",
    "when",
    en="{person} uses {device:model} and {other:model}",
    ja="{person}は{device:model}と{other:model}を使っている",
)
def uses_two(story: Story, person: str, device: str, other: str) -> None:
    """Both at once, as two sentences would have it one after the other."""
    uses(story, person, device)
    uses(story, person, other)


@sentence(
    "when",
    "given",
    en=(
        "{person} sets up {device:model}",
        "{person} sets up {device:model} with the Apple Account {email}",
        "{person} sets up {device:model} with the Microsoft account {microsoft:email}",
    ),
    ja=(
        "{person}は{device:model}を設定する",
        "{person}はApple Account {email}で{device:model}を設定する",
        "{person}はMicrosoftアカウント{microsoft:email}で{device:model}を設定する",
    ),
)
def sets_up(story: Story, person: str, device: str, email: str = "", microsoft: str = "") -> None:
    """The phone is signed in and the app is on it, not opened yet."""
    uses(story, person, device, email=email, microsoft=microsoft)


def _got(ahead: Sequence[Any]) -> Iterator[Mapping[str, Any]]:
    """The phone with the account that it is signed in to, if that comes next; else the phone alone."""
    got = next((one for one in ahead[:2] if isinstance(one, phones.GivePhone)), None)
    if got is None:
        return
    for one in ahead[1:5]:
        if isinstance(one, accounts.SignInPersonal):
            yield whose(got.phone) | {"microsoft": one.email}
        elif isinstance(one, clouds.SignInToICloud) and one.phone == got.phone:
            own = one.email == apple_account_of(got.person)
            yield whose(got.phone) | {"email": "" if own else one.email}
    yield whose(got.phone)


def _set_up(_action: Action, ahead: Sequence[Any]) -> Iterator[Mapping[str, Any]]:
    for got in _got(ahead):
        if got["device"].startswith("new "):
            yield got


def _used(action: Action, ahead: Sequence[Any]) -> Iterator[Mapping[str, Any]]:
    version = getattr(action, "os_version", "")
    for got in _got(ahead):
        yield {**got, "version": version}
        yield whose(phone_id(got["person"], got["device"])) | {"version": version, "bare": True}


def _used_two(action: phones.GivePhone, ahead: Sequence[Any]) -> Iterator[Mapping[str, Any]]:
    for one in ahead[1:4]:
        if isinstance(one, phones.GivePhone):
            yield whose(action.phone) | {"other": DeviceName.read(one.phone).model}


tells_run(sets_up, (phones.GivePhone, accounts.CreatePersonal), _set_up)
tells_run(uses, (phones.GivePhone, accounts.CreatePersonal), _used)
tells_run(uses_two, phones.GivePhone, _used_two)
