"""How the bytes of a secret read in each normal form of `streams`, forwards and backwards.

Base64 is looked for at every alignment: it stands between letters of its own alphabet. A longer text in
Base32 or hex is read back instead (see `spelled`).
"""

from __future__ import annotations

import base64
import binascii
import codecs
import string
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from lostphone.base.leaks.streams import STEP, WINDOW, Kind, sum_changes, xor_changes

#: So many secrets are kept: a history that is played again and again has the same ones each time.
_KEPT = 256
#: Behind the name of a spelling whose letters are not aligned with the bytes.
INSIDE = " inside a longer text"
_BASE32 = b"abcdefghijklmnopqrstuvwxyz234567"
_OTHER_ALPHABETS = {
    "Base32 with the hex alphabet": bytes.maketrans(_BASE32, b"0123456789abcdefghijklmnopqrstuv"),
    "Crockford's Base32": bytes.maketrans(_BASE32, b"0123456789abcdefghjkmnpqrstvwxyz"),
    "z-base-32": bytes.maketrans(_BASE32, b"ybndrfg8ejkmcpqxot1uwisza345h769"),
    "ROT13 of Base32": bytes.maketrans(_BASE32, b"nopqrstuvwxyzabcdefghijklm234567"),
    "Base32 with digits for letters": bytes.maketrans(b"ol", b"01"),
}
_BASE64 = (string.ascii_uppercase + string.ascii_lowercase + string.digits + "+/").encode()
_UUENCODE = bytes.maketrans(_BASE64, b"`" + bytes(range(33, 96)))
_XXENCODE = bytes.maketrans(
    _BASE64, b"+-" + (string.digits + string.ascii_uppercase + string.ascii_lowercase).encode()
)
# Looked up here: a client is not timed while a codec is imported.
_EBCDIC = codecs.lookup("cp037")
_LONGEST_STEP = max(STEP.values())
_PRINTABLE = bytes(range(0x20, 0x7F))
_NIBBLES = bytes((byte & 0xF) << 4 | byte >> 4 for byte in range(256))
_BITS = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))


class Spelling(NamedTuple):
    """The letters, how many bits of the secret each tells, and which bit the first one begins with.

    Backwards, the first letter tells the last bits.
    """

    kind: Kind
    letters: bytes
    name: str
    bits: int
    first_bit: int = 0
    backwards: bool = False
    #: A change tells of two bytes.
    more_bits: int = 0
    #: Where the bytes are not all written in one length: the bits that all letters tell between them.
    whole: int = 0
    rare: bool = False

    def told(self, at: int, end: int) -> tuple[int, int]:
        """From which to which bit of the secret these letters tell."""
        if self.whole:
            return self.whole * at // len(self.letters), self.whole * end // len(self.letters)
        if self.backwards:
            at, end = len(self.letters) - end, len(self.letters) - at
        return self.first_bit + at * self.bits, self.first_bit + end * self.bits + self.more_bits


@lru_cache(maxsize=_KEPT)
def spellings_of(raw: bytes) -> tuple[Spelling, ...]:
    """Every spelling of these bytes."""
    return tuple(_spellings(raw))


@lru_cache(maxsize=_KEPT)
def windows_of(raw: bytes) -> frozenset[bytes]:
    """Every window of every spelling: one of them is in each text in which a run of the secret stands."""
    found: list[bytes] = []
    plain = is_plain(raw)
    for one in _spellings(raw):
        letters, size = one.letters, WINDOW[one.kind]
        found += [letters[at : at + size] for at in starts_of(one, plain)]
    return frozenset(found)


def starts_of(one: Spelling, plain: bool) -> Sequence[int]:
    """Where the windows of it begin that are looked for: all, or as many as a text's windows are apart.

    Of a plain secret, and of a rare spelling, a part is not looked for.
    """
    count = len(one.letters) - WINDOW[one.kind] + 1
    if not plain and not one.rare:
        return range(count)
    if plain and one.rare:
        return ()
    return range(min(_LONGEST_STEP, max(count, 0)))


@lru_cache(maxsize=_KEPT)
def is_plain(raw: bytes) -> bool:
    """Whether a stretch of it may be in anything: few different bytes, or a count up or down."""
    return len(set(raw)) * 3 < len(raw) or len(set(sum_changes(raw))) < 2


def is_text(raw: bytes) -> bool:
    """Whether it is text: parts of it are words, or numbers, that stand elsewhere too."""
    return not raw.translate(None, _PRINTABLE)


def _spellings(raw: bytes) -> Iterator[Spelling]:
    yield Spelling("bytes", raw, "raw bytes", 8)
    if not raw.isascii():
        yield Spelling("bytes", raw.decode("latin-1").encode(), "UTF-8", 8, whole=8 * len(raw))
    yield Spelling("bytes", raw[::-1], "raw bytes, reversed", 8, backwards=True, rare=True)
    yield Spelling("bytes", raw.translate(_NIBBLES), "bytes with their halves swapped", 8, rare=True)
    yield Spelling("bytes", raw.translate(_BITS), "bytes with their bits reversed", 8, rare=True)
    if not is_plain(raw) and not is_text(raw):
        yield Spelling("xor", xor_changes(raw), "bytes XOR one byte", 8, more_bits=8)
        yield Spelling("sum", sum_changes(raw), "bytes plus one number", 8, more_bits=8)
    digits = raw.hex().encode()
    yield Spelling("letters", digits, "hex", 4)
    yield Spelling("letters", digits[::-1], "hex, reversed", 4, backwards=True, rare=True)
    yield Spelling(
        "letters", raw[::-1].hex().encode(), "hex of the reversed bytes", 4, backwards=True, rare=True
    )
    letters = base64.b32encode(raw).rstrip(b"=").lower()
    yield Spelling("letters", letters, "Base32", 5)
    yield Spelling("letters", letters[::-1], "Base32, reversed", 5, backwards=True, rare=True)
    yield Spelling("bytes", _EBCDIC.encode(letters.upper().decode())[0], "Base32 in EBCDIC", 5, rare=True)
    for name, table in _OTHER_ALPHABETS.items():
        yield Spelling("letters", letters.translate(table), name, 5, rare=True)
    letters = binascii.b2a_base64(raw, newline=False).rstrip(b"=")
    yield Spelling("sixty-four", letters, "Base64", 6)
    yield Spelling("sixty-four", letters[::-1], "Base64, reversed", 6, backwards=True, rare=True)
    yield Spelling("bytes", letters.translate(_UUENCODE), "uuencode", 6, rare=True)
    yield Spelling("sixty-four", letters.translate(_XXENCODE).replace(b"-", b"+"), "xxencode", 6, rare=True)
    for lead in range(1, 3):
        first, last = _aligned(6, len(raw), lead)
        inside = binascii.b2a_base64(bytes(lead) + raw, newline=False)[first:last]
        yield Spelling("sixty-four", inside, f"Base64{INSIDE}", 6, 6 * first - 8 * lead)
        yield Spelling(
            "bytes", inside.translate(_UUENCODE), f"uuencode{INSIDE}", 6, 6 * first - 8 * lead, rare=True
        )


def _aligned(bits_per_char: int, size: int, lead: int) -> tuple[int, int]:
    """From which to which character the secret alone is told when `lead` other bytes come before it."""
    return -(-8 * lead // bits_per_char), 8 * (lead + size) // bits_per_char
