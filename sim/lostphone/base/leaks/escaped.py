"""Text with escapes, read back: as in JSON, C and Python, in links, in HTML and XML, in mail, in UTF-16.

>>> dict(unescaped(rb'{"key": "\\u0048\\x65\\154lo"}'))
{'escapes': b'{"key": "Hello"}'}
>>> dict(unescaped(b"H%65llo")), dict(unescaped(b"&#72;&#x65;llo"))
({'percent escapes': b'Hello'}, {'HTML escapes': b'Hello'})
"""

from __future__ import annotations

import html
import quopri
import re
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes

_BACKSLASH = re.compile(
    rb"\\(?:x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}|U([0-9a-fA-F]{8})|([0-7]{1,3})"
    rb"|(\r?\n)|([abefnrtv\\'\"/]))"
)
_PLAIN = {
    b"a": b"\a",
    b"b": b"\b",
    b"e": b"\x1b",
    b"f": b"\f",
    b"n": b"\n",
    b"r": b"\r",
    b"t": b"\t",
    b"v": b"\v",
}
_LONG_BYTES = 1 << 14
_NEAR_BYTES = 512
_TENS = re.compile(rb"\\([0-9]{1,3})(?:\\&)?")
_DECIMAL = re.compile(rb"\\[0-9]{0,2}[89]|\\[4-9][0-9]{2}")
_COLOUR = re.compile(rb"\x1b\[[0-9;]*[a-zA-Z]")
_PERCENT = re.compile(rb"%[0-9a-fA-F]{2}")
_ENTITY = re.compile(rb"&(?:#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}))|([a-zA-Z]{2,8}));")
_MAIL = re.compile(rb"=(?:[0-9A-Fa-f]{2}|\r?\n)")
_SIXTEEN_BITS = re.compile(rb"(?:[^\0]\0){8,}|(?:\0[^\0]){8,}")
#: A byte from 128 on as a character of UTF-8.
_LATIN = re.compile(rb"([\xc2\xc3])([\x80-\xbf])")
_HIGH = bytes(range(128, 256))
#: A byte that is no text, as Python keeps it in one.
_SURROGATE = re.compile(rb"\xed([\xb2\xb3])([\x80-\xbf])")
#: Numbers that do not fit into one byte of CBOR, MessagePack, a property list or a varint have a mark.
_MARKS = {
    "CBOR": ((b"\x18",), re.compile(rb"\x18(.)", re.DOTALL)),
    "MessagePack": ((b"\xcc", b"\xd0"), re.compile(rb"[\xcc\xd0](.)", re.DOTALL)),
    "a property list": ((b"\x10",), re.compile(rb"\x10(.)", re.DOTALL)),
    "varints": ((b"\x01",), re.compile(rb"([\x80-\xff])\x01")),
}


def unescaped(text: bytes) -> Iterator[tuple[str, bytes]]:
    """Every reading in which it is another text: the name of the escapes, and what it then says.

    Of a long text with few escapes, what stands around each.
    """
    if b"\x1b[" in text:
        yield "terminal colours", _COLOUR.sub(b"", text)
    if b"\\" in text and _BACKSLASH.search(text):
        yield "escapes", _BACKSLASH.sub(_backslash, _around(_BACKSLASH, text))
        if _DECIMAL.search(text):
            # Haskell and Lua count in tens here.
            yield "decimal escapes", _BACKSLASH.sub(_backslash, _TENS.sub(_ten, _around(_TENS, text)))
    if _PERCENT.search(text):
        yield "percent escapes", unquote_to_bytes(_around(_PERCENT, text))
    if _ENTITY.search(text):
        yield "HTML escapes", _ENTITY.sub(_entity, _around(_ENTITY, text))
    if _MAIL.search(text):
        yield "quoted-printable", quopri.decodestring(_around(_MAIL, text))


def _around(pattern: re.Pattern[bytes], text: bytes) -> bytes:
    """The text, or of a long one what stands near a match: elsewhere it says what it said before."""
    if len(text) <= _LONG_BYTES:
        return text
    parts: list[tuple[int, int]] = []
    for found in pattern.finditer(text):
        first, last = max(0, found.start() - _NEAR_BYTES), found.end() + _NEAR_BYTES
        if parts and first <= parts[-1][1]:
            first, _ = parts.pop()
        parts.append((first, last))
    return b"\n".join(text[first:last] for first, last in parts)


def widened(content: bytes) -> Iterator[tuple[str, bytes]]:
    """The same for bytes that were each made wider, as in UTF-16, UTF-8 or a list of numbers in CBOR."""
    if b"\0" in content:
        yield from (("UTF-16", found[0].replace(b"\0", b"")) for found in _SIXTEEN_BITS.finditer(content))
    if content.count(0) * 5 >= len(content) * 2:
        for width in (2, 4, 8):
            yield from ((f"one byte of {width}", content[first::width]) for first in range(width))
    if not content.isascii():
        yield from _narrowed(content)
    for name, (marks, pattern) in _MARKS.items():
        if sum(map(content.count, marks)) >= 4:
            narrow, found = pattern.subn(rb"\1", content)
            if found >= 4 and found * 16 >= len(content):
                yield name, narrow
                if name == "varints":
                    yield from ((name, narrow[first::2]) for first in range(2))


def _narrowed(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Characters that stand for bytes."""
    for leads, pattern in ((b"\xc2\xc3", _LATIN), (b"\xed", _SURROGATE)):
        if len(content) > len(content.translate(None, leads)) and len(pattern.findall(content)) * 8 > len(
            content
        ) - len(content.translate(None, _HIGH)):
            yield (
                "UTF-8",
                pattern.sub(lambda found: bytes([(found[1][0] & 3) << 6 | found[2][0] & 0x3F]), content),
            )


def _backslash(found: re.Match[bytes]) -> bytes:
    two, four, braces, eight, octal, newline, other = found.groups()
    if octal is not None:
        return bytes([int(octal, 8) & 0xFF])
    if newline is not None:
        return b""
    if other is not None:
        return _PLAIN.get(other, other)
    return _character(int(two or four or braces or eight, 16))


def _ten(found: re.Match[bytes]) -> bytes:
    return b"\\x%02x" % (int(found[1]) & 0xFF)


def _character(number: int) -> bytes:
    """A byte where the number is one (or stands for one, as Python reads what is no text), else UTF-8."""
    if number < 0x100:
        return bytes([number])
    if 0xDC80 <= number <= 0xDCFF:
        return bytes([number - 0xDC00])
    return chr(min(number, 0x10FFFF)).encode("utf-8", "surrogatepass")


def _entity(found: re.Match[bytes]) -> bytes:
    sixteen, ten, name = found.groups()
    if name is not None:
        text = html.unescape(f"&{name.decode()};")
        return text.encode("latin-1") if text.isascii() or max(map(ord, text)) < 256 else text.encode()
    return _character(int(sixteen, 16) if sixteen else int(ten))
