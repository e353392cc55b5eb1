"""Time as every part of Lostphone sees it: integer milliseconds since the Unix epoch.

Simulated time *is* wall time (docs/explanation/design.md#one-clock-whole-milliseconds), so one integer
serves stories, one-time passwords, rules with dates and reports. No floats, no offsets,
no reading of the machine's clock.

>>> instant(2025, 7, 31, 23, 59, 50)
1754006390000
>>> iso(1754006390000)
'2025-07-31T23:59:50.000Z'
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

SECOND_MS = 1_000
MINUTE_MS = 60 * SECOND_MS
HOUR_MS = 60 * MINUTE_MS
DAY_MS = 24 * HOUR_MS

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


def instant(year: int, month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0) -> int:
    """The milliseconds since the epoch of a moment given in UTC."""
    return from_datetime(datetime(year, month, day, hour, minute, second, tzinfo=UTC))


def from_datetime(moment: datetime) -> int:
    """Milliseconds since the epoch; a naive datetime is refused, for its zone would be a guess."""
    if moment.tzinfo is None:
        raise ValueError("the datetime has no time zone: say which one it is meant in")
    return (moment - _EPOCH) // _MILLISECOND


def to_datetime(at_ms: int) -> datetime:
    """The same moment as an aware datetime in UTC."""
    return _EPOCH + timedelta(milliseconds=at_ms)


def iso(at_ms: int) -> str:
    """`2025-07-31T23:59:50.000Z`: the form used in traces and saved stories."""
    moment = to_datetime(at_ms)
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{at_ms % SECOND_MS:03d}Z"


def parse_day(text: str) -> int:
    """The first millisecond (UTC) of a day written `2025-08-15`; ValueError says what was expected."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"'{text}' is not a date; write year-month-day, for example 2025-08-15") from None
    return instant(day.year, day.month, day.day)
