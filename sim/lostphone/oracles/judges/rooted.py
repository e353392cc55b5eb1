"""Rooted phones: work accounts are warned about, then blocked, then removed, and nothing else is touched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from lostphone.gherkin.sighting import sighted
from lostphone.oracles.expectation import NotListed, Refused, Says
from lostphone.oracles.ledger.ledger import Ledger
from lostphone.oracles.oracle import Judgement, Needs, Oracle
from lostphone.stories.actions import phones
from lostphone.stories.actions.accounts import (
    AddMicrosoft,
    LookAtAccounts,
    OpenAuthenticator,
    RemoveFromPhone,
    SignInRow,
)
from lostphone.stories.actions.backup import RestoreFromBackup
from lostphone.stories.actions.base import Action
from lostphone.stories.actions.faults import RootPhone
from lostphone.stories.stage import Outcome, Stage

#: What the app says when it is opened, by phase.
_MESSAGES = {"warn": "root-warning", "block": "root-blocked"}
#: After these nobody can say whether a work account is on the list.
_LOSE_TRACK = (
    phones.GivePhone,
    phones.ErasePhone,
    phones.InstallApp,
    *phones.COPIES,
    RestoreFromBackup,
    RemoveFromPhone,
)


class RootedPhones(Oracle):
    """Judges each step with a work account on a rooted phone, by the phase of the day (A51 to A54, Q10)."""

    id = "rooted"
    rules = ("root.warn", "root.block", "root.wipe", "root.continuous")
    needs: ClassVar[Needs] = {"*": ("rooting", "microsoft-accounts")}
    hears = (AddMicrosoft, SignInRow, OpenAuthenticator, LookAtAccounts)

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger)
        #: Work accounts that are ready on a phone for certain; True once it was rooted with them on it.
        self._held: dict[str, dict[str, bool]] = {}
        #: Those that were there when the app was opened, rooted, in the third phase.
        self._to_go: dict[str, dict[str, bool]] = {}

    def follow(self, action: Action, outcome: Outcome) -> None:
        """Who is on which phone, and since when it is rooted."""
        if isinstance(action, AddMicrosoft | SignInRow):
            self._to_go.get(action.phone, {}).pop(action.object, None)
            if outcome.ok and action.object in self.ledger.world.tenants.users:
                self._held.setdefault(action.phone, {})[action.object] = False
        elif isinstance(action, RootPhone):
            held = self._held.get(action.phone, {})
            held.update(dict.fromkeys(held, True))
        elif isinstance(action, _LOSE_TRACK):
            self._held.pop(action.subject, None)
            self._to_go.pop(action.subject, None)

    def watch(self, stage: Stage, action: Action, outcome: Outcome) -> Iterable[Judgement]:
        phone = action.subject
        device = stage.world.devices.get(phone)
        if device is None or not device.usable or not device.rooted:
            return ()
        phase = self.ledger.policy(phone).root_phase()
        if isinstance(action, AddMicrosoft | SignInRow):
            return self._step(phone, phase, outcome) if action.object in stage.world.tenants.users else ()
        if not outcome.ok:
            return ()
        if isinstance(action, OpenAuthenticator):
            return self._opened(phone, phase)
        return self._listed(phone, outcome)

    def _step(self, phone: str, phase: str, outcome: Outcome) -> Iterator[Judgement]:
        if phase in ("block", "wipe"):
            if outcome.ok:
                said = sighted("rooted-signed-in", phone=phone)
                yield self.wrong("root.block", said, Refused("rooted"))
            elif outcome.code == "rooted":
                self.valid("root.block")
            else:
                self.unknown("root.block")
        elif phase == "warn" and outcome.ok:
            if "root-warning" in self.ledger.said(phone):
                self.valid("root.warn")
            else:
                said = sighted("rooted-unwarned", phone=phone)
                yield self.wrong("root.warn", said, Says(phone, "root-warning"))

    def _opened(self, phone: str, phase: str) -> Iterator[Judgement]:
        """Opening the app with a work account in it is a step too: a phone rooted later is caught (A52)."""
        held = self._held.get(phone, {})
        if phase == "wipe":
            self._to_go[phone] = dict(held)
            held.clear()
        elif phase in _MESSAGES and held:
            told = self.ledger.said(phone)
            unnoticed = all(held.values()) and not any(message in told for message in _MESSAGES.values())
            rule = "root.continuous" if unnoticed or _MESSAGES[phase] in told else f"root.{phase}"
            if _MESSAGES[phase] in told:
                self.valid(rule)
            else:
                said = sighted("rooted-unnoticed", phone=phone)
                yield self.wrong(rule, said, Says(phone, _MESSAGES[phase]))

    def _listed(self, phone: str, outcome: Outcome) -> Iterator[Judgement]:
        gone = self._to_go.get(phone)
        if not gone:
            return
        for row in outcome.result.rows:
            if row.kind == "work" and row.ready and row.name in gone:
                said = sighted("rooted-still-ready", phone=phone, account=row.name)
                yield self.wrong("root.wipe", said, NotListed(phone, (row.name,)))
                return
        self.valid("root.wipe")
