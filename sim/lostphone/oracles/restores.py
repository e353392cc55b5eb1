"""Restores: what was backed up comes back, nothing else does, and the report is true."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from lostphone.client.port import Restored
from lostphone.history.actions.backup import RestoreBackup
from lostphone.history.actions.base import Action
from lostphone.history.stage import Outcome, Stage
from lostphone.oracles.expectation import Refused, RestoreBrought, Succeeds
from lostphone.oracles.oracle import Judgement, Needs, Oracle
from lostphone.oracles.row import Backup, Row

#: How a spoiled backup is refused, and the promise that it is.
_SPOILED = {
    "altered": ("tampered", "backup.tamper-refused"),
    "cut-short": ("tampered", "backup.truncated-refused"),
    "newer-format": ("newer-format", "backup.newer-format-refused"),
    "wrong-key": ("wrong-account", "backup.wrong-passphrase-refused"),
    "exchanged": ("wrong-platform", "backup.same-platform-only"),
}
#: Refusals for a reason of the day's, which say nothing of the backup.
_OTHER_REASONS = (
    "no-such-phone",
    "offline",
    "timed-out",
    "signed-out",
    "circular",
    "must-wait",
    "unavailable",
    "needs-sign-in",
    "backup-off",
    "blocked-by-policy",
    "not-found",
)


class RestoresAreTrue(Oracle):
    """Judges restores from a Microsoft account (Android, and iOS until September 2025) that was named."""

    id = "restores"
    rules = (
        "backup.complete",
        "backup.accounts-present-block",
        "backup.personal-recovery-account",
        "backup.wrong-recovery-account",
        "backup.same-platform-only",
        "backup.tamper-refused",
        "backup.truncated-refused",
        "backup.newer-format-refused",
        "backup.wrong-passphrase-refused",
    )
    needs: ClassVar[Needs] = {
        "*": ("backup", "microsoft-accounts"),
        "backup.tamper-refused": ("spoiling",),
        "backup.truncated-refused": ("spoiling",),
        "backup.newer-format-refused": ("spoiling",),
        "backup.wrong-passphrase-refused": ("spoiling",),
    }
    hears = (RestoreBackup,)

    def watch(self, stage: Stage, action: Action, outcome: Outcome) -> Iterable[Judgement]:
        assert isinstance(action, RestoreBackup)
        device = stage.world.devices.get(action.phone)
        if device is None or not device.usable or not action.recovery_account:
            return ()
        if not self.ledger.policy(action.phone).holds("backup.accounts-present-block"):
            return ()
        if self.ledger.grows_by_itself(action.phone) or not self.ledger.gates_open(action.phone):
            return ()
        return self._judge(stage, action, outcome)

    def _judge(self, stage: Stage, action: RestoreBackup, outcome: Outcome) -> Iterator[Judgement]:
        phone, account = action.phone, action.recovery_account
        held = self.ledger.list_of(phone)
        if outcome.code == "unavailable" or (not outcome.ok and not self.ledger.quiet()):
            self.unknown("backup.complete")
            return
        if held.rows:
            # Where something else is amiss too, nobody has promised which of the reasons is given.
            if outcome.ok or self._would_come_back(stage, phone, account):
                yield from self._must(
                    outcome, "accounts-present", "backup.accounts-present-block", "over accounts"
                )
            else:
                self.unknown("backup.accounts-present-block")
        elif account not in stage.world.personal.accounts:
            if account in stage.world.tenants.users and outcome.code != "accounts-present":
                yield from self._must(
                    outcome, "not-personal", "backup.personal-recovery-account", "from work"
                )
        elif self.ledger.closed(phone) and not held.doubted:
            kept = self.ledger.slots.at(phone, account)
            if kept is None:
                other = self.ledger.slots.of_other_phones(phone, account)
                rule = "backup.same-platform-only" if other else "backup.wrong-recovery-account"
                yield from self._must(
                    outcome, "wrong-account", rule, "of what is not stored with that account"
                )
            elif kept.spoiled:
                yield from self._spoiled(outcome, kept)
            elif kept.rows is not None:
                yield from self._came_back(phone, outcome, kept.rows)
            else:
                self.unknown("backup.complete")
        else:
            self.unknown("backup.complete")

    def _would_come_back(self, stage: Stage, phone: str, account: str) -> bool:
        """Whether nothing but the accounts on the phone is in the way of that backup."""
        kept = self.ledger.slots.at(phone, account)
        return (
            account in stage.world.personal.accounts
            and kept is not None
            and not kept.spoiled
            and not kept.often
        )

    def _must(self, outcome: Outcome, code: str, rule: str, what: str) -> Iterator[Judgement]:
        """A restore that has to be refused so; other reasons that may come first are let pass."""
        if outcome.code == code:
            self.valid(rule)
            return
        if outcome.code in _OTHER_REASONS:
            self.unknown(rule)
            return
        said = "went through" if outcome.ok else f"was refused as {outcome.code}"
        yield self.wrong(rule, f"a restore {what} {said}", Refused(code))

    def _spoiled(self, outcome: Outcome, kept: Backup) -> Iterator[Judgement]:
        code, rule = _SPOILED[kept.spoiled]
        if outcome.code == code:
            self.valid(rule)
        elif outcome.code in _OTHER_REASONS or (kept.spoiled == "exchanged" and not outcome.ok):
            self.unknown(rule)
        else:
            said = "went through" if outcome.ok else f"was refused as {outcome.code}"
            yield self.wrong(
                rule, f"a restore of a backup that is spoiled ({kept.spoiled}) {said}", Refused(code)
            )

    def _came_back(self, phone: str, outcome: Outcome, rows: tuple[Row, ...]) -> Iterator[Judgement]:
        if not outcome.ok:
            if outcome.code in _OTHER_REASONS:
                self.unknown("backup.complete")
            else:
                said = f"a backup of {len(rows)} accounts was refused as {outcome.code}"
                yield self.wrong("backup.complete", said, Succeeds())
            return
        came = [self.ledger.after_restore(row).ready for row in rows]
        report = outcome.result
        if None in came or not isinstance(report, Restored):
            self.unknown("backup.complete")
            return
        ready = came.count(True)
        if (report.ready, report.sign_in) != (ready, len(came) - ready):
            said = f"a restore on {phone} reports {report.ready} ready and {report.sign_in} to sign in to"
            yield self.wrong("backup.complete", said, RestoreBrought(ready, len(came) - ready))
        else:
            self.valid("backup.complete")
