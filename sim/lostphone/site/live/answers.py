"""What a loss would leave, for every day, pair of phones and setting: played, never written by hand.

The start page and the timeline answer questions without a server, so every answer travels with the page.
Nothing changes between two dates at which a rule of the lost phone, or the Temporary Access Pass, begins
or ends, so one day of each stretch is played. Where an open question changes anything, its other answers are
played as well, each alone. A setting that by itself changes nothing, under any answer, is not asked about.

>>> stretch = stretches("ios", "ios")[-1]
>>> stretch.switches
('icloud-drive', 'icloud-keychain', 'icloud-backup', 'app-toggle')
>>> KINDS[0], stretch.cases[0].outcomes[0], stretch.cases[2].outcomes[0]
('third-party', 'back', 'lost')
>>> [(other.question, other.answer, other.cases[1].outcomes[0]) for other in stretch.others][1:]
[('Q02', 'message-center', 'back'), ('Q02', 'current-page', 'lost')]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import product

import msgspec

from lostphone.rules import PLATFORMS, Catalogue, Policy, PolicyTimeline
from lostphone.whatif.accounts_file import OwnAccount
from lostphone.whatif.available_help import since_ms
from lostphone.whatif.loss import FIRST_DAY_MS, Loss, Platform, Result
from lostphone.whatif.player import Batch, Ending, kind_of
from lostphone.whatif.verdict import deciding_rules
from lostphone.whatif.way_back import Way

#: The kinds of account that are told apart, in the order of the page. Two are there twice, because what
#: else proves them decides whether their owner can sign in again.
KINDS = (
    "third-party",
    "personal",
    "passwordless",
    "passwordless-app-only",
    "work",
    "work-sms",
    "work-code",
    "passkey",
    "password",
)
_OWN = [
    OwnAccount("site", "third-party", 1),
    OwnAccount("personal", "personal", 2),
    OwnAccount("passwordless", "passwordless", 3),
    OwnAccount("passwordless-app-only", "passwordless", 4, proof="app-only"),
    OwnAccount("work", "work", 5),
    OwnAccount("work-sms", "work", 6, proof="sms"),
    OwnAccount("work-code", "work-code", 7),
    OwnAccount("passkey", "passkey", 8),
    OwnAccount("password", "password", 9),
]
#: Places of the kinds that are on one phone together when they are played: those that ask the same questions.
_TOGETHER = ((0, 4, 5, 6, 7), (1, 2, 3), (8,))
_OUTCOMES: tuple[Result, ...] = ("back", "sign-in", "lost")


class PlayedLoss(msgspec.Struct, frozen=True):
    """One loss, played: for each of `KINDS` what came of it, and what can be done about it then."""

    outcomes: tuple[Result, ...]
    ways: tuple[Way, ...]


class Other(msgspec.Struct, frozen=True):
    """What a stretch leaves under another answer to one open question: `cases` and `kept` as there."""

    question: str
    answer: str
    cases: tuple[PlayedLoss, ...]
    kept: tuple[PlayedLoss, PlayedLoss]


class Stretch(msgspec.Struct, frozen=True):
    """The days from `since_ms` to the next stretch, on which every answer is the same.

    `cases[mask]` is the loss with those of `switches` off whose bit is set in mask. `kept` are the same
    with the old phone at hand, first with every setting on and then with every setting off. `rules` are, by
    outcome, the ids of the rules that decide it for each of `KINDS` (none where that does not occur).
    `others` are the answers to open questions under which any of it is otherwise.
    """

    since_ms: int
    switches: tuple[str, ...]
    cases: tuple[PlayedLoss, ...]
    kept: tuple[PlayedLoss, PlayedLoss]
    rules: dict[Result, tuple[tuple[str, ...], ...]]
    others: tuple[Other, ...] = ()


@cache
def every_answer() -> dict[str, list[Stretch]]:
    """The stretches of each pair of phones, by `lost>new`."""
    return {f"{lost}>{new}": stretches(lost, new) for lost, new in product(PLATFORMS, PLATFORMS)}


def stretches(lost: Platform, new: Platform) -> list[Stretch]:
    """All stretches of one pair of phones, in order, from the first day that anything is known of."""
    changes_ms = PolicyTimeline(Catalogue.load(), lost).boundaries_ms
    turns_ms = sorted({*changes_ms, since_ms("temporary-access-pass")})
    days_ms = (FIRST_DAY_MS, *(at_ms for at_ms in turns_ms if at_ms > FIRST_DAY_MS))
    return [_stretch(Loss(lost, new, day_ms)) for day_ms in days_ms]


def play(loss: Loss, answers: Mapping[str, str] | None = None) -> PlayedLoss:
    """Play one loss on an account of each kind; `answers` to open questions where they are not the usual."""
    return _Plays(loss).case(loss.off, answers or {})


class _Plays:
    """One loss with any settings off and any answers, each combination played once."""

    def __init__(self, loss: Loss) -> None:
        self._loss = loss
        self._batches = [
            Batch([kind_of(_OWN[place]) for place in places], lambda: None) for places in _TOGETHER
        ]
        self._every = frozenset(loss.switches())

    def case(self, off: frozenset[str], answers: Mapping[str, str], kept: bool | None = None) -> PlayedLoss:
        """That loss with those settings off, under those answers."""
        loss = replace(self._loss, off=off, kept=self._loss.kept if kept is None else kept)
        fates = [fate for batch in self._batches for fate in _ending(batch, loss, answers).fates]
        places = [place for places in _TOGETHER for place in places]
        of_each = [fate for _place, fate in sorted(zip(places, fates, strict=True), key=lambda one: one[0])]
        return PlayedLoss(tuple(fate.outcome for fate in of_each), tuple(fate.way for fate in of_each))

    def matter(self, answers: Mapping[str, str]) -> frozenset[str]:
        """The settings that change something when they alone are off; none if all of them together do not."""
        best = self.case(frozenset(), answers)
        if self.case(self._every, answers) == best:
            return frozenset()
        return frozenset(one for one in self._every if self.case(frozenset({one}), answers) != best)

    def others(self) -> Iterator[dict[str, str]]:
        """Each answer to an open question under which any of it is otherwise than usual.

        All settings on and all off tell whether an answer changes anything; but one about the settings that
        have to be on shows that only in which of them matter.
        """
        usual = self._gates({})
        for answers in self._asked():
            offs = frozenset[str](), self._every
            gates = self._gates(answers)
            if any(self.case(off, answers) != self.case(off, {}) for off in offs) or (
                gates != usual and self.matter(answers) != self.matter({})
            ):
                yield answers

    def _gates(self, answers: Mapping[str, str]) -> tuple[str, ...]:
        return Policy.at(self._loss.phone, self._loss.day_ms, answers).gates()

    def cases(self, asked_about: tuple[str, ...], answers: Mapping[str, str]) -> tuple[PlayedLoss, ...]:
        """A case for each mask of the settings asked about; those that do not matter are left on."""
        matter = self.matter(answers)
        return tuple(
            self._together(frozenset(_chosen(asked_about, mask)) & matter, answers)
            for mask in range(1 << len(asked_about))
        )

    def kept(self, answers: Mapping[str, str]) -> tuple[PlayedLoss, PlayedLoss]:
        """The old phone at hand: with every setting on, and with every setting off."""
        return self.case(frozenset(), answers, kept=True), self.case(self._every, answers, kept=True)

    def _together(self, off: frozenset[str], answers: Mapping[str, str]) -> PlayedLoss:
        """Settings off together. Where each of them alone is as bad as all, nothing is left to play."""
        worst = self.case(self._every, answers)
        alone = [self.case(frozenset({one}), answers) for one in off]
        return worst if alone and all(case == worst for case in alone) else self.case(off, answers)

    def _asked(self) -> Iterator[dict[str, str]]:
        """Each other answer to a question that the loss asks, with all settings on or all off."""
        losses = [replace(self._loss, off=off) for off in (frozenset[str](), self._every)]
        endings = [batch.ending(loss) for batch in self._batches for loss in losses]
        for question in sorted({question for ending in endings for question in ending.asked}):
            asked = Catalogue.load().open_question(question)
            yield from ({question: answer} for answer in asked.answers if answer != asked.default)


def _ending(batch: Batch, loss: Loss, answers: Mapping[str, str]) -> Ending:
    """How it ends for some kinds; played with the answers only if it asks for one of them."""
    usual = batch.ending(loss)
    return batch.ending(loss, answers) if answers.keys() & usual.asked else usual


def _stretch(loss: Loss) -> Stretch:
    plays = _Plays(loss)
    others = list(plays.others())
    matter = frozenset[str]().union(*(plays.matter(answers) for answers in ({}, *others)))
    switches = tuple(switch for switch in loss.switches() if switch in matter)
    cases, kept = plays.cases(switches, {}), plays.kept({})
    disputed = tuple(
        Other(question, answer, plays.cases(switches, answers), plays.kept(answers))
        for answers in others
        for question, answer in answers.items()
    )
    every = [*cases, *kept, *(case for other in disputed for case in (*other.cases, *other.kept))]
    return Stretch(loss.day_ms, switches, cases, kept, _rules(loss, every), disputed)


def _chosen(switches: tuple[str, ...], mask: int) -> tuple[str, ...]:
    return tuple(switch for bit, switch in enumerate(switches) if mask >> bit & 1)


def _rules(loss: Loss, cases: list[PlayedLoss]) -> dict[Result, tuple[tuple[str, ...], ...]]:
    seen = [{case.outcomes[place] for case in cases} for place in range(len(KINDS))]
    return {
        outcome: tuple(
            deciding_rules(account.kind, loss, outcome) if outcome in seen[place] else ()
            for place, account in enumerate(_OWN)
        )
        for outcome in _OUTCOMES
    }
