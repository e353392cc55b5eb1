"""No advice contradicts what was played: every answer of the start page, and every text, one by one.

The texts are checked as they are shipped, out of the script that travels with the pages. What a text takes
for granted stands in its `claims`; whether that is so is asked of the outcomes here, and not of the conditions
by which the text was chosen. A text that speaks of a thing has to claim it: `WORDS` is the list.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any, get_args

import msgspec
import pytest
from site_scripts import value

from lostphone.base.clock import DAY_MS, instant
from lostphone.rules import Catalogue, Policy, Text
from lostphone.site.live import advice_table
from lostphone.site.live.advice import ASKING, Advice, Claim, Phase, links, next_time, steps, ways
from lostphone.site.live.advice_table import NothingToSay, every_advice
from lostphone.site.live.answers import KINDS, Stretch
from lostphone.site.live.data import answers_script
from lostphone.whatif.available_help import exists
from lostphone.whatif.loss import APP_BACKUP

IN_THE_APP = (
    "third-party",
    "personal",
    "passwordless",
    "passwordless-app-only",
    "work",
    "work-sms",
    "work-code",
)
MICROSOFT = IN_THE_APP[1:6]


@dataclass(frozen=True)
class Answered:
    """One answer of the page: who asks about which loss, how each kind of account ends, and what is said."""

    who: str
    lost: str
    new: str
    day_ms: int
    off: frozenset[str]
    answers: tuple[tuple[str, str], ...]
    ends: dict[str, tuple[str, str]]
    steps: tuple[int, ...]
    cards: tuple[int, ...]
    lines: tuple[int, ...]

    def holds(self, platform: str, rule: str) -> bool:
        return Policy.at(platform, self.day_ms, dict(self.answers)).holds(rule)

    @property
    def restores(self) -> bool:
        return any(self.ends[kind][0] != "lost" for kind in IN_THE_APP)


@cache
def shipped() -> dict[str, Any]:
    told = value(answers_script())
    assert isinstance(told, dict)
    return told


def every_answered(data: dict[str, Any] | None = None) -> Iterator[Answered]:
    """Who × pair × day × settings × old phone × answers to open questions, as the page looks them up."""
    data = data or shipped()
    kinds = len(data["kinds"])
    for pair, advice in data["advice"].items():
        lost, _, new = pair.partition(">")
        for day, todo, of_others, said, lines in advice:
            stretch = [one for one in data["pairs"][pair] if one[0] <= day][-1]
            _day, switches, cases, kept, _deciding, others = stretch
            played = [((), cases, kept, data["todo"][todo])]
            for (question, answer, *there), place in zip(others, of_others, strict=True):
                played.append((((question, answer),), *there, data["todo"][place]))
            for answers, cases_there, kept_there, todo_there in played:
                for who in ASKING:
                    for mask, place in enumerate(cases_there):
                        if who == "change" and mask:
                            continue
                        case = data["cases"][place]
                        old = [data["cases"][one] for one in kept_there]
                        ends, cards = {}, []
                        for number, kind in enumerate(data["kinds"]):
                            if kind in data["kept_by"] and data["means"][data["kept_by"][kind]] > day:
                                continue
                            outcome = case[number]
                            from_case = case if who != "change" or outcome == "b" else old[outcome == "l"]
                            way = from_case[kinds + number]
                            ends[kind] = data["outcomes"][outcome], data["ways"][way]
                            cards.append(data["said"][said][who][f"{number}{outcome}{way}"])
                        yield Answered(
                            who,
                            lost,
                            new,
                            day * DAY_MS,
                            frozenset(name for bit, name in enumerate(switches) if mask >> bit & 1),
                            answers,
                            ends,
                            tuple(data["lists"][todo_there[who][mask if who != "change" else 0]]),
                            tuple(cards),
                            tuple(data["next"][lines]),
                        )


def restored_on_old_kind(one: Answered) -> bool:
    """On a phone of the old kind, with every setting on, something would have come back that day."""
    data = shipped()
    stretch = [s for s in data["pairs"][f"{one.lost}>{one.lost}"] if s[0] <= one.day_ms // DAY_MS][-1]
    case = data["cases"][stretch[2][0]]
    return any(case[KINDS.index(kind)] != "l" for kind in IN_THE_APP)


#: Whether what a text takes for granted is so, from the facts: outcomes that were played, settings, dates.
TRUE: dict[Claim, Callable[[Answered], bool]] = {
    "phone-gone": lambda one: one.who != "change",
    "old-phone": lambda one: one.who == "change",
    "restores": lambda one: one.restores,
    "nothing-restored": lambda one: not one.restores,
    # The app asks for it wherever the backup is not iCloud's own (A13, A22).
    "restore-by-hand": lambda one: (
        one.restores
        and one.lost == one.new
        and (one.lost == "android" or one.day_ms < instant(2025, 9, 1))
        and APP_BACKUP not in one.off
    ),
    "restores-on-old-kind": restored_on_old_kind,
    # The record is made when iCloud Keychain is switched on, and a new iPhone alone asks for it (D11-D13).
    "keychain-record": lambda one: one.lost == one.new == "ios" and "icloud-keychain" not in one.off,
    "names-listed": lambda one: any(one.ends[kind] == ("sign-in", "self") for kind in MICROSOFT),
    "names-gone": lambda one: any(one.ends[kind] == ("lost", "self") for kind in MICROSOFT),
    "codes-gone": lambda one: one.ends["third-party"][0] == "lost",
    "administrator": lambda one: any(
        one.ends[kind][1] in ("admin", "reregister") for kind in ("work", "work-sms", "work-code")
    ),
    "work-text-message": lambda one: one.day_ms < instant(2027, 2, 1) and one.ends["work-sms"][1] == "self",
    "work-text-message-over": lambda one: one.day_ms >= instant(2027, 2, 1),
}

#: What a text that uses these words has to claim, one of them, or to need.
WORDS: dict[str, tuple[str, tuple[str, ...]]] = {
    r"\brestore|appears?\b|works at once|復元|自動的に表示|すぐに使え": (
        "restoring",
        ("restores", "nothing-restored", "restores-on-old-kind"),
    ),
    r"passcode|パスコード": ("a passcode", ("keychain-record",)),
    r"\btoday\b|今日": ("the old phone today", ("old-phone",)),
    r"(on|keep|with|from|while|erase|remove) the old (phone|one)|old phone’s|古い": (
        "the old phone",
        ("old-phone",),
    ),
    r"lost phone|lost app|lost one|なくした": ("the lost phone", ("phone-gone",)),
    r"temporary access pass|\bpass\b|一時アクセス|パスは|パスを": ("a pass", ("temporary-access-pass",)),
    r"passkey|パスキー": ("a passkey", ("passkey",)),
    r"\bedge\b|Edge": ("Edge", ("saved-password",)),
    r"text-message code|text messages? from|SMSコード|MicrosoftのSMS": (
        "text messages",
        ("work-text-message", "work-text-message-over"),
    ),
}


def texts() -> list[Advice]:
    return [*steps(), *ways(), *next_time()]


def said_by(one: Answered) -> list[Advice]:
    """Everything that the page advises with that answer."""
    return [
        *(steps()[place] for place in one.steps),
        *(ways()[place] for place in one.cards),
        *(next_time()[place] for place in one.lines),
    ]


def contradictions(answered: Iterator[Answered]) -> Iterator[str]:
    """Each thing said that is not so, in words."""
    for one in answered:
        about = f"{one.who} {one.lost}>{one.new} {one.day_ms // DAY_MS} off={sorted(one.off)} {one.answers}"
        for text in said_by(one):
            told = text.text.en[:60]
            for claim in text.claims:
                if not TRUE[claim](one):
                    yield f"{about}: '{told}' claims {claim}"
            for rule in filter(None, (text.rule, text.also)):
                if not one.holds(one.new, rule) and text.rule == rule:
                    yield f"{about}: '{told}' rests on {rule}, which is not in force"
            for means in text.means:
                if not exists(means, one.day_ms):
                    yield f"{about}: '{told}' needs {means}, which there is not yet"


def test_no_advice_contradicts_any_answer() -> None:
    found = list(contradictions(every_answered()))
    assert found == []


def test_every_answer_of_the_page_is_among_them(answers: dict[str, list[Stretch]]) -> None:
    seen = list(every_answered())
    for pair, of_pair in answers.items():
        for stretch in of_pair:
            of_stretch = [
                one for one in seen if f"{one.lost}>{one.new}" == pair and one.day_ms == stretch.since_ms
            ]
            assert {one.who for one in of_stretch} == set(ASKING)
            usual = [one for one in of_stretch if one.who == "lost" and not one.answers]
            assert len({one.off for one in usual}) == 1 << len(stretch.switches) == len(usual)
            others = {dict(one.answers).popitem() for one in of_stretch if one.answers}
            assert others == {(other.question, other.answer) for other in stretch.others}


def planted(monkeypatch: pytest.MonkeyPatch, *more: Advice) -> Iterator[Answered]:
    """Every answer with more steps than there are."""
    every = (*steps(), *more)
    monkeypatch.setattr("lostphone.site.live.advice_table.steps", lambda: every)
    monkeypatch.setitem(globals(), "steps", lambda: every)
    for function in (every_advice, answers_script):
        function.cache_clear()
    try:
        data = value(answers_script())
        assert isinstance(data, dict)
        yield from every_answered(data)
    finally:
        for function in (every_advice, answers_script):
            function.cache_clear()


def said(**about: Any) -> Advice:
    return Advice(Text("planted", "planted"), about.pop("rule", "device.lost-is-lost"), **about)


@pytest.mark.parametrize(
    ("step", "told"),
    [
        (said(claims=("restores",)), "claims restores"),
        (
            said(claims=("restores",), same=True, new="android"),
            r"android>android .*cloud-backup.* claims restores",
        ),
        (
            said(claims=("keychain-record",), lost="ios", new="ios"),
            "icloud-keychain.* claims keychain-record",
        ),
        (said(claims=("old-phone",)), "lost .* claims old-phone"),
        (said(claims=("nothing-restored",), same=True), "claims nothing-restored"),
        (said(claims=("phone-gone",)), "change .* claims phone-gone"),
        (said(claims=("work-text-message",), kind="work-sms", way="self"), "claims work-text-message"),
        (said(claims=("administrator",), kind="work"), "claims administrator"),
    ],
)
def test_a_planted_contradiction_is_found(monkeypatch: pytest.MonkeyPatch, step: Advice, told: str) -> None:
    assert any(re.search(told, one) for one in contradictions(planted(monkeypatch, step)))


def test_a_step_without_its_condition_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each step that needs something to come back, said whether anything does or not."""
    careless = [msgspec.structs.replace(step, restores=None) for step in steps() if step.restores]
    assert len(careless) > 8
    for step in careless:
        again = msgspec.structs.replace(step, way=None, outcome=None)
        assert any("claims" in one for one in contradictions(planted(monkeypatch, again))), step.text.en


