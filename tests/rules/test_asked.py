"""Which open questions a piece of work asked."""

from lostphone.base.clock import instant
from lostphone.rules import Policy
from lostphone.rules.questions_asked import noting_questions

NOW_MS = instant(2026, 5, 25)


def test_a_rule_that_hangs_on_a_question_asks_it() -> None:
    with noting_questions() as asked:
        Policy.at("ios", NOW_MS).holds("restore.personal-code")
        Policy.at("ios", NOW_MS).holds("restore.third-party-code")
    assert asked == {"Q01"}


def test_an_option_asks_its_question_and_notes_are_kept_apart() -> None:
    policy = Policy.at("ios", NOW_MS)
    with noting_questions() as outer:
        policy.answer("Q05")
        with noting_questions() as inner:
            policy.gates()
    assert (outer, inner) == ({"Q05"}, {"Q02"})


def test_a_phase_asks_the_question_about_its_dates() -> None:
    with noting_questions() as asked:
        Policy.at("android", NOW_MS).root_phase()
    assert asked == {"Q10"}
