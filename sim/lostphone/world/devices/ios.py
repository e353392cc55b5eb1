"""iPhones and iPads: what they add is an Apple Account and the iCloud switches.

The switches are the device's own (facts A14, A25, A28); what they do is in `clouds`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lostphone.rules.icloud_settings import ICLOUD_SETTINGS
from lostphone.world.devices.device import Device

if TYPE_CHECKING:
    from lostphone.world.world import World


class IosDevice(Device):
    """An iPhone or iPad."""

    platform = "ios"

    def __init__(self, world: World, device_id: str, owner: str, os_version: str = "18.5") -> None:
        super().__init__(world, device_id, owner, os_version)
        self.apple_account: str | None = None
        #: What the person wants; an MDM profile or a managed account may still forbid it.
        self.switches: dict[str, bool] = dict.fromkeys(ICLOUD_SETTINGS, True)
        self.supervised = False
        self.forbidden_by_mdm: frozenset[str] = frozenset()

    def switch_on(self, switch: str) -> bool:
        """Whether the switch is on and allowed, on a device that is signed in to iCloud."""
        return (
            self.apple_account is not None and self.switches[switch] and switch not in self.forbidden_by_mdm
        )

    def erase(self) -> None:
        self.apple_account = None
        self.switches = dict.fromkeys(ICLOUD_SETTINGS, True)
        super().erase()
