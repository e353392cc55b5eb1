"""Which open questions a piece of work asked, and which texts answer one."""

from lostphone.clock import instant
from lostphone.rules import Catalogue, Policy
from lostphone.rules.asked import noting_questions

NOW_MS = instant(2026, 5, 25)


def test_a_rule_that_hangs_on_a_question_asks_it() -> None:
    with noting_questions() as asked:
        Policy.at("ios", NOW_MS).holds("restore.personal-code")
        Policy.at("ios", NOW_MS).holds("restore.third-party-code")
    assert asked == {"Q01"}


def test_an_option_asks_its_question_and_notes_are_kept_apart() -> None:
    policy = Policy.at("ios", NOW_MS)
    with noting_questions() as outer:
        policy.option("Q05")
        with noting_questions() as inner:
            policy.gates()
    assert (outer, inner) == ({"Q05"}, {"Q02"})


def test_every_question_has_texts_that_answer_it() -> None:
    catalogue = Catalogue.load()
    for question in catalogue.switches:
        assert catalogue.sources_of(question), question
    assert "https://m365admin.handsontek.net/?p=15005" in catalogue.sources_of("Q01")
