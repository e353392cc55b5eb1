"""What is advised for every answer that the start page can give: chosen while the site is built.

The days are cut finer here than for the answers, because an advice rests on rules of both phones and on what
help there was. A step is known by its place among `advice.steps()`, a text on a card by its place among
`advice.ways()`, a line for the next time by its place among `advice.next_time()`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import product

import msgspec

from lostphone.rules import PLATFORMS, Catalogue, PolicyTimeline
from lostphone.site.live.advice import ASKING, Advice, AdviceRequest, Fated, Who, next_time, steps, ways
from lostphone.site.live.answers import KINDS, PlayedLoss, Stretch, every_answer
from lostphone.whatif.accounts_file import OwnKind
from lostphone.whatif.available_help import KEPT_BY, MEANS, existed, since_ms
from lostphone.whatif.loss import FIRST_DAY_MS, Platform

#: The steps for somebody who asks, a list for each mask of the settings; for a change of phones one list,
#: because what is off can still be switched on.
Todo = dict[Who, tuple[tuple[int, ...], ...]]


class Advised(msgspec.Struct, frozen=True):
    """The days from `since_ms` on which everything advised on one pair of phones is the same.

    `others` has a `Todo` for each of the stretch's other answers to open questions. `said` gives, by who
    asks, the text on the card of each fate that an account can have; `next_time` the lines in their order.
    """

    since_ms: int
    todo: Todo
    others: tuple[Todo, ...]
    said: dict[Who, dict[Fated, int]]
    next_time: tuple[int, ...]


class NothingToSay(Exception):
    """No text of `ways.toml` fits a fate that was played; the message names it."""


@cache
def every_advice() -> dict[str, list[Advised]]:
    """What is advised for each pair of phones, by `lost>new`, in the order of the days."""
    return {
        f"{lost}>{new}": list(_of_pair(lost, new, every_answer()[f"{lost}>{new}"]))
        for lost, new in product(PLATFORMS, PLATFORMS)
    }


def fates(case: PlayedLoss, day_ms: int) -> list[Fated]:
    """What came of each kind of account that anybody could have on that day."""
    every = map(Fated, KINDS, case.outcomes, case.ways)
    return [fated for fated in every if existed(_own_kind(fated.kind), day_ms)]


def with_old_phone(case: PlayedLoss, kept: tuple[PlayedLoss, PlayedLoss]) -> PlayedLoss:
    """The outcomes of a case, and the ways that the old phone at hand leaves to them."""
    on, off = kept
    ways = tuple(
        way if outcome == "back" else (off if outcome == "lost" else on).ways[place]
        for place, (outcome, way) in enumerate(zip(case.outcomes, case.ways, strict=True))
    )
    return PlayedLoss(case.outcomes, ways)


def _own_kind(kind: str) -> OwnKind:
    return next((own for own in KEPT_BY if own == kind), "third-party")


def _of_pair(lost: Platform, new: Platform, stretches: Sequence[Stretch]) -> Iterator[Advised]:
    turns_ms = {
        *(at_ms for one in (lost, new) for at_ms in PolicyTimeline(Catalogue.load(), one).boundaries_ms),
        *(since_ms(means) for means in MEANS),
    }
    for day_ms in (FIRST_DAY_MS, *sorted(at_ms for at_ms in turns_ms if at_ms > FIRST_DAY_MS)):
        stretch = [stretch for stretch in stretches if stretch.since_ms <= day_ms][-1]
        yield _advised(lost, new, day_ms, stretch)


def _advised(lost: Platform, new: Platform, day_ms: int, stretch: Stretch) -> Advised:
    def todo(
        cases: tuple[PlayedLoss, ...], kept: tuple[PlayedLoss, PlayedLoss], answers: dict[str, str]
    ) -> Todo:
        return {
            who: tuple(
                _chosen(steps(), AdviceRequest(who, lost, new, day_ms, answers), fates(case, day_ms))
                for case in _cases(who, cases, kept)
            )
            for who in ASKING
        }

    usual = {who: AdviceRequest(who, lost, new, day_ms) for who in ASKING}
    every = [(stretch.cases, stretch.kept), *((other.cases, other.kept) for other in stretch.others)]
    return Advised(
        day_ms,
        todo(stretch.cases, stretch.kept, {}),
        tuple(todo(other.cases, other.kept, {other.question: other.answer}) for other in stretch.others),
        {
            who: _said(
                usual[who], (case for cases, kept in every for case in _cases(who, cases, kept, every=True))
            )
            for who in ASKING
        },
        _chosen(next_time(), usual["lost"], fates(stretch.cases[0], day_ms)),
    )


def _cases(
    who: Who, cases: tuple[PlayedLoss, ...], kept: tuple[PlayedLoss, PlayedLoss], every: bool = False
) -> Iterator[PlayedLoss]:
    """The cases for which somebody is advised; with the old phone at hand the best one, or every one."""
    if who != "change":
        yield from cases
        return
    for case in cases if every else cases[:1]:
        yield with_old_phone(case, kept)


def _chosen(texts: Sequence[Advice], moment: AdviceRequest, accounts: Sequence[Fated]) -> tuple[int, ...]:
    return tuple(place for place, text in enumerate(texts) if text.fits(moment, accounts))


def _said(moment: AdviceRequest, cases: Iterable[PlayedLoss]) -> dict[Fated, int]:
    found: dict[Fated, int] = {}
    for fated in (fated for case in cases for fated in fates(case, moment.day_ms)):
        if fated not in found:
            fitting = (place for place, text in enumerate(ways()) if text.fits_account(moment, fated))
            place = next(fitting, None)
            if place is None:
                raise NothingToSay(f"no text of ways.toml fits {fated} for {moment}: write one")
            found[fated] = place
    return found
