"""An output that is cut short, or goes nowhere, is told, with exit code 2: on a full disk, buffered or not."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

LOSTPHONE = [sys.executable, "-m", "lostphone"]
ACCOUNTS = str(Path(__file__).parents[2] / "docs" / "tutorial" / "accounts.txt")
WHATIF = ("whatif", ACCOUNTS, "--phone", "ios", "--lost", "2025-11-01", "--new", "ios")
CONFORMANCE = ("conformance", "--client", "reference", "--require", "core", "-k", "core.log")
JSON = (
    ("rules",),
    ("steps",),
    WHATIF,
    ("run", "--lang", "en", "-k", "core.log"),
    CONFORMANCE,
    ("mutants", "label-identity"),
    ("explore", "--runs", "1", "--seed", "1", "--faults", "none"),
)
FULL = Path("/dev/full")


def ran(
    tmp_path: Path,
    words: Sequence[str],
    unbuffered: bool,
    out: Path | None,
    before: Callable[[], None] | None = None,
) -> tuple[int, str]:
    with (out or tmp_path / "out.json").open("wb") as file:
        done = subprocess.run(
            [*LOSTPHONE, *words],
            cwd=tmp_path,
            stdout=file,
            stderr=subprocess.PIPE,
            preexec_fn=before,
            env={**os.environ, "PYTHONUNBUFFERED": "1" if unbuffered else ""},
            timeout=300,
            check=False,
        )
    return done.returncode, done.stderr.decode()


@pytest.mark.parametrize("unbuffered", [True, False])
@pytest.mark.parametrize("words", JSON, ids=lambda words: words[0])
def test_json_on_a_full_disk(tmp_path: Path, words: tuple[str, ...], unbuffered: bool) -> None:
    if not FULL.exists():
        pytest.skip("this system has no /dev/full")
    code, err = ran(tmp_path, [*words, "--format", "json"], unbuffered, FULL)
    assert (code, "the output cannot be written: No space left on device" in err) == (2, True), err
    assert "Exception ignored" not in err
    assert "Traceback" not in err


@pytest.mark.parametrize("unbuffered", [True, False])
@pytest.mark.parametrize("words", [("rules", "--format", "json"), ("rules",), ("steps",)], ids=" ".join)
def test_a_write_that_is_cut_short_is_noticed(
    tmp_path: Path, words: tuple[str, ...], unbuffered: bool
) -> None:
    def small_disk() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))

    code, err = ran(tmp_path, words, unbuffered, None, small_disk)
    assert (code, "the output cannot be written: File too large" in err) == (2, True), err
    assert (tmp_path / "out.json").stat().st_size == 8192


def test_what_is_unbuffered_is_whole_and_readable(tmp_path: Path) -> None:
    plain = ran(tmp_path, ["rules", "--format", "json"], False, tmp_path / "a")
    assert ran(tmp_path, ["rules", "--format", "json"], True, tmp_path / "b") == plain == (0, "")
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


@pytest.mark.parametrize(
    "words",
    [
        (*CONFORMANCE, "--report", "full.jsonl"),
        ("tell", "core.log.adding", "--save", "full.jsonl"),
        ("run", "--lang", "en", "-k", "core.log", "--junitxml", "full.jsonl"),
        ("site", "--out", "site", "--lang", "en", "--save-run", "full.jsonl"),
    ],
    ids=lambda words: words[0],
)
def test_a_file_that_cannot_be_written_is_named(tmp_path: Path, words: tuple[str, ...]) -> None:
    if not FULL.exists():
        pytest.skip("this system has no /dev/full")
    (tmp_path / "full.jsonl").symlink_to(FULL)
    code, err = ran(tmp_path, words, False, None)
    assert (code, "cannot be written: No space left on device" in err) == (2, True), err
