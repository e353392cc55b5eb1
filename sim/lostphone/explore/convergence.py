"""What has not converged, and why: once everything is healed, a backup has to follow its list again.

"Within a stated time" is `CONVERGED_MS`: after a wait of that length without faults, an app that is opened
may not call its backup out of date any more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lostphone.base.clock import HOUR_MS
from lostphone.client.port import BackupState
from lostphone.explore.faults import undoings
from lostphone.gherkin.sighting import Sighting, sighted
from lostphone.oracles.expectation import BackupIs
from lostphone.oracles.judges.icloud_generation import surely_newer
from lostphone.oracles.oracle import Judgement
from lostphone.rules.icloud_settings import ICLOUD_SETTINGS
from lostphone.stories.actions.accounts import LookAtAccounts, LookAtCode, OpenAuthenticator
from lostphone.stories.actions.backup import CheckBackup
from lostphone.stories.actions.base import Action
from lostphone.stories.actions.time import Wait
from lostphone.world.devices.ios import IosDevice

if TYPE_CHECKING:
    from lostphone.explore.session import ExplorerSession
    from lostphone.world.devices.device import Device

CONVERGED_MS = 2 * HOUR_MS
#: The oracle, and the promises it rests on: on an iPhone since September 2025 opening the app is what writes.
CONVERGES, CONVERGES_RULES = "converges", ("backup.latest-state", "backup.ios2.open-once")
_LOOKS = (LookAtAccounts, LookAtCode, CheckBackup)


@dataclass(frozen=True)
class Pending:
    """A phone whose backup is not as it should be by now."""

    phone: str
    why: Sighting
    rule: str

    @property
    def judgement(self) -> Judgement:
        return Judgement(CONVERGES, self.rule, "invalid", self.why, BackupIs(self.phone, "on"))


def settled(history: Sequence[Action]) -> tuple[str, ...]:
    """The phones whose app was opened once everything was healed and time was given, and nothing done since.

    >>> opened = OpenAuthenticator("Mika's iPhone")
    >>> settled([Wait(CONVERGED_MS), opened]), settled([opened])
    (("Mika's iPhone",), ())
    """
    opened: dict[str, None] = {}
    for action in reversed(history):
        if isinstance(action, OpenAuthenticator):
            opened[action.phone] = None
        elif isinstance(action, Wait) and action.duration_ms >= CONVERGED_MS:
            return () if undoings(history) else tuple(opened)
        elif not isinstance(action, _LOOKS):
            break
    return ()


def pending(session: ExplorerSession) -> list[Pending]:
    """Ask every app that has settled; the looks are part of the history."""
    left = []
    for phone in settled(session.actions):
        device = session.world.devices.get(phone)
        if device is None or not device.usable or device.app is None or session.broken is not None:
            continue
        state = session.do(CheckBackup(phone)).result
        if not isinstance(state, BackupState) or not state.on:
            continue
        rule = CONVERGES_RULES[surely_newer(device)]
        tally = session.converged[rule]
        if not state.warning:
            tally.valid += 1
        elif _waits_for_a_person(session, device, state):
            tally.unknown += 1
        else:
            tally.invalid += 1
            why = sighted("stale-when-well", phone=phone)
            left.append(Pending(phone, why, rule))
    return left


def _waits_for_a_person(session: ExplorerSession, device: Device, state: BackupState) -> bool:
    """Whether it is out of date for want of a sign-in or a switch: no time heals that."""
    account = state.recovery_account
    if account and account not in session.world.personal.sessions(device.id):
        return True
    return isinstance(device, IosDevice) and not all(map(device.switch_on, ICLOUD_SETTINGS))
