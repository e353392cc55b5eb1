"""The end of a log that may be endless.

>>> tail = Tail(8)
>>> tail.add(b"first line\\nlast\\n")
>>> tail.take()
'… 11 bytes left out\\nlast\\n'
>>> tail.take()
''
"""

from __future__ import annotations

#: In a line whose beginning is lost, what stands after so much of it is no half of a secret.
WHOLE_AFTER_BYTES = 8_192


class Tail:
    """Keeps the last `limit_bytes` of what is added, from the beginning of a line.

    Of a line that is longer than that it keeps the end, without the first `WHOLE_AFTER_BYTES`.
    """

    def __init__(self, limit_bytes: int) -> None:
        self._limit_bytes = limit_bytes
        self._kept = bytearray()
        self._dropped_bytes = 0

    def add(self, chunk: bytes) -> None:
        """More of the log."""
        self._kept += chunk
        surplus = len(self._kept) - self._limit_bytes
        if surplus > 0:
            del self._kept[:surplus]
            self._dropped_bytes += surplus

    @property
    def added_bytes(self) -> int:
        """How much has been added since it began."""
        return len(self._kept) + self._dropped_bytes

    def take(self) -> str:
        """What is kept, as text; it begins afresh afterwards. Bytes that are no UTF-8 are written out."""
        kept, dropped_bytes = bytes(self._kept), self._dropped_bytes
        self._kept.clear()
        self._dropped_bytes = 0
        if dropped_bytes:
            # Half a line could be half a secret, which nobody would recognise.
            half, newline, whole = kept.partition(b"\n")
            if not newline:
                half, whole = kept[:WHOLE_AFTER_BYTES], kept[WHOLE_AFTER_BYTES:]
            dropped_bytes += len(half) + len(newline)
            return f"… {dropped_bytes} bytes left out\n{whole.decode('utf-8', 'backslashreplace')}"
        return kept.decode("utf-8", "backslashreplace")
