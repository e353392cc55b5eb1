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
import json
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, NoReturn
from urllib.parse import quote_from_bytes

MARK = "‹secret›"

#: Forms shorter than this stay out of a finder: they would be met everywhere by chance.
SHORTEST_FORM_BYTES = 4
#: The same for a fragment of a longer text, which leaves out up to a character at either end.
SHORTEST_FRAGMENT_BYTES = 8


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


class Sighting(NamedTuple):
    """Where a secret was met: which one (in the order of adding), at what offset, in what form."""

    which: int
    at: int
    form: str


class Finder:
    """Finds any of a set of secrets in bytes, or takes them out of text; secrets can be added any time.

    Looking costs one dictionary look-up a byte, however many secrets there are.
    """

    def __init__(self, secrets: Iterable[Secret] = ()) -> None:
        self._count = 0
        # The first bytes of a form lead to every form that starts so, longest first.
        self._by_head: dict[bytes, tuple[tuple[bytes, int, str], ...]] = {}
        for secret in secrets:
            self.add(secret)

    def __len__(self) -> int:
        return self._count

    def add(self, secret: Secret) -> int:
        """From now on look for this one too; returns its index, as a `Sighting` gives it."""
        index = self._count
        self._count += 1
        for form, name in _named_forms(secret.reveal()).items():
            head = form[:SHORTEST_FORM_BYTES]
            others = self._by_head.get(head, ())
            # Equal secrets, or one that spells another, share forms: the one added first keeps them.
            if not others:
                self._by_head[head] = ((form, index, name),)
            elif all(form != other for other, _, _ in others):
                longest_first = sorted((*others, (form, index, name)), key=lambda entry: -len(entry[0]))
                self._by_head[head] = tuple(longest_first)
        return index

    def find(self, blob: bytes) -> Sighting | None:
        """The first place where a secret shows, or None."""
        return next((sighting for sighting, _ in self._sightings(blob)), None)

    def redact(self, text: str) -> str:
        """The text with every form of every secret replaced by `‹secret›`; the same object if clean."""
        if len(text) < SHORTEST_FORM_BYTES:
            return text
        # A client's text may hold half a surrogate pair; that must not stop the search.
        blob = text.encode("utf-8", "surrogatepass")
        pieces: list[bytes] = []
        after = 0
        for sighting, end in self._sightings(blob):
            pieces += (blob[after : sighting.at], MARK.encode())
            after = end
        if not pieces:
            return text
        return b"".join((*pieces, blob[after:])).decode("utf-8", "replace")

    def _sightings(self, blob: bytes) -> Iterator[tuple[Sighting, int]]:
        """Every place where a secret shows, with its end; the places do not overlap."""
        by_head = self._by_head
        size = SHORTEST_FORM_BYTES
        after = 0
        for at in [at for at in range(len(blob) - size + 1) if blob[at : at + size] in by_head]:
            if at < after:
                continue
            for form, index, name in by_head[blob[at : at + size]]:
                if blob.startswith(form, at):
                    after = at + len(form)
                    yield Sighting(index, at, name), after
                    break


def encodings_of(secret: bytes) -> tuple[bytes, ...]:
    """The forms in which these bytes usually leak, each once, in a fixed order.

    Raw; hex; Base32 (also in groups of four); Base64 and its URL-safe alphabet; Base32 and Base64 at every
    alignment inside a longer text; escaped as in JSON, a link or a Python repr; a list of numbers; and hex
    or Base64 over the Base32 or hex text, as when a whole document is encoded. Forms under four bytes are
    left out.
    """
    return tuple(_named_forms(secret))


def _named_forms(raw: bytes) -> dict[bytes, str]:
    named: dict[bytes, str] = {}
    for name, form in _whole_forms(raw):
        if len(form) >= SHORTEST_FORM_BYTES:
            named.setdefault(form, name)
    for name, fragment in _fragments(raw):
        if len(fragment) >= SHORTEST_FRAGMENT_BYTES:
            named.setdefault(fragment, name)
    return named


