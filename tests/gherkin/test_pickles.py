"""A feature file becomes scenarios with ids, names, rules, types and lines."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from lostphone.gherkin.pickles import parse_feature, read_feature
from lostphone.gherkin.problems import FeatureError
from lostphone.gherkin.tags import TagExpression, TagExpressionError

FEATURE = dedent('''
    @core
    Feature: Codes
      Background:
        Given a phone

      Scenario: Other
        When it runs

      @rule:code.zeros
      Rule: Zeros stay
        Background:
          * a bank

        @id:core.zeros @rule:code.zeros @rule:code.digits
        Scenario Outline: A code is <digits> digits
          Given an account
            | site        | digits   |
            | amount (JPY) <amount (JPY)> | <digits> |
          And a note
            """
            <digits> of them
            """
          When it is read
          But slowly
          * again
          Then it is right

          @slow
          Examples: usual
            | why   | digits | amount (JPY) |
            | most  | 6      | 1\\\\2          |
          Examples: long
            | why   | digits | amount (JPY) |
            | a few | 8      | 3            |
            | again | 8      | 4            |
''').lstrip()


def test_everything_a_runner_needs_is_there() -> None:
    other, first, second, third = parse_feature(FEATURE, "codes.feature").pickles
    assert [first.id, second.id, third.id] == ["core.zeros#1", "core.zeros#2", "core.zeros#3"]
    assert [first.name, second.name] == ["A code is 6 digits [most]", "A code is 8 digits [a few]"]
    assert other.id == "codes.feature::Other"
    assert first.tags == (
        "core",
        "rule:code.zeros",
        "id:core.zeros",
        "rule:code.zeros",
        "rule:code.digits",
        "slow",
    )
    assert "slow" not in second.tags
    assert first.rules == ("code.zeros", "code.digits")
    assert (first.rule, other.rule) == ("Zeros stay", None)
    assert (first.scenario_line, first.line, third.line) == (15, 31, 35)
    assert [(step.keyword, step.type, step.line) for step in first.steps] == [
        ("Given ", "given", 4),
        ("* ", "given", 12),
        ("Given ", "given", 16),
        ("And ", "given", 19),
        ("When ", "when", 23),
        ("But ", "when", 24),
        ("* ", "when", 25),
        ("Then ", "then", 26),
    ]
    assert [step.background for step in first.steps] == [True, True] + [False] * 6
    assert first.steps[2].table == (("site", "digits"), ("amount (JPY) 1\\2", "6"))
    assert second.steps[3].doc_string == "8 of them"


def test_a_row_that_names_itself_keeps_its_name_and_equal_cells_are_numbered() -> None:
    text = "Feature: f\n Scenario: a <b>\n  Given <b>\n  Examples:\n  | b | c |\n  | 1 | x |\n  | 2 | x |\n"
    assert [pickle.name for pickle in parse_feature(text, "f").pickles] == ["a 1", "a 2"]
    text = text.replace("a <b>", "a").replace("| 2 |", "| 1 |")
    assert [pickle.name for pickle in parse_feature(text, "f").pickles] == ["a [1 #1]", "a [1 #2]"]


def test_japanese_types_are_the_same() -> None:
    text = "# language: ja\n機能: f\n シナリオ: 一\n  前提a\n  かつb\n  もしc\n  ならばd\n  しかしe\n"
    [pickle] = parse_feature(text, "f").pickles
    assert [step.type for step in pickle.steps] == ["given", "given", "when", "then", "then"]
    assert (pickle.language, str(pickle.steps[0])) == ("ja", "前提 a")


def test_files_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    with pytest.raises(FeatureError, match=r"gone\.feature:1:1: the file cannot be read"):
        read_feature(tmp_path / "gone.feature")
    (tmp_path / "latin.feature").write_bytes("Feature: caf\u00e9".encode("latin-1"))
    with pytest.raises(FeatureError, match="not UTF-8"):
        read_feature(tmp_path / "latin.feature")
    (tmp_path / "windows.feature").write_bytes(b"\xef\xbb\xbfFeature: f\r\n Scenario: a\r\n  Given b\r\n")
    [pickle] = read_feature(tmp_path / "windows.feature", "w").pickles
    assert (pickle.name, pickle.steps[0].text, pickle.uri) == ("a", "b", "w")


@pytest.mark.parametrize(
    ("expression", "chosen"),
    [
        ("@ios", True),
        ("ios", True),
        ("not @ios", False),
        ("@ios and not @slow", True),
        ("(@android or @ios) and @rule:code.zeros", True),
        ("@io", False),
    ],
)
def test_tag_expressions_choose(expression: str, chosen: bool) -> None:
    assert TagExpression(expression).selects(("ios", "rule:code.zeros")) is chosen


@pytest.mark.parametrize("expression", ["", "  ", "@a and", "(@a", "@a @b", "@a && @b", "@a, @b", "!@a"])
def test_tag_expressions_that_do_not_parse_say_so(expression: str) -> None:
    with pytest.raises(TagExpressionError, match=r"tag expression|write and, or, not"):
        TagExpression(expression)


def test_the_names_in_an_expression() -> None:
    assert TagExpression("@a and not (b or @c)").names() == ("a", "b", "c")
