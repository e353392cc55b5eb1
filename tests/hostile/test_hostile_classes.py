"""A Python class in this process reaches no phone but the one that it is asked about, and fills no memory."""

from __future__ import annotations

import resource
from pathlib import Path

import pytest
import python_clients

from lostphone.base.clock import DAY_MS
from lostphone.client.port import ClientBroke
from lostphone.client.resolve import resolve
from lostphone.client.transport.limits import Limits
from lostphone.conformance.plan import make_plan
from lostphone.conformance.run import run_here
from lostphone.gherkin.breaking import breaking
from lostphone.refusal import Refusal
from lostphone.stories.actions.accounts import OpenAuthenticator
from lostphone.stories.actions.base import Action
from lostphone.stories.actions.phones import GivePhone, LosePhone
from lostphone.stories.actions.time import Wait
from lostphone.stories.story import Story

LOST = "ms.ios2.lost-phone-everything-on"
PHONE, NEW = "Mika's iPhone", "Mika's new iPhone"
LIMITS = Limits(wakes=500, calls=5_000, scenario_bytes=3_000_000)


@pytest.fixture(autouse=True)
def _importable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).parent))


def story_on(name: str, limits: Limits = LIMITS) -> Story:
    return Story(client=resolve(f"py:python_clients:{name}", limits))


def do_all(story: Story, *actions: Action, close: bool = False) -> None:
    for action in actions:
        story.do(action)
    if close:
        story.close()


@pytest.mark.parametrize("name", ["ReadsTheLostPhone", "Swallows", "ReadsTheFolderOfTheLostPhone"])
def test_one_that_reads_the_lost_phone_by_its_name_does_not_conform(name: str) -> None:
    report = run_here(make_plan("microsoft@1", names=(LOST,)), resolve(f"py:python_clients:{name}"))
    [attempt] = report.attempts
    assert attempt.ending == "error"
    assert "the client broke (breach): " in attempt.problem
    assert f"for the device '{PHONE}', and the open question is about '{NEW}'" in attempt.problem


def test_a_restore_without_a_backup_does_not_pass() -> None:
    with story_on("ReadsTheLostPhone") as story:
        story.do(GivePhone(PHONE, "Mika", "ios"))
        story.do(OpenAuthenticator(PHONE))
        story.do(LosePhone(PHONE))
        story.do(GivePhone(NEW, "Mika", "ios"))
        with pytest.raises(ClientBroke, match="and the open question is about"):
            story.do(OpenAuthenticator(NEW))


def test_a_call_from_a_thread_is_a_breach() -> None:
    with story_on("FromAThread") as story:
        story.do(GivePhone(PHONE, "Mika", "ios"))
        with pytest.raises(ClientBroke, match="from another thread than the one that was asked"):
            story.do(OpenAuthenticator(PHONE))


def test_a_call_between_two_questions_is_a_breach_that_the_next_one_tells() -> None:
    with story_on("BetweenQuestions") as story:
        story.do(GivePhone(PHONE, "Mika", "ios"))
        story.do(OpenAuthenticator(PHONE))
        client = story.stage.client._client
        client.answered.set()
        client.asked.wait()
        with pytest.raises(ClientBroke, match="host/now for the device .* when nothing was asked"):
            story.do(OpenAuthenticator(PHONE))


def test_services_of_an_earlier_story_are_a_breach_though_another_object_uses_them() -> None:
    source = resolve("py:python_clients:EarlierStory", LIMITS)
    python_clients.EarlierStory.before = []
    with Story(client=source) as first:
        first.do(GivePhone(PHONE, "Mika", "ios"))
        first.do(OpenAuthenticator(PHONE))
    with Story(client=source) as second:
        second.do(GivePhone(PHONE, "Mika", "ios"))
        with pytest.raises(ClientBroke, match="through services of an earlier story"):
            second.do(OpenAuthenticator(PHONE))
    assert "left" not in second.world.device(PHONE).require_app().files


# Budgets


def test_a_restless_client_is_woken_once_an_hour() -> None:
    python_clients.Restless.wakes = 0
    with story_on("Restless", Limits()) as story:
        story.do(GivePhone(PHONE, "Mika", "ios"))
        story.do(OpenAuthenticator(PHONE))
        story.do(Wait(400 * DAY_MS))
    hours = 400 * 24
    assert hours <= python_clients.Restless.wakes <= hours + 200


