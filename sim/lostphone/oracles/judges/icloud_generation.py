"""The backup that iOS makes by itself: on which phones there may be one, and on which there is (A21, A29)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from lostphone.rules import Catalogue, Policy
from lostphone.rules.icloud_settings import SIGNED_IN
from lostphone.world.devices.ios import IosDevice
from lostphone.world.devices.releases import as_numbers

if TYPE_CHECKING:
    from lostphone.world.devices.device import Device

#: The first system (A22) and the first version of the app (A29) that have it.
MINIMUM_OS, MINIMUM_APP = 16, as_numbers("6.8.33")
_SINCE = "backup.ios2.no-microsoft-account"


def newer_app(device: Device) -> bool:
    """Whether the app on it is of the newer kind, by its version."""
    return device.app is not None and as_numbers(device.app.version) >= MINIMUM_APP


def surely_begun(device: Device) -> bool:
    """Whether the newer backup has come, by the clock of the phone and by the true one."""
    return min(device.now_ms, device.world.now_ms) >= _since_ms()


def surely_newer(device: Device | None) -> bool:
    """Whether that phone has the newer backup or none, and the older one no more."""
    return isinstance(device, IosDevice) and surely_begun(device) and newer_app(device)


def perhaps_begun(device: Device) -> bool:
    """Whether it has come by either clock."""
    return max(device.now_ms, device.world.now_ms) >= _since_ms()


def closed_gates(device: IosDevice) -> tuple[str, ...]:
    """The settings that it needs and that are off, by the names of the phone (Q02).

    Without an Apple Account that is "icloud", whatever else is off.
    """
    if device.apple_account is None:
        return (SIGNED_IN,)
    needed = Policy.at("ios", max(device.now_ms, device.world.now_ms), device.world.answers).gates()
    return tuple(gate for gate in needed if gate != SIGNED_IN and not device.switch_on(gate))


def why_unsaved(device: IosDevice) -> str:
    """The promise by which nothing on that phone can be saved now; "" where something may be."""
    if not newer_app(device):
        return "backup.ios2.minimum-app"
    if device.os_major < MINIMUM_OS:
        return "backup.ios2.minimum-os"
    return "backup.ios2.gates" if closed_gates(device) else ""


@cache
def _since_ms() -> int:
    span = Catalogue.load().rules[_SINCE].span("ios")
    assert span is not None
    assert span.since_ms is not None
    return span.since_ms
