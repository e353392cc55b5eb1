"""A person's file of accounts on the command line: read within bounds, and never quoted."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from lostphone.cli.usage import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lostphone.whatif.own_account import BadLine, OwnAccounts
    from lostphone.whatif.reading.remarks import Lang


#: Up to so many guesses of one kind are said each at its place.
_FEW_GUESSES = 3


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
    """Print what was refused (red) and what was guessed (yellow); each sentence stands there once.

    A few guesses of one kind are said each at its place.
    """
    shown = _shown(file, lang)
    _complain_of(shown, own.bad_lines, "red", lang)
    _complain_of(shown, own.warnings, "yellow", lang, each=_FEW_GUESSES)


def say_left_out(own: OwnAccounts, lang: Lang) -> None:
    """Say how many places were left out."""
    _print(_told(lang, "left-out", count=f"{own.refused:,}"))


def no_account(file: str, lang: Lang) -> str:
    """The words for a file in which nothing was wrong, and no account."""
    return _told(lang, "empty", file=_shown(file, lang))


def _shown(file: str, lang: Lang) -> str:
    return _told(lang, "stdin") if file == "-" else file


def _complain_of(shown: str, remarks: list[BadLine], style: str, lang: Lang, each: int = 1) -> None:
    """The first place of a sentence with the sentence, and the other places together."""
    by_message: dict[str, list[BadLine]] = {}
    for remark in remarks:
        by_message.setdefault(remark.message, []).append(remark)
    for message, places in by_message.items():
        told = places if len(places) <= each else places[:1]
        for place in told:
            _print(f"{shown}, {place.where}: {message}" if place.where else f"{shown}: {message}", style)
        if others := places[len(told) :]:
            where = _listed(lang, (other.where for other in others))
            _print(f"{shown}: {_told(lang, 'same', first=told[0].where, places=where)}", style)
        if more := sum(place.more for place in places):
            _print(f"{shown}: {_told(lang, 'more', count=f'{more:,}')}", style)


def _listed(lang: Lang, parts: Iterable[str]) -> str:
    from lostphone.whatif.reading.remarks import listed

    return listed(lang, parts)


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
