"""A registration: what a service remembers of the phone that can vouch for somebody.

The service never learns that a phone was lost or erased. It goes on counting on it, which is how people
get locked out (facts A44, A47, C09).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lostphone.devices.device import Device


class Registration:
    """One registered phone, and which copy of the app on it keeps the key."""

    def __init__(self, device: Device) -> None:
        self.device_id = device.id
        self.since_ms = device.world.now_ms
        self.device = device
        self._generation = device.generation
        self._install = device.app

    def kept_by(self, device: Device) -> bool:
        """Whether the key can still be on that device: same device, not erased, same copy of the app."""
        return (
            device is self.device
            and device.generation == self._generation
            and self._install in (None, device.app)
        )

    def at_hand_of(self, owner: str) -> bool:
        """Whether `owner` could use it now: the phone in the hand, on, and still keeping the key."""
        device = self.device
        return device.owner == owner and device.usable and device.app is not None and self.kept_by(device)
