"""The pictures' own words, in English and Japanese: data in `words.toml`, read once.

>>> say("en", "screen.on", label="Cloud backup"), say("ja", "screen.on", label="クラウド バックアップ")
('Cloud backup: on', 'クラウド バックアップ: オン')
"""

from __future__ import annotations

from lostphone.texts.bilingual import Store, load


def say(language: str, key: str, **values: str | int) -> str:
    """The words of `section.name` in a language; KeyError if there are none."""
    return _words().fill(language, key, values)


def knows(key: str) -> bool:
    """Whether the key has words."""
    return key in _words()


def term(code: str, language: str) -> str:
    """A code of the trace as people read it; anything else as it is."""
    return say(language, f"term.{code}") if knows(f"term.{code}") else code


def _words() -> Store:
    return load("lostphone.site.drawing", "words.toml")
