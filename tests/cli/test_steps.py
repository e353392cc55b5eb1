"""`lostphone steps`: the catalogue of sentences in both languages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lostphone.cli import main
from lostphone.gherkin.vocabulary import shipped_sentences


def test_json_lists_every_sentence_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["steps", "--format", "json"]) == 0
    listed = json.loads(capsys.readouterr().out)["sentences"]
    assert [entry["name"] for entry in listed] == [sentence.name for sentence in shipped_sentences()]
    for entry in listed:
        assert list(entry["templates"]) == ["en", "ja"]
        assert all(entry["templates"].values())
        assert list(entry["uses"]) == ["en", "ja"]


def test_text_shows_every_wording_of_a_language(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["steps", "--lang", "ja"]) == 0
    out = capsys.readouterr().out
    for sentence in shipped_sentences():
        for template in sentence.templates["ja"]:
            assert template.text in out
        assert sentence.templates["en"][0].text not in out
    assert out.splitlines()[-1] == f"{len(shipped_sentences())} sentences"


def test_the_check_fails_on_a_sentence_nobody_says(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("lostphone.gherkin.usage.usage_problems", lambda: ["a: no en scenario says '[x]'"])
    assert main(["steps", "--check"]) == 1
    assert capsys.readouterr().out == "a: no en scenario says '[x]'\n1 problems with sentences\n"
    monkeypatch.setattr("lostphone.gherkin.usage.usage_problems", list)
    assert main(["steps", "--check"]) == 0


def test_json_says_what_may_stand_in_each_placeholder(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["steps", "--format", "json", "--lang", "ja"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["placeholders"]["role"] == {
        "names": ["role"],
        "values": {"ja": ["社員", "管理者", "ゲスト"]},
    }
    assert printed["placeholders"]["instant"]["example"] == {"ja": "2025年9月29日9時30分"}
    used = {kind for entry in printed["sentences"] for kind in entry["placeholders"].values()}
    assert used == set(printed["placeholders"])


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        ("en", ["  {role}", "      an employee / an administrator / a guest"]),
        ("ja", ["  {role}", "      社員 / 管理者 / ゲスト"]),
        ("en", ["  {version}", "      numbers with dots between them, such as 26.1"]),
    ],
)
def test_text_says_what_may_stand_in_each_placeholder(
    capsys: pytest.CaptureFixture[str], lang: str, lines: list[str]
) -> None:
    assert main(["steps", "--lang", lang]) == 0
    printed = capsys.readouterr().out.splitlines()
    at = printed.index(lines[0])
    assert printed[at : at + 2] == lines


def test_the_steps_of_a_conftest_are_listed_where_a_path_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("conftest.py").write_text(
        "from pytest_bdd import parsers, then\n\n@then(parsers.parse('{n:d} pigs fly'))\ndef _(n): ...\n"
    )
    Path("a.feature").write_text("Feature: f\n Scenario: s\n  Then 3 pigs fly\n")
    assert main(["steps", "a.feature", "--format", "json"]) == 0
    [own] = json.loads(capsys.readouterr().out)["own"]
    assert own == {"keyword": "then", "pattern": "{n:d} pigs fly", "file": "conftest.py", "line": 3}
    assert main(["steps", ".", "--lang", "en"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[lines.index("Steps of your own") + 1].split() == [
        "then",
        "{n:d}",
        "pigs",
        "fly",
        "conftest.py:3",
    ]
    assert main(["steps", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["own"] == []


def test_a_path_that_is_not_there_is_a_mistake_of_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["steps", "nowhere"]) == 2
    assert "there is no file or folder 'nowhere'" in capsys.readouterr().err
