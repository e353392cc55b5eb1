"""What the tests of the site share: things that take a while to make."""

import fcntl
import subprocess
import sys
from pathlib import Path

import pytest

from lostphone.site.live.answers import Stretch, every_answer


@pytest.fixture(scope="session")
def answers() -> dict[str, list[Stretch]]:
    return every_answer()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A whole site in both languages, built once however many processes test."""
    own = tmp_path_factory.getbasetemp()
    folder = (own if worker_id == "master" else own.parent) / "whole-site"
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            command = [sys.executable, "-m", "lostphone", "site", "--out", str(folder), "-n", "2"]
            done = subprocess.run(command, capture_output=True, timeout=300, check=False)
            assert done.returncode == 0, done.stderr.decode()
    return folder
