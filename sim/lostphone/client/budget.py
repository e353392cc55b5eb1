"""What a client may use up in one scenario, so that none makes a story endless or fills the memory.

Every budget is many times what an honest client needs, and each has a verdict of its own: see `Limits`.

>>> budget = Budget(Limits(wakes=2))
>>> budget.wake(), budget.wake()
(None, None)
>>> budget.wake()
Traceback (most recent call last):
    ...
lostphone.client.transport.trouble.Trouble: asked to be woken more than 2 times in one scenario
"""

from __future__ import annotations

from collections.abc import Mapping

from lostphone.client.port import Budgeted
from lostphone.client.transport.limits import Limits
from lostphone.client.transport.trouble import Trouble

#: What keeping one line of a log, a screen or an entry costs besides its text, in bytes.
KEPT_BYTES = 512

_WHAT: Mapping[Budgeted, str] = {
    "wakes": "asked to be woken more than {limit} times in one scenario",
    "calls": "made more than {limit} host calls in one scenario",
    "bytes": "logged, stored and sent more than {limit} bytes in one scenario",
    "time": "took more than {limit} s in one scenario",
}


class Budget:
    """Of one client. What is spent stays spent until `clear`, when another scenario begins."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self.clear()

    def clear(self) -> None:
        """Another scenario begins."""
        self._wakes = self._calls = self._bytes = self._time_ms = 0

    def wake(self) -> None:
        """The client asks to be woken; Trouble("wakes")."""
        self._wakes += 1
        if self._wakes > self._limits.wakes:
            raise _spent("wakes", self._limits.wakes)

    def call(self) -> None:
        """It calls its host; Trouble("calls")."""
        self._calls += 1
        if self._calls > self._limits.calls:
            raise _spent("calls", self._limits.calls)

    def sent(self, size_bytes: int) -> None:
        """It has sent a message, or something is kept of it; Trouble("bytes")."""
        self._bytes += size_bytes
        self.check()

    def logged(self, text: str) -> None:
        """A log is kept that it wrote beside the wire: `check` tells whether that was too much."""
        self._bytes += len(text) + KEPT_BYTES * (text.count("\n") + 1) if text else 0

    def took(self, time_ms: int) -> None:
        """It was waited for so long; Trouble("time"), once: what ends a scenario is asked all the same."""
        over_before = self._time_ms > self._limits.scenario_ms
        self._time_ms += time_ms
        if self._time_ms > self._limits.scenario_ms and not over_before:
            raise _spent("time", self._limits.scenario_ms // 1000)

    def check(self) -> None:
        """Trouble("bytes") if it has sent and logged too much by now."""
        if self._bytes > self._limits.scenario_bytes:
            raise _spent("bytes", self._limits.scenario_bytes)


def _spent(kind: Budgeted, limit: int) -> Trouble:
    return Trouble(kind, _WHAT[kind].format(limit=f"{limit:,}"), limit=limit)
