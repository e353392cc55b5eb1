"""Clients every string of which is hostile; tests name them as `py:hostile_words:…`. Modes are classes."""

from __future__ import annotations

import sys

from lostphone.base.views import Row, Toggle, View
from lostphone.client.port import (
    AccountRow,
    Accounts,
    Client,
    ClientInfo,
    Hello,
    Intent,
    ListAccounts,
    OpenApp,
    Result,
    Scenario,
)
from lostphone.client.reference import ReferenceClient
from lostphone.refusal import Refusal
from lostphone.world.devices.services import PlatformServices

#: Stands in every hostile text, so that a test knows that the text has arrived at all.
SIGN = "KILROY"
HOSTILE = (
    f"{SIGN}\x1b[2J\x1b]0;title\x07\x00\r\x85\x9b31m\u202egnp.exe\u2066\u200b\u2028\ue000\ufeff"
    "\n::error::it conforms\n  ::set-output name=a::b\n##[error]c\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301"
)
LONG = HOSTILE + "x" * 100_000


class Names(ReferenceClient):
    """Keeps accounts as it should, and calls them by hostile names; shows and logs such, too."""

    def initialize(self, hello: Hello) -> ClientInfo:
        info = super().initialize(hello)
        return ClientInfo(f"name {HOSTILE}", f"version {HOSTILE}", HOSTILE, HOSTILE, info.capabilities)

    def provision(self, device_id: str, services: PlatformServices) -> None:
        super().provision(device_id, services)
        self._hostile_services = services
        self._said = False
        print(HOSTILE, file=sys.stderr)  # noqa: T201

    def call(self, device_id: str, intent: Intent) -> Result:
        answer = super().call(device_id, intent)
        services = self._hostile_services
        if isinstance(intent, OpenApp | ListAccounts):
            services.log(HOSTILE if self._said else LONG)
            row = Row(HOSTILE, HOSTILE, HOSTILE, HOSTILE)
            title = HOSTILE if self._said else LONG
            toggles = (Toggle(HOSTILE, True),)
            services.screen(View("accounts", title, (row,), toggles, HOSTILE, HOSTILE, (HOSTILE,)))
            self._said = True
        if isinstance(answer, Accounts):
            return Accounts((AccountRow(HOSTILE, LONG, HOSTILE, "third-party"),))
        return answer


class ManyRows(ReferenceClient):
    """Lists more rows than anybody reads."""

    def call(self, device_id: str, intent: Intent) -> Result:
        answer = super().call(device_id, intent)
        if isinstance(answer, Accounts):
            rows = (AccountRow(str(n), f"row {n:04}{SIGN}", "", "third-party") for n in range(10_000))
            return Accounts(tuple(rows))
        return answer


class Refuses(ReferenceClient):
    """Refuses in hostile words."""

    def call(self, device_id: str, intent: Intent) -> Result:
        raise Refusal("unavailable" if isinstance(intent, ListAccounts) else "bad-input", LONG)


class Crashes(ReferenceClient):
    """Breaks with hostile words."""

    def call(self, device_id: str, intent: Intent) -> Result:
        print(LONG, file=sys.stderr)  # noqa: T201
        raise RuntimeError(LONG)


class BeginsBadly(Client):
    """Breaks when it is greeted."""

    def initialize(self, hello: Hello) -> ClientInfo:
        raise RuntimeError(HOSTILE)

    def provision(self, device_id: str, services: PlatformServices) -> None:
        return

    def call(self, device_id: str, intent: Intent) -> Result:
        raise Refusal("bad-input", HOSTILE)

    def start_scenario(self, scenario: Scenario) -> None:
        raise RuntimeError(HOSTILE)
