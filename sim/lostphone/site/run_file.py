"""The file of a recorded run: what was played once, to be built into pages elsewhere or later.

JSON Lines. A header says what it is, then every feature file, then every story; the last line counts them
and carries a fingerprint of all before it, so that a file which was cut short or changed is told.

>>> run = RecordedRun("0", 7, {"features/en/a.feature": "Feature: A"}, ())
>>> read_run(write_run(run)) == run
True
>>> read_run(write_run(run)[:-30])
Traceback (most recent call last):
lostphone.site.run_file.BadRun: line 3: the file is cut short or was changed: its last line does not fit
"""

from __future__ import annotations

import hashlib
from typing import TypeVar

import msgspec

from lostphone.site.recorded import RecordedRun, RecordedStory

FORMAT = "lostphone-run/1"
_PART = TypeVar("_PART")


class BadRun(ValueError):
    """A file that is no recorded run, or no longer a whole one; the message says where and why."""


class _Header(msgspec.Struct, frozen=True):
    format: str
    version: str = ""
    seed: int = 0


class _Source(msgspec.Struct, frozen=True):
    uri: str
    text: str


class _Part(msgspec.Struct, frozen=True, omit_defaults=True):
    """A line between the first and the last: one of the two is there."""

    source: _Source | None = None
    story: RecordedStory | None = None


class _Footer(msgspec.Struct, frozen=True):
    end: int
    fingerprint: str


def write_run(run: RecordedRun) -> bytes:
    """The whole file."""
    encode = msgspec.json.Encoder(order="deterministic").encode
    lines = [
        encode(_Header(FORMAT, run.version, run.seed)),
        *(encode(_Part(source=_Source(uri, text))) for uri, text in run.sources.items()),
        *(encode(_Part(story=story)) for story in run.stories),
    ]
    body = b"".join(line + b"\n" for line in lines)
    return body + encode(_Footer(len(lines), hashlib.sha256(body).hexdigest())) + b"\n"


def fingerprint(run: RecordedRun) -> str:
    """SHA-256 of the run as it would stand in a file, in hex."""
    return hashlib.sha256(write_run(run)).hexdigest()


def read_run(content: bytes) -> RecordedRun:
    """A run written by `write_run`. BadRun names the line of what is wrong."""
    lines = content.split(b"\n")
    if lines[-1] == b"":
        lines.pop()
    header = _line(lines, 1, _Header, f"this is no recorded run ({FORMAT})")
    if header.format != FORMAT:
        raise BadRun(f"line 1: this is {header.format!r}, and only {FORMAT!r} can be read")
    whole = "the file is cut short or was changed: its last line does not fit"
    footer = _line(lines, len(lines), _Footer, whole)
    body = b"".join(line + b"\n" for line in lines[:-1])
    if footer != _Footer(len(lines) - 1, hashlib.sha256(body).hexdigest()):
        raise BadRun(f"line {len(lines)}: {whole}")
    parts = [_line(lines, number, _Part, "this is no story") for number in range(2, len(lines))]
    return RecordedRun(
        header.version,
        header.seed,
        {part.source.uri: part.source.text for part in parts if part.source},
        tuple(part.story for part in parts if part.story),
    )


def _line(lines: list[bytes], number: int, kind: type[_PART], hope: str) -> _PART:
    try:
        return msgspec.json.decode(lines[number - 1], type=kind)
    except (IndexError, UnicodeDecodeError, RecursionError, msgspec.MsgspecError):
        raise BadRun(f"line {max(number, 1)}: {hope}") from None
