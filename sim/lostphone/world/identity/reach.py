"""How a device asks an identity service something, and what the trace tells of it.

One door for every call, so that each answer, refusal and missing answer is told in the same way.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from lostphone.refusal import Refusal
from lostphone.world.network import Unreachable, once

if TYPE_CHECKING:
    from lostphone.base.trace import Detail
    from lostphone.world.devices.device import Device

T = TypeVar("T")

#: The end of the network at which all of Microsoft's sign-in stands.
MICROSOFT = "microsoft"


def ask(
    device: Device,
    service: str,
    actor: str,
    verb: str,
    handle: Callable[[], T],
    by_person: bool = True,
    **detail: Detail,
) -> T:
    """Let `service` do `handle` for a device; `actor` is who the trace says has answered.

    What the app does by itself (`by_person=False`) a lost phone goes on doing while it has power.
    Raises the service's own Refusal, or "no-such-phone", "offline", "timed-out".
    """
    world = device.world
    if not (device.usable if by_person else device.powered):
        raise Refusal("no-such-phone", f"{device.id} is {'off' if device.at_hand else 'gone'}")

    def tell(outcome: str) -> None:
        world.record(actor, verb, device.id, outcome, **detail)

    try:
        return world.network.call(device.id, service, once(handle, tell))
    except Unreachable as lost:
        world.record(device.id, verb, service, lost.reason, **detail)
        raise Refusal(lost.reason, f"{device.id} got no answer from {actor}") from None
