"""The backup that hangs on a personal Microsoft account: iOS until September 2025, and Android still.

The account's key seals the blob. On Android the blob lies with the account itself; on iOS it lies in the
person's iCloud, so that both accounts are needed to get it back (A02). There is one copy and no history
(A10). It is switched on by hand, after a restore too: nothing says that restoring switches it on, and a
person who believes so should learn it here.
"""

from __future__ import annotations

import hashlib

import msgspec

from lostphone.client.port import BackupState, EnableBackup, Restored
from lostphone.client.reference.document import BackupEntry, write_document
from lostphone.client.reference.entries import Entries
from lostphone.client.reference.icloud_gates import MESSAGES, is_open
from lostphone.client.reference.sealing import header_of, seal
from lostphone.client.reference.state import MicrosoftState
from lostphone.formats.envelope import EnvelopeHeader
from lostphone.refusal import Refusal
from lostphone.world.devices.services import Store

#: The switches of the phone that the app looks at on iOS, in the order a person meets them (A14).
IOS_GATES = ("icloud", "icloud-backup", "app-toggle")


class MicrosoftBackup(Entries):
    """Enable, refresh, delete and restore it."""

    # What the person asks

    def enable_in_account(self, asked: EnableBackup) -> None:
        """Switch it on and write the first backup; when that fails it stays off."""
        self._check_gates()
        account = self._recovery_account(asked.recovery_account)
        held = self.state.microsoft
        if held.recovery_account not in (None, account):
            raise self.refused("already-exists", "turn-off-first", account=str(held.recovery_account))
        if not self._may_overwrite(account, asked.erase_existing):
            raise self.refused("already-exists", "erase-existing-backup", account=account)
        self._upload(account)

    def disable_in_account(self) -> None:
        """backup.delete-and-recreate: off means deleted; if it cannot be deleted it stays on (A18)."""
        account = self.state.microsoft.recovery_account
        if account is None:
            raise self.refused("backup-off", "backup-is-off")
        if account not in self.host.identity_sessions():
            raise self.refused("signed-out", "something-went-wrong")
        self._delete_stored(account)
        self.state.microsoft = MicrosoftState()
        self.save()

    def restore_from_account(self, asked: str | None) -> Restored:
        """Bring the list back; when anything is refused, nothing on the phone has changed."""
        if self._blocks_restore():
            raise self.refused("accounts-present")
        self._check_gates()
        account = self._account_to_restore_from(asked)
        blob = self.host.cloud_get(*self._place_of(account))
        if blob is None:
            raise self.refused("wrong-account", "unable-to-recover", account=account)
        entries, missing = self._opened(blob, account)
        restored = self.bring_back(entries, missing)
        self.state.microsoft = msgspec.structs.replace(self.state.microsoft, known_slot=account)
        self.save()
        if account != self.state.microsoft.recovery_account:
            # backup.latest-state: what came back from one account belongs into the backup under another.
            self.refresh_in_account()
        return restored

    def status_of_account(self) -> BackupState:
        """backup.stale-warning: a sign-in that has run out, or an upload that failed, is told (A09)."""
        held = self.state.microsoft
        if held.recovery_account is None:
            return BackupState(on=False)
        return BackupState(
            True, held.recovery_account, held.last_good_ms, held.saved, "stale" if self._is_stale() else ""
        )

    # What happens by itself

    def refresh_in_account(self) -> None:
        """backup.latest-state: the backup follows the list, or the red dot says so (A01, A09)."""
        account = self.state.microsoft.recovery_account
        if account is None:
            return
        try:
            self._upload(account)
        except Refusal:
            self.state.microsoft = msgspec.structs.replace(self.state.microsoft, stale=True)
            self.save()
            self._warn_of_stale_backup()

    def look_after_account_backup(self) -> None:
        """On opening: try again what failed, and notice that nobody is signed in any more."""
        if self.state.microsoft.recovery_account is not None and self._is_stale():
            self.refresh_in_account()

    # One promise, one place

    def _check_gates(self) -> None:
        """backup.ios1.gates, backup.android.cloud-backup: settings come first on iOS alone (A14, A16)."""
        if self.platform != "ios":
            return
        icloud = self.settings.icloud
        for gate in IOS_GATES:
            if not is_open(gate, icloud):
                raise self.refused("signed-out" if gate == "icloud" else "backup-off", MESSAGES[gate])

    def _recovery_account(self, asked: str | None) -> str:
        """backup.something-went-wrong: a personal account, and one that is signed in (A05, A19)."""
        sessions = self.host.identity_sessions()
        if asked is None:
            if len(sessions) != 1:
                raise self.refused("signed-out", "something-went-wrong")
            return sessions[0]
        if not self._is_personal(asked):
            raise self.refused("not-personal", account=asked)
        if asked not in sessions:
            raise self.refused("signed-out", "something-went-wrong")
        return asked

    def _is_personal(self, account: str) -> bool:
        """backup.personal-recovery-account: a work or school account is no recovery account (A05)."""
        return self.host.identity_kind(account) in ("code", "passwordless")

    def _may_overwrite(self, account: str, erase_existing: bool | None) -> bool:
        """backup.enable-before-restore-erases: a backup unknown to this phone needs a yes (A11)."""
        if self.state.microsoft.known_slot == account or erase_existing:
            return True
        return self.host.cloud_get(*self._place_of(account)) is None

    def _blocks_restore(self) -> bool:
        """backup.accounts-present-block, backup.restore-twice: only an empty list is restored into (A06)."""
        return bool(self.state.accounts)

    def _account_to_restore_from(self, asked: str | None) -> str:
        """personal.recovery-circle: the person signs in now, if they can (A02, A47)."""
        sessions = self.host.identity_sessions()
        account = asked or (sessions[0] if len(sessions) == 1 else None)
        if account is None:
            raise self.refused("signed-out", "sign-in-to-recover")
        if not self._is_personal(account):
            raise self.refused("not-personal", account=account)
        if account not in sessions:
            self.host.identity_sign_in(account)
        return account

    def _place_of(self, account: str) -> tuple[Store, str]:
        """backup.one-copy, backup.ios1.both-accounts: one place an account, on iOS in iCloud (A01 to A03)."""
        if self.platform == "ios":
            return "icloud", f"backup-{hashlib.sha256(account.encode()).hexdigest()[:16]}"
        return "microsoft", account

    def _opened(self, blob: bytes, account: str) -> tuple[list[BackupEntry], tuple[str, ...]]:
        """The entries in a stored backup, after every check that it is this one and whole."""
        header = header_of(blob)
        self._accept_platform(header)
        self._accept_recovery_account(header, account)
        return self._unsealed(blob, self.host.identity_recovery_key(account))

    def _accept_recovery_account(self, header: EnvelopeHeader, account: str) -> None:
        """backup.wrong-recovery-account: "Unable to recover" when it is somebody else's (A36)."""
        if header.account_hint is None or not header.account_hint.matches(account):
            raise self.refused("wrong-account", "unable-to-recover", account=account)

    def _sealed(self, entries: list[BackupEntry], account: str) -> bytes:
        """backup.nothing-in-clear, backup.two-users-differ: sealed with the account's key."""
        return seal(
            write_document(entries),
            self.host.identity_recovery_key(account),
            platform=self.platform,
            account=account,
            now_ms=self.host.now_ms(),
            random=self.host.random,
        )

    def _spare_newer_backup(self, account: str) -> None:
        """backup.newer-format-refused: what a newer app has written is not overwritten either."""
        stored = self.host.cloud_get(*self._place_of(account))
        if stored is None:
            return
        try:
            header_of(stored)
        except Refusal as refusal:
            if refusal.code == "newer-format":
                raise

    def _upload(self, account: str) -> None:
        self._check_gates()
        self._spare_newer_backup(account)
        entries = self.entries_for_backup()
        self.host.cloud_put(*self._place_of(account), self._sealed(entries, account))
        self.state.microsoft = MicrosoftState(account, account, self.host.now_ms(), len(entries))
        self.save()

    def _delete_stored(self, account: str) -> None:
        """backup.delete-and-recreate: the blob goes, not just the toggle (A18)."""
        self.host.cloud_delete(*self._place_of(account))

    def _is_stale(self) -> bool:
        held = self.state.microsoft
        return held.stale or held.recovery_account not in self.host.identity_sessions()

    def _warn_of_stale_backup(self) -> None:
        self.notice("backup-stale")
