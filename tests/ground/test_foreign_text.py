"""Text from outside, shown: nothing in it acts, it is bounded, and what people can read stays as it is."""

from __future__ import annotations

import json
import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lostphone.base import foreign_text
from lostphone.base.foreign_text import (
    LINE,
    PARAGRAPH_LINE,
    PARAGRAPH_LINES,
    in_json,
    listed,
    one_line,
    paragraph,
)

#: Characters that act, or are not seen, with what begins a command of a build server.
HOSTILE = [
    *map(chr, [*range(0x20), *range(0x7F, 0xA0)]),
    *"\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\u061c\ufeff",
    *"\u00ad\u034f\u115f\u3164\uffa0\ufe0f\ue000\ufdd0\ud800\udfff\U000e0001\U000e0041\U000f0000\U0010ffff\U000e0100",
    "\u0301" * 40,
    "\x1b[2J",
    "\x1b]8;;http://evil.example\x07",
    "\n::error::",
    "::set-output name=a::b",
    "  ::add-mask::a",
    "##[error]",
    "##vso[task.complete]",
    "##teamcity[testFailed]",
]
texts = st.lists(
    st.one_of(st.text(), st.sampled_from(HOSTILE), st.sampled_from("👩👧🏽🏳写é1")), max_size=40
).map("".join)
#: As Unicode's DerivedCoreProperties names them, without what stands in sequences of pictures and ideographs.
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0]"
)


def acting(shown: str) -> list[str]:
    """Characters of a shown line that act, or are not seen."""
    bad = [char for char in shown if unicodedata.category(char) in {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"}]
    bad += [char for char in shown if unicodedata.category(char) == "Cf" and char != "\u200d"]
    return bad + INVISIBLE.findall(shown) + re.findall(r"^\s*::|##\w*\[", shown)


@given(texts, st.integers(24, 80))
@example("\x1b" * 100, 24)
@example("👩" + "\u200d👩" * 100, 24)
def test_a_line_does_nothing_is_bounded_and_stays_when_shown_again(text: str, limit: int) -> None:
    shown = one_line(text, limit)
    assert not acting(shown)
    assert len(shown) <= limit
    assert one_line(shown, limit) == shown


@given(texts)
def test_a_paragraph_keeps_its_lines_alone(text: str) -> None:
    shown = paragraph(text, 60, 5)
    assert shown.count("\n") < 5
    assert not [found for line in shown.split("\n") for found in acting(line)]
    assert all(len(line) <= 60 for line in shown.split("\n"))
    assert paragraph(shown, 60, 5) == shown


@pytest.mark.parametrize("hostile", HOSTILE, ids=ascii)
def test_each_hostile_text_is_seen_wherever_it_stands(hostile: str) -> None:
    for text in (hostile, f"a{hostile}b", f"写{hostile}", f"{hostile}👩"):
        shown = one_line(text)
        assert not acting(shown), ascii(shown)
        if shown == text:
            # A command is none in the middle of a line, and a selector after an ideograph chooses its look.
            assert text == "写\U000e0100" or "::" in hostile
            assert not text.lstrip().startswith("::")


@pytest.mark.parametrize(
    "text",
    [
        "GitHub (mika@contoso.com): 3 of 4, {a} <b> [c] C:\\keys #1 ## heading std::vector",
        "写真のバックアップ\u3000「復元」ガ゙・ﾊﾟｽﾜｰﾄﾞ 葛\U000e0100城",
        "Ωμέγα Ångström naïve é (e\u0301) Việt Nam \u00a0 مرحبا שלום हिन्दी ภาษาไทย 한국어",
        "👩‍👧 👩🏽‍💻 🏳️‍🌈 ❤️ 1️⃣ 🇯🇵 ☎️",
        "",
    ],
)
def test_readable_text_stays_as_it_is(text: str) -> None:
    assert one_line(text) == text == paragraph(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x00b\x7f\x85", "a\\x00b\\x7f\\x85"),
        ("\ud800", "\\ud800"),
        ("gro\u200dup", "gro\\u200dup"),
        ("👩\u200d", "👩\\u200d"),
        ("A\ufe0f", "A\\ufe0f"),
        ("\u0301a", "\\u0301a"),
        ("🏴\U000e0067\U000e007f", "🏴\\U000e0067\\U000e007f"),
        ("::error::a", "\\x3a:error::a"),
        (" \u3000::error::a", " \u3000\\x3a:error::a"),
        ("a ##[error]b", "a \\x23#[error]b"),
        ("a\nb\rc\td", "a\\nb\\rc\\td"),
    ],
)
def test_what_cannot_be_read_is_named(text: str, shown: str) -> None:
    assert one_line(text) == shown


def test_what_is_left_out_is_counted_in_characters_of_the_text() -> None:
    shown = one_line("\x1b" * 1_000, 100)
    kept = shown.count("\\x1b")
    assert shown == "\\x1b" * kept + f"…(+{1_000 - kept})"
    assert 96 <= len(shown) <= 100
    assert one_line("a" * 500) == "a" * 500
    assert len(one_line("a" * 501)) == LINE


def test_a_paragraph_of_many_rows_is_cut_with_their_number() -> None:
    shown = paragraph("\n".join(["row"] * 10_000)).split("\n")
    assert len(shown) == PARAGRAPH_LINES
    assert shown[-1] == f"…(+{10_000 - PARAGRAPH_LINES + 1:,} lines)"
    assert len(paragraph(", ".join(["row"] * 10_000))) == PARAGRAPH_LINE
    assert paragraph("happened:\r\n::error::a") == "happened:\n\\x3a:error::a"


def test_a_list_of_names_is_cut_with_their_number() -> None:
    assert listed(["a", "b\nc"]) == "a, b\\nc"
    assert listed(map(str, range(10_000)), most=1) == "0, …(+9,999)"
    assert listed([]) == ""


def test_a_limit_that_nothing_fits_into_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 24"):
        one_line("a", 3)


def test_the_quick_look_passes_no_character_that_the_close_one_would_not() -> None:
    """Every character there is, alone and after a letter."""
    for code in range(0x110000):
        char = chr(code)
        for text in (char, f"a{char}"):
            if foreign_text._is_plain(text):
                assert "".join(piece for _, piece in foreign_text._pieces(text)) == text, ascii(text)


@given(texts.filter(lambda text: not any("\ud800" <= char <= "\udfff" for char in text)))
def test_json_is_of_the_same_value_and_does_nothing(text: str) -> None:
    written = in_json(json.dumps({"text": text}, ensure_ascii=False))
    assert json.loads(written) == {"text": text}
    bad = [
        char for char in written if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
    ]
    assert bad + INVISIBLE.findall(written) + re.findall(r"##\w*\[", written) == []
    assert in_json(written) == written
