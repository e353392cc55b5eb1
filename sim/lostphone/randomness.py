"""Named streams of pseudo-random numbers, all derived from one seed.

A stream is asked for by name, so that one more draw in one place leaves every other place as it was;
that is what keeps a saved story the same story after the code around it grows (DESIGN decision 4).

>>> Streams(7).named("site/GitHub").randrange(1000) == Streams(7).named("site/GitHub").randrange(1000)
True
>>> Streams(7).named("a").random() == Streams(7).named("b").random()
False
"""

from __future__ import annotations

import hashlib
import random


class Streams:
    """The streams of one world. `seed` is any integer; names are free text."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self._streams: dict[str, random.Random] = {}

    def named(self, name: str) -> random.Random:
        """The stream of that name; the same object each time within one world."""
        stream = self._streams.get(name)
        if stream is None:
            digest = hashlib.sha256(f"{self.seed}\x00{name}".encode()).digest()
            stream = self._streams[name] = random.Random(int.from_bytes(digest, "big"))
        return stream

    def take_bytes(self, name: str, count: int) -> bytes:
        """`count` bytes of the named stream."""
        return self.named(name).randbytes(count)
