"""The shape of the TOML files, and how one entry becomes a value of the catalogue.

msgspec checks types and refuses unknown keys; what it cannot know (dates that end before they start, a
open question without that answer) is checked here or in `catalogue`, always naming the file and the entry.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any, TypeVar

import msgspec

from lostphone.base.clock import from_datetime, instant
from lostphone.rules.errors import CatalogueError
from lostphone.rules.icloud_settings import Gate
from lostphone.rules.rule import (
    PLATFORMS,
    Condition,
    Confidence,
    OtherDates,
    Platform,
    Requirement,
    Rule,
    Span,
)
from lostphone.texts.bilingual import Text

Sentence = Annotated[str, msgspec.Meta(min_length=1)]
FactId = Annotated[str, msgspec.Meta(pattern="^[A-F][0-9]{2}$")]
EntryT = TypeVar("EntryT")


class ConditionEntry(msgspec.Struct, forbid_unknown_fields=True):
    """`open_question = { id = 'Q01', answers = ['page'], platforms = ['ios'], since = 2025-09-01 }`."""

    id: str
    answers: Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]
    platforms: tuple[Platform, ...] = PLATFORMS
    since: Any = None


class OtherDatesEntry(msgspec.Struct, forbid_unknown_fields=True):
    """`otherwise = { id = 'Q10', answer = 'ios-first', since = { ios = 2026-02-28, ... } }`."""

    id: str
    answer: str
    since: Any = None
    until: Any = None


class RuleEntry(msgspec.Struct, forbid_unknown_fields=True):
    """One table of a rule file; the table's name is the rule's id."""

    statement: Text
    protects: Text
    requirement: Requirement
    source: Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]
    confidence: Confidence
    facts: tuple[FactId, ...] = ()
    platforms: Annotated[tuple[Platform, ...], msgspec.Meta(min_length=1)] = PLATFORMS
    since: Any = None
    until: Any = None
    page: tuple[str, ...] = ()
    open_question: ConditionEntry | None = None
    gates: tuple[Gate, ...] = ()
    own: bool = False
    otherwise: OtherDatesEntry | None = None
    beyond: dict[FactId, Sentence] = {}


def parse(file: str, text: str) -> dict[str, dict[str, Any]]:
    """The tables of one TOML file by name; CatalogueError with the line where TOML itself is broken."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CatalogueError(file, "", f"this is not TOML: {error}") from None
    for name, table in tables.items():
        if not isinstance(table, dict):
            raise CatalogueError(file, name, "expected a table ['name'] here, not a single value")
    return tables


def convert(file: str, name: str, table: object, kind: type[EntryT]) -> EntryT:
    """The table as a value of `kind`; CatalogueError says which key is wrong or missing."""
    try:
        return msgspec.convert(table, kind)
    except msgspec.ValidationError as error:
        raise CatalogueError(file, name, str(error)) from None


def rule_from(file: str, name: str, table: object, addresses: Mapping[str, str]) -> Rule:
    """One rule of a file; `addresses` are the known sources, by their short names."""
    entry = convert(file, name, table, RuleEntry)
    for text in (entry.statement, entry.protects):
        if not text.en.strip() or not text.ja.strip():
            raise CatalogueError(file, name, "statement and protects need a sentence in en and in ja")
    if not entry.facts and not entry.own:
        raise CatalogueError(file, name, "name the facts it rests on, or say own = true")
    for source in entry.source:
        if source not in addresses:
            raise CatalogueError(file, name, f"source '{source}' is not in sources.toml")
    return Rule(
        id=name,
        file=file,
        requirement=entry.requirement,
        statements=entry.statement,
        protections=entry.protects,
        spans=spans_from(file, name, entry.platforms, entry.since, entry.until),
        source=tuple(addresses[source] for source in entry.source),
        facts=entry.facts,
        confidence=entry.confidence,
        page=entry.page,
        condition=_condition(file, name, entry.open_question),
        gates=entry.gates,
        own=entry.own,
        otherwise=_otherwise(file, name, entry),
        beyond=entry.beyond,
    )


def spans_from(
    file: str, name: str, platforms: tuple[Platform, ...], since: object, until: object
) -> tuple[Span, ...]:
    """The dates of an entry on each of its platforms; `since` and `until` are dates, or dates by platform."""
    spans = []
    for platform in PLATFORMS:
        if platform not in platforms:
            continue
        since_ms = _instant_ms(file, name, "since", _for_platform(since, platform))
        until_ms = _instant_ms(file, name, "until", _for_platform(until, platform))
        if since_ms is not None and until_ms is not None and until_ms <= since_ms:
            raise CatalogueError(file, name, f"on {platform} it ends before it begins; swap since and until")
        spans.append(Span(platform, since_ms, until_ms))
    for key, value in (("since", since), ("until", until)):
        strays = [key for key in value if key not in platforms] if isinstance(value, dict) else []
        if strays:
            raise CatalogueError(file, name, f"{key} has dates for {strays[0]}, which is not in platforms")
    return tuple(spans)


def _otherwise(file: str, name: str, entry: RuleEntry) -> tuple[OtherDates, ...]:
    other = entry.otherwise
    if other is None:
        return ()
    spans = spans_from(file, name, entry.platforms, other.since, other.until)
    return (OtherDates(other.id, other.answer, spans),)


def _condition(file: str, name: str, entry: ConditionEntry | None) -> Condition | None:
    if entry is None:
        return None
    since_ms = _instant_ms(file, name, "open_question.since", entry.since)
    return Condition(entry.id, entry.answers, entry.platforms, since_ms)


def _for_platform(value: object, platform: Platform) -> object:
    return value.get(platform) if isinstance(value, dict) else value


def _instant_ms(file: str, name: str, key: str, value: object) -> int | None:
    """A TOML date (its first millisecond in UTC) or an instant with its offset."""
    if value is None:
        return None
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise CatalogueError(file, name, f"{key} = {value} has no time zone; add Z for UTC")
        return from_datetime(value)
    if isinstance(value, date):
        return instant(value.year, value.month, value.day)
    raise CatalogueError(file, name, f"{key} = {value!r} is not a date; write it bare, as in 2025-09-01")
