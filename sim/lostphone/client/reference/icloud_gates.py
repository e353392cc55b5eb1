"""The settings of an iPhone that a backup needs, by the names under which the catalogue lists them (Q02).

>>> is_open("icloud", None)
False
"""

from __future__ import annotations

from lostphone.rules.icloud_settings import SIGNED_IN
from lostphone.world.devices.services import ICloudSettings

#: The message with which the app asks for each.
MESSAGES = {
    SIGNED_IN: "gate-icloud",
    "icloud-drive": "gate-drive",
    "icloud-keychain": "gate-keychain",
    "icloud-backup": "gate-backup",
    "app-toggle": "gate-saved-to-icloud",
}


def is_open(gate: str, icloud: ICloudSettings | None) -> bool:
    """Whether that setting is on; None where the phone is signed out of iCloud. KeyError: no such gate."""
    if icloud is None:
        return False
    return bool(icloud.account) if gate == SIGNED_IN else icloud.is_on(gate)


def closed_gates(gates: tuple[str, ...], icloud: ICloudSettings | None) -> list[str]:
    """Those of the gates that are off, in their order."""
    return [gate for gate in gates if not is_open(gate, icloud)]
