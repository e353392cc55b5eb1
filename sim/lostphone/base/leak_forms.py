"""Fixed forms of a few bytes, for what is too short to be told by a run of it: names, and very short secrets.

Of longer secrets runs are looked for in any form instead; see `leaks`.

>>> forms = encodings_of(b"Hello!")
>>> b"48656c6c6f21" in forms, b"SGVsbG8h" in forms, b"72, 101, 108, 108, 111, 33" in forms
(True, True, True)
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from urllib.parse import quote_from_bytes

#: Forms shorter than this are left out: they would be met everywhere by chance.
SHORTEST_FORM_BYTES = 4
#: The same for a fragment of a longer text, which leaves out up to a character at either end.
SHORTEST_FRAGMENT_BYTES = 8
#: So many texts keep their forms: a history that is played again and again has the same secrets each time.
_KEPT = 2048
_URL_SAFE = bytes.maketrans(b"+/", b"-_")


def encodings_of(secret: bytes) -> tuple[bytes, ...]:
    """The forms in which these bytes usually leak, each once, in a fixed order.

    Raw; hex; Base32 (also in groups of four); Base64 and its URL-safe alphabet; Base32 and Base64 at every
    alignment inside a longer text; escaped as in JSON, a link or a Python repr; a list of numbers; and hex
    or Base64 over the Base32, Base64 or hex text, as when a whole document is encoded. Forms under four
    bytes are left out.
    """
    return tuple(named_forms(secret))


@lru_cache(maxsize=_KEPT)
def named_forms(raw: bytes) -> Mapping[bytes, str]:
    """Every form of `encodings_of`, with the name of its encoding."""
    named: dict[bytes, str] = {}
    for name, form in _whole_forms(raw):
        if len(form) >= SHORTEST_FORM_BYTES:
            named.setdefault(form, name)
    for name, fragment in _fragments(raw):
        if len(fragment) >= SHORTEST_FRAGMENT_BYTES:
            named.setdefault(fragment, name)
    return MappingProxyType(named)


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
    each = raw.hex("-")
    yield "escaped bytes", f"-{each}".replace("-", r"\x").encode()
    percent = quote_from_bytes(raw, safe="")
    yield "percent-encoded bytes", percent.encode()
    yield "percent-encoded bytes", f"-{each}".upper().replace("-", "%").encode()


def _number_lists(raw: bytes) -> Iterator[tuple[str, bytes]]:
    if len(raw) < SHORTEST_FORM_BYTES:
        return
    # The JVM prints bytes from -128 to 127.
    signed = [byte - 256 if byte > 127 else byte for byte in raw]
    for numbers in (list(raw), signed):
        spaced = str(numbers)[1:-1]
        yield "a list of numbers", spaced.replace(" ", "").encode()
        yield "a list of numbers", spaced.encode()


def _fragments(raw: bytes) -> Iterator[tuple[str, bytes]]:
    for lead in range(5):
        first, last = _aligned(5, len(raw), lead)
        inside = base64.b32encode(bytes(lead) + raw)[first:last]
        yield "Base32 inside a longer text", inside
        yield "Base32 inside a longer text", inside.lower()
    yield from _base64_fragments("Base64", raw)
    bare = base64.b32encode(raw).rstrip(b"=")
    padless = base64.b64encode(raw).rstrip(b"=")
    # A document that holds the secret as text is often encoded as a whole.
    for name, text in (
        ("Base32", bare),
        ("Base32", bare.lower()),
        ("hex", raw.hex().encode()),
        ("Base64", padless),
        ("Base64", padless.translate(_URL_SAFE)),
    ):
        yield from _base64_fragments(f"Base64 over {name}", text)
        yield f"hex over {name}", text.hex().encode()


def _base64_fragments(name: str, raw: bytes) -> Iterator[tuple[str, bytes]]:
    name += " inside a longer text"
    for lead in range(3):
        first, last = _aligned(6, len(raw), lead)
        inside = binascii.b2a_base64(bytes(lead) + raw, newline=False)[first:last]
        yield name, inside
        yield name, inside.translate(_URL_SAFE)


def _aligned(bits_per_char: int, size: int, lead: int) -> tuple[int, int]:
    """From which to which character the secret alone is told when `lead` other bytes come before it."""
    return -(-8 * lead // bits_per_char), 8 * (lead + size) // bits_per_char
