"""What holds when: boundaries to the millisecond, platforms apart, open questions deciding what is disputed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lostphone.base.clock import DAY_MS, instant
from lostphone.rules import (
    PLATFORMS,
    Catalogue,
    Policy,
    PolicyTimeline,
    Rule,
    Span,
    UnknownAnswer,
    UnknownPlatform,
    UnknownQuestion,
    UnknownRule,
)

SEPTEMBER_MS = instant(2025, 9, 1)
AUGUST_MS = instant(2025, 8, 1)
CATALOGUE = Catalogue.load()


def test_a_rule_begins_with_the_first_millisecond_of_its_day() -> None:
    assert not Policy.at("ios", SEPTEMBER_MS - 1).holds("backup.ios2.automatic")
    assert Policy.at("ios", SEPTEMBER_MS).holds("backup.ios2.automatic")


def test_a_rule_ends_before_the_first_millisecond_of_the_next() -> None:
    assert Policy.at("ios", SEPTEMBER_MS - 1).holds("backup.ios1.both-accounts")
    assert not Policy.at("ios", SEPTEMBER_MS).holds("backup.ios1.both-accounts")


def test_passwords_are_readable_at_ten_seconds_to_midnight() -> None:
    late = Policy.at("ios", instant(2025, 7, 31, 23, 59, 50))
    assert late.holds("autofill.passwords-readable")
    assert late.holds("autofill.export-until")
    assert not late.holds("autofill.passwords-inaccessible")
    midnight = Policy.at("ios", AUGUST_MS)
    assert not midnight.holds("autofill.passwords-readable")
    assert not midnight.holds("autofill.export-until")
    assert midnight.holds("autofill.passwords-inaccessible")


def test_nothing_is_promised_about_filling_during_july_2025() -> None:
    def promises(at_ms: int) -> tuple[bool, bool]:
        policy = Policy.at("android", at_ms)
        return policy.holds("autofill.fills"), policy.holds("autofill.stops")

    assert promises(instant(2025, 6, 30, 23, 59, 59)) == (True, False)
    assert promises(instant(2025, 7, 1)) == (False, False)
    assert promises(AUGUST_MS - 1) == (False, False)
    assert promises(AUGUST_MS) == (False, True)


def test_android_keeps_the_recovery_account_that_ios_gave_up() -> None:
    for rule in ("backup.personal-recovery-account", "backup.one-copy", "backup.delete-and-recreate"):
        assert Policy.at("ios", SEPTEMBER_MS - 1).holds(rule)
        assert not Policy.at("ios", SEPTEMBER_MS).holds(rule)
        assert Policy.at("android", SEPTEMBER_MS).holds(rule)


def test_platforms_have_their_own_dates() -> None:
    assert Policy.at("ios", instant(2018, 4, 24)).holds("backup.first-version")
    assert not Policy.at("android", instant(2019, 9, 12) - 1).holds("backup.first-version")
    assert Policy.at("android", instant(2019, 9, 12)).holds("backup.first-version")


def test_apple_rules_do_not_hold_on_android() -> None:
    now_ms = instant(2026, 1, 1)
    assert Policy.at("ios", now_ms).holds("keychain.sponsor")
    assert not Policy.at("android", now_ms).holds("keychain.sponsor")
    assert Policy.at("android", now_ms).holds("android.keystore-bound")
    assert not Policy.at("ios", now_ms).holds("android.keystore-bound")


@pytest.mark.parametrize(
    ("platform", "day", "phase"),
    [
        ("android", (2026, 2, 27), "none"),
        ("android", (2026, 2, 28), "warn"),
        ("android", (2026, 3, 28), "block"),
        ("android", (2026, 4, 28), "wipe"),
        ("ios", (2026, 3, 31), "none"),
        ("ios", (2026, 4, 1), "warn"),
        ("ios", (2026, 5, 1), "block"),
        ("ios", (2026, 6, 1), "wipe"),
    ],
)
def test_measures_against_rooted_phones_come_month_by_month(
    platform: str, day: tuple[int, int, int], phase: str
) -> None:
    assert Policy.at(platform, instant(*day)).root_phase() == phase
    if phase != "none":
        assert Policy.at(platform, instant(*day) - 1).root_phase() != phase


@pytest.mark.parametrize(
    ("platform", "day", "phase"),
    [
        ("ios", (2026, 2, 27), "none"),
        ("ios", (2026, 2, 28), "warn"),
        ("ios", (2026, 3, 28), "block"),
        ("ios", (2026, 4, 28), "wipe"),
        ("android", (2026, 3, 31), "none"),
        ("android", (2026, 4, 1), "warn"),
        ("android", (2026, 5, 1), "block"),
        ("android", (2026, 6, 1), "wipe"),
    ],
)
def test_the_measures_come_first_to_iphones_if_the_other_copy_is_right(
    platform: str, day: tuple[int, int, int], phase: str
) -> None:
    """A58: one copy of the message of 24 February 2026 has iOS first."""
    ios_first = {"Q10": "ios-first"}
    assert Policy.at(platform, instant(*day), ios_first).root_phase() == phase
    if phase != "none":
        assert Policy.at(platform, instant(*day) - 1, ios_first).root_phase() != phase


def test_the_gates_are_those_of_the_generation_and_of_the_open_question() -> None:
    assert Policy.at("ios", SEPTEMBER_MS - 1).gates() == ("icloud", "icloud-backup", "app-toggle")
    assert Policy.at("ios", SEPTEMBER_MS).gates() == (
        "icloud",
        "icloud-keychain",
        "icloud-backup",
        "app-toggle",
    )
    assert Policy.at("ios", SEPTEMBER_MS, {"Q02": "message-center"}).gates() == ("icloud", "icloud-keychain")
    assert Policy.at("ios", SEPTEMBER_MS, {"Q02": "current-page"}).gates() == (
        "icloud",
        "icloud-drive",
        "icloud-keychain",
        "icloud-backup",
        "app-toggle",
    )
    assert Policy.at("ios", instant(2018, 1, 1)).gates() == ()
    assert Policy.at("android", SEPTEMBER_MS).gates() == ()


@pytest.mark.parametrize("answer", ["page", "message-center", "current-page"])
def test_a_backup_has_gates_whatever_the_open_question_says(answer: str) -> None:
    policy = Policy.at("ios", SEPTEMBER_MS, {"Q02": answer})
    assert policy.holds("backup.ios2.gates")
    assert policy.answer("Q02") == answer


@pytest.mark.parametrize(
    ("rule", "question", "other"),
    [
        ("restore.personal-code", "Q01", "message-center"),
        ("backup.ios2.old-backup-unreachable", "Q03", "migrated"),
        ("backup.ios2.deletes-stay", "Q05", "sync"),
        ("keychain.quota", "Q07", "blocked"),
        ("passkey.provider-on-again", "Q09", "lost"),
        ("personal.sms-ends", "Q19", "continuing"),
        ("code.settings-of-the-site", "Q20", "ignores"),
        ("app.removed-without-backup", "Q21", "kept"),
        ("personal.code-length", "Q22", "eight"),
    ],
)
def test_an_open_question_takes_back_the_rule_it_decides(rule: str, question: str, other: str) -> None:
    at_ms = max(SEPTEMBER_MS, CATALOGUE.rule(rule).spans[0].since_ms or 0)
    assert Policy.at("ios", at_ms).holds(rule)
    assert not Policy.at("ios", at_ms, {question: other}).holds(rule)
    assert Policy.at("ios", at_ms, {question: other}).answer(question) == other


def test_an_open_question_matters_only_where_the_sources_disagree() -> None:
    narrow = {"Q01": "message-center"}
    assert Policy.at("ios", SEPTEMBER_MS - 1, narrow).holds("restore.personal-code")
    assert not Policy.at("ios", SEPTEMBER_MS, narrow).holds("restore.personal-code")
    assert Policy.at("android", SEPTEMBER_MS, narrow).holds("restore.personal-code")


def test_the_date_of_a_condition_is_a_boundary_of_its_own(overlay: object) -> None:
    disputed = """
