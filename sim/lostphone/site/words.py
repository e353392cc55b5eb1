"""The words of the pages in both languages: data, in `words.toml` beside this."""

from __future__ import annotations

from functools import cache
from typing import Any

from lostphone.texts.bilingual import load
from lostphone.texts.vocabulary import kinds_as_headings, outcomes_as_headings


@cache
def words(lang: str) -> dict[str, Any]:
    """All words of one language, by kind of page and name."""
    tree = load("lostphone.site", "words.toml").tree(lang)
    tree["common"] |= {"kind": kinds_as_headings(lang), "fate": outcomes_as_headings(lang)}
    return tree