def test_timers_for_the_same_moment_ring_once() -> None:
    python_clients.Doubling.wakes = 0
    with story_on("Doubling") as story:
        story.do(GivePhone(PHONE, "Mika", "ios"))
        story.do(OpenAuthenticator(PHONE))
        story.do(Wait(30 * 60_000))
    assert python_clients.Doubling.wakes == 30


SPENDS = {
    "Busy": ("wakes", "500", "回を超えて起こす"),
    "Talkative": ("flood", "", ""),
    "TalkativeInPieces": ("bytes", "3,000,000", "バイトを超えて"),
    "Calling": ("calls", "5,000", "回を超えてホストを呼び出した"),
}


@pytest.mark.parametrize("name", SPENDS)
def test_each_budget_has_a_verdict_in_both_languages(name: str) -> None:
    kind, limit, japanese = SPENDS[name]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with story_on(name) as story, pytest.raises(ClientBroke) as broke:
        do_all(story, GivePhone(PHONE, "Mika", "ios"), OpenAuthenticator(PHONE), Wait(7 * 365 * DAY_MS))
    assert broke.value.kind == kind
    seen = breaking(broke.value)
    assert limit in seen.text("en")
    assert f"the client broke ({kind}): " in seen.text("en")
    assert seen.text("en") == f"the client broke ({kind}): {broke.value.message}"
    assert japanese in seen.text("ja")
    assert limit in seen.text("ja")
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024 < 700_000_000


def test_real_time_has_a_budget_too(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(range(0, 10**9, 700))
    monkeypatch.setattr("lostphone.client.guarded.now_ms", lambda: next(clock))
    with story_on("Least", Limits(scenario_ms=2_000)) as story, pytest.raises(ClientBroke) as broke:
        do_all(story, GivePhone(PHONE, "Mika", "ios"), *(OpenAuthenticator(PHONE) for _ in range(10)))
    assert broke.value.kind == "time"
    assert "took more than 2 s in one scenario" in broke.value.message
    assert "2秒を超える" in breaking(broke.value).text("ja")


def test_what_is_spent_is_back_in_the_next_scenario() -> None:
    source = resolve("py:python_clients:Least", Limits(calls=3))
    for _ in range(3):
        with Story(client=source) as story:
            story.do(GivePhone(PHONE, "Mika", "ios"))
            for _ in range(3):
                story.do(OpenAuthenticator(PHONE))


def test_a_longer_timeout_raises_the_real_time_of_a_scenario() -> None:
    assert Limits().within(None).scenario_ms == 1_800_000
    assert Limits().within(1_000).scenario_ms == 1_800_000
    assert Limits().within(60_000).scenario_ms == 6 * 1_800_000


# Words


def test_half_a_character_is_named() -> None:
    with story_on("LoneSurrogate") as story:
        story.do(GivePhone(PHONE, "Mika", "ios"))
        with pytest.raises(ClientBroke, match=r"holds a lone surrogate \(U\+D83D\)") as broke:
            story.do(OpenAuthenticator(PHONE))
    assert broke.value.kind == "breach"


def test_an_exception_is_told_on_one_line_and_cut() -> None:
    with story_on("LoudlyFailing") as story:
        story.do(GivePhone(PHONE, "Mika", "ios"))
        with pytest.raises(ClientBroke) as broke:
            story.do(OpenAuthenticator(PHONE))
    assert broke.value.message.isprintable()
    assert len(broke.value.message) < 1_000


@pytest.mark.parametrize("at", ["initialize", "scenario/start", "scenario/end"])
def test_what_nobody_may_refuse_is_a_breach(at: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(python_clients.Refusing, "at", at)
    story = story_on("Refusing")
    with pytest.raises(ClientBroke, match=f"{at}: the client refused, and nobody may refuse that") as broke:
        do_all(story, GivePhone(PHONE, "Mika", "ios"), close=True)
    assert broke.value.kind == "breach"
    assert broke.value.message.isprintable()


def test_a_phone_that_is_gone_while_it_is_asked_serves_nothing() -> None:
    with story_on("Least") as story:
        story.do(GivePhone(PHONE, "Mika", "ios"))
        client = story.stage.client._client
        refused: list[Refusal] = []

        def lose_it(phone: object, intent: object) -> None:
            story.world.device(PHONE).set(at_hand=False)
            for act in (phone.now_ms, phone.keychain_list, phone.settings):  # type: ignore[attr-defined]
                with pytest.raises(Refusal) as no:
                    act()
                refused.append(no.value)

        client.ask = lose_it
        story.do(OpenAuthenticator(PHONE))
    assert [no.code for no in refused] == ["no-such-phone"] * 3
