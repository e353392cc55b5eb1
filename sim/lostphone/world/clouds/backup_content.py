"""What a copy of a whole device holds of the app: shared by iCloud Backup and by transfers.

Out of every copy stay `cache/…` and `no-backup/…` (fact D22), and synchronizable keychain items, which
are carried by iCloud Keychain or not at all (D09, A31). What of the keychain the target may take out
again depends on the way the copy travels: see `Snapshot.put_on`.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

import msgspec

from lostphone.base.clock import DAY_MS, iso
from lostphone.refusal import Refusal
from lostphone.world.devices.device import AppInstall
from lostphone.world.devices.keystore import KeyItem, Protection

if TYPE_CHECKING:
    from lostphone.world.devices.device import Device

#: How long a backup outlives its last use (D02).
KEPT_MS = 180 * DAY_MS
LEFT_OUT = ("cache/", "no-backup/")


class Snapshot(msgspec.Struct, frozen=True):
    """One device's app and keys at one moment. `app_version` is "" when the app was not installed."""

    app_version: str
    files: dict[str, bytes]
    keys: dict[str, KeyItem]

    @classmethod
    def of(cls, device: Device) -> Snapshot:
        """What a copy of the device would hold now."""
        app = device.app
        files = {} if app is None else app.files
        return cls(
            "" if app is None else app.version,
            {name: content for name, content in files.items() if not name.startswith(LEFT_OUT)},
            {key: item for key, item in device.keystore.items.items() if item.protection != "synchronizable"},
        )

    def __repr__(self) -> str:
        return f"Snapshot({len(self.files)} files, {len(self.keys)} keys)"

    def put_on(self, device: Device, *, keys: Collection[Protection]) -> None:
        """Bring app and files to a new or erased device, and the keys of the classes that may come along.

        The app itself comes from the store, so one that is on the device already keeps its version.
        """
        if self.app_version:
            if device.app is None:
                device.app = AppInstall(self.app_version)
            device.app.files.update(self.files)
        device.keystore.items.update(
            (key, item) for key, item in self.keys.items() if item.protection in keys
        )
        device.changed()


class DeviceBackup:
    """One device's backup in iCloud. Files are readable by Apple unless the account has ADP (D04)."""

    def __init__(self, device_id: str, taken_at_ms: int, snapshot: Snapshot) -> None:
        self.device_id = device_id
        self.taken_at_ms = taken_at_ms
        #: The last night it was kept up to date, or the moment its switch was turned off.
        self.last_used_ms = taken_at_ms
        self.snapshot = snapshot

    def __repr__(self) -> str:
        return f"DeviceBackup({self.device_id!r}, {iso(self.taken_at_ms)}, {self.snapshot!r})"

    def available(self, at_ms: int) -> bool:
        """Whether it is still there: up to and including 180 days after its last use (D02)."""
        return at_ms <= self.last_used_ms + KEPT_MS


def require_fresh(device: Device) -> None:
    """Only a new or erased device is set up from another; Refusal "not-allowed" otherwise.

    Keychain items that iCloud has already brought do not count, nor does an app never opened.
    """
    keystore = device.keystore
    used = device.app is not None and (device.app.opened or bool(device.app.files))
    if used or len(keystore.of("synchronizable")) != len(keystore.items):
        raise Refusal("not-allowed", f"{device.id} is in use: erase it before setting it up from another")
