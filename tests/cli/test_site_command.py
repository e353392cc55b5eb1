"""`lostphone site`: what a person types, and what is said of mistakes."""

from pathlib import Path

import pytest

from lostphone.cli import main
from lostphone.site import recording


@pytest.fixture
def few(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A house with one feature in it, where the shipped ones are looked for."""
    root = tmp_path / "features"
    (root / "en").mkdir(parents=True)
    shipped = recording.features_root() / "en/core/log.feature"
    (root / "en" / "log.feature").write_bytes(shipped.read_bytes())
    monkeypatch.setattr(recording, "features_root", lambda: root)
    return root


def test_it_writes_keeps_and_says_where(
    few: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, kept = tmp_path / "site", tmp_path / "kept.run"
    assert main(["site", "--out", str(out), "--lang", "en", "--save-run", str(kept)]) == 0
    said = capsys.readouterr().out
    assert " MB" in said
    assert f"open {(out / 'index.html').as_uri()}" in said
    again = tmp_path / "again"
    assert main(["site", "--out", str(again), "--run", str(kept)]) == 0
    for path in out.rglob("*.html"):
        assert (again / path.relative_to(out)).read_bytes() == path.read_bytes()


def test_a_failed_story_is_a_finding(few: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = few / "en" / "log.feature"
    file.write_text(
        file.read_text().replace("Then ", "Then it is refused because there is no backup\n    And ", 1)
    )
    assert main(["site", "--out", str(tmp_path / "site"), "--lang", "en"]) == 1
    assert "✗ core.log" in capsys.readouterr().out


def test_a_report_in_lines_says_whose_it_is(
    few: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report, out = tmp_path / "some-file.jsonl", tmp_path / "site"
    asked = ["conformance", "--client", "reference", "--require", "core", "--report", str(report)]
    assert main([*asked, "core.codes.zeros-left-out"]) == 0
    building = ["site", "--out", str(out), "--lang", "en", "--report", str(report)]
    assert main(building) == 0
    page = (out / "en" / "matrix.html").read_text()
    assert "<th scope=col>reference " in page
    assert "some-file" not in page
    report.write_bytes(report.read_bytes()[:-2])
    capsys.readouterr()
    assert main(building) == 2
    assert "some-file.jsonl: " in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--out", "here"], "here is no site of Lostphone's"),
        (["--out", "new", "--lang", "fr"], "there are no stories in 'fr'"),
        (["--out", "new", "-n", "0"], "-n takes a number of processes"),
        (["--out", "new", "--run", "none"], "none cannot be read"),
        (["--out", "new", "--run", "here/notes"], "here/notes, line 1: this is no recorded run"),
        (["--out", "new", "--report", "here/notes"], "here/notes: notes is no report"),
        (["--out", "here/notes"], "is a file"),
        (["--out", "new", "--run", "here/notes", "--serve"], "--serve and --seed have no say"),
    ],
)
def test_mistakes_are_said_in_a_line(
    arguments: list[str],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("here").mkdir()
    Path("here/notes").write_text("mine")
    assert main(["site", *arguments]) == 2
    complained = capsys.readouterr().err
    assert said in complained
    assert len(complained.strip().splitlines()) == 1
    assert sorted(str(path) for path in Path().rglob("*")) == ["here", "here/notes"]


def test_a_feature_that_cannot_be_read_is_told(
    few: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (few / "en" / "bad.feature").write_text("Feature: X\n  Scenaro: Y\n    Given it is 1 May 2025\n")
    assert main(["site", "--out", str(tmp_path / "site"), "--lang", "en"]) == 2
    assert "bad.feature:" in capsys.readouterr().err
