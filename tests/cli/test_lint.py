"""`lostphone lint`: findings one a line, and the exit code that says whether there were any."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lostphone.cli import main


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_findings_are_printed_with_file_and_line(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.feature").write_text("Feature: a\n Scenario: s\n  When nobody says this\n  When c\n")
    Path("b.feature").write_text("Feature: b\n Scenario: [red]no steps[/red]\n")
    assert main(["lint", ".", "--style"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1] == "5 problems in 2 features"
    assert [line.split(": ")[0] for line in lines[:-1]] == [
        "a.feature:2",
        "a.feature:3",
        "a.feature:4",
        "a.feature:4",
        "b.feature:2",
    ]
    assert [line.split(": ")[1] for line in lines[:-1]] == ["error", "error", "style", "error", "error"]
    assert lines[4] == "b.feature:2: error: the scenario '[red]no steps[/red]' has no steps"


def test_steps_of_one_s_own_are_not_held_to_our_sentences(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.feature").write_text("Feature: a\n Scenario: s\n  Then nobody says this\n")
    assert main(["lint", "a.feature", "--no-sentences"]) == 0
    assert capsys.readouterr().out == "0 problems in 1 feature\n"


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [(["nowhere"], "there is no file or folder 'nowhere'"), (["."], "there are no .feature files in .")],
)
def test_mistakes_end_with_2(
    capsys: pytest.CaptureFixture[str], arguments: list[str], complaint: str
) -> None:
    assert main(["lint", *arguments]) == 2
    assert capsys.readouterr().err == f"lostphone: {complaint}\n"


SECOND_WHEN = (
    "Feature: a\n Scenario: s\n  When it is 3 March 2026\n  Then it succeeds\n  When it is 4 March 2026\n"
)


def test_style_is_held_to_where_it_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.feature").write_text(SECOND_WHEN)
    assert main(["lint", "a.feature"]) == 0
    assert capsys.readouterr().out == "0 problems in 1 feature\n"
    assert main(["lint", "a.feature", "--style"]) == 1
    assert capsys.readouterr().out.startswith("a.feature:5: style: a second 'When'")


def test_our_own_features_are_always_held_to_style(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("a.feature").write_text(SECOND_WHEN)
    monkeypatch.setattr("lostphone.gherkin.lint.features_root", Path.cwd)
    assert main(["lint", "a.feature"]) == 1
    printed = capsys.readouterr().out
    assert "style: a second 'When'" in printed
    assert "style: the scenario needs an id" in printed


def test_json_has_the_level(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.feature").write_text(SECOND_WHEN + "  Then pigs fly\n")
    assert main(["lint", "a.feature", "--style", "--format", "json"]) == 1
    printed = json.loads(capsys.readouterr().out)
    assert printed["features"] == 1
    assert [(one["line"], one["level"]) for one in printed["problems"]] == [(5, "style"), (6, "error")]
    assert printed["problems"][1]["message"] == "no sentence fits then 'pigs fly'"


def test_the_level_is_told_in_the_language_of_the_file(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.feature").write_text("# language: ja\n機能: f\n シナリオ: s\n  ならば ミカは踊る\n", "utf-8")
    assert main(["lint", "a.feature"]) == 1
    assert capsys.readouterr().out.startswith("a.feature:4: 誤り: 「ミカは踊る」(ならば)に")


OWN = """
from pytest_bdd import given, parsers, then

@then(parsers.parse("the trace has at least {count:d} happenings"))
def _(count): ...

@then("pigs fly")
def _(): ...

@given("two of a kind")
def _(): ...

@given(parsers.parse("two of a {kind}"))
def _(kind): ...
"""
OWN_STEPS = "Feature: a\n Scenario: s\n  Given {given}\n  Then {then}\n"


@pytest.mark.parametrize(
    ("given", "then", "told"),
    [
        ("it is 3 March 2026", "pigs fly", ""),
        ("it is 3 March 2026", "the trace has at least 3 happenings", ""),
        (
            "it is 3 March 2026",
            "pigs fry",
            "error: no sentence fits then 'pigs fry'; did you mean 'pigs fly'?",
        ),
        ("two of a kind", "pigs fly", "error: 2 definitions fit 'two of a kind'"),
        ("pigs fly", "pigs fly", "error: no sentence fits given 'pigs fly'"),
    ],
)
def test_steps_of_a_conftest_are_known(
    capsys: pytest.CaptureFixture[str], given: str, then: str, told: str
) -> None:
    Path("conftest.py").write_text(OWN)
    Path("a.feature").write_text(OWN_STEPS.format(given=given, then=then))
    assert main(["lint", "a.feature"]) == bool(told)
    assert told in capsys.readouterr().out


def test_a_third_language_has_the_steps_of_its_conftest(capsys: pytest.CaptureFixture[str]) -> None:
    Path("conftest.py").write_text(OWN)
    Path("a.feature").write_text(
        "# language: fr\nFonctionnalité: f\n Scénario: s\n  Alors pigs fly\n  Alors pigs fry\n", "utf-8"
    )
    assert main(["lint", "a.feature"]) == 1
    assert (
        "a.feature:5: error: no sentence fits then 'pigs fry'; did you mean 'pigs fly'?"
        in capsys.readouterr().out
    )


@pytest.mark.parametrize(
    "arguments", [["a.feature", "--no-sentences"], ["features/en/core", "--no-sentences"], []]
)
def test_nothing_is_executed_where_run_would_not(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    Path("conftest.py").write_text("raise SystemExit('executed')\n")
    Path("a.feature").write_text(OWN_STEPS.format(given="a", then="b"))
    core = Path("features/en/core")
    core.mkdir(parents=True)
    (core / "b.feature").write_text(OWN_STEPS.format(given="a", then="b"))
    assert main(["lint", *arguments]) == 0


def test_a_conftest_that_breaks_is_a_mistake_of_usage(capsys: pytest.CaptureFixture[str]) -> None:
    Path("conftest.py").write_text("import no_such_module\n")
    Path("a.feature").write_text(OWN_STEPS.format(given="a", then="b"))
    assert main(["lint", "a.feature"]) == 2
    assert "no_such_module" in capsys.readouterr().err
