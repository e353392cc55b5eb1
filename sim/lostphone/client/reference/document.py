"""What is inside a backup: entries, read one by one so that a bad one does not take the others along.

>>> entries, missing = read_document(write_document([BackupEntry("1", "GitHub", "mika", "third-party")]))
>>> entries[0].issuer, missing
('GitHub', ())
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from lostphone.client.port import RowKind
from lostphone.client.reference.account import CodeForm


class BackupEntry(msgspec.Struct, frozen=True, omit_defaults=True):
    """One account as a backup holds it. Without a `secret` it is a name. Its repr shows no secret."""

    id: str
    issuer: str
    name: str
    kind: RowKind
    passwordless: bool = False
    form: CodeForm | None = None
    secret: bytes | None = None
    revision: int = 1

    @property
    def label(self) -> str:
        """As `Account.label`."""
        return f"{self.issuer} ({self.name})" if self.issuer else self.name

    def __repr__(self) -> str:
        return f"BackupEntry({self.label!r}, {'‹secret›' if self.secret else 'name only'})"


class _Document(msgspec.Struct):
    entries: list[msgspec.Raw]


class _Name(msgspec.Struct):
    issuer: str = ""
    name: str = ""


def write_document(entries: Sequence[BackupEntry]) -> bytes:
    """The clear text of a backup, to be sealed before it goes anywhere."""
    return msgspec.json.encode({"entries": entries})


def read_document(content: bytes) -> tuple[list[BackupEntry], tuple[str, ...]]:
    """The entries in order, and the labels of those that could not be read.

    ValueError when the whole is not a document at all.
    """
    entries: list[BackupEntry] = []
    missing: list[str] = []
    for place, raw in enumerate(msgspec.json.decode(content, type=_Document).entries, start=1):
        try:
            entries.append(msgspec.json.decode(raw, type=BackupEntry))
        except ValueError:
            missing.append(_label(raw) or f"entry {place}")
    return entries, tuple(missing)


def _label(raw: msgspec.Raw) -> str:
    try:
        name = msgspec.json.decode(raw, type=_Name)
    except ValueError:
        return ""
    return f"{name.issuer} ({name.name})" if name.issuer else name.name
