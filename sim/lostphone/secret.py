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
Sighting(which=0, at=9, form='Base64')
"""

from __future__ import annotations

import base64
import hmac
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple, NoReturn, TypeAlias

from lostphone.leak_forms import SHORTEST_FORM_BYTES, encodings_of, named_forms

__all__ = ["MARK", "Finder", "Secret", "Sighting", "encodings_of"]

MARK = "‹secret›"

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


#: So many secrets, and so many texts, are kept with what was found of them.
_KEPT = 2048
#: Texts up to this length are mostly names, which all worlds share.
_SHORT_BYTES = 48
#: A form of a secret, the secret, and what the form is called.
_Form: TypeAlias = tuple[bytes, bytes, str]


class Sighting(NamedTuple):
    """Where a secret was met: which one (in the order of adding), at what offset, in what form."""

    which: int
    at: int
    form: str


class Finder:
    """Finds any of a set of secrets in bytes, or takes them out of text; secrets can be added any time.

    Looking costs one dictionary look-up a byte, however many secrets there are; what was looked through
    and is met again costs one look-up in all.
    """

    def __init__(self, secrets: Iterable[Secret] = ()) -> None:
        self._count = 0
        # Which one each secret is; the first of equal ones.
        self._which: dict[bytes, int] = {}
        # The first bytes of a form lead to every form that starts so, longest first.
        self._by_head: dict[bytes, tuple[_Form, ...]] = {}
        # What was found clean of all secrets so far: a world says the same few things over and over.
        self._clean: dict[bytes, None] = {}
        for secret in secrets:
            self.add(secret)

    def __len__(self) -> int:
        return self._count

    def add(self, secret: Secret) -> int:
        """From now on look for this one too; returns its index, as a `Sighting` gives it."""
        index = self._count
        self._count += 1
        self._clean.clear()
        raw = secret.reveal()
        if self._which.setdefault(raw, index) == index:
            forms = _forms_by_head(raw)
            if self._by_head.keys().isdisjoint(forms):
                self._by_head.update(forms)
            else:
                self._merge(forms)
        return index

    def _merge(self, forms: Mapping[bytes, tuple[_Form, ...]]) -> None:
        """Where a secret spells another they share forms: the one added first keeps them."""
        for head, found in forms.items():
            others = self._by_head.get(head, ())
            known = {form for form, _, _ in others}
            new = (form for form in found if form[0] not in known)
            self._by_head[head] = tuple(sorted((*others, *new), key=_longest_first))

    def find(self, blob: bytes) -> Sighting | None:
        """The first place where a secret shows, or None."""
        if self._is_clean(blob):
            return None
        return next((sighting for sighting, _ in self._sightings(blob)), None)

    def redact(self, text: str) -> str:
        """The text with every form of every secret replaced by `‹secret›`; the same object if clean."""
        if len(text) < SHORTEST_FORM_BYTES:
            return text
        # A client's text may hold half a surrogate pair; that must not stop the search.
        blob = text.encode("utf-8", "surrogatepass")
        if self._is_clean(blob):
            return text
        pieces: list[bytes] = []
        after = 0
        for sighting, end in self._sightings(blob):
            pieces += (blob[after : sighting.at], MARK.encode())
            after = end
        if not pieces:
            return text
        return b"".join((*pieces, blob[after:])).decode("utf-8", "replace")

    def _is_clean(self, blob: bytes) -> bool:
        """Whether not even the head of a form is in it."""
        if len(blob) <= _SHORT_BYTES:
            return self._by_head.keys().isdisjoint(_kept_heads(blob))
        if blob in self._clean:
            return True
        if not self._by_head.keys().isdisjoint(_heads_of(blob)):
            return False
        if len(self._clean) >= _KEPT:
            self._clean.clear()
        self._clean[blob] = None
        return True

    def _sightings(self, blob: bytes) -> Iterator[tuple[Sighting, int]]:
        """Every place where a secret shows, with its end; the places do not overlap."""
        by_head = self._by_head
        size = SHORTEST_FORM_BYTES
        after = 0
        for at in [at for at in range(len(blob) - size + 1) if blob[at : at + size] in by_head]:
            if at < after:
                continue
            for form, raw, name in by_head[blob[at : at + size]]:
                if blob.startswith(form, at):
                    after = at + len(form)
                    yield Sighting(self._which[raw], at, name), after
                    break


def _longest_first(form: _Form) -> int:
    return -len(form[0])


@lru_cache(maxsize=_KEPT)
def _forms_by_head(raw: bytes) -> Mapping[bytes, tuple[_Form, ...]]:
    """The forms of a secret by their first bytes, longest first."""
    found: dict[bytes, list[_Form]] = {}
    for form, name in named_forms(raw).items():
        found.setdefault(form[:SHORTEST_FORM_BYTES], []).append((form, raw, name))
    return {head: tuple(sorted(forms, key=_longest_first)) for head, forms in found.items()}


def _heads_of(blob: bytes) -> list[bytes]:
    """Whatever in it a form may begin with."""
    size = SHORTEST_FORM_BYTES
    return [blob[at : at + size] for at in range(len(blob) - size + 1)]


@lru_cache(maxsize=_KEPT)
def _kept_heads(blob: bytes) -> frozenset[bytes]:
    return frozenset(_heads_of(blob))


def _kind_of(char: str) -> str:
    if char in "0189":
        return f"the digit {char} (Base32 has 2 to 7 alone; O, I and B look alike)"
    names = {" ": "a space", "-": "a hyphen", "=": "a '=', which belongs at the end alone"}
    return names.get(char, "a character other than A–Z and 2–7")
