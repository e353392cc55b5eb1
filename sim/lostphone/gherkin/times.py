"""Generic kinds of time: a moment and a stretch, as integer milliseconds.

A moment is UTC unless its zone is written: `09:00 on 1 November 2025 in Asia/Tokyo`,
`2025年11月1日9時（アジア/東京）`. Reading a local time that a clock change skips or repeats is refused,
since a story would then depend on a guess.

>>> INSTANT.parse("ja", "2025年8月15日") == INSTANT.parse("en", "09:00 on 15 August 2025 in Asia/Tokyo")
True
>>> INSTANT.format("en", 1754006390000), INSTANT.format("ja", 1754006390000)
('23:59:50 on 31 July 2025', '2025年7月31日23時59分50秒')
>>> DURATION.format("en", 259_200_000), DURATION.format("ja", 5_400_000)
('three days', '1時間30分')
"""

from __future__ import annotations

import calendar
import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from lostphone.base.clock import (
    DAY_MS,
    HOUR_MS,
    MINUTE_MS,
    SECOND_MS,
    from_datetime,
    instant,
    to_datetime,
)
from lostphone.gherkin.complaints import complaint
from lostphone.gherkin.kinds import Form, ValueKind
from lostphone.gherkin.mending import mend_moment, word_by_word
from lostphone.gherkin.numbers import (
    EN_NUMBER_PATTERN,
    EN_NUMBERS,
    JA_NUMBER_PATTERN,
    number_in_words,
    parse_number,
)
from lostphone.texts.bilingual import load

_FORMS = load("lostphone.gherkin", "forms.toml")
_MONTHS = tuple(calendar.month_name)[1:]
_ZONES_JA = {
    "アジア/東京": "Asia/Tokyo",
    "アメリカ/ニューヨーク": "America/New_York",
    "ヨーロッパ/ロンドン": "Europe/London",
    "ヨーロッパ/ベルリン": "Europe/Berlin",
    "日本時間": "Asia/Tokyo",
    "協定世界時": "UTC",
}
_ZONE = r"[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)*"
_ZONE_JA = rf"{_ZONE}|{'|'.join(_ZONES_JA)}"

_EN_INSTANT = (
    r"(?:[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{3})?)? on )?"
    rf"[0-9]{{1,2}} (?:{'|'.join(_MONTHS)}) [0-9]{{4}}(?: in {_ZONE})?"
)
_JA_INSTANT = (
    r"[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日"
    r"(?:[0-9]{1,2}時(?:[0-9]{1,2}分(?:[0-9]{1,2}(?:\.[0-9]{3})?秒)?)?)?"
    rf"(?:[（(](?:{_ZONE_JA})[）)])?"
)
_EN_PARTS = re.compile(
    r"(?:(?P<hour>\d+):(?P<minute>\d+)(?::(?P<second>\d+)(?:\.(?P<ms>\d+))?)? on )?"
    r"(?P<day>\d+) (?P<month>[A-Z][a-z]+) (?P<year>\d+)(?: in (?P<zone>.+))?"
)
_JA_PARTS = re.compile(
    r"(?P<year>\d+)年(?P<month>\d+)月(?P<day>\d+)日"
    r"(?:(?P<hour>\d+)時(?:(?P<minute>\d+)分(?:(?P<second>\d+)(?:\.(?P<ms>\d+))?秒)?)?)?"
    r"(?:[（(](?P<zone>.+)[）)])?"
)


def _parse_instant(language: str, text: str) -> int:
    found = (_JA_PARTS if language == "ja" else _EN_PARTS).fullmatch(text)
    if found is None:
        raise ValueError(complaint(language, "no-moment", text=text))
    part = found.groupdict()
    month = int(part["month"]) if language == "ja" else _MONTHS.index(part["month"]) + 1
    try:
        local = datetime(
            int(part["year"]),
            month,
            int(part["day"]),
            int(part["hour"] or 0),
            int(part["minute"] or 0),
            int(part["second"] or 0),
            int(part["ms"] or 0) * 1_000,
            tzinfo=_zone(language, part["zone"]),
        )
    except ValueError as error:
        if isinstance(error, _NoZone):
            raise
        raise ValueError(complaint(language, "no-such-moment", text=text)) from None
    return _unambiguous(language, text, local)


class _NoZone(ValueError):
    """The moment may exist; its zone does not."""


def _zone(language: str, name: str | None) -> ZoneInfo:
    try:
        return ZoneInfo(_ZONES_JA.get(name, name) if name else "UTC")
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise _NoZone(complaint(language, "no-zone", name=name)) from None


