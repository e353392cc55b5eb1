"""The settings of an iPhone that a backup needs, by the names under which the catalogue lists them (Q02).

>>> is_open("icloud", None)
False
"""

from __future__ import annotations

from collections.abc import Callable

from lostphone.world.devices.services import ICloudSettings

_READ: dict[str, Callable[[ICloudSettings], bool]] = {
    "icloud": lambda icloud: bool(icloud.account),
    "drive": lambda icloud: icloud.drive,
    "keychain": lambda icloud: icloud.keychain,
    "backup": lambda icloud: icloud.backup,
    "saved-to-icloud": lambda icloud: icloud.app_toggle,
}


def is_open(gate: str, icloud: ICloudSettings | None) -> bool:
    """Whether that setting is on; none is where nobody is signed in to iCloud. KeyError: no such gate."""
    read = _READ[gate]
    return icloud is not None and read(icloud)


def closed_gates(gates: tuple[str, ...], icloud: ICloudSettings | None) -> list[str]:
    """Those of the gates that are off, in their order."""
    return [gate for gate in gates if not is_open(gate, icloud)]
