"""Reads CSV exports of password managers: only the column of one-time passwords, and the names beside it.

A table is told by its first line. Rows without a one-time password are none of the app's business, and no
other column is looked at. A table that has no such column is named and refused in one sentence.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass

from lostphone.whatif.reading.collecting import Collector
from lostphone.whatif.reading.json_exports import add_uri
from lostphone.whatif.reading.remarks import RemarkPlace

_LONGEST_HEADER = 4_000
_DELIMITERS = (",", ";", "\t")
#: Columns that hold a one-time password: a link, or a secret alone.
_OTP = ("otpauth", "totp", "login_totp", "otpsecret", "otpurl", "otp")
_TITLES = ("title", "name", "account")
_USERS = ("username", "login_username", "user name", "login", "email")
_PASSWORDS = ("password", "login_password", "kennwort", "パスワード")
#: The columns that tell a program, the most telling first.
_PROGRAMS = (
    (("login_uri", "login_totp"), "Bitwarden"),
    (("group", "title", "username", "password", "totp"), "KeePassXC"),
    (("title", "url", "username", "password", "otpauth", "favorite"), "1Password"),
    (("title", "url", "username", "password", "otpauth"), "Apple Passwords"),
    (("url", "username", "password", "httprealm"), "Firefox"),
    (("url", "username", "password", "totp", "extra", "name"), "LastPass"),
    (("username", "title", "password", "otpurl"), "Dashlane"),
    (("username", "title", "password", "otpsecret"), "Dashlane"),
    (("type", "name", "url", "username", "password", "totp"), "Proton Pass"),
    (("name", "url", "username", "password"), "Chrome, Edge"),
)


@dataclass(frozen=True, slots=True)
class CsvTable:
    """A CSV table by its first line: the program that wrote it, its columns, and what parts them."""

    program: str
    columns: tuple[str, ...]
    delimiter: str

    @property
    def otp(self) -> int | None:
        return self._column(_OTP)

    def names(self, row: list[str]) -> tuple[str, str]:
        """The site's and the person's name of a row, as they stand."""
        return tuple(self._cell(row, self._column(names)) for names in (_TITLES, _USERS))  # type: ignore[return-value]

    def cell(self, row: list[str]) -> str:
        """The one-time password of a row; empty if it has none."""
        return self._cell(row, self.otp).strip()

    def _column(self, names: tuple[str, ...]) -> int | None:
        return next((self.columns.index(name) for name in names if name in self.columns), None)

    def _cell(self, row: list[str], column: int | None) -> str:
        return row[column] if column is not None and column < len(row) else ""


def table_of(text: str) -> CsvTable | None:
    """The table that the text is, or None: its first line has to name a password or a one-time password."""
    head = text[:_LONGEST_HEADER].lstrip().splitlines()[:1]
    for delimiter in _DELIMITERS:
        for cells in csv.reader(head, delimiter=delimiter):
            columns = tuple(cell.strip().casefold() for cell in cells)
            if len(columns) > 2 and any(column in (*_OTP, *_PASSWORDS) for column in columns):
                return CsvTable(_program(columns), columns, delimiter)
    return None


def read_table(text: str, table: CsvTable, collector: Collector) -> None:
    """Take the accounts of the rows that have a one-time password."""
    without = number = 0
    try:
        for number, row in _rows(text, table.delimiter):
            if cell := table.cell(row):
                add_uri(cell, *table.names(row), RemarkPlace(number), collector)
            else:
                without += 1
    except csv.Error:
        collector.refuse("table-damaged", RemarkPlace(number + 1))
    if without:
        collector.warn("rows-without", RemarkPlace(0), count=f"{without:,}")


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """The rows after the first, with the line on which each begins."""
    reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
    line, first = 1, True
    for row in reader:
        if any(row) and not first:
            yield line, row
        first = first and not any(row)
        line = reader.line_num + 1


def _program(columns: tuple[str, ...]) -> str:
    return next((name for telling, name in _PROGRAMS if all(one in columns for one in telling)), "")
