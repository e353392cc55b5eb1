"""Secrets that do not show themselves, and a finder for those that got out all the same.

A one-time password secret, a key or a pass is kept in a `Secret` from the moment it is made: printing,
formatting, comparing or pickling one gives nothing away. `Finder` is the other half of the promise: it
knows the shapes in which bytes usually leak (Base32 on a screen, Base64 in a blob, hex in a log, a list of
numbers in a crash report) and finds or redacts them all.

>>> secret = Secret(b"12345678901234567890")
>>> print(secret, secret.bits)
‹secret› 160
>>> finder = Finder([secret])
>>> finder.redact("scanned otpauth://totp/GitHub:mika?secret=" + secret.base32())
'scanned otpauth://totp/GitHub:mika?secret=‹secret›'
>>> finder.find(b'{"key": "MTIzNDU2Nzg5MDEyMzQ1Njc4OTA="}')
FoundSecret(which=0, at=9, form='Base64')
"""

from __future__ import annotations

import base64
import hmac
from typing import NoReturn

from lostphone.base.leak_forms import encodings_of
from lostphone.base.leaks.finder import MARK, Finder, FoundSecret

__all__ = ["MARK", "Finder", "FoundSecret", "Secret", "encodings_of"]

_BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"


class Secret:
    """Raw bytes, at least one, that never appear in repr, str, format, pickle or an ordering.

    Immutable, compared in constant time and not hashable: a hash would be a fingerprint, and an order
    of hashes differs from run to run.
    """

    __slots__ = ("_raw",)
    _raw: bytes
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, raw: bytes) -> None:
        if not isinstance(raw, bytes):
            raise TypeError(f"a secret is made of bytes, not of {type(raw).__name__}")
        if not raw:
            raise ValueError("a secret needs at least one byte")
        object.__setattr__(self, "_raw", raw)

    @classmethod
    def from_base32(cls, text: str) -> Secret:
        """The secret that Base32 spells, in upper or lower case, padded or not.

        ValueError tells what is wrong and at which place, but never the text. Left-over bits at the end are
        dropped, as authenticators do: a site that draws its letters at random leaves some.
        """
        body = text.rstrip("=")
        for place, char in enumerate(body, start=1):
            if char not in _BASE32 and char not in _BASE32.lower():
                where = f"at place {place} of {len(text)} there is {_kind_of(char)}"
                raise ValueError(f"the secret is not Base32: {where}")
        if not body:
            raise ValueError("the secret is empty: ask the site for a new QR code")
        if len(body) % 8 in (1, 3, 6):
            raise ValueError(f"no Base32 text is {len(body)} characters long: one is missing or one too many")
        padding = "=" * (-len(body) % 8)
        if text not in (body, body + padding):
            raise ValueError("the secret ends in the wrong number of '=': leave them all out")
        return cls(base64.b32decode(body + padding, casefold=True))

    def reveal(self) -> bytes:
        """The bytes themselves. Every call of this is a place to look at in a review."""
        return self._raw

    def base32(self) -> str:
        """Upper-case Base32 without padding, as an otpauth link wants it (F11)."""
        return base64.b32encode(self._raw).decode("ascii").rstrip("=")

    @property
    def bits(self) -> int:
        """The length. RFC 4226 asks for 128 (F10); sites still hand out 80 (F05)."""
        return 8 * len(self._raw)

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return hmac.compare_digest(self._raw, other._raw)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError("a secret cannot be changed")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError("a secret cannot be changed")

    def __repr__(self) -> str:
        return MARK

    def __format__(self, spec: str) -> str:
        return format(MARK, spec)

    def __copy__(self) -> Secret:
        return self

    def __deepcopy__(self, memo: object) -> Secret:
        return self

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("a secret is not pickled: it would leave the world it belongs to in clear")


def _kind_of(char: str) -> str:
    if char in "0189":
        return f"the digit {char} (Base32 has 2 to 7 alone; O, I and B look alike)"
    names = {" ": "a space", "-": "a hyphen", "=": "a '=', which belongs at the end alone"}
    return names.get(char, "a character other than A–Z and 2–7")
