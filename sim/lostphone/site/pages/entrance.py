"""The page at the root of the site: which language? Without a script, by two links."""

from __future__ import annotations

from lostphone.site.context import Inputs
from lostphone.site.page import Page
from lostphone.site.templates import environment
from lostphone.site.words import words


def entrance(inputs: Inputs) -> Page:
    """`index.html` beside the folders of the languages."""
    languages = [(lang, words(lang)) for lang in inputs.run.languages]
    return Page(
        "index.html", environment().get_template("entrance.html").render(languages=languages).encode()
    )
