"""A world with one phone, and a client of somebody else's on it."""

from __future__ import annotations

import sys
from pathlib import Path

from lostphone.client import port
from lostphone.client.port import Client
from lostphone.client.process import ProcessClient
from lostphone.client.transport.child import Child
from lostphone.client.transport.limits import Limits
from lostphone.world.devices.services import PlatformServices
from lostphone.world.world import World

PHONE = "Mika's iPhone"
SECRET_URI = "otpauth://totp/GitHub:mika?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=GitHub"

PATIENT = Limits()
#: Kills soon what will not go by itself.
STRICT = Limits(stop_ms=300)

MISBEHAVING = Path(__file__).parent / "misbehaving.py"


def program(*arguments: str, limits: Limits = PATIENT, **more) -> ProcessClient:
    command = [sys.executable, *arguments]
    return ProcessClient(lambda within: Child(command, within), limits, **more)


def misbehaving(wrong: str, limits: Limits = PATIENT, **more) -> ProcessClient:
    return program(str(MISBEHAVING), wrong, limits=limits, **more)


def lose_patience(client: ProcessClient) -> None:
    """From now on an answer has to come within a second. Starting up may take as long as it takes."""
    client.limits = client.limits._replace(call_ms=1_000)


class Scene:
    """One scenario on a client, up to the point where the app is on the phone."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.world = World(seed=5)
        self.info = client.initialize(port.Hello(suite="tests", seed=5))
        client.start_scenario(port.Scenario(id="a.b", now_ms=self.world.now_ms, seed=5))
        self.device = self.world.add_device(PHONE, "Mika", "ios")
        self.device.install_app("6.8.20")
        self.services = PlatformServices(self.device)
        client.provision(PHONE, self.services)

    def ask(self, intent: port.Intent) -> port.Result:
        return self.client.call(PHONE, intent)

    def open(self) -> port.Result:
        return self.ask(port.OpenApp())

    def logged(self) -> list[str]:
        """What the phone's log says, line by line."""
        return [str(told.detail["text"]) for told in self.world.trace if told.verb == "log"]
