"""Switching backup on and off: under whom it may be, and that off means gone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar, TypeAlias

from lostphone.gherkin.sighting import sighted
from lostphone.oracles.expectation import BackupIs, NoBackupOf, Refused
from lostphone.oracles.oracle import Judgement, Needs, Oracle
from lostphone.stories.actions.backup import CheckBackup, TurnBackupOff, TurnBackupOn
from lostphone.stories.actions.base import Action
from lostphone.stories.stage import Outcome, Stage

#: The promise, the circumstance in words, and the code with which switching on has to be refused.
_Due: TypeAlias = tuple[str, str, str]


class SwitchesAreTrue(Oracle):
    """Judges what the toggle of the app does, where the app has one (A14 to A19)."""

    id = "switching"
    rules = (
        "backup.first-version",
        "backup.personal-recovery-account",
        "backup.something-went-wrong",
        "backup.enable-before-restore-erases",
        "backup.ios1.gates",
        "backup.delete-and-recreate",
        "backup.stale-warning",
        "backup.android.cloud-backup",
    )
    needs: ClassVar[Needs] = {"*": ("backup", "microsoft-accounts")}
    hears = (TurnBackupOn, TurnBackupOff, CheckBackup)

    def watch(self, stage: Stage, action: Action, outcome: Outcome) -> Iterable[Judgement]:
        if isinstance(action, CheckBackup):
            return self._checked(stage, action, outcome)
        if isinstance(action, TurnBackupOff):
            return self._off(stage, action) if outcome.ok else ()
        assert isinstance(action, TurnBackupOn)
        device = stage.world.devices.get(action.phone)
        return self._on(stage, action, outcome) if device is not None and device.usable else ()

    def _on(self, stage: Stage, action: TurnBackupOn, outcome: Outcome) -> Iterator[Judgement]:
        due = self._due(stage, action)
        if due is None:
            return
        rule, seen, code = due
        if outcome.ok:
            yield self.wrong(rule, sighted(seen), Refused(code))
        elif outcome.code == code:
            self.valid(rule)
        else:
            self.unknown(rule)

    def _due(self, stage: Stage, action: TurnBackupOn) -> _Due | None:
        """The first reason for which it has to be refused, if there is one."""
        phone, account = action.phone, action.recovery_account
        device = stage.world.devices[phone]
        policy = self.ledger.policy(phone)
        if not policy.holds("backup.first-version"):
            return "backup.first-version", "on-before-there-was-any", "unavailable"
        if device.platform == "ios" and policy.holds("backup.ios2.no-microsoft-account"):
            return None
        if account in stage.world.tenants.users:
            if not stage.world.personal.sessions(phone):
                return None  # two reasons to refuse, and nobody says which comes first
            return "backup.personal-recovery-account", "on-with-work-account", "not-personal"
        personal = account in stage.world.personal.accounts
        if personal and not self.ledger.signed_in(phone, account):
            return "backup.something-went-wrong", "on-while-signed-out", "signed-out"
        if device.platform == "ios" and not self._gates_open_but_for_room(stage, phone):
            return "backup.ios1.gates", "on-with-setting-off", "backup-off"
        if account and not action.erase_existing and not self.ledger.slots.lost:
            kept = self.ledger.slots.at(phone, account)
            if kept is not None and kept.rows is not None and not self.ledger.slots.knows(phone, account):
                return "backup.enable-before-restore-erases", "on-without-asking", "already-exists"
        return None

    def _gates_open_but_for_room(self, stage: Stage, phone: str) -> bool:
        device = stage.world.ios_device(phone)
        return device.apple_account is None or all(
            device.switch_on(switch) for switch in ("icloud-backup", "app-toggle")
        )

    def _off(self, stage: Stage, action: TurnBackupOff) -> Iterator[Judgement]:
        place = self.ledger.slots.kept_by(action.phone)
        if place is None or not self.ledger.quiet() or self.ledger.grows_by_itself(action.phone):
            # Where backups make themselves, another phone's may lie in the same iCloud.
            self.unknown("backup.delete-and-recreate")
            return
        platform, email, apple = place
        if place != self.ledger.slots.place(action.phone, email):
            # The iPhone has gone over to another Apple Account, and reaches the backup no more.
            self.unknown("backup.delete-and-recreate")
            return
        world = stage.world
        if platform == "android":
            left = (email, platform) in world.microsoft.slots()
        else:
            left = bool(apple and world.icloud.account(apple).container)
        owner = world.devices[action.phone].owner
        if not left:
            self.valid("backup.delete-and-recreate")
        elif self.ledger.slots.places_of(owner) == 1 and not self.ledger.slots.lost:
            said = sighted("still-in-cloud", phone=action.phone)
            yield self.wrong("backup.delete-and-recreate", said, NoBackupOf(owner))
        else:
            self.unknown("backup.delete-and-recreate")

    def audit(self, stage: Stage) -> Iterable[Judgement]:
        """On Android there is no backup that nobody has switched on (A16)."""
        slots = self.ledger.slots
        if slots.lost:
            return
        for email, platform in stage.world.microsoft.slots():
            owner = stage.world.personal.accounts[email].owner
            if platform != "android":
                continue
            if (platform, email, "") in slots.ever:
                self.valid("backup.android.cloud-backup")
            elif not slots.places_of(owner):
                said = sighted("switched-on-by-nobody", account=email)
                yield self.wrong("backup.android.cloud-backup", said, NoBackupOf(owner))

    def _checked(self, stage: Stage, action: CheckBackup, outcome: Outcome) -> Iterator[Judgement]:
        device = stage.world.devices.get(action.phone)
        place = self.ledger.slots.kept_by(action.phone)
        if device is None or not outcome.ok or place is None or self.ledger.grows_by_itself(action.phone):
            return
        state = outcome.result
        if (
            not state.on
            or state.recovery_account != place[1]
            or self.ledger.signed_in(action.phone, place[1])
        ):
            return
        if state.warning:
            self.valid("backup.stale-warning")
        else:
            said = sighted("fresh-without-session", phone=action.phone, account=place[1])
            yield self.wrong("backup.stale-warning", said, BackupIs(action.phone, "stale"))
