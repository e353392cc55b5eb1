"""The answers, as a script that travels with the pages: a page opened from a disk may not fetch any.

It is the same in every language: what was played and chosen, and from when until when each rule holds. What
is read is in another script, of `reading.py`. A script holds one assignment, of JSON.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any

from lostphone.base.clock import DAY_MS, instant
from lostphone.rules import PLATFORMS, Catalogue, Policy, PolicyTimeline
from lostphone.site.live.advice_table import Advised, Todo, every_advice
from lostphone.site.live.answers import KINDS, PlayedLoss, Stretch, every_answer
from lostphone.site.live.script import script
from lostphone.whatif.available_help import KEPT_BY, MEANS, since_ms
from lostphone.whatif.loss import FIRST_DAY_MS

_OUTCOMES = {"back": "b", "sign-in": "s", "lost": "l"}
_WAYS = {
    "done": "d",
    "self": "s",
    "admin": "a",
    "reregister": "r",
    "site": "i",
    "anew": "p",
    "wait": "w",
    "edge": "e",
    "none": "n",
}


@cache
def answers_script() -> bytes:
    """`LOSTPHONE_ANSWERS`: every answer and every advice in letters and places, and the rules' dates.

    `pairs` gives for `lost>new` stretches `[day, switches, cases, kept, place in deciding, others]`; days
    count from the Unix epoch, a case is a place in `cases`, where it is a letter for the outcome of each of
    `kinds`, then one for each way. One of `others` is `[question, answer, cases, kept]`. `advice` gives
    likewise `[day, todo, todo of each other answer, place in said, place in next]`: a `todo` has, by who
    asks, a place in `lists` for each case, and a list is places among the steps. `said` has, by who asks, the
    place of the text on a card, by the place of the kind with the letters of outcome and way.
    `means` are the days since which there is a help, `kept_by` the kinds of account that one of them made,
    `read` the last day on which the facts were read.
    """
    table = SharedValues()
    pairs = {
        pair: [_stretch(stretch, table) for stretch in stretches]
        for pair, stretches in every_answer().items()
    }
    advice = {pair: [_advised(one, table) for one in advised] for pair, advised in every_advice().items()}
    return script(
        "LOSTPHONE_ANSWERS",
        {
            "kinds": KINDS,
            "outcomes": {letter: outcome for outcome, letter in _OUTCOMES.items()},
            "ways": {letter: way for way, letter in _WAYS.items()},
            "pairs": pairs,
            "advice": advice,
            **table.held,
            "spans": {platform: spans(platform) for platform in PLATFORMS},
            "means": {means: since_ms(means) // DAY_MS for means in MEANS},
            "kept_by": KEPT_BY,
            "sets": {rule.id: rule.requirement for rule in Catalogue.load().rules.values()},
            "read": from_date(Catalogue.load().facts_read),
        },
    )


class SharedValues:
    """Values that occur again and again, each held once, by the name of what they are."""

    def __init__(self) -> None:
        self.held: dict[str, list[Any]] = {}
        self._places: dict[tuple[str, str], int] = {}

    def place(self, name: str, value: Any) -> int:
        """Where that value is among those of that name."""
        of_name = self.held.setdefault(name, [])
        key = name, repr(value)
        if key not in self._places:
            self._places[key] = len(of_name)
            of_name.append(value)
        return self._places[key]


def from_date(day: date) -> int:
    """A date as a day counted from the Unix epoch."""
    return instant(day.year, day.month, day.day) // DAY_MS


def spans(platform: str) -> dict[str, list[list[int | None]]]:
    """The days `[since, until)` on which each rule holds there, questions answered as the page does.

    None is an open end; every rule of the platform is in it, a dateless one with both ends open.
    """
    found: dict[str, list[list[int | None]]] = {}
    edges_ms = [None, *PolicyTimeline(Catalogue.load(), platform).boundaries_ms]
    held: frozenset[str] = frozenset()
    for edge_ms in edges_ms:
        now = Policy.at(platform, FIRST_DAY_MS - 1 if edge_ms is None else edge_ms).held
        day = None if edge_ms is None else edge_ms // DAY_MS
        for rule in sorted(now - held):
            found.setdefault(rule, []).append([day, None])
        for rule in sorted(held - now):
            found[rule][-1][1] = day
        held = now
    return dict(sorted(found.items()))


def _stretch(stretch: Stretch, table: SharedValues) -> list[Any]:
    rules = {
        _OUTCOMES[outcome]: [list(of_kind) for of_kind in of_kinds]
        for outcome, of_kinds in stretch.rules.items()
        if any(of_kinds)
    }

    def placed(cases: Iterable[PlayedLoss]) -> list[int]:
        return [table.place("cases", _case(case)) for case in cases]

    return [
        stretch.since_ms // DAY_MS,
        stretch.switches,
        placed(stretch.cases),
        placed(stretch.kept),
        table.place("deciding", rules),
        [[other.question, other.answer, placed(other.cases), placed(other.kept)] for other in stretch.others],
    ]


def _advised(advised: Advised, table: SharedValues) -> list[Any]:
    def todo(todo: Todo) -> int:
        told = {who: [table.place("lists", list(places)) for places in of] for who, of in todo.items()}
        return table.place("todo", told)

    said = {
        who: {
            f"{KINDS.index(fated.kind)}{_OUTCOMES[fated.outcome]}{_WAYS[fated.way]}": place
            for fated, place in sorted(texts.items(), key=repr)
        }
        for who, texts in advised.said.items()
    }
    return [
        advised.since_ms // DAY_MS,
        todo(advised.todo),
        [todo(other) for other in advised.others],
        table.place("said", said),
        table.place("next", list(advised.next_time)),
    ]


def _case(case: PlayedLoss) -> str:
    outcomes = "".join(_OUTCOMES[outcome] for outcome in case.outcomes)
    return outcomes + "".join(_WAYS[way] for way in case.ways)
