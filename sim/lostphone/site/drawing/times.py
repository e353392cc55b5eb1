"""Times as pictures say them: a day, an hour, and how much later.

>>> later(2 * 86_400_000, "en"), later(11 * 60_000, "ja"), later(90 * 86_400_000, "en")
('2 days later', '11分後', 'about 3 months later')
>>> day(1762160400000, "en"), day(1762160400000, "ja"), hour(1762160390000)
('3 Nov 2025', '2025年11月3日', '08:59:50')
"""

from __future__ import annotations

from lostphone.base.clock import DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS, to_datetime
from lostphone.site.drawing.words import say

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
#: A unit, its length, and from how many of them on it is the one to use.
_UNITS = (
    ("year", 365.2425 * DAY_MS, 2),
    ("month", 30.436875 * DAY_MS, 2),
    ("day", DAY_MS, 1),
    ("hour", HOUR_MS, 1),
    ("minute", MINUTE_MS, 1),
    ("second", SECOND_MS, 1),
)


def day(at_ms: int, language: str) -> str:
    """The day, in the short form of the language."""
    date = to_datetime(at_ms)
    if language == "ja":
        return f"{date.year}年{date.month}月{date.day}日"
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"


def hour(at_ms: int) -> str:
    """The time of day (UTC), with seconds where there are any."""
    return f"{to_datetime(at_ms):%H:%M:%S}".removesuffix(":00")


def later(span_ms: int, language: str) -> str:
    """How much later, in one unit; "" below a second."""
    told = span(span_ms, language)
    return say(language, "board.later", span=told) if told else ""


def span(span_ms: int, language: str) -> str:
    """How long, in one unit; "" below a second."""
    for unit, length_ms, least in _UNITS:
        if span_ms < least * length_ms:
            continue
        count = round(span_ms / length_ms)
        told = say(language, f"board.{unit}" if count == 1 else f"board.{unit}s", n=count)
        exact = abs(count * length_ms - span_ms) <= length_ms / 100
        return told if exact else say(language, "board.about", span=told)
    return ""
