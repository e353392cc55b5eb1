"""What the commands say, in English and Japanese: the texts are in `words.toml`, by command.

>>> say("ja", "replay.summary", actions=2, happenings=5, fingerprint="ab12")
'操作2件、出来事5件、フィンガープリントab12'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def say(lang: str, key: str, /, **values: object) -> str:
    """The text with that key, its placeholders filled in by name; UnknownText."""
    from lostphone.texts.bilingual import load

    return load("lostphone.cli", "words.toml").say(lang, key, **values)


def sayer(lang: str, command: str) -> Callable[..., str]:
    """Says the texts of one command in one language.

    >>> sayer("en", "search")("none")
    'none'
    """
    return lambda key, /, **values: say(lang, f"{command}.{key}", **values)
