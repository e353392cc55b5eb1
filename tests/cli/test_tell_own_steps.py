"""`lostphone tell` plays the steps of a project's conftest, as `lostphone run` does."""

from __future__ import annotations

from pathlib import Path

import pytest

from lostphone.cli import main

CONFTEST = """
import pytest
from pytest_bdd import given, parsers, then

@then(parsers.parse("the trace has at least {count:d} happenings"))
def _(story, count):
    assert len(story.world.trace) >= count, f"only {len(story.world.trace)}"

@given("pigs fly")
def _(): ...

@given("it is not for this client")
def _():
    pytest.skip("only for pigs")
"""
STORY = """Feature: Steps of one's own
  Scenario: A lost phone
    Given it is 14 November 2025
    And Mika uses an iPhone
    When Mika loses the iPhone
    Then the trace has at least {count} happenings
    And it succeeds
"""


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("conftest.py").write_text(CONFTEST)


def marks(out: str) -> str:
    return "".join(line[0] for line in out.splitlines() if line[:1] in ("✓", "✗", "·"))


def test_a_story_with_own_steps_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.feature").write_text(STORY.format(count=2))
    assert main(["tell", "a.feature:2", "--save", "a.story"]) == 0
    out = capsys.readouterr().out
    assert marks(out) == "✓✓✓✓✓"
    assert "Mika's iPhone signs in to iCloud" in out
    assert main(["replay", "a.story"]) == 0


def test_an_own_step_that_fails_says_why_and_ends_the_story(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.feature").write_text(STORY.format(count=900))
    assert main(["tell", "a.feature:2"]) == 1
    out = capsys.readouterr().out
    assert marks(out) == "✓✓✓✗·"
    assert "only " in out


def test_an_undefined_step_beside_own_ones_is_told_as_run_tells_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("a.feature").write_text("Feature: f\n Scenario: s\n  Given pigs fly\n  And pigs fry\n")
    said = "no sentence fits given 'pigs fry'; did you mean 'pigs fly'?"
    for command in ("tell", "run", "lint"):
        assert main([command, "a.feature"]) == 1
        assert said in capsys.readouterr().out
    assert main(["tell", "a.feature"]) == 1
    assert marks(capsys.readouterr().out) == "·✗"


def test_a_story_without_a_story_and_one_that_is_skipped(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.feature").write_text(
        "Feature: f\n Scenario: s\n  Given pigs fly\n  And it is not for this client\n"
    )
    assert main(["tell", "a.feature"]) == 0
    out = capsys.readouterr().out
    assert marks(out) == "✓·"
    assert "only for pigs" in out


def test_a_row_of_an_outline_is_told_alone(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.feature").write_text(
        "Feature: f\n Scenario Outline: s\n  Given pigs fly\n  And it is <day>\n"
        "  Examples:\n   | day |\n   | 1 March 2026 |\n   | 2 March 2026 |\n"
    )
    assert main(["tell", "a.feature:8"]) == 0
    out = capsys.readouterr().out
    assert "2 March 2026" in out
    assert "1 March 2026" not in out
