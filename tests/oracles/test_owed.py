"""A client is held to what it owes: by its capabilities, and by the requirement sets that were asked for."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from typing import Any

import pytest
from histories import judged

from lostphone.base.clock import instant
from lostphone.client import port
from lostphone.client.port import CAPABILITIES
from lostphone.client.reference import ReferenceClient
from lostphone.explore.session import ExplorerSession
from lostphone.explore.sweep import waived_by
from lostphone.oracles.oracle import Oracle
from lostphone.oracles.panel import ORACLES
from lostphone.refusal import Refusal
from lostphone.stories.actions import Action
from lostphone.stories.actions.accounts import EnrolAtSite, LookAtCode, OpenSite, RemoveFromPhone
from lostphone.stories.actions.backup import RestoreFromBackup
from lostphone.stories.actions.clouds import CreateAppleAccount, SignInToICloud
from lostphone.stories.actions.phones import GivePhone, InstallApp
from lostphone.stories.recipe import Recipe

IPHONE, IPAD, ANDROID = "Mika's iPhone", "Mika's iPad", "Mika's Android phone"
LATE = Recipe(start_ms=instant(2026, 1, 1))
TWO_OF_APPLE = (
    CreateAppleAccount("mika@icloud.com", "Mika"),
    GivePhone(IPHONE, "Mika", "ios"),
    SignInToICloud(IPHONE, "mika@icloud.com"),
    GivePhone(IPAD, "Mika", "ios"),
    SignInToICloud(IPAD, "mika@icloud.com"),
    OpenSite("GitHub", kind="hotp"),
    EnrolAtSite(IPHONE, "GitHub"),
)


class Keychain:
    """A plain app that has its list in the keychain, of this phone alone or of all."""

    protection: Any = "this-device-only"
    capabilities: tuple[str, ...] = ("accounts", "codes", "counter-codes")

    def __init__(self) -> None:
        self._phones: dict[str, Any] = {}

    def initialize(self, hello: port.Hello) -> port.ClientInfo:
        return port.ClientInfo("keychain", "1", capabilities=self.capabilities)

    def start_scenario(self, scenario: port.Scenario) -> None: ...

    def end_scenario(self) -> None: ...

    def provision(self, device: str, services: Any) -> None:
        self._phones[device] = services

    def call(self, device: str, intent: port.Intent) -> port.Result:
        phone = self._phones[device]
        if isinstance(intent, port.AddAccount):
            from lostphone.formats.otpauth import parse_otpauth

            link = parse_otpauth(intent.uri or "")
            kept = {"issuer": link.issuer, "name": link.account, "secret": link.secret.base32(), "moved": 0}
            phone.keychain_put(link.issuer, json.dumps(kept).encode(), self.protection)
            return port.Added(link.issuer)
        if isinstance(intent, port.RemoveAccount):
            phone.keychain_delete(intent.account)
        elif isinstance(intent, port.ListAccounts):
            rows = [self._kept(phone, key) for key in phone.keychain_list()]
            return port.Accounts(
                tuple(port.AccountRow(r["issuer"], r["issuer"], r["name"], "third-party") for r in rows)
            )
        elif isinstance(intent, port.ShowCode):
            return port.Code(self._code(phone, intent.account))
        return port.Done()

    def _code(self, phone: Any, key: str) -> str:
        from lostphone.base.secret import Secret
        from lostphone.formats.otp import OtpParameters, hotp

        kept = self._kept(phone, key)
        phone.keychain_put(key, json.dumps({**kept, "moved": kept["moved"] + 1}).encode(), self.protection)
        secret = Secret(base64.b32decode(kept["secret"]))
        return hotp(secret, kept["moved"], OtpParameters("hotp"))

    def _kept(self, phone: Any, key: str) -> Mapping[str, Any]:
        return json.loads(phone.keychain_get(key))  # type: ignore[no-any-return]


class OneList(Keychain):
    """One list on all iPhones of an Apple Account."""

    protection = "synchronizable"


def test_who_has_no_backup_is_not_held_to_what_backups_do() -> None:
    assert judged(TWO_OF_APPLE, Keychain, LATE) == []

    class Claims(Keychain):
        capabilities = (*Keychain.capabilities, "backup")

    assert [one.rule for one in judged(TWO_OF_APPLE, Claims, LATE)] == ["backup.ios2.automatic"]


def test_what_the_core_asks_leaves_out_what_microsoft_promises() -> None:
    class Claims(Keychain):
        capabilities = (*Keychain.capabilities, "backup")

    with ExplorerSession(LATE, Claims, waived=waived_by("core")) as session:
        for action in TWO_OF_APPLE:
            session.do(action)
        assert session.audit() == []
        assert "backup.ios2.automatic" not in session.judged["appearing"]


def test_a_list_that_phones_share_is_nobodys_fault() -> None:
    history: tuple[Action, ...] = (
        *TWO_OF_APPLE,
        LookAtCode(IPAD, "GitHub"),
        LookAtCode(IPHONE, "GitHub"),
        OpenSite("Bank"),
        EnrolAtSite(IPAD, "Bank"),
        RemoveFromPhone(IPHONE, "Bank"),
        RemoveFromPhone(IPAD, "GitHub"),
    )
    assert judged(history, OneList, Recipe()) == []


def test_a_reinstalled_app_may_find_its_keychain_on_ios_alone() -> None:
    found = (GivePhone(IPHONE, "Mika", "ios"), OpenSite("GitHub", kind="hotp"), EnrolAtSite(IPHONE, "GitHub"))
    assert judged((*found, InstallApp(IPHONE)), Keychain) == []
    gone = (
        GivePhone(ANDROID, "Mika", "android"),
        OpenSite("GitHub", kind="hotp"),
        EnrolAtSite(ANDROID, "GitHub"),
        InstallApp(ANDROID),
    )
    with ExplorerSession(Recipe(), Keychain) as session:
        for action in gone:
            session.do(action)
        assert session.audit() == []
        assert session.stage.rows(ANDROID) == ()


def test_of_two_reasons_not_to_restore_either_may_be_given() -> None:
    class OtherOrder(ReferenceClient):
        def call(self, device: str, intent: port.Intent) -> port.Result:
            if isinstance(intent, port.RestoreBackup) and intent.recovery_account == "nobody@outlook.com":
                raise Refusal("not-personal", "there is no such account")
            return super().call(device, intent)

    history = (
        GivePhone(ANDROID, "Mika", "android"),
        OpenSite("GitHub"),
        EnrolAtSite(ANDROID, "GitHub"),
        RestoreFromBackup(ANDROID, "nobody@outlook.com"),
    )
    assert judged(history, OtherOrder, LATE) == []


def test_the_reference_owes_everything() -> None:
    assert judged(TWO_OF_APPLE, ReferenceClient, LATE) == []
    assert waived_by("core,microsoft") == frozenset()


@pytest.mark.parametrize("oracle", ORACLES, ids=lambda oracle: oracle.id)
def test_whoever_makes_no_backups_owes_nothing_of_them(oracle: type[Oracle]) -> None:
    """As a feature under such a rule is no test for that client either."""
    others = set(CAPABILITIES) - {"backup"}
    owed = [rule for rule in oracle.rules if oracle.within(rule, others)]
    assert [rule for rule in owed if rule.startswith(("backup.", "restore."))] == []
