"""The keychain or keystore of one device: small secrets with a protection class.

Three classes are all the stories need (facts D05 to D09, E08):

- `this-device-only`: never reaches another device by any route;
- `when-unlocked`: leaves in device backups and transfers, as the platform allows;
- `synchronizable`: belongs to the keychain that a person's devices share (iOS only).
"""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

Protection: TypeAlias = Literal["this-device-only", "when-unlocked", "synchronizable"]

#: Items of other apps on the device; a keychain shows each developer only their own (D23).
OTHER_APP = "other-app/"


class KeyItem(msgspec.Struct, frozen=True):
    """One stored secret value and its class. Its repr shows no value."""

    value: bytes
    protection: Protection

    def __repr__(self) -> str:
        return f"KeyItem(‹secret›, {self.protection!r})"


class Keystore:
    """Items by key. The synchronizable ones here are this device's copies of the shared keychain."""

    def __init__(self) -> None:
        self.items: dict[str, KeyItem] = {}

    def of(self, protection: Protection) -> dict[str, KeyItem]:
        """The items of one class, in order of writing."""
        return {key: item for key, item in self.items.items() if item.protection == protection}

    def drop(self, protection: Protection) -> None:
        """Remove every item of one class."""
        for key in self.of(protection):
            del self.items[key]
