"""Restores: what was backed up comes back, nothing else does, and the report is true."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from lostphone.client.port import AccountRow, Accounts, Restored
from lostphone.gherkin.sighting import Sighting, sighted
from lostphone.oracles.expectation import Expectation, Lists, Ready, Refused, RestoreBrought, Succeeds
from lostphone.oracles.judges.restore_diagnosis import is_row, name_promise, promise_of, ready_promise
from lostphone.oracles.ledger.expected_account import Backup, Row
from lostphone.oracles.oracle import Judgement, Needs, Oracle
from lostphone.stories.actions.accounts import LookAtAccounts
from lostphone.stories.actions.backup import RestoreFromBackup
from lostphone.stories.actions.base import Action
from lostphone.stories.stage import Outcome, Stage

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
        "backup.ios1.both-accounts",
        "backup.restore-twice",
        "backup.latest-state",
        "backup.deleted-is-gone",
        "backup.one-copy",
        "backup.account-kinds",
        "name.unicode",
        "name.issuer-distinguishes",
        "restore.third-party-code",
        "restore.third-party-work-code",
        "restore.personal-code",
        "restore.passwordless-name-only",
        "restore.work-name-only",
    )
    needs: ClassVar[Needs] = {
        "*": ("backup", "microsoft-accounts"),
        "backup.tamper-refused": ("spoiling",),
        "backup.truncated-refused": ("spoiling",),
        "backup.newer-format-refused": ("spoiling",),
        "backup.wrong-passphrase-refused": ("spoiling",),
    }
    hears = (RestoreFromBackup,)

    def watch(self, stage: Stage, action: Action, outcome: Outcome) -> Iterable[Judgement]:
        assert isinstance(action, RestoreFromBackup)
        device = stage.world.devices.get(action.phone)
        if device is None or not device.usable or not action.recovery_account:
            return ()
        if not self.ledger.policy(action.phone).holds("backup.accounts-present-block"):
            return ()
        if self.ledger.grows_by_itself(action.phone) or not self.ledger.gates_open(action.phone):
            return ()
        return self._judge(stage, action, outcome)

    def _judge(self, stage: Stage, action: RestoreFromBackup, outcome: Outcome) -> Iterator[Judgement]:
        phone, account = action.phone, action.recovery_account
        held = self.ledger.list_of(phone)
        if outcome.code == "unavailable" or (not outcome.ok and not self.ledger.quiet()):
            self.unknown("backup.complete")
            return
        if held.rows:
            # Where something else is amiss too, nobody has promised which of the reasons is given.
            if outcome.ok or self._would_come_back(stage, phone, account):
                yield from self._over_accounts(stage, phone, outcome)
            else:
                self.unknown("backup.accounts-present-block")
        elif account not in stage.world.personal.accounts:
            if account in stage.world.tenants.users and outcome.code != "accounts-present":
                yield from self._must(
                    outcome, "not-personal", "backup.personal-recovery-account", "with-work-account"
                )
        elif self.ledger.closed(phone) and not held.doubted:
            kept = self.ledger.slots.at(phone, account)
            if kept is None:
                other = self.ledger.slots.of_other_phones(phone, account)
                rule = "backup.same-platform-only" if other else "backup.wrong-recovery-account"
                if not other and self.ledger.slots.half_right(phone, account):
                    if outcome.ok:
                        rule = "backup.ios1.both-accounts"
                    elif outcome.code == "wrong-account":
                        self.valid("backup.ios1.both-accounts")
                if outcome.code == "no-backup" and not self._elsewhere(stage, phone):
                    # Nobody has one: that can be said in either way.
                    self.unknown(rule)
                    return
                yield from self._must(outcome, "wrong-account", rule, "not-stored")
            elif kept.spoiled:
                yield from self._spoiled(outcome, kept)
            elif kept.rows is not None:
                yield from self._came_back(stage, phone, outcome, kept)
            else:
                self.unknown("backup.complete")
        else:
            self.unknown("backup.complete")

    def _elsewhere(self, stage: Stage, phone: str) -> bool:
        """Whether the phone's owner has a backup anywhere."""
        return self.ledger.slots.places_of(stage.world.devices[phone].owner) > 0

    def _would_come_back(self, stage: Stage, phone: str, account: str) -> bool:
        """Whether nothing but the accounts on the phone is in the way of that backup."""
        kept = self.ledger.slots.at(phone, account)
        return (
            account in stage.world.personal.accounts
            and kept is not None
            and not kept.spoiled
            and not kept.often
        )

    def _must(
        self, outcome: Outcome, code: str, rule: str, what: str, expected: Expectation | None = None
    ) -> Iterator[Judgement]:
        """A restore (the id of its words) that has to be refused so; reasons that may come first pass."""
        if outcome.code == code:
            self.valid(rule)
            return
        if outcome.code in _OTHER_REASONS:
            self.unknown(rule)
            return
        yield self.wrong(rule, _ended(outcome, sighted(what)), expected or Refused(code))

    def _spoiled(self, outcome: Outcome, kept: Backup) -> Iterator[Judgement]:
        code, rule = _SPOILED[kept.spoiled]
        if outcome.code == code:
            self.valid(rule)
        elif outcome.code in _OTHER_REASONS or (kept.spoiled == "exchanged" and not outcome.ok):
            self.unknown(rule)
        else:
            what = sighted("of-spoilt", spoilt=kept.spoiled)
            yield self.wrong(rule, _ended(outcome, what), Refused(code))

    def _came_back(self, stage: Stage, phone: str, outcome: Outcome, kept: Backup) -> Iterator[Judgement]:
        rows = kept.rows or ()
        if not outcome.ok:
            if outcome.code in _OTHER_REASONS:
                self.unknown("backup.complete")
            else:
                said = _ended(outcome, sighted("of-sound"))
                yield self.wrong(_of_refused(rows, outcome.code, kept), said, Succeeds())
            return
        came = [self.ledger.after_restore(row) for row in rows]
        report = outcome.result
        if any(row.ready is None for row in came) or not isinstance(report, Restored):
            self.unknown("backup.complete")
            return
        ready = sum(bool(row.ready) for row in came)
        if (report.ready, report.sign_in) == (ready, len(came) - ready):
            self._proved(came, kept)
            return
        said = sighted("restore-reports", phone=phone, ready=report.ready, sign_in=report.sign_in)
        listed, removed = self._look(stage, phone), self.ledger.removed()
        issuers = (*stage.world.sites.sites, *stage.world.tenants.tenants)
        rule = promise_of(came, listed, kept, removed, report.missing, issuers)
        yield self.wrong(rule, said, RestoreBrought(ready, len(came) - ready))

    def _proved(self, came: list[Row], kept: Backup) -> None:
        """What a true report is a sign for."""
        proved = {"backup.complete": None, "backup.deleted-is-gone": None, "backup.one-copy": None}
        for row in came:
            proved[ready_promise(row) if row.ready else name_promise(row)] = None
            if row.kind != "third-party":
                proved["backup.account-kinds"] = None
            if not (row.issuer + row.name).isascii():
                proved["name.unicode"] = None
            if row.key not in kept.first:
                proved["backup.latest-state"] = None
            if any(other is not row and other.name == row.name for other in came):
                proved["name.issuer-distinguishes"] = None
        for rule in proved:
            self.valid(rule)

    def _over_accounts(self, stage: Stage, phone: str, outcome: Outcome) -> Iterator[Judgement]:
        """What is on the list blocks a restore, unless an earlier one never put it there."""
        held = self.ledger.list_of(phone)
        rule = "backup.accounts-present-block"
        expected: Expectation | None = None
        again = all(row.came_back for row in held.rows.values())
        if again and outcome.ok:
            listed = self._look(stage, phone)
            labels = tuple(row.label for row in held.rows.values())
            if not listed:
                rule, expected = "backup.complete", Ready(phone, labels)
            elif any(sum(is_row(one, row) for one in listed) > 1 for row in held.rows.values()):
                rule, expected = "backup.restore-twice", Lists(phone, len(labels))
        elif again and outcome.code == "accounts-present":
            self.valid("backup.restore-twice")
        yield from self._must(outcome, "accounts-present", rule, "over-accounts", expected)

    def _look(self, stage: Stage, phone: str) -> tuple[AccountRow, ...]:
        """What is listed now. The history ends here, so one more look changes nothing in it."""
        listed = stage.play(LookAtAccounts(phone)).result
        return listed.rows if isinstance(listed, Accounts) else ()


def _ended(outcome: Outcome, what: Sighting) -> Sighting:
    """How a restore of that ended."""
    how = sighted("went-through") if outcome.ok else sighted("refused", code=outcome.code)
    return sighted("restore", what=what, how=how)


def _of_refused(rows: Sequence[Row], code: str, kept: Backup) -> str:
    """The promise that is broken where a sound backup is refused."""
    if kept.was in _SPOILED:
        return _SPOILED[kept.was][1]
    names_only = any(row.kind != "third-party" for row in rows)
    if code == "tampered" and not names_only and any(not (row.issuer + row.name).isascii() for row in rows):
        return "name.unicode"
    return "backup.complete"
