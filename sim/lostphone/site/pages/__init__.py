"""The kinds of pages, a file each: every one gives the pages of its kind in one language.

To add a kind, write a module with `pages(site: Context) -> Iterator[Page]` and name it in `BUILDERS`. Pages
that are the same for all languages (scripts, style sheets, reports) are given by `shared`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module

from lostphone.site.context import Context
from lostphone.site.page import Page

Builder = Callable[[Context], Iterator[Page]]

#: In the order in which they are built, which is nobody's concern.
BUILDERS = ("answering", "rule", "facts", "story", "stories", "matrix", "sentences", "screens", "about")


def builders() -> tuple[Builder, ...]:
    """The functions, one a kind."""
    return tuple(import_module(f"lostphone.site.pages.{name}").pages for name in BUILDERS)
