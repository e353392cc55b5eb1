"""A phone or tablet: who holds it, what state it is in, and what is stored on it.

A device does nothing by itself: it is state, and events elsewhere read it. Ten thousand of them lying
in drawers cost nothing. What leaves it is decided by the subclasses (`ios`, `android`) and the clouds.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from lostphone.refusal import Refusal
from lostphone.world.devices.device_name import DeviceName
from lostphone.world.devices.keystore import Keystore

if TYPE_CHECKING:
    from lostphone.world.world import World


class AppInstall:
    """An installed app: its version and its private files. Files under "cache/" are never backed up."""

    def __init__(self, version: str) -> None:
        self.version = version
        self.auto_update = True
        self.files: dict[str, bytes] = {}
        #: When each timer rings that the app has asked for, and with which token.
        self.timers: set[tuple[int, str]] = set()
        self.opened = False


class Device:
    """One device. `id` is its name in stories, such as "Mika's iPhone"."""

    platform = ""

    def __init__(self, world: World, device_id: str, owner: str, os_version: str) -> None:
        self.world = world
        self.id = device_id
        self.owner = owner
        #: What its owner calls it, as in "new iPhone".
        self.model = DeviceName.read(device_id).model
        self.os_version = os_version
        self.at_hand = True
        self.powered = True
        self.locked = False
        self.charging = False
        self.on_wifi = True
        self.rooted = False
        self.skew_ms = 0
        self.time_zone = "UTC"
        self.passcode = "passcode of " + device_id
        self.passkey_provider = True
        self.app: AppInstall | None = None
        self.keystore = Keystore()
        self.generation = 0
        self.wakes: list[str] = []
        self._watchers: list[Callable[[], None]] = []

    @property
    def now_ms(self) -> int:
        """The time this device believes it is."""
        return self.world.now_ms + self.skew_ms

    @property
    def os_major(self) -> int:
        return int(self.os_version.split(".")[0])

    @property
    def usable(self) -> bool:
        """Whether its owner could take it out of a pocket and use it."""
        return self.at_hand and self.powered

    def require_app(self) -> AppInstall:
        """The installed app, or a refusal that says why there is none to use."""
        if not self.usable:
            why = "is gone" if not self.at_hand else "is off"
            raise Refusal("no-such-phone", f"{self.id} {why}")
        if self.app is None:
            raise Refusal("no-such-phone", f"the app is not installed on {self.id}")
        return self.app

    def watch(self, act: Callable[[], None]) -> None:
        """Call `act` after any change of state or content: how the clouds notice without polling."""
        self._watchers.append(act)

    def changed(self) -> None:
        """Tell the watchers; every method that changes something ends with it."""
        for act in self._watchers:
            act()

    def set(self, **state: bool | int | str) -> None:
        """Change one or more of the plain state attributes (powered, locked, charging, on_wifi, …)."""
        for name, value in state.items():
            if not hasattr(self, name):
                raise AttributeError(f"a device has no state called '{name}'")
            setattr(self, name, value)
        self.changed()

    def install_app(self, version: str) -> None:
        """Put a fresh copy of the app on the device."""
        self.app = AppInstall(version)
        self.changed()

    def uninstall_app(self) -> None:
        """Remove the app and its files; what the platform keeps elsewhere stays there."""
        self.app = None
        self.wakes.clear()
        self.changed()

    def erase(self) -> None:
        """A factory reset: app, files, local keys and sign-ins are gone."""
        self.app = None
        self.keystore = Keystore()
        self.wakes.clear()
        self.rooted = False
        self.generation += 1
        self.changed()
