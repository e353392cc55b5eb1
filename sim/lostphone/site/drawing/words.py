"""The pictures' own words, in English and Japanese: data in `words.toml`, read once.

>>> say("en", "screen.on", label="Cloud backup"), say("ja", "screen.on", label="クラウド バックアップ")
('Cloud backup: on', 'クラウド バックアップ: オン')
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


def say(language: str, key: str, **values: str | int) -> str:
    """The words of `section.name` in a language; KeyError if there are none."""
    section, _, name = key.partition(".")
    words: str = _words()[section][name][language]
    return words.format(**values)


def knows(key: str, language: str = "") -> bool:
    """Whether the key is listed, and has words in that language if one is named."""
    section, _, name = key.partition(".")
    entry = _words()[section].get(name)
    return entry is not None and (not language or language in entry)


def term(code: str, language: str) -> str:
    """A code of the trace as people read it; anything else as it is."""
    return say(language, f"term.{code}") if knows(f"term.{code}") else code


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(files("lostphone.site.drawing").joinpath("words.toml").read_text("utf-8"))
