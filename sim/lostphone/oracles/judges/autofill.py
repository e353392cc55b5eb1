"""Autofill: each part of it works up to its last day, and not a moment longer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from lostphone.gherkin.sighting import sighted
from lostphone.oracles.expectation import Refused, Succeeds
from lostphone.oracles.oracle import Judgement, Needs, Oracle
from lostphone.stories.actions.base import Action
from lostphone.stories.actions.passwords import (
    ExportSavedPasswords,
    FillInPassword,
    OpenPasswords,
    SavePaymentCard,
    SaveSitePassword,
)
from lostphone.stories.stage import Outcome, Stage

#: What ends a thing, by the promise, and while which promise it still has to work.
_DATES: dict[type[Action], tuple[str, str]] = {
    SaveSitePassword: ("autofill.no-new-passwords", ""),
    SavePaymentCard: ("autofill.no-new-passwords", ""),
    FillInPassword: ("autofill.stops", "autofill.fills"),
    OpenPasswords: ("autofill.passwords-inaccessible", "autofill.passwords-readable"),
    ExportSavedPasswords: ("autofill.passwords-inaccessible", "autofill.export-until"),
}


class AutofillEnds(Oracle):
    """Judges by the time the phone shows. Of July 2025 nothing is known about filling in (Q11)."""

    id = "autofill"
    rules = (
        "autofill.no-new-passwords",
        "autofill.stops",
        "autofill.fills",
        "autofill.passwords-inaccessible",
        "autofill.passwords-readable",
        "autofill.export-until",
    )
    needs: ClassVar[Needs] = {"*": ("autofill",)}
    hears = tuple(_DATES)

    def watch(self, stage: Stage, action: Action, outcome: Outcome) -> Iterable[Judgement]:
        device = stage.world.devices.get(action.subject)
        if device is None or not device.usable:
            return ()
        return self._judge(action, outcome)

    def _judge(self, action: Action, outcome: Outcome) -> Iterator[Judgement]:
        ends, lasts = _DATES[type(action)]
        policy = self.ledger.policy(action.subject)
        if policy.holds(ends):
            rule = lasts if isinstance(action, ExportSavedPasswords) else ends
            if outcome.ok:
                seen = sighted("works-after-its-end", phone=action.subject)
                yield self.wrong(rule, seen, Refused("unavailable"))
            else:
                self.valid(rule)
        elif lasts and policy.holds(lasts):
            if outcome.code == "unavailable":
                yield self.wrong(lasts, sighted("ends-too-soon", phone=action.subject), Succeeds())
            elif outcome.ok:
                self.valid(lasts)
            else:
                self.unknown(lasts)
        else:
            self.unknown(ends)
