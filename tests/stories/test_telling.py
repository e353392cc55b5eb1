"""What happened is told as it happened: nobody is said to have done what never reached them."""

import pytest

from lostphone.base.clock import instant
from lostphone.stories.actions import accounts, faults, phones, time
from lostphone.stories.story import Story
from lostphone.stories.telling import tell


def told(story: Story, lang: str) -> list[tuple[str, str]]:
    return [(one.text, one.outcome) for one in tell(story.world.trace.happenings, lang)]


@pytest.fixture
def story() -> Story:
    story = Story()
    story.do(time.WaitUntil(instant(2025, 11, 3)))
    story.do(phones.GivePhone("phone", "Mika", "android"))
    story.do(accounts.CreatePersonal("mika@outlook.com", "Mika"))
    return story


def test_a_sign_in_that_reached_nobody_is_not_told_as_one(story: Story) -> None:
    story.do(faults.Partition("phone", "*"))
    assert story.do(accounts.SignInPersonal("phone", "mika@outlook.com")).code == "offline"
    story.look_away()
    assert ("phone asks Microsoft, and no answer comes", "offline") in told(story, "en")
    assert ("phoneはMicrosoftに問い合わせるが、応答がない", "offline") in told(story, "ja")
    assert not any("signs mika@outlook.com in" in text for text, _outcome in told(story, "en"))


def test_one_that_did_is_told_of_the_service(story: Story) -> None:
    story.do(accounts.SignInPersonal("phone", "mika@outlook.com"))
    assert ("Microsoft account signs mika@outlook.com in on phone", "ok") in told(story, "en")


def test_the_trace_says_how_far_a_clock_is_off_and_which_way_a_state_went(story: Story) -> None:
    story.do(faults.SkewClock("phone", -31_000))
    story.do(phones.SetPhone("phone", "charging", True))
    skewed, charged = story.world.trace.happenings[-2:]
    assert (skewed.verb, skewed.detail) == ("skew-clock", {"skew_ms": -31_000})
    assert (charged.verb, charged.target, charged.detail) == ("set-phone", "charging", {"on": True})
