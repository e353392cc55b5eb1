"""What a file is, by its content: bytes in, a named format out. A file of no format here is a list.

>>> recognise(FileContent(chr(0x89) + "PNG", b"\\x89PNG\\r\\n\\x1a\\n")).fault
'picture'
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import msgspec

from lostphone.whatif.reading.collecting import Collector
from lostphone.whatif.reading.json_exports import JSON_FORMATS
from lostphone.whatif.reading.tables import read_table, table_of

#: The first bytes of files that are no text, and which sentence (a key of `fault`) is said of them.
_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "picture", "PNG"),
    (b"\xff\xd8\xff", "picture", "JPEG"),
    (b"GIF8", "picture", "GIF"),
    (b"BM", "picture", "BMP"),
    (b"II*\x00", "picture", "TIFF"),
    (b"MM\x00*", "picture", "TIFF"),
    (b"RIFF", "picture", "WebP"),
    (b"%PDF", "picture", "PDF"),
    (b"PK\x03\x04", "packed", "ZIP"),
    (b"\x1f\x8b", "packed", "gzip"),
    (b"7z\xbc\xaf\x27\x1c", "packed", "7z"),
    (b"\x03\xd9\xa2\x9a", "locked", "KeePass"),
    (b"AUTHENTICATORPRO", "locked", "Stratum (Authenticator Pro)"),
    (b"AuthenticatorPro", "locked", "Stratum (Authenticator Pro)"),
    (b"SQLite format 3\x00", "binary", ""),
    (b"bplist00", "binary", ""),
)
#: Kinds of pictures that phones take, by what stands at the fifth byte.
_PHONE_PICTURES = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif")
#: BMP begins with two letters, as a word may.
_TEXT_LIKE = (b"BM", b"RIFF", b"GIF8", b"AUTHENTICATORPRO", b"AuthenticatorPro")
_XML_LIKE = re.compile(r"\s*<(?!(?:apple-)?otpauth)(?:[?!]|[A-Za-z][\w:-]*[\s/>])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FileContent:
    """The text of a file and its first bytes."""

    text: str
    head: bytes


@dataclass(frozen=True, slots=True)
class Format:
    """A format: who writes it, and either a reader or the sentence (a key of `fault`) that is said of it."""

    name: str
    fault: str = ""
    reader: Callable[[Collector], None] | None = None


def recognise(content: FileContent) -> Format | None:
    """The format of a file; None for a list that a person wrote."""
    for recogniser in (_binary, _json, _xml, _table):
        if found := recogniser(content):
            return found
    return None


def _binary(content: FileContent) -> Format | None:
    for magic, fault, name in _MAGIC:
        if content.head.startswith(magic) and not (magic in _TEXT_LIKE and "\x00" not in content.text):
            return Format(name, fault)
    if content.head.startswith((b"AUTHENTICATORPRO", b"AuthenticatorPro")):
        return Format("Stratum (Authenticator Pro)", "locked")
    if content.head[4:12] in _PHONE_PICTURES:
        return Format("HEIC", "picture")
    return Format("", "binary") if "\x00" in content.text else None


def _json(content: FileContent) -> Format | None:
    text = content.text.lstrip()
    if not text.startswith(("{", "[")):
        return None
    document = _decoded(text)
    if document is None:
        # A line of a list may begin with a bracket; no list begins with a brace.
        return Format("JSON", "json-broken") if text.startswith("{") else None
    for known in JSON_FORMATS:
        if known.locked(document):
            return Format(known.name, "locked")
        if known.plain(document):
            reader = partial(known.reader, document) if known.reader else None
            return Format(known.name, "" if reader else "unread", reader)
    return Format("JSON", "json-unknown")


def _decoded(text: str) -> Any:
    """The document, or None. The error is dropped: it may hold a piece of the text."""
    try:
        return msgspec.json.decode(text)
    except (ValueError, RecursionError):
        return None


def _xml(content: FileContent) -> Format | None:
    if not _XML_LIKE.match(content.text[:200]):
        return None
    return Format("KeePass", "unread") if "<KeePassFile" in content.text[:4_000] else Format("XML", "xml")


def _table(content: FileContent) -> Format | None:
    table = table_of(content.text)
    if table is None:
        return None
    if table.otp is None:
        return Format(table.program or "CSV", "passwords")
    return Format(table.program, reader=lambda collector: read_table(content.text, table, collector))
