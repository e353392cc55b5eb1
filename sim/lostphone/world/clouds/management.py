"""What an organisation may forbid on a device, and how far its word reaches (facts D17, D18)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from lostphone.refusal import Refusal
from lostphone.rules.icloud_settings import ICLOUD_SETTINGS

if TYPE_CHECKING:
    from lostphone.world.devices.ios import IosDevice

ACTOR = "device management"
#: What can be kept from a managed app on a phone that is not supervised. There is one app in our world,
#: so keeping it out of iCloud Backup is told by the switch of the whole backup.
MANAGED_APP_SWITCHES = ("app-toggle", "icloud-backup")


def forbid(device: IosDevice, switches: tuple[str, ...], *, managed_app: bool = False) -> None:
    """Hold switches off by a profile. Refusal "not-allowed" on a phone that is not supervised.

    With `managed_app` the profile speaks of the app alone, which needs no supervision.
    """
    require_switches(switches)
    beyond_app = [switch for switch in switches if switch not in MANAGED_APP_SWITCHES]
    if not device.supervised and (beyond_app or not managed_app):
        raise Refusal("not-allowed", f"{device.id} is not supervised, so no profile can forbid that")
    device.forbidden_by_mdm |= frozenset(switches)
    device.world.record(ACTOR, "forbid", device.id, switches=", ".join(switches))
    device.changed()


def allow(device: IosDevice) -> None:
    """Take every prohibition away; the switches stand again where the person left them."""
    device.forbidden_by_mdm = frozenset()
    device.world.record(ACTOR, "allow", device.id)
    device.changed()


def require_switches(switches: Iterable[str]) -> None:
    """Refusal "bad-input" for a switch that no device has."""
    for switch in switches:
        if switch not in ICLOUD_SETTINGS:
            raise Refusal(
                "bad-input", f"'{switch}' is no iCloud switch; use one of {', '.join(ICLOUD_SETTINGS)}"
            )