def test_the_settings_of_each_case_are_those_that_were_played() -> None:
    """Keychain off: nothing comes back whatever the answers, and nobody is told to restore or of a passcode."""
    asked = [one for one in every_answered() if one.lost == one.new == "ios" and "icloud-keychain" in one.off]
    assert len(asked) > 100
    for one in asked:
        assert not one.restores
        told = " ".join(steps()[place].text.en for place in one.steps)
        assert not re.search("appear by themselves|passcode|Restore from backup", told)
    android = [one for one in every_answered() if one.lost == one.new == "android" and one.off]
    assert android
    for one in android:
        assert "Restore from backup" not in " ".join(steps()[place].text.en for place in one.steps)


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_a_text_claims_what_it_speaks_of(lang: str) -> None:
    assert list(unclaimed(texts(), lang)) == []


def unclaimed(of: list[Advice], lang: str) -> Iterator[str]:
    for text in of:
        claims = {*text.claims, *text.means}
        for words, (thing, wanted) in WORDS.items():
            if re.search(words, text.text.read(lang), re.IGNORECASE) and not claims & set(wanted):
                yield f"'{text.text.read(lang)}' speaks of {thing}: claim one of {wanted}"


def test_a_text_that_claims_nothing_is_found() -> None:
    for told in (
        "Install the app; the accounts appear.",
        "Enter the passcode.",
        "Do it today.",
        "Ask for a pass.",
    ):
        assert list(unclaimed([said_as(told)], "en"))


