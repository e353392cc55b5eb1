"""All stories by feature."""

from __future__ import annotations

from collections.abc import Iterator

from lostphone.site.context import Context
from lostphone.site.page import Page
from lostphone.site.recorded import RecordedStory


def pages(site: Context) -> Iterator[Page]:
    """`stories/index.html`."""
    features: dict[str, dict[str, list[tuple[RecordedStory, ...]]]] = {}
    for rows in site.scenarios.values():
        features.setdefault(rows[0].uri, {}).setdefault(rows[0].rule, []).append(rows)
    yield site.page("stories.html", "stories/index.html", "stories", features=features)
