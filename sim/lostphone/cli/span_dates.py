"""The dates of rules and facts, as `lostphone rules` prints them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lostphone.rules import Span


def as_data(span: Span) -> dict[str, str | None]:
    """One span for programs: `platform`, and `since` and `until` as ISO instants in UTC, or None."""
    from lostphone.base.clock import iso

    return {
        "platform": span.platform,
        "since": None if span.since_ms is None else iso(span.since_ms),
        "until": None if span.until_ms is None else iso(span.until_ms),
    }


def as_text(spans: tuple[Span, ...]) -> str:
    """The spans for people, in days: `ios 2018-04-24→2025-09-01, android`."""
    parts = []
    for span in map(as_data, spans):
        since, until = (span["since"] or "")[:10], (span["until"] or "")[:10]
        parts.append(f"{span['platform']} {since}→{until}" if since or until else str(span["platform"]))
    return ", ".join(parts)
