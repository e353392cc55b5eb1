"""Puts a site where it belongs, whole or not at all, and touches no file there but a site's own.

Pages are written into a hidden folder beside, which changes places with the older site once it is complete.
So neither a full disk, Ctrl-C nor a kill leaves half a site behind, and people who look at the old one
meanwhile see all of it. What a killed run has left beside is swept away by the next one.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from lostphone.base.interrupts import held
from lostphone.base.whole_file import flush_folder
from lostphone.site.folder_exchange import exchange
from lostphone.site.own_files import MARK, NotOurs, check_own, mark_of, remove_own
from lostphone.site.page import Page

#: In a folder that is being written. Without it the folder holds a whole site, or one that is being removed.
UNFINISHED = "lostphone-unfinished"


class WrittenSite(msgspec.Struct, frozen=True):
    """What was written. `size` is in bytes; `kept` holds files that came into the old site meanwhile."""

    pages: int
    files: int
    size: int
    kept: Path | None = None


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
    check_own(out)


def write_site(out: Path, pages: Iterable[Page]) -> WrittenSite:
    """Write all of it to the folder `out`, in place of an older site there. NotOurs, OSError."""
    out = Path(os.path.abspath(out.resolve()))  # noqa: PTH100  # a folder that is not there yet has a name too
    out.parent.mkdir(parents=True, exist_ok=True)
    sweep(out)
    check_place(out)
    with _beside(out) as fresh:
        written = _write(fresh, pages)
        # The folder of a person's making may be read by others; a temporary one may not.
        os.umask(mask := os.umask(0))
        fresh.chmod(0o777 & ~mask)
        # Playing the stories took minutes, in which people may have put something there.
        check_place(out)
        with held():
            (fresh / UNFINISHED).unlink()
            old = _put(fresh, out)
        flush_folder(out.parent)
        kept = None if old is None or _removed(old) else _named(old, out)
    return msgspec.structs.replace(written, kept=kept)


def sweep(out: Path) -> None:
    """Take away what runs that were killed have left beside `out`, and put back a site that lies there.

    Files that are not ours stay. A folder in which another run is writing is left alone.
    """
    if not out.parent.is_dir():
        return
    for folder in sorted(out.parent.iterdir()):
        if not folder.name.startswith(_prefix(out)):
            continue
        with _locked(folder) as ours:
            if not ours:
                continue
            if (folder / UNFINISHED).exists():
                shutil.rmtree(folder, ignore_errors=True)
            elif (folder / MARK).exists() and not out.exists():
                folder.rename(out)
            elif not _removed(folder) and (folder / MARK).exists():
                _named(folder, out)


def _put(fresh: Path, out: Path) -> Path | None:
    """Let the new site take its place; where the old one is now, if there was one."""
    if not out.exists():
        fresh.rename(out)
        return None
    if exchange(fresh, out):
        return fresh
    old = _free_name(out, _prefix(out))
    out.rename(old)
    fresh.rename(out)
    return old


def _removed(old: Path) -> bool:
    """Whether nothing of it is left, or only what the next run will sweep away."""
    try:
        if not any(old.iterdir()):
            old.rmdir()
            return True
        return remove_own(old)
    except NotOurs:
        return False
    except OSError:
        return True


def _named(old: Path, out: Path) -> Path:
    """A place that people see, for files that are theirs."""
    kept = _free_name(out, f"{out.name}-kept-")
    old.rename(kept)
    (kept / MARK).unlink(missing_ok=True)
    return kept


def _free_name(out: Path, prefix: str) -> Path:
    """A name beside `out` that there is nothing under."""
    free = Path(tempfile.mkdtemp(dir=out.parent, prefix=prefix))
    free.rmdir()
    return free


def _prefix(out: Path) -> str:
    return f".{out.name}.lostphone-"


@contextmanager
def _beside(out: Path) -> Iterator[Path]:
    """A new folder next to the site's, gone at the end if it is still being written."""
    folder = Path(tempfile.mkdtemp(dir=out.parent, prefix=_prefix(out)))
    with _locked(folder):
        try:
            (folder / UNFINISHED).touch()
            yield folder
        finally:
            if (folder / UNFINISHED).exists():
                shutil.rmtree(folder, ignore_errors=True)
            with suppress(OSError):
                # It was empty when the writing ended.
                folder.rmdir()


@contextmanager
def _locked(folder: Path) -> Iterator[bool]:
    """Whether the folder is this process's for now; its lock ends with the process, however that ends."""
    try:
        import fcntl
    except ImportError:
        # Windows. No folder can be told from one that is being written.
        yield False
        return
    try:
        place = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0))
    except OSError:
        yield False
        return
    try:
        fcntl.flock(place, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(place)
        yield False
        return
    try:
        yield True
    finally:
        os.close(place)


def _write(folder: Path, pages: Iterable[Page]) -> WrittenSite:
    html = size = 0
    hashes: dict[str, str] = {}
    for page in pages:
        path = folder / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(page.content)
        hashes[page.path] = hashlib.sha256(page.content).hexdigest()
        html += page.path.endswith(".html")
        size += len(page.content)
    mark = mark_of(hashes)
    (folder / MARK).write_bytes(mark)
    return WrittenSite(html, len(hashes) + 1, size + len(mark))
