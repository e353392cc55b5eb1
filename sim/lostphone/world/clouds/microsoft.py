"""Storage of personal Microsoft accounts: where the backup lives when there is a recovery account.

One copy for each account and kind of phone, and no way back to an earlier one (facts A10, A13). Whether
what is in it can be opened is not the storage's business: it sees an encrypted blob.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeVar

import msgspec

from lostphone.base.clock import iso
from lostphone.refusal import Refusal
from lostphone.world.clouds.link import MICROSOFT, ask

if TYPE_CHECKING:
    from lostphone.world.devices.device import Device
    from lostphone.world.world import World

T = TypeVar("T")


class Slot(msgspec.Struct, frozen=True):
    """The one copy, when it was written (true time), and by which device."""

    blob: bytes
    written_at_ms: int
    by_device: str

    def __repr__(self) -> str:
        return f"Slot({len(self.blob)} bytes, {iso(self.written_at_ms)}, by {self.by_device!r})"


class MicrosoftStorage:
    """All slots. Every call needs the device to be signed in to the account.

    Refusals of every call: "not-personal" (a work account, or none at all: A05), "signed-out", and
    those of the network.
    """

    def __init__(self, world: World) -> None:
        self._world = world
        self._slots: dict[tuple[str, str], Slot] = {}

    def put(self, device: Device, email: str, blob: bytes) -> None:
        """Write the slot of the account and the device's platform; what was there is gone (A10)."""

        def store(slot: tuple[str, str]) -> None:
            self._slots[slot] = Slot(blob, self._world.now_ms, device.id)

        self._ask(device, email, "cloud-put", store)

    def get(self, device: Device, email: str) -> bytes | None:
        """The blob, or None when there is none for this kind of phone (A13)."""

        def fetch(slot: tuple[str, str]) -> bytes | None:
            found = self._slots.get(slot)
            return None if found is None else found.blob

        return self._ask(device, email, "cloud-get", fetch)

    def delete(self, device: Device, email: str) -> bool:
        """Empty the slot; whether there was anything in it."""
        return self._ask(device, email, "cloud-delete", lambda slot: self._slots.pop(slot, None) is not None)

    def has(self, device: Device, email: str) -> bool:
        """Whether there is a backup for this account and kind of phone."""
        return self._ask(device, email, "cloud-look", lambda slot: slot in self._slots)

    def slots(self) -> dict[tuple[str, str], Slot]:
        """All slots by account and platform: for oracles, not for clients."""
        return dict(self._slots)

    def replace(self, email: str, platform: str, blob: bytes) -> None:
        """Put other bytes in a slot: what an accident in the storage does, and no client can."""
        slot = self._slots[email, platform]
        self._slots[email, platform] = msgspec.structs.replace(slot, blob=blob)

    def blobs(self) -> Iterator[tuple[str, bytes]]:
        """What Microsoft could read, with its place."""
        for (email, platform), slot in self._slots.items():
            yield f"Microsoft storage/{email}/{platform}", slot.blob

    def _ask(self, device: Device, email: str, verb: str, handle: Callable[[tuple[str, str]], T]) -> T:
        def serve() -> T:
            personal = self._world.personal
            if email not in personal.accounts:
                raise Refusal("not-personal", f"{email} is no personal Microsoft account")
            if not personal.signed_in(device.id, email):
                raise Refusal("signed-out", f"{device.id} is not signed in to {email}")
            return handle((email, device.platform))

        return ask(device, MICROSOFT, verb, email, serve)
