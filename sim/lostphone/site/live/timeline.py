"""What the timeline page draws: a bar for every dated rule, under the change it belongs to.

>>> [theme.key for theme in themes("en", lambda rule: rule)]
['autofill', 'backup', 'root', 'sms', 'work']
>>> themes("ja", lambda rule: rule)[3].rows[-1].dates
'2027年2月1日から'
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from lostphone.base.clock import DAY_MS, instant, iso
from lostphone.rules import PLATFORMS, Catalogue
from lostphone.site.live.data import spans
from lostphone.site.live.words import words
from lostphone.whatif.loss import FIRST_DAY_MS

FIRST_DAY = FIRST_DAY_MS // DAY_MS
LAST_DAY = instant(2028, 12, 31) // DAY_MS

#: Which change a rule belongs to, by its id or the first word of it; all others are about backup.
_THEMES = {
    "autofill": "autofill",
    "root": "root",
    "sms": "sms",
    "personal.sms-ends": "sms",
    "entra": "work",
    "work": "work",
    "totp": "work",
}
_ALWAYS = [[None, None]]
_KEYS = ("autofill", "backup", "root", "sms", "work")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@dataclass(frozen=True)
class TimelineRow:
    """One rule on some platforms: `spans` are the days it holds within what is drawn, `dates` tells them."""

    id: str
    statement: str
    address: str
    platforms: str
    phones: str
    spans: list[tuple[int, int]]
    dates: str


@dataclass(frozen=True)
class Theme:
    """A change, with the rules that make it, those that begin first coming first."""

    key: str
    name: str
    lang: str
    rows: list[TimelineRow] = field(default_factory=list)

    @property
    def turns(self) -> list[int]:
        """The days on which one of its rules begins or ends, in order."""
        ends = {day for row in self.rows for span in row.spans for day in span}
        return sorted(ends - {FIRST_DAY, LAST_DAY})

    @property
    def told(self) -> str:
        """Those days in words."""
        return ("、" if self.lang == "ja" else ", ").join(day_in_words(day, self.lang) for day in self.turns)


def themes(lang: str, address: Callable[[str], str]) -> list[Theme]:
    """Every dated rule, a row for each set of platforms that share its dates."""
    held = {platform: spans(platform) for platform in PLATFORMS}
    found = {key: Theme(key, words(lang)["timeline"][f"theme_{key}"], lang) for key in _KEYS}
    for rule in Catalogue.load().rules.values():
        by_dates: dict[tuple[tuple[int | None, ...], ...], list[str]] = {}
        for platform in PLATFORMS:
            dates = tuple(tuple(span) for span in held[platform].get(rule.id, []))
            if any(day is not None for span in dates for day in span):
                by_dates.setdefault(dates, []).append(platform)
        theme = found[_THEMES.get(rule.id) or _THEMES.get(rule.id.partition(".")[0], "backup")]
        for dates, platforms in by_dates.items():
            theme.rows.append(_row(lang, rule.id, rule.statement(lang), address(rule.id), platforms, dates))
    for theme in found.values():
        theme.rows.sort(key=lambda row: row.spans[0])
    return list(found.values())


def dateless_rules() -> int:
    """How many rules hold on every day."""
    held = {platform: spans(platform) for platform in PLATFORMS}
    return sum(
        all(held[platform].get(rule, _ALWAYS) == _ALWAYS for platform in PLATFORMS)
        for rule in Catalogue.load().rules
    )


def iso_day(day: int) -> str:
    """A day counted from the Unix epoch as `2025-09-01`."""
    return iso(day * DAY_MS)[:10]


def day_in_words(day: int, lang: str) -> str:
    """As people write it: `1 September 2025`, `2025年9月1日`."""
    year, month, of_month = (int(part) for part in iso_day(day).split("-"))
    return f"{year}年{month}月{of_month}日" if lang == "ja" else f"{of_month} {_MONTHS[month - 1]} {year}"


def _row(
    lang: str,
    rule: str,
    statement: str,
    address: str,
    platforms: list[str],
    dates: tuple[tuple[int | None, ...], ...],
) -> TimelineRow:
    within = [
        (FIRST_DAY if since is None else since, LAST_DAY if until is None else until)
        for since, until in dates
    ]
    start = words(lang)["start"]
    names = [start["iphone" if platform == "ios" else "android"] for platform in platforms]
    phones = names[0] if len(names) == 1 else ""
    told = ("、" if lang == "ja" else ", ").join(_told(lang, since, until) for since, until in dates)
    return TimelineRow(rule, statement, address, " ".join(platforms), phones, within, told)


def _told(lang: str, since: int | None, until: int | None) -> str:
    """From when until when, the last day included."""
    begin = "" if since is None else day_in_words(since, lang)
    end = "" if until is None else day_in_words(until - 1, lang)
    if lang == "ja":
        return (f"{begin}から" if begin else "") + (f"{end}まで" if end else "")
    if not end:
        return f"since {begin}"
    return f"{begin} to {end}" if begin else f"until {end}"
