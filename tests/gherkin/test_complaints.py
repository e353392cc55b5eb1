"""What is said about a feature file exists in both languages, and nothing else is said."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

import lostphone
from lostphone.gherkin.complaints import complaint, complaints
from lostphone.gherkin.correcting import correction
from lostphone.gherkin.lint import lint
from lostphone.gherkin.tags import TagExpression, TagExpressionError
from lostphone.gherkin.vocabulary import shipped_index

SOURCE = Path(lostphone.__file__).parent


def holes(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("id_", complaints())
def test_both_languages_say_the_same(id_: str) -> None:
    texts = complaints()[id_]
    assert holes(texts.ja) == holes(texts.en)
    assert texts.en.isascii() or "…" in texts.en
    words = re.sub(r"{\w+}|@\w+:?", "", texts.ja)
    assert not words.isascii() or not re.search("[a-zA-Z]", words)


def test_every_text_is_used() -> None:
    code = "".join(path.read_text("utf-8") for path in sorted(SOURCE.rglob("*.py")))
    made = ("kind-", "unit-", "type-", "id-owed", "rule-owed")
    unused = [
        id_ for id_ in complaints() if not re.search(f"[\"']{id_}[\"']", code) and not id_.startswith(made)
    ]
    assert unused == []


def test_a_third_language_is_spoken_of_in_english_and_long_words_are_cut() -> None:
    assert complaint("fr", "no-name") == "the scenario has no name"
    assert "\n" not in complaint("ja", "no-steps", name="長い" * 5000)
    assert len(complaint("ja", "no-steps", name="長い" * 5000)) < 400


JAPANESE = {
    "broken": "# language: ja\n機能: f\n  シナリ: s\n    前提 a\n",
    "mistyped": "# language: ja\n機能: f\n  シナリオ: s\n    前堤 a\n    ならば b\n",
    "empty": "# language: ja\n機能: f\n  シナリオ: s\n",
    "unknown": "# language: ja\n機能: f\n  シナリオ: s\n    ならば ミカは踊る\n",
    "no such day": "# language: ja\n機能: f\n  シナリオ: s\n    前提 2025年2月31日である\n    ならば ミカは踊る\n",
    "twice": "# language: ja\n機能: f\n  シナリオ: s\n    ならば a\n  シナリオ: s\n    ならば b\n",
    "outline": "# language: ja\n機能: f\n  シナリオアウトライン: s\n    ならば <a>\n    例:\n      | a |\n",
    "silent": "# language: ja\n機能: f\n  シナリオ: s\n    前提 2025年2月3日である\n",
    "letters": "# language: ja\n機能: f\n  @a,b\n  シナリオ: s\n    ならば a\u200b\u00a0b\x07c\n",
    "cells": "# language: ja\n機能: f\n  シナリオ: s\n    ならば a\n      | a |\n      | a | b |\n",
    "not UTF-8": "# language: ja\n機能: \udcff\n",
    "nothing": "# language: ja\n# nothing\n",
}


@pytest.mark.parametrize("name", JAPANESE)
def test_of_a_japanese_file_all_is_said_in_japanese(tmp_path: Path, name: str) -> None:
    path = tmp_path / "f.feature"
    path.write_bytes(JAPANESE[name].encode("utf-8", "surrogateescape"))
    found = lint([path])
    assert found
    for problem in found:
        assert re.search("[ぁ-んァ-ヶ]", problem.message), problem
        assert not re.search(r"[A-Za-z]+ [a-z]+ [a-z]+", problem.message), problem


def test_the_sentence_that_is_meant_is_named_in_the_language_of_the_story(tmp_path: Path) -> None:
    path = tmp_path / "f.feature"
    path.write_text(
        "# language: ja\n機能: f\n シナリオ: s\n  ならば ミカのiPhoneの一覧には3件のアカウントがあるよ\n",
        "utf-8",
    )
    [problem] = lint([path])
    assert "のことですか" in problem.message


@pytest.mark.parametrize("text", ["", "@a &&", "@a @b", "(" * 3000])
def test_a_mistaken_tag_expression_in_japanese(text: str) -> None:
    with pytest.raises(TagExpressionError, match="[ぁ-ん]"):
        TagExpression(text, "ja")


def test_long_words_are_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*arguments: object, **options: object) -> list[str]:
        raise AssertionError("compared")

    monkeypatch.setattr("difflib.get_close_matches", never)
    assert correction(shipped_index("en"), "given", "x" * 10_000) is None
