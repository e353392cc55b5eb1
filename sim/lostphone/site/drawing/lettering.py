"""How wide a text will be, and where its lines break, without asking a browser.

A picture has to know beforehand how tall a message is. Widths are those of common interface fonts, a
little on the wide side, so that what fits here fits there; a full-width character is one em. What a
reader sees as one character (an emoji of several code points, a letter with its marks) is never cut.

>>> wrap("Sign in to restore your account", 12, 100)
['Sign in to', 'restore your', 'account']
>>> wrap("サインインしてアカウントを復元。", 12, 96)
['サインインして', 'アカウントを', '復元。']
>>> cut("kenji.the.elder@example.com", 11, 90)
'kenji.the.elder…'
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import cache

from rich.cells import split_graphemes

#: Widths in hundredths of an em, by what a character looks like.
_NARROW, _LEAN, _MIDDLE, _BROAD, _VERY_BROAD, _FULL = 29, 39, 58, 71, 92, 100
_LETTERS = (
    dict.fromkeys("iljI|!.,:;'`’‘", _NARROW)
    | dict.fromkeys('frt()[]{}/\\- "“”°*', _LEAN)
    | dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZ&<>=+~w…—", _BROAD)
    | dict.fromkeys("mMW@%", _VERY_BROAD)
)
#: No line begins with one of these, and none ends with one of those.
_NOT_FIRST = set("、。，．・：；？！ー」』）】〉》〕ぁぃぅぇぉっゃゅょァィゥェォッャュョ…‥,.:;?!)]}’”%")
_NOT_LAST = set("「『（【〈《〔([{‘“")


def width(text: str, size: float) -> float:
    """The width of a text in the unit of `size`, the font's height."""
    return sum(_width(one) for one in _characters(text)) * size / 100


def cut(text: str, size: float, room: float) -> str:
    """The text, or as much of its beginning as fits, with an ellipsis."""
    if width(text, size) <= room:
        return text
    left = room * 100 / size - _width("…")
    kept = ""
    for one in _characters(text):
        left -= _width(one)
        if left < 0:
            break
        kept += one
    return kept.rstrip() + "…"


@cache
def wrap(text: str, size: float, room: float, lines_max: int = 99) -> list[str]:
    """The text in lines no wider than `room`; the last of `lines_max` lines is cut if there is more."""

    lines = [""]
    _fill(lines, text, size, room, (_between_phrases, _between_letters, _anywhere))
    lines = [line.strip() for line in lines if line.strip()]
    if len(lines) > lines_max:
        lines = [*lines[: lines_max - 1], cut(" ".join(lines[lines_max - 1 :]), size, room)]
    return lines


_Parting = Callable[[str, str], bool]


def _fill(lines: list[str], text: str, size: float, room: float, partings: tuple[_Parting, ...]) -> None:
    """Put a text behind the last line and below it; what is longer than a line is parted more finely."""

    def fits(line: str) -> bool:
        return width(line.rstrip(), size) <= room

    for piece in _pieces(text, partings[0]):
        if fits(lines[-1] + piece):
            lines[-1] += piece
        elif fits(piece) or len(partings) == 1:
            lines.append(piece)
        else:
            _fill(lines, piece, size, room, partings[1:])


def _pieces(text: str, may_part: _Parting) -> list[str]:
    """The text in pieces that stay together."""
    pieces: list[str] = []
    for one in _characters(text):
        if pieces and not may_part(pieces[-1], one):
            pieces[-1] += one
        else:
            pieces.append(one)
    return pieces


def _between_phrases(before: str, one: str) -> bool:
    """Behind a blank; in Japanese where hiragana ends and a new word begins, as one would breathe."""
    if not _between_letters(before, one):
        return False
    if before[-1] in " 、。」）！？":
        return True
    if one == "@":
        return False
    if before[-1].isascii():
        # Between Microsoft and アカウント, but not between iCloud and its particle.
        return _is_full(one) and not _is_hiragana(one[0])
    return _is_hiragana(before[-1]) and not _is_hiragana(one[0]) and before[-1] not in "おご"


def _between_letters(before: str, one: str) -> bool:
    """Behind a blank, and between full-width characters that punctuation does not tie together."""
    if one == " " or one[0] in _NOT_FIRST or before[-1] in _NOT_LAST:
        return False
    # An address that is too long is parted where its domain begins.
    return before[-1] == " " or one == "@" or _is_full(one) or _is_full(before[-1])


def _anywhere(_before: str, _one: str) -> bool:
    return True


def _is_hiragana(letter: str) -> bool:
    return "ぁ" <= letter <= "ゖ"


@cache
def _characters(text: str) -> tuple[str, ...]:
    spans, _cells = split_graphemes(text, "latest")
    return tuple(text[begin:end] for begin, end, _width_in_cells in spans)


@cache
def _width(one: str) -> int:
    if _is_full(one):
        return _FULL
    return _LETTERS.get(one[0], _MIDDLE)


def _is_full(one: str) -> bool:
    return unicodedata.east_asian_width(one[0]) in "WF" or (len(one) > 1 and ord(one[0]) > 0x2190)
