"""Answers are those of the facts (A17, A23, B05, C04, C16, C26, A44, A46), and each covers its whole stretch."""

from dataclasses import replace
from itertools import combinations

import pytest

from lostphone.base.clock import DAY_MS, instant
from lostphone.rules import Catalogue, Policy, PolicyTimeline
from lostphone.site.live.answers import KINDS, PlayedLoss, Stretch, play, stretches
from lostphone.whatif.loss import LAST_DAY_MS, Loss, Platform

PAIRS = [(lost, new) for lost in ("ios", "android") for new in ("ios", "android")]


def on(stretches: list[Stretch], *day: int) -> Stretch:
    return [stretch for stretch in stretches if stretch.since_ms <= instant(*day)][-1]


def told(case: PlayedLoss) -> dict[str, str]:
    return {
        kind: f"{outcome}, {way}" for kind, outcome, way in zip(KINDS, case.outcomes, case.ways, strict=True)
    }


MATRIX = {
    "third-party": "back, done",
    "personal": "back, done",
    "passwordless": "sign-in, self",
    "passwordless-app-only": "sign-in, wait",
    "work": "sign-in, admin",
    "work-sms": "sign-in, self",
    "work-code": "back, done",
    "passkey": "lost, anew",
    "password": "sign-in, edge",
}
NOTHING = {
    "third-party": "lost, site",
    "personal": "lost, self",
    "passwordless": "lost, self",
    "passwordless-app-only": "lost, wait",
    "work": "lost, admin",
    "work-sms": "lost, self",
    "work-code": "lost, admin",
    "passkey": "lost, anew",
    "password": "sign-in, edge",
}


#: Passes were announced on that day; before it, only a new registration could be required (A45, C06).
FIRST_PASSES_MS = instant(2021, 3, 2)
EARLY = {**NOTHING, "work": "lost, reregister", "work-code": "lost, reregister"}


@pytest.mark.parametrize("day", [(2021, 3, 2), (2025, 8, 31), (2025, 9, 1), (2026, 11, 25)])
@pytest.mark.parametrize("phone", ["ios", "android"])
def test_with_every_switch_on_the_matrix_comes_back(
    answers: dict[str, list[Stretch]], phone: str, day: tuple[int, int, int]
) -> None:
    assert told(on(answers[f"{phone}>{phone}"], *day).cases[0]) == MATRIX


@pytest.mark.parametrize("pair", ["ios>android", "android>ios"])
def test_nothing_crosses_and_no_switch_helps(answers: dict[str, list[Stretch]], pair: str) -> None:
    before_the_end_of_text_messages = answers[pair][:-1]
    for stretch in before_the_end_of_text_messages:
        assert stretch.switches == ()
        assert told(stretch.cases[0]) == (NOTHING if stretch.since_ms >= FIRST_PASSES_MS else EARLY)


def test_before_there_were_passes_an_administrator_has_one_register_anew(
    answers: dict[str, list[Stretch]],
) -> None:
    assert told(on(answers["ios>ios"], 2021, 3, 1).cases[0])["work"] == "sign-in, reregister"
    assert told(on(answers["ios>ios"], 2021, 3, 2).cases[0])["work"] == "sign-in, admin"


def test_the_end_of_text_messages_leaves_an_administrator(answers: dict[str, list[Stretch]]) -> None:
    assert told(on(answers["ios>ios"], 2027, 1, 31).cases[0])["work-sms"] == "sign-in, self"
    for pair, outcome in [("ios>ios", "sign-in"), ("android>ios", "lost")]:
        assert told(on(answers[pair], 2027, 2, 1).cases[0])["work-sms"] == f"{outcome}, admin"


def test_the_old_phone_at_hand_ends_every_circle(answers: dict[str, list[Stretch]]) -> None:
    for stretches_of_pair in answers.values():
        for stretch in stretches_of_pair:
            for case in stretch.kept:
                assert not {"admin", "wait", "none"} & set(case.ways)


def test_the_switches_asked_about_are_those_of_the_generation(answers: dict[str, list[Stretch]]) -> None:
    iphone = answers["ios>ios"]
    assert on(iphone, 2025, 8, 31).switches == ("icloud-backup", "app-toggle", "cloud-backup")
    # iCloud Drive matters under the other answer to Q02 alone (A28).
    assert on(iphone, 2025, 9, 1).switches == (
        *("icloud-drive", "icloud-keychain", "icloud-backup", "app-toggle"),
    )
    assert on(answers["android>android"], 2026, 1, 1).switches == ("cloud-backup",)
    assert on(iphone, 2018, 3, 1).switches == ()


