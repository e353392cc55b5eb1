"""An open question that changes an account's outcome is found, whatever else is open."""

from itertools import product

import pytest

from lostphone.base.clock import iso, parse_day
from lostphone.rules import Catalogue
from lostphone.whatif.accounts_file import OwnAccount
from lostphone.whatif.loss import Loss, play_to_the_end
from lostphone.whatif.open_questions import alternatives, disputes
from lostphone.whatif.player import Batch, LossPlayer

SITE = OwnAccount("GitHub", "third-party", 1)
PERSONAL = OwnAccount("me@outlook.example", "personal", 2)
OWN = [
    SITE,
    PERSONAL,
    OwnAccount("me@contoso.example", "work", 3),
    OwnAccount("Shop", "passkey", 4),
    OwnAccount("Mail", "password", 5),
]


def loss(day: str, *off: str, phone: str = "ios", new: str = "ios") -> Loss:
    return Loss(phone, new, parse_day(day), frozenset(off))  # type: ignore[arg-type]


def found(account: OwnAccount, *losses: Loss) -> dict[tuple[tuple[str, str], ...], list[str]]:
    [ends] = disputes(LossPlayer([account]), losses)
    return {tuple(end.answers.items()): [fate.outcome for fate in end.fates] for end in ends}


def test_drive_is_disputed_since_the_page_lists_it() -> None:
    """A28 lists iCloud Drive among the switches; A14 and A15 do not (Q02)."""
    assert found(SITE, loss("2026-05-25", "icloud-drive")) == {(("Q02", "current-page"),): ["lost"]}
    assert found(SITE, loss("2026-05-25")) == {}
    assert found(SITE, loss("2025-08-15", "icloud-drive")) == {}


def test_the_message_center_wants_the_keychain_alone() -> None:
    """A22: signed in to iCloud, and the Keychain."""
    assert found(SITE, loss("2026-05-25", "icloud-backup")) == {(("Q02", "message-center"),): ["back"]}
    assert found(SITE, loss("2026-05-25", "icloud-keychain")) == {}


def test_two_answers_together_may_do_what_neither_does_alone() -> None:
    """A17 against A23 (Q01) matters to an account that comes back at all, and under A22 (Q02) it does."""
    assert found(PERSONAL, loss("2026-05-25")) == {(("Q01", "message-center"),): ["sign-in"]}
    assert found(PERSONAL, loss("2026-05-25", "icloud-backup")) == {
        (("Q02", "message-center"),): ["back"],
        (("Q02", "message-center"), ("Q01", "message-center")): ["sign-in"],
    }


def test_a_setting_that_is_not_known_may_be_what_a_question_is_about() -> None:
    on, off = loss("2026-05-25"), loss("2026-05-25", "icloud-drive")
    assert found(SITE, on, off) == {(("Q02", "current-page"),): ["back", "lost"]}


def test_nothing_is_disputed_on_android_or_across() -> None:
    assert found(SITE, loss("2026-05-25", phone="android", new="android")) == {}
    assert found(SITE, loss("2026-05-25", "icloud-drive", new="android")) == {}


@pytest.mark.parametrize(
    "supposed",
    [
        loss("2026-05-25"),
        loss("2026-05-25", "icloud-drive"),
        loss("2026-05-25", "icloud-backup", "app-toggle"),
        loss("2025-08-31", "cloud-backup"),
        loss("2026-05-25", phone="android", new="android"),
        loss("2026-11-30", phone="android", new="ios"),
    ],
    # The order in which a set is printed differs from process to process, and with it the id would.
    ids=lambda supposed: f"{supposed.phone} {iso(supposed.day_ms)[:10]} {' '.join(sorted(supposed.off))}",
)
def test_an_answer_that_was_left_out_changes_nothing(supposed: Loss) -> None:
    """Every answer to every question of the catalogue is played, and comes out as the search says."""
    batches = LossPlayer(OWN).batches
    asked = frozenset[str]().union(*(batch.ending(supposed).asked for batch in batches))
    usual = tuple(play_to_the_end(OWN, supposed).values())
    every = _ends(batches, supposed)
    for question in Catalogue.load().open_questions.values():
        for answer in question.answers:
            told = tuple(play_to_the_end(OWN, supposed, answers={question.id: answer}).values())
            assert _each(told) <= every
            assert told == usual or question.id in asked


def _ends(batches: list[Batch], supposed: Loss) -> set[tuple[int, str, str]]:
    """Every outcome and way that the search found, with the place of the account."""
    return {
        (place, fates[0].outcome, fates[0].way)
        for place, batch in enumerate(batches)
        for end in alternatives(batch, [supposed])
        for fates in end.fates
    }


def _each(ends: tuple[tuple[str, str], ...]) -> set[tuple[int, str, str]]:
    return {(place, *end) for place, end in enumerate(ends)}


def test_two_answers_at_once_come_out_as_the_search_says() -> None:
    supposed = loss("2026-05-25", "icloud-backup", "icloud-drive")
    every = _ends(LossPlayer(OWN).batches, supposed)
    questions = list(Catalogue.load().open_questions.values())
    for number, one in enumerate(questions):
        for two in questions[number + 1 :]:
            for first, second in product(one.answers, two.answers):
                ends = play_to_the_end(OWN, supposed, answers={one.id: first, two.id: second}).values()
                assert _each(tuple(ends)) <= every, (one.id, first, two.id, second)
