"""Retired versions: an app that Microsoft gave up long ago signs in to none of its accounts (A48)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from lostphone.base.clock import DAY_MS
from lostphone.gherkin.sighting import sighted
from lostphone.oracles.expectation import Refused
from lostphone.oracles.oracle import Judgement, Needs, Oracle
from lostphone.refusal import Refusal
from lostphone.stories.actions.accounts import AddMicrosoft, SignInRow
from lostphone.stories.actions.base import Action
from lostphone.stories.stage import Outcome, Stage
from lostphone.world.devices.releases import as_numbers, offered

#: A48 names no term. What had a successor two years ago is retired by any account of it.
_LONG_AGO_MS = 731 * DAY_MS


class RetiredStops(Oracle):
    """Judges sign-ins in apps held at a version that was replaced two years ago. Younger ones may go on."""

    id = "retired"
    rules = ("app.too-old-blocked",)
    needs: ClassVar[Needs] = {"*": ("microsoft-accounts",)}
    hears = (AddMicrosoft, SignInRow)

    def watch(self, stage: Stage, action: Action, outcome: Outcome) -> Iterable[Judgement]:
        device = stage.world.devices.get(action.subject)
        if device is None or not device.usable or device.app is None or device.app.auto_update:
            return ()
        at_ms = min(device.now_ms, stage.world.now_ms) - _LONG_AGO_MS
        try:
            replaced = as_numbers(offered(device.platform, at_ms)) > as_numbers(device.app.version)
        except Refusal:
            return ()  # no store offered the app then
        return self._judge(action, outcome, device.app.version) if replaced else ()

    def _judge(self, action: Action, outcome: Outcome, version: str) -> Iterator[Judgement]:
        if outcome.ok:
            said = sighted("retired-signs-in", phone=action.subject, version=version)
            yield self.wrong(self.rules[0], said, Refused("unavailable"))
        elif outcome.code == "unavailable":
            self.valid(self.rules[0])
        else:
            self.unknown(self.rules[0])
