"""`lostphone run`: what it plays, what it prints, how it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

# Imported before a test replaces what they import.
import lostphone.gherkin.lint
import lostphone.gherkin.usage
from lostphone.cli import main

CONFTEST = """
from pytest_bdd import given, then, parsers

@given("a phone")
@given("電話がある")
def _(): print("NOISE ON STDOUT")

@then(parsers.parse("it has {n:d} bars"))
def _(n): assert n < 5
"""
ENGLISH = """
@slow
Feature: Phones
  @id:phones.bars @rule:code.digits
  Scenario: Bars
    Given a phone
    Then it has 3 bars

  @id:phones.rows
  Scenario Outline: Rows
    Then it has <n> bars
    Examples:
      | why  | n |
      | few  | 1 |
      | many | 9 |
"""
JAPANESE = """# language: ja
機能: 電話
  @id:phones.bars @rule:code.digits
  シナリオ: 電話の話
    前提電話がある
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "conftest.py").write_text(CONFTEST, encoding="utf-8")
    (tmp_path / "phones.feature").write_text(ENGLISH.lstrip(), encoding="utf-8")
    (tmp_path / "電話.feature").write_text(JAPANESE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    return tmp_path


def lostphone(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """In a process of its own: a run of pytest inside a run of pytest would share its modules."""
    return subprocess.run(
        [sys.executable, "-m", "lostphone.cli", *arguments],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        check=False,
    )


def outcomes(*arguments: str) -> dict[str, str]:
    result = lostphone("run", *arguments, "--format", "json")
    return {f"{s['language']}:{s['id']}": s["outcome"] for s in json.loads(result.stdout)["scenarios"]}


def test_text_says_what_failed_and_how_many_passed(folder: Path) -> None:
    result = lostphone("run", ".")
    lines = result.stdout.splitlines()
    assert result.returncode == 1
    assert lines[0] == "phones.feature:10: Rows [many]"
    assert "    lostphone run 'phones.feature:14'" in lines
    assert lines[-2].startswith("4 scenarios (3 in en, 1 in ja) in ")
    assert lines[-1] == "3 passed, 1 failed"
    assert "NOISE" not in result.stdout
    assert "\x1b" not in result.stdout
    assert result.stderr == ""


def test_one_scenario_is_one(folder: Path) -> None:
    lines = lostphone("run", ".", "-k", "Bars", "--lang", "en").stdout.splitlines()
    assert lines[-2].startswith("1 scenario (1 in en) in ")


def test_json_is_the_whole_of_stdout_and_the_same_however_many_play(folder: Path) -> None:
    alone, together = (lostphone("run", ".", "--format", "json", *more) for more in ((), ("-n", "2")))
    assert alone.stdout == together.stdout
    assert json.loads(alone.stdout) == {
        "passed": 3,
        "failed": 1,
        "skipped": 0,
        "xfailed": 0,
        "xpassed": 0,
        "unread": [],
        "scenarios": [
            {
                "id": "phones.bars",
                "name": "Bars",
                "language": "en",
                "outcome": "passed",
                "rules": ["code.digits"],
            },
            {"id": "phones.rows#1", "name": "Rows [few]", "language": "en", "outcome": "passed", "rules": []},
            {
                "id": "phones.rows#2",
                "name": "Rows [many]",
                "language": "en",
                "outcome": "failed",
                "rules": [],
            },
            {
                "id": "phones.bars",
                "name": "電話の話",
                "language": "ja",
                "outcome": "passed",
                "rules": ["code.digits"],
            },
        ],
    }


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["phones.feature:4"], ["en:phones.bars"]),
        (["phones.feature:13"], ["en:phones.rows#1"]),
        (["phones.feature:5:14", "電話.feature"], ["en:phones.bars", "en:phones.rows#2", "ja:phones.bars"]),
        ([".", "--lang", "ja"], ["ja:phones.bars"]),
        ([".", "--tags", "@slow and @id:phones.bars"], ["en:phones.bars"]),
        ([".", "--tags", "not slow"], ["ja:phones.bars"]),
        ([".", "-k", "電話の話"], ["ja:phones.bars"]),
    ],
)
def test_selections(folder: Path, arguments: list[str], expected: list[str]) -> None:
    assert list(outcomes(*arguments)) == expected


def test_a_feature_that_would_lose_a_scenario_fails_and_the_rest_is_played(folder: Path) -> None:
    (folder / "phones.feature").write_text(ENGLISH.lstrip().replace("Scenario: Bars", "Scenrio: Bars"))
    result = lostphone("run", ".", "--format", "json")
    report = json.loads(result.stdout)
    assert (result.returncode, report["passed"], report["failed"]) == (1, 1, 0)
    assert [scenario["language"] for scenario in report["scenarios"]] == ["ja"]
    [unread] = report["unread"]
    assert unread["file"] == "phones.feature"
    assert "phones.feature:4:3: 'Scenrio' starts no line" in unread["message"]
    for arguments in ((), ("-n", "2")):
        text = lostphone("run", ".", *arguments).stdout
        assert text.count("phones.feature:4:3: 'Scenrio' starts no line") == 1
        assert text.splitlines()[-2].startswith("1 scenario (1 in ja), 1 file could not be read in ")
        assert text.splitlines()[-1] == "1 passed, 0 failed"


