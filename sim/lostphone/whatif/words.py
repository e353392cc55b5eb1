"""The words of `whatif` in both languages: data, in `words.toml` beside this."""

from __future__ import annotations

from lostphone.texts.bilingual import load


def say(lang: str, group: str, key: str, **values: str) -> str:
    """The text `group.key` in that language, with its placeholders filled in."""
    return load("lostphone.whatif", "words.toml").fill(lang, f"{group}.{key}", values)


def listed(lang: str, words: list[str]) -> str:
    """`a, b and c`, or `aとbとc`."""
    if lang == "ja":
        return "と".join(words)
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)
