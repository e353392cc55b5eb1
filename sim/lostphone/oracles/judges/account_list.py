"""Lists: what was added is listed once, under its name, as ready as it can be, and nothing else is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from lostphone.client.port import AccountRow
from lostphone.gherkin.sighting import sighted
from lostphone.oracles.expectation import AsksToSignIn, Lists, NotListed, Ready
from lostphone.oracles.judges.restore_diagnosis import full_name, is_row, name_promise, ready_promise
from lostphone.oracles.ledger.expected_account import PhoneList, Row, called
from lostphone.oracles.oracle import Judgement, Needs, Oracle
from lostphone.stories.actions.accounts import LookAtAccounts
from lostphone.stories.actions.base import Action
from lostphone.stories.stage import Outcome, Stage


class ListsAreTrue(Oracle):
    """Compares each list that is looked at with what was done to it. Says nothing of doubtful rows."""

    id = "lists"
    rules = (
        "app.list",
        "name.unicode",
        "name.issuer-distinguishes",
        "backup.complete",
        "backup.restore-twice",
        "backup.deleted-is-gone",
        "backup.ios2.deletes-stay",
        "restore.work-name-only",
        "restore.passwordless-name-only",
        "restore.third-party-code",
        "restore.third-party-work-code",
        "restore.personal-code",
        "restore.sign-in-again",
        "root.only-work",
    )
    needs: ClassVar[Needs] = {
        "*": ("accounts",),
        "backup.complete": ("backup",),
        "backup.restore-twice": ("backup",),
        "backup.deleted-is-gone": ("backup",),
        "restore.work-name-only": ("microsoft-accounts", "backup"),
        "restore.passwordless-name-only": ("microsoft-accounts", "backup"),
        "restore.third-party-code": ("backup",),
        "restore.third-party-work-code": ("microsoft-accounts", "backup"),
        "backup.ios2.deletes-stay": ("backup",),
        "restore.personal-code": ("microsoft-accounts", "backup"),
        "restore.sign-in-again": ("microsoft-accounts", "backup"),
        "root.only-work": ("rooting",),
    }
    hears = (LookAtAccounts,)

    def watch(self, stage: Stage, action: Action, outcome: Outcome) -> Iterable[Judgement]:
        assert isinstance(action, LookAtAccounts)
        if not outcome.ok or action.phone not in stage.world.devices:
            return ()
        return self._compare(action.phone, outcome.result.rows)

    def _compare(self, phone: str, listed: tuple[AccountRow, ...]) -> Iterator[Judgement]:
        closed = self.ledger.closed(phone)
        held = self.ledger.list_of(phone)
        certain = closed and not held.doubted
        for row in held.rows.values():
            here = [one for one in listed if is_row(one, row)]
            if not here:
                rule = self._missing_rule(phone, row, listed, held)
                said = sighted("not-listed", phone=phone, account=row.label)
                yield self.wrong(rule, said, Ready(phone, (row.label,)))
            elif len(here) > 1 and certain:
                said = sighted("listed-often", phone=phone, account=row.label, count=len(here))
                yield self.wrong(self._doubled_rule(row, held), said, Lists(phone, len(held.rows)))
            else:
                self.valid(self._missing_rule(phone, row, listed, held))
                row.seen = True
                yield from self._readiness(phone, row, here[0].ready)
        for _ in held.doubted:
            self.unknown("backup.complete")
        if certain:
            yield from self._too_many(phone, listed, held)
        else:
            self.unknown("app.list")

    def _readiness(self, phone: str, row: Row, ready: bool) -> Iterator[Judgement]:
        """Whether it asks for what it has to ask for, and for nothing else."""
        kept = "restore.sign-in-again"
        if row.came_back:
            kept = ready_promise(row, otherwise=kept)
        if row.ready is None:
            self.unknown(kept)
        elif row.ready is False and ready:
            said = sighted("name-is-ready", phone=phone, account=row.label)
            yield self.wrong(name_promise(row), said, AsksToSignIn(phone, (row.label,)))
        elif row.ready and not ready:
            said = sighted("ready-asks", phone=phone, account=row.label)
            yield self.wrong(kept, said, Ready(phone, (row.label,)))
        elif row.came_back or row.kind != "third-party":
            self.valid(kept if ready else name_promise(row))

    def _too_many(self, phone: str, listed: tuple[AccountRow, ...], held: PhoneList) -> Iterator[Judgement]:
        for one in listed:
            if not any(is_row(one, row) for row in held.rows.values()):
                expected = (
                    Lists(phone, len(held.rows))
                    if any(called(row, one.issuer or one.name) for row in held.rows.values())
                    else NotListed(phone, (one.issuer if one.kind == "third-party" else one.name,))
                )
                said = sighted("listed-by-nobody", phone=phone, account=full_name(one))
                yield self.wrong("backup.deleted-is-gone" if held.restores else "app.list", said, expected)
                return
        self.valid("app.list")
        if held.restores:
            self.valid("backup.deleted-is-gone")
        if held.restores > 1:
            self.valid("backup.restore-twice")

    def _doubled_rule(self, row: Row, held: PhoneList) -> str:
        """The promise that is broken where a row is listed more than once."""
        if row.kind != "third-party" and not row.came_back and (held.restores or row.appeared):
            return "restore.sign-in-again"
        return "backup.restore-twice" if held.restores > 1 else "app.list"

    def _missing_rule(self, phone: str, row: Row, listed: tuple[AccountRow, ...], held: PhoneList) -> str:
        """The promise that is broken where a row is not listed."""
        namesakes = [one for one in held.rows.values() if one is not row and one.name == row.name]
        there = not namesakes or any(is_row(here, one) for one in namesakes for here in listed)
        if held.confused(row) and there and not row.came_back:
            return "name.issuer-distinguishes"
        if held.rooted and row.kind != "work":
            return "root.only-work"
        if row.appeared or any(called(row, account) for account in self.ledger.removed_beside(phone)):
            return "backup.ios2.deletes-stay"
        if len(listed) >= len(held.rows) and not (row.issuer + row.name).isascii():
            return "name.unicode"
        if namesakes and there:
            return "name.issuer-distinguishes"
        return "backup.complete" if row.came_back or row.appeared else "app.list"