def said_as(told: str) -> Advice:
    return Advice(Text(told, told), "device.lost-is-lost")


def test_every_text_rests_on_a_rule_and_is_said_only_while_it_holds() -> None:
    """Rules have dates: advice ends with them. A help that began or ended gives a text its dates as well."""
    rules = Catalogue.load().rules
    for text in texts():
        for rule in filter(None, (text.rule, text.also, text.held, text.unless)):
            assert rules[rule].spans
        # Text messages end, so whatever speaks of them has a date.
        if re.search("text[- ]message.*(code|prove|count|end)", text.text.en):
            assert dated(text) or text.phase == "number", text.text.en
    for one in every_answered():
        for text in said_by(one):
            assert one.holds(one.new, text.rule)
            assert not text.held or one.holds(one.lost, text.held)
            assert not text.unless or not one.holds(one.new, text.unless)


def dated(text: Advice) -> bool:
    """Whether a date begins or ends it."""
    spans = [
        span
        for rule in filter(None, (text.rule, text.held, text.unless))
        for span in Catalogue.load().rules[rule].spans
    ]
    return bool(text.means or text.without) or any(span.since_ms or span.until_ms for span in spans)


def test_what_has_ended_is_not_advised() -> None:
    """From February 2027 no text message from Microsoft proves a work account (C26), save with a provider (C29)."""
    after = [one for one in every_answered() if one.day_ms >= instant(2027, 2, 1)]
    before = [one for one in every_answered() if instant(2026, 9, 1) <= one.day_ms < instant(2027, 2, 1)]
    assert after
    for one in after:
        assert not any("work-text-message" in text.claims for text in said_by(one))
    assert any("work-text-message" in text.claims for one in before for text in said_by(one))
    over = [text for one in after for text in said_by(one) if "work-text-message-over" in text.claims]
    assert all("provider" in text.text.en for text in over)
    assert over


