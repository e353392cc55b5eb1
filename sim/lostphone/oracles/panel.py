"""The panel: every oracle, asked after each action and at quiet moments."""

from __future__ import annotations

from collections.abc import Callable

from lostphone.history.actions.base import Action
from lostphone.history.stage import Outcome, Stage
from lostphone.oracles.oracle import Judgement, Oracle


class Panel:
    """The oracles of one history. `look` plays an action, so that looking is a part of the history."""

    def __init__(self, stage: Stage, oracles: tuple[Oracle, ...] = ()) -> None:
        self._stage = stage
        self._oracles = oracles

    def after(self, action: Action, outcome: Outcome) -> list[Judgement]:
        """What they make of what was just done."""
        return [judged for oracle in self._oracles for judged in oracle.watch(self._stage, action, outcome)]

    def audit(self, look: Callable[[Action], Outcome]) -> list[Judgement]:  # noqa: ARG002
        """What they make of the world as it stands."""
        return [judged for oracle in self._oracles for judged in oracle.audit(self._stage)]
