"""Intents: what a person wants of an authenticator. Goals, never clicks.

Protocol 1 carries them (docs/reference/protocol.md#what-a-client-is-asked). Each kind
has as its tag the name under which the protocol carries it. `answers` has the answers to each kind.
"""

from __future__ import annotations

from lostphone.client.secret_fields import CoveredText, Covering


class Intent(Covering, frozen=True, tag_field="method", omit_defaults=True):
    """Something a person wants of the app."""


class OpenApp(Intent, frozen=True, tag="app/open"):
    """Open the app; it shows its first screen and does what it does on opening."""


class UpdatedApp(Intent, frozen=True, tag="app/update"):
    """The app was just updated from `from_version`; its files are still there."""

    from_version: str


class AddAccount(Intent, frozen=True, tag="account/add"):
    """Add an account by `otpauth://` URI, or by signing in with a Microsoft address."""

    uri: CoveredText | None = None
    identity: str | None = None
    temporary_pass: CoveredText | None = None


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
    temporary_pass: CoveredText | None = None


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
    password: CoveredText
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
