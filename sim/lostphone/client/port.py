"""The port: how an authenticator under test is spoken to, in this process or out of it.

A client is told which scenario begins, given a phone's platform services for every copy of the app that
is started, and asked what a person wants (`intents`, answered with `answers`). It reaches the world
through those services alone. The same messages serve an in-process Python client and, as JSON, a program
in any language (`protocol`).
"""

from __future__ import annotations

from typing import Literal, Protocol, TypeAlias

import msgspec

from lostphone.client.answers import (
    ANSWERS,
    AccountRow,
    Accounts,
    Added,
    Answer,
    BackupState,
    Code,
    Done,
    PasskeyResponse,
    Passwords,
    Restored,
    Result,
    RowKind,
)
from lostphone.client.intents import (
    AddAccount,
    BackupStatus,
    DisableBackup,
    EnableBackup,
    ExportPasswords,
    FillPassword,
    GeneratePassword,
    Intent,
    ListAccounts,
    ListPasswords,
    OpenApp,
    RegisterPasskey,
    RemoveAccount,
    RestoreBackup,
    SaveCard,
    SavePassword,
    ShowCode,
    SignIn,
    UpdatedApp,
    UsePasskey,
    Wake,
)
from lostphone.world.devices.services import PlatformServices

__all__ = [
    "ANSWERS",
    "CAPABILITIES",
    "PROTOCOL",
    "AccountRow",
    "Accounts",
    "AddAccount",
    "Added",
    "Answer",
    "BackupState",
    "BackupStatus",
    "BrokenHow",
    "Budgeted",
    "Client",
    "ClientBroke",
    "ClientInfo",
    "Code",
    "DisableBackup",
    "Done",
    "EnableBackup",
    "ExportPasswords",
    "FillPassword",
    "GeneratePassword",
    "HarnessFault",
    "Hello",
    "Intent",
    "ListAccounts",
    "ListPasswords",
    "NotSupported",
    "OpenApp",
    "PasskeyResponse",
    "Passwords",
    "RegisterPasskey",
    "RemoveAccount",
    "RestoreBackup",
    "Restored",
    "Result",
    "RowKind",
    "SaveCard",
    "SavePassword",
    "Scenario",
    "ShowCode",
    "SignIn",
    "UpdatedApp",
    "UsePasskey",
    "Wake",
]

#: The version of the protocol that this port speaks.
PROTOCOL = 1

#: What a client may say it can do, and what that means. A scenario that needs more is not applicable.
CAPABILITIES: dict[str, str] = {
    "accounts": "accounts are added by link, listed and removed",
    "codes": "time-based one-time passwords are shown",
    "counter-codes": "counter-based one-time passwords are shown",
    "microsoft-accounts": "personal and work accounts are added by signing in",
    "backup": "the list is backed up to a cloud and restored from it",
    "passkeys": "passkeys are made and used",
    "autofill": "passwords are saved, filled and exported",
}


class Hello(msgspec.Struct, frozen=True):
    """The first thing a client hears, once. `suite` names who asks; each scenario says its own seed."""

    protocol: int = PROTOCOL
    suite: str = ""
    locale: str = "en"
    seed: int = 0


class ClientInfo(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Who a client says it is, and which of CAPABILITIES it has."""

    name: str
    version: str
    language: str = "python"
    homepage: str = ""
    capabilities: tuple[str, ...] = ()


class Scenario(msgspec.Struct, frozen=True):
    """A scenario begins: the devices of an earlier one are gone.

    `now_ms` is when, in milliseconds since the epoch; `rules` are the promises it is about; `assumptions`
    answers the catalogue's open questions otherwise than the page does.
    """

    id: str = ""
    rules: tuple[str, ...] = ()
    now_ms: int = 0
    locale: str = "en"
    seed: int = 0
    assumptions: dict[str, str] = {}


class Client(Protocol):
    """An authenticator under test. One object serves every device of a scenario.

    A class that derives from this one has to have `initialize`, `provision` and `call`.
    """

    def initialize(self, hello: Hello) -> ClientInfo:
        """Called before anything else; again, with the same words, before a later scenario."""
        ...

    def start_scenario(self, scenario: Scenario) -> None:  # noqa: ARG002  # a default that does nothing
        """Forget every device: a new world begins."""
        return

    def provision(self, device_id: str, services: PlatformServices) -> None:
        """A copy of the app starts on that device; what an earlier copy held in memory is gone."""
        ...

    def call(self, device_id: str, intent: Intent) -> Result:
        """Do what the person wants, or raise `Refusal`."""
        ...

    def end_scenario(self) -> None:
        """The scenario is over."""
        return

    def close(self) -> None:
        """The run is over."""
        return


#: A budget of a scenario that a client can use up: times to be woken, host calls, bytes, real time.
Budgeted: TypeAlias = Literal["wakes", "calls", "bytes", "time"]

#: How a client can break: it ended, gave no answer in time, wrote too much, wrote what is no message, wrote a
#: message that protocol 1 does not have at that place, or used up a budget.
BrokenHow: TypeAlias = Literal[
    "crash", "hang", "flood", "garbage", "breach", "wakes", "calls", "bytes", "time"
]


class ClientBroke(AssertionError):
    """The client did what no client may do, which no refusal can tell. The scenario has failed.

    `last_words` is the end of what it wrote to stderr, or the lines at which it was interrupted, with every
    secret covered; it is not part of the message, for it need not be the same twice. `limit` is the budget
    that was used up, in seconds where it is time.
    """

    def __init__(self, kind: BrokenHow, message: str, last_words: str = "", limit: int = 0) -> None:
        super().__init__(kind, message, last_words, limit)
        self.kind = kind
        self.message = message
        self.last_words = last_words
        self.limit = limit

    def __str__(self) -> str:
        said = f"\nits last words:\n{self.last_words}" if self.last_words else ""
        return f"the client broke ({self.kind}): {self.message}{said}"


class NotSupported(AssertionError):
    """The client says that it does not know a method. Where it declared the capability, it has failed."""

    def __init__(self, method: str) -> None:
        super().__init__(method)
        self.method = method

    def __str__(self) -> str:
        return f"the client does not know '{self.method}'"


class HarnessFault(Exception):
    """Lostphone itself did wrong: it sent what its own protocol does not have. Never the client's fault."""
