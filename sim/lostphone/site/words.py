"""The words of the pages in both languages: data, in `words.toml` beside this."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def words(lang: str) -> dict[str, Any]:
    """All words of one language, by kind of page and name."""
    table = tomllib.loads(files("lostphone.site").joinpath("words.toml").read_text("utf-8"))
    said: dict[str, Any] = table[lang]
    return said
