"""The frozen wall clock, for code that reads `datetime.now()` or `time.time()` itself.

Our own code takes the time as an argument. An in-process client or a library may not: for those,
freezegun holds the process's clock at the time of the device that is about to run. It is started once
per run and then moved, which costs microseconds; starting it costs tens of milliseconds.

freezegun's own ignore list lets the real time through to any module whose name starts with `gi`,
`queue` or `threading`. The list here is exact: pytest's timer, so that test durations stay true, and
the channels to other processes, whose waits must be real: on a clock that stands still they never end.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

IGNORED_MODULES = ["_pytest.timing", "_pytest.runner", "execnet.", "xdist.", "multiprocessing.connection"]

# freezegun takes naive datetimes as UTC.
_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001


class FrozenClock:
    """A process-wide frozen clock. `start` and `stop` come in pairs; `move_to` only between them."""

    def __init__(self) -> None:
        self._freezer: Any = None
        self._factory: Any = None
        self._at_ms: int | None = None

    @property
    def running(self) -> bool:
        return self._factory is not None

    def start(self, at_ms: int) -> None:
        """Freeze the process's clock at `at_ms`."""
        if self.running:
            raise RuntimeError("the frozen clock is already running: stop it before starting it again")
        import freezegun

        freezegun.config.configure(default_ignore_list=IGNORED_MODULES)
        self._freezer = freezegun.freeze_time(to_naive_utc(at_ms))
        self._factory = self._freezer.start()
        self._at_ms = at_ms

    def move_to(self, at_ms: int) -> None:
        """Set the frozen clock; backwards is allowed, for devices differ in skew."""
        if at_ms != self._at_ms:
            self._factory.move_to(to_naive_utc(at_ms))
            self._at_ms = at_ms

    def stop(self) -> None:
        """Let the process's clock run again; harmless when it does already."""
        if self.running:
            self._freezer.stop()
            self._freezer = self._factory = self._at_ms = None

    def __enter__(self) -> FrozenClock:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()


def to_naive_utc(at_ms: int) -> datetime:
    """freezegun takes naive datetimes as UTC, and those fastest."""
    return _EPOCH + timedelta(milliseconds=at_ms)
