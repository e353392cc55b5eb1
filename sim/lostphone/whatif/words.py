"""The words of `whatif` in both languages: data, in `words.toml` beside this."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _words() -> dict[str, dict[str, dict[str, str]]]:
    return tomllib.loads(files("lostphone.whatif").joinpath("words.toml").read_text("utf-8"))


def say(lang: str, group: str, key: str, **values: str) -> str:
    """The text `group.key` in that language, with its placeholders filled in."""
    return _words()[group][key][lang].format(**values)


def listed(lang: str, words: list[str]) -> str:
    """`a, b and c`, or `aとbとc`."""
    if lang == "ja":
        return "と".join(words)
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)
