"""Real time, for deadlines that must pass while the process's clock is frozen.

Under freezegun `time.monotonic` stands still, and with it every time-out of the standard library that is
computed from it. The system's own clock is read here instead; freezegun leaves it alone, which a test
holds. Nothing but supervision of other processes may use this: a story has no real time.
"""

from __future__ import annotations

import select
import time

from lostphone.client.transport.trouble import Trouble

#: A wait is cut into slices, so that somebody else's end is noticed soon.
SLICE_MS = 100
#: A slice that took longer than this was no wait for the client, but for this machine.
_STALL_MS = 5 * SLICE_MS

_NS_PER_MS = 1_000_000


def now_ms() -> int:
    """Milliseconds of a clock that only ever goes forward, whatever is frozen."""
    return time.clock_gettime_ns(time.CLOCK_MONOTONIC) // _NS_PER_MS


def rest(duration_ms: int) -> None:
    """Do nothing for that long."""
    select.select((), (), (), duration_ms / 1000)


class Patience:
    """How long somebody is waited for; time runs between `__enter__` and `__exit__`, as often as need be.

    Nobody is charged for a time in which this process did not run itself: a machine that slept, or was too
    busy, makes no client hang.
    """

    def __init__(self, limit_ms: int) -> None:
        self.limit_ms = limit_ms
        self._left_ms = limit_ms
        self._charged_at_ms = 0

    def next_slice_ms(self) -> int:
        """How long to wait now; Trouble("hang") when there is no time left."""
        self._charge()
        if self._left_ms <= 0:
            raise Trouble("hang", f"gave no answer within {self.limit_ms / 1000:g} s")
        return min(self._left_ms, SLICE_MS)

    @property
    def used_ms(self) -> int:
        """How long somebody has been waited for by now."""
        return self.limit_ms - self._left_ms

    def __enter__(self) -> Patience:
        self._charged_at_ms = now_ms()
        return self

    def __exit__(self, *_: object) -> None:
        self._charge()

    def _charge(self) -> None:
        at_ms = now_ms()
        self._left_ms -= min(at_ms - self._charged_at_ms, _STALL_MS)
        self._charged_at_ms = at_ms
