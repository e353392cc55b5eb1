"""One promise and the dates between which it was made: the unit that stories illustrate.

A rule says something in our own words, in English and Japanese, with where it was read and how sure
that is (docs/explanation/design.md#rules-are-dated-facts). Dates are half-open, [since, until), in UTC, and
may differ by platform.

>>> from lostphone.base.clock import instant
>>> from lostphone.rules import Catalogue
>>> rule = Catalogue.load().rule("backup.first-version")
>>> [rule.in_force(instant(2019, 1, 1), platform) for platform in PLATFORMS]
[True, False]
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, TypeAlias

import msgspec

from lostphone.rules.icloud_settings import Gate
from lostphone.texts.bilingual import Text

Platform: TypeAlias = Literal["ios", "android"]
Requirement: TypeAlias = Literal["core", "microsoft", "world"]
Confidence: TypeAlias = Literal["H", "M", "L"]

PLATFORMS: tuple[Platform, ...] = ("ios", "android")


class Span(msgspec.Struct, frozen=True):
    """From when until when on one platform: [since_ms, until_ms), None for an open end."""

    platform: Platform
    since_ms: int | None
    until_ms: int | None

    def covers(self, at_ms: int) -> bool:
        """Whether the instant lies inside."""
        started = self.since_ms is None or self.since_ms <= at_ms
        return started and (self.until_ms is None or at_ms < self.until_ms)


class Condition(msgspec.Struct, frozen=True):
    """Where sources disagree: the rule holds only under some answers to an open question.

    The question matters on `platforms` from `since_ms` on (None: always); elsewhere the rule is undisputed.
    """

    open_question: str
    answers: tuple[str, ...]
    platforms: tuple[Platform, ...]
    since_ms: int | None

    def allows(self, platform: str, at_ms: int, answer: str) -> bool:
        """Whether the rule may hold there and then, where the answer to the question is `answer`."""
        matters = platform in self.platforms and (self.since_ms is None or self.since_ms <= at_ms)
        return not matters or answer in self.answers


class OtherDates(msgspec.Struct, frozen=True):
    """The dates of a rule under one answer to an open question about its dates."""

    open_question: str
    answer: str
    spans: tuple[Span, ...]


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """One dated promise.

    `requirement` says who owes it: any authenticator (core), Microsoft Authenticator (microsoft), or the
    platforms and services around it (world). `source` are addresses; `facts` are ids of
    `facts.toml`; `confidence` is H (the vendor's own text, or the RFC), M (a mirror, a moderator, or two
    independent reports) or L (one report, or our inference). `own` marks what Lostphone asks for itself:
    the sources then give the background. `page` are the statements of the source page that it carries.
    `spans` are the dates under the default answer; where an open question is about the dates themselves,
    `otherwise` has those under another answer. `beyond` says, by fact, why the rule holds at dates at which
    the fact is not in force.
    """

    id: str
    file: str
    requirement: Requirement
    statements: Text
    protections: Text
    spans: tuple[Span, ...]
    source: tuple[str, ...]
    facts: tuple[str, ...]
    confidence: Confidence
    page: tuple[str, ...] = ()
    condition: Condition | None = None
    gates: tuple[Gate, ...] = ()
    own: bool = False
    otherwise: tuple[OtherDates, ...] = ()
    beyond: Mapping[str, str] = MappingProxyType({})

    @property
    def platforms(self) -> tuple[Platform, ...]:
        """Where it is in force at some time."""
        return tuple(span.platform for span in self.spans)

    @property
    def open_question(self) -> str | None:
        """The id of the open question that decides it, or its dates, where sources disagree."""
        if self.condition:
            return self.condition.open_question
        return self.otherwise[0].open_question if self.otherwise else None

    @property
    def questions(self) -> tuple[str, ...]:
        """The ids of the open questions whose answers decide whether it holds."""
        asked = [self.condition.open_question] if self.condition else []
        return tuple(dict.fromkeys([*asked, *(other.open_question for other in self.otherwise)]))

    def statement(self, lang: str) -> str:
        """What is promised, in `en` or `ja`."""
        return self.statements.read(lang)

    def protects(self, lang: str) -> str:
        """What it keeps a person from, in `en` or `ja`."""
        return self.protections.read(lang)

    def span(self, platform: str) -> Span | None:
        """Its dates on one platform under the default answers, or None where it never applies."""
        return next((span for span in self.spans if span.platform == platform), None)

    def holds(self, at_ms: int, platform: str, answers: Mapping[str, str]) -> bool:
        """Whether it holds there and then under these answers to the open questions, by question."""
        others = (one.spans for one in self.otherwise if answers[one.open_question] == one.answer)
        spans = next(others, self.spans)
        if not any(span.covers(at_ms) for span in spans if span.platform == platform):
            return False
        condition = self.condition
        return condition is None or condition.allows(platform, at_ms, answers[condition.open_question])

    def in_force(self, at_ms: int, platform: str | None = None) -> bool:
        """Whether its dates cover the instant: on `platform`, or on any when none is given.

        The answers to open questions are not asked for here: `holds` does that.
        """
        return any(span.covers(at_ms) for span in self.spans if platform in (None, span.platform))
