"""Switching backup on and off: under whom it may be, and that off means gone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lostphone.history.actions.backup import CheckBackup, DisableBackup, EnableBackup
from lostphone.history.actions.base import Action
from lostphone.history.stage import Outcome, Stage
from lostphone.oracles.expectation import BackupIs, NoBackupOf, Refused
from lostphone.oracles.oracle import Judgement, Oracle


class SwitchesAreTrue(Oracle):
    """Judges what the toggle of the app does, where the app has one (A14 to A19)."""

    id = "switching"
    rules = (
        "backup.first-version",
        "backup.personal-recovery-account",
        "backup.something-went-wrong",
        "backup.enable-before-restore-erases",
        "backup.ios1.gates",
        "backup.ios2.no-microsoft-account",
        "backup.delete-and-recreate",
        "backup.stale-warning",
    )
    hears = (EnableBackup, DisableBackup, CheckBackup)

    def watch(self, stage: Stage, action: Action, outcome: Outcome) -> Iterable[Judgement]:
        if isinstance(action, CheckBackup):
            return self._checked(stage, action, outcome)
        if isinstance(action, DisableBackup):
            return self._off(stage, action) if outcome.ok else ()
        assert isinstance(action, EnableBackup)
        return self._on(stage, action) if outcome.ok else ()

    def _on(self, stage: Stage, action: EnableBackup) -> Iterator[Judgement]:
        phone, account = action.phone, action.recovery_account
        device = stage.world.devices[phone]
        policy = self.ledger.policy(phone)
        if not policy.holds("backup.first-version"):
            yield self._refused("backup.first-version", "before there was any", "unavailable")
        elif policy.holds("backup.ios2.no-microsoft-account") if device.platform == "ios" else False:
            return
        elif account in stage.world.tenants.users:
            yield self._refused("backup.personal-recovery-account", "under a work account", "not-personal")
        elif (
            account and account in stage.world.personal.accounts and not self.ledger.signed_in(phone, account)
        ):
            yield self._refused("backup.something-went-wrong", "while nobody is signed in", "signed-out")
        elif device.platform == "ios" and not self._gates_open_but_for_room(stage, phone):
            yield self._refused("backup.ios1.gates", "with a setting of the phone off", "backup-off")
        elif account and not action.erase_existing and not self.ledger.slots.lost:
            kept = self.ledger.slots.at(phone, account)
            place = self.ledger.slots.place(phone, account)
            known = self.ledger.slots.knows(phone, place)
            if kept is not None and kept.rows is not None and not known:
                said = "over a backup that this phone did not make, without asking"
                yield self._refused("backup.enable-before-restore-erases", said, "already-exists")

    def _gates_open_but_for_room(self, stage: Stage, phone: str) -> bool:
        device = stage.world.ios_device(phone)
        return device.apple_account is None or all(
            device.switch_on(switch) for switch in ("icloud-backup", "app-toggle")
        )

    def _refused(self, rule: str, when: str, code: str) -> Judgement:
        return self.wrong(rule, f"backup was switched on {when}", Refused(code))

    def _off(self, stage: Stage, action: DisableBackup) -> Iterator[Judgement]:
        place = self.ledger.slots.kept_by(action.phone)
        if place is None or not self.ledger.quiet() or self.ledger.grows_by_itself(action.phone):
            # Where backups make themselves, another phone's may lie in the same iCloud.
            return
        platform, email, apple = place
        if place != self.ledger.slots.place(action.phone, email):
            # The iPhone has gone over to another Apple Account, and reaches the backup no more.
            return
        world = stage.world
        if platform == "android":
            left = (email, platform) in world.microsoft.slots()
        else:
            left = bool(apple and world.icloud.account(apple).container)
        owner = world.devices[action.phone].owner
        if left and self.ledger.slots.places_of(owner) == 1 and not self.ledger.slots.lost:
            said = f"backup was switched off on {action.phone}, and a cloud still holds it"
            yield self.wrong("backup.delete-and-recreate", said, NoBackupOf(owner))

    def _checked(self, stage: Stage, action: CheckBackup, outcome: Outcome) -> Iterator[Judgement]:
        device = stage.world.devices.get(action.phone)
        place = self.ledger.slots.kept_by(action.phone)
        if device is None or not outcome.ok or place is None or self.ledger.grows_by_itself(action.phone):
            return
        state = outcome.result
        signed_out = not self.ledger.signed_in(action.phone, place[1])
        if state.on and not state.warning and signed_out and state.recovery_account == place[1]:
            said = f"the sign-in of {place[1]} is over, and {action.phone} calls its backup up to date"
            yield self.wrong("backup.stale-warning", said, BackupIs(action.phone, "stale"))
