"""An alarm for a call into somebody's Python code that does not return: it is interrupted where it is.

A program is given up from outside; code of this process can only be interrupted by a signal. So this works
in the main thread of a system that has alarms, and wherever the code looks up now and then: in loops, while
it sleeps, and while it waits for a lock, a file or the network. Code that catches even this and goes on is
rung again, and in the end the process is ended with a word on stderr. Whoever has set an alarm of their own
keeps it, and whoever sits in a debugger is left in peace.

>>> Alarm(Limits()).ring(2_000, lambda: "in time")
'in time'
"""

from __future__ import annotations

import os
import signal
import sys
import sysconfig
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import NoReturn, TypeAlias, TypeVar

from lostphone.client.transport.limits import Limits
from lostphone.client.transport.real_time import now_ms

T = TypeVar("T")
#: Is told how long the call that begins may take, and 0 when it is over.
Watch: TypeAlias = Callable[[int], None]

#: A limit is so many ticks. Ticks that fall together are one: a machine that was too busy makes nobody late.
_TICKS = 4
#: After so many the process is ended; whoever watches it from outside does that first, after two limits.
_LAST_TICKS = 10
#: One that did not return once is waited for no longer than this from then on, or than so many times what
#: its slowest answer took: one that is slow and honest besides is not said to hang.
_KNOWN_MS = 1_000
_KNOWN_TIMES = 4
_SHOWN_FRAMES = 8
_OURS = str(Path(__file__).parents[1])
_NOT_THEIRS = (sysconfig.get_path("stdlib"), sysconfig.get_path("purelib"), _OURS, "<")


def nobody_watches(_limit_ms: int) -> None:
    """Nobody has to be told."""


class Late(BaseException):
    """The call did not return. `doing` is the function it was in, `where` its lines, innermost first."""

    def __init__(self, doing: str, where: str) -> None:
        super().__init__(doing)
        self.doing = doing
        self.where = where


class Alarm:
    """Rings for one client, in call after call. `watch` is told of each call, for an eye outside the process:
    of how many milliseconds it may take as it begins, and of 0 as it ends.
    """

    def __init__(self, limits: Limits, watch: Watch = nobody_watches) -> None:
        self.limits = limits
        self._watch = watch
        self._ticks = 0
        self._late: Late | None = None
        self._slowest_ms = 0

    def ring(self, limit_ms: int, act: Callable[[], T]) -> T:
        """What `act` gives; Late if it does not return in time, or not before it was interrupted."""
        self._watch(limit_ms)
        try:
            if not _can_ring():
                return act()
            began_ms = now_ms()
            answer = self._ring(limit_ms, act)
            self._slowest_ms = max(self._slowest_ms, now_ms() - began_ms)
            return answer
        finally:
            self._watch(0)

    def _ring(self, limit_ms: int, act: Callable[[], T]) -> T:
        self._ticks, late_before, self._late = 0, self._late, None
        known_ms = max(_KNOWN_MS, _KNOWN_TIMES * self._slowest_ms)
        tick_s = (limit_ms if late_before is None else min(limit_ms, known_ms)) / _TICKS / 1000
        signal.signal(signal.SIGALRM, self._tick)
        signal.setitimer(signal.ITIMER_REAL, tick_s, tick_s)
        try:
            try:
                answer = act()
            finally:
                self._ticks = -1
        finally:
            # Even if the alarm rang between the two.
            self._ticks = -1
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
            late, self._late = self._late, self._late or late_before
        if late is not None:
            raise late
        return answer

    def _tick(self, _number: int, frame: FrameType | None) -> None:
        on_the_way = frame is None or frame.f_code.co_filename == __file__
        if self._ticks < 0 or on_the_way or _debugged():
            return
        self._ticks += 1
        if self._ticks >= _LAST_TICKS:
            _end(frame)
        if self._ticks >= _TICKS:
            self._late = self._late or Late(*_place(frame))
            raise self._late


def _can_ring() -> bool:
    """Where there are alarms, in the thread that hears them, if nobody else waits for one."""
    return (
        hasattr(signal, "setitimer")
        and threading.current_thread() is threading.main_thread()
        and signal.getsignal(signal.SIGALRM) is signal.SIG_DFL
        and signal.getitimer(signal.ITIMER_REAL)[0] == 0
    )


def _debugged() -> bool:
    """Whether somebody steps through the code by hand."""
    bdb = sys.modules.get("bdb")
    return bdb is not None and isinstance(getattr(sys.gettrace(), "__self__", None), bdb.Bdb)


def _place(frame: FrameType | None) -> tuple[str, str]:
    """The function that somebody's code was in, and a line for each call that led to where it is."""
    inside: list[tuple[FrameType, int]] = []
    for one, line in traceback.walk_stack(frame):
        if one.f_code.co_filename == __file__:
            break
        inside.append((one, line))
    theirs = [one for one, _ in inside if not one.f_code.co_filename.startswith(_NOT_THEIRS)]
    code = (theirs or [one for one, _ in inside])[0].f_code
    while theirs and inside[0][0].f_code.co_filename.startswith(_OURS):
        # It called us, and we had not answered yet: how far we were tells nobody anything.
        del inside[0]
    lines = [f"{_file(one)}:{line} in {one.f_code.co_name}" for one, line in inside[:_SHOWN_FRAMES]]
    where = f"{code.co_qualname} ({Path(code.co_filename).name}:{code.co_firstlineno})"
    return where, "it was interrupted in\n" + "\n".join(lines)


def _file(frame: FrameType) -> str:
    return Path(frame.f_code.co_filename).name


def _end(frame: FrameType | None) -> NoReturn:
    """Nothing else helps: what was found so far is written already."""
    doing, _ = _place(frame)
    said = f"lostphone: the client does not return from {doing} and cannot be interrupted\n"
    os.write(2, said.encode())
    os._exit(1)
