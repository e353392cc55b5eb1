"""One wire: lines out, lines in, and a log beside them, over file descriptors and within limits.

Nothing here waits for ever or keeps more than its limit: a client may write half a line, a megabyte
without a newline, or nothing; it may read nothing until the pipe is full, or fill its log while nobody
listens. POSIX only: on Windows a pipe cannot be waited for in this way.
"""

from __future__ import annotations

import os
import selectors
from typing import TYPE_CHECKING

from lostphone.client.transport.real_time import Patience
from lostphone.client.transport.tail import Tail
from lostphone.client.transport.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable

    from lostphone.client.transport.limits import Limits

_CHUNK_BYTES = 65_536
#: How long a client that no longer listens is given to say what it still has to say.
_DEAF_MS = 500
#: How much of a log is read after an answer; a client that writes more than that at once can wait.
_DRAIN_BYTES = 1_048_576


class Wire:
    """Reads from `reader`, writes to `writer`, keeps what comes from `log` (a third one, or None).

    `alive` says whether somebody can still write; the descriptors stay the property of whoever made them.
    """

    def __init__(
        self, reader: int, writer: int, log: int | None, limits: Limits, alive: Callable[[], bool]
    ) -> None:
        self.log = Tail(limits.stderr_bytes)
        self._limits = limits
        self._alive = alive
        self._reader, self._writer, self._log = reader, writer, log
        self._received = bytearray()
        self._searched = 0
        self._ended = False
        self._deaf = False
        self._selector = selectors.DefaultSelector()
        self._selector.register(reader, selectors.EVENT_READ)
        if log is not None:
            self._selector.register(log, selectors.EVENT_READ)
        for descriptor in (reader, writer, log):
            if descriptor is not None:
                os.set_blocking(descriptor, False)

    def send(self, line: bytes, patience: Patience) -> None:
        """Write a line, reading meanwhile; Trouble("hang") if it is not read, "flood" as in `receive`.

        Whether a client that is ending still takes a line is chance. So what it has said is heard to the end
        all the same, and that it is gone is told by `receive`.
        """
        left = memoryview(line + b"\n")
        with patience:
            while left and not self._deaf:
                try:
                    left = left[os.write(self._writer, left) :]
                except BlockingIOError:
                    self._wait_to_write(patience)
                except OSError:
                    self._deaf = True

    def receive(self, patience: Patience) -> bytes:
        """The next line, without its newline.

        Trouble: "hang", "crash" (the end came first), or "flood" (a line or a log that does not end).
        """
        if self._deaf:
            patience = Patience(_DEAF_MS)
        with patience:
            while (line := self._next_line()) is None:
                if self._ended:
                    raise Trouble("crash", self._how_it_stopped(), gone=True)
                self._wait(patience)
        return line

    def unasked(self) -> bytes | None:
        """What has come in although nobody asked, if anything has; Trouble("crash") at the end."""
        self._look()
        if self._received:
            return bytes(self._received)
        if self._ended:
            raise Trouble("crash", self._how_it_stopped(), gone=True)
        return None

    def drain_log(self) -> None:
        """Take in what the log holds by now, without waiting."""
        for _ in range(_DRAIN_BYTES // _CHUNK_BYTES):
            if self._log is None or not self._read_log():
                return

    def close(self) -> None:
        """Nothing is read any more: the descriptors may soon be somebody else's."""
        self._selector.close()
        self._log = None
        self._ended = True

    # Inside

    def _next_line(self) -> bytes | None:
        end = self._received.find(b"\n", self._searched)
        length = len(self._received) if end < 0 else end
        if length > self._limits.line_bytes:
            raise Trouble("flood", f"wrote a line of more than {self._limits.line_bytes} bytes")
        if end < 0:
            self._searched = length
            return None
        line = bytes(self._received[:end])
        del self._received[: end + 1]
        self._searched = 0
        return line

    def _wait(self, patience: Patience) -> None:
        try:
            slice_ms = patience.next_slice_ms()
        except Trouble as trouble:
            if self._deaf:
                raise Trouble("crash", "stopped listening", gone=True) from None
            if self._received:
                trouble.what += (
                    f"; it wrote {len(self._received)} bytes without the newline that ends a message"
                )
                if self._received.rstrip(b" ").endswith(b"\r"):
                    trouble.what += " (a carriage return alone ends none)"
            raise
        ready = self._selector.select(slice_ms / 1000)
        for key, _ in ready:
            self._read(key.fd)
        self._check_log()
        if not ready and not self._alive() and not self._look():
            # What the client wrote before its end is here; whoever still holds the wire open is another.
            self._ended = True

    def _wait_to_write(self, patience: Patience) -> None:
        try:
            slice_ms = patience.next_slice_ms()
        except Trouble as trouble:
            trouble.what = f"did not read its input within {patience.limit_ms / 1000:g} s"
            raise
        # A socket is one descriptor for both directions.
        writing = selectors.DefaultSelector()
        with writing:
            writing.register(self._writer, selectors.EVENT_WRITE)
            if self._log is not None:
                # A client that has to get rid of its log first must not wait for us.
                writing.register(self._log, selectors.EVENT_READ)
            writing.select(slice_ms / 1000)
        self._look()
        self._check_log()

    def _look(self) -> bool:
        ready = self._selector.select(0)
        for key, _ in ready:
            self._read(key.fd)
        return bool(ready)

    def _read(self, descriptor: int) -> None:
        if descriptor == self._log:
            self._read_log()
        elif len(self._received) <= self._limits.line_bytes:
            chunk = _read_some(descriptor)
            if chunk is not None:
                self._received += chunk
                if not chunk:
                    self._ended = True
                    self._selector.unregister(descriptor)

    def _read_log(self) -> bool:
        assert self._log is not None
        chunk = _read_some(self._log)
        if chunk:
            self.log.add(chunk)
        elif chunk is not None:
            self._selector.unregister(self._log)
            self._log = None
        return bool(chunk)

    def _check_log(self) -> None:
        limit = self._limits.scenario_bytes
        if self.log.added_bytes > limit:
            wrote = f"wrote more than {limit:,} bytes to its standard error"
            raise Trouble("flood", f"{wrote} and gave no answer")

    def _how_it_stopped(self) -> str:
        if self._received:
            return f"stopped in the middle of a message, after {len(self._received)} bytes of it"
        return "stopped"


def _read_some(descriptor: int) -> bytes | None:
    """Some bytes; none at all at the end; None when there is nothing to read yet."""
    try:
        return os.read(descriptor, _CHUNK_BYTES)
    except BlockingIOError:
        return None
    except OSError:
        return b""
