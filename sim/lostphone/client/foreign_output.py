"""What a Python client prints while it is asked something: shown on stderr, and never as it came.

Its prints would be mixed with the answer of the command on stdout, which programs read, and may be hostile.
A client that writes to file descriptors of this process is not kept from it: it has the whole process.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO, cast

from lostphone.base.foreign_text import one_line


@contextmanager
def shown_on_stderr() -> Iterator[None]:
    """Inside, what is printed to stdout or stderr is escaped and bounded, line by line, on stderr."""
    before = sys.stdout, sys.stderr
    lines = _Shown(sys.stderr)
    shown = cast(TextIO, lines)
    sys.stdout = sys.stderr = shown
    try:
        yield
    finally:
        # What the client itself put in their place is its own.
        if sys.stdout is shown:
            sys.stdout = before[0]
        if sys.stderr is shown:
            sys.stderr = before[1]
        lines.end()


class _Shown(io.TextIOBase):
    """A text stream whose lines are shown on another. Its bytes may be written, too, as to sys.stdout."""

    encoding = "utf-8"

    def __init__(self, to: TextIO | None) -> None:
        self._to = to
        self._line = ""

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        *whole, self._line = (self._line + text).split("\n")
        for line in whole:
            self._say(line)
        return len(text)

    def end(self) -> None:
        """The rest of a line that was not ended."""
        if self._line:
            self._say(self._line)
            self._line = ""

    @property
    def buffer(self) -> io.RawIOBase:
        return _Bytes(self)

    def _say(self, line: str) -> None:
        if self._to is not None:
            self._to.write(one_line(line) + "\n")


class _Bytes(io.RawIOBase):
    def __init__(self, shown: _Shown) -> None:
        self._shown = shown

    def writable(self) -> bool:
        return True

    def write(self, content: bytes) -> int:  # type: ignore[override]
        self._shown.write(bytes(content).decode("utf-8", "backslashreplace"))
        return len(content)
