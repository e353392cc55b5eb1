"""Forms of stored backups that Lostphone can take apart without any key: its own envelope, and KDBX.

What spoils a backup has to know where a form keeps its version, and what compares two has to leave out what
every backup of that form begins with. KDBX is the file of KeePass and its kin; its first fields name
ciphers and parameters, and are the same in everybody's file.

>>> version_raised(bytes.fromhex("03d9a29a67fb4bb500000400") + b"...").hex()[16:24]
'00000500'
>>> contents(b"no form that is known here")
b'no form that is known here'
"""

from __future__ import annotations

import struct
from typing import cast

from lostphone.formats.envelope.sealing import MAGIC, VERSION

#: Two signatures, and the version: minor, then major.
_KDBX = bytes.fromhex("03d9a29a67fb4bb5")
_KDBX_VERSION = struct.Struct("<HH")
_KDBX_FIRST_FIELD = len(_KDBX) + _KDBX_VERSION.size
_KDBX_NEWEST = 4


def version_raised(blob: bytes) -> bytes | None:
    """The same blob as a later version of its form would begin it; None for a form that is not known."""
    if blob.startswith(MAGIC):
        at = len(MAGIC)
        return blob[:at] + bytes([VERSION + 1]) + blob[at + 1 :]
    if blob.startswith(_KDBX):
        version = _KDBX_VERSION.pack(0, _KDBX_NEWEST + 1)
        return _KDBX + version + blob[_KDBX_FIRST_FIELD:]
    return None


def contents(blob: bytes) -> bytes:
    """What comes after the fields that describe it; all of it where the form is not known."""
    return blob[_kdbx_header_bytes(blob) :] if blob.startswith(_KDBX) else blob


def _kdbx_header_bytes(blob: bytes) -> int:
    """Where the header ends; 0 for one that does not end. Fields have a kind, a length and a value."""
    try:
        _, major = _KDBX_VERSION.unpack_from(blob, len(_KDBX))
        field = struct.Struct("<BI" if major >= _KDBX_NEWEST else "<BH")
        at = _KDBX_FIRST_FIELD
        while True:
            kind, length = cast(tuple[int, int], field.unpack_from(blob, at))
            at += field.size + length
            if kind == 0:
                return at
    except struct.error:
        return 0
