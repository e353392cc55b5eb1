"""Puts a site where it belongs, whole or not at all.

Pages are written into a folder beside, which takes the site's place once it is complete. So neither a full
disk nor Ctrl-C leaves half a site behind, and whoever looks at the old one meanwhile sees all of it.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from lostphone.site.page import Page

FORMAT = "lostphone-site/1"
#: A file that only a site of ours has. It names what else stands in the folder.
MARK = "lostphone-site.json"


class NotOurs(ValueError):
    """The folder holds something that Lostphone did not put there, and must not be lost."""


class Written(msgspec.Struct, frozen=True):
    """What was written. `size` is in bytes."""

    pages: int
    files: int
    size: int


def check_place(out: Path) -> None:
    """NotOurs if a site must not be written there; OSError if the place cannot be looked at."""
    if not out.exists():
        return
    if not out.is_dir():
        raise NotOurs(f"{out} is a file; give the name of a folder")
    there = sorted(entry.name for entry in out.iterdir())
    if not there:
        return
    if MARK not in there:
        raise NotOurs(f"{out} is no site of Lostphone's and not empty ({there[0]}, …); give another folder")
    strange = sorted(set(there).difference(_named_by_mark(out)))
    if strange:
        raise NotOurs(f"{out} holds what is not the site's ({', '.join(strange[:3])}); move that away first")


def _named_by_mark(out: Path) -> list[str]:
    try:
        mark: dict[str, Any] = msgspec.json.decode((out / MARK).read_bytes(), type=dict[str, Any])
        if mark["format"] != FORMAT:
            raise ValueError(mark["format"])
        return [MARK, *msgspec.convert(mark["holds"], list[str])]
    except (KeyError, ValueError, msgspec.MsgspecError):
        raise NotOurs(f"{out / MARK} is not as Lostphone wrote it; give another folder") from None


def write_site(out: Path, pages: Iterable[Page]) -> Written:
    """Write all of it to the folder `out`, in place of an older site there. NotOurs, OSError."""
    out = Path(os.path.abspath(out.resolve()))  # noqa: PTH100  # a folder that is not there yet has a name too
    check_place(out)
    out.parent.mkdir(parents=True, exist_ok=True)
    with _beside(out) as fresh:
        written = _write(fresh, pages)
        # The folder of a person's making may be read by others; a temporary one may not.
        os.umask(mask := os.umask(0))
        fresh.chmod(0o777 & ~mask)
        with _beside(out) as old:
            if out.exists():
                out.rename(old / "site")
            fresh.rename(out)
    return written


@contextmanager
def _beside(out: Path) -> Any:
    """A new folder next to the site's, gone at the end if it is still there."""
    folder = Path(tempfile.mkdtemp(dir=out.parent, prefix=f".{out.name}."))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _write(folder: Path, pages: Iterable[Page]) -> Written:
    html = files = size = 0
    holds: dict[str, None] = {}
    for page in pages:
        path = folder / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(page.content)
        holds[page.path.partition("/")[0]] = None
        html += page.path.endswith(".html")
        files += 1
        size += len(page.content)
    mark = msgspec.json.encode({"format": FORMAT, "holds": sorted(holds)}) + b"\n"
    (folder / MARK).write_bytes(mark)
    return Written(html, files + 1, size + len(mark))
