"""Reading and writing the files a person names, with words for what can go wrong."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from lostphone.cli.usage import UsageError


def read_text(source: str) -> str:
    """A file's text, or standard input for `-`. UsageError when it cannot be read or is not UTF-8."""
    try:
        raw = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
    except OSError as error:
        raise UsageError(f"{source} cannot be read: {error.strerror}") from None
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise UsageError(f"{source}, line {line}: this is not UTF-8 text") from None


def read_bytes(path: Path) -> bytes:
    """A file's content; UsageError when it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}") from None


def write_file(path: Path, content: bytes) -> None:
    """Write the whole file or leave what was there; UsageError when it cannot be written."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}") from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        # A temporary file is its maker's alone; what is asked for is readable as any new file.
        os.umask(mask := os.umask(0))
        Path(name).chmod(0o666 & ~mask)
        Path(name).replace(path)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise UsageError(f"{path} cannot be written: {error.strerror}") from None
