"""Step definitions are found without asking each, and the answer is the one a full search gives."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_bdd import parsers
from pytest_bdd.steps import StepFunctionContext

from lostphone.gherkin.pickles import Step
from lostphone.pytest_plugin.definitions import Definitions, StepFunction, StepLookupError
from lostphone.pytest_plugin.literals import literals

ASKED: list[str] = []


class Counting(parsers.parse):
    def is_matching(self, name: str) -> bool:
        ASKED.append(self.name)
        return super().is_matching(name)


def definition(parser: parsers.StepParser, type_: Any = "given", depth: int = 0) -> StepFunction:
    return StepFunction(StepFunctionContext(type_, lambda: None, parser), depth)


def step(text: str, type_: str | None = "given") -> Step:
    return Step("Given ", type_, text, 1)


def asked_among(number: int) -> int:
    found = Definitions(definition(Counting(f"there are {{n:d}} of kind {i} here")) for i in range(number))
    ASKED.clear()
    assert found.find(step("there are 3 of kind 7 here")) is not None
    assert found.find(step("there are 3 of kind 7 here")) is not None
    return len(ASKED)


def test_look_up_does_not_grow_with_the_number_of_definitions() -> None:
    assert asked_among(10) == asked_among(800) == 1


@pytest.mark.parametrize(
    ("parser", "expected"),
    [
        (parsers.parse("I have {n:d} Apples"), ("i have ", " apples")),
        (parsers.cfparse("{a} {{and}} {b}"), (" {", "and}", " ")),
        (parsers.re(r"it rang (?P<n>\d+) times?"), ("it rang ", " time")),
        (parsers.re(r"(?:a|b)c(d(e)f)?g"), ("c", "g")),
        (parsers.re(r"one|two"), ()),
        (parsers.re("a b # comment\n c", re.VERBOSE), ("abc",)),
        (parsers.re(r"^(?P<who>[A-Z]\w+)が(?P<n>\d+)回鳴る$"), ("が", "回鳴る")),
    ],
)
def test_literals_are_what_every_text_contains(parser: parsers.StepParser, expected: tuple[str, ...]) -> None:
    assert literals(parser) == expected


PATTERNS = st.sampled_from(
    [
        parsers.string("a phone rings"),
        parsers.string("A phone rings"),
        parsers.parse("a {thing} rings"),
        parsers.parse("A {thing}  RINGS"),
        parsers.parse("{anything}"),
        parsers.cfparse("a phone {verb:w}"),
        parsers.re(r"a (?P<thing>phone|bell) rings"),
        parsers.re(r"(?i)A PHONE .*"),
        parsers.re(r".*"),
        parsers.parse("Straße {n:d}"),
        parsers.re(r"(?i)stra(ß|ss)e \d+"),
        parsers.parse("電話が{n:d}回鳴る"),
    ]
)
TEXTS = st.sampled_from(
    [
        "a phone rings",
        "A phone  rings",
        "A PHONE RINGS",
        "a bell rings",
        "Straße 7",
        "STRASSE 7",
        "STRAẞE 7",
        "電話が3回鳴る",
        "a ſtone rings",
        "a phone rinGS",
    ]
)


@given(st.lists(PATTERNS, max_size=8), TEXTS, st.sampled_from(["given", "when", None]))
def test_the_index_answers_as_a_full_search_would(
    patterns: list[parsers.StepParser], text: str, type_: str | None
) -> None:
    all_definitions = [
        definition(parser, ("given", "when", None)[number % 3]) for number, parser in enumerate(patterns)
    ]
    fitting = [
        d
        for d in all_definitions
        if (d.context.type is None or type_ is None or d.context.type == type_)
        if d.context.parser.is_matching(text)
    ]
    indexed = Definitions(all_definitions)
    if len(fitting) > 1:
        with pytest.raises(StepLookupError, match=f"{len(fitting)} definitions fit"):
            indexed.find(step(text, type_))
    else:
        assert indexed.find(step(text, type_)) is (fitting[0] if fitting else None)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [("Stone {n:d}", "\u017ftone 3"), ("Kelvin {n:d}", "\u212aelvin 3"), ("ISLE {n:d}", "\u0130SLE 3")],
)
def test_letters_that_fold_oddly_are_still_found(pattern: str, text: str) -> None:
    odd = definition(parsers.parse(pattern))
    assert odd.context.parser.is_matching(text)
    assert Definitions([odd]).find(step(text)) is odd


def test_the_nearest_wins_and_equals_do_not() -> None:
    near, far = definition(parsers.string("a"), depth=5), definition(parsers.parse("{x}"), depth=0)
    assert Definitions([far, near]).find(step("a")) is near
    with pytest.raises(StepLookupError, match="Reword one"):
        Definitions([far, definition(parsers.string("a"), depth=0)]).find(step("a"))
