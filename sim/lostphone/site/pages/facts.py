"""The page of facts: what the rules rest on, each fact a place on it that rule pages link to."""

from __future__ import annotations

from collections.abc import Iterator

from lostphone.base.clock import instant
from lostphone.rules import Fact
from lostphone.site.context import Context
from lostphone.site.page import Page
from lostphone.site.pages.rule import dates
from lostphone.site.templates.filters import day


def pages(site: Context) -> Iterator[Page]:
    """`facts.html`: the facts by section, and the questions that no source answers."""
    sections: dict[str, list[Fact]] = {}
    for fact in site.catalogue.facts.values():
        sections.setdefault(fact.id[0], []).append(fact)
    yield site.page(
        "facts.html",
        "facts.html",
        "rules",
        sections=sections,
        dates={fact.id: dates(site, fact) for fact in site.catalogue.facts.values()},
        verified={
            fact.id: day(instant(*fact.verified.timetuple()[:3]), site.lang)
            for fact in site.catalogue.facts.values()
        },
        sources={source.url: source for source in site.catalogue.sources.values()},
        unanswered=list(site.catalogue.unanswered.values()),
    )
