"""Runs a real program once, at a time that is not ours, and never waits for it longer than it may take.

The clock that the program reads is faked by libfaketime, and stands still; only its monotonic clock is real,
for a program may time itself. Our own deadline is real too, whatever is frozen in this process. What the
program writes goes to files without names, so that one that writes and never reads cannot block.
"""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, NamedTuple

from lostphone.client.adapters.faketime import loading
from lostphone.client.port import ClientBroke
from lostphone.client.transport.limits import Limits
from lostphone.client.transport.real_time import now_ms, rest

_STEP_MS = 2


class Ended(NamedTuple):
    """How a program ended: what it said of itself (`exit_code`), and what it wrote."""

    exit_code: int
    out: str
    err: str

    @property
    def ok(self) -> bool:
        """Whether it says that it went well, which need not be true."""
        return self.exit_code == 0


def run(
    command: Sequence[str],
    folder: Path,
    at_ms: int,
    time_zone: str,
    typed: bytes = b"",
    environment: Mapping[str, str] | None = None,
    limits: Limits | None = None,
) -> Ended:
    """Run `command` in `folder` at `at_ms` (milliseconds since the epoch), and wait for its end.

    `typed` is its standard input. It sees no variable of ours but PATH. ClientBroke when it is ended by a
    signal ("crash"), does not end in time ("hang") or writes too much ("flood"); nothing of it is left then.
    """
    limits = limits or Limits()
    with tempfile.TemporaryFile() as said, tempfile.TemporaryFile() as complained:
        with tempfile.TemporaryFile() as given:
            given.write(typed)
            given.seek(0)
            process = subprocess.Popen(
                list(command),
                cwd=folder,
                env=_environment(folder, at_ms, time_zone, environment or {}),
                stdin=given,
                stdout=said,
                stderr=complained,
                start_new_session=True,
            )
        try:
            _wait(process, Path(command[0]).name, (said, complained), limits)
        finally:
            _leave_nothing(process)
        return Ended(process.returncode, _text(said), _text(complained))


def _environment(folder: Path, at_ms: int, time_zone: str, more: Mapping[str, str]) -> dict[str, str]:
    seconds, thousandths = divmod(at_ms, 1000)
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(folder),
        "LC_ALL": "C.UTF-8",
        "TZ": time_zone,
        **loading(f"{seconds}.{thousandths:03d}"),
        **more,
    }


def _wait(
    process: subprocess.Popen[bytes], name: str, written: tuple[IO[bytes], ...], limits: Limits
) -> None:
    until_ms = now_ms() + limits.call_ms
    while process.poll() is None:
        if now_ms() >= until_ms:
            raise ClientBroke("hang", f"{name} has not ended within {limits.call_ms / 1000:g} s")
        if any(os.fstat(file.fileno()).st_size > limits.line_bytes for file in written):
            raise ClientBroke("flood", f"{name} has written more than {limits.line_bytes} bytes")
        rest(_STEP_MS)
    if process.returncode < 0:
        raise ClientBroke("crash", f"{name} was ended by {signal.Signals(-process.returncode).name}")


def _leave_nothing(process: subprocess.Popen[bytes]) -> None:
    """End whatever it has started and not ended; the group is named after it, and outlives it."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    while process.poll() is None:
        rest(_STEP_MS)
    # Only a program that ends in an orderly way removes what libfaketime shares between its processes.
    for shared in ("faketime_shm", "sem.faketime_sem"):
        Path(f"/dev/shm/{shared}_{process.pid}").unlink(missing_ok=True)


def _text(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode(errors="replace")
