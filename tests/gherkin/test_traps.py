"""Every way in which a feature file loses a scenario is an error that names the line."""

from __future__ import annotations

import re
from textwrap import dedent

import pytest

from lostphone.gherkin.pickles import Feature, parse_feature
from lostphone.gherkin.problems import FeatureError, Problem


def problems(text: str) -> tuple[Problem, ...]:
    with pytest.raises(FeatureError) as raised:
        read(text)
    return raised.value.problems


def assert_first(found: tuple[Problem, ...], line: int, message: str) -> None:
    assert found[0].line == line, found[0]
    assert re.search(message, found[0].message), found[0]


def read(text: str) -> Feature:
    return parse_feature(dedent(text).lstrip("\n"), "f.feature")


GOOD = """
    Feature: f
      Scenario: one
        Given a
        When b
"""
GOOD_JA = """
    # language: ja
    機能: f
      シナリオ: 一
        前提a
        もしb
"""


@pytest.mark.parametrize(
    ("good", "old", "new", "line", "message"),
    [
        (GOOD, "Scenario:", "Scenrio:", 2, "'Scenrio:' is no keyword.*did you mean 'Scenario:'"),
        (GOOD, "Scenario:", "scenario:", 2, "'scenario:' is no keyword.*did you mean 'Scenario:'"),
        (GOOD, "Scenario:", "Scenario：", 2, "colon after 'Scenario' is full-width"),
        (GOOD, "Scenario:", "Examples:", 2, "'Examples:' begins a table.*write 'Scenario:'"),
        (GOOD, "Scenario:", "シナリオ:", 2, "'シナリオ:' is Gherkin in 'ja' but the file is in 'en'"),
        (
            GOOD,
            "Scenario: one",
            "Story one",
            3,
            "'Given' begins a step, but stands in the description of",
        ),
        (GOOD, "Given a", "Gvien a", 3, "'Gvien' is no keyword.*did you mean 'Given'"),
        (GOOD, "Given a", "前提a", 3, "'前提' begins a step.*description of the scenario"),
        (GOOD, "  Scenario: one", "  ＠slow\n  Scenario: one", 2, "half-width '@'"),
        (GOOD, "When b", "Wehn b", 4, "'Wehn' starts no line that can stand here; did you mean 'When'"),
        (GOOD, "Feature: f", "Feture: f", 1, "'Feture' starts no line.*did you mean 'Feature:'"),
        (GOOD, "Feature: f", "機能: f", 1, "written in Gherkin language 'ja'.*'# language: ja'"),
        (GOOD, "Feature: f", "# language: jp\nFeature: f", 1, "no Gherkin language 'jp'"),
        (GOOD, "Given a", "Given a\n    | x | y |\n    | 1 |", 5, "inconsistent cell count"),
        (GOOD_JA, "シナリオ:", "例:", 3, "「例:」はアウトラインの下の表.*「シナリオ:」と書いて"),
        (GOOD_JA, "シナリオ:", "シナリオ：", 3, "「シナリオ」の後のコロンが全角"),
        (GOOD_JA, "シナリオ:", "シナリ:", 3, "「シナリ:」というキーワードは.*「シナリオ:」のことですか"),
        (
            GOOD_JA,
            "シナリオ:",
            "Scenario:",
            3,
            "「Scenario:」はGherkinの言語「en」ですが、ファイルの言語は「ja」",
        ),
        (GOOD_JA, "シナリオ: 一", "話", 4, "「前提」はステップの始まり.*機能の説明文"),
        (GOOD_JA, "前提a", "Given a", 4, "「Given」はステップの始まり.*シナリオの説明文"),
        (GOOD_JA, "# language: ja\n", "", 1, "'# language: ja'"),
    ],
)
def test_a_mistyped_line_is_found_where_it_is(good: str, old: str, new: str, line: int, message: str) -> None:
    read(good)
    good = dedent(good).lstrip("\n")
    assert old in good
    assert_first(problems(good.replace(old, new)), line, message)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("Feature: f\n", 1, "the feature 'f' has no scenarios"),
        ("", 1, "holds no feature"),
        ("Feature: f\n  Scenario: one\n", 2, "'one' has no steps"),
        ("Feature: f\n  Scenario:\n    Given a\n", 2, "has no name"),
        (GOOD + "      Scenario: one\n        Given c\n", 5, "the name of the one on line 2"),
        (
            GOOD + "      Rule: r\n        Scenario: one\n          Given c\n",
            6,
            "the name of the one on line 2",
        ),
        ("Feature: f\n @id:x @id:y\n Scenario: one\n  Given a\n", 3, "2 ids: @id:x, @id:y"),
        (
            "Feature: f\n @id:x\n Scenario: a\n  Given a\n @id:x\n Scenario: b\n  Given a\n",
            6,
            "taken by .* line 3",
        ),
        ("@id:x\nFeature: f\n Scenario: a\n  Given a\n", 1, "@id:x is on a feature"),
        ("Feature: f\n Scenario Outline: a\n  Given <b>\n", 2, "the outline has no examples"),
        ("Feature: f\n Scenario: a\n  Given <b>\n  Examples:\n", 4, "no rows"),
        ("Feature: f\n Scenario: a\n  Given <b>\n  Examples:\n  | b |\n", 4, "no rows"),
        ("Feature: f\n Scenario: a\n  Given <b>\n  Examples:\n  | b | b |\n  | 1 | 2 |\n", 5, "two columns"),
        (
            "Feature: f\n Scenario: a\n  Given <b>\n  Examples:\n  Given c\n  | b |\n  | 1 |\n",
            5,
            "description of the examples",
        ),
        ("Feature: f\n Background:\n  Gven a\n Scenario: a\n  Given a\n", 3, "did you mean 'Given'"),
        ("Feature: f\n Rule: r\n  Scenaio: a\n  Given a\n", 3, "did you mean 'Scenario:'"),
    ],
)
def test_a_scenario_that_would_not_be_played_is_found(text: str, line: int, message: str) -> None:
    assert_first(problems(text), line, message)


