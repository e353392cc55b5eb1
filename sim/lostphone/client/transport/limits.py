"""How much a client may take and write before it counts as broken. All of it is generous, and finite."""

from __future__ import annotations

from typing import NamedTuple


class Limits(NamedTuple):
    """Times are real ones, spent waiting for the client; what Lostphone itself takes does not count.

    `start_ms` is for the first answer, since a program may have to warm up; `call_ms` for each later one;
    `stop_ms` for ending when asked to, and again for ending when told to by a signal. `line_bytes` bounds
    one message, `messages` what is written during one call (a log then: `scenario_bytes`), `stderr_bytes`
    what is kept of a log. After `starts` failed starts in a row no further one is tried.

    The budgets of a whole scenario: `wakes` it may ask for, host `calls` it may make, `scenario_bytes` it may
    log, store and send, `scenario_ms` it may be waited for (in this process its host calls included).
    """

    start_ms: int = 30_000
    call_ms: int = 10_000
    stop_ms: int = 1_000
    line_bytes: int = 1_048_576
    messages: int = 10_000
    stderr_bytes: int = 65_536
    starts: int = 3
    wakes: int = 100_000
    calls: int = 1_000_000
    scenario_bytes: int = 67_108_864
    scenario_ms: int = 1_800_000

    def within(self, timeout_ms: int | None) -> Limits:
        """The same, with so long for the start and for each answer; as it is where that is None.

        A scenario may take as many of the longer answers as it may take of the usual ones.
        """
        if timeout_ms is None:
            return self
        longer_ms = self.scenario_ms * timeout_ms // self.call_ms
        return self._replace(
            start_ms=timeout_ms, call_ms=timeout_ms, scenario_ms=max(self.scenario_ms, longer_ms)
        )
