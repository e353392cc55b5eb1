"""What has not converged yet, and why: a backup that should follow its list and says that it does not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lostphone.client.port import BackupState
from lostphone.history.actions.backup import CheckBackup

if TYPE_CHECKING:
    from lostphone.explore.session import Session


@dataclass(frozen=True)
class Pending:
    """A phone whose backup is not as it should be by now."""

    phone: str
    why: str


def pending(session: Session) -> list[Pending]:
    """Ask every app that can be used; the looks are part of the history.

    A backup that is out of date for want of somebody's sign-in waits for a person, not for time.
    """
    left = []
    for device in list(session.world.devices.values()):
        if not device.usable or device.app is None or session.broken is not None:
            continue
        outcome = session.do(CheckBackup(device.id))
        state = outcome.result
        if not outcome.ok or not isinstance(state, BackupState) or not (state.on and state.warning):
            continue
        account = state.recovery_account
        if account and account not in session.world.personal.sessions(device.id):
            continue
        left.append(Pending(device.id, f"the backup of {device.id} is still out of date: {state.warning}"))
    return left
