"""Columns of a step's table, named in both languages and read as kinds.

A table is the only part of a step whose *headings* are words too. Declaring its columns once lets twins
be compared and actions be printed, and turns a mistyped heading into an error instead of a missing key.

>>> from lostphone.gherkin.kinds import generic_kinds
>>> columns = (
...     Column("site", "text", en="site", ja="サイト"),
...     Column("digits", "int", en="digits", ja="桁数"),
... )
>>> rows = parse_table("ja", [["サイト", "桁数"], ["「楽天証券」", "6"]], columns, generic_kinds())
>>> rows
[{'site': '楽天証券', 'digits': 6}]
>>> format_table("en", rows, columns, generic_kinds())
[['site', 'digits'], ['"楽天証券"', '6']]
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lostphone.base.suggest import nearest
from lostphone.gherkin.complaints import complaint
from lostphone.gherkin.kinds import Kinds


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in Python, the kind of its cells, its heading per language."""

    name: str
    kind: str
    en: str
    ja: str
    optional: bool = False

    def heading(self, language: str) -> str:
        return {"en": self.en, "ja": self.ja}[language]


class TableError(ValueError):
    """A story's table does not fit its sentence; the message says which heading or cell."""


def parse_table(
    language: str, rows: Sequence[Sequence[str]], columns: Sequence[Column], kinds: Kinds
) -> list[dict[str, Any]]:
    """One dict a row; an optional column that is absent, or an empty cell of one, has no key."""
    heading, *body = rows
    if not columns:
        return [dict(zip(heading, row, strict=True)) for row in body]
    found = [_column(language, words, columns) for words in heading]
    for column in columns:
        if column not in found and not column.optional:
            raise TableError(complaint(language, "column-needed", name=column.heading(language)))
        if found.count(column) > 1:
            raise TableError(complaint(language, "column-twice", name=column.heading(language)))
    return [
        {
            column.name: _cell(language, words, column, kinds)
            for column, words in zip(found, row, strict=True)
            if words or not column.optional
        }
        for row in body
    ]


def _column(language: str, words: str, columns: Sequence[Column]) -> Column:
    by_heading = {column.heading(language): column for column in columns}
    if words in by_heading:
        return by_heading[words]
    near = nearest(words, by_heading)
    known = complaint(language, "no-column-known", names=", ".join(by_heading))
    hint = complaint(language, "no-column-near", near=near) if near else known
    raise TableError(complaint(language, "no-column", name=words, hint=hint))


def _cell(language: str, words: str, column: Column, kinds: Kinds) -> Any:
    kind = kinds[column.kind]
    if not re.fullmatch(kind.pattern[language], words):
        heading = column.heading(language)
        raise TableError(complaint(language, "not-of-kind", words=words, name=heading, kind=kind.name))
    return kind.parse(language, words)


def format_table(
    language: str, rows: Sequence[Mapping[str, Any]], columns: Sequence[Column], kinds: Kinds
) -> list[list[str]]:
    """Heading and cells as text; a column that no row fills is left out."""
    used = [column for column in columns if not column.optional or any(column.name in row for row in rows)]
    body = [
        [kinds[c.kind].format(language, row[c.name]) if c.name in row else "" for c in used] for row in rows
    ]
    return [[column.heading(language) for column in used], *body]
