"""iCloud Backup: by night, when a phone is locked, on power and on Wi-Fi (D01), or by hand.

A night's backup is one event, and it is there only while a phone could be backed up and has something
new. Nights without anything new cost nothing: that they keep a backup in use (D02) is worked out when
somebody asks. The nightly hour, 02:00 UTC, is our choice; Apple names none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lostphone.base.clock import DAY_MS, HOUR_MS
from lostphone.refusal import Refusal
from lostphone.world.clouds.backup_content import DeviceBackup, Snapshot, require_fresh
from lostphone.world.clouds.link import ICLOUD, ask

if TYPE_CHECKING:
    from lostphone.world.clouds.apple_account import AppleAccount
    from lostphone.world.devices.ios import IosDevice
    from lostphone.world.world import World

SWITCH = "icloud-backup"
NIGHT_MS = 2 * HOUR_MS


def next_night_ms(at_ms: int) -> int:
    """The first 02:00 UTC strictly after that moment."""
    return (at_ms - NIGHT_MS) // DAY_MS * DAY_MS + NIGHT_MS + DAY_MS


def last_night_ms(at_ms: int) -> int:
    """The last 02:00 UTC that is not after that moment."""
    return next_night_ms(at_ms) - DAY_MS


class NightlyBackups:
    """The nightly backups of all devices."""

    def __init__(self, world: World) -> None:
        self._world = world
        #: Since when a device could have been backed up every night, by its name.
        self._ready_since_ms: dict[str, int] = {}
        #: Devices for which an event stands in the queue, and its night.
        self._planned_ms: dict[str, int] = {}

    def ready(self, device: IosDevice, account: AppleAccount | None) -> bool:
        """Whether tonight's backup would run: the conditions of D01 and D24.

        A phone that is not at hand counts as away from the charger and the Wi-Fi it knows.
        """
        return (
            account is not None
            and device.usable
            and device.locked
            and device.charging
            and device.on_wifi
            and device.switch_on(SWITCH)
            and not account.full
        )

    def notice(self, device: IosDevice, account: AppleAccount | None) -> None:
        """Something about the device or its account has changed: plan a night, or stop counting them."""
        if account is None or not self.ready(device, account):
            self.pause(device.id, account)
            return
        self._ready_since_ms.setdefault(device.id, self._world.now_ms)
        if device.id not in self._planned_ms and self._has_news(device, account):
            self._plan(device)

    def pause(self, device_id: str, account: AppleAccount | None) -> None:
        """From now on nights no longer keep the device's backup in use."""
        since_ms = self._ready_since_ms.pop(device_id, None)
        backup = None if account is None else account.backups.get(device_id)
        if since_ms is not None and backup is not None:
            self._count_nights(backup, since_ms)

    def turned_off(self, device_id: str, account: AppleAccount) -> None:
        """The switch is off or the account signed out: 180 days begin now (D02)."""
        self.pause(device_id, account)
        backup = account.backups.get(device_id)
        if backup is not None and backup.available(self._world.now_ms):
            backup.last_used_ms = self._world.now_ms

    def available(self, account: AppleAccount) -> list[DeviceBackup]:
        """The backups that are still there, oldest first; Refusal when nobody can open them."""
        self._require_key(account)
        for device_id, backup in account.backups.items():
            since_ms = self._ready_since_ms.get(device_id)
            if since_ms is not None:
                self._count_nights(backup, since_ms)
        now_ms = self._world.now_ms
        found = [backup for backup in account.backups.values() if backup.available(now_ms)]
        return sorted(found, key=lambda backup: backup.taken_at_ms)

    def back_up_now(self, device: IosDevice, account: AppleAccount | None) -> None:
        """Somebody presses Back Up Now: Wi-Fi is needed, power and a lock are not."""
        if account is None:
            raise Refusal("signed-out", f"{device.id} is not signed in to iCloud")
        if SWITCH in device.forbidden_by_mdm:
            raise Refusal("blocked-by-policy", f"a profile on {device.id} forbids iCloud Backup")
        if not device.switches[SWITCH]:
            raise Refusal("backup-off", f"iCloud Backup is off on {device.id}")
        if not device.on_wifi:
            raise Refusal("offline", f"{device.id} is not on Wi-Fi, and iCloud Backup needs it")

        def store() -> None:
            if account.full:
                raise Refusal("quota-exceeded", f"the iCloud storage of {account.email} is full")
            self._store(device, account)

        ask(device, ICLOUD, "back-up-now", account.email, store)

    def restore(self, device: IosDevice, account: AppleAccount, source_id: str) -> None:
        """Set a new or erased device up from a backup; keychain items come to the same device alone (D05)."""
        require_fresh(device)

        def fetch() -> DeviceBackup:
            found = [backup for backup in self.available(account) if backup.device_id == source_id]
            if not found:
                raise Refusal("no-backup", f"iCloud has no backup of {source_id} for {account.email}")
            return found[0]

        backup = ask(device, ICLOUD, "restore-device", source_id, fetch)
        same_device = backup.device_id == device.id
        backup.snapshot.put_on(device, keys=("when-unlocked", "this-device-only") if same_device else ())

    def _require_key(self, account: AppleAccount) -> None:
        if not account.recovery_lost:
            return
        if account.adp:
            raise Refusal("destroyed", "Advanced Data Protection: no key to the backup is left to anybody")
        if not account.recovered_by_apple:
            raise Refusal("needs-sign-in", "access is lost: only Apple's data-recovery service can open it")

    def _count_nights(self, backup: DeviceBackup, since_ms: int) -> None:
        if not backup.available(since_ms):
            return  # it was gone before the phone was put on its charger again
        if not self._world.network.connected(backup.device_id, ICLOUD):
            return
        night_ms = last_night_ms(self._world.now_ms)
        if night_ms > max(since_ms, backup.last_used_ms):
            backup.last_used_ms = night_ms

    def _has_news(self, device: IosDevice, account: AppleAccount) -> bool:
        backup = account.backups.get(device.id)
        if backup is None or not backup.available(self._ready_since_ms.get(device.id, self._world.now_ms)):
            return True
        return backup.snapshot != Snapshot.of(device)

    def _plan(self, device: IosDevice) -> None:
        night_ms = self._planned_ms[device.id] = next_night_ms(self._world.now_ms)
        self._world.timeline.at(night_ms, lambda: self._run(device))

    def _run(self, device: IosDevice) -> None:
        del self._planned_ms[device.id]
        account = self._world.icloud.account_of(device)
        if account is None or not self.ready(device, account):
            return
        if not self._world.network.post(device.id, ICLOUD, lambda: self._arrive(device, account)):
            self._world.record("iCloud Backup", "back-up", device.id, "offline")
        # Whatever did not arrive is tried again the next night.
        self.notice(device, account)

    def _arrive(self, device: IosDevice, account: AppleAccount) -> None:
        # The message may have been under way for long.
        if self._world.icloud.account_of(device) is not account or not self.ready(device, account):
            return
        if self._has_news(device, account):
            self._store(device, account)

    def _store(self, device: IosDevice, account: AppleAccount) -> None:
        backup = DeviceBackup(device.id, self._world.now_ms, Snapshot.of(device))
        account.backups[device.id] = backup
        self._world.record("iCloud Backup", "back-up", device.id, files=len(backup.snapshot.files))
