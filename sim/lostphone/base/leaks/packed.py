"""Packed data inside other data: zlib, deflate, gzip, bzip2, LZMA, xz and zip, inflated within a bound.

Compressed data is met by its first bytes, wherever it begins. Raw deflate has none: it is tried at the
beginning alone, and after a header of a few bytes.

>>> import zlib
>>> [content for _, _, content in inflated(b"head" + zlib.compress(b"twelve letters, twelve"), 100)]
[b'twelve letters, twelve']
"""

from __future__ import annotations

import bz2
import contextlib
import itertools
import lzma
import struct
import zlib
from collections.abc import Callable, Iterator
from typing import Any

_NOT_PRINTABLE = bytes(byte for byte in range(256) if not (0x20 <= byte < 0x7F or byte in b"\t\r\n"))
#: What is inflated from one place ends here: no secret is this long.
MOST_BYTES = 1 << 18
#: In so many places of one text something is tried to be inflated.
_MOST_PLACES = 64
#: A header before raw deflate is at most so long.
_HEADER_BYTES = 12
#: From this length on data may have a header.
_HEADED_BYTES = 64
#: Shorter results say nothing: a few bytes are valid deflate by chance.
_LEAST_BYTES = 8

#: The two bytes that begin zlib data, for every size of window that is met and every level.
_ZLIB = tuple(
    bytes([first, second])
    for first in (0x78, 0x68, 0x58, 0x48)
    for second in range(256)
    if (first * 256 + second) % 31 == 0 and not second & 0x20
)
_MAGIC = {
    "gzip": b"\x1f\x8b\x08",
    "bzip2": b"1AY&SY",
    "xz": b"\xfd7zXZ\x00",
    "LZMA": b"\x5d\x00\x00",
    "zip": b"PK\x03\x04",
}
_ZIP_HEADER_BYTES = 30
_ZIP_LENGTHS = struct.Struct("<HH")


def inflated(content: bytes, most: int = MOST_BYTES) -> Iterator[tuple[str, int, bytes]]:
    """What is packed in it: the name of the packing, where it begins, and at most `most` bytes of it."""
    if content.isascii():
        # Nothing that is packed is.
        return
    for name, at in itertools.islice(_begins(content), _MOST_PLACES):
        start = at
        if name == "zip":
            start += _ZIP_HEADER_BYTES + sum(_ZIP_LENGTHS.unpack(content[at + 26 : at + 30].ljust(4, b"\0")))
        out = _opened(_OPENERS[name], content[start:], most)
        if len(out) >= _LEAST_BYTES:
            yield name, at, out
    # A text is not deflated.
    if not reads(content):
        yield from _deflated(content, most)


def begins(content: bytes) -> bool:
    """Whether something packed begins at its beginning."""
    return content.startswith((*_ZLIB, *_MAGIC.values(), b"BZh"))


def _begins(content: bytes) -> Iterator[tuple[str, int]]:
    """Where something may begin, and as what."""
    for magic in _ZLIB:
        at = content.find(magic)
        while at >= 0:
            yield "zlib", at
            at = content.find(magic, at + 1)
    for name, magic in _MAGIC.items():
        at = content.find(magic)
        while at >= 0:
            yield name, at - 4 if name == "bzip2" else at
            at = content.find(magic, at + 1)


def _deflated(content: bytes, most: int) -> Iterator[tuple[str, int, bytes]]:
    # In front of a few bytes there is no header.
    most_at = _HEADER_BYTES if len(content) >= _HEADED_BYTES else 1
    for at in range(min(most_at, len(content) - _LEAST_BYTES)):
        # The first two bits of a block name its kind: one of four is none, and few bytes end as they should.
        kind = content[at] >> 1 & 3
        if kind == 3 or (kind == 0 and content[at + 1] ^ content[at + 3] != 0xFF):
            continue
        opener = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            out = opener.decompress(content[at:], most)
        except zlib.error:
            continue
        # By chance many bytes go on as they should; few end so, and fewer say something in letters.
        meant = len(out) * 2 >= len(content) - at if opener.eof else reads(out)
        if meant and len(out) >= _LEAST_BYTES:
            yield "deflate", at, out


def _opened(make: Callable[[], Any], packed: bytes, most: int) -> bytes:
    """What comes out before the bound, the end or the first fault: packed data may be cut short."""
    opener, out = make(), b""
    step = max(64, len(packed) // 16)
    with contextlib.suppress(zlib.error, OSError, EOFError, lzma.LZMAError, MemoryError):
        for at in range(0, len(packed), step):
            out += opener.decompress(packed[at : at + step], most - len(out))
            if len(out) >= most or opener.eof:
                break
    return out


_OPENERS: dict[str, Callable[[], Any]] = {
    "zlib": zlib.decompressobj,
    "gzip": lambda: zlib.decompressobj(zlib.MAX_WBITS | 16),
    "bzip2": bz2.BZ2Decompressor,
    "xz": lambda: lzma.LZMADecompressor(lzma.FORMAT_XZ, 1 << 26),
    "LZMA": lambda: lzma.LZMADecompressor(lzma.FORMAT_ALONE, 1 << 26),
    "zip": lambda: zlib.decompressobj(-zlib.MAX_WBITS),
}

#: The names of the packings.
PACKED = frozenset((*_OPENERS, "deflate"))


def reads(found: bytes) -> bool:
    """Whether it is mostly text: what was unpacked or decoded wrongly is not."""
    return len(found.translate(None, _NOT_PRINTABLE)) * 5 >= len(found) * 3
