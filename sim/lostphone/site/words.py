"""The words of the pages in both languages: data, in `words.toml` beside this."""

from __future__ import annotations

from functools import cache
from typing import Any

from lostphone.texts.bilingual import load


@cache
def words(lang: str) -> dict[str, Any]:
    """All words of one language, by kind of page and name."""
    return load("lostphone.site", "words.toml").tree(lang)
