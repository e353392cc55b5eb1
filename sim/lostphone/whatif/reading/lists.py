"""Reads a list that a person wrote, line by line: links, export links, names, and a word before a name.

`GitHub` and `site GitHub` are a site's one-time password; `work mika@contoso.com` and the other words of
`lines.WORDS` say otherwise. What stands before or after a link is a remark.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lostphone.whatif.own_account import OwnKind
from lostphone.whatif.reading.collecting import Collector, at_column
from lostphone.whatif.reading.lines import Head, ListedName, bare_line, entry_of, head_of, several_names
from lostphone.whatif.reading.links import BadLink, LinkPiece, links_in, of_export, read_link
from lostphone.whatif.reading.names import (
    JudgedName,
    is_address,
    is_brand,
    is_capital,
    is_microsoft,
    judge_name,
)
from lostphone.whatif.reading.remarks import RemarkPlace

if TYPE_CHECKING:
    from lostphone.formats.google_export import Migration, MigrationError

#: Kinds that are accounts at Microsoft, whose names are addresses.
_MICROSOFT = ("work", "work-code", "passwordless", "personal")

#: Microsoft Authenticator has no export (A49); links of this form are Google's.
EXPORTER = "Google Authenticator"
MOST_LINES = 100_000
#: A QR code holds 4,296 characters; tools that join the codes of an export write longer links.
LONGEST_LINE = 1_000_000
_LINE_END = re.compile(r"\r\n|\r|\n")
_SURROGATE = re.compile("[\ud800-\udfff]")


def read_list(text: str, collector: Collector) -> None:
    """Read every line. A bad line is noted, and the others are read all the same."""
    reader = _Lines(collector)
    for number, raw in enumerate(_LINE_END.split(text), start=1):
        line = raw.strip()
        if line and not line.startswith(("#", "＃")):
            reader.read(line, len(raw) - len(raw.lstrip()), number)
    reader.end()


class _Lines:
    """Reads one line after the other, and remembers the parts of exports that it met."""

    def __init__(self, collector: Collector) -> None:
        self._collector = collector
        self._exports: list[tuple[int, Migration]] = []
        self._only_exports = True

    def read(self, line: str, indent: int, number: int) -> None:
        """Take one line that is neither empty nor a comment."""
        place = RemarkPlace(number)
        self._only_exports &= "otpauth-migration://" in line[:60].lower()
        if len(line) > LONGEST_LINE:
            self._collector.refuse("line-long", place, most=f"{LONGEST_LINE:,}")
        elif bad := _SURROGATE.search(line):
            self._collector.refuse("not-utf8", at_column(place, indent + bad.start()))
        elif pieces := list(links_in(line)):
            for piece in pieces:
                self._add_piece(piece, at_column(place, indent + piece.at))
        else:
            self._add_named(line, indent, place)

    def _add_piece(self, piece: LinkPiece, place: RemarkPlace) -> None:
        collector = self._collector
        if piece.remark:
            collector.warn("remark", RemarkPlace(place.number))
        if piece.remark_after:
            collector.warn("remark-after", RemarkPlace(place.number))
        if piece.is_export:
            self._add_export(piece.text, place)
            return
        try:
            link = read_link(piece.text)
        except BadLink as bad:
            collector.refuse(bad.fault, place)
            return
        collector.add_link(link, RemarkPlace(place.number))

    def _add_export(self, text: str, place: RemarkPlace) -> None:
        from lostphone.formats.google_export import MigrationError, parse_migration

        try:
            export = parse_migration(text, lambda error: self._refuse_entry(error, place))
        except MigrationError as error:
            self._refuse_entry(error, place)
            return
        self._exports.append((place.number, export))
        for entry in export.accounts:
            self._collector.add_link(of_export(entry), RemarkPlace(place.number))

    def _refuse_entry(self, error: MigrationError, place: RemarkPlace) -> None:
        self._collector.refuse(f"export-{error.fault}", place, entry=str(error.entry or 0))

    def _add_named(self, raw: str, indent: int, place: RemarkPlace) -> None:
        """Take a line without a link: a word and a name, or a name alone."""
        line = bare_line(raw)
        indent += raw.index(line)
        head = head_of(line)
        if head is None:
            self._add_bare(line, indent, place)
        elif head.name:
            self._add_of_kind(head, indent + len(line) - len(head.name), place)
        else:
            self._collector.refuse("no-name", place)

    def _add_of_kind(self, head: Head, indent: int, place: RemarkPlace) -> None:
        kind, name = head.kind, head.name
        entry = entry_of(name) if kind == "third-party" else ListedName(name)
        judged = judge_name(entry.name)
        if judged.grade == "refused":
            self._collector.refuse(f"name-{judged.why}", at_column(place, indent + judged.at))
            return
        if kind in ("passkey", "password") and judged.grade == "shown":
            trusted = is_brand(name) or (kind == "passkey" and is_capital(name))
            judged = judged if trusted else JudgedName("doubtful", "password")
        if kind in _MICROSOFT and not is_address(name):
            self._collector.warn("not-address", place)
        self._add_entry(kind, entry, judged, place)

    def _add_bare(self, line: str, indent: int, place: RemarkPlace) -> None:
        if is_address(line):
            self._collector.refuse("bare-address", at_column(place, indent))
            return
        if several := several_names(line):
            for name in several:
                self._add_bare(name, indent + line.index(name), place)
            return
        entry = entry_of(line)
        judged = judge_name(entry.name)
        if is_microsoft(entry.site):
            self._collector.refuse("microsoft-kind", at_column(place, indent))
        elif judged.grade == "refused":
            self._collector.refuse(f"name-{judged.why}", at_column(place, indent + judged.at))
        else:
            self._add_entry("third-party", entry, judged, place)

    def _add_entry(self, kind: OwnKind, entry: ListedName, judged: JudgedName, place: RemarkPlace) -> None:
        if entry.remark:
            self._collector.warn("remark-name", place)
        self._collector.add_named(kind, entry.name, judged, place, entry.remark)

    def end(self) -> None:
        """Say which parts of an export are not in the file; a file of nothing else comes from that app."""
        if not self._exports:
            return
        if self._only_exports:
            self._collector.came_from = EXPORTER
        from lostphone.formats.google_export import missing_parts

        by_batch: dict[tuple[int, int], list[tuple[int, Migration]]] = {}
        for number, export in self._exports:
            by_batch.setdefault((export.batch_id, export.parts), []).append((number, export))
        for (_batch, parts), members in by_batch.items():
            if missing := missing_parts(export for _number, export in members):
                some = ", ".join(map(str, missing[:_MOST_NAMED])) + (
                    ", …" if len(missing) > _MOST_NAMED else ""
                )
                self._collector.warn("parts", RemarkPlace(members[-1][0]), parts=str(parts), missing=some)


#: So many missing parts are named.
_MOST_NAMED = 10
