"""The app's own container in iCloud: what "Saved to iCloud" in the settings is about (A14, A28).

There is one app, so there is one container an account. It needs somebody signed in and the app's toggle
on; whether it needs iCloud Drive too is an open question (Q02).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lostphone.refusal import Refusal
from lostphone.world.clouds.link import ICLOUD, ask

if TYPE_CHECKING:
    from lostphone.world.clouds.apple_account import AppleAccount
    from lostphone.world.devices.ios import IosDevice


def put(device: IosDevice, account: AppleAccount | None, key: str, blob: bytes) -> None:
    """Write a blob, replacing what was there; Refusal "quota-exceeded" when the storage is full (D24)."""
    open_to = _require(device, account)

    def store() -> None:
        if open_to.full:
            raise Refusal("quota-exceeded", f"the iCloud storage of {open_to.email} is full")
        open_to.container[key] = blob

    ask(device, ICLOUD, "cloud-put", key, store)


def get(device: IosDevice, account: AppleAccount | None, key: str) -> bytes | None:
    """The blob, or None when there is none."""
    open_to = _require(device, account)
    return ask(device, ICLOUD, "cloud-get", key, lambda: open_to.container.get(key))


def delete(device: IosDevice, account: AppleAccount | None, key: str) -> bool:
    """Whether there was such a blob; a full storage does not stand in the way."""
    open_to = _require(device, account)
    return ask(device, ICLOUD, "cloud-delete", key, lambda: open_to.container.pop(key, None) is not None)


def names(device: IosDevice, account: AppleAccount | None) -> list[str]:
    """The keys, in the order in which they were first written."""
    open_to = _require(device, account)
    return ask(device, ICLOUD, "cloud-list", "", lambda: list(open_to.container))


def _require(device: IosDevice, account: AppleAccount | None) -> AppleAccount:
    if account is None:
        raise Refusal("signed-out", f"{device.id} is not signed in to iCloud")
    needed = ["app-toggle"]
    if "icloud-drive" in device.world.policy("ios").gates():
        needed.append("icloud-drive")
    for switch in needed:
        if not device.switch_on(switch):
            why = "forbidden by a profile" if switch in device.forbidden_by_mdm else "off"
            raise Refusal("backup-off", f"{switch} is {why} on {device.id}")
    return account
