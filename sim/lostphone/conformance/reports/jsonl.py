"""JSON Lines: a header, a line for each verdict, a footer. What was cut off on the way is noticed.

The header says what was asked of whom, the footer how many verdicts there were and what the bytes before it
add up to (SHA-256). `read` gives everything back, or says at which line it stopped making sense.
"""

from __future__ import annotations

import hashlib
from typing import Any, TypeVar

import msgspec

from lostphone.base.foreign_text import one_line
from lostphone.client.port import ClientInfo
from lostphone.conformance.report import Report
from lostphone.conformance.verdict import VerdictRow

FORMAT = "lostphone-conformance/1"

T = TypeVar("T", bound=msgspec.Struct)


class BrokenReport(ValueError):
    """What was read is no whole report; the message says which line, and what is wrong there."""


class Header(msgspec.Struct, frozen=True, tag_field="kind", tag="header"):
    """What was asked, and of whom. `complete`: nothing of the sets was left out."""

    format: str
    client: dict[str, Any] | None
    spec: str
    suite: str
    sets: tuple[str, ...]
    seed: int
    lang: str
    complete: bool
    scenarios: int


class VerdictLine(msgspec.Struct, frozen=True, tag_field="kind", tag="verdict"):
    """One verdict, as in `verdict.VerdictRow`."""

    requirement: str
    scenario: str
    verdict: str
    message: str


class Footer(msgspec.Struct, frozen=True, tag_field="kind", tag="footer"):
    """`fine` as in the report; `sha256` of every byte before the footer, in hex."""

    verdicts: int
    counts: dict[str, int]
    complaints: tuple[str, ...]
    fine: bool
    sha256: str


class SavedReport(msgspec.Struct, frozen=True):
    """A report read back."""

    header: Header
    rows: tuple[VerdictRow, ...]
    footer: Footer


def write(report: Report) -> bytes:
    """The whole file."""
    header = Header(
        FORMAT,
        _told(report.info),
        one_line(report.spec),
        report.suite,
        report.sets,
        report.seed,
        report.lang,
        report.complete,
        len(report.cases),
    )
    lines = [VerdictLine(row.requirement, row.scenario, row.verdict, row.message) for row in report.rows]
    body = msgspec.json.Encoder().encode_lines([header, *lines])
    footer = Footer(
        verdicts=len(lines),
        counts={str(verdict): count for verdict, count in report.counts.items()},
        complaints=report.complaints,
        fine=report.fine,
        sha256=hashlib.sha256(body).hexdigest(),
    )
    return body + msgspec.json.encode(footer) + b"\n"


def _told(info: ClientInfo | None) -> dict[str, Any] | None:
    """Every member, for whether one is left out must not depend on how it came here; fit to be shown."""
    if info is None:
        return None
    members = msgspec.structs.asdict(info)
    return {name: one_line(value) if isinstance(value, str) else value for name, value in members.items()}


def read(content: bytes | str) -> SavedReport:
    """Everything back, from the file's bytes or its text; BrokenReport."""
    if isinstance(content, str):
        content = content.encode("utf-8", "surrogatepass")
    lines = content.splitlines(keepends=True)
    if not content.endswith(b"\n"):
        raise BrokenReport(f"line {max(1, len(lines))} is cut off: the report is not whole")
    header = _decoded(lines, 0, Header)
    if header.format != FORMAT:
        raise BrokenReport(f"line 1: this is a '{header.format}', and {FORMAT} can be read here")
    if b'"kind":"footer"' not in lines[-1]:
        raise BrokenReport(f"the report ends after line {len(lines)} without a footer: it is not whole")
    footer = _decoded(lines, len(lines) - 1, Footer)
    found = [_decoded(lines, number, VerdictLine) for number in range(1, len(lines) - 1)]
    if len(found) != footer.verdicts:
        raise BrokenReport(f"the footer counts {footer.verdicts} verdicts, and there are {len(found)}")
    if hashlib.sha256(b"".join(lines[:-1])).hexdigest() != footer.sha256:
        raise BrokenReport("the lines do not add up to what the footer says: something was changed")
    rows = [msgspec.convert(msgspec.structs.asdict(line), VerdictRow) for line in found]
    return SavedReport(header, tuple(rows), footer)


def _decoded(lines: list[bytes], number: int, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(lines[number], type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BrokenReport(f"line {number + 1} is no {kind.__struct_config__.tag}: {_plain(error)}") from None


def _plain(error: Any) -> str:
    return str(error).rstrip(".")
