"""Android phones: what they add is a system backup that does not carry authenticator entries.

Google's backup and cable transfers exist and are switched on, and stories show that they move
everything else: the app's store is encrypted under a keystore key that never leaves (facts E08, E11, E12).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lostphone.world.devices.device import Device
from lostphone.world.devices.keystore import OTHER_APP

if TYPE_CHECKING:
    from lostphone.world.world import World


class AndroidDevice(Device):
    """An Android phone."""

    platform = "android"

    def __init__(self, world: World, device_id: str, owner: str, os_version: str = "15") -> None:
        super().__init__(world, device_id, owner, os_version)
        self.google_backup = True

    def install_app(self, version: str) -> None:
        """As on any device, and the keystore of the copy before it is gone with that."""
        self._drop_own_keys()
        super().install_app(version)

    def uninstall_app(self) -> None:
        self._drop_own_keys()
        super().uninstall_app()

    def _drop_own_keys(self) -> None:
        """Android deletes an app's keys with the app; iOS leaves them in the keychain."""
        for key in [key for key in self.keystore.items if not key.startswith(OTHER_APP)]:
            del self.keystore.items[key]
