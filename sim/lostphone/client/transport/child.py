"""A client that is a program: started with pipes, in a process group of its own, and seen to its end.

Whatever the program does, nothing of it is left: what it started and did not end belongs to its group and
ends with it, and so it does when this process ends first, however that happens: see `guard`. A program
that leaves its group on purpose (a daemon) has left our care.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import weakref
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from lostphone.client.transport.guard import Guard
from lostphone.client.transport.limits import Limits
from lostphone.client.transport.real_time import now_ms, rest
from lostphone.client.transport.wire import Wire

_STEP_MS = 5
#: A killed process that does not go is waiting for a disk; nobody waits for it longer than this.
_REAP_MS = 5_000
#: How long a program whose output has ended is given to end, so that its exit code can be told.
_LAST_MS = 500


class NotStarted(OSError):
    """The program cannot be started; the message says why and what to do."""


class Child:
    """A running program. `command` is a list of words, of which no shell makes anything else."""

    def __init__(
        self,
        command: Sequence[str],
        limits: Limits,
        cwd: Path | None = None,
        env: dict[str, str] | None = None,
    ) -> None:
        self._limits = limits
        self._popen = _start(command, cwd, env)
        process, self._group = self._popen, self._popen.pid
        self._guard = Guard(self._group)
        stdin, stdout, stderr = _pipes(process)
        self.wire = Wire(stdout.fileno(), stdin.fileno(), stderr.fileno(), limits, self.alive)
        self._at_end = weakref.finalize(self, _abandon, process, self._guard, limits.stop_ms, os.getpid())

    @property
    def pid(self) -> int:
        """The process id, which is the id of the group too."""
        return self._group

    def alive(self) -> bool:
        """Whether the program itself still runs."""
        return _runs(self._popen)

    def how_it_ended(self) -> str:
        """For a sentence about a program whose output has ended: what became of it."""
        if not _wait_for_end(self._popen, _LAST_MS):
            return "closed its output and went on running"
        status = _status(self._popen)
        if status is None:
            return "ended"
        if status < 0:
            return f"was ended by the signal {_signal_name(-status)}"
        return f"ended with exit code {status}"

    def stop(self) -> str:
        """Let it end by itself, its input being closed; "" or what had to be done instead."""
        assert self._popen.stdin
        self._popen.stdin.close()
        ended = _wait_for_end(self._popen, self._limits.stop_ms)
        self.kill()
        return (
            "" if ended else f"did not end within {self._limits.stop_ms / 1000:g} s of the end of its input"
        )

    def kill(self) -> None:
        """End the program and everything in its group, kindly first; nothing to do the second time."""
        if self._at_end.detach() is not None:
            self.wire.drain_log()
            _end(self._popen, self._guard, self._limits.stop_ms)
            self.wire.drain_log()
            self.wire.close()
            _close(self._popen)


def _start(command: Sequence[str], cwd: Path | None, env: dict[str, str] | None) -> subprocess.Popen[bytes]:
    if os.name != "posix":
        raise NotStarted("programs are started on Linux and macOS only; here, let yours listen and use tcp:")
    path = None if env is None else env.get("PATH")
    if not command or shutil.which(command[0], path=path) is None:
        name = command[0] if command else ""
        raise NotStarted(f"there is no program '{name}': give its full path, or have it on the PATH")
    try:
        return subprocess.Popen(
            list(command),
            bufsize=0,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=cwd,
            env=env,
            start_new_session=True,
        )
    except OSError as error:
        raise NotStarted(f"'{command[0]}' does not start: {error.strerror}") from None


def _pipes(popen: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes], IO[bytes]]:
    """Its standard input, output and error."""
    stdin, stdout, stderr = popen.stdin, popen.stdout, popen.stderr
    assert stdin is not None
    assert stdout is not None
    assert stderr is not None
    return stdin, stdout, stderr


def _close(popen: subprocess.Popen[bytes]) -> None:
    for stream in _pipes(popen):
        stream.close()


def _abandon(popen: subprocess.Popen[bytes], guard: Guard, grace_ms: int, owner: int) -> None:
    """Nobody has ended the program, and nobody can any more."""
    # A fork of this process inherits the object and not the duty.
    if os.getpid() == owner:
        _end(popen, guard, grace_ms)
    guard.let_go()
    _close(popen)


def _end(popen: subprocess.Popen[bytes], guard: Guard, grace_ms: int) -> None:
    if popen.returncode is None and _runs(popen):
        _signal_group(popen.pid, signal.SIGTERM)
        _wait_for_end(popen, grace_ms)
    # The program has not been waited for yet, so its number still names its group and nobody else's.
    _signal_group(popen.pid, signal.SIGKILL)
    guard.dismiss()
    _reap(popen)


def _signal_group(group: int, number: signal.Signals) -> None:
    try:
        os.killpg(group, number)
    except (ProcessLookupError, PermissionError):
        # Nobody is left, or (on macOS) nobody but the dead.
        return


def _runs(popen: subprocess.Popen[bytes]) -> bool:
    """Whether the program runs; one that has ended is left to be waited for."""
    if popen.returncode is not None:
        return False
    if not hasattr(os, "waitid"):
        return popen.poll() is None
    try:
        return os.waitid(os.P_PID, popen.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None
    except ChildProcessError:
        return False


def _wait_for_end(popen: subprocess.Popen[bytes], limit_ms: int) -> bool:
    until_ms = now_ms() + limit_ms
    while _runs(popen):
        if now_ms() >= until_ms:
            return False
        rest(_STEP_MS)
    return True


def _status(popen: subprocess.Popen[bytes]) -> int | None:
    """The exit code, negative for a signal; the program stays to be waited for."""
    if popen.returncode is not None or not hasattr(os, "waitid"):
        return popen.poll()
    ended = os.waitid(os.P_PID, popen.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT)
    if ended is None:
        return None
    return ended.si_status if ended.si_code == os.CLD_EXITED else -ended.si_status


def _reap(popen: subprocess.Popen[bytes]) -> None:
    until_ms = now_ms() + _REAP_MS
    while popen.poll() is None and now_ms() < until_ms:
        rest(_STEP_MS)


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return str(number)
