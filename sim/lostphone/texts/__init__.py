"""Texts in English and Japanese: `bilingual` loads them, and `screens.toml` has those of the app's screens.

A text may name values in braces; the caller gives them.

>>> text("en", "labels.cloud-backup"), text("ja-JP", "labels.cloud-backup")
('Cloud backup', 'クラウド バックアップ')
>>> text("en", "messages.unable-to-recover.body", account="mika@example.com")
'No backup for this kind of phone is stored with mika@example.com. Try another personal account.'
"""

from __future__ import annotations

from lostphone.texts.bilingual import LANGUAGES, Language, Store, Text, UnknownText, load

__all__ = ["LANGUAGES", "Language", "Text", "UnknownText", "screens", "text"]


def text(locale: str, key: str, **values: str) -> str:
    """The text of a screen in the locale's language, English where there is no other; UnknownText.

    `locale` is a language tag such as "ja" or "ja-JP".
    """
    return screens().say(locale, key, **values)


def screens() -> Store:
    """Every text of the app's screens."""
    return load("lostphone.texts", "screens.toml")
