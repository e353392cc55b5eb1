"""The texts of the app's screens in English and Japanese: `en.toml` and `ja.toml`, read once.

Keys are dotted paths and the same in both files. A text may name values in braces; whoever asks for it
gives them.

>>> text("en", "labels.cloud-backup"), text("ja-JP", "labels.cloud-backup")
('Cloud backup', 'クラウド バックアップ')
>>> text("en", "messages.unable-to-recover.body", account="mika@example.com")
'No backup for this kind of phone is stored with mika@example.com. Try another personal account.'
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGES = ("en", "ja")


class UnknownText(LookupError):
    """No text has that key, or a value that the text names was not given."""


def text(locale: str, key: str, **values: str) -> str:
    """The text of that key in the locale's language, English where there is no other.

    `locale` is a language tag such as "ja" or "ja-JP". UnknownText names the closest key there is.
    """
    table = texts(_language(locale))
    found = table.get(key)
    if found is None:
        close = get_close_matches(key, table, n=1)
        hint = f"; did you mean '{close[0]}'?" if close else ""
        raise UnknownText(f"there is no text '{key}'{hint}")
    if "{" not in found:
        return found
    try:
        return found.format_map(values)
    except KeyError as missing:
        raise UnknownText(f"the text '{key}' needs a value for {missing}") from None


@cache
def texts(language: str) -> Mapping[str, str]:
    """Every text of one language by key, in file order."""
    content = files("lostphone.texts").joinpath(f"{language}.toml").read_text("utf-8")
    return dict(_flat(tomllib.loads(content), ""))


@cache
def _language(locale: str) -> str:
    primary = locale.replace("_", "-").split("-")[0].lower()
    return primary if primary in LANGUAGES else "en"


def _flat(table: Mapping[str, Any], path: str) -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        if isinstance(value, str):
            yield path + name, value
        else:
            yield from _flat(value, f"{path}{name}.")
