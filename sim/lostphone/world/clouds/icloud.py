"""iCloud: Apple Accounts, the devices signed in to them, and the way to everything they keep there.

It watches each device from its first sign-in on and looks when that device changes; a phone that lies
in a drawer costs no event. What the services do is in `container`, `keychain_sync` and `backup`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from lostphone.refusal import Refusal
from lostphone.world.clouds import container, keychain_sync, management
from lostphone.world.clouds.accounts import AppleAccounts
from lostphone.world.clouds.backup import NightlyBackups
from lostphone.world.clouds.backup_content import DeviceBackup
from lostphone.world.clouds.keychain_sync import KeychainSync
from lostphone.world.clouds.link import ICLOUD, ask
from lostphone.world.clouds.watch import Watch

if TYPE_CHECKING:
    from lostphone.world.clouds.apple_account import AppleAccount
    from lostphone.world.devices.device import Device
    from lostphone.world.devices.ios import IosDevice
    from lostphone.world.world import World


class ICloud(AppleAccounts):
    """All of iCloud in one world."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self.keychains = KeychainSync(world)
        self.device_backups = NightlyBackups(world)
        self._watch = Watch(self.account_of, self.keychains, self.device_backups)

    # Storage, and what Apple's support can do

    def fill(self, email: str) -> None:
        """The storage is full: backups and new blobs are refused (D24)."""
        self._set_full(email, True)

    def free(self, email: str) -> None:
        """Undo `fill`; what was waiting goes through."""
        self._set_full(email, False)

    def _set_full(self, email: str, full: bool) -> None:
        account = self.account(email)
        account.full = full
        self._world.record("iCloud", "fill" if full else "free", email)
        for device_id in list(account.devices):
            self._watch.notice(self._watch.devices[device_id])

    def recover_by_apple(self, email: str) -> list[DeviceBackup]:
        """Apple's data-recovery service: it opens backups, never the keychain (D15).

        Refusal "destroyed" for an account with Advanced Data Protection (D14, S19).
        """
        account = self.account(email)
        if account.adp:
            self._world.record("iCloud", "recover", email, "destroyed")
            raise Refusal("destroyed", f"Advanced Data Protection: Apple has no key to what {email} stores")
        account.recovered_by_apple = True
        self._world.record("iCloud", "recover", email)
        return self.device_backups.available(account)

    # Signing in and out, and the switches

    def sign_in(self, device: IosDevice, email: str) -> None:
        """Sign the device in; joining the keychain is `join_keychain`'s affair.

        Refusals: "not-found", "not-allowed" (the organisation has taken the account back),
        "already-exists" (signed in to another account), and those of the network.
        """
        account = self.account(email)
        if device.apple_account == email:
            return
        if device.apple_account is not None:
            raise Refusal("already-exists", f"{device.id} has to sign out of {device.apple_account} first")

        def admit() -> None:
            if account.closed:
                raise Refusal("not-allowed", f"{account.organisation or 'its owner'} has closed {email}")
            # A request that was held up may arrive when the phone is signed in already.
            if device.apple_account is None:
                device.apple_account = email
                account.devices.append(device.id)
                device.changed()

        self._watch.add(device)
        ask(device, ICLOUD, "sign-in-icloud", email, admit)

    def sign_out(self, device: IosDevice) -> None:
        """Sign the device out; its copies of keychain items stay on it (D25)."""
        account = self.account_of(device)
        if account is None:
            raise Refusal("signed-out", f"{device.id} is not signed in to iCloud")
        device.apple_account = None
        self._world.record(device.id, "sign-out-icloud", account.email)
        device.changed()

    def set_switch(self, device: IosDevice, switch: str, on: bool) -> None:
        """Move a switch in the settings; Refusal "blocked-by-policy" when a profile holds it off.

        Turning the keychain on joins at once if that costs no try, as when the phone was a member before
        or another one is at hand. Turning it off leaves the circle and keeps the phone's copies (D25).
        """
        management.require_switches([switch])
        if on and switch in device.forbidden_by_mdm:
            raise Refusal("blocked-by-policy", f"a profile on {device.id} forbids {switch}")
        account = self.account_of(device)
        device.switches[switch] = on
        self._world.record(device.id, "switch-on" if on else "switch-off", switch)
        device.changed()
        if switch == keychain_sync.SWITCH and account is not None and on:
            self.keychains.rejoin(device, account)

    # Management

    def forbid(self, device: IosDevice, switches: Iterable[str], *, managed_app: bool = False) -> None:
        """An organisation's profile holds switches off: see `management.forbid` (D17, D18)."""
        management.forbid(device, tuple(switches), managed_app=managed_app)

    def allow(self, device: IosDevice) -> None:
        """Undo every `forbid` on the device."""
        management.allow(device)

    def leave_organisation(self, email: str) -> None:
        """The managed account is signed out everywhere and closed (D20, S15)."""
        account = self.account(email)
        if not account.managed:
            raise Refusal("not-allowed", f"{email} belongs to a person, not to an organisation")
        account.closed = True
        self._world.record(account.organisation or "organisation", "close-account", email)
        for device_id in list(account.devices):
            self.sign_out(self._watch.devices[device_id])

    # The app's container

    def container_put(self, device: IosDevice, key: str, blob: bytes) -> None:
        """Refusals: "signed-out", "backup-off", "quota-exceeded", and those of the network."""
        container.put(device, self.account_of(device), key, blob)

    def container_get(self, device: IosDevice, key: str) -> bytes | None:
        return container.get(device, self.account_of(device), key)

    def container_delete(self, device: IosDevice, key: str) -> bool:
        return container.delete(device, self.account_of(device), key)

    def container_list(self, device: IosDevice) -> list[str]:
        return container.names(device, self.account_of(device))

    # Synchronizable keychain items

    def item_put(self, device: IosDevice, key: str, value: bytes) -> None:
        """Store on the device; in the circle it reaches every member (D08). Never refused."""
        self.keychains.put(device, self.account_of(device), key, value)

    def item_get(self, device: IosDevice, key: str) -> bytes | None:
        item = device.keystore.of("synchronizable").get(key)
        return None if item is None else item.value

    def item_delete(self, device: IosDevice, key: str) -> bool:
        return self.keychains.delete(device, self.account_of(device), key)

    def item_list(self, device: IosDevice) -> list[str]:
        return list(device.keystore.of("synchronizable"))

    def join_keychain(
        self, device: IosDevice, passcode_right: bool = True, prefer_sponsor: bool = True
    ) -> str:
        """How the device came in: see `KeychainSync.join` for the answers and refusals."""
        return self.keychains.join(
            device,
            self._require_account(device),
            passcode_right=passcode_right,
            prefer_sponsor=prefer_sponsor,
        )

    def reset_keychain(self, device: IosDevice) -> None:
        """Give up what is in the keychain and begin a new one: what is left after ten wrong passcodes."""
        self.keychains.reset(device, self._require_account(device))

    def grant_keychain_tries(self, email: str) -> None:
        """Apple's support allows the remaining tries (D11)."""
        self.account(email).circle.grant_tries()
        self._world.record("Apple support", "grant-tries", email)

    def sync(self, device: Device) -> None:
        """Try again what waits: whoever heals a link or starts a service calls this."""
        watched = self._watch.devices.get(device.id)
        if watched is not None:
            self._watch.notice(watched)

    def sync_all(self) -> None:
        """`sync` for every device."""
        for device in self._watch.devices.values():
            self._watch.notice(device)

    # Device backups

    def backups(self, email: str) -> list[DeviceBackup]:
        """Backups still there, oldest first (D02); Refusal when the person has lost every key."""
        return self.device_backups.available(self.account(email))

    def latest_backup(self, email: str, device_id: str) -> DeviceBackup | None:
        """The backup of that device, if it is still there."""
        return next((found for found in self.backups(email) if found.device_id == device_id), None)

    def backup_now(self, device: IosDevice) -> None:
        """Press Back Up Now: see `NightlyBackups.back_up_now`."""
        self.device_backups.back_up_now(device, self.account_of(device))

    def restore_device(self, new_device: IosDevice, email: str, from_device_id: str) -> None:
        """Set a new or erased device up from a backup; it is signed in on the way if it was not.

        Refusals: "not-allowed" (in use), "wrong-account", "no-backup", "destroyed", "needs-sign-in".
        """
        if new_device.apple_account not in (None, email):
            raise Refusal("wrong-account", f"{new_device.id} is signed in to {new_device.apple_account}")
        self.sign_in(new_device, email)
        self.device_backups.restore(new_device, self.account(email), from_device_id)

    # What oracles may see

    def blobs(self) -> Iterator[tuple[str, bytes]]:
        """What Apple could read, with its place: containers and files in backups, without keychains.

        Accounts with Advanced Data Protection are left out: Apple has no key to theirs (D04).
        """
        for email, account in self.accounts.items():
            if account.adp:
                continue
            for key, blob in account.container.items():
                yield f"iCloud/{email}/container/{key}", blob
            for device_id, backup in account.backups.items():
                if backup.available(self._world.now_ms):
                    for name, content in backup.snapshot.files.items():
                        yield f"iCloud/{email}/backup/{device_id}/{name}", content

    def _require_account(self, device: IosDevice) -> AppleAccount:
        account = self.account_of(device)
        if account is None:
            raise Refusal("signed-out", f"{device.id} is not signed in to iCloud")
        return account
