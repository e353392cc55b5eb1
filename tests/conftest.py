"""What tests of several folders share: long commands, which are run once, and quick runs of pytest within tests."""

from __future__ import annotations

import fcntl
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import settings

# A test may not fail by luck: neither because the machine is busy, nor because of what is drawn today.
settings.register_profile("lostphone", deadline=None, derandomize=True)
settings.load_profile("lostphone")

#: Hypothesis's plugin for pytest takes longer to load than the few stories that are played within a test.
QUICK = "no:hypothesispytest"


class Ran(NamedTuple):
    """What came of a command, and the folder that it ran in, with what it left there."""

    folder: Path
    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Callable[[str], Ran]:
    """Runs a command in an empty folder: once, however many processes and tests ask for it."""
    own = tmp_path_factory.getbasetemp()
    root = own if worker_id == "master" else own.parent
    bin_folder = Path(sys.executable).parent

    def run(command: str) -> Ran:
        place = root / ("once-" + re.sub(r"\W+", "-", command))
        said = [place.with_suffix(f".{name}") for name in ("out", "err", "code")]
        with place.with_suffix(".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not said[-1].exists():
                place.mkdir(exist_ok=True)
                typed = shlex.split(command)
                done = subprocess.run(
                    [str(bin_folder / typed[0]), *typed[1:]],
                    cwd=place,
                    stdin=subprocess.DEVNULL,
                    capture_output=True,
                    encoding="utf-8",
                    timeout=600,
                    check=False,
                )
                for path, text in zip(said, (done.stdout, done.stderr, str(done.returncode)), strict=True):
                    path.write_text(text, "utf-8")
        out, err, code = (path.read_text("utf-8") for path in said)
        return Ran(place, int(code), out, err)

    return run


@pytest.fixture(autouse=True, scope="session")
def _quick_pytest_in_processes() -> None:
    """Here and not in the settings: the process that shares the tests out to others runs no fixture."""
    os.environ["PYTEST_ADDOPTS"] = f"-p {QUICK}"


@pytest.fixture
def pytester(pytester: pytest.Pytester) -> pytest.Pytester:
    """The one of pytest, which forgets that wish, and is told again."""
    pytester.plugins.append(QUICK)
    return pytester


#: The tests that `make test` leaves to `make test-all`, by function.
SLOW = Path(__file__).with_name("slow_tests.txt")


#: Fixtures that run long commands, or make a virtual environment with the wheel in it.
LONG = {"once", "installed"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the slow ones. The longest go first: a worker that is done takes small ones of the others."""
    slow = set(SLOW.read_text("utf-8").splitlines())
    for item in items:
        if item.nodeid.partition("[")[0] in slow or LONG & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.slow)
    items.sort(key=lambda item: not LONG & set(getattr(item, "fixturenames", ())))