def _unambiguous(language: str, text: str, local: datetime) -> int:
    at_ms = from_datetime(local)
    if from_datetime(local.replace(fold=1)) == at_ms:
        return at_ms
    existed = local.astimezone(UTC).astimezone(local.tzinfo).replace(tzinfo=None) == local.replace(
        tzinfo=None
    )
    raise ValueError(complaint(language, "moment-twice" if existed else "moment-skipped", text=text))


def _format_instant(language: str, at_ms: int) -> str:
    moment = to_datetime(at_ms)
    ms = at_ms % SECOND_MS
    fraction = f".{ms:03d}" if ms else ""
    with_second = bool(moment.second or ms)
    if language == "ja":
        day = f"{moment.year:04d}年{moment.month}月{moment.day}日"
        clock = f"{moment.hour}時"
        if moment.minute or with_second:
            clock += f"{moment.minute}分"
        if with_second:
            clock += f"{moment.second}{fraction}秒"
    else:
        day = f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year:04d}"
        clock = f"{moment:%H:%M}" + (f":{moment.second:02d}{fraction}" if with_second else "") + " on "
    if not (moment.hour or moment.minute or with_second):
        return day
    return day + clock if language == "ja" else clock + day


INSTANT = ValueKind(
    "instant",
    {"en": _EN_INSTANT, "ja": _JA_INSTANT},
    _parse_instant,
    _format_instant,
    form=Form(_FORMS["instant"], instant(2025, 9, 29, 9, 30), mend=mend_moment),
)


# Largest first; a week is read but never written, so that one length has one spelling.
_UNITS = (
    ("week", "週間", 7 * DAY_MS),
    ("day", "日", DAY_MS),
    ("hour", "時間", HOUR_MS),
    ("minute", "分", MINUTE_MS),
    ("second", "秒", SECOND_MS),
    ("millisecond", "ミリ秒", 1),
)
_EN_UNIT = rf"(?:{'|'.join(unit for unit, _, _ in _UNITS)})s?"
_JA_UNIT = rf"(?:{'|'.join(unit for _, unit, _ in _UNITS)})"
_EN_PIECE = rf"{EN_NUMBER_PATTERN} {_EN_UNIT}"
_EN_DURATION = rf"{_EN_PIECE}(?:(?:, and |, | and ){_EN_PIECE})*"
_JA_DURATION = rf"(?:{JA_NUMBER_PATTERN}{_JA_UNIT})+"
_PIECES = {
    "en": re.compile(rf"({EN_NUMBER_PATTERN}) ({_EN_UNIT})"),
    "ja": re.compile(rf"({JA_NUMBER_PATTERN})({_JA_UNIT})"),
}
_LENGTH_MS = {unit: ms for en, ja, ms in _UNITS for unit in (en, en + "s", ja)}

_EN_WORDS = (*EN_NUMBERS, *(f"{unit}{plural}" for unit, _, _ in _UNITS for plural in ("", "s")), "and")


def _parse_duration(language: str, text: str) -> int:
    total_ms = 0
    last_ms: int | None = None
    for number, unit in _PIECES[language].findall(text):
        unit_ms = _LENGTH_MS[unit]
        if last_ms is not None and unit_ms >= last_ms:
            raise ValueError(complaint(language, "no-duration", text=text))
        total_ms += parse_number(number) * unit_ms
        last_ms = unit_ms
    return total_ms


def _format_duration(language: str, duration_ms: int) -> str:
    if duration_ms < 0:
        raise ValueError(f"a duration cannot be negative: {duration_ms} ms")
    if language == "en" and duration_ms == MINUTE_MS:
        return "60 seconds"  # as codes have it, whose periods are told in seconds
    pieces = []
    rest_ms = duration_ms
    for en, ja, unit_ms in _UNITS[1:]:
        number, rest_ms = divmod(rest_ms, unit_ms)
        if number:
            plural = "" if number == 1 else "s"
            pieces.append(f"{number}{ja}" if language == "ja" else f"{number_in_words(number)} {en}{plural}")
    if not pieces:
        return "0秒" if language == "ja" else "0 seconds"
    if language == "ja":
        return "".join(pieces)
    return " and ".join([", ".join(pieces[:-1]), pieces[-1]]) if len(pieces) > 1 else pieces[0]


def _is_one(duration_ms: int) -> bool:
    """Whether it is written as one of a unit and nothing else: one day, one hour."""
    return duration_ms != MINUTE_MS and duration_ms in (unit_ms for _, _, unit_ms in _UNITS[1:])


DURATION = ValueKind(
    "duration",
    {"en": _EN_DURATION, "ja": _JA_DURATION},
    _parse_duration,
    _format_duration,
    _is_one,
    form=Form(_FORMS["duration"], 5_400_000, mend=word_by_word({"en": _EN_WORDS})),
)
