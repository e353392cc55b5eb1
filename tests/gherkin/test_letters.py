"""Letters that nobody sees are findings, wherever they stand; those that a language needs are none."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lostphone.gherkin.letters import letter_problems
from lostphone.gherkin.lint import lint
from lostphone.gherkin.pickles import parse_feature
from lostphone.gherkin.shipped import feature_files, features_root

FILE = (
    "# a comment{}\n@core{}\nFeature: f{}f\n  A description{}.\n  Background:\n    Given a{}b\n"
    "  Scenario: s{}s\n    When c{}d\n      | e{}f |\n    Then g\n      \"\"\"\n      h{}i\n      \"\"\"\n"
)  # fmt: skip
#: The numbers of the lines with holes, and those that are read as sentences.
HOLES = (1, 2, 3, 4, 6, 7, 8, 9, 12)
SPOKEN = (2, 3, 6, 7, 8, 9)


def found(char: str) -> list[int]:
    """The lines with a finding that names the letter."""
    # The tag ends at a space: the letter stands inside of it.
    text = FILE.replace("@core{}", "@co{}re").format(*[char] * len(HOLES))
    problems = letter_problems(parse_feature(text, "f.feature"))
    assert all(f"U+{ord(char):04X}" in problem.message for problem in problems)
    return [problem.line for problem in problems]


@pytest.mark.parametrize(
    "char",
    "\u200b\u200c\u200d\u2060\ufeff\u00ad\u202a\u202e\u2066\u2069\u200e\u061c\u180e\u115f\u3164\x07\x1b\x7f\x9b",
)
def test_what_is_not_seen_is_found_on_every_line(char: str) -> None:
    assert found(char) == list(HOLES)


@pytest.mark.parametrize("char", "\u202f\u2009\u2007")
def test_an_odd_space_is_found_where_sentences_are(char: str) -> None:
    text = FILE.format("", "", *[char] * 7)
    assert [p.line for p in letter_problems(parse_feature(text, "f.feature"))] == [3, 6, 7, 8, 9]


def test_a_no_break_space_names_its_place() -> None:
    feature = parse_feature("Feature: f\n  Scenario: s\n    Then Mika's\u00a0iPhone rings\n", "f.feature")
    [problem] = letter_problems(feature)
    assert str(problem).startswith(
        "f.feature:3:16: a space stands here that is no ordinary space: U+00A0 NO-BREAK SPACE"
    )


@pytest.mark.parametrize(
    "text",
    ["ミカの　iPhone、「楽天」", "می‌خواهم", "क्‍ष", "👩‍👧 family", "➡️ arrow", "a\tb", "café ñ ß Ω № € …"],
)
def test_what_a_language_needs_is_no_finding(text: str) -> None:
    assert letter_problems(parse_feature(f"Feature: f\n  Scenario: s\n    Then {text}\n", "f.feature")) == []


@given(
    st.characters(
        exclude_categories=("Cs", "Cc", "Cf", "Zs", "Zl", "Zp", "Mn", "Cn", "Co"),
        exclude_characters='\u2800\u115f\u1160\u3164\uffa0<|\\"`#@,，、､',
    )
)
@settings(derandomize=True, max_examples=200)
def test_what_is_seen_is_no_finding(char: str) -> None:
    assert found(char) == [], unicodedata.name(char, "")


@pytest.mark.parametrize("tags", ["@a,@b", "@a, @b", "@a,b", "@a、@b", "@a，b"])
def test_a_tag_with_a_comma_is_a_finding(tags: str) -> None:
    feature = parse_feature(f"Feature: f\n  {tags}\n  Scenario: s\n    Then a\n", "f.feature")
    [problem] = letter_problems(feature)
    assert (problem.line, "separate tags by spaces" in problem.message) == (2, True)


def test_shipped_features_are_clean() -> None:
    files = feature_files(features_root())
    assert len(files) > 40
    assert lint(files, sentences=False) == []
