"""One world: people, devices, clouds, identity services and sites on one clock.

Worlds that cannot meet are separate `World` objects; that is faster, and it is also true.

>>> world = World(seed=1, start_ms=1_750_000_000_000)
>>> world.now_ms
1750000000000
"""

from __future__ import annotations

from collections.abc import Mapping

from lostphone.base.randomness import Redrawn, Streams
from lostphone.base.secret import Secret
from lostphone.base.trace import Detail, Happening, Trace
from lostphone.refusal import Refusal
from lostphone.rules import Policy
from lostphone.world.clouds.edge import Edge
from lostphone.world.clouds.icloud import ICloud
from lostphone.world.clouds.microsoft import MicrosoftStorage
from lostphone.world.devices.android import AndroidDevice
from lostphone.world.devices.device import Device
from lostphone.world.devices.ios import IosDevice
from lostphone.world.devices.own_folders import OwnFolders
from lostphone.world.identity.entra import Tenants
from lostphone.world.identity.passkey import RelyingParties
from lostphone.world.identity.personal import PersonalAccounts
from lostphone.world.identity.site import Sites
from lostphone.world.network import Network
from lostphone.world.people import Person
from lostphone.world.timeline import Timeline


class World:
    """Everything there is. `answers` to open questions stand instead of the default ones ({"Q01": …}).

    `redrawn` makes a twin: the same world with other secrets, or other chance.
    """

    def __init__(
        self,
        seed: int = 0,
        start_ms: int = 1_751_241_600_000,  # 30 June 2025, the last day before anything changed
        answers: Mapping[str, str] | None = None,
        races: bool = False,
        redrawn: Redrawn = Redrawn(),  # noqa: B008  # a constant
    ) -> None:
        self.streams = Streams(seed, redrawn)
        self.answers: dict[str, str] = dict(answers or {})
        self.timeline = Timeline(start_ms, self.streams.named("ties") if races else None)
        self.trace = Trace()
        self.network = Network(self.timeline, self.streams.named("network"))
        self.people: dict[str, Person] = {}
        self.devices: dict[str, Device] = {}
        self.own_folders = OwnFolders()
        self.icloud = ICloud(self)
        self.microsoft = MicrosoftStorage(self)
        self.edge = Edge(self)
        self.personal = PersonalAccounts(self)
        self.tenants = Tenants(self)
        self.sites = Sites(self)
        self.passkeys = RelyingParties(self)

    @property
    def now_ms(self) -> int:
        return self.timeline.now_ms

    def policy(self, platform: str) -> Policy:
        """What is promised on that platform at this moment."""
        return Policy.at(platform, self.now_ms, self.answers)

    def record(
        self, actor: str, verb: str, target: str = "", outcome: str = "ok", **detail: Detail
    ) -> Happening:
        """Add a happening to the trace, at this moment."""
        return self.trace.record(self.now_ms, actor, verb, target, outcome, **detail)

    def new_secret(self, stream: str, byte_count: int) -> Secret:
        """A fresh secret from a named stream; the trace never shows it from here on."""
        secret = Secret(self.streams.take_bytes(stream, byte_count))
        self.trace.keep_secret(secret)
        return secret

    def person(self, name: str) -> Person:
        """The person of that name, met now if not before."""
        person = self.people.get(name)
        if person is None:
            person = self.people[name] = Person(name)
        return person

    def device(self, device_id: str) -> Device:
        """The device of that name; a refusal names those that exist."""
        try:
            return self.devices[device_id]
        except KeyError:
            known = ", ".join(self.devices) or "none yet"
            raise Refusal("not-found", f"nobody has '{device_id}' (devices: {known})") from None

    def ios_device(self, device_id: str) -> IosDevice:
        """As `device`, for what only an iPhone or iPad can do."""
        device = self.device(device_id)
        if not isinstance(device, IosDevice):
            raise Refusal("not-allowed", f"{device_id} is no iPhone or iPad")
        return device

    def add_device(self, device_id: str, owner: str, platform: str, os_version: str = "") -> Device:
        """Give `owner` a new device. `platform` is "ios" or "android"."""
        if device_id in self.devices:
            raise Refusal("already-exists", f"there is a '{device_id}' already")
        made = {"ios": IosDevice, "android": AndroidDevice}.get(platform)
        if made is None:
            raise Refusal("bad-input", f"'{platform}' is no platform; use ios or android")
        device = made(self, device_id, owner, os_version) if os_version else made(self, device_id, owner)
        self.devices[device_id] = device
        self.person(owner).devices.append(device_id)
        return device
