"""A file that is there as a whole, or as it was: what is written halfway is never seen under its name.

That holds for a program that is killed and for a machine that loses its power: the content is on the disk
before the name leads to it.

>>> with tempfile.TemporaryDirectory() as folder:
...     replace_file(Path(folder) / "state.json", b"{}")
...     os.listdir(folder)
['state.json']
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path


def replace_file(path: Path, content: bytes) -> None:
    """Write the file, in a folder that is there, or leave what was there; OSError, which names the file."""
    name = ""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        os.close(handle)
        Path(name).write_bytes(content)
        _flush(Path(name))
        # A temporary file is its maker's alone; what is asked for is readable as any new file.
        os.umask(mask := os.umask(0))
        Path(name).chmod(0o666 & ~mask)
        Path(name).replace(path)
    except BaseException as error:
        if name:
            Path(name).unlink(missing_ok=True)
        if isinstance(error, OSError):
            # That a disk is full is said of no file.
            raise OSError(error.errno, error.strerror, str(path)) from None
        raise
    flush_folder(path.parent)


def flush_folder(folder: Path) -> None:
    """Put the names in the folder on the disk, where the system lets a folder be opened for that."""
    with contextlib.suppress(OSError):
        _flush(folder)


def _flush(path: Path) -> None:
    place = os.open(path, os.O_RDONLY)
    try:
        os.fsync(place)
    finally:
        os.close(place)