["zz.disputed"]
statement = { en = 'S.', ja = 'あ。' }
protects = { en = 'P.', ja = 'い。' }
requirement = 'core'
source = ['rfc6238']
facts = ['F01']
confidence = 'H'
open_question = { id = 'Q01', answers = ['page'], platforms = ['ios'], since = 2031-05-05 }
"""
    timeline = PolicyTimeline(overlay(core_plus=disputed), "ios")  # type: ignore[operator]
    narrow = {"Q01": "message-center"}
    # The later instant is asked first, so that an answer kept for too long would show.
    assert not timeline.at(instant(2031, 5, 5), narrow).holds("zz.disputed")
    assert timeline.at(instant(2031, 5, 5) - 1, narrow).holds("zz.disputed")


def test_a_mistyped_name_is_never_taken_for_no() -> None:
    policy = Policy.at("ios", SEPTEMBER_MS)
    with pytest.raises(UnknownRule, match=r"did you mean backup\.ios2\.gates"):
        policy.holds("backup.ios2.gate")
    with pytest.raises(UnknownQuestion, match="there is Q01, Q02"):
        policy.answer("Q99")
    with pytest.raises(UnknownQuestion):
        Policy.at("ios", SEPTEMBER_MS, {"Q99": "page"})
    with pytest.raises(UnknownAnswer, match="there is page, message-center, current-page"):
        Policy.at("ios", SEPTEMBER_MS, {"Q02": "drive"})
    with pytest.raises(UnknownPlatform, match="no platform 'iphone'; there is ios, android"):
        Policy.at("iphone", SEPTEMBER_MS)


def test_one_stretch_of_time_has_one_policy() -> None:
    morning = Policy.at("ios", SEPTEMBER_MS)
    assert Policy.at("ios", SEPTEMBER_MS + DAY_MS) is morning
    assert Policy.at("ios", SEPTEMBER_MS - 1) is not morning
    assert Policy.at("ios", SEPTEMBER_MS, {"Q02": "page"}) is not morning
    assert Policy.at("ios", SEPTEMBER_MS, {}) is morning


BOUNDARIES_MS = sorted(
    {at for platform in PLATFORMS for at in PolicyTimeline(CATALOGUE, platform).boundaries_ms}
)
INSTANTS = st.one_of(
    st.integers(instant(2017, 1, 1), instant(2030, 1, 1)),
    st.builds(lambda at, nudge: at + nudge, st.sampled_from(BOUNDARIES_MS), st.sampled_from([-1, 0, 1])),
)
POSSIBLE = {
    question.id: st.sampled_from(sorted(question.answers)) for question in CATALOGUE.open_questions.values()
}
ANSWERS = st.fixed_dictionaries({}, optional=POSSIBLE)


def spans_of(rule: Rule, answers: dict[str, str]) -> tuple[Span, ...]:
    """The dates of a rule under these answers."""
    for other in rule.otherwise:
        if answers[other.open_question] == other.answer:
            return other.spans
    return rule.spans


@given(platform=st.sampled_from(PLATFORMS), instants=st.lists(INSTANTS, min_size=1), chosen=ANSWERS)
def test_the_kept_answers_are_those_of_asking_every_rule(
    platform: str, instants: list[int], chosen: dict[str, str]
) -> None:
    timeline = PolicyTimeline(CATALOGUE, platform)
    answers = CATALOGUE.answers(chosen)
    for at_ms in instants:
        held = {
            rule.id
            for rule in CATALOGUE.rules.values()
            if any(span.covers(at_ms) for span in spans_of(rule, answers) if span.platform == platform)
            and (
                rule.condition is None
                or rule.condition.allows(platform, at_ms, answers[rule.condition.open_question])
            )
        }
        assert timeline.at(at_ms, chosen).held == held
