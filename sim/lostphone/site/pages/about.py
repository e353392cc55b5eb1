"""How to read the site: what it is made of, what the letters mean, what is in it and what is not."""

from __future__ import annotations

from collections.abc import Iterator

from lostphone.site.context import Context
from lostphone.site.page import Page


def pages(site: Context) -> Iterator[Page]:
    """`about.html`, with the sources that the catalogue names."""
    used: dict[str, int] = {}
    for rule in site.catalogue.rules.values():
        for url in rule.source:
            used[url] = used.get(url, 0) + 1
    failed = [rows for rows in site.scenarios.values() if not all(row.passed for row in rows)]
    yield site.page(
        "about.html",
        "about.html",
        "about",
        run=site.inputs.run,
        fingerprint=site.inputs.fingerprint,
        steps=sum(len(story.steps) for story in site.stories),
        failed=failed,
        sources=[
            (source, used[source.url]) for source in site.catalogue.sources.values() if source.url in used
        ],
        questions=list(site.catalogue.open_questions.values()),
    )
