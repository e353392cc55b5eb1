"""What the app does on a rooted or jailbroken phone, phase by phase (A51 to A56)."""

from __future__ import annotations

import pytest
from household import MSA, WORK, Household, Phone, refused

from lostphone.base.clock import instant

PLATFORMS = ("android", "ios")
PHASES = {
    "android": [instant(2026, 2, 28), instant(2026, 3, 28), instant(2026, 4, 28)],
    "ios": [instant(2026, 4, 1), instant(2026, 5, 1), instant(2026, 6, 1)],
}


def at(platform: str, at_ms: int) -> Phone:
    """A phone with one account of each kind on a sound phone, which is rooted afterwards."""
    house = Household(at_ms)
    phone = house.android("phone") if platform == "android" else house.iphone("phone")
    phone.enrol("GitHub")
    phone.add(MSA)
    phone.add(WORK)
    phone.device.set(rooted=True)
    return phone


@pytest.mark.parametrize("platform", PLATFORMS)
def test_before_the_first_phase_nothing_is_said(platform: str) -> None:
    phone = at(platform, PHASES[platform][0] - 1)
    phone.open()
    assert phone.screen.message_id == ""
    phone.add(WORK)


@pytest.mark.parametrize("platform", PLATFORMS)
def test_first_there_is_a_warning(platform: str) -> None:
    phone = at(platform, PHASES[platform][0])
    phone.open()
    assert phone.screen.message_id == "root-warning"
    phone.add(WORK)
    assert phone.screen.message_id == "root-warning"
    assert all(phone.ready().values())


@pytest.mark.parametrize("platform", PLATFORMS)
def test_then_work_accounts_are_refused_and_nothing_else(platform: str) -> None:
    phone = at(platform, PHASES[platform][1])
    phone.open()
    assert phone.screen.message_id == "root-blocked"
    assert len(phone.screen.rows) == 3
    assert refused(lambda: phone.add(WORK)) == "rooted"
    assert refused(lambda: phone.sign_in("Microsoft Entra ID")) == "rooted"
    assert all(phone.ready().values())
    phone.sign_in("Microsoft")
    phone.house.world.sites.check("GitHub", "Mika", phone.code("GitHub"))


@pytest.mark.parametrize("platform", PLATFORMS)
def test_at_last_work_accounts_are_removed_and_nothing_else(platform: str) -> None:
    phone = at(platform, PHASES[platform][2])
    phone.open()
    assert phone.screen.message_id == "root-wiped"
    assert phone.labels() == ["GitHub", "Microsoft"]
    assert refused(lambda: phone.add(WORK)) == "rooted"
    phone.house.world.personal.check_code(MSA, phone.code("Microsoft"))
    phone.house.world.sites.check("GitHub", "Mika", phone.code("GitHub"))


@pytest.mark.parametrize("platform", PLATFORMS)
def test_the_wipe_happens_at_any_step_with_a_work_account(platform: str) -> None:
    phone = at(platform, PHASES[platform][2])
    assert refused(lambda: phone.sign_in("Microsoft Entra ID")) == "rooted"
    assert phone.screen.message_id == "root-wiped"
    assert phone.labels() == ["GitHub", "Microsoft"]


@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_rooted_phone_without_work_accounts_hears_nothing(platform: str) -> None:
    phone = at(platform, PHASES[platform][2])
    phone.remove("Microsoft Entra ID")
    phone.open()
    assert phone.screen.message_id == ""


@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_name_may_come_back_after_the_wipe_and_has_to_be_registered_anew(platform: str) -> None:
    phone = at(platform, PHASES[platform][2])
    house = phone.house
    if platform == "android":
        phone.enable()
    phone.open()
    phone.enrol("GitLab")
    new = house.android("new") if platform == "android" else house.iphone("new")
    new.open()
    if platform == "android":
        new.restore(MSA)
    assert sorted(new.labels()) == ["GitHub", "GitLab", "Microsoft", "Microsoft Entra ID"]
    assert not new.row("Microsoft Entra ID").ready
    new.device.set(rooted=True)
    assert refused(lambda: new.sign_in("Microsoft Entra ID")) == "rooted"
    assert not new.row("Microsoft Entra ID").ready
    new.device.set(rooted=False)
    new.sign_in("Microsoft Entra ID")
    assert new.row("Microsoft Entra ID").ready


def test_an_account_added_again_after_the_wipe_is_there_once() -> None:
    phone = at("android", PHASES["android"][2])
    phone.enable()
    phone.open()
    phone.device.set(rooted=False)
    phone.add(WORK)
    assert phone.status().accounts == 3


def test_a_work_passkey_is_a_work_credential_too() -> None:
    phone = at("android", PHASES["android"][1])
    parties = phone.house.world.passkeys
    options = parties.begin_registration("login.microsoft.com", WORK, phone.device)
    assert refused(lambda: phone.make_passkey(options)) == "rooted"
    phone.make_passkey(parties.begin_registration("login.live.com", MSA, phone.device))
