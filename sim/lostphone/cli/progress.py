"""How far a run is, drawn over itself on a terminal and nowhere else."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from lostphone.conformance.attempt import Attempt


class Progress:
    """Counts scenarios on stderr until the end of the `with`."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._played = 0
        self._failed = 0
        self._terminal = sys.stderr if sys.stderr.isatty() else None

    def done(self, _number: int, attempt: Attempt) -> None:
        """One more."""
        self._played += 1
        self._failed += attempt.ending in ("fail", "error", "harness-error")
        if self._terminal is not None:
            failed = f", {self._failed} failed" if self._failed else ""
            self._terminal.write(f"\r{self._played}/{self._total} played{failed}")
            self._terminal.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._terminal is not None:
            self._terminal.write("\r\x1b[K")
            self._terminal.flush()
