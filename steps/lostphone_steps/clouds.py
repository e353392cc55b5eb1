"""Sentences about Apple Accounts, the iCloud switches and the keychain."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Any

from lostphone.gherkin.inverse import tells, tells_run
from lostphone.gherkin.sentence import sentence
from lostphone.gherkin.sighting import sighted
from lostphone.stories.actions import clouds, passkeys, phones
from lostphone.stories.actions.base import Action
from lostphone.stories.story import Story, Unexpected
from lostphone.world.devices.keystore import OTHER_APP
from lostphone.world.people import apple_account_of
from lostphone_steps.kinds import phone_id, whose


@sentence(
    "given",
    "when",
    en="{person} turns {on:onoff} {switch} on {device}",
    ja="{person}は{device}の{switch}を{on:onoff}にする",
)
def turns_switch(story: Story, person: str, switch: str, on: bool, device: str) -> None:
    phone = phone_id(person, device)
    if switch == "passkey-provider":
        story.do(passkeys.SetPasskeyProvider(phone, on))
    else:
        story.do(clouds.SetSwitch(phone, switch, on))


tells(
    turns_switch,
    clouds.SetSwitch,
    lambda action: whose(action.phone) | {"switch": action.switch, "on": action.on},
)
tells(
    turns_switch,
    passkeys.SetPasskeyProvider,
    lambda action: whose(action.phone) | {"switch": "passkey-provider", "on": action.on},
)


@sentence(
    "given",
    "when",
    en=(
        "{person} has the managed Apple Account {email} of {tenant}",
        "{person} has the Apple Account {email}",
    ),
    ja=(
        "{person}は{tenant}の管理対象Apple Account {email}を持っている",
        "{person}はApple Account {email}を持っている",
    ),
)
def has_apple_account(story: Story, person: str, email: str, tenant: str = "") -> None:
    story.do(clouds.CreateAppleAccount(email, person, organisation=tenant))


tells(
    has_apple_account,
    clouds.CreateAppleAccount,
    lambda action: {"person": action.person, "email": action.email, "tenant": action.organisation},
)


@sentence(
    "given",
    "when",
    en="{person} protects iCloud with Advanced Data Protection",
    ja="{person}はiCloudを高度なデータ保護で守っている",
)
def advanced_protection(story: Story, person: str) -> None:
    """Said before the first phone, for the account is made here."""
    story.do(clouds.CreateAppleAccount(apple_account_of(person), person, advanced_protection=True))


tells(advanced_protection, clouds.CreateAppleAccount, lambda action: {"person": action.person})


@sentence(
    "given",
    "when",
    en="{person} signs in to iCloud as {email} on {device}",
    ja="{person}は{device}で{email}としてiCloudにサインインする",
)
def signs_in_to_icloud(story: Story, person: str, email: str, device: str) -> None:
    phone = phone_id(person, device)
    if story.is_on_icloud(phone):
        story.do(clouds.SignOutOfICloud(phone))
    story.do(clouds.SignInToICloud(phone, email))


def _signed_in(_action: Action, ahead: Sequence[Any]) -> Iterator[Mapping[str, Any]]:
    for one in ahead[:2]:
        if isinstance(one, clouds.SignInToICloud):
            yield whose(one.phone) | {"email": one.email}


tells_run(signs_in_to_icloud, (clouds.SignOutOfICloud, clouds.SignInToICloud), _signed_in)


_ACCOUNT_EVENTS = {
    "change-password": clouds.ChangeApplePassword,
    "lose-access": clouds.LoseAppleAccess,
    "recover-by-apple": clouds.RecoverByApple,
    "grant-tries": clouds.GrantKeychainTries,
    "leave": clouds.LeaveOrganisation,
}


@sentence(
    "given",
    "when",
    en="the Apple Account {email} {event:account_event}",
    ja="Apple Account {email}{event:account_event}",
)
def account_event(story: Story, email: str, event: str) -> None:
    story.do(_ACCOUNT_EVENTS[event](email))


for _event, _kind in _ACCOUNT_EVENTS.items():
    tells(account_event, _kind, lambda action: {"email": action.email}, event=_event)


@sentence(
    "given",
    "when",
    en="the profile on {phone} forbids {switch}",
    ja="{phone}のプロファイルが{switch}を禁じている",
)
def profile_forbids(story: Story, phone: str, switch: str) -> None:
    story.do(clouds.ForbidByMdm(phone, switch))


tells(profile_forbids, clouds.ForbidByMdm, lambda action: {"phone": action.phone, "switch": action.switch})


@sentence(
    "given",
    "when",
    en="{person} forgets the passcode of {device}",
    ja="{person}は{device}のパスコードを忘れる",
)
def forgets_passcode(story: Story, person: str, device: str) -> None:
    story.do(phones.ForgetPasscode(person, phone_id(person, device)))


tells(forgets_passcode, phones.ForgetPasscode, lambda action: whose(action.phone))


@sentence(
    "when",
    "given",
    en="{person} types a wrong passcode for iCloud Keychain on {device} {times:count}",
    ja="{person}は{device}でiCloudキーチェーンの間違ったパスコードを{times:count}入力する",
)
def wrong_passcodes(story: Story, person: str, device: str, times: int) -> None:
    """Every try but the last is expected to be refused; what became of the last is looked at next."""
    phone = phone_id(person, device)
    for tried in range(times):
        if tried:
            story.look_away()
        story.do(clouds.JoinKeychain(phone, passcode_right=False, ask_other_device=False))


def _wrong(action: clouds.JoinKeychain, ahead: Sequence[Any]) -> Iterator[Mapping[str, Any]]:
    """As many tries as follow, then fewer: the sentence takes for granted that all but the last are refused."""
    tries = len(list(takewhile(lambda one: one == action, ahead)))
    for times in range(tries, 0, -1):
        yield whose(action.phone) | {"times": times}


tells_run(wrong_passcodes, clouds.JoinKeychain, _wrong)


@sentence(
    "when",
    "given",
    en="{person} types the right passcode for iCloud Keychain on {device}",
    ja="{person}は{device}でiCloudキーチェーンの正しいパスコードを入力する",
)
def right_passcode(story: Story, person: str, device: str) -> None:
    story.do(clouds.JoinKeychain(phone_id(person, device), ask_other_device=False))


tells(right_passcode, clouds.JoinKeychain, lambda action: whose(action.phone))


@sentence(
    "given",
    "when",
    en="another app {deed:keychain_deed} {item:keychain_item} in the keychain of {phone}",
    ja="別のアプリが{phone}のキーチェーンで{item:keychain_item}を{deed:keychain_deed}",
)
def other_app_item(story: Story, deed: str, item: str, phone: str) -> None:
    kind = clouds.KeepKeychainItem if deed == "keep" else clouds.DeleteKeychainItem
    story.do(kind(phone, item))  # type: ignore[arg-type]


for _deed, _item in (("keep", clouds.KeepKeychainItem), ("delete", clouds.DeleteKeychainItem)):
    tells(
        other_app_item, _item, lambda action: {"item": action.protection, "phone": action.phone}, deed=_deed
    )


@sentence(
    "then",
    en="the keychain of {phone} {holding} {item:keychain_item} of the other app",
    ja="{phone}のキーチェーンに別のアプリの{item:keychain_item}{holding}",
)
def keychain_holds(story: Story, phone: str, holding: bool, item: str) -> None:
    held = OTHER_APP + item in story.world.device(phone).keystore.items
    if held != holding:
        raise Unexpected(sighted("keychain-holds" if held else "keychain-lacks", phone=phone, item=item))
