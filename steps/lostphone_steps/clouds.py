"""Sentences about Apple Accounts, the iCloud switches and the keychain."""

from __future__ import annotations

from lostphone.devices.keystore import OTHER_APP
from lostphone.gherkin.sentence import sentence
from lostphone.history.actions import clouds, passkeys, phones
from lostphone.history.story import Story, Unexpected
from lostphone_steps.kinds import phone_id
from lostphone_steps.phones import apple_account_of


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


@sentence(
    "given",
    en="{person} has the managed Apple Account {email} of {tenant}",
    ja="{person}は{tenant}の管理対象Apple Account {email}を持っている",
)
def managed_account(story: Story, person: str, email: str, tenant: str) -> None:
    story.do(clouds.CreateAppleAccount(email, person, organisation=tenant))


@sentence(
    "given",
    en="{person} protects iCloud with Advanced Data Protection",
    ja="{person}はiCloudを高度なデータ保護で守っている",
)
def advanced_protection(story: Story, person: str) -> None:
    """Said before the first phone, for the account is made here."""
    story.do(clouds.CreateAppleAccount(apple_account_of(person), person, advanced_protection=True))


@sentence(
    "given",
    "when",
    en="{person} signs in to iCloud as {email} on {device}",
    ja="{person}は{device}で{email}としてiCloudにサインインする",
)
def signs_in_to_icloud(story: Story, person: str, email: str, device: str) -> None:
    phone = phone_id(person, device)
    if story.world.ios_device(phone).apple_account is not None:
        story.do(clouds.SignOutOfICloud(phone))
    story.do(clouds.SignInToICloud(phone, email))


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


@sentence(
    "given",
    "when",
    en="the profile on {phone} forbids {switch}",
    ja="{phone}のプロファイルが{switch}を禁じている",
)
def profile_forbids(story: Story, phone: str, switch: str) -> None:
    story.do(clouds.ForbidByMdm(phone, switch))


@sentence(
    "given",
    "when",
    en="{person} forgets the passcode of {device}",
    ja="{person}は{device}のパスコードを忘れる",
)
def forgets_passcode(story: Story, person: str, device: str) -> None:
    story.do(phones.ForgetPasscode(person, phone_id(person, device)))


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


@sentence(
    "when",
    "given",
    en="{person} types the right passcode for iCloud Keychain on {device}",
    ja="{person}は{device}でiCloudキーチェーンの正しいパスコードを入力する",
)
def right_passcode(story: Story, person: str, device: str) -> None:
    story.do(clouds.JoinKeychain(phone_id(person, device), ask_other_device=False))


@sentence(
    "given",
    "when",
    en="another app {deed:keychain_deed} {item:keychain_item} in the keychain of {phone}",
    ja="別のアプリが{phone}のキーチェーンで{item:keychain_item}を{deed:keychain_deed}",
)
def other_app_item(story: Story, deed: str, item: str, phone: str) -> None:
    kind = clouds.KeepKeychainItem if deed == "keep" else clouds.DeleteKeychainItem
    story.do(kind(phone, item))  # type: ignore[arg-type]


@sentence(
    "then",
    en="the keychain of {phone} {holding} {item:keychain_item} of the other app",
    ja="{phone}のキーチェーンに別のアプリの{item:keychain_item}{holding}",
)
def keychain_holds(story: Story, phone: str, holding: bool, item: str) -> None:
    held = OTHER_APP + item in story.world.device(phone).keystore.items
    if held != holding:
        raise Unexpected(f"the keychain of {phone} {'holds' if held else 'does not hold'} the {item} item")
