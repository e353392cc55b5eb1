"""When a rule is in force: a bar for each kind of phone, over the years.

Places are percentages, so that the picture is as wide as the page while its letters keep their size.

>>> from lostphone.base.clock import instant
>>> from lostphone.rules.rule import Span
>>> picture = rule_span((Span("ios", instant(2020, 1, 1), instant(2025, 9, 1)),), "en")
>>> "iPhone: 1 Jan 2020 – 31 Aug 2025" in picture, 'x="20%"' in picture
(True, True)
"""

from __future__ import annotations

from collections.abc import Iterable

from lostphone.base.clock import instant
from lostphone.rules.rule import Span
from lostphone.site.drawing.svg import element, letters, number
from lostphone.site.drawing.times import day
from lostphone.site.drawing.words import say

YEARS = range(2018, 2028)
_BEGIN_MS, _END_MS = instant(YEARS.start, 1, 1), instant(YEARS.stop, 1, 1)
_ROW = 34


def rule_span(spans: Iterable[Span], language: str, today_ms: int | None = None) -> str:
    """SVG, "" where no date is known: a full bar would say nothing. A line stands at `today_ms`."""
    spans = tuple(spans)
    if all(span.since_ms is None and span.until_ms is None for span in spans):
        return ""
    said = [_in_words(span, language) for span in spans]
    bars = "".join(_bar(span, words, row) for row, (span, words) in enumerate(zip(spans, said, strict=True)))
    tall = _ROW * len(spans) + 22
    title = say(language, "span.title", spans=say(language, "screen.between").join(said))
    today = "" if today_ms is None else _mark(today_ms, tall)
    inner = element("title", letters(title)) + _years(tall) + bars + today
    return element("svg", inner, class_="lp-span", width="100%", height=tall, role="img")


def _years(tall: int) -> str:
    """A line at the beginning of each year, and the year below, in the middle of it."""
    drawn = ""
    for year in YEARS:
        place = _percent(instant(year, 1, 1))
        drawn += element("line", x1=place, x2=place, y1=0, y2=tall - 16, class_="l")
        middle = _percent((instant(year, 1, 1) + instant(year + 1, 1, 1)) // 2)
        drawn += element("text", str(year), x=middle, y=tall - 4, class_="y")
    return drawn


def _bar(span: Span, words: str, row: int) -> str:
    """The words, and the bar below them; an end that is not known runs out of the picture."""
    top = row * _ROW
    begin = _BEGIN_MS if span.since_ms is None else max(span.since_ms, _BEGIN_MS)
    end = _END_MS if span.until_ms is None else min(span.until_ms, _END_MS)
    wide = number(100 * (max(end, begin) - begin) / (_END_MS - _BEGIN_MS))
    text = element("text", letters(words), y=top + 14)
    bar = element("rect", x=_percent(begin), y=top + 19, width=f"{wide}%", height=9)
    return text + bar


def _mark(today_ms: int, tall: int) -> str:
    place = _percent(min(max(today_ms, _BEGIN_MS), _END_MS))
    return element("line", x1=place, x2=place, y1=0, y2=tall - 16, class_="t")


def _in_words(span: Span, language: str) -> str:
    phone = say(language, f"phone.{span.platform}")
    since = "" if span.since_ms is None else day(span.since_ms, language)
    until = "" if span.until_ms is None else day(span.until_ms - 1, language)
    key = "between" if since and until else "since" if since else "until" if until else "always"
    return say(language, f"span.{key}", phone=phone, since=since, until=until)


def _percent(at_ms: int) -> str:
    return number(100 * (at_ms - _BEGIN_MS) / (_END_MS - _BEGIN_MS)) + "%"
