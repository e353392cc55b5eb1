"""Small features as people write them, with the right answer of each."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from lostphone.cli import main
from lostphone.cli.pytest_run import Request
from lostphone.cli.selection import SelectedPath

CASES = Path(__file__).resolve().parents[1] / "cases"


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Path:
    """A copy of the case's folder, which is where we are."""
    folder = shutil.copytree(CASES / request.param, tmp_path / "case")
    monkeypatch.chdir(folder)
    return folder


def outcomes(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    main(["run", *arguments, "--format", "json"])
    return [f"{s['name']}: {s['outcome']}" for s in json.loads(capsys.readouterr().out)["scenarios"]]


FIRST, OTHER, THIRD = (f"Lost for the {n} time: passed" for n in ("first", "other", "third"))


@pytest.mark.parametrize("case", ["c03-markup-in-an-outline"], indirect=True)
def test_markup_that_is_no_column_stays(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert outcomes(capsys, "page.feature") == ["a page with river: passed"]
    assert main(["lint", "--no-sentences", "page.feature"]) == 0


@pytest.mark.parametrize("case", ["c04-line-of-a-feature-or-table"], indirect=True)
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (1, [FIRST, OTHER, THIRD]),
        (3, [FIRST, OTHER, THIRD]),
        (7, [FIRST, OTHER, THIRD]),
        (11, [FIRST, OTHER]),
        (12, [FIRST, OTHER]),
        (14, [OTHER]),
        (16, [THIRD]),
        (18, [THIRD]),
    ],
)
def test_a_line_plays_what_stands_there(
    case: Path, capsys: pytest.CaptureFixture[str], line: int, expected: list[str]
) -> None:
    assert outcomes(capsys, f"two.feature:{line}") == expected
    assert main(["tell", f"two.feature:{line}"]) == 0
    told = capsys.readouterr().out
    assert [f"{name}: passed" for name in told.splitlines() if name.startswith("Lost for")] == expected


@pytest.mark.parametrize("case", ["c04-line-of-a-feature-or-table"], indirect=True)
@pytest.mark.parametrize("command", ["run", "tell"])
@pytest.mark.parametrize("line", ["0", "19", "999999999"])
def test_a_line_that_is_not_there_is_a_mistake(
    case: Path, capsys: pytest.CaptureFixture[str], command: str, line: str
) -> None:
    assert main([command, f"two.feature:{line}"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == f"lostphone: two.feature: there is no line {line}; the file has 18 lines\n"


@pytest.mark.parametrize("case", ["c04-line-of-a-feature-or-table"], indirect=True)
def test_one_story_is_saved_and_no_more(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tell", "two.feature:11", "--save", "a.story"]) == 2
    assert "give one of the lines 13, 14" in capsys.readouterr().err
    assert not Path("a.story").exists()
    assert main(["tell", "two.feature:16", "--save", "a.story"]) == 0
    assert Path("a.story").exists()


@pytest.mark.parametrize("case", ["c06-a-scenario-without-then"], indirect=True)
def test_a_scenario_that_promises_nothing_is_found(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lint", "silent.feature"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "silent.feature:3: error: the scenario has no 'Then', so it promises nothing and always passes",
        "1 problem in 1 feature",
    ]


@pytest.mark.parametrize("case", ["c11-japanese-story-english-message"], indirect=True)
def test_a_japanese_story_is_spoken_of_in_japanese(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "unknown.feature"]) == 1
    lines = capsys.readouterr().out.splitlines()
    undefined = "「ミカは踊る」(もし)に当てはまる文がありません"
    assert lines[lines.index("  実際") + 1] == f"    {undefined}"
    for command in ("lint", "tell"):
        assert main([command, "unknown.feature"]) == 1
        assert undefined in capsys.readouterr().out


@pytest.mark.parametrize("case", ["c12-count-of-broken-files"], indirect=True)
@pytest.mark.parametrize("place", ["broken.feature", ".", "broken.feature:4"])
def test_a_broken_file_is_a_file(case: Path, capsys: pytest.CaptureFixture[str], place: str) -> None:
    assert main(["run", place]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("broken.feature:3:3: 'Scenrio:' is no keyword")
    assert lines[-2].startswith("0 scenarios, 1 file could not be read in ")
    assert lines[-1] == "0 passed, 0 failed"
    assert main(["run", place, "--format", "json"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert (report["scenarios"], report["failed"]) == ([], 0)
    assert [unread["file"] for unread in report["unread"]] == ["broken.feature"]


def test_nothing_that_fits_is_said_in_the_language_that_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("f.feature").write_text("# language: ja\n機能: f\n @slow\n シナリオ: s\n  ならば a\n", "utf-8")
    assert main(["run", "f.feature", "--lang", "ja", "--tags", "@slwo"]) == 2
    assert (
        "合うものはありません。@slwoの付いたシナリオはありません。@slowのことですか?"
        in capsys.readouterr().err
    )
    assert main(["run", "f.feature", "--lang", "ja", "--tags", "@a &&"]) == 2
    assert "代わりにand、or、not" in capsys.readouterr().err


def test_places_with_lines_are_as_they_were_typed() -> None:
    assert str(SelectedPath(Path("a.feature"), (3, 4))) == "a.feature:3:4"
    request = Request.of(
        [str(CASES / "c04-line-of-a-feature-or-table/two.feature:3")], None, None, None, None, None, 0
    )
    assert [place.lines for place in request.places] == [(3,)]
