"""iCloud Keychain at work: who is in the circle, and how items travel between its devices.

Nothing here polls. A device that is cut off, switched off or out of quota stays behind, and catches up
when it next changes or when `sync` is called for it, as whoever heals a link does.
"""

from __future__ import annotations

from contextlib import suppress
from itertools import count
from typing import TYPE_CHECKING

from lostphone.refusal import Refusal
from lostphone.world.clouds.link import ICLOUD, ask
from lostphone.world.clouds.shared_items import Replica
from lostphone.world.devices.keystore import KeyItem

if TYPE_CHECKING:
    from lostphone.world.clouds.apple_account import AppleAccount
    from lostphone.world.devices.ios import IosDevice
    from lostphone.world.world import World

SWITCH = "icloud-keychain"
#: Managed accounts have a keychain from this version of iOS on (D19, D20).
MANAGED_OS_MAJOR = 17


class KeychainSync:
    """The keychains of all accounts."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._serials = count(1)
        self._replicas: dict[str, Replica] = {}

    # Items, as one device sees them

    def put(self, device: IosDevice, account: AppleAccount | None, key: str, value: bytes) -> None:
        """Store the device's own copy; in the circle it travels on its own (D08)."""
        device.keystore.items[key] = KeyItem(value, "synchronizable")
        self._wrote(device, account, key)

    def delete(self, device: IosDevice, account: AppleAccount | None, key: str) -> bool:
        """Delete the item here, and from the circle on every device (D08); whether there was one."""
        item = device.keystore.items.get(key)
        if item is None or item.protection != "synchronizable":
            return False
        del device.keystore.items[key]
        self._wrote(device, account, key)
        return True

    def _wrote(self, device: IosDevice, account: AppleAccount | None, key: str) -> None:
        replica = self._replica(device)
        replica.wrote(key, next(self._serials))
        if not self._is_member(device, account):
            replica.forget_deletions(device.keystore)
        # iCloud listens to every change of a device that is signed in, and calls `sync`.
        device.changed()

    # The circle

    def join(
        self,
        device: IosDevice,
        account: AppleAccount,
        passcode_right: bool = True,
        prefer_sponsor: bool = True,
    ) -> str:
        """Make the device a member: "created", "sponsored", "recovered", or "member" when it was one.

        Refusals: "blocked-by-policy", "backup-off", "unavailable", those of the escrow record, and
        "destroyed" when nothing that opens the record is left to the person (D14).
        """
        try:
            self._require_allowed(device, account)
        except Refusal as refusal:
            self._world.record(device.id, "join-keychain", account.email, refusal.code)
            raise
        return ask(
            device,
            ICLOUD,
            "join-keychain",
            account.email,
            lambda: self._admit(device, account, passcode_right, prefer_sponsor),
        )

    def _admit(
        self, device: IosDevice, account: AppleAccount, passcode_right: bool, prefer_sponsor: bool
    ) -> str:
        circle = account.circle
        if device.id in circle.members:
            how, detail = "member", ""
        elif not circle.exists:
            circle.create(device)
            how, detail = "created", ""
        elif prefer_sponsor and circle.sponsor_for(device) is not None:
            how, detail = "sponsored", circle.join_by_sponsor(device)
        else:
            self._recover(device, account, passcode_right)
            how, detail = "recovered", account.passcode_kind
        if how != "member":
            self._world.record("iCloud Keychain", "admit", device.id, how=how, by=detail)
        self._exchange(device, account)
        return how

    def _recover(self, device: IosDevice, account: AppleAccount, passcode_right: bool) -> None:
        if account.recovery_lost:
            raise Refusal("destroyed", "nothing is left that opens the keychain, and Apple has no key to it")
        was_destroyed = account.circle.escrow.destroyed
        try:
            account.circle.join_by_escrow(device, passcode_right)
        finally:
            if account.circle.escrow.destroyed and not was_destroyed:
                # Members that still hold copies keep them; nobody else will ever read these.
                account.items.clear()
                self._world.record("iCloud Keychain", "destroy", account.email)

    def _require_allowed(self, device: IosDevice, account: AppleAccount) -> None:
        if SWITCH in device.forbidden_by_mdm:
            raise Refusal("blocked-by-policy", f"a profile on {device.id} forbids iCloud Keychain")
        if not device.switches[SWITCH]:
            raise Refusal("backup-off", f"iCloud Keychain is off on {device.id}")
        if account.managed and device.os_major < MANAGED_OS_MAJOR:
            raise Refusal("unavailable", f"managed accounts have no keychain before iOS {MANAGED_OS_MAJOR}")

    def rejoin(self, device: IosDevice, account: AppleAccount) -> None:
        """Join if that costs nothing: a new circle, another member at hand, or the device's own record.

        Whoever moves the switch holds the unlocked phone, and so knows its passcode.
        """
        circle = account.circle
        own_record = device.id in circle.escrow.passcodes_of and not circle.escrow.locked
        if not circle.exists or own_record or circle.sponsor_for(device) is not None:
            with suppress(Refusal):  # told in the trace; the switch is on all the same
                self.join(device, account)

    def leave(self, device: IosDevice, account: AppleAccount) -> None:
        """The device leaves the circle and keeps its copies (D25)."""
        account.circle.leave(device.id)
        self._replica(device).forget_deletions(device.keystore)
        self._world.record("iCloud Keychain", "leave", device.id)

    def dissolve_if_off_everywhere(self, account: AppleAccount) -> None:
        """When every device has switched it off, the cloud's copy goes too (D25, reported)."""
        if account.circle.exists and not account.circle.members:
            account.circle.dissolve()
            account.items.clear()
            self._world.record("iCloud Keychain", "dissolve", account.email)

    def reset(self, device: IosDevice, account: AppleAccount) -> None:
        """Give up what is stored and begin a new keychain with what this device holds."""
        self._require_allowed(device, account)

        def begin() -> None:
            account.circle.dissolve()
            account.items.clear()
            account.circle.create(device)
            self._exchange(device, account)

        ask(device, ICLOUD, "reset-keychain", account.email, begin)

    def erased(self, device: IosDevice, account: AppleAccount | None) -> None:
        """The device has lost its keys, and with them its place in the circle."""
        self._replicas.pop(device.id, None)
        if account is not None:
            account.circle.leave(device.id)

    # Travelling

    def sync(self, device: IosDevice, account: AppleAccount | None) -> None:
        """Bring the device and its account together in the background, if there is anything to bring."""
        if account is None or not self._is_member(device, account) or not device.powered:
            return
        replica = self._replica(device)
        if replica.seen == account.items.version and not (replica.dirty and self._may_upload(account)):
            return
        generation = device.generation

        def meet() -> None:
            if device.powered and device.generation == generation and self._is_member(device, account):
                self._exchange(device, account)

        self._world.network.post(device.id, ICLOUD, meet)

    def _push(self, account: AppleAccount, besides: str) -> None:
        for member_id in list(account.circle.members):
            if member_id != besides:
                self.sync(self._world.ios_device(member_id), account)

    def _exchange(self, device: IosDevice, account: AppleAccount) -> None:
        replica = self._replica(device)
        for key in device.keystore.of("synchronizable"):
            if key not in replica.serials:
                replica.wrote(key, next(self._serials))
        upload = self._may_upload(account)
        sent, received = account.items.exchange(replica, device.keystore, upload=upload)
        if sent or received:
            self._world.record("iCloud Keychain", "sync", device.id, sent=sent, received=received)
        if sent:
            self._push(account, besides=device.id)
        if received:
            device.changed()

    def _may_upload(self, account: AppleAccount) -> bool:
        """Whether a full storage stops the keychain as well: an open question (Q07)."""
        return not account.full or self._world.policy("ios").answer("Q07") != "blocked"

    def _is_member(self, device: IosDevice, account: AppleAccount | None) -> bool:
        return account is not None and device.id in account.circle.members

    def _replica(self, device: IosDevice) -> Replica:
        replica = self._replicas.get(device.id)
        if replica is None:
            replica = self._replicas[device.id] = Replica()
        return replica
