"""A person's file of accounts on the command line: read within bounds, and never quoted."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from lostphone.cli.usage import UsageError

if TYPE_CHECKING:
    from lostphone.whatif.own_account import BadLine, OwnAccounts
    from lostphone.whatif.reading.remarks import Lang


class ReadingFault(Exception):
    """A fault of ours while a person's file was read: its kind, and no text of the file."""


def read_own(file: str, lang: Lang) -> OwnAccounts:
    """The accounts of a file, or of standard input for `-`; UsageError when it cannot be opened."""
    from lostphone.whatif.accounts_file import MOST_BYTES, read_file

    raw = _read_up_to(MOST_BYTES + 1, file, lang)
    fault = ""
    try:
        return read_file(raw, lang)
    except Exception as error:
        # Raised below, outside of the handler: the error in hand may hold a piece of the file.
        fault = type(error).__name__
    raise ReadingFault(f"{fault} while {file} was read")


def complain(file: str, own: OwnAccounts, lang: Lang) -> None:
    """Print what was refused (red) and what was guessed (yellow); many places with one fault are counted."""
    shown = _shown(file, lang)
    for bad in own.bad_lines:
        _complain_of(shown, bad, "red", lang)
    for warning in own.warnings:
        _complain_of(shown, warning, "yellow", lang)


def say_left_out(own: OwnAccounts, lang: Lang) -> None:
    """Say how many places were left out."""
    _print(_told(lang, "left-out", count=f"{own.refused:,}"))


def no_account(file: str, lang: Lang) -> str:
    """The words for a file in which nothing was wrong, and no account."""
    return _told(lang, "empty", file=_shown(file, lang))


def _shown(file: str, lang: Lang) -> str:
    return _told(lang, "stdin") if file == "-" else file


def _complain_of(shown: str, bad: BadLine, style: str, lang: Lang) -> None:
    place = f"{shown}, {bad.where}" if bad.where else shown
    _print(f"{place}: {bad.message}", style)
    if bad.more:
        _print(f"{shown}: {_told(lang, 'more', count=f'{bad.more:,}')}", style)


def _told(lang: Lang, key: str, **values: str) -> str:
    from lostphone.whatif.reading.remarks import say

    return say(lang, "place", key, **values)


def _print(text: str, style: str | None = None) -> None:
    from lostphone.cli.console import err

    err().print(text, style=style, markup=False, highlight=False, soft_wrap=True)


def _read_up_to(most: int, file: str, lang: Lang) -> bytes:
    """The first bytes of a file: devices and pipes may have no end."""
    try:
        if file == "-":
            return sys.stdin.buffer.read(most)
        with Path(file).open("rb") as opened:
            return opened.read(most)
    except OSError as error:
        raise UsageError(_told(lang, "unreadable", file=file, reason=error.strerror or "")) from None
    except ValueError:
        # A NUL in the name.
        raise UsageError(_told(lang, "no-file-name")) from None
