"""Rooted phones: work accounts are warned about, then blocked, then removed, and nothing else is touched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from lostphone.history.actions.accounts import AddMicrosoft, ListAccounts, OpenApp, SignInRow
from lostphone.history.actions.base import Action
from lostphone.history.stage import Outcome, Stage
from lostphone.oracles.expectation import NotListed, Refused, Says
from lostphone.oracles.ledger import Ledger
from lostphone.oracles.oracle import Judgement, Needs, Oracle


class RootedPhones(Oracle):
    """Judges each step with a work account on a rooted phone, by the phase of the day (Q10)."""

    id = "rooted"
    rules = ("root.warn", "root.block", "root.wipe")
    needs: ClassVar[Needs] = {"*": ("rooting", "microsoft-accounts")}
    hears = (AddMicrosoft, SignInRow, OpenApp, ListAccounts)

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger)
        #: Phones on which the app was opened, rooted, in the third phase; True while they are.
        self._opened: dict[str, bool] = {}

    def watch(self, stage: Stage, action: Action, outcome: Outcome) -> Iterable[Judgement]:
        phone = action.subject
        device = stage.world.devices.get(phone)
        if device is None or not device.usable:
            return ()
        if not device.rooted:
            self._opened.pop(phone, None)
            return ()
        phase = self.ledger.policy(phone).root_phase()
        if isinstance(action, AddMicrosoft | SignInRow):
            account = action.email if isinstance(action, AddMicrosoft) else action.account
            return self._step(phone, phase, outcome) if account in stage.world.tenants.users else ()
        if not outcome.ok:
            return ()
        if isinstance(action, OpenApp):
            self._opened[phone] = phase == "wipe"
            return ()
        return self._listed(phone, outcome, phase)

    def _step(self, phone: str, phase: str, outcome: Outcome) -> Iterator[Judgement]:
        if phase in ("block", "wipe"):
            if outcome.ok:
                said = f"{phone} is rooted, and a work account was signed in to on it"
                yield self.wrong("root.block", said, Refused("rooted"))
            elif outcome.code == "rooted":
                self.valid("root.block")
            else:
                self.unknown("root.block")
        elif phase == "warn" and outcome.ok:
            if "root-warning" in self.ledger.said(phone):
                self.valid("root.warn")
            else:
                said = f"{phone} is rooted, and did not warn of it"
                yield self.wrong("root.warn", said, Says(phone, "root-warning"))

    def _listed(self, phone: str, outcome: Outcome, phase: str) -> Iterator[Judgement]:
        if not self._opened.get(phone) or phase != "wipe":
            return
        for row in outcome.result.rows:
            if row.kind == "work" and row.ready:
                said = f"{phone} is rooted, and still lists {row.name} as ready"
                yield self.wrong("root.wipe", said, NotListed(phone, (row.name,)))
                return
        self.valid("root.wipe")
