"""Keeps a program's own file in the simulated cloud: what a synchronised folder does, and the person's part.

Android phones keep it with a personal Microsoft account, from the moment the person says so. On an iPhone
the file lies in iCloud Drive and nobody has to say anything. The folder copies the file after each change,
says when it could not, and tries again when the program is opened next.

The person remembers one password for the file. With a Microsoft account, the key that the account gives out
stands for it; a wrong one is a slip of the finger. On an iPhone it is kept in iCloud Keychain.
"""

from __future__ import annotations

import base64
import hashlib

import msgspec

from lostphone.base.views import View
from lostphone.client.adapters.program import Program
from lostphone.client.port import BackupState, EnableBackup, Restored
from lostphone.refusal import Refusal
from lostphone.world.devices.services import PlatformServices, Store

_STATE = "keeping.json"
_SHARED_PASSWORD = "file-password"
_PASSWORD_BYTES = 24


class StoredFileMemory(msgspec.Struct, frozen=True):
    """What the folder remembers: the account, its last copy, and the copy that it knows of (a SHA-256)."""

    account: str = ""
    last_good_ms: int | None = None
    accounts: int = 0
    stale: bool = False
    digest: str = ""


class Keeping:
    """The file of one program on one phone."""

    def __init__(self, host: PlatformServices, program: Program) -> None:
        self.host = host
        self.program = program
        self._file_name = program.file_name

    # What the person asks

    def enable(self, asked: EnableBackup) -> BackupState:
        """Copy the file for the first time; when that fails it stays off."""
        if self._in_icloud:
            raise Refusal("unavailable", "the file lies in iCloud Drive: nothing is switched on or off")
        account = asked.recovery_account or self._only_session()
        if self._kept.account not in ("", account):
            raise Refusal("already-exists", f"the file is kept with {self._kept.account}")
        if self.host.identity_kind(account) not in ("code", "passwordless"):
            raise Refusal("not-personal", f"{account} is no personal Microsoft account")
        before = self._kept
        stored = self.host.cloud_get("microsoft", account)
        if stored is not None and not asked.erase_existing and _digest(stored) != before.digest:
            raise Refusal("already-exists", f"another phone keeps a file with {account}")
        self._keep(msgspec.structs.replace(before, account=account))
        try:
            self._copy(self._password(account))
        except Refusal:
            self._keep(before)
            raise
        return self.status()

    def disable(self) -> None:
        """Delete the copy."""
        if self._in_icloud:
            raise Refusal("unavailable", "the file lies in iCloud Drive: nothing is switched on or off")
        if not self._kept.account:
            raise Refusal("backup-off", "no copy is kept")
        self.host.cloud_delete("microsoft", self._kept.account)
        self._keep(StoredFileMemory())

    def restore(self, asked: str | None) -> Restored:
        """Have the program take the copy in; it is the program that says what is wrong with it."""
        store, key = self._place_to_restore_from(asked)
        blob = self.host.cloud_get(store, key)
        if blob is None:
            raise Refusal("wrong-account", "no file is kept there")
        missing = self.program.take_in(blob, self._password(key))
        held = len(self.program.held())
        self._keep(msgspec.structs.replace(self._kept, digest=_digest(blob), accounts=held))
        if missing:
            self._show("restored-in-part", f"Not here: {', '.join(missing)}")
        return Restored(held, 0, tuple(missing))

    def status(self) -> BackupState:
        """Whether a copy is kept, and how fresh it is."""
        kept = self._kept
        if self._place is None:
            return BackupState(on=False)
        signed_out = bool(kept.account) and kept.account not in self.host.identity_sessions()
        stale = kept.stale or signed_out
        return BackupState(
            True, kept.account or None, kept.last_good_ms, kept.accounts, "stale" if stale else ""
        )

    # What the folder does by itself

    def changed(self) -> None:
        """Copy the file, or say that it could not be copied."""
        if self._place is None:
            return
        try:
            # With an account, the file has had its password since it was first copied.
            self._copy(self._password(self._file_name) if self._in_icloud else None)
        except Refusal as refusal:
            self._keep(msgspec.structs.replace(self._kept, stale=True))
            self._show("icloud-backup-stale" if self._in_icloud else "backup-stale", refusal.message)

    def opened(self) -> None:
        """Copy what could not be copied."""
        if self._kept.stale:
            self.changed()

    def looked_at(self) -> None:
        """On a new iPhone or iPad, have the file that is in iCloud already."""
        if self._place is not None and self._in_icloud and not self.program.held():
            blob = self.host.cloud_get("icloud", self._file_name)
            if blob is not None and _digest(blob) != self._kept.digest:
                self.restore(None)

    # Inside

    @property
    def _kept(self) -> StoredFileMemory:
        stored = self.host.storage_get(_STATE)
        return StoredFileMemory() if stored is None else msgspec.json.decode(stored, type=StoredFileMemory)

    def _keep(self, kept: StoredFileMemory) -> None:
        self.host.storage_put(_STATE, msgspec.json.encode(kept))

    @property
    def _in_icloud(self) -> bool:
        return self.host.settings().platform == "ios"

    @property
    def _place(self) -> tuple[Store, str] | None:
        """Where the copy is kept; None where none is."""
        if self._in_icloud:
            icloud = self.host.settings().icloud
            return ("icloud", self._file_name) if icloud is not None and icloud.drive else None
        account = self._kept.account
        return ("microsoft", account) if account else None

    def _place_to_restore_from(self, asked: str | None) -> tuple[Store, str]:
        if self._in_icloud:
            return "icloud", self._file_name
        account = asked or self._only_session()
        if account not in self.host.identity_sessions():
            self.host.identity_sign_in(account)
        return "microsoft", account

    def _only_session(self) -> str:
        sessions = self.host.identity_sessions()
        if len(sessions) != 1:
            raise Refusal("signed-out", "say which account keeps the file")
        return sessions[0]

    def _copy(self, password: str | None) -> None:
        """The file as it is now, unless what lies there was written by a newer program."""
        place = self._place
        assert place is not None
        there = self.host.cloud_get(*place)
        if there is not None and _digest(there) != self._kept.digest and self.program.is_newer(there):
            raise Refusal("newer-format", "a newer program has written the file that is kept")
        packed = self.program.pack(password)
        if packed is not None:
            self.host.cloud_put(*place, packed.blob)
            now_ms = self.host.now_ms()
            self._keep(
                StoredFileMemory(self._kept.account, now_ms, packed.accounts, False, _digest(packed.blob))
            )
        elif there is not None:
            raise Refusal("unavailable", f"{self.program.command} writes no file; the earlier one stays")

    def _password(self, key: str) -> str:
        """What the person types to open a copy that is kept there; "" for a file without a lock."""
        if not self.program.locked:
            return ""
        if self._in_icloud:
            return self._shared_password()
        return base64.b64encode(self.host.identity_recovery_key(key)).decode()

    def _shared_password(self) -> str:
        known = self.host.keychain_get(_SHARED_PASSWORD)
        if known is None:
            known = base64.b64encode(self.host.random(_PASSWORD_BYTES))
            self.host.keychain_put(_SHARED_PASSWORD, known, "synchronizable")
        return known.decode()

    def _show(self, message_id: str, message: str) -> None:
        self.host.screen(View("message", self.program.command, (), (), message, message_id, ()))


def _digest(blob: bytes) -> str:
    return hashlib.sha256(blob).hexdigest()
