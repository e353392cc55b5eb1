"""One door to both backups: which one there is depends on the app's version, the system and the date."""

from __future__ import annotations

from lostphone.base.views import Toggle
from lostphone.client.port import BackupState, EnableBackup, Restored
from lostphone.client.reference.icloud_backup import ICloudBackup
from lostphone.client.reference.microsoft_backup import MicrosoftBackup


class Backups(MicrosoftBackup, ICloudBackup):
    """Backup as the person meets it."""

    def enable_backup(self, asked: EnableBackup) -> BackupState:
        """backup.ios2.opt-out-in-settings: the newer app has no such toggle any more (A24, A25)."""
        self._require_toggle()
        self.enable_in_account(asked)
        return self.backup_status()

    def disable_backup(self) -> None:
        """Switch it off in the app, where the app can."""
        self._require_toggle()
        self.disable_in_account()
        self._show_backup(BackupState(on=False))

    def restore_backup(self, recovery_account: str | None) -> Restored:
        """Bring the list back; the newer app asks for no account, and overlooks one that is given (A26)."""
        generation = self.generation()
        self.check_app_version()
        if generation == "none":
            raise self.refused("unavailable", "no-backup-feature")
        if generation == "icloud":
            restored = self.restore_from_icloud()
        else:
            restored = self.restore_from_account(recovery_account)
        if restored.missing:
            self.notice("restored-in-part")
        elif restored.sign_in:
            self.notice("sign-in-to-restore")
        self.show_list()
        return restored

    def backup_status(self) -> BackupState:
        """What the settings of the app say of the backup."""
        generation = self.generation()
        if generation == "icloud":
            status = self.status_in_icloud()
        elif generation == "microsoft":
            status = self.status_of_account()
        else:
            status = BackupState(on=False)
        self._show_backup(status)
        return status

    def look_around(self, last_look: bool) -> None:
        """The first look of a fresh install for a backup that appears by itself."""
        if self.generation() == "icloud":
            self.look_for_backup(last_look)

    def look_after_backup(self) -> None:
        """What opening the app does for its backup."""
        generation = self.generation()
        if generation == "icloud":
            self._write_on_opening()
        elif generation == "microsoft":
            self.look_after_account_backup()

    def _write_on_opening(self) -> None:
        """backup.ios2.open-once: opening is what writes (A29)."""
        self.write_to_icloud()

    def after_update(self) -> None:
        """The app was updated in the background; nobody has opened it yet."""
        if self.generation() == "icloud" and self._carries_over_at_update():
            self.write_to_icloud()

    def _accounts_changed(self) -> None:
        super()._accounts_changed()
        generation = self.generation()
        if generation == "icloud":
            self.write_to_icloud()
        elif generation == "microsoft":
            self.refresh_in_account()

    def _require_toggle(self) -> None:
        generation = self.generation()
        if generation == "icloud":
            raise self.refused("unavailable", "backup-in-settings")
        self.check_app_version()
        if generation == "none":
            raise self.refused("unavailable", "no-backup-feature")

    def _show_backup(self, status: BackupState) -> None:
        has_toggle = self.generation() == "microsoft"
        if status.warning:
            self.notice("backup-stale" if has_toggle else "icloud-backup-stale")
        toggles = (Toggle(self.say("labels.cloud-backup"), status.on),) if has_toggle else ()
        self.show("backup", toggles=toggles)
