"""The words of the start page, the timeline and the search: data, in TOML.

>>> words("ja")["switch"]["icloud-keychain"]
'iCloudキーチェーン'
"""

from __future__ import annotations

from functools import cache

from lostphone.texts.bilingual import load, tables
from lostphone.texts.vocabulary import kinds_as_headings, outcomes_as_headings


@cache
def words(lang: str) -> dict[str, dict[str, str]]:
    """Every text by group and key, in `en` or `ja`."""
    tree = load("lostphone.site.live", "words.toml").tree(lang)
    tree["kinds"] = kinds_as_headings(lang) | tree["kinds"]
    tree["outcomes"] = outcomes_as_headings(lang)
    return tree


def synonyms(lang: str) -> dict[str, list[str]]:
    """Ordinary words in that language, and what the stories say instead.

    >>> synonyms("ja")["ログイン"]
    ['サインイン']
    """
    read: dict[str, list[str]] = tables("lostphone.site.live", "synonyms.toml")[lang]
    return read
