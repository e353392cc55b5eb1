"""Facts: what a text says, since when, how sure that is, and the day on which it was last verified.

Rules rest on facts, and code and pages cite them by id (`facts.toml`). A fact is about the world; a rule is
what a client or a service owes because of it.

>>> from lostphone.rules import Catalogue
>>> fact = Catalogue.load().fact("A15")
>>> fact.platforms, fact.confidence, fact.verified.isoformat()
(('ios',), 'H', '2026-11-22')
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

import msgspec

from lostphone.rules.entries import FactId, convert, spans_from
from lostphone.rules.errors import CatalogueError
from lostphone.rules.rule import PLATFORMS, Confidence, Platform, Span
from lostphone.texts.bilingual import Text

_FILE = "facts.toml"

#: A day, a month or a year, as in 2019-08-22, 2026-03 and 2025.
TextDate = Annotated[str, msgspec.Meta(pattern=r"^\d{4}(-\d{2}){0,2}$")]


class FactEntry(msgspec.Struct, forbid_unknown_fields=True):
    """One table of `facts.toml`; the table's name is the fact's id."""

    id: FactId
    statement: Text
    confidence: Confidence
    source: Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]
    verified: date
    platforms: Annotated[tuple[Platform, ...], msgspec.Meta(min_length=1)] = PLATFORMS
    since: Any = None
    until: Any = None
    text_of: TextDate | None = None


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that a source says, in a sentence of ours.

    `spans` are the dates at which it is in force on each system that it speaks of. Where the text says how
    things stand but not since when, `text_of` is the date of the text (a day, a month or a year) and the
    spans are open. `source` are addresses; `confidence` as of a rule; `verified` is the day (UTC) of the
    last reading.
    """

    id: str
    statements: Text
    spans: tuple[Span, ...]
    text_of: str | None
    confidence: Confidence
    source: tuple[str, ...]
    verified: date

    @property
    def platforms(self) -> tuple[Platform, ...]:
        """The systems that it speaks of."""
        return tuple(span.platform for span in self.spans)

    def statement(self, lang: str) -> str:
        """What it says, in `en` or `ja`."""
        return self.statements.read(lang)

    def span(self, platform: str) -> Span | None:
        """Its dates on one platform, or None where it does not speak of it."""
        return next((span for span in self.spans if span.platform == platform), None)


class UnansweredQuestion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A question that no source answers and no story asks; `assumed` says how the simulation decides it."""

    question: Text
    assumed: Text
    facts: tuple[FactId, ...]
    id: str = ""


def fact_from(name: str, table: Mapping[str, Any], addresses: Mapping[str, str]) -> Fact:
    """One fact of the file; `addresses` are the known sources by name. CatalogueError names what is wrong."""
    entry = convert(_FILE, name, {**table, "id": name}, FactEntry)
    if not entry.statement.en.strip() or not entry.statement.ja.strip():
        raise CatalogueError(_FILE, name, "statement needs a sentence in en and in ja")
    for source in entry.source:
        if source not in addresses:
            raise CatalogueError(_FILE, name, f"source '{source}' is not in sources.toml")
    return Fact(
        id=name,
        statements=entry.statement,
        spans=spans_from(_FILE, name, entry.platforms, entry.since, entry.until),
        text_of=entry.text_of,
        confidence=entry.confidence,
        source=tuple(addresses[source] for source in entry.source),
        verified=entry.verified,
    )
