"""What would have helped before the loss, found by playing it again with settings on.

Settings are turned on singly and then together, smallest sets first, beginning with all that were off or
may have been; at last a new phone of the old kind is tried. Nothing lost, nothing tried.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from itertools import combinations

from lostphone.clock import iso
from lostphone.whatif.advising import Case, advise
from lostphone.whatif.loss import Loss, Result
from lostphone.whatif.means import KEPT_BY, existed, since_ms
from lostphone.whatif.player import Batch, Fate
from lostphone.whatif.uncertain import ORDER
from lostphone.whatif.words import listed, say


class Remedies:
    """What would have helped the kinds of a batch; `worst` is the loss with all off that may have been.

    `answers` are to open questions; the others are answered as usual.
    """

    def __init__(
        self, batch: Batch, loss: Loss, worst: Loss, answers: Mapping[str, str] | None = None
    ) -> None:
        self._batch = batch
        self._loss = loss
        self._worst = worst
        self._answers = answers

    def advice(self, place: int, fate: Fate, lang: str) -> str:
        """For the kind at that place of the batch, whose worst fate that is."""
        account = self._batch.kinds[place]
        case = Case(account, self._loss)
        if not existed(account.kind, self._loss.day_ms):
            return not_yet(case, lang)
        if fate.outcome != "lost" or account.kind == "passkey":
            return advise("before", case, lang, way=fate.way, case=fate.outcome)
        best = max((self._then(place, loss) for _on, loss in self._tries), default="lost", key=ORDER.index)
        if best != "lost":
            on = next(on for on, loss in self._tries if self._then(place, loss) == best)
            words = [say(lang, "switch", name) for name in on]
            values = {"switches": listed(lang, words), "gain": say(lang, "gain", best)}
            return advise("before", case, lang, way=fate.way, case="switch-on", values=values)
        there = self._on_the_same_platform(place)
        if there == "lost":
            return advise("before", case, lang, way=fate.way, case="hopeless")
        values = {
            "old": say(lang, "platform", self._loss.phone),
            "new": say(lang, "platform", self._loss.new),
            "gain": say(lang, "gain", there),
        }
        return advise("before", case, lang, way=fate.way, case="same-platform", values=values)

    @cached_property
    def _tries(self) -> list[tuple[tuple[str, ...], Loss]]:
        return list(_turned_on(self._worst))

    def _then(self, place: int, loss: Loss) -> Result:
        return self._batch.ending(loss, self._answers).fates[place].outcome

    def _on_the_same_platform(self, place: int) -> Result:
        """What a new phone of the old kind would have brought back, with every setting on."""
        if self._loss.phone == self._loss.new:
            return "lost"
        return self._then(place, replace(self._loss, new=self._loss.phone, off=frozenset()))


def not_yet(case: Case, lang: str) -> str:
    """That there were no accounts of that kind on that day."""
    since = iso(since_ms(KEPT_BY[case.account.kind]))[:10]
    return advise("before", case, lang, way="none", case="not-yet", values={"since": since})


def _turned_on(loss: Loss) -> Iterator[tuple[tuple[str, ...], Loss]]:
    off = [name for name in loss.switches() if name in loss.off]
    for size in range(1, len(off) + 1):
        for chosen in combinations(off, size):
            yield chosen, replace(loss, off=loss.off - set(chosen))
