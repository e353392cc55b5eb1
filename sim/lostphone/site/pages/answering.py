"""The pages that answer without a server: the start page, the timeline, the search; and their scripts."""

from __future__ import annotations

from collections.abc import Iterator

from lostphone.site.context import Context
from lostphone.site.live.pages import scripts, search_values, start_values, timeline_values
from lostphone.site.page import Page


def pages(site: Context) -> Iterator[Page]:
    """`index.html`, `timeline.html`, `search.html`, and what the scripts of this language read."""
    story, rule = site.story_address, site.rule_address
    start = start_values(site.lang, site.stories, story)
    timeline = timeline_values(site.lang, rule, "rules/index.html")
    yield site.page("start.html", "index.html", "start", **start)
    yield site.page("timeline.html", "timeline.html", "timeline", **timeline)
    yield site.page("search.html", "search.html", "search", **search_values(site.lang))
    for name, content in scripts(site.lang, site.stories, story, rule, "sentences.html").items():
        yield Page(f"{site.lang}/{name}", content)
