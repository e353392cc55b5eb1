"""Whether each rule rests on facts that speak of its platforms and its dates, and is no surer than they are.

A rule that cites a fact about something else is found by kind: the fact speaks of the other system, or was
not in force when the rule is. Where that is meant, the rule says why: `beyond.A05 = "..."`.

>>> from lostphone.rules import Catalogue
>>> mismatches(Catalogue.load())
[]
"""

from __future__ import annotations

from collections.abc import Iterator

from lostphone.base.clock import iso
from lostphone.rules.catalogue import Catalogue
from lostphone.rules.facts import Fact
from lostphone.rules.rule import Rule, Span

_SUREST_FIRST = "HML"


def mismatches(catalogue: Catalogue) -> list[str]:
    """A line for each rule and fact that do not go together: rule file, line, ids, and what to do."""
    found: list[str] = []
    for rule in catalogue.rules.values():
        where = f"rules/{rule.file}:{catalogue.line_of(rule)}: the rule {rule.id}"
        found += [f"{where} {problem}" for problem in _problems(rule, catalogue)]
    last = max(fact.verified for fact in catalogue.facts.values())
    if last != catalogue.facts_read:
        found.append(
            f"rules/reading.toml: facts were read until {catalogue.facts_read}, but a fact was verified on"
            f" {last}: make the two days the same"
        )
    return found


def _problems(rule: Rule, catalogue: Catalogue) -> Iterator[str]:
    missing = [name for name in rule.facts if name not in catalogue.facts]
    if missing:
        yield f"cites {', '.join(missing)}, not in facts.toml: add the fact or correct the id"
        return
    facts = [catalogue.facts[name] for name in rule.facts]
    for fact in facts:
        yield from _of_one(rule, fact)
    for name in rule.beyond:
        if name not in rule.facts:
            yield f"says why it goes beyond {name}, which it does not cite: remove beyond.{name}"
    if facts and not rule.own:
        yield from _of_all(rule, facts)


def _of_one(rule: Rule, fact: Fact) -> Iterator[str]:
    """What is wrong between a rule and one fact."""
    shared = [span for span in rule.spans if fact.span(span.platform)]
    if not shared:
        yield (
            f"cites {fact.id}, which speaks of {' and '.join(fact.platforms)} only, and the rule holds on"
            f" {' and '.join(rule.platforms)}: cite a fact about that system"
        )
        return
    outside = [span for span in shared if not _within(span, fact.span(span.platform))]
    if outside and fact.id not in rule.beyond and not rule.own:
        span = outside[0]
        yield (
            f"holds on {span.platform} {_dates(span)}, and the fact {fact.id} that it cites is in force"
            f" {_dates(fact.span(span.platform))}: correct the dates, cite another fact, or say why in"
            f" beyond.{fact.id}"
        )
    if not outside and fact.id in rule.beyond:
        yield f"does not go beyond the dates of {fact.id}: remove beyond.{fact.id}"


def _of_all(rule: Rule, facts: list[Fact]) -> Iterator[str]:
    """What is wrong between a rule and its facts together."""
    for platform in rule.platforms:
        if not any(fact.span(platform) for fact in facts):
            yield f"holds on {platform}, of which none of its facts speaks: cite one that does"
    for other in rule.otherwise:
        for span in other.spans:
            if not any(_within(span, fact.span(span.platform)) for fact in facts):
                yield (
                    f"holds on {span.platform} {_dates(span)} under the answer {other.answer}, and none"
                    " of its facts is in force then: cite one that is"
                )
    surest = min((fact.confidence for fact in facts), key=_SUREST_FIRST.index)
    if _SUREST_FIRST.index(rule.confidence) < _SUREST_FIRST.index(surest):
        yield (
            f"has confidence {rule.confidence}, and the surest of its facts has {surest}: lower it, or cite"
            " the fact that makes it sure"
        )


def _within(inner: Span, outer: Span | None) -> bool:
    """Whether all of `inner` lies inside `outer`."""
    if outer is None:
        return False
    begins = outer.since_ms is None or (inner.since_ms is not None and inner.since_ms >= outer.since_ms)
    ends = outer.until_ms is None or (inner.until_ms is not None and inner.until_ms <= outer.until_ms)
    return begins and ends


def _dates(span: Span | None) -> str:
    if span is None or (span.since_ms is None and span.until_ms is None):
        return "always"
    since = "" if span.since_ms is None else f"from {iso(span.since_ms)[:10]}"
    until = "" if span.until_ms is None else f"until {iso(span.until_ms)[:10]}"
    return " ".join(filter(None, (since, until)))
