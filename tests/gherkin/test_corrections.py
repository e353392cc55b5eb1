"""A step that nearly fits a sentence gets that sentence, in its own language; one that resembles none gets none."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from lostphone.gherkin.correcting import correction
from lostphone.gherkin.meaning import meaning_problems
from lostphone.gherkin.pickles import parse_feature
from lostphone.gherkin.vocabulary import shipped_index, shipped_sentences

MISSPELT = tomllib.loads(Path(__file__).with_name("misspelt.toml").read_text("utf-8"))["feature"]
FRAMES = {
    "en": "Feature: f\n  Scenario: s\n    {step}\n",
    "ja": "# language: ja\n機能: f\n  シナリオ: s\n    {step}\n",
}
HINTS = {"en": ("did you mean '", "'?"), "ja": ("。「", "」のことですか?")}


def complaint_about(language: str, step: str) -> str:
    feature = parse_feature(FRAMES[language].format(step=step), "f.feature")
    return "\n".join(problem.message for problem in meaning_problems(feature, shipped_index(language)))


def is_hinted(case: dict[str, str]) -> bool:
    message = complaint_about(case["language"], f"{case['keyword']} {case['typed']}")
    hint = message.partition(case["typed"])[2]
    opening, closing = HINTS[case["language"]]
    return f"{opening}{case['meant']}{closing}" in hint


def test_at_least_26_of_29_misspelt_features_are_corrected() -> None:
    missed = [case["typed"] for case in MISSPELT if not is_hinted(case)]
    assert len(MISSPELT) == 29
    assert len(missed) <= 3, missed


@pytest.mark.parametrize(
    ("language", "step"),
    [
        ("en", "Given the moon is made of cheese"),
        ("en", "When Mika dances on the table"),
        ("en", "When the river is crossed by a ferry"),
        ("en", "Then the trace has at least 3 happenings"),
        ("en", "When I click on the button"),
        ("en", "Given a user named Alice"),
        ("en", "Then the response status is 200"),
        ("ja", "もし ミカは踊る"),
        ("ja", "前提 月はチーズでできている"),
        ("ja", "ならば 応答コードは200である"),
        ("ja", "もし ボタンを押す"),
        # Near in letters, and another thing.
        ("en", "Given Mika opens Outlook as mika@outlook.com"),
        ("en", "Then no cloud holds a copy of Mika"),
        ("en", "Given Mika turns icloud keychain on on the iPhone"),
        ("en", "When Mika paints the iPhone"),
        ("en", "Given it is 3/4/2025"),
        ("ja", "もし ミカはiPhoneを塗る"),
        ("ja", "もし ミカはiPhoneを充電する"),
    ],
)
def test_what_resembles_nothing_gets_no_hint(language: str, step: str) -> None:
    message = complaint_about(language, step)
    assert message
    assert "did you mean" not in message
    assert "のことですか" not in message


@pytest.mark.parametrize(
    ("language", "step", "hint"),
    [
        (
            "en",
            "Then it is refused because it is Monday",
            "'it is Monday' cannot stand for {refusal}, which is one of: there is no connection, nobody answers",
        ),
        (
            "en",
            "Given Mika is an employee of Contoso with the account nowhere",
            "'nowhere' cannot stand for {email}: an e-mail address in small letters, such as mika@outlook.com",
        ),
        (
            "ja",
            "ならば 月曜日のため拒否される",
            "「月曜日のため」は{refusal}に入りません。入るもの: 接続がないため、",
        ),
    ],
)
def test_a_value_that_no_list_has_is_named_with_what_may_stand_there(
    language: str, step: str, hint: str
) -> None:
    assert hint in complaint_about(language, step)


@pytest.mark.parametrize(
    ("language", "typed", "meant"),
    [
        ("en", 'Given the open question Q1 is answered "yes"', 'the open question Q01 is answered "yes"'),
        ("en", "Given it is 29/09/2025", "it is 29 September 2025"),
        ("en", "Given it is 2025-09-29 18:30", "it is 18:30 on 29 September 2025"),
        ("en", "Given Mika adds 'GitHub' on the iPhone", 'Mika adds "GitHub" on the iPhone'),
        ("en", "Given Mika adds GitHub on the iPhone", 'Mika adds "GitHub" on the iPhone'),
        ("en", 'Given Mika adds "GitHub" to the iPhone', 'Mika adds "GitHub" on the iPhone'),
        (
            "en",
            "Given Mika is a employe of contoso with the account Mika@contoso.com",
            "Mika is an employee of Contoso with the account mika@contoso.com",
        ),
        ("ja", "前提 みかはiPhoneを使っている", "ミカはiPhoneを使っている"),
        ("ja", "もし 3日経つ", "3日がたつ"),
        ("ja", "前提 2025年9月29日です", "2025年9月29日である"),
    ],
)
def test_other_slips(language: str, typed: str, meant: str) -> None:
    opening, closing = HINTS[language]
    assert f"{opening}{meant}{closing}" in complaint_about(language, typed)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_suggestion_is_a_sentence(language: str) -> None:
    index = shipped_index(language)
    for case in MISSPELT:
        if case["language"] == language:
            found = correction(index, None, case["typed"])
            assert found is None or index.means_something(None, found.text)
    assert len(shipped_sentences()) > 0
