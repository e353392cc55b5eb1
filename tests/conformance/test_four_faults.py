"""A program that hangs, floods, writes garbage or dies: four verdicts in one report, and nothing left of it."""

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(__file__).with_name("four_faults.py")
NAMES = ("core.codes.leading-zeros", "core.codes.zeros-accepted")


def gone(pid: int) -> bool:
    """Whether that process is no more, or only waits to be forgotten by whoever adopted it."""
    try:
        os.kill(pid, 0)
        status = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (ProcessLookupError, FileNotFoundError):
        return True
    return status == "Z"


@pytest.mark.parametrize("workers", ["1", "2"])
def test_four_faults_are_four_verdicts(tmp_path: Path, workers: str) -> None:
    pids = tmp_path / "pids"
    client = "cmd:" + shlex.join([sys.executable, str(PROGRAM), str(pids)])
    done = subprocess.run(
        [
            *(sys.executable, "-m", "lostphone", "conformance", "--client", client, "--require", "core"),
            *("--timeout", "0.5", "--format", "json", "-n", workers, *NAMES),
        ],
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 1, done.stderr.decode()
    found = {row["scenario"]: row for row in json.loads(done.stdout)["verdicts"]}
    for scenario, kind in (
        ("core.codes.leading-zeros#1", "hang"),
        ("core.codes.leading-zeros#2", "flood"),
        ("core.codes.leading-zeros#3", "garbage"),
        ("core.codes.zeros-accepted", "crash"),
    ):
        assert found[scenario]["verdict"] == "error"
        assert f"the client broke ({kind})" in found[scenario]["message"]
    started = [int(pid) for pid in pids.read_text().split()]
    # One for each scenario, and a child of the one that hung.
    assert len(started) >= 5
    assert [pid for pid in started if not gone(pid)] == []
