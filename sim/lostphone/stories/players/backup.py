"""Plays the app's own backup."""

from __future__ import annotations

from lostphone.client import port
from lostphone.stories.actions import backup as do
from lostphone.stories.stage import Stage, plays


@plays(do.TurnBackupOn)
def enable_backup(stage: Stage, action: do.TurnBackupOn) -> port.Result:
    return stage.ask(action.phone, port.EnableBackup(action.recovery_account or None, action.erase_existing))


@plays(do.TurnBackupOff)
def disable_backup(stage: Stage, action: do.TurnBackupOff) -> port.Result:
    return stage.ask(action.phone, port.DisableBackup())


@plays(do.RestoreFromBackup)
def restore_backup(stage: Stage, action: do.RestoreFromBackup) -> port.Result:
    return stage.ask(action.phone, port.RestoreBackup(action.recovery_account or None))


@plays(do.CheckBackup)
def check_backup(stage: Stage, action: do.CheckBackup) -> port.Result:
    return stage.ask(action.phone, port.BackupStatus())
