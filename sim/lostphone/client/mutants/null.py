"""The null client: it declares everything and does nothing. A promise that it keeps is no promise."""

from __future__ import annotations

from lostphone.client.port import CAPABILITIES, Client, ClientInfo, Hello, Intent, Result
from lostphone.refusal import Refusal
from lostphone.world.devices.services import PlatformServices


class NullClient(Client):
    """Refuses whatever it is asked."""

    def initialize(self, hello: Hello) -> ClientInfo:
        del hello
        return ClientInfo("null", "1", capabilities=tuple(CAPABILITIES))

    def provision(self, device_id: str, services: PlatformServices) -> None:
        """Nothing is kept, so nothing is prepared."""

    def call(self, device_id: str, intent: Intent) -> Result:
        """Refusal "unavailable", always."""
        del device_id, intent
        raise Refusal("unavailable", "the null client does nothing")
