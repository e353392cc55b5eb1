"""Mutants whose backup does not follow the list: it lags behind, keeps what was deleted, or says nothing."""

from __future__ import annotations

import msgspec

from lostphone.client.mutants.mutant import planted
from lostphone.client.reference import AuthenticatorApp
from lostphone.client.reference.account import Account
from lostphone.client.reference.document import BackupEntry
from lostphone.refusal import Refusal

_BIN = "no-backup/bin.json"


@planted(
    "stale-backup",
    origin="Aegis #1264",
    fault="A backup is written when it is switched on, and never again.",
    shows="What was added since is not in it.",
    about=("backup.latest-state",),
)
class StaleBackup(AuthenticatorApp):
    def refresh_in_account(self) -> None:
        pass


@planted(
    "failed-upload-unnoticed",
    origin="Aegis #1230 and #1773",
    fault="An upload that fails is forgotten.",
    shows="The backup is said to be fresh, and nobody is warned.",
    about=("backup.stale-warning", "backup.latest-state"),
)
class FailedUploadUnnoticed(AuthenticatorApp):
    def _is_stale(self) -> bool:
        return False

    def _warn_of_stale_backup(self) -> None:
        pass


@planted(
    "incomplete-export",
    origin="Authenticator-Extension #1342 and #1445",
    fault="The entry that was added last is not in a backup of several.",
    shows="One account fewer comes back than was on the list.",
    about=("backup.complete", "backup.latest-state"),
)
class IncompleteExport(AuthenticatorApp):
    def entries_for_backup(self) -> list[BackupEntry]:
        entries = super().entries_for_backup()
        return entries[:-1] if len(entries) > 1 else entries


@planted(
    "deleted-comes-back",
    origin="A39; a recycle bin that is backed up with the rest",
    fault="What a person deletes is kept in a bin, and the bin is in the backup.",
    shows="A restore brings deleted accounts back.",
    about=("backup.deleted-is-gone", "backup.removed-before-backup"),
)
class DeletedComesBack(AuthenticatorApp):
    def _forget_removed(self, account: Account) -> None:
        super()._forget_removed(account)
        thrown = [*self._bin(), self._entry_for_backup(account)]
        self.host.storage_put(_BIN, msgspec.json.encode(thrown))

    def _bin(self) -> list[BackupEntry]:
        stored = self.host.storage_get(_BIN)
        return [] if stored is None else msgspec.json.decode(stored, type=list[BackupEntry])

    def entries_for_backup(self) -> list[BackupEntry]:
        entries = super().entries_for_backup()
        here = [entry.id for entry in entries]
        return entries + [entry for entry in self._bin() if entry.id not in here]


@planted(
    "empty-list-unsaved",
    origin="a guard against overwriting a good backup by an empty one",
    fault="An empty list is never backed up.",
    shows="The account that was deleted last comes back.",
    about=("backup.deleted-is-gone",),
)
class EmptyListUnsaved(AuthenticatorApp):
    def refresh_in_account(self) -> None:
        if self.entries_for_backup():
            super().refresh_in_account()


@planted(
    "older-versions-merged",
    origin="A10",
    fault="Writing a backup keeps what the one before it held.",
    shows="A backup of another phone shines through the one that replaced it.",
    about=("backup.one-copy",),
)
class OlderVersionsMerged(AuthenticatorApp):
    def _sealed(self, entries: list[BackupEntry], account: str) -> bytes:
        here = [entry.id for entry in entries]
        blob = self.host.cloud_get(*self._place_of(account))
        try:
            before = [] if blob is None else self._opened(blob, account)[0]
        except Refusal:
            before = []
        return super()._sealed(entries + [entry for entry in before if entry.id not in here], account)


@planted(
    "delete-keeps",
    origin="A18",
    fault="Switching the backup off leaves it where it is.",
    shows="The store still holds it.",
    about=("backup.delete-and-recreate",),
)
class DeleteKeeps(AuthenticatorApp):
    def _delete_stored(self, account: str) -> None:
        del account
