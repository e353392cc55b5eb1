"""Scenarios are played on pytest-bdd's steps and fixtures, whatever these can do."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import dedent
from typing import TypeAlias

import pytest

pytest_plugins = ["pytester"]

Play: TypeAlias = Callable[..., pytest.RunResult]


@pytest.fixture
def play(pytester: pytest.Pytester) -> Play:
    def run(feature: str, conftest: str, *arguments: str) -> pytest.RunResult:
        pytester.makeconftest(
            "import pytest\nfrom pytest_bdd import given, parsers, then, when\n" + dedent(conftest)
        )
        (pytester.path / "f.feature").write_text(dedent(feature).lstrip(), encoding="utf-8")
        return pytester.runpytest("f.feature", *arguments)

    return run


def test_arguments_converters_and_target_fixtures(play: Play) -> None:
    play(
        """
        Feature: f
          Background:
            Given 3 apples
          Scenario: one
            When i eat  2 APPLES
            Then 1 is left
            And none of "pears" are left
        """,
        """
        @given(parsers.parse("{n:d} apples"), target_fixture="left")
        def _(n): return n
        @when(parsers.cfparse("I eat {n:d} apples"), target_fixture="left")
        def _(n, left): return left - n
        @then(parsers.re(r"(?P<n>\\d+) (is|are) left"), converters={"n": int})
        def _(n, left): assert n == left
        @then(parsers.parse("none of {what} are left"), converters={"what": lambda text: text.strip('"')})
        def _(what, left, extra=5): assert (what, left, extra) == ("pears", 1, 5)
        """,
    ).assert_outcomes(passed=1)


def test_fixtures_tables_doc_strings_and_yield_steps(play: Play) -> None:
    result = play(
        '''
        Feature: f
          Scenario: one
            Given a table
              | a | b |
              | 1 | 2 |
            And a text
              """
              some
                text
              """
            * opened
            Then seen
        ''',
        """
        @pytest.fixture
        def seen():
            seen = []
            yield seen
            print("torn down", seen)
        @pytest.fixture(autouse=True)
        def always(seen): seen.append("autouse")
        @given("a table")
        def _(datatable, seen): seen.append(datatable)
        @given("a text")
        def _(docstring, seen): seen.append(docstring)
        @given("opened")
        def _(seen):
            seen.append("open")
            yield
            seen.append("closed")
        @then("seen")
        def _(seen, request):
            assert seen == ["autouse", [["a", "b"], ["1", "2"]], "some\\n  text", "open"]
            assert request.node.name == "one"
        """,
        "-s",
    )
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["*torn down*'open', 'closed'*"])


def test_a_nearer_definition_hides_one_farther_away(pytester: pytest.Pytester) -> None:
    pytester.makeconftest(
        "from pytest_bdd import given\n@given('a')\ndef _(): raise AssertionError('far')\n"
        "@given('b')\ndef _(): pass\n"
    )
    near = pytester.mkdir("near")
    (near / "conftest.py").write_text("from pytest_bdd import given\n@given('a')\ndef _(): pass\n")
    for folder in (pytester.path, near):
        (folder / "f.feature").write_text("Feature: f\n Scenario: s\n  Given a\n  Given b\n")
    pytester.runpytest("near/f.feature", "f.feature").assert_outcomes(passed=1, failed=1)


@pytest.mark.parametrize(
    ("conftest", "complaint"),
    [
        ("@given('b')\ndef _(): pass", "no sentence fits given 'a'"),
        ("@when('a')\ndef _(): pass", "no sentence fits given 'a'"),
        (
            "@given('a')\ndef one(): pass\n@given(parsers.parse('{x}'))\ndef two(x): pass",
            "2 definitions fit 'a': 'a' (*conftest.py:3) and '{x}' (*conftest.py:5)*",
        ),
        ("@given('a')\nasync def _(): pass", "*conftest.py:3) is async: nobody would await it*"),
        (
            "@given('a')\nasync def _():\n    yield",
            "*conftest.py:3) is async: nobody would await it*",
        ),
        (
            "async def later(): pass\n@given('a')\ndef _(): return later()",
            "*conftest.py:4) returned a coroutine, which nobody would await",
        ),
        ("@given('a')\ndef _(datatable): pass", "the step needs a table below it"),
        (
            "@given('a')\ndef _(nothing): pass",
            "the step asks for the fixture 'nothing', and there is none here",
        ),
        (
            "@given(parsers.re('(?P<datatable>a)'))\ndef _(datatable): pass",
            "*has an argument called datatable, which is reserved*",
        ),
    ],
)
def test_steps_that_cannot_be_played_fail_and_say_why(play: Play, conftest: str, complaint: str) -> None:
    conftest = "played = []\n@given('first')\ndef _(): played.append(1)\n" + conftest
    result = play("Feature: f\n Scenario: s\n  Given a\n", conftest)
    complaint = complaint.replace("conftest.py:3", "conftest.py:6").replace("conftest.py:5", "conftest.py:8")
    complaint = complaint.replace("conftest.py:4", "conftest.py:7")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*happened", f"*{complaint}"])


def test_nothing_is_played_if_a_later_step_means_nothing(play: Play) -> None:
    result = play(
        "Feature: f\n Scenario: s\n  Given a\n  Given b\n", "@given('a')\ndef _(): print('PLAYED')\n", "-s"
    )
    result.assert_outcomes(failed=1)
    result.stdout.no_fnmatch_line("*PLAYED*")


def test_one_function_under_two_wordings_is_not_ambiguous(play: Play) -> None:
    conftest = "@given('a')\n@given(parsers.parse('{x:w}'))\ndef _(x=1): pass\n"
    play("Feature: f\n Scenario: s\n  Given a\n", conftest).assert_outcomes(passed=1)


def test_skip_and_xfail_tags_work_as_markers(play: Play) -> None:
    result = play(
        "Feature: f\n @skip\n Scenario: s\n  Given a\n @xfail\n Scenario: t\n  Given a\n",
        "@given('a')\ndef _(): assert 0\n",
        "--strict-markers",
    )
    result.assert_outcomes(skipped=1, xfailed=1)


def test_a_step_may_skip(play: Play) -> None:
    result = play("Feature: f\n Scenario: s\n  Given a\n", "@given('a')\ndef _(): pytest.skip('not here')\n")
    result.assert_outcomes(skipped=1)


def test_hooks_of_pytest_bdd_are_called_if_somebody_listens(play: Play) -> None:
    result = play(
        """
        Feature: f
          Background:
            Given a
          Rule: r
            Scenario Outline: s <n>
              When b <n>
              Examples:
                | n |
                | 1 |
                | 2 |
          Scenario: lost
            Given nowhere
        """,
        """
        @given("a")
        def _(): pass
        @when(parsers.parse("b {n:d}"))
        def _(n): assert n == 1
        def pytest_bdd_before_scenario(request, feature, scenario):
            print("SCENARIO", feature.name, scenario.name, request.node.name)
        def pytest_bdd_after_scenario(scenario): print("END", scenario.name)
        def pytest_bdd_before_step(step): print("STEP", step.keyword, step.name)
        def pytest_bdd_before_step_call(step_func_args): print("CALL", step_func_args)
        def pytest_bdd_after_step(step, step_func_args): print("AFTER", step.name)
        def pytest_bdd_step_error(step, exception): print("ERROR", step.name, type(exception).__name__)
        def pytest_bdd_step_func_lookup_error(step, exception): print("LOOKUP", step.name)
        """,
        "-s",
        "--cucumberjson=report.json",
    )
    result.assert_outcomes(passed=1, failed=2)
    words = ("SCENARIO", "STEP", "CALL", "AFTER", "ERROR", "LOOKUP", "END")
    told = [line[line.index(w) :] for line in result.outlines for w in words if f"{w} " in line]
    assert told[:8] == [
        "SCENARIO f s 1 s 1",
        "STEP Given a",
        "CALL {}",
        "AFTER a",
        "STEP When b 1",
        "CALL {'n': 1}",
        "AFTER b 1",
        "END s 1",
    ]
    assert "ERROR b 2 AssertionError" in told
    assert "LOOKUP nowhere" in told


def test_the_cucumber_report_of_pytest_bdd_is_written(play: Play, pytester: pytest.Pytester) -> None:
    play("Feature: f\n Scenario: s\n  Given a\n", "@given('a')\ndef _(): pass\n", "--cucumberjson=r.json")
    assert '"name": "s"' in (pytester.path / "r.json").read_text()


def test_tags_go_through_pytest_bdd_s_own_hook(play: Play) -> None:
    result = play(
        "Feature: f\n @todo\n Scenario: s\n  Given a\n",
        """
        @given("a")
        def _(): assert 0
        def pytest_bdd_apply_tag(tag, function):
            if tag == "todo":
                pytest.mark.skip(reason="not written")(function)
                return True
        """,
    )
    result.assert_outcomes(skipped=1)
