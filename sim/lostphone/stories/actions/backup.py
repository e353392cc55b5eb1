"""The app's own backup: on, off, restored, looked at."""

from __future__ import annotations

from lostphone.stories.actions.base import Action


class TurnBackupOn(Action, frozen=True, tag="enable-backup"):
    """Switch cloud backup on; `erase_existing` answers the question about an older backup."""

    phone: str
    recovery_account: str = ""
    erase_existing: bool | None = None


class TurnBackupOff(Action, frozen=True, tag="disable-backup"):
    """Switch cloud backup off and confirm."""

    phone: str


class RestoreFromBackup(Action, frozen=True, tag="restore-backup"):
    """Choose "restore from backup", with a recovery account where the app asks for one."""

    phone: str
    recovery_account: str = ""


class CheckBackup(Action, frozen=True):
    """Look at the state of the backup."""

    phone: str
