"""Items of other apps in a keychain: moved like any other, and out of a client's sight (D23)."""

from __future__ import annotations

import pytest

from lostphone.stories.actions import clouds, phones
from lostphone.stories.story import Story
from lostphone.world.devices.keystore import OTHER_APP, Protection

PHONE = "Mika's iPhone"
APPLE = "mika@icloud.com"


@pytest.fixture
def story() -> Story:
    story = Story()
    story.do(phones.GivePhone(PHONE, "Mika", "ios"))
    story.do(clouds.CreateAppleAccount(APPLE, "Mika"))
    story.do(clouds.SignInToICloud(PHONE, APPLE))
    return story


@pytest.mark.parametrize("protection", ["when-unlocked", "this-device-only", "synchronizable"])
def test_no_client_sees_an_item_of_another_app(story: Story, protection: Protection) -> None:
    services = story.stage.screens(PHONE)
    services.keychain_put("own", b"secret of the app", "this-device-only")

    story.do(clouds.KeepKeychainItem(PHONE, protection))

    assert OTHER_APP + protection in story.world.device(PHONE).keystore.items
    assert services.keychain_list() == ["own"]


@pytest.mark.parametrize("protection", ["when-unlocked", "this-device-only", "synchronizable"])
def test_a_deleted_item_is_gone_and_cannot_be_deleted_again(story: Story, protection: Protection) -> None:
    story.do(clouds.KeepKeychainItem(PHONE, protection))

    story.do(clouds.DeleteKeychainItem(PHONE, protection))

    assert OTHER_APP + protection not in story.world.device(PHONE).keystore.items
    story.do(clouds.DeleteKeychainItem(PHONE, protection))
    story.expect_refusal("not-found")


def test_any_remembered_passcode_of_the_circle_lets_a_new_phone_in(story: Story) -> None:
    """D12: the passcode of a device that was a member, whichever it is."""
    for device in ("Mika's iPad", "Mika's new iPhone"):
        story.do(phones.GivePhone(device, "Mika", "ios"))
    story.do(clouds.SignInToICloud("Mika's iPad", APPLE))
    story.do(phones.ForgetPasscode("Mika", PHONE))
    story.do(phones.LosePhone(PHONE))
    story.do(phones.BreakPhone("Mika's iPad"))

    story.do(clouds.SignInToICloud("Mika's new iPhone", APPLE))

    story.expect_success()
    assert "Mika's new iPhone" in story.world.icloud.account(APPLE).circle.members


def test_with_every_passcode_forgotten_setting_up_spends_a_try(story: Story) -> None:
    story.do(phones.GivePhone("Mika's new iPhone", "Mika", "ios"))
    story.do(phones.ForgetPasscode("Mika", PHONE))
    story.do(phones.LosePhone(PHONE))

    story.do(clouds.SignInToICloud("Mika's new iPhone", APPLE))

    story.expect_refusal("wrong-code")
    assert story.world.icloud.account(APPLE).circle.escrow.wrong_tries == 1
