"""A search that is killed keeps what it has counted, and one that goes on loses no failure."""

from __future__ import annotations

import itertools
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lostphone.explore import search as searching
from lostphone.explore.search import CannotGoOn, SearchProgress, earlier, search
from lostphone.explore.sweep import Chunk, SweepFailure, SweepPlan

FAULTY = "mutant:plaintext-by-default"


def killed(process: subprocess.Popen[bytes], folder: Path, number: signal.Signals) -> int:
    """Kill it once its state counts a run; its exit code."""
    for _ in range(1_200):
        try:
            if earlier(folder).runs:
                break
        except CannotGoOn:
            pass
        time.sleep(0.1)
    else:
        pytest.fail("the state never counted a run, though the search went on")
    assert process.poll() is None
    process.send_signal(number)
    return process.wait(60)


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGKILL, -9), (signal.SIGTERM, 143), (signal.SIGHUP, 143)], ids=str
)
def test_what_was_counted_is_there_after_a_kill(tmp_path: Path, number: signal.Signals, code: int) -> None:
    command = [
        sys.executable,
        "-m",
        "lostphone",
        "explore",
        "--seed",
        "1",
        "--seconds",
        "600",
        "--faults",
        "none",
    ]
    with subprocess.Popen(
        [*command, "--out", str(tmp_path)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        # A shell in the background, or nohup, may have had it ignored.
        preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_DFL),  # noqa: PLW1509  # no thread of ours runs here
    ) as process:
        assert killed(process, tmp_path, number) == code
    state = earlier(tmp_path)
    assert state.runs > 0
    assert state.actions > 0
    again = search(earlier(tmp_path), tmp_path, until_run=state.runs + 1)
    assert again.runs == state.runs + 1


def test_the_state_is_written_every_few_seconds_and_not_after_each_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [0]
    written: list[int] = []
    write = searching.write_file

    def clock() -> int:
        # Each look at it takes 100 ms.
        now[0] += 100
        return now[0]

    def counting(path: Path, content: bytes) -> None:
        written.append(now[0])
        write(path, content)

    monkeypatch.setattr(searching, "now_ms", clock)
    monkeypatch.setattr(searching, "write_file", counting)
    search(SearchProgress(SweepPlan("reference", 1, ())), tmp_path, until_run=60)
    gaps = [after - before for before, after in itertools.pairwise(written)]
    assert len(gaps) >= 3
    assert max(gaps) <= searching.KEEP_EVERY_MS + 200
    assert min(gaps[:-1]) >= searching.KEEP_EVERY_MS


def test_a_kill_while_the_second_of_two_failures_is_minimised_loses_neither(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both are in one chunk: a state that counts its runs must know both."""
    plan = SweepPlan(FAULTY, 1, ())
    whole = search(SearchProgress(plan), tmp_path / "whole", until_run=40)
    assert whole.findings
    failure = whole.findings[0]
    child = os.fork()
    if child == 0:
        minimised = searching.minimised
        calls = []

        def killing(*arguments: object) -> object:
            calls.append(1)
            if len(calls) == 2:
                os._exit(9)
            return minimised(*arguments)  # type: ignore[arg-type]

        def one_chunk(*arguments: object) -> object:
            joined = Chunk(0)
            for chunk in original(*arguments):  # type: ignore[arg-type]
                joined.runs += chunk.runs
                joined.actions += chunk.actions
                joined.failures += chunk.failures
            # As if the same were seen otherwise in a later run.
            first = joined.failures[0]
            other = SweepFailure(first.number + 1, other_judgement(first), first.recipe, first.actions)
            joined.failures.append(other)
            yield joined

        original = searching.chunks
        searching.minimised = killing  # type: ignore[assignment]
        searching.chunks = one_chunk  # type: ignore[assignment]
        try:
            search(SearchProgress(plan), tmp_path / "killed", until_run=40)
        finally:
            os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    state = earlier(tmp_path / "killed")
    assert state.runs == 0
    again = search(state, tmp_path / "killed", until_run=40)
    assert [one.judgement.key for one in again.findings] == [one.judgement.key for one in whole.findings]
    assert failure.judgement.key in [one.judgement.key for one in again.findings]


def other_judgement(failure: SweepFailure) -> object:
    import msgspec

    return msgspec.structs.replace(failure.judgement, oracle="another")
