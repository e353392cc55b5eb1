"""What happens to a phone: bought, lost, found, broken, sold, erased, set up, moved from."""

from __future__ import annotations

from typing import Literal

from lostphone.base.trace import Detail
from lostphone.stories.actions.base import Action


class GivePhone(Action, frozen=True):
    """A person gets a phone with the app on it, as the store offers it that day."""

    phone: str
    person: str
    platform: Literal["ios", "android"]
    os_version: str = ""


class LosePhone(Action, frozen=True):
    """The phone is gone, and nobody can use it."""

    phone: str


class FindPhone(Action, frozen=True):
    """A lost phone turns up as it was."""

    phone: str


class BreakPhone(Action, frozen=True):
    """The phone is at hand and will never start again."""

    phone: str


class SellPhone(Action, frozen=True):
    """The phone is erased and handed to a stranger."""

    phone: str


class ErasePhone(Action, frozen=True):
    """A factory reset; the app is put back from the store, empty."""

    phone: str


class SetPhone(Action, frozen=True):
    """Change a plain state of the phone: it is now locked, charging, on Wi-Fi, or no longer."""

    phone: str
    state: Literal["locked", "charging", "on_wifi"]
    on: bool

    @property
    def detail(self) -> dict[str, Detail]:
        return {"on": self.on}


class SetTimeZone(Action, frozen=True):
    """The phone shows the local time of an IANA zone such as Asia/Tokyo."""

    phone: str
    zone: str


class ForgetPasscode(Action, frozen=True):
    """The person no longer knows the passcode of that phone."""

    person: str
    phone: str


class InstallApp(Action, frozen=True):
    """Install the app from the store, replacing any copy (which is how one reinstalls)."""

    phone: str


class HoldAppVersion(Action, frozen=True):
    """The app stays at that version: automatic updates are off."""

    phone: str
    version: str


class UpdateApp(Action, frozen=True):
    """Take the update the store offers, and keep taking them."""

    phone: str


class BackUpPhone(Action, frozen=True):
    """Press Back Up Now in the iCloud settings."""

    phone: str


class RestorePhone(Action, frozen=True):
    """Set the phone up from the iCloud Backup of another (or of itself, after an erase)."""

    phone: str
    source: str


class QuickStart(Action, frozen=True):
    """Move from the old iPhone to the new one, phone to phone."""

    phone: str
    source: str


class FinderBackup(Action, frozen=True):
    """Back the iPhone up to a computer."""

    phone: str
    encrypted: bool


class FinderRestore(Action, frozen=True):
    """Set the iPhone up from the computer's backup of another."""

    phone: str
    source: str


class GoogleRestore(Action, frozen=True):
    """Set the Android phone up from Google's backup of another (or of itself)."""

    phone: str
    source: str


class CableTransfer(Action, frozen=True):
    """Copy one Android phone to another with a cable and the maker's tool."""

    phone: str
    source: str


#: After these the app is as new, if there is one.
EMPTIES = (GivePhone, ErasePhone, SellPhone, InstallApp)
#: These set a phone up from a copy of itself or of another.
COPIES = (RestorePhone, QuickStart, FinderRestore, GoogleRestore, CableTransfer)