def test_nothing_is_left_behind_and_a_report_only_where_asked(folder: Path) -> None:
    before = sorted(folder.iterdir())
    lostphone("run", ".", "-n", "1")
    assert sorted(folder.iterdir()) == before
    lostphone("run", ".", "--junitxml", "out/report.xml")
    assert "phones.bars" in (folder / "out" / "report.xml").read_text()


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["run", "phones.feture"], "there is no file, folder or scenario 'phones.feture'"),
        (["run", "features/nix.feature"], "no file, folder or scenario 'features/nix.feature'\n"),
        (["run", "f/nix.feature:3"], "lostphone: there is no file 'f/nix.feature'\n"),
        (["run", "f/nix.feature:x"], "lostphone: there is no file 'f/nix.feature'\n"),
        (["run", "phones.feature:x"], "'x' is no line number in 'phones.feature:x': write FILE:LINE"),
        (["run", "phones.feature:1:x"], "'1:x' is no line number"),
        (
            ["run", "features/*.feature"],
            "'features/*.feature': patterns are not taken, and the shell has not",
        ),
        (["run", "phone?.feature"], "'phone?.feature': patterns are not taken"),
        (["run", "en/core/[a-z].feature"], "'en/core/[a-z].feature': patterns are not taken"),
        (["steps", "DIR"], "lostphone: 'DIR' was not understood (lostphone --help"),
        (["steps", "a b", "c"], "lostphone: 'a b', 'c' were not understood (lostphone --help"),
        (["explore", "--resume", "a\x1bb"], "'a\\x1bb' was not understood: the folder is given with --out"),
        (["run", "found/a.story"], "is a saved story: `lostphone replay found/a.story` plays it"),
        (["run", "en/core/codes.feture"], "did you mean en/core/codes.feature"),
        (["run", ".", "--tags", "@slwo"], "none of the 4 scenarios in . fits --tags '@slwo'; *@slow?"),
        (["run", ".", "--tags", "@slow &&"], "--tags: '@slow &&': write and, or, not"),
        (["run", ".", "-k", "nowhere"], "none of the 4 scenarios in . fits -k 'nowhere'"),
        (["run", ".", "-n", "many"], "-n takes a number or auto, not 'many'"),
        (["run", ".", "--lang", "fr"], 'Invalid value "fr" for --lang'),
        (
            ["run", ".", "--client", "mutant:no-paddin"],
            "--client: there is no mutant 'no-paddin'; did you mean",
        ),
        (["run", "empty"], "there are no scenarios in empty"),
        (["rnu"], 'Unknown command "rnu". Did you mean "run"?'),
    ],
)
def test_mistakes_end_with_2_and_one_line(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], complaint: str
) -> None:
    (folder / "empty").mkdir()
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert len(captured.err.strip().splitlines()) == 1
    for part in complaint.split("*"):
        assert part in captured.err


def test_shipped_scenarios_run_from_any_folder_without_its_settings(folder: Path) -> None:
    (folder / "pytest.ini").write_text("[pytest]\naddopts = --no-such-option\n")
    (folder / "conftest.py").write_text("raise RuntimeError('not mine')\n")
    by_id = outcomes("core.codes.leading-zeros", "--lang", "en")
    assert by_id
    assert set(by_id.values()) == {"passed"}
    by_path = outcomes("en/core/codes.feature")
    assert by_id.items() <= by_path.items()


def test_own_features_run_where_plugins_are_not_loaded_by_themselves(folder: Path) -> None:
    result = lostphone("run", "phones.feature:4", PYTEST_DISABLE_PLUGIN_AUTOLOAD="1")
    assert result.stdout.splitlines()[-1] == "1 passed, 0 failed"


def test_our_own_fault_ends_with_3_and_shows_a_traceback_only_on_demand(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> None:
        raise RuntimeError("the house is on fire")

    monkeypatch.setattr("lostphone.gherkin.shipped.features_root", fail)
    assert main(["lint"]) == 3
    assert capsys.readouterr().err.splitlines() == [
        "lostphone: a fault of Lostphone's own: RuntimeError: the house is on fire",
        "lostphone: LOSTPHONE_DEBUG=1 shows the traceback",
    ]
    monkeypatch.setenv("LOSTPHONE_DEBUG", "1")
    with pytest.raises(RuntimeError):
        main(["lint"])


def test_an_interrupted_run_ends_with_130(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("lostphone.gherkin.shipped.features_root", stop)
    assert main(["lint"]) == 130
    assert capsys.readouterr().err == "lostphone: interrupted\n"


def test_help_imports_no_command() -> None:
    code = (
        "import sys; from lostphone.cli import main; main(['--help']);"
        "heavy = ('pytest', 'lostphone.cli.run', 'lostphone.gherkin', 'hypothesis', 'simpy', 'fido2', 'freezegun');"
        "print([name for name in heavy if name in sys.modules], file=sys.stderr)"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stderr.strip() == "[]"
    for name in ("run", "tell", "whatif", "replay", "rules", "steps", "lint"):
        assert f"│ {name} " in result.stdout


def test_a_reader_that_goes_away_is_no_error(folder: Path) -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    process = subprocess.run(
        [sys.executable, "-m", "lostphone.cli", "steps"],
        stdout=write_end,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(write_end)
    assert process.stderr == ""
    assert process.returncode == 141


def test_a_suite_that_turns_warnings_into_errors_is_played(folder: Path) -> None:
    (folder / "pyproject.toml").write_text('[tool.pytest.ini_options]\nfilterwarnings = ["error"]\n')
    done = subprocess.run(
        [sys.executable, "-m", "lostphone", "run", "phones.feature", "--tags", "not @id:phones.rows"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "1 passed, 0 failed" in done.stdout
