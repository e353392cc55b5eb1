"""What the clouds and the logs give away: nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from lostphone.base.secret import MARK
from lostphone.gherkin.sighting import sighted
from lostphone.oracles.expectation import CloudsShowNothing, LogsShowNothing
from lostphone.oracles.ledger.ledger import Ledger
from lostphone.oracles.oracle import Judgement, Needs, Oracle
from lostphone.stories.stage import Stage
from lostphone.stories.storage_reader import learnt
from lostphone.stories.twins import WorldRemains, leaking_log, leaking_store


class NothingInClear(Oracle):
    """Looks at every stored blob as its operator could, and at what was logged since it last looked.

    Of a few histories it also sees what twins of the world keep, which have other secrets or other chance:
    what goes with the secrets alone is no good ciphertext, and belongs in no log.
    """

    id = "nothing-in-clear"
    rules = ("backup.nothing-in-clear", "app.no-secret-in-log")
    needs: ClassVar[Needs] = {"backup.nothing-in-clear": ("backup",)}

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger)
        self._read = 0

    def audit(self, stage: Stage) -> Iterable[Judgement]:
        yield from self._clouds(stage)
        yield from self._logs(stage)

    def compare(self, twins: Sequence[WorldRemains]) -> Iterable[Judgement]:
        """What depends on a secret and not on chance is no good ciphertext, and has no place in a log."""
        place, phone = leaking_store(twins), leaking_log(twins)
        if place:
            yield self.wrong(self.rules[0], sighted("cloud-repeats", place=place), CloudsShowNothing())
        if phone:
            yield self.wrong(self.rules[1], sighted("log-repeats", phone=phone), LogsShowNothing())

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


def made_by_comparing(judgement: Judgement) -> bool:
    """Whether only twins of the world show it."""
    return judgement.seen is not None and judgement.seen.id in ("cloud-repeats", "log-repeats")


def _around(text: str, most: int = 60) -> str:
    """What stands around the first secret, which the trace has covered, in a line: enough to find it by."""
    text = " ".join(text.split())
    at = text.index(MARK)
    start, end = max(at - most, 0), at + len(MARK) + most
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
