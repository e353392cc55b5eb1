"""Plays the app's own backup."""

from __future__ import annotations

from lostphone.client import port
from lostphone.stories.actions import backup as do
from lostphone.stories.stage import Stage, plays


@plays(do.EnableBackup)
def enable_backup(stage: Stage, action: do.EnableBackup) -> port.Result:
    return stage.ask(action.phone, port.EnableBackup(action.recovery_account or None, action.erase_existing))


@plays(do.DisableBackup)
def disable_backup(stage: Stage, action: do.DisableBackup) -> port.Result:
    return stage.ask(action.phone, port.DisableBackup())


@plays(do.RestoreBackup)
def restore_backup(stage: Stage, action: do.RestoreBackup) -> port.Result:
    return stage.ask(action.phone, port.RestoreBackup(action.recovery_account or None))


@plays(do.CheckBackup)
def check_backup(stage: Stage, action: do.CheckBackup) -> port.Result:
    return stage.ask(action.phone, port.BackupStatus())
