"""A text in the few normal forms in which any spelling of a secret is looked for.

Each form leaves out what may stand between the letters of a secret (spaces, hyphens, quotes, line ends) and
the ways in which the same letters can be written (case, alphabets), and keeps where each letter stood.

>>> [stream.content for stream in streams_of(b"gezd-GNBV") if stream.kind == "letters"]
[b'gezdgnbv']
"""

from __future__ import annotations

import string
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Literal, NamedTuple, Protocol, TypeAlias

from lostphone.base.leaks.layers import texts_in
from lostphone.base.leaks.numbers import Places, told_as_numbers

#: bytes: as they are. letters: letters and digits in lower case. sixty-four: letters of Base64. changes: by
#: what each byte differs from the next, which one fixed key for all bytes does not hide.
Kind: TypeAlias = Literal["bytes", "letters", "sixty-four", "xor", "sum"]

#: So many letters of a form tell where to look, and every so many letters of a text that is done.
WINDOW: dict[Kind, int] = {"bytes": 4, "letters": 7, "sixty-four": 6, "xor": 5, "sum": 5}
STEP: dict[Kind, int] = {"bytes": 2, "letters": 2, "sixty-four": 4, "xor": 5, "sum": 5}
#: Bytes that are text hold no secret, unless one that is text itself: then as a whole, or much of it.
TEXT_STEP = 5
_BINARY_STEP = 3
_BLOCK_BYTES = 4096

_ALNUM = (string.ascii_letters + string.digits).encode()
_NOT_ALNUM = bytes(byte for byte in range(256) if byte not in _ALNUM)
_SIXTY_FOUR = _ALNUM + b"+/-_"
_NOT_SIXTY_FOUR = bytes(byte for byte in range(256) if byte not in _SIXTY_FOUR)
LOWER = bytes.maketrans(string.ascii_uppercase.encode(), string.ascii_lowercase.encode())
STANDARD = bytes.maketrans(b"-_", b"+/")


class Placed(Protocol):
    """For each letter of a stream, from where to where it stood in the text."""

    def __getitem__(self, number: int, /) -> tuple[int, int]: ...


class Stream(NamedTuple):
    """A normal form. `places` gives, for each letter, from where to where it stood in the text."""

    kind: Kind
    content: bytes
    told: str
    places: Callable[[], Placed]
    step: int


def streams_of(content: bytes) -> Iterator[Stream]:
    """Every normal form of a text or of other bytes."""
    texts = list(texts_in(content))
    is_text = texts == [(0, content)]
    yield _stream("bytes", content, _Each, step=TEXT_STEP if is_text else _BINARY_STEP)
    whole = b"".join(text for _, text in texts)
    yield _stream("letters", whole.translate(LOWER, _NOT_ALNUM), lambda: _Kept(texts, _NOT_ALNUM))
    yield _stream(
        "sixty-four", whole.translate(STANDARD, _NOT_SIXTY_FOUR), lambda: _Kept(texts, _NOT_SIXTY_FOUR)
    )
    if not is_text:
        yield _stream("xor", xor_changes(content), _Each)
        yield _stream("sum", sum_changes(content), _Each)
    for at, text in texts:
        for told, numbers, where in told_as_numbers(text):
            yield _stream("bytes", numbers, partial(_shifted, at, len(text), len(numbers), where), told)


def _stream(
    kind: Kind, content: bytes, places: Callable[[], Placed], told: str = "", step: int = 0
) -> Stream:
    return Stream(kind, content, told, places, step or STEP[kind])


def _shifted(at: int, length: int, count: int, where: Places | None) -> Sequence[tuple[int, int]]:
    if where is None:
        return [(at, at + length)] * count
    return [(at + first, at + end) for first, end in where]


def xor_changes(content: bytes) -> bytes:
    """Each byte XOR the next, as one operation on one long number."""
    size = len(content) - 1
    if size < 1:
        return b""
    return (int.from_bytes(content[1:], "big") ^ int.from_bytes(content[:-1], "big")).to_bytes(size, "big")


def sum_changes(content: bytes) -> bytes:
    """Each byte less the one before, modulo 256, likewise: bit 7 of each byte keeps the bytes apart."""
    size = len(content) - 1
    if size < 1:
        return b""
    high = int.from_bytes(b"\x80" * size, "big")
    one, other = int.from_bytes(content[1:], "big"), int.from_bytes(content[:-1], "big")
    return (((one | high) - (other & ~high)) ^ ((one ^ ~other) & high)).to_bytes(size, "big")


class _Each:
    """Places of letters that all are where they were."""

    def __getitem__(self, number: int) -> tuple[int, int]:
        return number, number + 1


class _Kept:
    """Places of the letters that were kept of some texts. Counted in blocks, for few are asked for."""

    def __init__(self, texts: Sequence[tuple[int, bytes]], left_out: bytes) -> None:
        self._left_out = left_out
        self._blocks: list[tuple[int, bytes]] = []
        self._before: list[int] = []
        count = 0
        for start, text in texts:
            for at in range(0, len(text), _BLOCK_BYTES):
                block = text[at : at + _BLOCK_BYTES]
                self._blocks.append((start + at, block))
                self._before.append(count)
                count += len(block.translate(None, left_out))

    def __getitem__(self, number: int) -> tuple[int, int]:
        which = bisect_right(self._before, number) - 1
        start, block = self._blocks[which]
        left = number - self._before[which]
        for at, byte in enumerate(block, start):
            if byte not in self._left_out:
                if left == 0:
                    return at, at + 1
                left -= 1
        raise IndexError(number)
