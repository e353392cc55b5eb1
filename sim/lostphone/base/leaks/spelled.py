"""Bytes spelled in letters: runs of Base16, Base32, Base58, Base64 and Base85 inside a text, read back.

A run may begin in the middle of other letters, so every alignment is tried. What comes out is a text or
packed data, or it says nothing that the letters themselves do not say (see `streams`).

>>> [content for name, _, _, content in spelled(b"key:SGVsbG8sIHdvcmxkIQ== end") if name == "Base64"]
[b'Hello, world!']
"""

from __future__ import annotations

import base64
import binascii
import contextlib
import re
import string
from collections.abc import Iterator

from lostphone.base.leaks.packed import reads

_SIXTEEN = re.compile(rb"(?:[0-9a-fA-F]{2}[ :\-\r\n]{0,2}){8,}")
_DIGITS = string.digits.encode()
#: Of sixteen hex digits so many are no letters.
_LEAST_DIGITS = 3
_THIRTY_TWO = re.compile(rb"(?:[A-Z2-7]{16,}|[a-z2-7]{16,})")
_SIXTY_FOUR = re.compile(rb"[A-Za-z0-9+/]{16,}|[A-Za-z0-9_\-]{16,}")
#: A word is no number: one has at least a digit.
_ONE_NUMBER = re.compile(
    rb"(?<![A-Za-z0-9+/_\-])(?=[A-Za-z]*[0-9])(?=[0-9]*[A-Za-z])[A-Za-z0-9]{13,256}(?![A-Za-z0-9+/=])"
)
_LETTER_CASES = (string.ascii_uppercase.encode(), string.ascii_lowercase.encode(), b"0123456789+/-_")
#: What any of these is in.
_RUN = re.compile(rb"[A-Za-z0-9+/_\-=]{13,}")
#: Punctuation that sentences and JSON are full of does not tell a run of Base85 or Base45.
_NOT_TELLING = (string.ascii_letters + string.digits + string.whitespace).encode() + b"{}[]\":,._-@/'+="
_UU_LINE = re.compile(rb"^[!-M][ -`]{8,60}(?=\r?$)", re.MULTILINE)
_LINE_END = re.compile(
    rb"(?<=[A-Za-z0-9+/_=\-])[\"']?[,;+\\]?[ \t]*\r?\n[ \t>|*#]*[\"']?(?=[A-Za-z0-9+/_=\-])"
)
_TO_STANDARD = bytes.maketrans(b"-_", b"+/")

_BASES = {
    "Base36": b"0123456789abcdefghijklmnopqrstuvwxyz",
    "Base58": b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz",
    "Base62": (string.digits + string.ascii_uppercase + string.ascii_lowercase).encode(),
    "base62": (string.digits + string.ascii_lowercase + string.ascii_uppercase).encode(),
}
_FLICKR = bytes.maketrans(b"123456789abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ", _BASES["Base58"])

_FORTY_FIVE = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_OF_45 = (string.ascii_uppercase + string.digits).encode()
_LEAST_OF_45 = 12
_RUN_OF_45 = re.compile(rb"[0-9A-Z $%*+\-./:]{20,4096}")

_EIGHTY_FIVE = {
    "Ascii85": bytes(range(33, 118)),
    "Base85": (string.digits + string.ascii_uppercase + string.ascii_lowercase).encode()
    + b"!#$%&()*+-;<=>?@^_`{|}~",
    "Z85": (string.digits + string.ascii_lowercase + string.ascii_uppercase).encode()
    + b".-:+=^!/*?&<>()[]{}@%$#",
}
_RUN_OF_85 = {
    name: re.compile(b"[" + re.escape(letters) + (b"z" if name == "Ascii85" else b"") + b"]{15,4096}")
    for name, letters in _EIGHTY_FIVE.items()
}
_VALUE_OF_85 = {name: {byte: at for at, byte in enumerate(letters)} for name, letters in _EIGHTY_FIVE.items()}
#: A run of Base85 has many kinds of punctuation; a sentence or a bit of JSON has few.
_KINDS_OF_85 = 2
#: By chance a run has a few of them.
_MOST_JOINTS = 3
_JSON_JOINT = re.compile(rb"\"[:,]\s?[\[{]?\"?|[\[{]\"|\"[\]}]")


def spelled(text: bytes) -> Iterator[tuple[str, int, int, bytes]]:
    """Name of the spelling, first and last place of the run, and the bytes that it spells."""
    yield from _sixteen(text)
    if lines := _uu_lines(text):
        yield "uuencode", 0, len(text), lines
    runs = [(found.start(), found[0]) for found in _RUN.finditer(text)]
    if runs:
        for at, run in runs:
            for spelling in (_thirty_two, _sixty_four, _big_numbers):
                yield from ((name, at + first, at + end, found) for name, first, end, found in spelling(run))
        joined = _LINE_END.sub(b"", text) if b"\n" in text else text
        if len(joined) < len(text):
            yield from ((name, 0, len(text), found) for name, _, _, found in _sixty_four(joined))
    if len(set(text.translate(None, _NOT_TELLING))) >= _KINDS_OF_85:
        yield from _eighty_five(text)
    if len(text.translate(None, _OF_45)) <= len(text) - _LEAST_OF_45:
        yield from _forty_five(text)


