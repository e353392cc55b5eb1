"""Builds a site: a run goes in, files come out, and nothing else has a say in them.

Kinds of pages are in `pages`; pictures come from `drawing`. The same run gives the same bytes.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from importlib.resources import files

from lostphone.site.context import Context, Inputs
from lostphone.site.live.pages import assets
from lostphone.site.messages import messages
from lostphone.site.page import Page
from lostphone.site.pages import builders
from lostphone.site.pages.entrance import entrance

#: Cucumber Messages of the run.
MESSAGES = "messages.ndjson.gz"
_SCRIPTS = ("site.js", "theme.js")
#: What pages, pictures and answers look like: one file, so that a page names one.
_STYLES = ("assets/site.css", "assets/drawing.css", "live/static/live.css")


def build(inputs: Inputs) -> Iterator[Page]:
    """Every file of the site, each once."""
    for lang in inputs.run.languages:
        site = Context(inputs, lang)
        for pages in builders():
            yield from pages(site)
    yield from _shared(inputs)


def _shared(inputs: Inputs) -> Iterator[Page]:
    folder = files("lostphone.site")
    for name in _SCRIPTS:
        yield Page(f"assets/{name}", folder.joinpath("assets", name).read_bytes())
    yield Page("assets/style.css", b"".join(folder.joinpath(path).read_bytes() for path in _STYLES))
    for name, content in assets().items():
        yield Page(f"assets/{name}", content)
    # The same for everybody, and eighteen times as long unpacked. No name and no time of this machine.
    yield Page(MESSAGES, gzip.compress(messages(inputs.run), mtime=0))
    yield entrance(inputs)
