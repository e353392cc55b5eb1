"""How a process that plays scenarios shows another one which call of the client is open, and until when.

Somebody's Python code may hear no alarm. The process that watches it sees each call by itself here: a client
may take its time over a scenario, and over no call in it.
"""

from __future__ import annotations

import ctypes
import multiprocessing
from typing import TypeAlias

from lostphone.client.transport.real_time import now_ms

Shared: TypeAlias = "ctypes.Array[ctypes.c_int64]"


class Pulse:
    """One for each process; passed on when it is started. The clock is the same in every process."""

    def __init__(self) -> None:
        # The limit of the call that is open, and when it began; a limit of 0 where none is.
        self._open: Shared = multiprocessing.get_context("spawn").RawArray(ctypes.c_int64, 2)

    def beat(self, limit_ms: int) -> None:
        """A call that may take so long begins; or it is over, which 0 says."""
        self._open[1] = now_ms()
        self._open[0] = limit_ms

    def overdue_ms(self, times: int) -> int:
        """The time that the open call was given, once it has taken so many times its limit; 0 before that."""
        limit_ms, began_ms = self._open
        late = limit_ms > 0 and now_ms() - began_ms >= times * limit_ms
        return times * limit_ms if late else 0
