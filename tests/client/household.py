"""A real world and the reference client on its phones, driven the way a story drives them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast

import pytest

from lostphone.base.clock import instant
from lostphone.base.secret import Finder
from lostphone.base.views import View
from lostphone.client import port
from lostphone.client.reference import AuthenticatorApp, ReferenceClient
from lostphone.refusal import Refusal
from lostphone.world.devices.ios import IosDevice
from lostphone.world.devices.releases import offered
from lostphone.world.devices.services import PlatformServices
from lostphone.world.identity.personal_account import SignInKind
from lostphone.world.world import World

MSA = "mika@outlook.example"
WORK = "mika@contoso.example"
APPLE = "mika@icloud.example"

#: On both sides of the change of September 2025.
BEFORE = instant(2025, 6, 15, 12)
AFTER = instant(2025, 11, 20, 12)


class Phone:
    """One phone with the app on it."""

    def __init__(self, house: Household, device_id: str) -> None:
        self.house = house
        self.id = device_id
        self.device = house.world.device(device_id)
        self.services = PlatformServices(self.device)

    @property
    def ios(self) -> IosDevice:
        return self.house.world.ios_device(self.id)

    def ask(self, intent: port.Intent) -> port.Result:
        return self.house.client.call(self.id, intent)

    def start(self, locale: str = "en") -> None:
        """The app is started afresh: whatever was only in memory is gone."""
        self.services = PlatformServices(self.device, locale)
        self.house.client.provision(self.id, self.services)

    def install(self, version: str | None = None) -> None:
        self.device.install_app(version or offered(self.device.platform, self.house.world.now_ms))
        self.start()

    def update(self, version: str) -> None:
        """As a store does it in the background."""
        app = self.device.require_app()
        before, app.version = app.version, version
        self.ask(port.UpdatedApp(before))

    def lose(self) -> None:
        self.device.set(at_hand=False)

    # What a person does

    def open(self) -> None:
        self.ask(port.OpenApp())

    def enrol(self, site: str, login: str | None = None, rfc_secret: bool = False) -> str:
        sites = self.house.world.sites
        if site not in sites.sites:
            sites.open(site)
        return self.scan(sites.enrol(site, self.device.owner, login, rfc_secret=rfc_secret))

    def scan(self, uri: str) -> str:
        return cast(port.Added, self.ask(port.AddAccount(uri=uri))).account

    def add(self, identity: str, temporary_pass: str | None = None) -> str:
        asked = port.AddAccount(identity=identity, temporary_pass=temporary_pass)
        return cast(port.Added, self.ask(asked)).account

    def remove(self, label: str) -> None:
        self.ask(port.RemoveAccount(self.row(label).id))

    def sign_in(self, label: str, temporary_pass: str | None = None) -> None:
        self.ask(port.SignIn(self.row(label).id, temporary_pass))

    def enable(self, account: str | None = MSA, erase_existing: bool | None = None) -> None:
        self.ask(port.EnableBackup(account, erase_existing))

    def disable(self) -> None:
        self.ask(port.DisableBackup())

    def restore(self, account: str | None = None) -> port.Restored:
        return cast(port.Restored, self.ask(port.RestoreBackup(account)))

    def make_passkey(self, options: dict[str, Any]) -> dict[str, Any]:
        return cast(port.PasskeyResponse, self.ask(port.RegisterPasskey(options))).response

    def use_passkey(self, options: dict[str, Any]) -> dict[str, Any]:
        return cast(port.PasskeyResponse, self.ask(port.UsePasskey(options))).response

    # What a person sees

    def rows(self) -> list[port.AccountRow]:
        return list(cast(port.Accounts, self.ask(port.ListAccounts())).rows)

    def labels(self) -> list[str]:
        return [row.issuer or row.name for row in self.rows()]

    def row(self, label: str) -> port.AccountRow:
        return next(row for row in self.rows() if label in (row.issuer, row.name))

    def ready(self) -> dict[str, bool]:
        return {row.issuer: row.ready for row in self.rows()}

    def code(self, label: str) -> str:
        return cast(port.Code, self.ask(port.ShowCode(self.row(label).id))).code

    def status(self) -> port.BackupState:
        return cast(port.BackupState, self.ask(port.BackupStatus()))

    @property
    def screen(self) -> View:
        return self.services.screens[-1]


class Household:
    """A world with Mika in it: a personal account, a work account, and an Apple Account."""

    def __init__(
        self,
        start_ms: int,
        answers: Mapping[str, str] | None = None,
        app: type[AuthenticatorApp] = AuthenticatorApp,
        personal: SignInKind = "code",
        seed: int = 11,
    ) -> None:
        self.world = World(seed=seed, start_ms=start_ms, answers=answers)
        self.client = ReferenceClient(app)
        self.client.initialize(port.Hello())
        self.client.start_scenario(port.Scenario(assumptions=dict(answers or {})))
        self.world.personal.create(MSA, "Mika", sign_in=personal)
        self.world.tenants.create("Contoso", "contoso.example")
        self.world.tenants.add_user("Contoso", WORK, "Mika")
        self.world.icloud.create(APPLE, "Mika")

    def android(self, name: str = "Pixel", version: str | None = None, os_version: str = "15") -> Phone:
        return self._phone(name, "android", os_version, version)

    def iphone(
        self,
        name: str = "iPhone",
        version: str | None = None,
        os_version: str = "18.5",
        apple: str | None = APPLE,
    ) -> Phone:
        phone = self._phone(name, "ios", os_version, version)
        if apple:
            self.sign_in_to_icloud(phone, apple)
        return phone

    def sign_in_to_icloud(self, phone: Phone, apple: str = APPLE) -> None:
        self.world.icloud.sign_in(phone.ios, apple)
        self.world.icloud.join_keychain(phone.ios)

    def wait(self, duration_ms: int) -> None:
        self.world.timeline.advance(duration_ms)

    def wait_until(self, at_ms: int) -> None:
        self.world.timeline.advance_to(at_ms)

    def cloud_blobs(self) -> list[tuple[str, bytes]]:
        return [*self.world.icloud.blobs(), *self.world.microsoft.blobs()]

    def secrets(self) -> Finder:
        """Finds every secret that this world has handed out."""
        return self.world.trace.finder

    def _phone(self, name: str, platform: str, os_version: str, version: str | None) -> Phone:
        self.world.add_device(name, "Mika", platform, os_version)
        phone = Phone(self, name)
        phone.install(version)
        return phone


def refused(act: Callable[[], object]) -> str:
    """The code with which `act` is refused; the test fails if it is not."""
    with pytest.raises(Refusal) as caught:
        act()
    return caught.value.code
