"""Work accounts: a push is approved by its number, and a Temporary Access Pass has an end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar, NamedTuple

from lostphone.gherkin.sighting import sighted
from lostphone.oracles.expectation import Refused, Succeeds
from lostphone.oracles.ledger.ledger import Ledger
from lostphone.oracles.oracle import Judgement, Needs, Oracle
from lostphone.rules import Policy
from lostphone.stories.actions import phones, work
from lostphone.stories.actions.accounts import AddMicrosoft, SignInRow
from lostphone.stories.actions.base import Action
from lostphone.stories.stage import Outcome, Stage

_REGISTERS = (work.RegisterAfterPass, work.ScanEnrolmentQr, work.PhoneSignIn)


class _Pass(NamedTuple):
    """A pass as it was issued. `used` is whether somebody has signed in with it."""

    until_ms: int
    one_time: bool
    used: bool = False


class WorkAccounts(Oracle):
    """Judges approvals, and sign-ins with the pass that was issued last (C06 to C10)."""

    id = "work"
    rules = (
        "work.number-matching",
        "push.not-restored",
        "tap.lifetime",
        "tap.one-time-ten-minutes",
        "tap.not-to-self",
        "tap.in-app",
    )
    needs: ClassVar[Needs] = {"*": ("microsoft-accounts",)}
    hears = (work.ApprovePush, work.IssuePass, AddMicrosoft, SignInRow)

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger)
        self._passes: dict[str, _Pass] = {}
        #: Phones on which somebody has tried to register the account since they were empty.
        self._registered: dict[tuple[str, str], None] = {}

    def follow(self, action: Action, outcome: Outcome) -> None:
        """Passes that were issued, and phones that may vouch for somebody."""
        if isinstance(action, work.IssuePass):
            if outcome.ok:
                until_ms = self.ledger.world.now_ms + action.lifetime_ms
                self._passes[action.email] = _Pass(until_ms, action.one_time)
        elif isinstance(action, AddMicrosoft | SignInRow):
            self._registered[action.phone, action.object] = None
            if action.with_pass:
                self._use(action.object)
        elif isinstance(action, work.SignInWithPass):
            self._use(action.email)
        elif isinstance(action, _REGISTERS):
            self._registered[action.phone, action.email] = None
        elif isinstance(action, phones.EMPTIES):
            for key in [key for key in self._registered if key[0] == action.phone]:
                del self._registered[key]

    def _use(self, email: str) -> None:
        if email in self._passes:
            self._passes[email] = self._passes[email]._replace(used=True)

    def watch(self, stage: Stage, action: Action, outcome: Outcome) -> Iterable[Judgement]:
        if isinstance(action, work.ApprovePush):
            return self._approved(stage, action, outcome)
        if isinstance(action, work.IssuePass):
            return self._issued(action, outcome)
        assert isinstance(action, AddMicrosoft | SignInRow)
        known = self._passes.get(action.object)
        earlier = isinstance(action, SignInRow) and action.earlier_pass
        if not action.with_pass or earlier or known is None:
            return ()
        return self._passed(stage, action, outcome, known)

    def _approved(self, stage: Stage, action: work.ApprovePush, outcome: Outcome) -> Iterator[Judgement]:
        if (action.phone, action.email) not in self._registered:
            if outcome.ok:
                said = sighted("approves-unregistered", phone=action.phone, account=action.email)
                yield self.wrong("push.not-restored", said, Refused("needs-sign-in"))
            elif outcome.code == "needs-sign-in":
                self.valid("push.not-restored")
        if not action.number_right and self._matches_numbers(stage):
            if outcome.ok:
                said = sighted("let-in-by-wrong-number", account=action.email)
                yield self.wrong("work.number-matching", said, Refused("wrong-code"))
            elif outcome.code == "wrong-code":
                self.valid("work.number-matching")

    def _matches_numbers(self, stage: Stage) -> bool:
        return Policy.at("android", stage.world.now_ms).holds("work.number-matching")

    def _issued(self, action: work.IssuePass, outcome: Outcome) -> Iterator[Judgement]:
        if action.admin == action.email:
            if outcome.ok:
                said = sighted("pass-to-oneself", account=action.admin)
                yield self.wrong("tap.not-to-self", said, Refused("not-allowed"))
            else:
                self.valid("tap.not-to-self")

    def _passed(self, stage: Stage, action: Action, outcome: Outcome, known: _Pass) -> Iterator[Judgement]:
        """A sign-in with the pass issued last: by when it began, for the network may have taken its time."""
        began_ms = self.ledger.began_ms
        if began_ms >= known.until_ms:
            if outcome.ok:
                said = sighted("ended-pass-taken", phone=action.subject)
                yield self.wrong("tap.lifetime", said, Refused("expired"))
            elif outcome.code == "expired":
                self.valid("tap.lifetime")
        elif known.one_time and known.used:
            if outcome.code == "replayed":
                self.valid("tap.one-time-ten-minutes")
        elif outcome.ok:
            self.valid("tap.in-app")
        elif outcome.code == "circular" and not known.used and not self._asks_for_passkeys(stage):
            said = sighted("pass-does-not-help", phone=action.subject)
            yield self.wrong("tap.in-app", said, Succeeds())

    def _asks_for_passkeys(self, stage: Stage) -> bool:
        return any(tenant.passkey_for_everything for tenant in stage.world.tenants.tenants.values())
