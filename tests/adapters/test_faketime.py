"""The library that fakes a clock is found without its wrapper, and what fails is told in its own words."""

import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from lostphone.client.adapters import faketime
from lostphone.client.adapters.program_run import run

SHARED = Path("/dev/shm")
NOON_MS = 1_772_539_200_000


@pytest.fixture(autouse=True)
def _asked_anew():
    faketime.find_library.cache_clear()
    faketime._try_once.cache_clear()
    yield
    faketime.find_library.cache_clear()
    faketime._try_once.cache_clear()


def test_without_the_library_a_sentence_says_what_to_install(monkeypatch) -> None:
    monkeypatch.setattr(faketime, "_candidates", lambda: iter([Path("/nowhere/libfaketime.so.1")]))
    assert "apt-get install faketime" in faketime.missing_faketime()


@pytest.mark.usefixtures("faketime")
def test_the_wrapper_is_not_needed(monkeypatch) -> None:
    monkeypatch.setattr(faketime, "which", lambda _name: None)
    assert faketime.missing_faketime() == ""


def test_a_library_that_does_not_fake_is_told_with_the_words_of_the_system(monkeypatch, tmp_path) -> None:
    broken = tmp_path / "libfaketime.so.1"
    broken.write_text("no library")
    monkeypatch.setattr(faketime, "_candidates", lambda: iter([broken]))
    said = faketime.missing_faketime()
    assert said.startswith(f"{broken} does not fake the clock of 'date': ")
    assert len(said) > len(f"{broken} does not fake the clock of 'date': ")


@pytest.mark.usefixtures("faketime")
@pytest.mark.skipif(not SHARED.is_dir(), reason="shared memory is no folder here")
def test_semaphores_left_over_by_earlier_processes_change_nothing(tmp_path) -> None:
    """Process ids come round again: each of the next ones finds the semaphore of an earlier process."""
    code = "import os, time; print(os.getpid(), time.time_ns() // 1_000_000)"
    for _ in range(10):
        left = leave_semaphores(300)
        try:
            pid, seen = run([sys.executable, "-c", code], tmp_path, NOON_MS, "UTC").out.split()
        finally:
            for path in left:
                path.unlink(missing_ok=True)
        assert int(seen) == NOON_MS
        if SHARED / f"sem.faketime_sem_{pid}" in left:
            return
    pytest.fail("in ten tries no process had an id for which a semaphore was left over")


def leave_semaphores(many: int) -> set[Path]:
    """One for each of the next process ids that has none, as a process that was killed leaves it."""
    first = int(subprocess.run(["sh", "-c", "echo $$"], capture_output=True, text=True, check=True).stdout)
    left: set[Path] = set()
    for ahead in range(many):
        path = SHARED / f"sem.faketime_sem_{first + ahead}"
        with suppress(FileExistsError), path.open("xb") as file:
            file.write(bytes(32))
            left.add(path)
    return left