@pytest.mark.parametrize("day", [(2025, 6, 15), (2026, 1, 1)])
def test_the_switches_not_asked_about_change_nothing_in_any_combination(
    answers: dict[str, list[Stretch]], day: tuple[int, int, int]
) -> None:
    stretch = on(answers["ios>ios"], *day)
    loss = Loss("ios", "ios", instant(*day))
    for size in range(len(loss.switches()) + 1):
        for off in combinations(loss.switches(), size):
            mask = sum(1 << bit for bit, switch in enumerate(stretch.switches) if switch in off)
            assert play(replace(loss, off=frozenset(off))) == stretch.cases[mask], off


@pytest.mark.parametrize(("lost", "new"), PAIRS)
def test_an_answer_holds_to_the_last_day_of_its_stretch_and_across_what_changes_on_the_new_phone(
    answers: dict[str, list[Stretch]], lost: str, new: str
) -> None:
    of_pair = answers[f"{lost}>{new}"]
    ends_ms = [stretch.since_ms for stretch in of_pair[1:]] + [LAST_DAY_MS]
    turns_ms = PolicyTimeline(Catalogue.load(), new).boundaries_ms
    for stretch, end_ms in zip(of_pair, ends_ms, strict=True):
        within = [at_ms for at_ms in turns_ms if stretch.since_ms < at_ms < end_ms]
        for day_ms in (end_ms - DAY_MS, *within):
            assert play(Loss(lost, new, day_ms)) == stretch.cases[0]


def test_every_outcome_has_its_rule_and_the_rule_is_in_force(answers: dict[str, list[Stretch]]) -> None:
    for pair, of_pair in answers.items():
        for stretch in of_pair:
            policy = Policy.at(pair.partition(">")[0], stretch.since_ms)
            for case in (*stretch.cases, *stretch.kept):
                for place, outcome in enumerate(case.outcomes):
                    rules = stretch.rules[outcome][place]
                    assert rules, (pair, KINDS[place], outcome)
                    assert rules == ("backup.first-version",) or all(policy.holds(rule) for rule in rules)


def test_playing_twice_gives_the_same() -> None:
    assert stretches("android", "android") == stretches("android", "android")


@pytest.mark.parametrize("day", [(2025, 6, 15), (2026, 5, 25), (2027, 3, 1)])
@pytest.mark.parametrize(("lost", "new"), [("ios", "ios"), ("ios", "android"), ("android", "android")])
def test_no_answer_to_an_open_question_changes_more_than_is_said(
    answers: dict[str, list[Stretch]], lost: Platform, new: Platform, day: tuple[int, int, int]
) -> None:
    """Every answer to every question, with every setting on, with each alone off, and with all of them off."""
    stretch = on(answers[f"{lost}>{new}"], *day)
    told = {(other.question, other.answer): other.cases for other in stretch.others}
    loss = Loss(lost, new, instant(*day))
    switches = loss.switches()
    offs = [frozenset[str](), frozenset(switches), *(frozenset({switch}) for switch in switches)]
    for question in Catalogue.load().open_questions.values():
        for answer in question.answers:
            if answer == question.default:
                continue
            cases = told.get((question.id, answer), stretch.cases)
            for off in offs:
                mask = sum(1 << bit for bit, switch in enumerate(stretch.switches) if switch in off)
                assert play(replace(loss, off=off), {question.id: answer}) == cases[mask], (question.id, off)


def test_where_sources_disagree_the_facts_say_what_may_become_of_it(
    answers: dict[str, list[Stretch]],
) -> None:
    """iCloud Drive counts on the newest page alone (A28), the message centre names the Keychain alone (A22)."""
    stretch = on(answers["ios>ios"], 2026, 5, 25)
    drive, keychain, backup, toggle = (
        1 << stretch.switches.index(name)
        for name in ("icloud-drive", "icloud-keychain", "icloud-backup", "app-toggle")
    )
    codes = {
        (other.question, other.answer): [case.outcomes[0] for case in other.cases] for other in stretch.others
    }
    newest, least = codes["Q02", "current-page"], codes["Q02", "message-center"]
    assert stretch.cases[drive].outcomes[0] == "back"
    assert [newest[0], newest[drive]] == ["back", "lost"]
    assert [least[backup], least[toggle], least[backup | toggle], least[keychain]] == [
        "back",
        "back",
        "back",
        "lost",
    ]
    personal = KINDS.index("personal")
    names = {(other.question, other.answer): other.cases[0].outcomes[personal] for other in stretch.others}
    assert names["Q01", "message-center"] == "sign-in"
