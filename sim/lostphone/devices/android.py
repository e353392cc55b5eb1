"""Android phones: what they add is a system backup that does not carry authenticator entries.

Google's backup and cable transfers exist and are switched on, and stories show that they move
everything else: the app's store is encrypted under a keystore key that never leaves (facts E08, E11, E12).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lostphone.devices.device import Device

if TYPE_CHECKING:
    from lostphone.world.world import World


class AndroidDevice(Device):
    """An Android phone."""

    platform = "android"

    def __init__(self, world: World, device_id: str, owner: str, os_version: str = "15") -> None:
        super().__init__(world, device_id, owner, os_version)
        self.google_backup = True
