"""How a device asks a cloud something: one door, so that a lost answer is told the same everywhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from lostphone.refusal import Refusal
from lostphone.world.network import Unreachable, once

if TYPE_CHECKING:
    from lostphone.world.devices.device import Device

T = TypeVar("T")

#: The ends of the network at which the clouds stand.
ICLOUD = "icloud"
MICROSOFT = "microsoft"


def ask(device: Device, service: str, verb: str, target: str, handle: Callable[[], T]) -> T:
    """Let `service` do `handle` for a device and tell of it, whether it was done or refused.

    Raises the service's own Refusal, or "no-such-phone" (it is off), "offline", "timed-out". After
    "timed-out" the service may have done it all the same, or may do it later.
    """
    world = device.world
    if not device.powered:
        raise Refusal("no-such-phone", f"{device.id} is off")

    def tell(outcome: str) -> None:
        world.record(device.id, verb, target, outcome, service=service)

    try:
        return world.network.call(device.id, service, once(handle, tell))
    except Unreachable as lost:
        tell(lost.reason)
        raise Refusal(lost.reason, f"{device.id} got no answer from {service}") from None
