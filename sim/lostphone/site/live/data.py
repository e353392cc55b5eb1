"""The data that travels with the pages, as scripts: a page opened from a disk may not fetch anything else.

One script is the same in every language: the answers, and from when until when each rule holds. The other
has what is read: words, statements of rules, names of stories. A script holds one assignment, of JSON.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from lostphone.clock import DAY_MS
from lostphone.rules import PLATFORMS, Catalogue, Policy, Timeline
from lostphone.site.live.answers import KINDS, Case, Stretch, every_answer
from lostphone.site.live.script import script
from lostphone.site.live.words import steps, words
from lostphone.site.recorded import RecordedStory
from lostphone.whatif.loss import FIRST_DAY_MS
from lostphone.whatif.means import KEPT_BY, MEANS, since_ms

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
    """`LOSTPHONE_ANSWERS`: every answer in letters, the switches, the deciding rules, the rules' dates.

    `means` are the days since which there is a help, `kept_by` the kinds of account that one of them made.
    `pairs` gives for `lost>new` stretches `[day, switches, cases, kept, place in deciding]`; days count
    from the Unix epoch, and a case is a letter for the outcome of each of `kinds`, then one for each way.
    """
    deciding: list[dict[str, list[list[str]]]] = []
    pairs = {
        pair: [_stretch(stretch, deciding) for stretch in stretches]
        for pair, stretches in every_answer().items()
    }
    return script(
        "LOSTPHONE_ANSWERS",
        {
            "kinds": KINDS,
            "outcomes": {letter: outcome for outcome, letter in _OUTCOMES.items()},
            "ways": {letter: way for way, letter in _WAYS.items()},
            "pairs": pairs,
            "deciding": deciding,
            "spans": {platform: spans(platform) for platform in PLATFORMS},
            "means": {means: since_ms(means) // DAY_MS for means in MEANS},
            "kept_by": KEPT_BY,
            "sets": {rule.id: rule.requirement for rule in Catalogue.load().rules.values()},
        },
    )


def words_script(
    lang: str,
    stories: Sequence[RecordedStory],
    story_address: Callable[[str], str],
    rule_address: Callable[[str], str],
) -> bytes:
    """`LOSTPHONE_WORDS`: texts, steps, rules `[statement, address]`, stories `[name, address, rules, tags]`.

    A story's rules are their places among the rules; addresses start at the folder of the language. A story
    that failed is not offered to anybody, and of the rows of an outline only the first.
    """
    rules = Catalogue.load().rules.values()
    places = {rule.id: place for place, rule in enumerate(rules)}
    return script(
        "LOSTPHONE_WORDS",
        {
            "lang": lang,
            "words": words(lang),
            "steps": steps(lang),
            "rules": {rule.id: [rule.statement(lang), rule_address(rule.id)] for rule in rules},
            "stories": [
                [
                    story.name,
                    story_address(story.id),
                    [places[rule] for rule in story.rules if rule in places],
                    _phones(story),
                ]
                for story in stories
                if story.passed and story.id.partition("#")[2] in ("", "1")
            ],
        },
    )


def spans(platform: str) -> dict[str, list[list[int | None]]]:
    """The days `[since, until)` on which each rule holds there, questions answered as the page does.

    None is an open end; every rule of the platform is in it, a dateless one with both ends open.
    """
    found: dict[str, list[list[int | None]]] = {}
    edges_ms = [None, *Timeline(Catalogue.load(), platform).boundaries_ms]
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


def _stretch(stretch: Stretch, deciding: list[dict[str, list[list[str]]]]) -> list[Any]:
    rules = {
        _OUTCOMES[outcome]: [list(of_kind) for of_kind in of_kinds]
        for outcome, of_kinds in stretch.rules.items()
        if any(of_kinds)
    }
    if rules not in deciding:
        deciding.append(rules)
    cases, kept = [_case(case) for case in stretch.cases], [_case(case) for case in stretch.kept]
    return [stretch.since_ms // DAY_MS, stretch.switches, cases, kept, deciding.index(rules)]


def _case(case: Case) -> str:
    outcomes = "".join(_OUTCOMES[outcome] for outcome in case.outcomes)
    return outcomes + "".join(_WAYS[way] for way in case.ways)


def _phones(story: RecordedStory) -> list[str]:
    known = ("ios", "android", "generation-1", "generation-2")
    return [tag for tag in known if tag in {name.removeprefix("@") for name in story.tags}]
