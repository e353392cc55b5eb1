"""The words of the start page, the timeline and the search: data, in TOML.

>>> words("ja")["switch"]["icloud-keychain"]
'iCloudキーチェーン'
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def words(lang: str) -> dict[str, dict[str, str]]:
    """Every text by group and key, in `en` or `ja`."""
    groups: dict[str, dict[str, dict[str, str]]] = _read("words.toml")
    return {group: {key: text[lang] for key, text in entries.items()} for group, entries in groups.items()}


def synonyms(lang: str) -> dict[str, list[str]]:
    """Ordinary words in that language, and what the stories say instead.

    >>> synonyms("ja")["ログイン"]
    ['サインイン']
    """
    read: dict[str, list[str]] = _read("synonyms.toml")[lang]
    return read


@cache
def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files("lostphone.site.live").joinpath(name).read_text("utf-8"))
