"""A story does not go on after something in it silently did not happen."""

import pytest

from lostphone.base.clock import instant
from lostphone.stories.actions.accounts import OpenAuthenticator, OpenSite
from lostphone.stories.actions.phones import GivePhone, LosePhone
from lostphone.stories.actions.time import Wait, WaitUntil
from lostphone.stories.story import Story, Unexpected

PHONE = "Mika's iPhone"


@pytest.fixture
def story() -> Story:
    story = Story()
    story.do(WaitUntil(instant(2025, 11, 1)))
    story.do(GivePhone(PHONE, "Mika", "ios"))
    return story


def test_a_refusal_nobody_looks_at_fails_the_next_action(story: Story) -> None:
    story.do(LosePhone(PHONE))
    story.do(OpenAuthenticator(PHONE))
    with pytest.raises(Unexpected, match="it was refused .Mika.s iPhone.*no-such-phone"):
        story.do(Wait(1))


def test_a_refusal_nobody_looks_at_fails_the_end(story: Story) -> None:
    story.do(LosePhone(PHONE))
    story.do(OpenAuthenticator(PHONE))
    with pytest.raises(Unexpected, match="no-such-phone"):
        story.finish()
    story.finish()


def test_an_expected_refusal_is_a_good_end(story: Story) -> None:
    story.do(LosePhone(PHONE))
    story.do(OpenAuthenticator(PHONE))
    assert story.expect_refusal("no-such-phone").code == "no-such-phone"
    story.finish()


def test_another_refusal_than_the_expected_fails(story: Story) -> None:
    story.do(LosePhone(PHONE))
    story.do(OpenAuthenticator(PHONE))
    with pytest.raises(Unexpected, match="no connection; .*no-such-phone"):
        story.expect_refusal("offline")


def test_going_through_when_refusal_was_promised_fails(story: Story) -> None:
    story.do(OpenSite("GitHub"))
    with pytest.raises(Unexpected, match="went through"):
        story.expect_refusal("already-exists")


def test_looking_does_not_change_what_was_done_last(story: Story) -> None:
    story.do(OpenSite("GitHub"))
    done = story.last
    story.look(Wait(0))
    assert story.last is done
    with pytest.raises(Unexpected, match="refused"):
        story.look(OpenSite("GitHub"))


def test_assumptions_come_first(story: Story) -> None:
    with pytest.raises(Unexpected, match="before anything happens"):
        story.assume("Q01", "page")
    with pytest.raises(Unexpected, match="no answer 'pages'"):
        Story().assume("Q01", "pages")
    assumed = Story()
    assumed.assume("Q01", "message-center")
    assert assumed.world.answers == {"Q01": "message-center"}
