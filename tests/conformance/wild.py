"""Clients that are wrong in every way that a Python client can be; tests name them as `py:`."""

from __future__ import annotations

import os
import random
import time
from typing import Any

from lostphone.client.port import (
    ANSWERS,
    CAPABILITIES,
    AccountRow,
    Accounts,
    AddAccount,
    Added,
    BackupState,
    Client,
    ClientInfo,
    Code,
    Done,
    Hello,
    Intent,
    ListAccounts,
    NotSupported,
    PasskeyResponse,
    Passwords,
    Restored,
    Result,
    Scenario,
)
from lostphone.client.reference import ReferenceClient
from lostphone.refusal import CODES, Refusal
from lostphone.world.devices.services import PlatformServices

WORDS = (
    "",
    "GitHub",
    "mika",
    "mika@outlook.com",
    "081804",
    "Work",
    "\u200fאב",
    "x" * 300,
    "‹secret›",
    "\x00",
    "1",
)


class Liar(Client):
    """Answers what the port allows and nothing that is true; otherwise in every scenario."""

    def __init__(self, seed: int = 0) -> None:
        self._seed = seed
        self._dice = random.Random(seed)

    def initialize(self, hello: Hello) -> ClientInfo:
        return ClientInfo("liar", "1", capabilities=tuple(CAPABILITIES))

    def start_scenario(self, scenario: Scenario) -> None:
        self._dice = random.Random(f"{self._seed} {scenario.id}")

    def provision(self, device_id: str, services: PlatformServices) -> None:
        return

    def call(self, device_id: str, intent: Intent) -> Result:
        if self._dice.random() < 0.1:
            raise Refusal(self._dice.choice(list(CODES)), self._word())
        return self._answer(ANSWERS[type(intent)])

    def _word(self) -> str:
        return self._dice.choice(WORDS)

    def _words(self) -> tuple[str, ...]:
        return tuple(self._word() for _ in range(self._dice.randrange(4)))

    def _number(self) -> int:
        return self._dice.choice((0, 1, 2, 7, 1_000_000))

    def _answer(self, kind: Any) -> Any:
        dice = self._dice
        if kind is Added:
            return Added(self._word())
        if kind is Accounts:
            return Accounts(tuple(self._row() for _ in range(dice.randrange(4))))
        if kind is Code:
            return Code(dice.choice(("081804", "12345678", "", "abc", "１２３４５６", "123 456")))
        if kind is BackupState:
            return BackupState(
                dice.random() < 0.5,
                dice.choice((None, self._word())),
                dice.choice((None, self._number())),
                self._number(),
                dice.choice(("", "stale")),
            )
        if kind is Restored:
            return Restored(self._number(), self._number(), self._words())
        if kind is PasskeyResponse:
            return PasskeyResponse(self._passkey())
        if kind is Passwords:
            return Passwords(self._words(), self._words(), self._words())
        return Done()

    def _row(self) -> AccountRow:
        kind = self._dice.choice(("third-party", "personal", "work"))
        return AccountRow(self._word(), self._word(), self._word(), kind, self._dice.random() < 0.5)  # type: ignore[arg-type]

    def _passkey(self) -> dict[str, object]:
        names = ("id", "rawId", "type", "response", "clientExtensionResults")
        inner = ("clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle")
        values: tuple[object, ...] = ("", "AAAA", "!!!", 7, None, [], {}, "public-key")
        made: dict[str, object] = {
            name: self._dice.choice(values) for name in names if self._dice.random() < 0.8
        }
        if self._dice.random() < 0.7:
            made["response"] = {
                name: self._dice.choice(values) for name in inner if self._dice.random() < 0.8
            }
        return made


class HalfLiar(ReferenceClient):
    """Right most of the time, so that its lies come late in a story."""

    def __init__(self, seed: int = 0) -> None:
        super().__init__()
        self._liar = Liar(seed)
        self._dice = random.Random(seed)

    def start_scenario(self, scenario: Scenario) -> None:
        super().start_scenario(scenario)
        self._liar.start_scenario(scenario)
        self._dice = random.Random(scenario.id)

    def call(self, device_id: str, intent: Intent) -> Result:
        return (self._liar.call if self._dice.random() < 0.2 else super().call)(device_id, intent)


class Troubled(ReferenceClient):
    """Wrong in another way in each row of one outline, and right elsewhere."""

    def call(self, device_id: str, intent: Intent) -> Result:
        match self._scenario:
            case "core.codes.leading-zeros#1":
                while True:
                    time.sleep(0.01)
            case "core.codes.leading-zeros#2":
                os._exit(7)
            case "core.codes.leading-zeros#3":
                raise KeyError("a bug of mine")
            case "core.codes.zeros-accepted":
                return "081804"  # type: ignore[return-value]
        print("whatever a client prints stays out of the report")  # noqa: T201
        return super().call(device_id, intent)

    def start_scenario(self, scenario: Scenario) -> None:
        super().start_scenario(scenario)
        self._scenario = scenario.id


class OnlyCodes(ReferenceClient):
    """Declares little, and does not know the rest."""

    declares: tuple[str, ...] = ("accounts", "codes")

    def initialize(self, hello: Hello) -> ClientInfo:
        return ClientInfo("only codes", "1", capabilities=self.declares)

    def call(self, device_id: str, intent: Intent) -> Result:
        method = str(type(intent).__struct_config__.tag)
        if method.startswith(("backup/", "passkey/", "autofill/")):
            raise NotSupported(method)
        return super().call(device_id, intent)


class SaysBackup(OnlyCodes):
    """Declares a backup that it does not have."""

    declares = ("accounts", "codes", "backup")


class Mumbler(OnlyCodes):
    """Mistypes what it can do."""

    declares = ("account", "code")


class OnlyAutofill(OnlyCodes):
    """Declares what no scenario about codes needs."""

    declares = ("autofill",)


class WontGreet(OnlyCodes):
    """Breaks at being asked who it is."""

    def initialize(self, hello: Hello) -> ClientInfo:
        raise RuntimeError("not today")


class DiesAtOnce(OnlyCodes):
    """Takes its process with it."""

    def __init__(self) -> None:
        os._exit(9)


class Leaky(ReferenceClient):
    """Says no, and in doing so the secret that it was given."""

    def call(self, device_id: str, intent: Intent) -> Result:
        if isinstance(intent, AddAccount):
            raise Refusal("bad-input", f"no account for {intent.uri}")
        return super().call(device_id, intent)


class DiesOnList(ReferenceClient):
    """Works until somebody wants to see its list."""

    def call(self, device_id: str, intent: Intent) -> Result:
        if isinstance(intent, ListAccounts):
            os._exit(4)
        return super().call(device_id, intent)


class BadEnd(ReferenceClient):
    """Right until the scenario is over."""

    def end_scenario(self) -> None:
        raise ValueError("I cannot forget")
