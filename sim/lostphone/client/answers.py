"""Answers: what a client says when it has done what a person wanted, one kind of answer for each intent.

Types are not checked when an answer is made; `protocol.validation` does that wherever one comes from
somebody else's client.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

import msgspec

from lostphone.client import intents
from lostphone.client.secret_fields import CoveredText, Covering

#: How many of something; nobody has a million accounts.
Count: TypeAlias = Annotated[int, msgspec.Meta(ge=0, le=1_000_000)]
#: An instant before the year 10000, in milliseconds since the epoch.
EpochMs: TypeAlias = Annotated[int, msgspec.Meta(ge=0, le=253_402_300_799_999)]
RowKind: TypeAlias = Literal["third-party", "personal", "work"]
BackupWarning: TypeAlias = Literal["", "stale"]


class Answer(Covering, frozen=True, forbid_unknown_fields=True):
    """Something a client answers. Members it does not have are refused, for they are typing errors."""


def spoken_names(issuer: str, name: str) -> tuple[str, str, str]:
    """What a story may call an account: by its site, by its address, or by both."""
    return issuer, name, f"{issuer} ({name})"


class AccountRow(Answer, frozen=True, omit_defaults=True):
    """One account as the app lists it. `ready` is false for a row that asks to sign in."""

    id: str
    issuer: str
    name: str
    kind: RowKind
    ready: bool = True

    @property
    def names(self) -> tuple[str, str, str]:
        """What a story may call it."""
        return spoken_names(self.issuer, self.name)


class Added(Answer, frozen=True):
    """The id of the new row."""

    account: str


class Accounts(Answer, frozen=True):
    """The list as the person sees it."""

    rows: tuple[AccountRow, ...]


class Code(Answer, frozen=True):
    """A one-time password as shown, leading zeros and all."""

    code: CoveredText


class BackupState(Answer, frozen=True, omit_defaults=True):
    """`last_good_ms` is when the newest complete backup was written. `warning` is "" or "stale"."""

    on: bool
    recovery_account: str | None = None
    last_good_ms: EpochMs | None = None
    accounts: Count = 0
    warning: BackupWarning = ""


class Restored(Answer, frozen=True, omit_defaults=True):
    """How a restore ended: rows ready to use, rows that ask to sign in, names that did not come back."""

    ready: Count
    sign_in: Count
    missing: tuple[str, ...] = ()


class PasskeyResponse(Answer, frozen=True):
    """A WebAuthn registration or authentication response (JSON form)."""

    response: dict[str, object]


class Passwords(Answer, frozen=True):
    """Sites with a saved password, sites with only a generated one, and labels of cards."""

    saved: tuple[str, ...] = ()
    generated: tuple[str, ...] = ()
    cards: tuple[str, ...] = ()


class Done(Answer, frozen=True):
    """Nothing more to say."""


Result: TypeAlias = Added | Accounts | Code | BackupState | Restored | PasskeyResponse | Passwords | Done

#: Which answer each intent has.
ANSWERS: dict[type[intents.Intent], type[Answer]] = {
    intents.OpenApp: Done,
    intents.UpdatedApp: Done,
    intents.AddAccount: Added,
    intents.ListAccounts: Accounts,
    intents.ShowCode: Code,
    intents.RemoveAccount: Done,
    intents.SignIn: Done,
    intents.EnableBackup: BackupState,
    intents.DisableBackup: Done,
    intents.RestoreBackup: Restored,
    intents.BackupStatus: BackupState,
    intents.RegisterPasskey: PasskeyResponse,
    intents.UsePasskey: PasskeyResponse,
    intents.SavePassword: Done,
    intents.GeneratePassword: Done,
    intents.SaveCard: Done,
    intents.FillPassword: Done,
    intents.ListPasswords: Passwords,
    intents.ExportPasswords: Passwords,
    intents.Wake: Done,
}
