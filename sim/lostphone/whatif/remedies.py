"""What would have helped before the loss, found by playing it again with settings on.

Settings are turned on singly and then together, smallest sets first, beginning with all that were off or
may have been; at last a new phone of the old kind is tried. Nothing lost, nothing tried. Settings that help
under the usual answers to open questions are played under the other answers too: see `Doubt`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from itertools import combinations

import msgspec

from lostphone.base.clock import iso
from lostphone.whatif.advising import AccountInLoss, advise
from lostphone.whatif.available_help import KEPT_BY, existed, since_ms
from lostphone.whatif.loss import Loss, Result
from lostphone.whatif.open_questions import alternatives
from lostphone.whatif.player import Batch, Fate
from lostphone.whatif.uncertain import ORDER
from lostphone.whatif.words import listed, say


class Doubt(msgspec.Struct, frozen=True):
    """Answers under which the settings that help as usual do less: `outcome` is what they do then.

    `more` settings have to be on as well for the outcome `best`; there are none if no setting does better.
    """

    answers: dict[str, str]
    outcome: Result
    more: tuple[str, ...]
    best: Result


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
        case = AccountInLoss(account, self._loss)
        if not existed(account.kind, self._loss.day_ms):
            return not_yet(case, lang)
        if fate.outcome != "lost" or account.kind == "passkey":
            return advise("before", case, lang, way=fate.way, case=fate.outcome)
        if self._best(place) != "lost":
            on, _mended = self._helping(place)
            words = [say(lang, "switch", name) for name in on]
            values = {"switches": listed(lang, words), "gain": say(lang, "gain", self._best(place))}
            advice = advise("before", case, lang, way=fate.way, case="switch-on", values=values)
            doubts = [_told(doubt, lang) for doubt in self._doubts(place)]
            return ("" if lang == "ja" else " ").join([advice, *doubts])
        there = self._on_the_same_platform(place)
        if there == "lost":
            return advise("before", case, lang, way=fate.way, case="hopeless")
        values = {
            "old": say(lang, "platform", self._loss.phone),
            "new": say(lang, "platform", self._loss.new),
            "gain": say(lang, "gain", there),
        }
        return advise("before", case, lang, way=fate.way, case="same-platform", values=values)

    def doubted(self, place: int, fate: Fate) -> list[dict[str, str]]:
        """The answers under which the settings that are advised do less than the advice says."""
        account = self._batch.kinds[place]
        if (
            fate.outcome != "lost"
            or account.kind == "passkey"
            or not existed(account.kind, self._loss.day_ms)
        ):
            return []
        return [doubt.answers for doubt in self._doubts(place)]

    @cached_property
    def _tries(self) -> list[tuple[tuple[str, ...], Loss]]:
        return list(_turned_on(self._worst))

    def _best(self, place: int) -> Result:
        """The best that any settings do."""
        return max(
            (self._then(place, loss, self._answers) for _on, loss in self._tries),
            default="lost",
            key=ORDER.index,
        )

    def _helping(self, place: int) -> tuple[tuple[str, ...], Loss]:
        """The fewest settings that do it, and the loss with them on."""
        best = self._best(place)
        return next(one for one in self._tries if self._then(place, one[1], self._answers) == best)

    def _doubts(self, place: int) -> list[Doubt]:
        """The fewest answers, beside those given, under which these settings do less."""
        if self._best(place) == "lost":
            return []
        on, mended = self._helping(place)
        given = (self._answers or {}).items()
        found: list[Doubt] = []
        for other in alternatives(self._batch, [mended]):
            outcome = other.fates[place][0].outcome
            known = any(
                one.answers.items() <= other.answers.items() and one.outcome == outcome for one in found
            )
            if given <= other.answers.items() and not known and _worse(outcome, self._best(place)):
                found.append(self._doubt(place, on, outcome, other.answers))
        return [replaced for doubt in found if (replaced := _beside(doubt, dict(given))).answers]

    def _doubt(self, place: int, on: tuple[str, ...], outcome: Result, answers: dict[str, str]) -> Doubt:
        best, more = outcome, frozenset[str]()
        for tried, loss in self._tries:
            there = self._then(place, loss, answers)
            if set(on) < set(tried) and _worse(best, there):
                best, more = there, frozenset(tried) - set(on)
        return Doubt(answers, outcome, tuple(name for name in self._loss.switches() if name in more), best)

    def _then(self, place: int, loss: Loss, answers: Mapping[str, str] | None) -> Result:
        return self._batch.ending(loss, answers).fates[place].outcome

    def _on_the_same_platform(self, place: int) -> Result:
        """What a new phone of the old kind would have brought back, with every setting on."""
        if self._loss.phone == self._loss.new:
            return "lost"
        return self._then(place, replace(self._loss, new=self._loss.phone, off=frozenset()), self._answers)


def not_yet(case: AccountInLoss, lang: str) -> str:
    """That there were no accounts of that kind on that day."""
    since = iso(since_ms(KEPT_BY[case.account.kind]))[:10]
    return advise("before", case, lang, way="none", case="not-yet", values={"since": since})


def _worse(one: Result, other: Result) -> bool:
    return ORDER.index(one) < ORDER.index(other)


def _beside(doubt: Doubt, given: dict[str, str]) -> Doubt:
    """The doubt with only the answers that are not given anyway."""
    beside = {question: answer for question, answer in doubt.answers.items() if question not in given}
    return msgspec.structs.replace(doubt, answers=beside)


def _told(doubt: Doubt, lang: str) -> str:
    answers = listed(lang, [f"{question} “{answer}”" for question, answer in doubt.answers.items()])
    if not doubt.more:
        return say(lang, "doubt", "only", answers=answers, gain=say(lang, "gain", doubt.outcome))
    more = listed(lang, [say(lang, "switch", name) for name in doubt.more])
    without = say(lang, "gain", doubt.outcome)
    return say(lang, "doubt", "more", answers=answers, switches=more, without=without)


def _turned_on(loss: Loss) -> Iterator[tuple[tuple[str, ...], Loss]]:
    off = [name for name in loss.switches() if name in loss.off]
    for size in range(1, len(off) + 1):
        for chosen in combinations(off, size):
            yield chosen, replace(loss, off=loss.off - set(chosen))
