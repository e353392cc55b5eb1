"""What kinds of account and outcomes are called, in the command and on every page: `vocabulary.toml`.

>>> kind("en", "work"), outcome("ja", "sign-in"), outcomes_as_headings("en")["back"]
('work or school account', 'サインインが必要', 'Comes back')
"""

from __future__ import annotations

from lostphone.texts.bilingual import Store, load


def kind(lang: str, code: str) -> str:
    """The name of a kind of account, such as `third-party`; UnknownText."""
    return _vocabulary().say(lang, f"kind.{code}")


def outcome(lang: str, code: str) -> str:
    """The name of an outcome: back, sign-in, in-Edge, lost or depends; UnknownText."""
    return _vocabulary().say(lang, f"outcome.{code}")


def kinds_as_headings(lang: str) -> dict[str, str]:
    """Every kind of account by its code, with a capital."""
    return _headings(lang, "kind")


def outcomes_as_headings(lang: str) -> dict[str, str]:
    """Every outcome by its code, with a capital."""
    return _headings(lang, "outcome")


def _headings(lang: str, group: str) -> dict[str, str]:
    texts: dict[str, str] = _vocabulary().tree(lang)[group]
    return {code: text[0].upper() + text[1:] for code, text in texts.items()}


def _vocabulary() -> Store:
    return load("lostphone.texts", "vocabulary.toml")
