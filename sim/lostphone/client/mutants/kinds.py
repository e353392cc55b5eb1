"""Mutants that bring back an account as what it is not: ready, or a name, or somebody else's."""

from __future__ import annotations

import msgspec

from lostphone.client.mutants.mutant import planted
from lostphone.client.reference import AuthenticatorApp
from lostphone.client.reference.account import Account, CodeForm, identify
from lostphone.client.reference.document import BackupEntry

_SUPPORT_PAGE = "the support page, which says otherwise (A17)"


def made_ready(entry: BackupEntry) -> tuple[Account, bytes | None]:
    """The account of an entry, ready for use as though it had been signed in to."""
    account = Account(entry.id, entry.issuer, entry.name, entry.kind, entry.passwordless)
    return msgspec.structs.replace(account, revision=entry.revision), None


@planted(
    "only-codes-backed-up",
    origin=_SUPPORT_PAGE,
    fault="A backup holds the accounts that have a code, and no others.",
    shows="After a restore nobody knows which work accounts there were.",
    about=("backup.account-kinds",),
)
class OnlyCodesBackedUp(AuthenticatorApp):
    def entries_for_backup(self) -> list[BackupEntry]:
        return [entry for entry in super().entries_for_backup() if entry.secret]


@planted(
    "secrets-left-behind",
    origin=_SUPPORT_PAGE,
    fault="A backup holds names alone.",
    shows="No code of any site comes back.",
    about=("restore.third-party-code",),
)
class SecretsLeftBehind(AuthenticatorApp):
    def _secret_travels(self, account: Account) -> bool:
        del account
        return False


@planted(
    "work-secret-backed-up",
    origin="A17",
    fault="A restored work account counts as registered.",
    shows="It comes back ready, without a sign-in.",
    about=("restore.work-name-only", "push.not-restored"),
)
class WorkSecretBackedUp(AuthenticatorApp):
    def _account_from_entry(self, entry: BackupEntry) -> tuple[Account, bytes | None] | None:
        if entry.kind == "work":
            return made_ready(entry)
        return super()._account_from_entry(entry)


@planted(
    "passwordless-comes-back",
    origin="A17",
    fault="A restored passwordless account counts as registered.",
    shows="It comes back ready, without a sign-in.",
    about=("restore.passwordless-name-only",),
)
class PasswordlessComesBack(AuthenticatorApp):
    def _account_from_entry(self, entry: BackupEntry) -> tuple[Account, bytes | None] | None:
        if entry.kind == "personal" and entry.passwordless:
            return made_ready(entry)
        return super()._account_from_entry(entry)


@planted(
    "personal-name-only",
    origin=_SUPPORT_PAGE,
    fault="Of a personal account with a code only the name is backed up.",
    shows="It asks for a sign-in after the restore.",
    about=("restore.personal-code",),
)
class PersonalNameOnly(AuthenticatorApp):
    def _personal_codes_travel(self) -> bool:
        return False


@planted(
    "personal-secret-copied",
    origin="A07",
    fault="A restored personal account goes on with the secret of the old phone.",
    shows="Both phones show one code.",
    about=("personal.per-device-credential",),
)
class PersonalSecretCopied(AuthenticatorApp):
    def _personal(self, name: Account, entry: BackupEntry, old_secret: bytes) -> tuple[Account, bytes | None]:
        return msgspec.structs.replace(name, ready=True, form=entry.form or CodeForm()), old_secret


@planted(
    "work-by-its-address",
    origin="C04",
    fault="Whatever has the address of an organisation counts as a work account, however it was added.",
    shows="A work account added like a website's comes back without its code.",
    about=("restore.third-party-work-code",),
)
class WorkByItsAddress(AuthenticatorApp):
    def _secret_travels(self, account: Account) -> bool:
        return super()._secret_travels(account) and self.host.identity_kind(account.name) != "work"


@planted(
    "sign-in-adds-a-row",
    origin="A33",
    fault="Signing in to complete a restored name adds a second account.",
    shows="The row that asked for a sign-in goes on asking.",
    about=("restore.sign-in-again",),
)
class SignInAddsARow(AuthenticatorApp):
    def _connect(self, account: Account, temporary_pass: str | None) -> Account:
        if self.held(account.id) is not None:
            other = identify(account.kind, account.issuer, account.name, ordinal=1)
            account = msgspec.structs.replace(account, id=other)
        return super()._connect(account, temporary_pass)
