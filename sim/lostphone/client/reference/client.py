"""The reference client: our model of Microsoft Authenticator, behind the same port as any other client.

It has no private door. What it knows of the world comes through the platform services; what it knows of
dates comes from the catalogue of rules.
"""

from __future__ import annotations

import lostphone
from lostphone.client.port import CAPABILITIES, Client, ClientInfo, Hello, Intent, Result, Scenario
from lostphone.client.reference.app import AuthenticatorApp
from lostphone.refusal import Refusal
from lostphone.world.devices.services import PlatformServices


class ReferenceClient(Client):
    """One app a device. `app` may be a subclass that does one thing otherwise: a planted fault.

    >>> class Forgetful(AuthenticatorApp):
    ...     def _blocks_restore(self) -> bool:
    ...         return False
    >>> ReferenceClient(Forgetful).app.__name__
    'Forgetful'
    """

    def __init__(self, app: type[AuthenticatorApp] = AuthenticatorApp, name: str = "reference") -> None:
        self.app = app
        self._name = name
        self._assumptions: dict[str, str] = {}
        self._apps: dict[str, AuthenticatorApp] = {}

    def initialize(self, hello: Hello) -> ClientInfo:  # noqa: ARG002  # it greets everybody alike
        """It can do everything that the port has."""
        return ClientInfo(self._name, lostphone.__version__, capabilities=tuple(CAPABILITIES))

    def start_scenario(self, scenario: Scenario) -> None:
        """Take the answers to open questions; devices of an earlier scenario are forgotten."""
        self._assumptions = dict(scenario.assumptions)
        self._apps.clear()

    def provision(self, device_id: str, services: PlatformServices) -> None:
        """Start the app; what it remembers is in the phone's storage and keychain."""
        self._apps[device_id] = self.app(services, self._assumptions)

    def call(self, device_id: str, intent: Intent) -> Result:
        """Do what the person wants on that device; Refusal, also when the app was never started there."""
        app = self._apps.get(device_id)
        if app is None:
            raise Refusal("no-such-phone", f"the app has not been started on {device_id}")
        return app.call(intent)

    def end_scenario(self) -> None:
        """Forget every app."""
        self._apps.clear()
