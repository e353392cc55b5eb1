"""`lostphone lint`: findings one a line, and the exit code that says whether there were any."""

from __future__ import annotations

from pathlib import Path

import pytest

from lostphone.cli import main


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_findings_are_printed_with_file_and_line(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.feature").write_text("Feature: a\n Scenario: s\n  When nobody says this\n  When c\n")
    Path("b.feature").write_text("Feature: b\n Scenario: [red]no steps[/red]\n")
    assert main(["lint", "."]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1] == "5 problems in 2 features"
    assert [line.split(": ")[0] for line in lines[:-1]] == [
        "a.feature:2",
        "a.feature:3",
        "a.feature:4",
        "a.feature:4",
        "b.feature:2",
    ]
    assert lines[4] == "b.feature:2: the scenario '[red]no steps[/red]' has no steps"


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
