"""`lostphone conformance`: what it prints, what it writes, how it ends."""

import json
import os
from pathlib import Path

import pytest

from lostphone.cli import main
from lostphone.conformance.reports import jsonl

ZEROS = "code.leading-zeros"
FAULTY = ["conformance", "--client", "mutant:no-padding", "--require", "core"]


def test_a_client_that_conforms(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["conformance", "--client", "reference", ZEROS]) == 0
    said = capsys.readouterr()
    assert "core@1: 1 of 1 requirements were tested and hold" in said.out
    assert said.out.endswith("it conforms\n")
    assert said.err == ""


def test_a_client_that_does_not(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*FAULTY, ZEROS]) == 1
    out = capsys.readouterr().out
    assert "✗ code.leading-zeros: fail in 4 of 5 scenarios" in out
    assert "What this protects your user from: One code in ten being refused for no visible reason." in out
    assert "should be 067959, and it is 67959" in out
    again = "lostphone conformance --client mutant:no-padding --require core@1 'core.codes.leading-zeros#1'"
    assert f"again: {again}" in out
    assert out.endswith("it does not conform\n")


def test_what_it_says_to_type_again_fails_again(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["conformance", "--client", "mutant:no-padding", "core.codes.leading-zeros#1"]) == 1
    assert "1 scenario, 1 verdict (one for each scenario and requirement): 1 fail" in capsys.readouterr().out


def test_json_has_this_shape_and_no_other(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*FAULTY, "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert list(found) == ["verdicts"]
    for row in found["verdicts"]:
        assert list(row) == ["requirement", "scenario", "verdict", "message"]
        assert all(isinstance(value, str) for value in row.values())
        assert bool(row["message"]) == (row["verdict"] != "pass")
    failed = {row["requirement"] for row in found["verdicts"] if row["verdict"] == "fail"}
    assert ZEROS in failed


def test_no_code_or_secret_of_the_world_is_in_a_verdict(capsys: pytest.CaptureFixture[str]) -> None:
    main(["conformance", "--client", "null", "--format", "json"])
    out = capsys.readouterr().out
    assert "otpauth://" not in out
    assert "GEZDGNBVGY3TQOJQ" not in out


def test_reports_are_written_beside_the_summary(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = ["r.jsonl", "r.xml", "r.md", "badge.json", "r.json", "r.ndjson"]
    reports = [word for name in names for word in ("--report", str(tmp_path / name))]
    assert main([*FAULTY, ZEROS, *reports]) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names)
    assert main([*FAULTY, ZEROS, "--format", "json"]) == 1
    assert capsys.readouterr().out.endswith((tmp_path / "r.json").read_text())
    assert jsonl.read((tmp_path / "r.jsonl").read_bytes()).footer.counts["fail"] == 4
    os.umask(mask := os.umask(0))
    assert (tmp_path / "r.md").stat().st_mode & 0o777 == 0o666 & ~mask


def test_expected_failures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "expected.toml"
    path.write_text("# ours\n")
    full = [*FAULTY, "--expected", str(path)]
    # What the update brings in has no reason yet, and fails until somebody gives one.
    assert main([*full, "--update-expected"]) == 1
    out = capsys.readouterr().out
    assert "it has no reason" in out
    text = path.read_text()
    assert text.startswith("# ours\n")
    path.write_text(
        text.replace('reason = ""', 'reason = "zeros come later"').replace(
            'link = ""', 'link = "https://example.org/1"'
        )
    )
    assert main(full) == 0
    out = capsys.readouterr().out
    assert "~ core.codes.leading-zeros#1: expected: zeros come later (https://example.org/1)" in out
    assert out.endswith("it conforms, but for what is expected\n")
    # Nothing is left to excuse: every entry is stale, and the run fails.
    assert main(["conformance", "--client", "reference", "--require", "core", "--expected", str(path)]) == 1
    assert "stale" in capsys.readouterr().out
    before = path.read_bytes()
    assert main([*full, "--update-expected"]) == 0
    assert path.read_bytes() == before


def test_an_update_refuses_a_part(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "expected.toml"
    path.write_text("")
    for part in ([ZEROS], ["-k", "zeros"], ["--tags", "@rule:code.counter"]):
        assert main([*FAULTY, "--expected", str(path), "--update-expected", *part]) == 2
        assert "needs the whole of the sets" in capsys.readouterr().err
    assert main([*FAULTY, "--update-expected"]) == 2
    assert path.read_text() == ""


def test_an_update_of_one_set_keeps_what_is_about_the_other(tmp_path: Path) -> None:
    path = tmp_path / "expected.toml"
    entry = '[[expected]]\nscenario = "ms.passkeys.stays-on-old"\nreason = "later"\nlink = "https://example.org"\n'
    path.write_text(entry)
    command = ["conformance", "--client", "reference", "--require", "core", "--expected", str(path)]
    assert main([*command, "--update-expected"]) == 0
    assert "ms.passkeys.stays-on-old" in path.read_text()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--client", "nobody"], "'nobody' names no client: write cmd:nobody for a program"),
        (["--client", "cmd:no-such-program-anywhere"], "there is no program 'no-such-program-anywhere'"),
        (["--client", "mutant:no-paddin"], "did you mean no-padding"),
        (["--client", "py:no_such_module:X"], "there is no module 'no_such_module'"),
        (["--client", "reference", "--require", "cor"], "no requirement set 'cor'"),
        (["--client", "reference", "code.leading-zeroes"], "did you mean code.leading-zeros"),
        (["--client", "reference", "--tags", "@a &&"], "--tags: "),
        (["--client", "reference", "-k", "no such words"], "is left to play"),
        (["--client", "reference", "-n", "many"], "-n takes a number or auto"),
        (["--client", "tcp:localhost:1", "-n", "2"], "talks to one host at a time"),
        (["--client", "reference", "--timeout", "0"], "--timeout takes a number of seconds"),
        (["--client", "reference", "--report", "r.txt"], "let its name end in"),
        (["--client", "reference", "--expected", "no-such-file.toml"], "cannot be read"),
        ([], "--client"),
    ],
)
def test_a_mistake_is_said_in_one_line(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["conformance", *arguments]) == 2
    err = capsys.readouterr().err
    assert said in err
    assert "Traceback" not in err


def test_our_own_fault_has_its_own_exit_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def broken(*_: object) -> None:
        raise LookupError("a shelf fell down")

    monkeypatch.setattr("lostphone.conformance.player.perform", broken)
    assert main(["conformance", "--client", "reference", ZEROS]) == 3
    assert "Lostphone is at fault in this run" in capsys.readouterr().out
    path = tmp_path / "expected.toml"
    path.write_text("")
    assert main(["conformance", "--client", "reference", "--expected", str(path), "--update-expected"]) == 2
    assert path.read_text() == ""
