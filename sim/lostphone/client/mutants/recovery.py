"""Mutants that mistake the recovery account, or the conditions on which there is a backup at all."""

from __future__ import annotations

from lostphone.client.mutants.mutant import planted
from lostphone.client.port import EnableBackup, Restored
from lostphone.client.reference import AuthenticatorApp
from lostphone.client.reference.state import MicrosoftState
from lostphone.refusal import Refusal
from lostphone.world.devices.services import Settings


@planted(
    "backup-before-its-time",
    origin="A01, A03",
    fault="It offers backup from the first version on.",
    shows="A backup is made in the year before there were any.",
    about=("backup.first-version",),
)
class BackupBeforeItsTime(AuthenticatorApp):
    def _has_backup_at_all(self, settings: Settings) -> bool:
        del settings
        return True


@planted(
    "settings-ignored",
    origin="A14",
    fault="On an iPhone of the first generation it does not look at the phone's settings.",
    shows="A backup is made with iCloud Backup off.",
    about=("backup.ios1.gates",),
)
class SettingsIgnored(AuthenticatorApp):
    def _check_gates(self) -> None:
        pass


@planted(
    "android-by-itself",
    origin="A16",
    fault="On Android the backup begins by itself with whoever is signed in.",
    shows="There is a backup that nobody has switched on.",
    about=("backup.android.cloud-backup",),
)
class AndroidByItself(AuthenticatorApp):
    def look_after_account_backup(self) -> None:
        sessions = self.host.identity_sessions()
        if self.platform == "android" and self.state.microsoft.recovery_account is None and sessions:
            self._upload(sessions[0])
        super().look_after_account_backup()


@planted(
    "overwrite-on-enable",
    origin="A11; azure-docs #75363",
    fault="Switching backup on uploads at once, without asking about the backup that is there.",
    shows="The old backup is gone before it could be restored.",
    about=("backup.enable-before-restore-erases",),
)
class OverwriteOnEnable(AuthenticatorApp):
    def _may_overwrite(self, account: str, erase_existing: bool | None) -> bool:
        del account, erase_existing
        return True


@planted(
    "enable-signed-out",
    origin="A19",
    fault="Switching backup on while nobody is signed in is said to have worked.",
    shows="No backup is stored, and nothing says that something went wrong.",
    about=("backup.something-went-wrong",),
)
class EnableSignedOut(AuthenticatorApp):
    def enable_in_account(self, asked: EnableBackup) -> None:
        if self.host.identity_sessions():
            super().enable_in_account(asked)


@planted(
    "work-recovery-account",
    origin="A05; azure-docs #54868",
    fault="A work account is accepted as recovery account.",
    shows="The backup is said to be on, under the account of an employer.",
    about=("backup.personal-recovery-account",),
)
class WorkRecoveryAccount(AuthenticatorApp):
    def enable_in_account(self, asked: EnableBackup) -> None:
        account = asked.recovery_account
        if account is None or self.host.identity_kind(account) != "work":
            super().enable_in_account(asked)
            return
        saved = len(self.entries_for_backup())
        self.state.microsoft = MicrosoftState(account, account, self.host.now_ms(), saved)
        self.save()


@planted(
    "wrong-account-vague",
    origin="A36",
    fault="Restoring with the wrong account is refused with the words that there is no backup.",
    shows="Whoever has two accounts gives up, and does not try the other.",
    about=("backup.wrong-recovery-account",),
)
class WrongAccountVague(AuthenticatorApp):
    def restore_from_account(self, asked: str | None) -> Restored:
        try:
            return super().restore_from_account(asked)
        except Refusal as refusal:
            if refusal.code != "wrong-account":
                raise
            raise self.refused("no-backup", "no-backup-found") from None


@planted(
    "wrong-account-success",
    origin="A36",
    fault="Restoring with an account that holds no backup is said to have worked.",
    shows="The list is empty, and the app is content.",
    about=("backup.wrong-recovery-account",),
)
class WrongAccountSuccess(AuthenticatorApp):
    def restore_from_account(self, asked: str | None) -> Restored:
        try:
            return super().restore_from_account(asked)
        except Refusal as refusal:
            if refusal.code != "wrong-account":
                raise
            return Restored(0, 0)


@planted(
    "retired-goes-on",
    origin="A48",
    fault="A version that Microsoft has retired goes on as before.",
    shows="It adds a Microsoft account years after its end.",
    about=("app.too-old-blocked",),
)
class RetiredGoesOn(AuthenticatorApp):
    def _too_old(self) -> bool:
        return False
