"""Facts ship: each says when, where, how sure and since when verified; each rule fits the facts it rests on."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from importlib import resources

import pytest

from lostphone.base.clock import iso
from lostphone.rules import Catalogue, CatalogueError, UnknownFact
from lostphone.rules.fact_check import mismatches

Overlay = Callable[..., Catalogue]
KANA = re.compile(r"[ぁ-んァ-ヶ一-龠]")
POLITE = re.compile(r"(です|ます|ません|ました|ください)。")


def shipped(file: str) -> str:
    return resources.files("lostphone.rules").joinpath(file).read_text("utf-8")


def dates(catalogue: Catalogue, fact: str) -> dict[str, tuple[str | None, str | None]]:
    return {
        span.platform: tuple(None if at is None else iso(at)[:10] for at in (span.since_ms, span.until_ms))
        for span in catalogue.fact(fact).spans
    }


@pytest.mark.parametrize(
    ("fact", "expected", "confidence"),
    [
        ("A01", {"ios": ("2018-04-24", None)}, "H"),
        ("A03", {"android": ("2019-09-12", None)}, "H"),
        ("A15", {"ios": ("2025-09-01", None)}, "H"),
        ("A22", {"ios": ("2025-09-01", None)}, "M"),
        ("A30", {"ios": ("2025-09-01", None)}, "L"),
        ("A52", {"ios": ("2026-04-01", None), "android": ("2026-02-28", None)}, "M"),
        ("A59", {"ios": ("2026-05-01", None), "android": ("2026-05-01", None)}, "M"),
        ("B06", {"ios": (None, "2025-08-01"), "android": (None, "2025-08-01")}, "M"),
        ("C02", {"ios": ("2025-09-30", None), "android": ("2025-09-30", None)}, "H"),
        ("C22", {"ios": (None, "2022-07-14"), "android": (None, "2022-07-14")}, "M"),
        ("C28", {"ios": ("2025-03-01", None), "android": ("2025-03-01", None)}, "L"),
        ("C30", {"ios": ("2026-08-01", "2027-02-01"), "android": ("2026-08-01", "2027-02-01")}, "H"),
        ("D05", {"ios": (None, None)}, "H"),
        ("D25", {"ios": (None, None)}, "L"),
        ("E08", {"android": (None, None)}, "H"),
        ("E12", {"android": (None, None)}, "L"),
        ("F08", {"ios": (None, None), "android": (None, None)}, "H"),
    ],
)
def test_dates_and_confidence_are_those_that_were_read(
    catalogue: Catalogue, fact: str, expected: dict[str, tuple[str | None, str | None]], confidence: str
) -> None:
    assert dates(catalogue, fact) == expected
    assert catalogue.fact(fact).confidence == confidence


def test_all_facts_are_there(catalogue: Catalogue) -> None:
    """A01 to A59, B01 to B11, C01 to C35, D01 to D27, E01 to E13, F01 to F12."""
    last = {"A": 59, "B": 11, "C": 35, "D": 27, "E": 13, "F": 12}
    expected = [f"{letter}{number:02}" for letter, end in last.items() for number in range(1, end + 1)]
    assert list(catalogue.facts) == expected


def test_every_question_is_asked_or_said_to_be_unanswered(catalogue: Catalogue) -> None:
    """Q01 to Q22, each once, in either file."""
    assert sorted([*catalogue.open_questions, *catalogue.unanswered]) == [f"Q{n:02}" for n in range(1, 23)]
    for question in catalogue.unanswered.values():
        assert set(question.facts) <= set(catalogue.facts)


def test_each_says_one_thing_in_both_languages(catalogue: Catalogue) -> None:
    said = [fact.statements for fact in catalogue.facts.values()]
    said += [text for one in catalogue.unanswered.values() for text in (one.question, one.assumed)]
    for text in said:
        assert text.en[-1] in ".?"
        assert text.en[0].isupper() or text.en.startswith("iCloud")
        assert text.en.isascii()
        assert text.ja.endswith("。")
        assert KANA.search(text.ja)
        assert not POLITE.search(text.ja)
    assert len({text.en for text in said}) == len({text.ja for text in said}) == len(said)


def test_each_was_verified_on_a_day_until_the_last_one(catalogue: Catalogue) -> None:
    """Sections A to F were read on 22 November 2026, the lines added to them by the end of the month."""
    days = {fact.verified for fact in catalogue.facts.values()}
    assert days == {date(2026, 11, 22), date(2026, 11, 30)}
    assert max(days) == catalogue.facts_read
    assert catalogue.fact("A17").verified == date(2026, 11, 22)
    assert catalogue.fact("C33").verified == date(2026, 11, 30)


def test_an_unknown_fact_is_answered_with_what_was_meant(catalogue: Catalogue) -> None:
    with pytest.raises(UnknownFact, match="there is no fact 'A60'; there is A01 to A59"):
        catalogue.fact("A60")
    with pytest.raises(UnknownFact, match="there is no fact 'X1'; there is A01 to F12"):
        catalogue.fact("X1")


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("confidence = 'H'", "confidence = 'X'", "F12: Invalid enum value 'X'"),
        ("verified = 2026-11-22", "", "F12: Object missing required field `verified`"),
        ("source = ['key-uri']", "source = ['key-url']", "F12: source 'key-url' is not in sources.toml"),
        ("source = ['key-uri']", "source = []", "F12: Expected `array` of length >= 1"),
        ("[F12]", "[F012]", "F012: Expected `str` matching regex"),
        ("verified =", "platforms = ['symbian']\nverified =", "F12: Invalid enum value 'symbian'"),
        ("verified =", "text_of = 'May'\nverified =", "F12: Expected `str` matching regex"),
        ("verified =", "since = 2026-01-01\nuntil = 2025-01-01\nverified =", "it ends before it begins"),
    ],
)
def test_a_fact_that_is_not_whole_is_named(overlay: Overlay, old: str, new: str, problem: str) -> None:
    head, mark, last = shipped("facts.toml").partition("[F12]")
    with pytest.raises(CatalogueError, match=r"facts\.toml: ") as raised:
        _ = overlay(facts=head + (mark + last).replace(old, new, 1)).facts
    assert problem in str(raised.value)


def test_the_rules_fit_their_facts(catalogue: Catalogue) -> None:
    assert mismatches(catalogue) == []


PLANTED = """
["planted.rule"]
statement.en = 'Planted.'
statement.ja = '試し。'
protects.en = 'Nothing.'
protects.ja = 'なし。'
requirement = 'world'
source = ['rfc6238']
confidence = 'M'
"""


@pytest.mark.parametrize(
    ("says", "problem"),
    [
        ("facts = ['A60']", "cites A60, not in facts.toml: add the fact or correct the id"),
        (
            "facts = ['E08']\nplatforms = ['ios']",
            "cites E08, which speaks of android only, and the rule holds on ios: cite a fact about that system",
        ),
        ("facts = ['D05']", "holds on android, of which none of its facts speaks: cite one that does"),
        (
            "facts = ['C30']\nsince = 2026-07-31\nuntil = 2027-02-01",
            "holds on ios from 2026-07-31 until 2027-02-01, and the fact C30 that it cites is in force"
            " from 2026-08-01 until 2027-02-01: correct the dates, cite another fact, or say why in beyond.C30",
        ),
        ("facts = ['C30']\nsince = 2026-08-01", "holds on ios from 2026-08-01, and the fact C30"),
        (
            "facts = ['A01']\nplatforms = ['ios']\nsince = 2018-04-24\nbeyond.A01 = 'because'",
            "does not go beyond the dates of A01: remove beyond.A01",
        ),
        (
            "facts = ['F01']\nbeyond.A01 = 'because'",
            "says why it goes beyond A01, which it does not cite: remove beyond.A01",
        ),
        (
            "facts = ['C28']\nsince = 2025-03-01",
            "has confidence M, and the surest of its facts has L: lower it, or cite the fact that makes it sure",
        ),
        (
            "facts = ['A51']\nsince = 2026-02-01\n"
            "otherwise = { id = 'Q10', answer = 'ios-first', since = 2026-01-01 }",
            "holds on ios from 2026-01-01 under the answer ios-first, and none of its facts is in force then",
        ),
    ],
)
def test_a_rule_that_does_not_fit_its_facts_is_named(overlay: Overlay, says: str, problem: str) -> None:
    changed = overlay(android_plus=PLANTED + says + "\n")
    line = (shipped("android.toml") + "\n" + PLANTED).splitlines().index('["planted.rule"]') + 1
    found = mismatches(changed)
    assert found[0].startswith(f"rules/android.toml:{line}: the rule planted.rule {problem}")


def test_a_reason_lets_a_rule_go_beyond_a_fact(overlay: Overlay) -> None:
    says = "facts = ['C30']\nsince = 2026-01-01\nbeyond.C30 = 'It was announced then.'\n"
    assert mismatches(overlay(android_plus=PLANTED + says)) == []


def test_the_days_of_reading_agree(overlay: Overlay) -> None:
    (found,) = mismatches(overlay(reading="[facts]\nlast_day = 2026-10-31\n"))
    assert found == (
        "rules/reading.toml: facts were read until 2026-10-31, but a fact was verified on 2026-11-30: make the"
        " two days the same"
    )
