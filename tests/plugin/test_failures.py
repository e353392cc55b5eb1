"""What a failed scenario says, in both languages, and what it leaves out."""

from __future__ import annotations

from textwrap import dedent

import pytest

pytest_plugins = ["pytester"]

CONFTEST = """
from pytest_bdd import given, then, when, parsers

@given("電話がある")
@given("a phone")
def _(): pass

@given(parsers.parse("sites:"))
def _(datatable): pass

@then("壊れている")
@then("it is broken")
def _():
    assert 1 + 1 == 3

@then("it says so")
def _():
    raise AssertionError("the screen is black")

@then("it explodes")
def _():
    raise ValueError("no such thing")

@then("never")
def _(): pass
"""


def run(pytester: pytest.Pytester, feature: str, *arguments: str) -> list[str]:
    pytester.makeconftest(CONFTEST)
    (pytester.path / "f.feature").write_text(dedent(feature).lstrip(), encoding="utf-8")
    result = pytester.runpytest("f.feature", *arguments)
    result.assert_outcomes(failed=1)
    lines = [line.rstrip() for line in result.outlines]
    start = next(number for number, line in enumerate(lines) if line.startswith("f.feature:"))
    return lines[start : next(n for n, line in enumerate(lines) if "short test summary" in line) + 2]


def test_a_failure_tells_the_story_and_the_promise(pytester: pytest.Pytester) -> None:
    told = run(
        pytester,
        """
        Feature: f
          @rule:code.leading-zeros
          Scenario: broken
            Given a phone
            And sites:
              | name |
              | bank |
            Then it says so
            And never
        """,
    )
    assert told[:9] == [
        "f.feature:8: broken",
        "  ✓ Given a phone",
        "  ✓ And sites:",
        "      | name |",
        "      | bank |",
        "  ✗ Then it says so",
        "  · And never",
        "",
        "  promised",
    ]
    assert told[9].startswith("    code.leading-zeros: A code keeps its leading zeros")
    assert told[10].startswith("    source: https://")
    happened = told.index("  happened")
    assert told[happened : happened + 5] == [
        "  happened",
        "    the screen is black",
        "",
        "  replay",
        "    lostphone run 'f.feature:3'",
    ]
    assert told[-1].startswith("FAILED f.feature::broken - the screen is black")
    assert not any("Traceback" in line or "def _" in line or "conftest" in line for line in told)


def test_a_japanese_story_fails_in_japanese(pytester: pytest.Pytester) -> None:
    told = run(
        pytester,
        """
        # language: ja
        機能: f
          @rule:code.leading-zeros
          シナリオ: 壊れた電話
            前提電話がある
            ならば壊れている
        """,
        "--lostphone-seed=7",
    )
    assert told[:5] == [
        "f.feature:6: 壊れた電話",
        "  ✓ 前提 電話がある",
        "  ✗ ならば 壊れている",
        "",
        "  要件",
    ]
    assert told[5].startswith("    code.leading-zeros: ")
    assert not told[5].isascii()
    assert "    assert (1 + 1) == 3" in told
    assert told[told.index("  再現") + 1] == "    lostphone run 'f.feature:4' --seed 7"


def test_an_exception_that_is_no_check_says_its_type_and_place(pytester: pytest.Pytester) -> None:
    told = run(pytester, "Feature: f\n @rule:no.such.rule\n Scenario: s\n  Then it explodes\n")
    assert "    ValueError: no such thing" in told
    assert any(line.startswith("    at conftest.py:") for line in told)
    assert any("there is no rule 'no.such.rule'" in line for line in told)


@pytest.mark.parametrize("arguments", [["-vv"], ["--tb=short"], ["--tb=long"]])
def test_a_traceback_is_there_for_whoever_asks(pytester: pytest.Pytester, arguments: list[str]) -> None:
    told = run(pytester, "Feature: f\n Scenario: s\n  Then it explodes\n", *arguments)
    assert any("conftest.py:" in line for line in told)
    assert any('raise ValueError("no such thing")' in line for line in told)


def test_the_text_survives_the_way_from_another_process(pytester: pytest.Pytester) -> None:
    pytester.makeconftest(CONFTEST)
    (pytester.path / "f.feature").write_text("Feature: f\n Scenario: s\n  Then it says so\n")
    result = pytester.runpytest_subprocess("f.feature", "-n", "1")
    result.stdout.fnmatch_lines(["f.feature:3: s", "  ✗ Then it says so", "*the screen is black"])


def test_what_a_shipped_sentence_saw_is_told_in_the_language_of_the_story(pytester: pytest.Pytester) -> None:
    pytester.makefile(
        ".feature",
        f=(
            "# language: ja\n機能: f\n  シナリオ: 空の一覧\n    前提 ミカはiPhoneを使っている\n"
            "    ならば ミカのiPhoneの一覧には3件のアカウントがある\n"
        ),
    )
    told = pytester.runpytest("f.feature").stdout.str()
    assert "  実際\n    ミカのiPhoneの一覧は3件のはずが、空である\n" in told
