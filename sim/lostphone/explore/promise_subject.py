"""What an oracle watches, in the words of a reader: the subject of a promise that does not hold."""

from __future__ import annotations

from lostphone.texts.bilingual import load


def subject_of(oracle: str, language: str) -> str:
    """What that oracle watches; its own name if it is none of ours.

    >>> subject_of("lists", "en"), subject_of("lists", "ja")
    ('the list of accounts', 'アカウントの一覧')
    """
    words = load("lostphone.explore", "words.toml")
    key = f"subject.{oracle}"
    return words.say(language, key) if key in words else oracle