def _uu_lines(text: bytes) -> bytes:
    """What the lines say that begin with how many bytes they hold, and have as many letters as that takes."""
    out = b""
    for line in _UU_LINE.finditer(text):
        if len(line[0]) - 1 == -(-(line[0][0] - 32) // 3) * 4:
            with contextlib.suppress(binascii.Error):
                out += binascii.a2b_uu(line[0])
    return out


def _sixteen(text: bytes) -> Iterator[tuple[str, int, int, bytes]]:
    if len(text.translate(None, _DIGITS)) > len(text) - _LEAST_DIGITS:
        return
    for run in _SIXTEEN.finditer(text):
        digits = re.sub(rb"[^0-9a-fA-F]", b"", run[0])
        for lead in range(2):
            found = binascii.unhexlify(digits[lead : len(digits) - (len(digits) - lead) % 2])
            if (lead == 0 and len(found) >= 16) or reads(found):
                yield "hex", run.start(), run.end(), found


def _thirty_two(text: bytes) -> Iterator[tuple[str, int, int, bytes]]:
    for run in _THIRTY_TWO.finditer(text):
        letters = run[0].upper()
        for lead in range(8):
            found = _of_thirty_two(letters[lead:])
            if (lead == 0 and len(found) >= 10) or reads(found):
                yield "Base32", run.start(), run.end(), found


def _of_thirty_two(letters: bytes) -> bytes:
    whole = letters[:-1] if len(letters) % 8 in (1, 3, 6) else letters
    return base64.b32decode(whole + b"=" * (-len(whole) % 8))


def _sixty_four(text: bytes) -> Iterator[tuple[str, int, int, bytes]]:
    for run in _SIXTY_FOUR.finditer(text):
        if sum(len(run[0].translate(None, kind)) < len(run[0]) for kind in _LETTER_CASES) < 2:
            continue
        letters = run[0].translate(_TO_STANDARD)
        for lead in range(4):
            found = _of_sixty_four(letters[lead:])
            if (lead == 0 and len(found) >= 20) or reads(found):
                yield "Base64", run.start(), run.end(), found


def _of_sixty_four(letters: bytes) -> bytes:
    rest = len(letters) % 4
    whole = letters[: len(letters) - 1] if rest == 1 else letters
    return binascii.a2b_base64(whole + b"=" * (-len(whole) % 4))


def _big_numbers(text: bytes) -> Iterator[tuple[str, int, int, bytes]]:
    """Bytes written as one number, in a base that letters and digits make."""
    for run in _ONE_NUMBER.finditer(text):
        for name, letters in _BASES.items():
            token = run[0].lower() if name == "Base36" else run[0]
            for version in (token, token.translate(_FLICKR)) if name == "Base58" else (token,):
                if not version.translate(None, letters):
                    number = 0
                    for byte in version:
                        number = number * len(letters) + letters.index(byte)
                    yield name, run.start(), run.end(), number.to_bytes(-(-number.bit_length() // 8), "big")


def _forty_five(text: bytes) -> Iterator[tuple[str, int, int, bytes]]:
    """Three letters for two bytes, as in the QR codes of certificates."""
    for run in _RUN_OF_45.finditer(text):
        for lead in range(3):
            values = [_FORTY_FIVE.index(byte) for byte in run[0][lead:]]
            values = values[: len(values) // 3 * 3]
            numbers = [
                sum(values[at + place] * 45**place for place in range(3)) for at in range(0, len(values), 3)
            ]
            yield "Base45", run.start(), run.end(), b"".join((n & 0xFFFF).to_bytes(2, "big") for n in numbers)


def _eighty_five(text: bytes) -> Iterator[tuple[str, int, int, bytes]]:
    at, joints = 0, list(_JSON_JOINT.finditer(text))
    for piece in (*joints, None) if len(joints) > _MOST_JOINTS else (None,):
        end = len(text) if piece is None else piece.start()
        part = text[at:end]
        if len(part) >= 15 and len(set(part.translate(None, _NOT_TELLING))) >= _KINDS_OF_85:
            yield from ((name, at, end, found) for name, found in _eighty_five_in(part))
        at = end if piece is None else piece.end()


def _eighty_five_in(part: bytes) -> Iterator[tuple[str, bytes]]:
    joined = part.translate(None, b" \t\r\n")
    for name, pattern in _RUN_OF_85.items():
        value_of = _VALUE_OF_85[name]
        for run in pattern.finditer(joined):
            letters = run[0].replace(b"z", b"!!!!!") if name == "Ascii85" else run[0]
            if len(set(letters.translate(None, _NOT_TELLING))) < _KINDS_OF_85:
                continue
            values = [value_of[byte] for byte in letters]
            for lead in range(5):
                found = _groups_of_85(values[lead:])
                if found:
                    yield name, found


def _groups_of_85(values: list[int]) -> bytes:
    """Four bytes for each five letters; a last group of fewer letters stands for fewer bytes."""
    missing = -len(values) % 5
    values = values + [84] * missing
    out = bytearray()
    for at in range(0, len(values), 5):
        one, two, three, four, five = values[at : at + 5]
        number = (((one * 85 + two) * 85 + three) * 85 + four) * 85 + five
        out += (number & 0xFFFFFFFF).to_bytes(4, "big")
    return bytes(out[: len(out) - missing] if missing else out)
