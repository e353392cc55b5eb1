"""Generic kinds read what they write, in both languages, and refuse what means nothing."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lostphone.base.clock import instant
from lostphone.gherkin.kinds import LANGUAGES, ValueKind, generic_kinds

KINDS = generic_kinds()


def read(kind: ValueKind, language: str, text: str) -> object:
    assert re.fullmatch(kind.pattern[language], text), f"{kind.name} does not take {text!r}"
    return kind.parse(language, text)


@pytest.mark.parametrize("language", LANGUAGES)
@given(
    moment=st.integers(instant(1000, 1, 1), instant(9999, 12, 31)),
    length=st.integers(0, 10**13),
    count=st.integers(0, 10**6),
    number=st.integers(),
    text=st.text().filter(lambda text: "\n" not in text),
)
def test_what_is_written_is_read_back(
    language: str, moment: int, length: int, count: int, number: int, text: str
) -> None:
    for name, value in (
        ("instant", moment),
        ("instant", moment // 1_000 * 1_000),
        ("instant", moment // 86_400_000 * 86_400_000),
        ("duration", length),
        ("count", count),
        ("int", number),
        ("text", text),
    ):
        assert read(KINDS[name], language, KINDS[name].format(language, value)) == value


@pytest.mark.parametrize(
    ("kind", "language", "text", "value"),
    [
        ("instant", "en", "23:59:50 on 31 July 2025", instant(2025, 7, 31, 23, 59, 50)),
        ("instant", "ja", "2025年7月31日23時59分50秒", instant(2025, 7, 31, 23, 59, 50)),
        ("instant", "en", "15 August 2025", instant(2025, 8, 15)),
        ("instant", "ja", "2025年8月15日", instant(2025, 8, 15)),
        ("instant", "ja", "2025年8月15日9時", instant(2025, 8, 15, 9)),
        ("instant", "en", "00:00 on 15 August 2025 in Asia/Tokyo", instant(2025, 8, 14, 15)),
        ("instant", "ja", "2025年8月15日0時（アジア/東京）", instant(2025, 8, 14, 15)),
        ("instant", "ja", "2025年8月15日(Asia/Tokyo)", instant(2025, 8, 14, 15)),
        ("instant", "en", "23:59:50.250 on 1 May 2025", instant(2025, 5, 1, 23, 59, 50) + 250),
        ("duration", "en", "three days", 3 * 86_400_000),
        ("duration", "en", "a week", 7 * 86_400_000),
        ("duration", "en", "1 hour, 30 minutes and 5 seconds", 5_405_000),
        ("duration", "ja", "３日", 3 * 86_400_000),
        ("duration", "ja", "二週間", 14 * 86_400_000),
        ("duration", "ja", "1時間30分5秒", 5_405_000),
        ("duration", "ja", "250ミリ秒", 250),
        ("count", "en", "once", 1),
        ("count", "en", "three times", 3),
        ("count", "ja", "一度", 1),
        ("count", "ja", "10回", 10),
        ("text", "en", r'"say \"hi\""', 'say "hi"'),
        ("text", "ja", "「楽天証券」", "楽天証券"),
    ],
)
def test_spellings(kind: str, language: str, text: str, value: object) -> None:
    assert read(KINDS[kind], language, text) == value


@pytest.mark.parametrize(
    ("kind", "language", "text", "complaint"),
    [
        ("instant", "en", "31 February 2025", "not a moment that exists"),
        ("instant", "ja", "2025年8月15日24時", "という日時は存在しません"),
        ("instant", "en", "15 August 2025 in Atlantis", "no time zone is called 'Atlantis'"),
        ("instant", "en", "02:30 on 30 March 2025 in Europe/Berlin", "is skipped"),
        ("instant", "en", "02:30 on 26 October 2025 in Europe/Berlin", "comes twice"),
        ("duration", "en", "3 minutes and 2 hours", "largest first"),
        ("duration", "ja", "3分3分", "大きい順に1回ずつ"),
    ],
)
def test_nonsense_is_refused_with_a_reason(kind: str, language: str, text: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        read(KINDS[kind], language, text)


@pytest.mark.parametrize("kind", ["count", "duration"])
def test_negative_lengths_and_counts_have_no_words(kind: str) -> None:
    with pytest.raises(ValueError, match=r"negative|-1 times"):
        KINDS[kind].format("en", -1)
