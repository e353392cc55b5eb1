"""What the clouds and the logs give away: nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from lostphone.gherkin.sighting import sighted
from lostphone.history.onlooker import learnt
from lostphone.history.stage import Stage
from lostphone.oracles.expectation import CloudsShowNothing, LogsShowNothing
from lostphone.oracles.ledger import Ledger
from lostphone.oracles.oracle import Judgement, Needs, Oracle
from lostphone.secret import MARK


class NothingInClear(Oracle):
    """Looks at every stored blob as its operator could, and at what was logged since it last looked."""

    id = "nothing-in-clear"
    rules = ("backup.nothing-in-clear", "app.no-secret-in-log")
    needs: ClassVar[Needs] = {"backup.nothing-in-clear": ("backup",)}

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger)
        self._read = 0

    def audit(self, stage: Stage) -> Iterable[Judgement]:
        yield from self._clouds(stage)
        yield from self._logs(stage)

    def _clouds(self, stage: Stage) -> Iterator[Judgement]:
        found = learnt(stage.world)
        if found:
            yield self.wrong(self.rules[0], sighted("cloud-tells", what=found), CloudsShowNothing())
        else:
            self.valid(self.rules[0])

    def _logs(self, stage: Stage) -> Iterator[Judgement]:
        told = stage.world.trace.happenings
        start, self._read = self._read, len(told)
        for happening in told[start:]:
            texts = (happening.target, *happening.detail.values())
            shown = next((text for text in texts if isinstance(text, str) and MARK in text), None)
            if shown is not None:
                said = sighted("log-tells", phone=happening.actor, verb=happening.verb, text=_around(shown))
                yield self.wrong(self.rules[1], said, LogsShowNothing())
                return
        self.valid(self.rules[1])


def _around(text: str, most: int = 60) -> str:
    """What stands around the first secret, which the trace has covered, in a line: enough to find it by."""
    text = " ".join(text.split())
    at = text.index(MARK)
    start, end = max(at - most, 0), at + len(MARK) + most
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
