"""The settings of an iPhone decide on the newer backup: the app has no say, and does not nag (A22 to A29)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from lostphone.gherkin.sighting import Sighting, sighted
from lostphone.oracles.expectation import BackupIs, Refused, SaysNothing
from lostphone.oracles.judges.icloud_generation import MINIMUM_OS, closed_gates, surely_newer
from lostphone.oracles.ledger.ledger import Ledger
from lostphone.oracles.oracle import Judgement, Needs, Oracle
from lostphone.stories.actions.accounts import AddMicrosoft, EnrolAtSite, OpenAuthenticator
from lostphone.stories.actions.backup import CheckBackup, TurnBackupOn
from lostphone.stories.actions.base import Action
from lostphone.stories.stage import Outcome, Stage
from lostphone.world.devices.ios import IosDevice

#: What an app shows of a backup that lags behind, whichever backup it is.
_NAGGING = ("backup-stale", "icloud-backup-stale")


class SettingsDecide(Oracle):
    """Judges iPhones with the newer app since September 2025, whose older backup is gone for certain."""

    id = "settings"
    rules = (
        "backup.ios2.no-microsoft-account",
        "backup.ios2.minimum-os",
        "backup.ios2.minimum-app",
        "backup.ios2.automatic",
        "backup.ios2.gates",
        "backup.ios2.opt-out-in-settings",
    )
    needs: ClassVar[Needs] = {"*": ("backup",)}
    hears = (TurnBackupOn, CheckBackup, OpenAuthenticator, EnrolAtSite, AddMicrosoft)

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger)
        #: The phone whose app was opened in the last action, with nothing in the way.
        self._opened = ""

    def follow(self, action: Action, outcome: Outcome) -> None:
        """Opening is what writes (A29); of what was opened longer ago there is no telling."""
        self._opened = ""
        if isinstance(action, OpenAuthenticator) and outcome.ok and self.ledger.quiet():
            device = self.ledger.world.devices[action.phone]
            if surely_newer(device) and self.ledger.everything_on(device):
                self._opened = action.phone

    def watch(self, stage: Stage, action: Action, outcome: Outcome) -> Iterable[Judgement]:
        device = stage.world.devices.get(action.subject)
        if not isinstance(device, IosDevice) or not device.usable or not surely_newer(device):
            return ()
        if isinstance(action, TurnBackupOn):
            return self._switched_on(device, outcome)
        if not outcome.ok:
            return ()
        if isinstance(action, CheckBackup):
            return self._checked(device, outcome)
        return self._warned(device)

    def _switched_on(self, device: IosDevice, outcome: Outcome) -> Iterator[Judgement]:
        rule = (
            "backup.ios2.no-microsoft-account" if device.os_major >= MINIMUM_OS else "backup.ios2.minimum-os"
        )
        if outcome.ok:
            said = sighted("still-to-switch-on", phone=device.id)
            yield self.wrong(rule, said, Refused("unavailable"))
        elif outcome.code == "unavailable":
            self.valid(rule)
        else:
            self.unknown(rule)

    def _checked(self, device: IosDevice, outcome: Outcome) -> Iterator[Judgement]:
        gates = closed_gates(device)
        if device.os_major >= MINIMUM_OS and not gates:
            yield from self._on(device, outcome.result.on)
            return
        rule = "backup.ios2.gates" if device.os_major >= MINIMUM_OS else "backup.ios2.minimum-os"
        if outcome.result.on:
            yield self.wrong(rule, _on_with(device, gates), BackupIs(device.id, "off"))
        else:
            self.valid(rule)

    def _on(self, device: IosDevice, on: bool) -> Iterator[Judgement]:
        """Everything is on, and the app was opened just now."""
        if device.id != self._opened or device.app is None:
            return
        rule = "backup.ios2.automatic" if device.app.auto_update else "backup.ios2.minimum-app"
        if on:
            self.valid(rule)
        else:
            said = sighted("off-with-all-on", phone=device.id)
            yield self.wrong(rule, said, BackupIs(device.id, "on"))

    def _warned(self, device: IosDevice) -> Iterator[Judgement]:
        """Who has switched a backup off knows it (A25)."""
        if device.os_major < MINIMUM_OS or not closed_gates(device):
            return
        said = [message for message in self.ledger.said(device.id) if message != "ok"]
        if any(message in _NAGGING for message in said):
            if all(message in _NAGGING for message in said):
                nags = sighted("warns-who-switched-off", phone=device.id)
                yield self.wrong("backup.ios2.opt-out-in-settings", nags, SaysNothing(device.id))
        else:
            self.valid("backup.ios2.opt-out-in-settings")


def _on_with(device: IosDevice, gates: Sequence[str]) -> Sighting:
    """A backup that is on, and the first thing that it should be off for."""
    if not gates:
        return sighted("on-with-old-system", phone=device.id, version=device.os_version)
    if device.apple_account is None:
        return sighted("on-without-apple-account", phone=device.id)
    return sighted("on-with-this-off", phone=device.id, setting=gates[0])
