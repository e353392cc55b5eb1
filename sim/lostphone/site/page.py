"""A page of the site: where it stands in the folder, and what is in the file."""

from __future__ import annotations

import re
from posixpath import relpath

import msgspec

_PLAIN = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*")


class Page(msgspec.Struct, frozen=True):
    """A file of the site. `path` is relative to the site's folder and written with slashes."""

    path: str
    content: bytes


def file_name(id: str) -> str:
    """An id as the name of a file: itself where it is plain, and never a way out of the folder.

    >>> file_name("backup.ios2.gates"), file_name("../x"), file_name("a b")
    ('backup.ios2.gates', '~2e~2e~2fx', 'a~20b')
    """
    if _PLAIN.fullmatch(id):
        return id
    safe = "".join(
        char if char.isascii() and (char.isalnum() or char in "-_") else _escaped(char) for char in id
    )
    return safe or "~"


def _escaped(char: str) -> str:
    return "".join(f"~{byte:02x}" for byte in char.encode("utf-8", "surrogatepass"))


def relative(path: str, seen_from: str) -> str:
    """The link from one page to another, both given as paths in the site's folder.

    >>> relative("en/rules/index.html", "en/stories/a.html")
    '../rules/index.html'
    """
    return relpath(path, seen_from.rpartition("/")[0] or ".")
