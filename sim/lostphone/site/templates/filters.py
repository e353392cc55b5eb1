"""What templates may do with a value: say a day, point at a source."""

from __future__ import annotations

from typing import Any

from lostphone.base.clock import to_datetime


def day(at_ms: int, lang: str) -> str:
    """A day in UTC as people write it.

    >>> day(1_756_684_800_000, "en"), day(1_756_684_800_000, "ja")
    ('1 September 2025', '2025年9月1日')
    """
    at = to_datetime(at_ms)
    if lang == "ja":
        return f"{at.year}年{at.month}月{at.day}日"
    return f"{at.day} {_MONTHS[at.month - 1]} {at.year}"


def clock(at_ms: int) -> str:
    """The time of day in UTC, to the second."""
    return f"{to_datetime(at_ms):%H:%M:%S}"


_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

FILTERS: dict[str, Any] = {"day": day, "clock": clock}
