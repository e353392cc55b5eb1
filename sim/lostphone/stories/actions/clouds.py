"""Apple Accounts and what belongs to them: sign-in, switches, keychain circle, management."""

from __future__ import annotations

from lostphone.stories.actions.base import Action
from lostphone.world.devices.keystore import Protection


class CreateAppleAccount(Action, frozen=True):
    """A person gets an Apple Account; a managed one belongs to an organisation."""

    email: str
    person: str
    organisation: str = ""
    advanced_protection: bool = False


class SignInToICloud(Action, frozen=True):
    """Sign the phone in, and join the keychain if its switch is on."""

    phone: str
    email: str


class SignOutOfICloud(Action, frozen=True):
    """Sign the phone out."""

    phone: str


class SetSwitch(Action, frozen=True):
    """Move one of the iCloud switches of the phone."""

    phone: str
    switch: str
    on: bool


class JoinKeychain(Action, frozen=True):
    """Join the circle: by another device's word, else with the passcode of an earlier device."""

    phone: str
    passcode_right: bool = True
    ask_other_device: bool = True


class GrantKeychainTries(Action, frozen=True):
    """Apple's support allows more tries after several wrong passcodes."""

    email: str


class ChangeApplePassword(Action, frozen=True):
    """The account gets a new password."""

    email: str


class LoseAppleAccess(Action, frozen=True):
    """No trusted device, recovery key or recovery contact is left for the account."""

    email: str


class RecoverByApple(Action, frozen=True):
    """Apple's data-recovery service opens what Apple has a key to (D15)."""

    email: str


class KeepKeychainItem(Action, frozen=True):
    """Another app keeps an item of that protection class in the keychain of the phone (D05 to D09)."""

    phone: str
    protection: Protection


class DeleteKeychainItem(Action, frozen=True):
    """That app deletes it again, on this phone."""

    phone: str
    protection: Protection


class ForbidByMdm(Action, frozen=True):
    """The organisation's profile on a supervised phone forbids an iCloud service."""

    phone: str
    switch: str


class AllowByMdm(Action, frozen=True):
    """Undo every such prohibition on the phone."""

    phone: str


class LeaveOrganisation(Action, frozen=True):
    """The person leaves: the managed account is signed out everywhere."""

    email: str
