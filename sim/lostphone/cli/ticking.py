"""A line that shows that something goes on: drawn over itself on a terminal, once a second at least."""

from __future__ import annotations

import shutil
import sys
import threading
from types import TracebackType
from typing import Self

from lostphone.base.interrupts import held

_EVERY_S = 1.0
#: What is said more often than this is not drawn each time.
_SELDOM_MS = 50


class Ticking:
    """Shows `text` and the seconds since it began on stderr until it is closed; only on a terminal."""

    def __init__(self, text: str = "") -> None:
        from lostphone.client.transport.real_time import now_ms

        self._now_ms = now_ms
        self._began_ms = self._drawn_ms = now_ms()
        self._text = text
        self._terminal = sys.stderr if sys.stderr.isatty() else None
        self._lock = threading.Lock()
        self._closed = threading.Event()
        if self._terminal is not None:
            self._draw()
            with held():
                threading.Thread(target=self._tick, daemon=True).start()

    def say(self, text: str) -> None:
        """Show that from now on."""
        self._text = text
        if self._now_ms() - self._drawn_ms >= _SELDOM_MS:
            self._draw()

    def close(self) -> None:
        """Wipe it away."""
        with self._lock:
            if self._terminal is not None and not self._closed.is_set():
                self._terminal.write("\r\x1b[K")
                self._terminal.flush()
            self._closed.set()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _tick(self) -> None:
        while not self._closed.wait(_EVERY_S):
            self._draw()

    def _draw(self) -> None:
        if self._terminal is None:
            return
        from rich.cells import set_cell_size

        self._drawn_ms = self._now_ms()
        passed_s = (self._drawn_ms - self._began_ms) // 1000
        width = shutil.get_terminal_size().columns
        line = set_cell_size(f"{passed_s} s: {self._text}", width - 1).rstrip()
        with self._lock:
            if not self._closed.is_set():
                self._terminal.write(f"\r\x1b[K{line}")
                self._terminal.flush()
