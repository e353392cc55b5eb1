"""Edge: where saved passwords go on living when the authenticator stops showing them (facts B05, B09).

Passwords are synced to a personal Microsoft account; whoever signs in to Edge with it sees them. What
was never saved, and payment cards, are not part of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lostphone.refusal import Refusal
from lostphone.world.clouds.link import MICROSOFT, ask

if TYPE_CHECKING:
    from lostphone.world.devices.device import Device
    from lostphone.world.world import World


class Edge:
    """Passwords by personal account and site."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._passwords: dict[str, dict[str, str]] = {}

    def sync(self, device: Device, email: str, entries: dict[str, str]) -> None:
        """Take over what a signed-in device holds; Refusal "signed-out", or those of the network."""
        if not self._world.personal.signed_in(device.id, email):
            raise Refusal("signed-out", f"{device.id} is not signed in to {email}")
        ask(device, MICROSOFT, "sync-passwords", email, lambda: self._store(email, dict(entries)))

    def sites(self, email: str) -> list[str]:
        """The sites whose passwords that account finds in Edge, in order of saving."""
        self._world.personal.account(email)
        return list(self._passwords.get(email, {}))

    def _store(self, email: str, entries: dict[str, str]) -> None:
        self._passwords[email] = entries