def test_prose_is_left_alone() -> None:
    feature = read(
        """
        Feature: f
          As somebody who lost a phone: what now?
          Note: the codes are made up. And so are the people.
          The given names are short; when in doubt, ask.
          Roles: owner, admin
          * a bullet

          Rule: r
            It holds when the phone is on.

            Scenario: one
              The story in short: she loses it.

              And nobody helps.

              Given a
        """
    )
    assert [pickle.name for pickle in feature.pickles] == ["one"]


def test_a_problem_shows_its_line_and_marks_the_column() -> None:
    text = problems(GOOD.replace("Given a", "Gvien a"))[0].shown()
    assert text.splitlines()[1:] == ["        Gvien a", "        ^"]


def test_all_problems_of_a_file_are_told_at_once() -> None:
    found = problems("Feature: f\n Scenario: a\n  Given a\n Scenario: a\n Scenario: b\n")
    assert [problem.line for problem in found] == [4, 4, 5]


@pytest.mark.parametrize(
    "typed", ["GIVEN a", "Give a", "Giv en a", "Wth a", "Assume a", "- Given a", "1. Given a"]
)
def test_a_first_step_that_is_none_is_not_prose(typed: str) -> None:
    found = problems(GOOD.replace("Given a", typed))
    assert found[0].line == 3


@pytest.mark.parametrize("typed", ["前堤a", "前題a", "ぜんていa", "想定a", "「前提」a", "かっa", "ならぱa"])
def test_nor_is_it_in_japanese(typed: str) -> None:
    found = problems(GOOD_JA.replace("前提a", typed))
    assert found[0].line == 4


def test_prose_above_an_empty_line_is_prose() -> None:
    feature = read(GOOD.replace("Given a", "It rains, and\n        nobody cares.\n\n        Given a"))
    assert [step.text for step in feature.pickles[0].steps] == ["a", "b"]


def test_a_rule_without_its_colon_is_noticed() -> None:
    found = problems(GOOD.replace("Scenario: one", "Rule something holds\n\n      Scenario: one"))
    assert_first(found, 2, "'Rule' needs a colon.*write 'Rule: something holds'")


def test_tags_do_not_vanish_with_the_first_at_sign() -> None:
    found = problems(GOOD.replace("Scenario: one", "id:one @rule:code.digits\n      Scenario: one"))
    assert_first(found, 2, "each tag with '@'")
