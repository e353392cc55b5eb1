"""Reading and writing the files a person names, with words for what can go wrong."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from lostphone.base.whole_file import replace_file
from lostphone.cli.usage import UsageError

if TYPE_CHECKING:
    from lostphone.stories.recipe import SavedStory


def read_lines(source: str) -> str:
    """A file's text, or standard input for `-`. UsageError when it cannot be read.

    Bytes that are no UTF-8 become surrogates, so that one bad line does not cost the others.
    """
    try:
        raw = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
    except OSError as error:
        raise UsageError.of("unreadable", path=source, reason=error.strerror) from None
    return raw.decode("utf-8", "surrogateescape")


def read_text(source: str) -> str:
    """As `read_lines`, for files that have to be UTF-8 throughout: UsageError names the line that is not."""
    text = read_lines(source)
    for number, line in enumerate(text.splitlines(), start=1):
        if any("\ud800" <= char <= "\udfff" for char in line):
            raise UsageError.of("not-utf8", path=source, number=number)
    return text


def read_bytes(path: Path) -> bytes:
    """A file's content; UsageError when it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError.of("unreadable", path=path, reason=error.strerror) from None


def read_saved(path: Path) -> SavedStory:
    """A saved story, to be played; UsageError when it cannot be read, or is none."""
    from lostphone.base.foreign_text import one_line
    from lostphone.stories.recipe import BadStory, check_times, read_story

    try:
        saved = read_story(read_bytes(path))
        check_times(saved)
        return saved
    except BadStory as error:
        # What is wrong may quote the file.
        raise UsageError(f"{one_line(str(path))}, {one_line(str(error))}") from None


def write_file(path: Path, content: bytes) -> None:
    """Write the whole file or leave what was there; UsageError when it cannot be written.

    A link is followed, and what is no file (a device, a pipe) is written into and stays what it is.
    """
    if path.is_symlink():
        path = path.resolve()
    if path.exists() and not path.is_file():
        _write_into(path, content)
        return
    try:
        replace_file(path, content)
    except OSError as error:
        raise UsageError.of("unwritable", path=path, reason=error.strerror) from None


def _write_into(path: Path, content: bytes) -> None:
    try:
        with path.open("wb") as device:
            device.write(content)
    except OSError as error:
        raise UsageError.of("unwritable", path=path, reason=error.strerror) from None
