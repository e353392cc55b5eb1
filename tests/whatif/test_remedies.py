"""What is advised to be switched on would help under any answer to the open questions, or says under which."""

from itertools import chain, combinations

import pytest

from lostphone.base.clock import parse_day
from lostphone.rules import Catalogue
from lostphone.rules.icloud_settings import ICLOUD_SETTINGS
from lostphone.whatif.loss import Loss, play_to_the_end
from lostphone.whatif.own_account import OwnAccount
from lostphone.whatif.verdict import AccountVerdict, judge
from lostphone.whatif.words import say

OWN = [OwnAccount("GitHub", "third-party", 1), OwnAccount("me@outlook.example", "personal", 2)]
EVERY_SET = list(chain.from_iterable(combinations(ICLOUD_SETTINGS, size) for size in range(1, 5)))


def loss(*off: str) -> Loss:
    return Loss("ios", "ios", parse_day("2026-11-01"), frozenset(off))


def other_answers(verdict: AccountVerdict) -> set[tuple[str, str]]:
    return {(one.id, one.other.id) for question in verdict.open_questions for one in question.questions}


@pytest.mark.parametrize(
    ("off", "unknown"),
    [(ICLOUD_SETTINGS, ()), ((), ICLOUD_SETTINGS), (("icloud-drive",), ("icloud-keychain",))],
)
@pytest.mark.parametrize("lang", ["en", "ja"])
def test_drive_is_named_as_needed_under_one_answer(
    off: tuple[str, ...], unknown: tuple[str, ...], lang: str
) -> None:
    """The page of today lists iCloud Drive (A28), that of 2025 does not (A15): Q02."""
    for verdict in judge(OWN, loss(*off), lang, frozenset(unknown)):
        sure, _, unsure = verdict.before.partition("Q02")
        assert say(lang, "switch", "icloud-keychain") in sure
        assert "iCloud Drive" not in sure
        assert "iCloud Drive" in unsure
        assert "current-page" in unsure
        assert ("Q02", "current-page") in other_answers(verdict)


def test_a_personal_code_may_only_ask_to_sign_in() -> None:
    """Two texts disagree whether such a code comes back at all (A17, A23: Q01)."""
    site, personal = judge(OWN, loss(*ICLOUD_SETTINGS))
    assert "Q01" not in site.before
    assert "If Q01 “message-center” is right, it would come back and ask to sign in" in personal.before
    assert ("Q01", "message-center") in other_answers(personal)


@pytest.mark.parametrize("off", EVERY_SET, ids="+".join)
def test_an_advice_is_no_surer_than_any_answer(off: tuple[str, ...]) -> None:
    """What is advised without a condition is played under every answer to every question."""
    found = judge(OWN, loss(*off))
    for place, verdict in enumerate(found):
        if not verdict.before.startswith("Switch on"):
            continue
        sure, _, _unsure = verdict.before.partition(" If ")
        on = {name for name in ICLOUD_SETTINGS if say("en", "switch", name) in sure}
        mended = loss(*(set(off) - on))
        for question in Catalogue.load().open_questions.values():
            for answer in question.answers:
                ends = list(play_to_the_end(OWN, mended, answers={question.id: answer}).values())
                if ends[place][0] != "back":
                    assert (question.id, answer) in other_answers(verdict)
                    assert f"{question.id} “{answer}”" in verdict.before