def _whole_forms(raw: bytes) -> Iterator[tuple[str, bytes]]:
    yield "raw bytes", raw
    yield from _hex_forms(raw)
    yield from _base32_forms(raw)
    for encode, name in ((base64.b64encode, "Base64"), (base64.urlsafe_b64encode, "URL-safe Base64")):
        padded = encode(raw)
        yield name, padded
        yield name, padded.rstrip(b"=")
        yield f"percent-encoded {name}", quote_from_bytes(padded, safe="").encode()
    slashed = base64.b64encode(raw).replace(b"/", rb"\/")
    yield "JSON-escaped Base64", slashed
    for plus in (rb"\u002B", rb"\u002b"):
        yield "JSON-escaped Base64", base64.b64encode(raw).replace(b"+", plus)
    yield from _escaped_forms(raw)
    yield from _number_lists(raw)


def _hex_forms(raw: bytes) -> Iterator[tuple[str, bytes]]:
    for hex_text in (raw.hex(), raw.hex(":"), raw.hex(" "), raw.hex("-")):
        yield "hex", hex_text.encode()
        yield "hex", hex_text.upper().encode()


def _base32_forms(raw: bytes) -> Iterator[tuple[str, bytes]]:
    padded = base64.b32encode(raw)
    bare = padded.rstrip(b"=")
    groups = [bare[at : at + 4] for at in range(0, len(bare), 4)]
    for form in (padded, bare, b" ".join(groups), b"-".join(groups)):
        yield "Base32", form
        yield "Base32", form.lower()


def _escaped_forms(raw: bytes) -> Iterator[tuple[str, bytes]]:
    # Bytes read as text: as Latin-1 (every byte a character), as UTF-8, or as Python reads what is not.
    texts = [raw.decode("latin-1"), raw.decode("utf-8", "surrogateescape")]
    for text in texts:
        yield "text", text.encode("utf-8", "surrogatepass")
        yield "JSON-escaped text", json.dumps(text)[1:-1].encode()
        yield "JSON-escaped text", json.dumps(text, ensure_ascii=False)[1:-1].encode("utf-8", "surrogatepass")
    yield "bytes as Python prints them", repr(raw)[2:-1].encode()
    yield "escaped bytes", "".join(f"\\x{byte:02x}" for byte in raw).encode()
    percent = quote_from_bytes(raw, safe="")
    yield "percent-encoded bytes", percent.encode()
    yield "percent-encoded bytes", "".join(f"%{byte:02X}" for byte in raw).encode()


def _number_lists(raw: bytes) -> Iterator[tuple[str, bytes]]:
    if len(raw) < SHORTEST_FORM_BYTES:
        return
    # The JVM prints bytes from -128 to 127.
    signed = [byte - 256 if byte > 127 else byte for byte in raw]
    for numbers in (list(raw), signed):
        for comma in (",", ", "):
            yield "a list of numbers", comma.join(map(str, numbers)).encode()


def _fragments(raw: bytes) -> Iterator[tuple[str, bytes]]:
    for lead in range(5):
        inside = _aligned(base64.b32encode, 5, raw, lead)
        yield "Base32 inside a longer text", inside
        yield "Base32 inside a longer text", inside.lower()
    yield from _base64_fragments("Base64", raw)
    bare = base64.b32encode(raw).rstrip(b"=")
    for name, text in (("Base32", bare), ("Base32", bare.lower()), ("hex", raw.hex().encode())):
        yield from _base64_fragments(f"Base64 over {name}", text)
        yield f"hex over {name}", text.hex().encode()


def _base64_fragments(name: str, raw: bytes) -> Iterator[tuple[str, bytes]]:
    for encode in (base64.b64encode, base64.urlsafe_b64encode):
        for lead in range(3):
            yield f"{name} inside a longer text", _aligned(encode, 6, raw, lead)


def _aligned(encode: Callable[[bytes], bytes], bits_per_char: int, raw: bytes, lead: int) -> bytes:
    """The characters that depend on `raw` alone when `lead` other bytes come before it."""
    first = -(-8 * lead // bits_per_char)
    last = 8 * (lead + len(raw)) // bits_per_char
    return encode(bytes(lead) + raw)[first:last]
