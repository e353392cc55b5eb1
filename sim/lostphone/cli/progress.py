"""How far a run is, drawn over itself on a terminal and nowhere else."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from lostphone.conformance.attempt import Attempt


class Counter:
    """Counts on stderr until the end of the `with`; `text` has a hole `{done}` for the number."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._done = 0
        self._terminal = sys.stderr if sys.stderr.isatty() else None

    def one_more(self, note: str = "") -> None:
        """One more; `note` is what else is to be said."""
        self._done += 1
        if self._terminal is not None:
            self._terminal.write("\r" + self._text.format(done=self._done) + note)
            self._terminal.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._terminal is not None:
            self._terminal.write("\r\x1b[K")
            self._terminal.flush()


class ScenarioProgress(Counter):
    """Counts scenarios, and those that failed."""

    def __init__(self, total: int) -> None:
        super().__init__(f"{{done}}/{total} played")
        self._failed = 0

    def done(self, _number: int, attempt: Attempt) -> None:
        """One more."""
        self._failed += attempt.ending in ("fail", "error", "harness-error")
        self.one_more(f", {self._failed} failed" if self._failed else "")
