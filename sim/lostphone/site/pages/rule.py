"""A page for each rule, and the list of all of them by topic."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from lostphone.rules import Fact, Rule
from lostphone.site.context import Context
from lostphone.site.drawing import rule_span
from lostphone.site.page import Page
from lostphone.site.templates.filters import day


def pages(site: Context) -> Iterator[Page]:
    """`rules/index.html`, and `rules/ID.html` for every rule of the catalogue, told or not."""
    topics: dict[str, list[Rule]] = {}
    for rule in site.catalogue.rules.values():
        topics.setdefault(rule.id.partition(".")[0], []).append(rule)
    yield site.page(
        "rules.html",
        "rules/index.html",
        "rules",
        topics=topics,
        verdicts={rule: verdict(site, rule) for rule in site.catalogue.rules},
        dates={rule.id: dates(site, rule) for rule in site.catalogue.rules.values()},
    )
    for rule in site.catalogue.rules.values():
        yield _page(site, rule)


def _page(site: Context, rule: Rule) -> Page:
    sources = {source.url: source for source in site.catalogue.sources.values()}
    return site.page(
        "rule.html",
        site.rule_address(rule.id),
        "rules",
        rule=rule,
        span=Markup(rule_span(rule.spans, site.lang)),
        dates=dates(site, rule),
        sources=[sources[url] for url in rule.source],
        question=site.catalogue.open_questions[rule.open_question] if rule.open_question else None,
        verdict=verdict(site, rule.id),
        told_by=[site.scenarios[id] for id in site.scenarios_by_rule[rule.id]],
    )


def verdict(site: Context, rule_id: str) -> tuple[str, str]:
    """What this run says of a rule: "held", "broke" or "", and the words for it."""
    w = site.words["rule"]
    scenarios = [site.scenarios[id] for id in site.scenarios_by_rule[rule_id]]
    if not scenarios:
        return "", w["none"]
    failed = sum(not all(row.passed for row in rows) for rows in scenarios)
    if failed:
        return "broke", w["some_failed"].format(failed=failed, count=len(scenarios))
    return "held", w["one_held"] if len(scenarios) == 1 else w["all_held"].format(count=len(scenarios))


def dates(site: Context, dated: Rule | Fact) -> list[tuple[str, str]]:
    """For each stretch of time the phones a rule or a fact holds on, and the stretch in words."""
    w, common = site.words["rule"], site.words["common"]
    said: dict[tuple[Any, Any], list[str]] = {}
    for span in dated.spans:
        said.setdefault((span.since_ms, span.until_ms), []).append(common[span.platform])
    told = []
    for (since_ms, until_ms), phones in said.items():
        since = None if since_ms is None else day(since_ms, site.lang)
        # Dates are half-open: the last day on which the rule holds is the one before.
        until = None if until_ms is None else day(until_ms - 1, site.lang)
        if since and until:
            words = w["between"].format(day=since, end=until)
        elif since:
            words = w["since"].format(day=since)
        else:
            words = w["until"].format(day=until) if until else w["always"]
        told.append((common["both"] if len(phones) > 1 else phones[0], words))
    return told
