"""A registration: what a service remembers of the phone that can vouch for somebody.

The service never learns that a phone was lost or erased. It goes on counting on it, which is how people
get locked out (facts A44, A47, C09).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lostphone.world.devices.device import Device


class Registration:
    """One registered phone, and which copy of the app on it keeps the key."""

    def __init__(self, device: Device) -> None:
        self.device_id = device.id
        self.since_ms = device.world.now_ms
        self.device = device
        #: In whose hand the phone was. Passed on to somebody else, it vouches for nobody.
        self.holder = device.owner
        self._generation = device.generation
        self._install = device.app

    def kept_by(self, device: Device) -> bool:
        """Whether the key can still be on that device: same device, not erased, same copy of the app."""
        return (
            device is self.device
            and device.generation == self._generation
            and self._install in (None, device.app)
        )

    @property
    def at_hand(self) -> bool:
        """Whether it could be used now: in the hand that registered it, on, and still keeping the key.

        That need not be the hand of the account's owner: a colleague who shares the account lets a new
        phone in (work.shared-account).
        """
        device = self.device
        return (
            device.owner == self.holder and device.usable and device.app is not None and self.kept_by(device)
        )


class PasskeyRegistration(Registration):
    """A phone that holds a passkey: under which sign-in name, and of which model of authenticator."""

    def __init__(self, device: Device, name: str, aaguid: bytes) -> None:
        super().__init__(device)
        self.name = name
        self.aaguid = aaguid