def test_a_phone_number_is_never_counted_on_for_a_personal_account_after_april_2026() -> None:
    """Text messages for personal accounts are ending, without a last day (A59)."""
    for one in every_answered():
        over = one.day_ms >= instant(2026, 5, 1)
        told = [steps()[place] for place in one.steps if steps()[place].rule == "personal.sms-ends"]
        assert bool(told) == (over and one.who != "change" and one.ends["passwordless"][1] == "self")
        lines = [next_time()[place] for place in one.lines]
        assert any("phone number is no second method" in line.text.en for line in lines) == over
        assert not any(
            re.search("phone number", text.text.en) for text in said_by(one) if "no" not in text.text.en
        )


def test_the_order_is_that_of_not_locking_oneself_out() -> None:
    order: tuple[Phase, ...] = get_args(Phase)
    assert order[:3] == ("lock", "number", "add")
    assert order.index("restore") < order.index("check") < order.index("remove") < order.index("erase")
    phases = [order.index(step.phase) for step in steps()]
    assert all(one <= other for one, other in pairwise(phases))
    for one in every_answered():
        told = [steps()[place].phase for place in one.steps]
        assert list(one.steps) == sorted(one.steps)
        if one.who == "change":
            assert [told.count(phase) for phase in ("check", "remove", "erase")] == [1, 1, 1]
            continue
        assert told[:3] == ["lock", "number", "add"]
        assert {"check", "remove", "erase"} <= set(told)
        before_removing = told[: told.index("remove")]
        assert "check" in before_removing
    for step in steps():
        tells = re.search(r"[Oo]nly (now|then).* remove|^(?!.*Do not).*\berase it\b", step.text.en)
        assert not tells or step.phase in ("remove", "erase")


def test_the_number_is_got_back_before_it_proves_anything() -> None:
    number = [step.text.en for step in steps() if step.phase == "number"]
    assert all("SIM or eSIM" in text for text in number)
    for text in texts():
        if "work-text-message" in text.claims and "sign in with a text-message code" in text.text.en:
            assert "number" in text.text.en


def test_every_link_is_named_and_every_hole_is_filled() -> None:
    used: set[str] = set()
    for text in texts():
        for lang in ("en", "ja"):
            holes = set(re.findall(r"\{([^}]*)\}", text.text.read(lang)))
            assert holes == set(re.findall(r"\{([^}]*)\}", text.text.en))
            assert bool(text.fill) == ("switches" in holes)
            used |= holes - {"switches"}
    assert used == set(links())
    for address in links().values():
        assert re.fullmatch(r"https://[a-z.]+/[a-z0-9/-]+", address)
    hosts = {address.split("/")[2] for address in links().values()}
    assert {
        "icloud.com",
        "android.com",
        "mysignins.microsoft.com",
        "account.microsoft.com",
        "account.live.com",
    } <= hosts


def test_nothing_is_said_that_no_answer_leads_to() -> None:
    seen = [(id(text)) for one in every_answered() for text in said_by(one)]
    unsaid = [text.text.en for text in texts() if id(text) not in set(seen) and text.way != "none"]
    assert unsaid == []


def test_a_fate_without_a_text_stops_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    fewer = tuple(way for way in ways() if way.way != "wait")
    monkeypatch.setattr(advice_table, "ways", lambda: fewer)
    every_advice.cache_clear()
    with pytest.raises(NothingToSay, match="passwordless-app-only"):
        every_advice()
    monkeypatch.undo()
    every_advice.cache_clear()


def test_every_claim_has_its_truth() -> None:
    assert set(TRUE) == set(get_args(Claim))
    assert {claim for text in texts() for claim in text.claims} == set(TRUE)
