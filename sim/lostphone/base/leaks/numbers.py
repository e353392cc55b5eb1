"""Bytes told as numbers: in any base, with any prefix, separator or bracket, signed or not, in words, as one.

>>> told_as_numbers(b"[72, 101, 108, -20, 111, 32, 119, 111]")[1][:2]
('a list of signed numbers', b'Hel\\xeco wo')
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TypeAlias

#: From where to where each number stands in the text.
Places: TypeAlias = Sequence[tuple[int, int]]

_TOKEN = re.compile(
    rb"(?<![0-9A-Za-z])(?:[0-9][0-9A-Za-z]{0,21}|[xXuU][0-9A-Fa-f]{1,8}|[0-9A-Fa-f]{1,16})(?![0-9A-Za-z])"
)
_PREFIX = re.compile(rb"(?:0[xX]|[xX]|[uU](?:00)?|16r|16#)([0-9A-Fa-f]+)(?:u8|i8|[uU]?[lLyY]?)")
_DECIMAL = re.compile(rb"([0-9]+)(?:u8|i8|[uU]?[yYlLbB]?)")
_OCTAL = re.compile(rb"(?:0[oO]?)?([0-7]{1,3})")
_BINARY = re.compile(rb"(?:0[bB])?([01]{1,8})")
_HEX_DIGITS = b"0123456789abcdefABCDEF"
#: Fewer numbers than this are no list.
LEAST_NUMBERS = 8
#: The same for numbers of several bytes.
LEAST_WORDS = 2
_NOT_DIGITS = bytes(byte for byte in range(256) if byte not in b"0123456789")
#: So far from each other, in characters, the numbers of a list may stand.
_NEAR = 20
#: So long a text is read once, although it is looked at twice.
_KEPT_BYTES = 1 << 16
#: So many numbers are kept with their readings: the same small ones are met over and over.
_KEPT_NUMBERS = 4096
_WIDTHS = (2, 4, 8)
_LONGEST_NUMBER = 1200
_GROUPED = re.compile(rb"(?<![0-9])[0-9]{1,3}(?:[,_'. ][0-9]{3}){5,}(?![0-9])")
_DIGITS = re.compile(rb"[0-9]{12,1200}")
_BITS = re.compile(rb"(?:[01][ ,_\r\n]?){40,}")
_DUMP = re.compile(
    rb"^[ \t]*(?:0x)?[0-9a-fA-F]{4,16}:?[ \t]+"
    rb"((?:[0-9a-fA-F]{2,16}[ \t\-]{1,3}){0,15}[0-9a-fA-F]{2,16})(?=[ \t|]|$)",
    re.MULTILINE,
)


def told_as_numbers(text: bytes) -> Sequence[tuple[str, bytes, Places | None]]:
    """How they are told, the bytes, and where each stands (None: anywhere in the text)."""
    if len(text.translate(None, _NOT_DIGITS)) < LEAST_NUMBERS:
        return ()
    return _kept(text) if len(text) <= _KEPT_BYTES else tuple(_told(text))


@lru_cache(maxsize=16)
def _kept(text: bytes) -> Sequence[tuple[str, bytes, Places | None]]:
    return tuple(_told(text))


def _told(text: bytes) -> Iterator[tuple[str, bytes, Places | None]]:
    tokens = [(found[0], found.start(), found.end()) for found in _TOKEN.finditer(text)]
    row = _longest_row(tokens)
    if row >= LEAST_WORDS:
        yield from _lists(text, tokens, row)
    yield from _as_one(text)
    dumped = b"".join(_dumped(found[1]) for found in _DUMP.finditer(text))
    if len(dumped) >= LEAST_NUMBERS:
        yield "a dump", dumped, None


def _longest_row(tokens: list[tuple[bytes, int, int]]) -> int:
    """How many numbers stand near each other, as they do in a list."""
    longest = row = after = 0
    for _, at, end in tokens:
        row = row + 1 if at - after <= _NEAR else 1
        longest, after = max(longest, row), end
    return longest


def _lists(
    text: bytes, tokens: list[tuple[bytes, int, int]], row: int
) -> Iterator[tuple[str, bytes, Places | None]]:
    """The lists that the numbers of a text make, by how each number is read."""
    found: dict[str, tuple[bytearray, list[tuple[int, int]]]] = {}
    large = {width: sum(_is_large(token, width) for token, _, _ in tokens) for width in _WIDTHS}
    # Words are needed only where numbers are larger than bytes.
    widths = tuple(width for width in _WIDTHS if large[width] >= max(LEAST_WORDS, LEAST_NUMBERS // width))
    if row >= LEAST_NUMBERS:
        widths = (1, *widths)
    for token, at, end in tokens if widths else ():
        span = (at, end)
        for name, content in _readings(token, at > 0 and text[at - 1] == 0x2D, widths):
            out, places = found.get(name) or found.setdefault(name, (bytearray(), []))
            out += content
            places += [span] * len(content)
    for name, (out, places) in found.items():
        content = bytes(out)
        if len(content) < LEAST_NUMBERS:
            continue
        yield name, content, places
        if "list" in name and len(content) >= 2 * LEAST_NUMBERS:
            # Each number may have its index before it, or another form of itself.
            for step in (2, 3):
                yield from ((name, content[first::step], places[first::step]) for first in range(step))


@lru_cache(maxsize=_KEPT_NUMBERS)
def _is_large(token: bytes, width: int) -> bool:
    digits = _digits(token)
    return width < len(digits) and not digits.translate(None, _HEX_DIGITS)


def _digits(token: bytes) -> bytes:
    """The digits of a number in hex, without what a language puts around them."""
    prefixed = _PREFIX.fullmatch(token)
    return token if prefixed is None else prefixed[1]


@lru_cache(maxsize=_KEPT_NUMBERS)
def _readings(token: bytes, minus: bool, widths: tuple[int, ...]) -> Sequence[tuple[str, bytes]]:
    """Each way to read one number: its name, and the bytes that the number then is."""
    found = [*_byte(token, minus)] if 1 in widths else []
    for width in widths:
        if width > 1:
            found += _word(token, minus, width)
    return found


def _byte(token: bytes, minus: bool) -> Iterator[tuple[str, bytes]]:
    decimal = _DECIMAL.fullmatch(token)
    if decimal is not None and len(decimal[1]) <= 3:
        number = int(decimal[1])
        if number < 256:
            yield "a list of numbers", bytes([number])
            yield "a list of signed numbers", bytes([-number & 0xFF if minus and number <= 128 else number])
    digits = _digits(token)
    if len(digits.lstrip(b"0")) <= 2 and not digits.translate(None, _HEX_DIGITS):
        yield "a list of hex numbers", bytes([int(digits, 16)])
    octal = _OCTAL.fullmatch(token)
    if octal is not None and int(octal[1], 8) < 256:
        yield "a list of octal numbers", bytes([int(octal[1], 8)])
    binary = _BINARY.fullmatch(token)
    if binary is not None:
        yield "a list of binary numbers", bytes([int(binary[1], 2)])


def _word(token: bytes, minus: bool, width: int) -> Iterator[tuple[str, bytes]]:
    """A number of two, four or eight bytes, in either byte order."""
    numbers: dict[str, int] = {}
    decimal = _DECIMAL.fullmatch(token)
    if decimal is not None and len(decimal[1]) <= 20:
        number = -int(decimal[1]) if minus else int(decimal[1])
        if -(1 << 8 * width - 1) <= number < 1 << 8 * width:
            numbers[f"{width}-byte numbers"] = number
    digits = _digits(token)
    if len(digits) <= 2 * width and not digits.translate(None, _HEX_DIGITS):
        numbers[f"{width}-byte hex numbers"] = int(digits, 16)
    if width == 2 and len(token) == 6 and not token.translate(None, b"01234567") and int(token, 8) < 1 << 16:
        numbers["2-byte octal numbers"] = int(token, 8)
    for name, number in numbers.items():
        content = (number % (1 << 8 * width)).to_bytes(width, "big")
        yield f"{name}, big-endian", content
        yield f"{name}, little-endian", content[::-1]


def _as_one(text: bytes) -> Iterator[tuple[str, bytes, Places | None]]:
    """The whole as one number, or numbers of a fixed length without anything between them."""
    for found in (*_DIGITS.finditer(text), *_GROUPED.finditer(text)):
        digits = re.sub(rb"[^0-9]", b"", found[0])[:_LONGEST_NUMBER]
        number = int(digits)
        content = number.to_bytes(-(-number.bit_length() // 8), "big")
        yield "one number", content, [found.span()] * len(content)
        yield "one number", content[::-1], [found.span()] * len(content)
        if len(digits) >= 3 * LEAST_NUMBERS:
            for base, name in ((10, "decimal"), (8, "octal")):
                for lead in range(3):
                    content = _triples(digits[lead:], base)
                    yield f"{name} numbers of three digits", content, [found.span()] * len(content)
    for found in _BITS.finditer(text):
        bits = re.sub(rb"[^01]", b"", found[0])[: 8 * _LONGEST_NUMBER]
        for lead in range(8):
            part = bits[lead : len(bits) - (len(bits) - lead) % 8]
            content = int(part, 2).to_bytes(len(part) // 8, "big")
            yield "bits", content, [found.span()] * len(content)


def _triples(digits: bytes, base: int) -> bytes:
    out = bytearray()
    for at in range(0, len(digits) - 2, 3):
        try:
            out.append(int(digits[at : at + 3], base) & 0xFF)
        except ValueError:
            out.append(0)
    return bytes(out)


def _dumped(line: bytes) -> bytes:
    """The bytes of a line of a dump: hex in groups, or octal numbers of three digits."""
    groups = re.split(rb"[ \t\-]+", line)
    if all(len(group) == 3 and not group.translate(None, b"01234567") for group in groups):
        return bytes(int(group, 8) & 0xFF for group in groups)
    if all(len(group) % 2 == 0 for group in groups):
        return bytes.fromhex(b"".join(groups).decode())
    return b""
