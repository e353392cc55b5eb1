"""Mutants that bring back too little, too much, or nothing and say that all is well."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from lostphone.client.mutants.mutant import planted
from lostphone.client.port import Restored
from lostphone.client.reference import AuthenticatorApp
from lostphone.client.reference.account import Account, identify
from lostphone.client.reference.document import BackupEntry
from lostphone.refusal import Refusal

_RESTORED = "no-backup/restored.json"


@planted(
    "empty-success",
    origin="FreeOTP #510 and #444, andOTP #69",
    fault="A restore counts the entries and puts none of them on the list.",
    shows="The restore is said to have succeeded, and the list is empty.",
    about=("backup.complete", "restore.third-party-code"),
)
class EmptySuccess(AuthenticatorApp):
    def bring_back(self, entries: Iterable[BackupEntry], missing: tuple[str, ...]) -> Restored:
        return Restored(sum(1 for _ in entries), 0, missing)


@planted(
    "all-or-nothing",
    origin="FreeOTP #352; OTPClient #458, #462 and #464",
    fault="One entry without a secret aborts the whole restore.",
    shows="With a work account in the backup no other account comes back either.",
    about=("backup.complete", "backup.account-kinds"),
)
class AllOrNothing(AuthenticatorApp):
    def bring_back(self, entries: Iterable[BackupEntry], missing: tuple[str, ...]) -> Restored:
        listed = list(entries)
        if any(entry.secret is None for entry in listed):
            raise Refusal("tampered", "an entry has no secret")
        return super().bring_back(listed, missing)


@planted(
    "restore-over-accounts",
    origin="A06",
    fault="A restore clears the list first, whatever is on it.",
    shows="Accounts added on the new phone are gone.",
    about=("backup.accounts-present-block",),
)
class RestoreOverAccounts(AuthenticatorApp):
    def _blocks_restore(self) -> bool:
        for account in self.state.accounts:
            self.drop(account.id)
        return False


@planted(
    "restore-twice-duplicates",
    origin="Aegis #453 and #951",
    fault="A restored account is added, whether it is there or not.",
    shows="A second restore doubles the list.",
    about=("backup.restore-twice", "backup.accounts-present-block"),
)
class RestoreTwiceDuplicates(AuthenticatorApp):
    def _blocks_restore(self) -> bool:
        return False

    def _account_from_entry(self, entry: BackupEntry) -> tuple[Account, bytes | None] | None:
        ordinal = 0
        while self.held(entry.id) is not None:
            ordinal += 1
            other = identify(entry.kind, entry.issuer, entry.name, ordinal)
            entry = msgspec.structs.replace(entry, id=other)
        return super()._account_from_entry(entry)


@planted(
    "restore-swaps-password",
    origin="FreeOTP #323",
    fault="After a restore the app keeps to the backup it came from, in whatever it saves.",
    shows="The next backup lacks what was added on the new phone.",
    about=("backup.latest-state",),
)
class RestoreSwapsPassword(AuthenticatorApp):
    def bring_back(self, entries: Iterable[BackupEntry], missing: tuple[str, ...]) -> Restored:
        restored = super().bring_back(entries, missing)
        self.host.storage_put(_RESTORED, msgspec.json.encode([account.id for account in self.state.accounts]))
        return restored

    def entries_for_backup(self) -> list[BackupEntry]:
        entries = super().entries_for_backup()
        restored = self.host.storage_get(_RESTORED)
        if restored is None:
            return entries
        return [entry for entry in entries if entry.id in msgspec.json.decode(restored, type=list[str])]


@planted(
    "missing-unsaid",
    origin="azure-docs.es-es #721 (A41)",
    fault="A restore does not say what it could not bring back.",
    shows="All accounts but one come back, and nobody hears of the one.",
    about=("backup.complete",),
)
class MissingUnsaid(AuthenticatorApp):
    def _reported_missing(self, lost: list[str]) -> tuple[str, ...]:
        del lost
        return ()
