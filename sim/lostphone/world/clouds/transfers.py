"""Moving from one phone to another without iCloud: Quick Start, a computer, Google's backup, a cable.

On iPhones, ordinary keychain items travel with Quick Start and with an encrypted computer backup (D06);
an unencrypted one gives them back to the same phone alone (D05); items bound to a device never reach
another by any way (D07), and synchronizable ones are iCloud Keychain's affair (D09, A31).

On Android the app arrives empty: its store is encrypted under a key that cannot leave (E08), and
neither Google's backup nor a transfer tool is the app's carrier (E11, E12).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from lostphone.refusal import Refusal
from lostphone.rules.icloud_settings import ICLOUD_SETTINGS
from lostphone.world.clouds.backup_content import Snapshot, require_fresh
from lostphone.world.devices.android import AndroidDevice
from lostphone.world.devices.device import AppInstall
from lostphone.world.devices.ios import IosDevice

if TYPE_CHECKING:
    from lostphone.world.devices.device import Device
    from lostphone.world.devices.keystore import Protection


class ComputerBackup(msgspec.Struct, frozen=True):
    """A backup of an iPhone on a computer (Finder, iTunes)."""

    device_id: str
    encrypted: bool
    snapshot: Snapshot

    def restore(self, new: IosDevice) -> None:
        """Set a new or erased iPhone up from it; Refusal "not-allowed", "no-such-phone"."""
        _require_usable(new)
        require_fresh(new)
        keys: tuple[Protection, ...] = ("when-unlocked",) if self.encrypted else ()
        if new.id == self.device_id:
            keys = ("when-unlocked", "this-device-only")
        self.snapshot.put_on(new, keys=keys)
        new.world.record(new.id, "restore-from-computer", self.device_id, encrypted=self.encrypted)


class GoogleBackup(msgspec.Struct, frozen=True):
    """What Google's backup knows of the app: that it was installed, and at which version ("" if not)."""

    device_id: str
    app_version: str


def quick_start(old: IosDevice, new: IosDevice) -> None:
    """Move from phone to phone, both in hand: app, files, ordinary keychain items, account, switches.

    The old phone vouches for the new one in the keychain circle, if it is in it and its switch is on.
    Refusals: "no-such-phone", "not-allowed" (the new one is in use), and those of signing in.
    """
    _require_usable(old)
    _require_usable(new)
    require_fresh(new)
    icloud, account = new.world.icloud, old.world.icloud.account_of(old)
    new.world.record(new.id, "quick-start", old.id)
    for switch in ICLOUD_SETTINGS:
        new.switches[switch] = old.switches[switch]
    ordinary: tuple[Protection, ...] = ("when-unlocked",)
    Snapshot.of(old).put_on(new, keys=ordinary)
    if account is not None:
        icloud.sign_in(new, account.email)
        if old.id in account.circle.members and "icloud-keychain" not in new.forbidden_by_mdm:
            icloud.join_keychain(new)


def finder_backup(old: IosDevice, encrypted: bool) -> ComputerBackup:
    """Back the iPhone up to a computer; Refusal "no-such-phone" when it is not there to be connected."""
    _require_usable(old)
    old.world.record(old.id, "back-up-to-computer", "", encrypted=encrypted)
    return ComputerBackup(old.id, encrypted, Snapshot.of(old))


def google_backup(old: AndroidDevice) -> GoogleBackup:
    """What Google's backup holds of the phone now; Refusal "backup-off" when it is switched off."""
    if not old.google_backup:
        raise Refusal("backup-off", f"Google's backup is off on {old.id}")
    return GoogleBackup(old.id, "" if old.app is None else old.app.version)


def google_restore(new: AndroidDevice, old: AndroidDevice | GoogleBackup) -> None:
    """Set a new or erased Android phone up: the app is installed, and empty (E08, E11, S36).

    `old` is a backup, or a phone whose backup is as it is now. Refusal "not-allowed", "backup-off".
    """
    backup = google_backup(old) if isinstance(old, AndroidDevice) else old
    _require_usable(new)
    require_fresh(new)
    _install_empty(new, backup.app_version)
    new.world.record(new.id, "restore-from-google", backup.device_id)


def cable(old: Device, new: Device) -> None:
    """Copy one Android phone to another with a cable: everything but the app's store (E12).

    Refusals: "wrong-platform" unless both are Android phones, "no-such-phone", "not-allowed".
    """
    for device in (old, new):
        if not isinstance(device, AndroidDevice):
            raise Refusal("wrong-platform", f"{device.id} is no Android phone")
        _require_usable(device)
    require_fresh(new)
    _install_empty(new, "" if old.app is None else old.app.version)
    new.world.record(new.id, "cable-transfer", old.id)


def _install_empty(new: Device, version: str) -> None:
    if version and new.app is None:
        new.app = AppInstall(version)
        new.changed()


def _require_usable(device: Device) -> None:
    if not device.usable:
        raise Refusal("no-such-phone", f"{device.id} is {'off' if device.at_hand else 'gone'}")
