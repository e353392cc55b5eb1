"""Standard output, written as a whole: a write that is cut short, or a full disk, is told.

Where Python buffers nothing (`PYTHONUNBUFFERED`, `-u`), its text streams take no notice of a write that was
cut short, and a report that ends in the middle looked like one that did not.
"""

from __future__ import annotations

import io
import os
import sys
from typing import Any, cast


def prepare() -> None:
    """Make both standard streams write everything or raise OSError, and show any character."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if isinstance(stream, io.TextIOWrapper):
            setattr(sys, name, _whole(stream))


def _whole(stream: io.TextIOWrapper) -> io.TextIOWrapper:
    """The stream; or, if nothing below it writes again what was cut short, another one on the same file."""
    # What a test has put in its place is the test's.
    own = stream is sys.__stdout__ or stream is sys.__stderr__
    if own and isinstance(stream.buffer, io.RawIOBase):
        is_out, encoding = stream is sys.__stdout__, stream.encoding
        buffered = io.BufferedWriter(cast(io.RawIOBase, stream.detach()))
        # As was asked for, each line is seen at once.
        whole = io.TextIOWrapper(buffered, encoding, "backslashreplace", line_buffering=True)
        if is_out:
            sys.__stdout__ = whole  # type: ignore[misc]
        else:
            sys.__stderr__ = whole  # type: ignore[misc]
        return whole
    # A terminal or pipe that cannot show a character gets its number instead of ending the program.
    stream.reconfigure(errors="backslashreplace")
    return stream


def print_json(value: Any) -> None:
    """Print a value as one line of JSON: the answer of every command with `--format json`. OSError.

    Programs read the value as it is; on a terminal nothing in it acts.
    """
    import msgspec

    from lostphone.base.foreign_text import in_json

    print_bytes(in_json(msgspec.json.encode(value).decode()).encode() + b"\n")


def print_bytes(content: bytes) -> None:
    """Print all of it, and be sure that it has left this process. OSError."""
    sys.stdout.flush()
    below = getattr(sys.stdout, "buffer", None)
    if below is None:
        sys.stdout.write(content.decode())
    else:
        left = memoryview(content)
        while left:
            left = left[below.write(left) or 0 :]
    sys.stdout.flush()


def give_up() -> None:
    """Nothing more can be written: the buffers must not complain of that when the interpreter ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
