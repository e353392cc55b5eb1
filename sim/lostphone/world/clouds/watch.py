"""How iCloud notices what happens to devices: it looks when one changes, and never polls.

A switch moved in the settings, an erase, a phone put on its charger or switched on again: all of these
come through the one call that a device makes after any change. Ten thousand idle phones make none.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from lostphone.world.clouds import backup, keychain_sync

if TYPE_CHECKING:
    from lostphone.world.clouds.apple_account import AppleAccount
    from lostphone.world.clouds.backup import NightlyBackups
    from lostphone.world.clouds.keychain_sync import KeychainSync
    from lostphone.world.devices.ios import IosDevice


class _Seen:
    """What iCloud last knew of a device, so that it notices an erase or a switch moved in passing."""

    def __init__(self, device: IosDevice) -> None:
        self.generation = device.generation
        self.account: AppleAccount | None = None
        self.backup_on = False


class Watch:
    """The devices that ever signed in, and what was last known of each."""

    def __init__(
        self,
        account_of: Callable[[IosDevice], AppleAccount | None],
        keychains: KeychainSync,
        device_backups: NightlyBackups,
    ) -> None:
        self._account_of = account_of
        self._keychains = keychains
        self._backups = device_backups
        self._seen: dict[str, _Seen] = {}
        self.devices: dict[str, IosDevice] = {}

    def add(self, device: IosDevice) -> None:
        """Watch the device from now on; harmless when it is watched already."""
        if device.id not in self._seen:
            self._seen[device.id] = _Seen(device)
            self.devices[device.id] = device
            device.watch(lambda: self.notice(device))

    def notice(self, device: IosDevice) -> None:
        """Compare a watched device with what was last known, and do what follows from it."""
        seen, account = self._seen[device.id], self._account_of(device)
        if device.generation != seen.generation:
            self._forget_erased(device, seen)
        if seen.account is not None and seen.account is not account:
            self._forget_signed_out(device, seen, seen.account)
        seen.account = account
        backup_on = device.switch_on(backup.SWITCH)
        if seen.backup_on and not backup_on and account is not None:
            self._backups.turned_off(device.id, account)
        seen.backup_on = backup_on
        self._backups.notice(device, account)
        if account is not None:
            self._check_membership(device, account)
            self._keychains.sync(device, account)

    def _check_membership(self, device: IosDevice, account: AppleAccount) -> None:
        if device.id in account.circle.members and not device.switch_on(keychain_sync.SWITCH):
            self._keychains.leave(device, account)
            if not device.switches[keychain_sync.SWITCH]:
                self._keychains.dissolve_if_off_everywhere(account)

    def _forget_erased(self, device: IosDevice, seen: _Seen) -> None:
        seen.generation = device.generation
        self._backups.pause(device.id, seen.account)
        self._keychains.erased(device, seen.account)
        if seen.account is not None:
            seen.account.devices.remove(device.id)
        seen.account, seen.backup_on = None, False

    def _forget_signed_out(self, device: IosDevice, seen: _Seen, account: AppleAccount) -> None:
        account.devices.remove(device.id)
        if seen.backup_on:
            self._backups.turned_off(device.id, account)
        seen.backup_on = False
        if device.id in account.circle.members:
            self._keychains.leave(device, account)
