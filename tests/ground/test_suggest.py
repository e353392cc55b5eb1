"""Near words: the same helper for every "did you mean"."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import lostphone
from lostphone.base.suggest import COMPARED_MAX, near, nearest


def test_capitals_make_no_difference_and_the_known_spelling_is_given() -> None:
    assert nearest("THE IPHONE", ["the iPhone", "the iPad"]) == "the iPhone"
    assert near("icloud", ["ICLOUD", "icloud", "iCloud"], most=3) == ("icloud", "ICLOUD", "iCloud")


def test_at_most_so_many_and_none_below_the_cutoff() -> None:
    known = ["abcd", "abce", "abcf"]
    assert near("abcx", known, most=2) == ("abcf", "abce")
    assert near("abcx", known, cutoff=0.9) == ()
    assert near("abcx", []) == ()


def test_a_word_that_is_too_long_is_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*arguments: object, **options: object) -> list[str]:
        raise AssertionError("compared")

    monkeypatch.setattr("difflib.get_close_matches", never)
    assert nearest("x" * (COMPARED_MAX + 1), ["x" * COMPARED_MAX]) is None


def test_nothing_else_compares_words() -> None:
    package = Path(lostphone.__file__).parent
    using = [
        path.relative_to(package).as_posix()
        for path in sorted(package.rglob("*.py"))
        if re.search(r"^\s*(import|from) difflib", path.read_text("utf-8"), re.M)
    ]
    assert using == ["base/suggest.py"]
