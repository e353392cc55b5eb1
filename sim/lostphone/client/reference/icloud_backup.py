"""The backup that makes itself: iOS from September 2025, in iCloud and its Keychain (A21 to A29).

Nobody is asked for a Microsoft account, and the app has no toggle. Opening the app writes the backup
while the settings are on; opening it for the first time on a new phone looks for one. Several devices of
one Apple Account share one backup: it holds what any of them holds. What a person deletes on one device
leaves the backup, and another device that still has it puts it back at its next opening (Q05).
"""

from __future__ import annotations

import msgspec

from lostphone.client.answers import BackupWarning
from lostphone.client.port import BackupState, Restored
from lostphone.client.reference.account import Account
from lostphone.client.reference.document import BackupEntry
from lostphone.client.reference.icloud_gates import MESSAGES, closed_gates
from lostphone.client.reference.icloud_store import ICloudStore
from lostphone.refusal import Refusal

#: How the last writing may have ended without a warning: what a person has switched off is no mishap (A25).
_NO_CAUSE_FOR_WARNING = ("", "ok", "backup-off")


class ICloudBackup(ICloudStore):
    """Writes, looks, follows and reports."""

    # What happens by itself

    def write_to_icloud(self) -> None:
        """backup.ios2.automatic, backup.latest-state: whatever changed goes up, if the settings allow it."""
        if self._closed_gates():
            return
        try:
            self._write()
        except Refusal as refusal:
            self.state.icloud = msgspec.structs.replace(self.state.icloud, outcome=refusal.code)
        self.save()

    def look_for_backup(self, last_look: bool) -> None:
        """backup.ios2.names-appear: a new phone finds what there is, without being asked for an account.

        With `last_look` this install will not look again. Refusals are those of reading.
        """
        held = self.state.icloud
        if held.checked and self._looks_only_once():
            return
        restored = None
        if not (self.state.accounts or self._closed_gates()):
            entries, missing = self._found()
            if entries or missing:
                restored = self.bring_back(entries, missing)
        if restored or last_look:
            held = self.state.icloud
            self.state.icloud = msgspec.structs.replace(
                held, checked=True, restored=restored or held.restored
            )
            self.save()

    def follow_shared_items(self) -> None:
        """Q05 "sync": the shared items are the list itself, deletions included (D08)."""
        held = self.state.icloud
        takes_part = bool(held.shared or held.restored or self.state.accounts)
        if not self._lists_are_one() or not takes_part or self._closed_gates():
            return
        items = self.shared_items()
        for account in self.state.accounts:
            if account.kind == "third-party" and account.id in held.shared and account.id not in items:
                self.drop(account.id)
        for entry in items.values():
            here = self.held(entry.id)
            restored = self._account_from_entry(entry) if entry.kind == "third-party" else None
            if restored and (here is None or _newer(entry, here)):
                self.put(*restored)

    # What the person asks

    def restore_from_icloud(self) -> Restored:
        """What opening does, with an answer; Refusal when there was nothing to bring back."""
        if self.state.icloud.restored is None:
            self.look_for_backup(last_look=True)
        restored = self.state.icloud.restored
        if restored is not None:
            return restored
        if self.state.accounts:
            raise self.refused("accounts-present")
        for gate in self._closed_gates():
            raise self.refused("signed-out" if gate == "icloud" else "backup-off", MESSAGES[gate])
        raise self.refused("no-backup", "no-backup-found")

    def status_in_icloud(self) -> BackupState:
        """backup.ios2.gates: on only while the settings that it needs are; nothing warns of them (A25)."""
        held = self.state.icloud
        if self._closed_gates():
            return BackupState(on=False)
        warning: BackupWarning = "" if held.outcome in _NO_CAUSE_FOR_WARNING else "stale"
        return BackupState(True, None, held.last_good_ms, held.saved, warning)

    # One promise, one place

    def _derive_gates(self) -> tuple[str, ...]:
        """backup.ios2.gates: which settings have to be on is an open question with a default (Q02)."""
        return self.policy.gates()

    def _looks_only_once(self) -> bool:
        """backup.ios2.reinstall-once: an install that found nothing at first finds nothing later (S09)."""
        return self.policy.holds("backup.ios2.reinstall-once")

    def _lists_are_one(self) -> bool:
        """backup.ios2.deletes-stay: by default each device keeps its own list (Q05)."""
        return self.policy.answer("Q05") == "sync"

    def _carries_over_at_update(self) -> bool:
        """backup.ios2.old-backup-unreachable: by default an update alone writes nothing (Q03)."""
        return self.policy.answer("Q03") == "migrated"

    def _newest_revision(self, account_id: str) -> int:
        shared = self.shared_item(account_id) if self.generation() == "icloud" else None
        return max(super()._newest_revision(account_id), 0 if shared is None else shared.revision)

    def _forget_removed(self, account: Account) -> None:
        """backup.deleted-is-gone: remembered until the backup has let go of it as well (A39)."""
        super()._forget_removed(account)
        held = self.state.icloud
        self.state.icloud = msgspec.structs.replace(held, removed=(*held.removed, account.id))

    # Inside

    def _closed_gates(self) -> list[str]:
        return closed_gates(self._derive_gates(), self.settings.icloud)

    def _found(self) -> tuple[list[BackupEntry], tuple[str, ...]]:
        """backup.ios2.same-apple-account: all that this phone's Apple Account holds, in the order of names.

        Entries whose names could not be written any more come last.
        """
        names, missing = self.read_names()
        items = self.shared_items()
        named = [items.pop(name.id, name) for name in names]
        return named + list(items.values()), missing

    def _write(self) -> None:
        own = {entry.id: entry for entry in self.entries_for_backup()}
        removed = [account_id for account_id in self.state.icloud.removed if account_id not in own]
        for account_id in removed:
            self.unshare(account_id)
        # Secrets first: they need no room in iCloud, and a name without its secret would be a false hope.
        there = self.shared_items()
        for entry in own.values():
            if entry.secret:
                self.share(entry, there.get(entry.id))
        saved = self._write_names(own, removed)
        self.state.icloud = msgspec.structs.replace(
            self.state.icloud,
            last_good_ms=self.host.now_ms() if saved else self.state.icloud.last_good_ms,
            saved=len(own),
            outcome="ok" if saved else "",
            shared=tuple(entry.id for entry in own.values() if entry.secret),
            removed=(),
        )

    def _write_names(self, own: dict[str, BackupEntry], removed: list[str]) -> bool:
        """Bring the names up to date; whether there are any to speak of."""
        try:
            before, _ = self.read_names()
        except Refusal as refusal:
            if refusal.code != "tampered":
                raise
            before = []  # what is broken is written anew
        names = [_name_of(entry) for entry in own.values()]
        names += [entry for entry in before if entry.id not in own and entry.id not in removed]
        if names != before:
            self.write_names(names)
        return bool(names or before)


def _name_of(entry: BackupEntry) -> BackupEntry:
    return BackupEntry(entry.id, entry.issuer, entry.name, entry.kind, entry.passwordless)


def _newer(entry: BackupEntry, here: Account) -> bool:
    counter = here.form.counter if here.form else 0
    return entry.revision > here.revision or (entry.form is not None and entry.form.counter > counter)
