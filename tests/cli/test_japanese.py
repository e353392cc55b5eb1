"""With `--lang ja` people read Japanese, on good input and on bad: no English sentence reaches them."""

from __future__ import annotations

import re

import pytest

from lostphone.cli import main

#: Three words of small letters one after another, outside of quotes, commands and paths.
ENGLISH = re.compile(r"\b[a-z]+ [a-z]+ [a-z]+\b")
BAD = [
    ["lint", "nowhere"],
    ["run", "nowhere.feature"],
    ["run", "no-such-scenario"],
    ["run", "*.feature"],
    ["run", "some.story"],
    ["run", "-n", "many"],
    ["run", "--seed", "x"],
    ["run", "--sed", "1"],
    ["run", "--timeout", "-1"],
    ["tell", "no-such-scenario"],
    ["tell", "nowhere.feature"],
    ["tell"],
    ["tell", "backup"],
    ["replay", "nowhere"],
    ["rules", "nothing-like-it"],
    ["rules", "code.digitz"],
    ["rules", "A60"],
    ["rules", "Q99"],
    ["steps", "--format", "prose"],
    ["conformance"],
    ["conformance", "--client", "reference", "-n", "many"],
    ["conformance", "--client", "reference", "--update-expected"],
    ["explore", "--jobs", "0"],
    ["explore", "--seconds", "-1"],
    ["explore", "--faults", "clokc"],
    ["explore", "--faults", "all,none"],
    ["whatif", "nowhere", "--lost", "2025-01-01"],
]


@pytest.mark.parametrize("arguments", BAD, ids=" ".join)
def test_a_mistake_is_told_in_japanese(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*arguments, "--lang", "ja"]) == 2
    told = capsys.readouterr()
    assert re.search("[ぁ-んァ-ヶ]", told.err)
    # The system says in its own language why a file cannot be read.
    assert not ENGLISH.search(re.sub("`[^`]*`|No such file or directory", "", told.err)), told.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["rules", "code.digits"],
        ["rules", "F11", "Q20"],
        ["run", "core.codes.digits"],
        ["tell", "core.codes.digits"],
    ],
    ids=" ".join,
)
def test_an_answer_is_in_japanese(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*arguments, "--lang", "ja"]) == 0
    told = capsys.readouterr().out
    assert re.search("[ぁ-んァ-ヶ]", told)
    assert not ENGLISH.search(told), told


def test_the_count_of_lint_is_in_japanese(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lint", "features/ja/core/codes.feature", "--lang", "ja"]) == 0
    assert capsys.readouterr().out == "フィーチャー1件に問題0件\n"


def test_without_a_language_it_is_english(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "code.digitz"]) == 2
    assert "there is no rule 'code.digitz'; did you mean code.digits?" in capsys.readouterr().err
