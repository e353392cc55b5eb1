"""The templates of the pages, and the environment that fills them in.

Everything that is filled in is escaped, whatever it is: names of clients, texts of stories, messages. A
character in it that would turn the direction of a line, or that is not seen, is shown as its escape. Only the
pictures, which escape on their own, are marked as markup.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from lostphone.base.foreign_text import paragraph

if TYPE_CHECKING:
    from jinja2 import Environment


@cache
def environment() -> Environment:
    """Templates of this folder, and of the pages that answer. An unknown name is an error, never a blank."""
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

    from lostphone.site.templates.filters import FILTERS

    made = Environment(
        loader=ChoiceLoader([PackageLoader("lostphone.site", folder) for folder in FOLDERS]),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters.update(FILTERS)
    return made


def _shown(value: object) -> object:
    """Texts alone: markup is a kind of text that is ours. No page has lines or texts as long as these."""
    return paragraph(value, 20_000, 50_000) if type(value) is str else value


#: Where templates are, in this package.
FOLDERS = ("templates", "live/templates")
