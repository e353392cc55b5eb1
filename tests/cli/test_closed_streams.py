"""Standard output that nobody reads, or that is closed, is no fault of ours and none of the reader's."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

STORY = "core.codes.leading-zeros"
FOUND = Path(__file__).resolve().parents[2] / "docs/how-to/found/code-period-7.story"
ACCOUNTS = str(FOUND.parents[2] / "tutorial/accounts.txt")
PAGE = FOUND.parents[3] / "docs" / "reference" / "run.md"
COMMANDS = {
    "run": (["run", STORY], 0),
    "tell": (["tell", f"{STORY}#1"], 0),
    "conformance": (["conformance", "--client", "mutant:no-padding", STORY], 1),
    "conformance-json": (["conformance", "--client", "reference", STORY, "--format", "json"], 0),
    "explore": (["explore", "--runs", "1", "--seed", "1", "--out", "{out}"], 0),
    "replay": (["replay", str(FOUND)], 1),
    "steps": (["steps"], 0),
    "whatif": (
        ["whatif", ACCOUNTS, "--phone", "ios", "--lost", "2025-11-01", "--new", "ios", "--format", "json"],
        0,
    ),
}
LOSTPHONE = [sys.executable, "-m", "lostphone"]


def words(name: str, tmp_path: Path) -> tuple[list[str], int]:
    typed, code = COMMANDS[name]
    return [word.replace("{out}", str(tmp_path)) for word in typed], code


@pytest.mark.parametrize("name", COMMANDS)
def test_closed_outright_it_ends_as_if_it_were_read(name: str, tmp_path: Path) -> None:
    typed, code = words(name, tmp_path)
    shell = ["sh", "-c", 'exec "$@" >&-', "sh", *LOSTPHONE, *typed]
    done = subprocess.run(shell, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    assert done.returncode == code, done.stderr
    assert b"fault" not in done.stderr


@pytest.mark.parametrize("name", COMMANDS)
def test_a_reader_that_has_gone_ends_it_quietly(name: str, tmp_path: Path) -> None:
    typed, _ = words(name, tmp_path)
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run(
            [*LOSTPHONE, *typed], stdin=subprocess.DEVNULL, stdout=writer, stderr=subprocess.PIPE, check=False
        )
    finally:
        os.close(writer)
    assert done.returncode == 141, done.stderr
    assert b"fault" not in done.stderr
    assert b"Traceback" not in done.stderr


def test_the_three_cases_are_told() -> None:
    # The two above, and `test_output_that_cannot_be_written`.
    told = PAGE.read_text("utf-8")
    for case in (
        "an output that cannot be written (a full disk)",
        "| 141 | the reader of the output has gone, as in `lostphone steps | head -1`; no message |",
        "An output that was closed beforehand (`>&-`) is not wanted: the exit code is as usual.",
    ):
        assert case in told


def test_all_three_may_be_closed(tmp_path: Path) -> None:
    trace = tmp_path / "trace.jsonl"
    shell = [
        "sh",
        "-c",
        'exec "$@" <&- >&- 2>&-',
        "sh",
        *LOSTPHONE,
        "replay",
        str(FOUND),
        "--trace",
        str(trace),
    ]
    assert subprocess.run(shell, check=False).returncode == 1
    # Nothing of what was printed has ended up in the file.
    assert all(line.startswith(b'{"at_ms"') for line in trace.read_bytes().splitlines())
