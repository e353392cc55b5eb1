"""A client of ours whose exceptions are crashes of its own, and nothing more.

`client.guarded` does this for somebody else's client and checks every call besides, which doubles the time.
"""

from __future__ import annotations

import traceback

from lostphone.client.port import Client, ClientBroke, ClientInfo, Hello, Intent, Result, Scenario
from lostphone.client.protocol.methods import method_of
from lostphone.refusal import Refusal
from lostphone.world.devices.services import PlatformServices
from lostphone.world.network import Unreachable


class ContainedClient(Client):
    """Passes everything on to `client`; ClientBroke for an exception that is no answer."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def initialize(self, hello: Hello) -> ClientInfo:
        return self._client.initialize(hello)

    def start_scenario(self, scenario: Scenario) -> None:
        self._client.start_scenario(scenario)

    def provision(self, device_id: str, services: PlatformServices) -> None:
        self._client.provision(device_id, services)

    def call(self, device_id: str, intent: Intent) -> Result:
        """As the client's own; ClientBroke for an exception that is no answer."""
        try:
            return self._client.call(device_id, intent)
        except (Refusal, Unreachable, ClientBroke):
            raise
        except Exception as error:
            raised = "".join(traceback.format_exception_only(error)).strip()
            doing = f"{method_of(type(intent))} on {device_id}"
            raise ClientBroke("crash", f"{doing}: the client raised {raised}") from error

    def end_scenario(self) -> None:
        self._client.end_scenario()
