"""A mistake in a data file is answered with the file, the entry and what to do about it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from lostphone.base.clock import instant
from lostphone.rules import Catalogue, CatalogueError

Overlay = Callable[..., Catalogue]

GOOD = """
["zz.good"]
statement.en = 'It is so.'
statement.ja = 'そうである。'
protects.en = 'Doubt.'
protects.ja = '疑い。'
requirement = 'core'
source = ['rfc6238']
facts = ['F01']
confidence = 'H'
"""


def test_the_example_itself_is_read(overlay: Overlay) -> None:
    rule = overlay(core_plus=GOOD).rule("zz.good")
    assert rule.file == "core.toml"
    assert rule.platforms == ("ios", "android")
    assert rule.source == ("https://datatracker.ietf.org/doc/html/rfc6238",)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("confidence = 'H'", "", "missing required field `confidence`"),
        ("confidence = 'H'", "confidence = 'sure'", "Invalid enum value 'sure'"),
        ("requirement = 'core'", "requirement = 'kore'", "Invalid enum value 'kore'"),
        ("statement.ja = 'そうである。'", "", "missing required field `ja` - at `$.statement`"),
        ("protects.ja = '疑い。'", "protects.ja = ' '", "need a sentence in en and in ja"),
        ("statement.en = 'It is so.'", "statement.en = ''", "need a sentence in en and in ja"),
        ("statement.en = 'It is so.'", "statement.en = 5", "Expected `str`, got `int` - at `$.statement.en`"),
        ("facts = ['F01']", "fact = ['F01']", "unknown field `fact`"),
        ("facts = ['F01']", "facts = ['S01']", "matching regex"),
        ("facts = ['F01']", "", "name the facts it rests on, or say own = true"),
        ("source = ['rfc6238']", "source = []", "length >= 1"),
        ("source = ['rfc6238']", "source = ['rfc9999']", "source 'rfc9999' is not in sources.toml"),
        ("confidence = 'H'", "confidence = 'H'\nplatforms = ['windows']", "Invalid enum value 'windows'"),
        ("confidence = 'H'", "confidence = 'H'\nplatforms = []", "length >= 1"),
        ("confidence = 'H'", "confidence = 'H'\nsince = '2025-09-01'", "write it bare, as in 2025-09-01"),
        ("confidence = 'H'", "confidence = 'H'\nsince = 2025-09-01T10:00:00", "has no time zone; add Z"),
        ("confidence = 'H'", "confidence = 'H'\nsince = { ios = 10:00:00 }", "is not a date"),
        (
            "confidence = 'H'",
            "confidence = 'H'\nsince = 2025-09-01\nuntil = 2025-09-01",
            "on ios it ends before it begins",
        ),
        (
            "confidence = 'H'",
            "confidence = 'H'\nplatforms = ['ios']\nsince = { ios = 2025-09-01, android = 2025-09-01 }",
            "since has dates for android, which is not in platforms",
        ),
        (
            "confidence = 'H'",
            "confidence = 'H'\nopen_question = { id = 'Q04', answers = ['page'] }",
            "there is no open question 'Q04'",
        ),
        (
            "confidence = 'H'",
            "confidence = 'H'\nopen_question = { id = 'Q01', answers = ['paje'] }",
            "Q01: there is no answer 'paje'; did you mean page?",
        ),
        (
            "confidence = 'H'",
            "confidence = 'H'\nopen_question = { id = 'Q01', answers = [] }",
            "length >= 1",
        ),
        (
            "confidence = 'H'",
            "confidence = 'H'\notherwise = { id = 'Q04', answer = 'page', since = 2026-01-01 }",
            "there is no open question 'Q04'",
        ),
        (
            "confidence = 'H'",
            "confidence = 'H'\notherwise = { id = 'Q10', answer = 'ios-frist', since = 2026-01-01 }",
            "Q10: there is no answer 'ios-frist'; did you mean ios-first",
        ),
        (
            "confidence = 'H'",
            "confidence = 'H'\notherwise = { id = 'Q10', answer = 'ios-first', since = '2026-01-01' }",
            "write it bare, as in 2025-09-01",
        ),
    ],
)
def test_a_rule_that_is_not_whole_is_named(overlay: Overlay, old: str, new: str, problem: str) -> None:
    assert old in GOOD
    with pytest.raises(CatalogueError, match=re.escape(problem)) as caught:
        overlay(core_plus=GOOD.replace(old, new))
    assert str(caught.value).startswith("core.toml: zz.good: ")


def test_broken_toml_is_answered_with_file_and_line(overlay: Overlay) -> None:
    with pytest.raises(CatalogueError, match=r"^entra\.toml: this is not TOML: .*line 2") as caught:
        overlay(entra="\nstatement = = 'x'\n")
    assert (caught.value.file, caught.value.entry) == ("entra.toml", "")


def test_one_id_twice_in_a_file_or_in_two_files_is_refused(overlay: Overlay) -> None:
    with pytest.raises(CatalogueError, match=r"core\.toml: this is not TOML: Cannot declare"):
        overlay(core_plus=GOOD + GOOD)
    with pytest.raises(CatalogueError, match=r"android\.toml: zz\.good: the id is taken: core\.toml has it"):
        overlay(core_plus=GOOD, android_plus=GOOD)


def test_a_value_outside_any_table_is_refused(overlay: Overlay) -> None:
    with pytest.raises(CatalogueError, match=r"core\.toml: confidence: expected a table"):
        overlay(core="confidence = 'H'\n" + GOOD)


def test_a_page_statement_that_does_not_exist_is_named(overlay: Overlay) -> None:
    catalogue = overlay(core_plus=GOOD + "page = ['P99']\n")
    with pytest.raises(CatalogueError, match=r"core\.toml: zz\.good: page statement 'P99' is not in page"):
        _ = catalogue.page_statements


def test_a_situation_must_name_rules_and_open_questions_that_exist(overlay: Overlay) -> None:
    situation = "[S99]\ntag = 'doc'\ntitle = { en = 'T', ja = 'だ' }\nrules = ['site.replay']\n"
    assert overlay(situations_plus=situation).situations["S99"].rules == ("site.replay",)
    with pytest.raises(CatalogueError, match=r"situations\.toml: S99: .*did you mean site\.replay"):
        _ = overlay(situations_plus=situation.replace("replay", "reply")).situations
    with pytest.raises(CatalogueError, match=r"situations\.toml: S99: there is no open question 'Q04'"):
        _ = overlay(situations_plus=situation + "open_question = 'Q04'\n").situations
    with pytest.raises(CatalogueError, match=r"situations\.toml: S99: .*length >= 1"):
        _ = overlay(situations_plus=situation.replace("'site.replay'", "")).situations


def test_a_default_must_be_one_of_the_answers(overlay: Overlay) -> None:
    with pytest.raises(CatalogueError, match=r"open_questions\.toml: Q98: default: there is no answer 'no'"):
        overlay(
            open_questions_plus="[Q98]\nquestion = { en = 'Q?', ja = 'か。' }\ndefault = 'no'\nfacts = ['A01']\n"
            "answers.yes.meaning = { en = 'Y.', ja = 'はい。' }\n"
        )


def test_dates_may_differ_by_platform_and_carry_an_offset(overlay: Overlay) -> None:
    dated = GOOD + "since = { ios = 2025-09-01T09:00:00+09:00 }\nuntil = { android = 2026-01-01 }\n"
    rule = overlay(core_plus=dated).rule("zz.good")
    ios, android = rule.spans
    assert (ios.since_ms, ios.until_ms) == (instant(2025, 9, 1), None)
    assert (android.since_ms, android.until_ms) == (None, instant(2026, 1, 1))
    assert rule.in_force(instant(2025, 8, 1))
    assert not rule.in_force(instant(2025, 8, 1), "ios")
    assert rule.in_force(instant(2026, 6, 1))
    assert not rule.in_force(instant(2026, 6, 1), "android")


def test_an_answer_names_only_sources_that_are_listed(overlay: Overlay) -> None:
    question = """
[Q99]
question = { en = 'Is it?', ja = 'そうか。' }
default = 'yes'
facts = ['A01']
[Q99.answers.yes]
meaning = { en = 'Yes.', ja = 'そうである。' }
source = ['rfc9999']
"""
    with pytest.raises(
        CatalogueError, match=r"open_questions\.toml: Q99: source 'rfc9999' is not in sources\.toml"
    ):
        overlay(open_questions_plus=question)
    named = overlay(open_questions_plus=question.replace("rfc9999", "rfc6238"))
    assert named.open_question("Q99").answers["yes"].source == (named.sources["rfc6238"].url,)
