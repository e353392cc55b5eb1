"""Holds our Japanese to one term for one thing: the table is `japanese_terms.toml`.

>>> for one in wrong_terms("ミカの端末 を輪に入れる"): print(one.found, one.right, sep=" → ")
端末 → スマートフォン、またはデバイス
輪 → サークル
>>> [one.found for one in wrong_terms("ミカの iPhone に「端末が root 化または脱獄されています」と表示される")]
['の i', 'e に']

No space stands between Latin and Japanese letters in our texts. The texts of the app's screens, and
quotations of them, keep Microsoft's words and spacing, and are not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from lostphone.texts import screens
from lostphone.texts.bilingual import tables

_JAPANESE = "ぁ-んァ-ヶー々一-龥"
#: A space between the two kinds of letters. After an option it stays, so that the option can be copied.
_SPACED = re.compile(rf"(?P<found>[{_JAPANESE}] [A-Za-z0-9{{<]|[A-Za-z0-9}}>] [{_JAPANESE}])")
_OPTION = re.compile(r"--[\w-]+(?: [\w-]+)?")
_QUOTED = re.compile(r"「([^」]*)」")


class WrongTerm(msgspec.Struct, frozen=True):
    """What was found in a text, what to write instead, and why."""

    found: str
    right: str
    reason: str


class _Term(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    wrong: str
    right: str
    reason: str


def wrong_terms(text: str) -> Iterator[WrongTerm]:
    """Each wrong term of a Japanese text, and each space that should not be there."""
    text = _QUOTED.sub(lambda quote: "「」" if quote[1] in _on_screens() else quote[0], text)
    for term in _terms():
        for found in re.finditer(term.wrong, text):
            yield WrongTerm(found.group(), term.right, term.reason)
    for found in _SPACED.finditer(_OPTION.sub("--", text)):
        yield WrongTerm(
            found["found"], found["found"].replace(" ", ""), "no space between Latin and Japanese letters"
        )


@cache
def _terms() -> tuple[_Term, ...]:
    return msgspec.convert(tables("lostphone.texts", "japanese_terms.toml")["term"], tuple[_Term, ...])


@cache
def _on_screens() -> frozenset[str]:
    return frozenset(text.ja for text in screens().values())
