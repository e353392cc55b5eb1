"""The port: what a client is asked to do, and what it answers.

Intents are a person's goals, never clicks (protocol 1 in DESIGN). The same messages serve an in-process
Python client and, as JSON, a program in any language. A client reaches the world only through the
platform services it is given when a device is provisioned.
"""

from __future__ import annotations

from typing import Literal, Protocol, TypeAlias

import msgspec

from lostphone.devices.services import PlatformServices

# --- What a client is asked -----------------------------------------------------------------------


class Intent(msgspec.Struct, frozen=True, tag_field="method"):
    """Something a person wants of the app."""


class OpenApp(Intent, frozen=True, tag="app/open"):
    """Open the app; it shows its first screen and does what it does on opening."""


class UpdatedApp(Intent, frozen=True, tag="app/update"):
    """The app was just updated from `from_version`; its files are still there."""

    from_version: str


class AddAccount(Intent, frozen=True, tag="account/add"):
    """Add an account by `otpauth://` URI, or by signing in with a Microsoft address."""

    uri: str | None = None
    identity: str | None = None
    temporary_pass: str | None = None


class ListAccounts(Intent, frozen=True, tag="account/list"):
    """The rows of the account list."""


class ShowCode(Intent, frozen=True, tag="account/code"):
    """The one-time password a row shows now; for HOTP, the next one."""

    account: str


class RemoveAccount(Intent, frozen=True, tag="account/remove"):
    """Delete a row."""

    account: str


class SignIn(Intent, frozen=True, tag="account/sign_in"):
    """Press "Sign in" on a row that came back as a name only."""

    account: str
    temporary_pass: str | None = None


class EnableBackup(Intent, frozen=True, tag="backup/enable"):
    """Switch cloud backup on. `erase_existing` answers the app's question about an older backup."""

    recovery_account: str | None = None
    erase_existing: bool | None = None


class DisableBackup(Intent, frozen=True, tag="backup/disable"):
    """Switch cloud backup off and confirm, which deletes the backup."""


class RestoreBackup(Intent, frozen=True, tag="backup/restore"):
    """Restore, from the recovery account when the generation has one."""

    recovery_account: str | None = None


class BackupStatus(Intent, frozen=True, tag="backup/status"):
    """Whether a backup exists and how fresh it is."""


class RegisterPasskey(Intent, frozen=True, tag="passkey/register"):
    """Make a passkey. `options` is the relying party's creation options (WebAuthn JSON)."""

    options: dict[str, object]


class UsePasskey(Intent, frozen=True, tag="passkey/assert"):
    """Answer a passkey challenge. `options` is the relying party's request options."""

    options: dict[str, object]


class SavePassword(Intent, frozen=True, tag="autofill/save"):
    """Save a password for a site; `generated` ones are kept in history until saved."""

    site: str
    password: str
    recovery_account: str | None = None


class GeneratePassword(Intent, frozen=True, tag="autofill/generate"):
    """Make a password for a site and keep it in the generator's history, unsaved."""

    site: str


class SaveCard(Intent, frozen=True, tag="autofill/save_card"):
    """Save a payment card under a label."""

    label: str


class FillPassword(Intent, frozen=True, tag="autofill/fill"):
    """Fill the password of a site into its sign-in form."""

    site: str


class ListPasswords(Intent, frozen=True, tag="autofill/list"):
    """What saved passwords, generated ones and cards the app still shows."""


class ExportPasswords(Intent, frozen=True, tag="autofill/export"):
    """Write the saved passwords to a file for another manager."""


class Wake(Intent, frozen=True, tag="app/wake"):
    """A timer the app asked for has rung."""

    token: str


# --- What it answers ------------------------------------------------------------------------------

RowKind: TypeAlias = Literal["third-party", "personal", "work"]


class AccountRow(msgspec.Struct, frozen=True, omit_defaults=True):
    """One account as the app lists it. `ready` is false for a row that asks to sign in."""

    id: str
    issuer: str
    name: str
    kind: RowKind
    ready: bool = True


class Added(msgspec.Struct, frozen=True):
    """The id of the new row."""

    account: str


class Accounts(msgspec.Struct, frozen=True):
    rows: tuple[AccountRow, ...]


class Code(msgspec.Struct, frozen=True):
    """A one-time password as shown, leading zeros and all. Its repr shows no code."""

    code: str

    def __repr__(self) -> str:
        return "Code(‹code›)"


class BackupState(msgspec.Struct, frozen=True, omit_defaults=True):
    """`last_good_ms` is when the newest complete backup was written. `warning` is "" or "stale"."""

    on: bool
    recovery_account: str | None = None
    last_good_ms: int | None = None
    accounts: int = 0
    warning: str = ""


class Restored(msgspec.Struct, frozen=True, omit_defaults=True):
    """How a restore ended: rows ready to use, rows that ask to sign in, names that did not come back."""

    ready: int
    sign_in: int
    missing: tuple[str, ...] = ()


class PasskeyResponse(msgspec.Struct, frozen=True):
    """A WebAuthn registration or authentication response (JSON form)."""

    response: dict[str, object]


class Passwords(msgspec.Struct, frozen=True):
    """Sites with a saved password, sites with only a generated one, and labels of cards."""

    saved: tuple[str, ...] = ()
    generated: tuple[str, ...] = ()
    cards: tuple[str, ...] = ()


class Done(msgspec.Struct, frozen=True):
    """Nothing more to say."""


Result: TypeAlias = Added | Accounts | Code | BackupState | Restored | PasskeyResponse | Passwords | Done

# --- Who answers ----------------------------------------------------------------------------------


class ClientInfo(msgspec.Struct, frozen=True, omit_defaults=True):
    """Who a client says it is, and what it can do."""

    name: str
    version: str
    language: str = "python"
    homepage: str = ""
    capabilities: tuple[str, ...] = ()


class Hello(msgspec.Struct, frozen=True, omit_defaults=True):
    """The first thing a client hears. `assumptions` answers the catalogue's open questions."""

    protocol: int = 1
    suite: str = ""
    locale: str = "en"
    seed: int = 0
    assumptions: dict[str, str] = {}


class Client(Protocol):
    """An authenticator under test. One object serves every device of a scenario."""

    def initialize(self, hello: Hello) -> ClientInfo:
        """Called once, before anything else."""
        ...

    def provision(self, device_id: str, services: PlatformServices) -> None:
        """A fresh copy of the app is on that device; what an earlier copy held in memory is gone."""
        ...

    def call(self, device_id: str, intent: Intent) -> Result:
        """Do what the person wants, or raise `Refusal`."""
        ...

    def close(self) -> None:
        """The run is over."""
        ...
