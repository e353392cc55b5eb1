"""Synchronizable keychain items: what the account holds, what one device holds, and how they meet.

Every write has a serial number in the order of true time; where two copies differ the later write
stands, and a deletion is a write like any other, which is why deleting on one device deletes on all
(fact D08). That the later write stands is our model: Apple does not publish how it settles conflicts.

>>> from lostphone.world.devices.keystore import KeyItem, Keystore
>>> account, phone, tablet = SharedItems(), Replica(), Replica()
>>> phone_keys, tablet_keys = Keystore(), Keystore()
>>> phone_keys.items["GitHub"] = KeyItem(b"seed", "synchronizable")
>>> phone.wrote("GitHub", serial=1)
>>> account.exchange(phone, phone_keys, upload=True), account.exchange(tablet, tablet_keys, upload=True)
((1, 0), (0, 1))
>>> list(tablet_keys.items)
['GitHub']
"""

from __future__ import annotations

import msgspec

from lostphone.world.devices.keystore import KeyItem, Keystore


class SharedItem(msgspec.Struct, frozen=True):
    """The last known write of one key; no value means that it was a deletion. Shows no value."""

    serial: int
    value: bytes | None

    def __repr__(self) -> str:
        return f"SharedItem({self.serial}, {'deleted' if self.value is None else '‹secret›'})"


class Replica:
    """What one device knows of the shared items; the values themselves are in its keystore."""

    def __init__(self) -> None:
        #: Serial of the last write known here, by key; of deletions too, while in the circle.
        self.serials: dict[str, int] = {}
        #: Whether something was written here that the account has not seen.
        self.dirty = False
        #: The account's version that this device has seen.
        self.seen = 0

    def wrote(self, key: str, serial: int) -> None:
        """The device has stored or deleted the key."""
        self.serials[key] = serial
        self.dirty = True

    def forget_deletions(self, keystore: Keystore) -> None:
        """On leaving the circle: what was deleted here is no longer anybody else's business."""
        held = keystore.of("synchronizable")
        self.serials = {key: serial for key, serial in self.serials.items() if key in held}
        self.dirty = True
        self.seen = 0


class SharedItems:
    """The account's side: end-to-end encrypted in life, so nothing here counts as readable by Apple."""

    def __init__(self) -> None:
        self._items: dict[str, SharedItem] = {}
        self.version = 0

    def keys(self) -> list[str]:
        """Keys that have a value, in the order in which they were first seen."""
        return [key for key, item in self._items.items() if item.value is not None]

    def clear(self) -> None:
        """Lose everything, as when the escrow record is destroyed."""
        self._items.clear()
        self.version += 1

    def exchange(self, replica: Replica, keystore: Keystore, *, upload: bool) -> tuple[int, int]:
        """Bring both sides to the later write of every key; how many went up and how many came down.

        With `upload` false nothing goes up, and the replica stays dirty.
        """
        sent = self._take(replica, keystore) if upload else 0
        received = self._give(replica, keystore)
        replica.seen = self.version
        if upload:
            replica.dirty = False
        return sent, received

    def _take(self, replica: Replica, keystore: Keystore) -> int:
        sent = 0
        for key, serial in replica.serials.items():
            known = self._items.get(key)
            if known is not None and known.serial >= serial:
                continue
            item = keystore.items.get(key)
            if item is not None and item.protection != "synchronizable":
                continue  # the app has put something of another class in its place
            self._items[key] = SharedItem(serial, None if item is None else item.value)
            sent += 1
        if sent:
            self.version += 1
        return sent

    def _give(self, replica: Replica, keystore: Keystore) -> int:
        received = 0
        for key, item in self._items.items():
            if replica.serials.get(key, 0) >= item.serial:
                continue
            local = keystore.items.get(key)
            if local is not None and local.protection != "synchronizable":
                continue  # an item of another class under the same key is the app's own affair
            replica.serials[key] = item.serial
            if item.value is not None:
                keystore.items[key] = KeyItem(item.value, "synchronizable")
                received += 1
            elif local is not None:
                del keystore.items[key]
                received += 1
        return received
