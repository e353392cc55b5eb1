"""What a mistyped value of an open kind was probably meant to be: dates, and words of a small list.

>>> mend_moment("en", "2025-09-29"), mend_moment("en", "Sept 29th, 2025"), mend_moment("ja", "2025/9/29")
('29 September 2025', '29 September 2025', '2025年9月29日')
>>> word_by_word({"en": ("minutes", "hours")})("en", "11 minuets")
'11 minutes'
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Mapping

from lostphone.base.suggest import nearest

_MONTHS = tuple(calendar.month_name)[1:]
#: Nearer than this, or a word of a list is another word and not a slip.
_CLOSE = 0.7

_TIME = r"(?P<hour>\d{1,2}):(?P<minute>\d{2})"
_YEAR_FIRST = r"(?P<year>\d{4})(?:[-/.]|年)(?P<month>\d{1,2})(?:[-/.]|月)(?P<day>\d{1,2})日?"
_DAY_FIRST = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: of)? (?P<name>[A-Za-z]{3,})[.,]? (?P<year>\d{4})"
_MONTH_FIRST = r"(?P<name>[A-Za-z]{3,})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})"
#: A day as it is written elsewhere, with a time before or after it.
_MOMENTS = tuple(
    re.compile(pattern)
    for day in (_YEAR_FIRST, _DAY_FIRST, _MONTH_FIRST)
    for pattern in (rf"{day}(?:(?:,? at |T| +){_TIME}(?::\d{{2}})?)?", rf"{_TIME},?(?: on)? {day}")
)

_NUMBERS_ONLY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


def mend_moment(language: str, text: str) -> str | None:
    """A date of another notation as the stories write it; None if the text is no date at all.

    Which of 3/4/2025 is the month is not to be known; of 29/9/2025 it is.
    """
    if found := _NUMBERS_ONLY.fullmatch(text):
        return _of_numbers(language, int(found[1]), int(found[2]), found[3])
    for pattern in _MOMENTS:
        if found := pattern.fullmatch(text):
            part = found.groupdict()
            month = _month(part)
            if month is None:
                return None
            return _written(language, part["year"], month, int(part["day"]), part["hour"], part["minute"])
    return None


def _of_numbers(language: str, one: int, other: int, year: str) -> str | None:
    """A date whose year comes last: of the other two numbers one is too large for a month."""
    if max(one, other) <= len(_MONTHS) or not 0 < min(one, other) <= len(_MONTHS):
        return None
    return _written(language, year, min(one, other), max(one, other), None, None)


def _month(part: Mapping[str, str | None]) -> int | None:
    if number := part.get("month"):
        return int(number) if 1 <= int(number) <= len(_MONTHS) else None
    name = (part["name"] or "").capitalize()
    whole = next((month for month in _MONTHS if month.startswith(name)), None)
    whole = whole or next((month for month in _MONTHS if name.startswith(month[:3]) and len(name) == 4), None)
    near = whole or nearest(name, _MONTHS, cutoff=_CLOSE)
    return None if near is None else _MONTHS.index(near) + 1


def _written(language: str, year: str, month: int, day: int, hour: str | None, minute: str | None) -> str:
    if language == "ja":
        clock = "" if hour is None else f"{int(hour)}時" + (f"{int(minute or 0)}分" if minute != "00" else "")
        return f"{year}年{month}月{day}日{clock}"
    return ("" if hour is None else f"{hour:0>2}:{minute} on ") + f"{day} {_MONTHS[month - 1]} {year}"


def word_by_word(words: Mapping[str, tuple[str, ...]]) -> Callable[[str, str], str | None]:
    """Mends each word that is no number to the nearest of a list, by language."""

    def mend(language: str, text: str) -> str | None:
        known = words.get(language, ())
        mended = [
            word if word in known or not word.isalpha() else nearest(word, known, cutoff=_CLOSE)
            for word in text.split(" ")
        ]
        return None if None in mended else " ".join(word or "" for word in mended)

    return mend
