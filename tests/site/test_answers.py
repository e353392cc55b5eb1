"""Answers are those of the research notes (A.6, B05, C16, C26, A44, A46), and each covers its whole stretch."""

from dataclasses import replace
from itertools import combinations

import pytest

from lostphone.clock import DAY_MS, instant
from lostphone.rules import Catalogue, Policy, Timeline
from lostphone.site.live.answers import KINDS, Case, Stretch, play, stretches
from lostphone.whatif.loss import LAST_DAY_MS, Loss

PAIRS = [(lost, new) for lost in ("ios", "android") for new in ("ios", "android")]


def on(stretches: list[Stretch], *day: int) -> Stretch:
    return [stretch for stretch in stretches if stretch.since_ms <= instant(*day)][-1]


def told(case: Case) -> dict[str, str]:
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
    assert on(iphone, 2025, 9, 1).switches == ("icloud-keychain", "icloud-backup", "app-toggle")
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
    turns_ms = Timeline(Catalogue.load(), new).boundaries_ms
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
