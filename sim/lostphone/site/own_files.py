"""Which files of a folder are a site's own: its mark lists each with its SHA-256.

A file that is not listed, or is not as it was written, is a person's: it is named, and never removed.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

import msgspec

from lostphone.base.foreign_text import listed

FORMAT = "lostphone-site/2"
#: A file that only a site of ours has.
MARK = "lostphone-site.json"


class NotOurs(ValueError):
    """The folder holds something that Lostphone did not put there, and must not be lost."""


def mark_of(hashes: Mapping[str, str]) -> bytes:
    """The content of a mark; `hashes` has the SHA-256 in hex of each file by its path."""
    return msgspec.json.encode({"format": FORMAT, "files": dict(sorted(hashes.items()))}) + b"\n"


def read_mark(folder: Path) -> dict[str, str]:
    """The hashes by path; NotOurs if there is no mark of this format. OSError."""
    try:
        mark: dict[str, Any] = msgspec.json.decode((folder / MARK).read_bytes(), type=dict[str, Any])
        if mark["format"] == "lostphone-site/1":
            raise NotOurs(
                f"{folder} is a site of an older Lostphone, which did not note its files; give another "
                "folder, or remove that one if nothing in it is yours"
            )
        if mark["format"] != FORMAT:
            raise KeyError(mark["format"])
        return msgspec.convert(mark["files"], dict[str, str])
    except FileNotFoundError:
        raise NotOurs(f"{folder} is no site of Lostphone's") from None
    except (KeyError, UnicodeDecodeError, msgspec.MsgspecError):
        raise NotOurs(f"{folder / MARK} is not as Lostphone wrote it; give another folder") from None


def check_own(folder: Path) -> None:
    """NotOurs, with names, if something in the site's folder is not the site's, or was changed. OSError."""
    own = read_mark(folder)
    strange = [path for path in _below(folder) if not _is_own(folder, path, own)]
    if strange:
        raise NotOurs(
            f"{folder} holds what is not the site's, or was changed since it was written "
            f"({listed(strange, most=3)}); nothing was touched: move that away first, or give another folder"
        )


def remove_own(folder: Path) -> bool:
    """Remove a site's files, and the folders that are empty then; whether nothing is left. NotOurs, OSError.

    The mark goes last: a run that is killed here leaves the list to the next one.
    """
    own = read_mark(folder)
    for path in _below(folder):
        if path != MARK and not path.endswith("/") and _is_own(folder, path, own):
            (folder / path).unlink()
    for below in _folders(folder):
        if not any(below.iterdir()):
            below.rmdir()
    if [entry.name for entry in folder.iterdir()] != [MARK]:
        return False
    (folder / MARK).unlink()
    folder.rmdir()
    return True


def _is_own(folder: Path, path: str, own: Mapping[str, str]) -> bool:
    if path == MARK:
        return True
    place = folder / path
    if path.endswith("/"):
        # An empty folder, or a link to one: a site has neither.
        return False
    if path not in own or place.is_symlink() or not place.is_file():
        return False
    return hashlib.sha256(place.read_bytes()).hexdigest() == own[path]


def _below(folder: Path) -> Iterator[str]:
    """Every file, as its path below the folder; with a slash at its end a folder that has nothing in it, and
    a link to one, which is not followed."""
    for place, folders, names in os.walk(folder, onerror=_raise):
        here = Path(place).relative_to(folder)
        if not folders and not names and place != str(folder):
            yield f"{here.as_posix()}/"
        for name in sorted(folders):
            if Path(place, name).is_symlink():
                yield f"{(here / name).as_posix()}/"
        for name in sorted(names):
            yield PurePosixPath(here, name).as_posix()


def _folders(folder: Path) -> Iterator[Path]:
    """The folders below, the innermost first."""
    for place, _, _ in os.walk(folder, topdown=False, onerror=_raise):
        if place != str(folder):
            yield Path(place)


def _raise(error: OSError) -> None:
    raise error
