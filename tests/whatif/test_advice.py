"""Every advice rests on rules that are in force, and there is advice for all that can be found by playing."""

from dataclasses import replace
from itertools import product

import pytest

from lostphone.base.clock import parse_day
from lostphone.rules import PLATFORMS, Catalogue, Policy, PolicyTimeline
from lostphone.whatif.accounts_file import OwnAccount
from lostphone.whatif.advising import AccountInLoss, advise, always, entries
from lostphone.whatif.available_help import since_ms
from lostphone.whatif.dated import may_be_said, mistakes
from lostphone.whatif.loss import FIRST_DAY_MS, Loss
from lostphone.whatif.player import LossPlayer
from lostphone.whatif.report import report

GROUPS = ("always", "now", "before", "proof")
ENTRIES = [(f"{group} {place}", entry) for group in GROUPS for place, entry in enumerate(entries(group))]
OWN = [
    OwnAccount("site", "third-party", 1),
    OwnAccount("personal", "personal", 2),
    OwnAccount("passwordless", "passwordless", 3),
    OwnAccount("app-only", "passwordless", 4, proof="app-only"),
    OwnAccount("work", "work", 5),
    OwnAccount("work-sms", "work", 6, proof="sms"),
    OwnAccount("work-code", "work-code", 7),
    OwnAccount("passkey", "passkey", 8),
    OwnAccount("password", "password", 9),
]


@pytest.mark.parametrize(("name", "entry"), ENTRIES, ids=[name for name, _ in ENTRIES])
def test_an_advice_rests_on_rules(name: str, entry: dict) -> None:
    assert list(mistakes(entry)) == []
    assert entry["text"].keys() == {"en", "ja"}


def test_an_advice_without_a_rule_is_a_mistake() -> None:
    assert list(mistakes({"text": {"en": "Switch it on."}})) == ["no rule"]
    assert len(list(mistakes({"rule": "no.such", "unless": "none.either", "means": "fax"}))) == 3


@pytest.mark.parametrize(("name", "entry"), ENTRIES, ids=[name for name, _ in ENTRIES])
def test_what_ends_or_begins_is_dated(name: str, entry: dict) -> None:
    """Text messages end for work accounts (C26) and for personal ones (A59); passes began in 2021 (C06)."""
    text = entry["text"]["en"]
    if "text message" in text:
        assert entry.get("unless") == "sms.ends" or entry.get("proven") == "sms"
    if "phone number" in text:
        assert entry.get("unless") == "personal.sms-ends"
    if "Temporary Access Pass" in text:
        assert entry.get("means") == "temporary-access-pass"


#: What may be found to have helped, by outcome; and values for the holes of the texts.
CASES = {"back": ["back"], "sign-in": ["sign-in"], "lost": ["switch-on", "same-platform", "hopeless"]}
ANY = dict.fromkeys(("switches", "gain", "old", "new", "since"), "-")


def days() -> list[int]:
    changes = {
        at_ms for platform in PLATFORMS for at_ms in PolicyTimeline(Catalogue.load(), platform).boundaries_ms
    }
    help_came = {since_ms("temporary-access-pass"), since_ms("passkey"), since_ms("saved-password")}
    return [FIRST_DAY_MS, *sorted(at_ms for at_ms in changes | help_came if at_ms > FIRST_DAY_MS)]


@pytest.mark.parametrize("kept", [False, True])
@pytest.mark.parametrize(("phone", "new"), list(product(PLATFORMS, PLATFORMS)))
def test_there_is_advice_on_every_day_for_every_account(phone: str, new: str, kept: bool) -> None:
    for day_ms in days():
        loss = Loss(phone, new, day_ms, kept=kept)  # type: ignore[arg-type]
        assert always(loss, "en")
        there_was_backup = Policy.at(phone, day_ms).holds("backup.first-version")
        for off in (frozenset[str](), frozenset(loss.switches())):
            fates = LossPlayer(OWN).fates(replace(loss, off=off))
            for account, fate in zip(OWN, fates, strict=True):
                case = AccountInLoss(account, loss)
                assert advise("now", case, "ja", outcome=fate.outcome, way=fate.way)
                for found in CASES[fate.outcome] if there_was_backup else ["hopeless"]:
                    assert advise("before", case, "ja", way=fate.way, case=found, values=ANY)


def test_what_has_ended_is_not_advised() -> None:
    case = AccountInLoss(OwnAccount("work", "work", 1), Loss("ios", "android", parse_day("2027-03-01")))
    assert "text message" not in advise("proof", case, "en", way="admin")
    assert not may_be_said({"rule": "sms.nudge"}, ("ios", "android"), case.loss.day_ms)


@pytest.mark.parametrize("kind", ["work", "work-code"])
@pytest.mark.parametrize(
    ("day", "ended"), [("2027-01-31", False), ("2027-02-01", True), ("2027-03-01", True)]
)
def test_a_text_message_that_has_ended_may_come_from_a_contracted_provider(
    kind: str, day: str, ended: bool
) -> None:
    """C26: Microsoft delivers none from 2027-02-01; C29: an organisation with a provider keeps them."""
    own = [OwnAccount("me@contoso.example", kind, 1, proof="sms")]  # type: ignore[arg-type]
    for lang, (provider, message, since) in {
        "en": ("contracted", "text message", "1 February 2027"),
        "ja": ("契約", "SMS", "2027年2月1日"),
    }.items():
        told = report(own, Loss("ios", "android", parse_day(day)), lang)
        now, assumed = told.accounts[0].now, " ".join(told.assumed)
        assert message in now
        assert (provider in now, since in now) == (ended, ended)
        assert (provider in assumed, "2027-02-01" in assumed) == (ended, ended)
        assert ("Temporary Access Pass" in now or "一時アクセス パス" in now) == ended


def test_the_day_on_which_text_messages_end_is_that_of_the_rule() -> None:
    assert not Policy.at("ios", parse_day("2027-02-01") - 1).holds("sms.ends")
    assert Policy.at("ios", parse_day("2027-02-01")).holds("sms.ends")
