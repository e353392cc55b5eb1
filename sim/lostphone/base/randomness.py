"""Named streams of pseudo-random numbers, all derived from one seed.

A stream is asked for by name, so that one more draw in one place leaves every other place as it was;
that is what keeps a saved story the same story after the code around it grows
(docs/explanation/design.md#the-same-seed-gives-the-same-story).

>>> Streams(7).named("site/GitHub").randrange(1000) == Streams(7).named("site/GitHub").randrange(1000)
True
>>> Streams(7).named("a").random() == Streams(7).named("b").random()
False
"""

from __future__ import annotations

import hashlib
import random
from typing import NamedTuple


class Redrawn(NamedTuple):
    """What is drawn anew in another world of the same seed: secrets, and chance as apps on a phone have it.

    The same numbers give the same world; 0 is the world of the seed itself.
    """

    secrets: int = 0
    chance: int = 0

    def of(self, name: str) -> int:
        """Which drawing a stream belongs to, by its name."""
        if name.startswith("device/"):
            return self.chance
        return self.secrets if name.startswith("site/") or name.endswith(("/codes", "/otp")) else 0


class Streams:
    """The streams of one world. `seed` is any integer; names are free text."""

    def __init__(self, seed: int, redrawn: Redrawn = Redrawn()) -> None:  # noqa: B008  # a constant
        self.seed = seed
        self._redrawn = redrawn
        self._streams: dict[str, random.Random] = {}

    def named(self, name: str) -> random.Random:
        """The stream of that name; the same object each time within one world."""
        stream = self._streams.get(name)
        if stream is None:
            again = self._redrawn.of(name)
            whole = f"{self.seed}\x00{name}\x00{again}" if again else f"{self.seed}\x00{name}"
            digest = hashlib.sha256(whole.encode()).digest()
            stream = self._streams[name] = random.Random(int.from_bytes(digest, "big"))
        return stream

    def take_bytes(self, name: str, count: int) -> bytes:
        """`count` bytes of the named stream."""
        return self.named(name).randbytes(count)
