"""However Lostphone itself is ended, no client of it runs on, and nothing that a client has started."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from test_broken_clients import gone

#: A client that hangs at once, deaf to a kind word, with a child that does the same; each notes its number.
HANGS = """
import os, pathlib, signal, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
os.fork()
pathlib.Path(sys.argv[1], str(os.getpid())).touch()
time.sleep(600)
"""
#: The same in Lostphone's own worker.
HANGS_INSIDE = """
import os, pathlib, time
pathlib.Path({folder!r}, str(os.getpid())).touch()
time.sleep(600)
"""


@pytest.mark.parametrize(
    ("how", "workers"), [(signal.SIGTERM, 1), (signal.SIGTERM, 2), (signal.SIGKILL, 1), (signal.SIGKILL, 2)]
)
def test_a_hanging_program_and_its_child_end_with_lostphone(how: int, workers: int, tmp_path: Path) -> None:
    (tmp_path / "pids").mkdir()
    (tmp_path / "hangs.py").write_text(HANGS)
    client = f"cmd:{sys.executable} hangs.py pids"
    run, pids = started(tmp_path, client, workers, expected=2 * workers)
    run.send_signal(how)
    code = run.wait(60)
    assert code == (143 if how == signal.SIGTERM else -signal.SIGKILL)
    assert [pid for pid in pids if not gone(pid)] == []


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_a_hanging_class_ends_with_lostphone(how: int, tmp_path: Path) -> None:
    (tmp_path / "pids").mkdir()
    (tmp_path / "hangs_inside.py").write_text(HANGS_INSIDE.format(folder=str(tmp_path / "pids")))
    run, pids = started(tmp_path, "py:hangs_inside:Client", 1, expected=1)
    run.send_signal(how)
    run.wait(60)
    assert [pid for pid in pids if not gone(pid)] == []


def started(
    folder: Path, client: str, workers: int, expected: int
) -> tuple[subprocess.Popen[bytes], list[int]]:
    """A run of the suite on the client, once so many processes have noted their numbers."""
    words = ["-m", "lostphone", "conformance", "--client", client, "--require", "core", "-n", str(workers)]
    run = subprocess.Popen(
        [sys.executable, *words], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    for _ in range(1200):
        pids = [int(path.name) for path in (folder / "pids").iterdir()]
        if len(pids) >= expected:
            return run, pids
        time.sleep(0.05)
    run.kill()
    run.wait()
    raise AssertionError("the client was never started")
