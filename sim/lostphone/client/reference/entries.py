"""From an account to its entry in a backup, and back: the heart of what comes back (A17, A23, C04, C16).

Both generations go through here. They differ in where entries are kept, not in what is in them.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from lostphone.client.port import Restored
from lostphone.client.reference.account import Account
from lostphone.client.reference.document import BackupEntry, read_document
from lostphone.client.reference.integrity import Integrity
from lostphone.client.reference.sealing import unseal
from lostphone.formats.envelope import EnvelopeHeader
from lostphone.refusal import Refusal


class Entries(Integrity):
    """Makes entries of accounts and accounts of entries."""

    def entries_for_backup(self) -> list[BackupEntry]:
        """backup.removed-before-backup: the list as it is now; wiped accounts as names (A56)."""
        entries = [self._entry_for_backup(account) for account in self.state.accounts]
        return entries + [self._entry_for_backup(account) for account in self.state.wiped]

    def bring_back(self, entries: Iterable[BackupEntry], missing: tuple[str, ...]) -> Restored:
        """Put the entries on the list, and say what became of them: ready, to sign in, or missing."""
        came: list[Account] = []
        lost = list(missing)
        for entry in entries:
            restored = self._account_from_entry(entry)
            if restored is None:
                lost.append(entry.label)
            else:
                self.put(*restored)
                came.append(restored[0])
        ready = sum(account.ready for account in came)
        return Restored(ready, len(came) - ready, self._reported_missing(lost))

    # One promise, one place

    def _entry_for_backup(self, account: Account) -> BackupEntry:
        """backup.account-kinds, restore.sign-in-again: every account is in the backup, most as a name."""
        secret = self.secret_of(account) if self._secret_travels(account) and account.ready else None
        return BackupEntry(
            id=account.id,
            issuer=account.issuer,
            name=account.name,
            kind=account.kind,
            passwordless=account.passwordless,
            form=account.form if secret else None,
            secret=secret,
            revision=account.revision,
        )

    def _secret_travels(self, account: Account) -> bool:
        """restore.work-name-only, restore.passwordless-name-only, push.not-restored: names only (A17)."""
        return account.kind == "third-party" or (
            account.kind == "personal" and not account.passwordless and self._personal_codes_travel()
        )

    def _personal_codes_travel(self) -> bool:
        """restore.personal-code: only the iCloud generation leaves this open (Q01)."""
        return self.generation() != "icloud" or self.policy.holds("restore.personal-code")

    def _account_from_entry(self, entry: BackupEntry) -> tuple[Account, bytes | None] | None:
        """The account and its secret; None for a third-party account whose secret is not there."""
        if entry.kind == "third-party":
            return self._third_party(entry)
        name = Account(
            id=entry.id,
            issuer=entry.issuer,
            name=entry.name,
            kind=entry.kind,
            passwordless=entry.passwordless,
            ready=False,
            revision=entry.revision,
        )
        if entry.kind == "personal" and entry.secret and entry.form and self._personal_codes_travel():
            return self._personal(name, entry, entry.secret)
        return name, None

    def _third_party(self, entry: BackupEntry) -> tuple[Account, bytes | None] | None:
        """restore.third-party-code, code.counter: same secret, same form, same counter (A17)."""
        if not entry.secret or entry.form is None:
            return None
        try:
            entry.form.parameters()
        except ValueError:
            return None
        account = Account(
            entry.id, entry.issuer, entry.name, "third-party", form=entry.form, revision=entry.revision
        )
        return account, entry.secret

    def _personal(self, name: Account, entry: BackupEntry, old_secret: bytes) -> tuple[Account, bytes | None]:
        """personal.per-device-credential: the old secret is proof, and this phone gets its own (A07)."""
        try:
            secret = self.host.identity_register_code(entry.name, proof=old_secret)
        except Refusal:
            return name, None
        ready = msgspec.structs.replace(name, ready=True, form=entry.form, revision=entry.revision + 1)
        return ready, secret

    def _accept_platform(self, header: EnvelopeHeader) -> None:
        """backup.same-platform-only: a backup of the other kind of phone is refused (A13)."""
        if header.platform != self.platform:
            raise self.refused("wrong-platform")

    def _unsealed(self, blob: bytes, key: bytes) -> tuple[list[BackupEntry], tuple[str, ...]]:
        """backup.tamper-refused, backup.truncated-refused, backup.newer-format-refused: whole or not at all.

        The entries, and the labels of those that could not be read.
        """
        content = unseal(blob, key)
        try:
            return read_document(content)
        except ValueError:
            raise Refusal("tampered", "the backup opens, but what is in it is no list of accounts") from None

    def _reported_missing(self, lost: list[str]) -> tuple[str, ...]:
        """backup.complete: what could not be brought back is named (A41)."""
        return tuple(lost)
