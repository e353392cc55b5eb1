"""Generic kinds: quoted text, whole numbers, and how many times.

>>> TEXT.parse("ja", "「楽天証券」"), TEXT.format("en", 'the "old" phone')
('楽天証券', '"the \\\\"old\\\\" phone"')
>>> [COUNT.parse("en", words) for words in ("once", "three times", "12 times")]
[1, 3, 12]
"""

from __future__ import annotations

import re

from lostphone.gherkin.kinds import Form, ValueKind
from lostphone.gherkin.mending import word_by_word
from lostphone.texts.bilingual import load

# fmt: off
EN_NUMBERS = (
    "zero", "one", "two", "three", "four", "five", "six",
    "seven", "eight", "nine", "ten", "eleven", "twelve",
)
# fmt: on
JA_NUMBERS = "〇一二三四五六七八九十"
_QUOTES = {"en": ('"', '"'), "ja": ("「", "」")}
_FORMS = load("lostphone.gherkin", "forms.toml")
_SPELLED_OUT_MAX = 10  # "ten days" but "11 minutes", as English prose does


def number_in_words(number: int) -> str:
    """`three`, `ten`, `11`: small numbers are spelled out."""
    return EN_NUMBERS[number] if 0 < number <= _SPELLED_OUT_MAX else str(number)


def parse_number(text: str) -> int:
    """The inverse for both languages; full-width digits and the kanji up to ten are read too."""
    if text in EN_NUMBERS:
        return EN_NUMBERS.index(text)
    if text in ("a", "an"):
        return 1
    if len(text) == 1 and text in JA_NUMBERS:
        return JA_NUMBERS.index(text)
    return int(text)


EN_NUMBER_PATTERN = rf"(?:[0-9]+|{'|'.join(sorted(EN_NUMBERS, key=len, reverse=True))}|an|a)"
JA_NUMBER_PATTERN = rf"(?:[0-9０-９]+|[{JA_NUMBERS}])"


def _parse_text(language: str, text: str) -> str:
    del language
    return re.sub(r"\\(.)", r"\1", text[1:-1])


def _format_text(language: str, value: str) -> str:
    opening, closing = _QUOTES[language]
    if "\n" in value:
        raise ValueError("a quoted text in a sentence cannot hold a line break; use a doc string")
    return opening + re.sub(rf"[\\{closing}]", lambda found: "\\" + found[0], value) + closing


TEXT = ValueKind(
    "text",
    {"en": r'"(?:[^"\\\n]|\\.)*"', "ja": r"「(?:[^」\\\n]|\\.)*」"},
    _parse_text,
    _format_text,
    form=Form(_FORMS["text"], "GitHub"),
)


def _mend_int(_language: str, text: str) -> str | None:
    return str(parse_number(text)) if text in EN_NUMBERS or (len(text) == 1 and text in JA_NUMBERS) else None


INT = ValueKind(
    "int",
    {"en": r"-?[0-9]+", "ja": r"-?[0-9０-９]+"},
    lambda _language, text: int(text),
    lambda _language, value: str(value),
    lambda value: bool(value == 1),
    form=Form(_FORMS["int"], 3, mend=_mend_int),
)


def _parse_count(language: str, text: str) -> int:
    if language == "ja":
        return parse_number(text[:-1])
    return {"once": 1, "twice": 2}.get(text) or parse_number(text.removesuffix(" times"))


def _format_count(language: str, value: int) -> str:
    if value < 0:
        raise ValueError(f"nothing happens {value} times")
    if language == "ja":
        return f"{JA_NUMBERS[value] if 0 < value <= _SPELLED_OUT_MAX else value}回"
    return {1: "once", 2: "twice"}.get(value) or f"{number_in_words(value)} times"


_COUNT_WORDS = (*EN_NUMBERS, "once", "twice", "times")

COUNT = ValueKind(
    "count",
    {"en": rf"once|twice|{EN_NUMBER_PATTERN} times", "ja": rf"{JA_NUMBER_PATTERN}[回度]"},
    _parse_count,
    _format_count,
    form=Form(_FORMS["count"], 3, mend=word_by_word({"en": _COUNT_WORDS})),
)
