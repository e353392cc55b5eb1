"""When a rule is in force, as a small picture: a bar for each kind of phone along the years.

The words beside it say the same, so the picture is for the eye alone.
"""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from lostphone.clock import instant
from lostphone.rules import Rule

#: The years drawn, and where they lie in the picture.
_FIRST, _LAST = 2018, 2028
_LEFT, _RIGHT, _ROW = 76, 560, 22
_BEGIN_MS, _END_MS = instant(_FIRST, 1, 1), instant(_LAST, 1, 1)


def span_picture(rule: Rule, lang: str, words: dict[str, Any]) -> Markup:
    """SVG markup, "" for a rule that knows no date: a full bar would say nothing."""
    if all(span.since_ms is None and span.until_ms is None for span in rule.spans):
        return Markup("")
    height = _ROW * len(rule.spans) + 26
    parts = []
    axis = _ROW * len(rule.spans) + 6
    for year in range(_FIRST, _LAST + 1):
        x = _x(instant(year, 1, 1))
        parts.append(f'<path class="axis" d="M{x} 0V{axis}"/>')
        if year % 2 == 0:
            parts.append(f'<text x="{x}" y="{axis + 16}" text-anchor="middle">{year}</text>')
    for row, span in enumerate(rule.spans):
        begin = _LEFT if span.since_ms is None else _x(span.since_ms)
        end = _RIGHT if span.until_ms is None else _x(span.until_ms)
        middle = row * _ROW + _ROW // 2 + 2
        name = Markup.escape(words["common"][span.platform])
        parts.append(f'<text class="name" x="0" y="{middle + 4}">{name}</text>')
        parts.append(
            f'<rect class="bar" x="{begin}" y="{middle - 5}" width="{max(end - begin, 3)}" height="10" rx="3"/>'
        )
    return Markup(
        f'<svg class="spans" viewBox="0 0 590 {height}" role="img" aria-label="'
        f'{Markup.escape(words["rule"]["span_label"])}">{"".join(parts)}</svg>'
    )


def _x(at_ms: int) -> int:
    share = (at_ms - _BEGIN_MS) / (_END_MS - _BEGIN_MS)
    return round(_LEFT + min(max(share, 0), 1) * (_RIGHT - _LEFT))
