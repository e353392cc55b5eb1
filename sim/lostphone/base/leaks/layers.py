"""What is in a blob when all that is packed, spelled or escaped in it is taken out, again and again.

Bounded in depth, in bytes and in the number of layers, so a bomb costs no more than a blob of that size.

>>> import base64, gzip
>>> packed = base64.b64encode(gzip.compress(b"twelve letters, twelve letters"))
>>> [layer.how for layer in layers_of(b'{"data": "' + packed + b'"}') if layer.content.startswith(b"twelve")]
['gzip in Base64']
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from lostphone.base.leaks.escaped import unescaped, widened
from lostphone.base.leaks.numbers import told_as_numbers
from lostphone.base.leaks.packed import begins, inflated, reads
from lostphone.base.leaks.spelled import spelled
from lostphone.base.leaks.worded import worded

MOST_DEPTH = 6
MOST_LAYERS = 160
#: So many bytes more than twice the blob itself are unpacked.
MOST_BYTES = 1 << 20
#: Larger blobs are taken apart again when they are looked at again.
_KEPT_BYTES = 1 << 16
#: Shorter contents say nothing.
_LEAST_BYTES = 5
#: Nothing that is spelled or escaped is shorter.
_LEAST_TEXT_BYTES = 12
#: Nor is anything that is packed.
_LEAST_PACKED_BYTES = 16
_NOT_TEXT = bytes(byte for byte in range(256) if not (0x20 <= byte < 0x7F or 9 <= byte <= 13))
_TEXT = re.compile(rb"[\t\n\v\f\r\x20-\x7e]{7,}")


class Layer(NamedTuple):
    """Some contents; `how` they were packed ("" for the blob itself), and from where to where in the blob."""

    content: bytes
    how: str
    at: int
    end: int


def layers_of(blob: bytes) -> Iterator[Layer]:
    """The blob itself, and everything that is in it."""
    return iter(_kept_layers(blob)) if len(blob) <= _KEPT_BYTES else _layers(blob)


@lru_cache(maxsize=8)
def _kept_layers(blob: bytes) -> tuple[Layer, ...]:
    """A blob in which something is found is taken apart twice."""
    return tuple(_layers(blob))


def _layers(blob: bytes) -> Iterator[Layer]:
    root = Layer(blob, "", 0, len(blob))
    yield root
    waiting, seen, left = [(root, 0)], {blob}, MOST_BYTES + 2 * len(blob)
    while waiting:
        outer, depth = waiting.pop(0)
        if depth == MOST_DEPTH:
            continue
        for how, at, end, content in _taken_out(outer.content):
            if len(content) < _LEAST_BYTES or content in seen:
                continue
            left -= len(content)
            if left < 0 or len(seen) > MOST_LAYERS:
                return
            seen.add(content)
            inner = Layer(content, f"{how} in {outer.how}" if outer.how else how, *_span(outer, at, end))
            yield inner
            waiting.append((inner, depth + 1))


def texts_in(content: bytes) -> Iterator[tuple[int, bytes]]:
    """The parts of it that are text, with their places; all of it where nearly all of it is."""
    if len(content.translate(None, _NOT_TEXT)) * 10 >= len(content) * 9 or is_utf8(content):
        yield 0, content
    else:
        yield from ((found.start(), found[0]) for found in _TEXT.finditer(content))


def is_utf8(content: bytes) -> bool:
    """Whether these bytes are text in UTF-8, which nothing is that is packed."""
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def _span(outer: Layer, at: int, end: int) -> tuple[int, int]:
    return (outer.at, outer.end) if outer.how else (at, end)


def _taken_out(content: bytes) -> Iterator[tuple[str, int, int, bytes]]:
    for how, at, found in inflated(content):
        yield how, at, len(content), found
    for how, found in widened(content):
        yield how, 0, len(content), found
    for at, text in texts_in(content):
        if len(text) < _LEAST_TEXT_BYTES:
            continue
        for how, found in itertools.chain(unescaped(text), worded(text)):
            yield how, at, at + len(text), found
        for how, first, end, found in spelled(text):
            yield how, at + first, at + end, found
        for how, found, _ in told_as_numbers(text):
            # The numbers themselves are looked through where they stand; here is what they unpack to.
            if len(found) >= _LEAST_PACKED_BYTES and (reads(found) or begins(found)):
                yield how, at, at + len(text), found
