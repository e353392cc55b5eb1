"""Where the newer iOS backup is kept: secrets in iCloud Keychain, names in the app's iCloud container.

Each account that may take its secret along has one synchronizable item, names included, so that it can
come back even while a full iCloud storage holds up everything else (S21). The container holds the names
of all accounts and their order, sealed under a key that is itself a synchronizable item. A phone that has
not joined the Keychain yet makes a key and a document of its own; they meet when it joins.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cached_property
from typing import TypeAlias

import msgspec

from lostphone.client.reference.document import BackupEntry, write_document
from lostphone.client.reference.entries import Entries
from lostphone.client.reference.sealing import header_of, seal

#: Entries of names, and labels of what could not be read.
Names: TypeAlias = tuple[list[BackupEntry], tuple[str, ...]]

ITEM = "backup/"
KEY = "backup-key/"
_KEY_BYTES = 32


class ICloudStore(Entries):
    """Reads and writes the items and the documents of names."""

    # Items: one an account, with its secret

    def shared_items(self) -> dict[str, BackupEntry]:
        """The items on this phone by account id; one that cannot be read is as good as none."""
        ids = [key.removeprefix(ITEM) for key in self.host.keychain_list() if key.startswith(ITEM)]
        items = {account_id: self.shared_item(account_id) for account_id in ids}
        return {account_id: entry for account_id, entry in items.items() if entry is not None}

    def shared_item(self, account_id: str) -> BackupEntry | None:
        """The item of that account on this phone; None if there is none, or none that can be read."""
        value = self.host.keychain_get(f"{ITEM}{account_id}")
        if value is None:
            return None
        # Every change of the list looks at all items again; each is decoded when its bytes are new.
        known = self._items_read.get(account_id)
        if known is None or known[0] != value:
            known = self._items_read[account_id] = value, _read_item(value)
        return known[1]

    def share(self, entry: BackupEntry, there: BackupEntry | None) -> None:
        """Store an account's item, unless what is there is the same or newer."""
        if there is None or entry.revision > there.revision or _further_on(entry, there):
            self._put_item(f"{ITEM}{entry.id}", msgspec.json.encode(entry))

    def unshare(self, account_id: str) -> None:
        """Delete an account's item, which deletes it from every device (D08)."""
        self.host.keychain_delete(f"{ITEM}{account_id}")

    def _put_item(self, key: str, value: bytes) -> None:
        """backup.nothing-in-clear: what goes to the Keychain is end-to-end encrypted (D09, D14)."""
        self.host.keychain_put(key, value, "synchronizable")

    # Documents: the names of all, one document a key

    def read_names(self) -> Names:
        """The names in every document that this phone has the key of, and labels that could not be read.

        Refusals: "tampered", "newer-format", "wrong-platform", and those of the container.
        """
        names: dict[str, BackupEntry] = {}
        missing: list[str] = []
        for key_id, key in self._keys().items():
            blob = self.host.cloud_get("icloud", _place(key_id))
            if blob is None:
                continue
            entries, lost = self._opened_names(key_id, blob, key)
            missing += lost
            for entry in entries:
                names.setdefault(entry.id, entry)
        return list(names.values()), tuple(missing)

    def write_names(self, entries: Sequence[BackupEntry]) -> None:
        """Replace the documents that this phone can read by one that holds these names."""
        first, *others = self._keys() or [self._make_key()]
        key = self.host.keychain_get(KEY + first)
        assert key is not None
        blob = seal(
            write_document(entries),
            key,
            platform=self.platform,
            now_ms=self.host.now_ms(),
            random=self.host.random,
        )
        self.host.cloud_put("icloud", _place(first), blob)
        for other in others:
            self.host.cloud_delete("icloud", _place(other))

    def _opened_names(self, key_id: str, blob: bytes, key: bytes) -> Names:
        # Every opening of the app reads the same document again; the one read last is remembered.
        known = self._documents.get(key_id)
        if known is None or known[0] != blob:
            self._accept_platform(header_of(blob))
            known = self._documents[key_id] = blob, self._unsealed(blob, key)
        return known[1]

    @cached_property
    def _documents(self) -> dict[str, tuple[bytes, Names]]:
        return {}

    @cached_property
    def _items_read(self) -> dict[str, tuple[bytes, BackupEntry | None]]:
        return {}

    def _keys(self) -> dict[str, bytes]:
        """Keys by id, in an order on which all devices agree."""
        keys: dict[str, bytes] = {}
        for item in sorted(item for item in self.host.keychain_list() if item.startswith(KEY)):
            key = self.host.keychain_get(item)
            if key is not None:
                keys[item.removeprefix(KEY)] = key
        return keys

    def _make_key(self) -> str:
        key = self.host.random(_KEY_BYTES)
        key_id = hashlib.sha256(key).hexdigest()[:16]
        self._put_item(KEY + key_id, key)
        return key_id


def _read_item(value: bytes) -> BackupEntry | None:
    try:
        return msgspec.json.decode(value, type=BackupEntry)
    except ValueError:
        return None


def _further_on(entry: BackupEntry, there: BackupEntry) -> bool:
    """Whether it is the same secret at a later counter, or under another name."""
    if entry.secret != there.secret or entry == there:
        return False
    return entry.form is None or there.form is None or entry.form.counter >= there.form.counter


def _place(key_id: str) -> str:
    return f"names-{key_id}"
