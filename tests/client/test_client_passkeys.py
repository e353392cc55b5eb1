"""Passkeys: bound to the phone, and to being switched on as provider."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from household import AFTER, APPLE, BEFORE, MSA, Household, Phone, refused

from lostphone.base.clock import instant
from lostphone.formats.webauthn import AUTHENTICATOR_AAGUIDS
from lostphone.world.clouds import transfers

RP = "login.live.com"


def register(phone: Phone, rp_id: str = RP) -> None:
    parties = phone.house.world.passkeys
    options = parties.begin_registration(rp_id, "Mika", phone.device)
    parties.complete_registration(rp_id, "Mika", phone.make_passkey(options))


def use(phone: Phone, rp_id: str = RP) -> None:
    parties = phone.house.world.passkeys
    options = parties.begin_assertion(rp_id, "Mika")
    parties.complete_assertion(rp_id, "Mika", phone.use_passkey(options))


@pytest.fixture(params=["ios", "android"])
def phone(request: pytest.FixtureRequest) -> Phone:
    house = Household(BEFORE)
    return house.iphone("phone") if request.param == "ios" else house.android("phone")


def test_the_webauthn_library_accepts_what_the_app_makes_and_signs(phone: Phone) -> None:
    register(phone)
    use(phone)
    use(phone)
    (credential,) = phone.house.world.passkeys.rp(RP).credentials_of("Mika")
    assert credential.counter == 2
    assert credential.aaguid == AUTHENTICATOR_AAGUIDS[phone.device.platform]


def test_a_passkey_survives_a_crash_and_its_counter_never_goes_back(phone: Phone) -> None:
    register(phone)
    use(phone)
    phone.start()
    use(phone)


def test_passkeys_outlive_autofill(phone: Phone) -> None:
    register(phone)
    phone.house.wait_until(instant(2025, 8, 2))
    use(phone)


def test_each_site_gets_its_own(phone: Phone) -> None:
    register(phone)
    register(phone, "github.example")
    use(phone)
    use(phone, "github.example")


def test_a_second_passkey_for_the_same_person_is_refused(phone: Phone) -> None:
    register(phone)
    assert refused(lambda: register(phone)) == "already-exists"


def test_a_phone_that_did_not_make_it_has_none(phone: Phone) -> None:
    register(phone)
    house = phone.house
    other = house.iphone("other") if phone.device.platform == "ios" else house.android("other")
    assert refused(lambda: use(other)) == "not-found"


def test_off_as_provider_disables_them_and_on_again_revives_them(phone: Phone) -> None:
    register(phone)
    phone.device.set(passkey_provider=False)
    phone.open()
    for act in (lambda: use(phone), lambda: register(phone, "github.example")):
        assert refused(act) == "provider-off"
        assert phone.screen.message_id == "provider-off"
    phone.device.set(passkey_provider=True)
    use(phone)


@pytest.mark.parametrize("notice", ["opening", "using"])
def test_or_they_are_gone_for_good(notice: str) -> None:
    house = Household(BEFORE, {"Q09": "lost"})
    phone = house.android()
    register(phone)
    phone.device.set(passkey_provider=False)
    if notice == "opening":
        phone.open()
    else:
        assert refused(lambda: use(phone)) == "provider-off"
    phone.device.set(passkey_provider=True)
    assert refused(lambda: use(phone)) == "not-found"


@pytest.mark.parametrize(
    ("platform", "os_version", "works"),
    [("ios", "16.7", False), ("ios", "17.0", True), ("android", "13", False), ("android", "14", True)],
)
def test_the_system_has_to_be_new_enough(platform: str, os_version: str, works: bool) -> None:
    house = Household(BEFORE)
    make = house.iphone if platform == "ios" else house.android
    phone = make(os_version=os_version)
    if works:
        register(phone)
    else:
        assert refused(lambda: register(phone)) == "unavailable"
        assert phone.screen.message_id == "no-passkeys-here"


def _microsoft(old: Phone) -> Phone:
    old.house.world.personal.sign_in(old.device, MSA)
    old.enable()
    new = old.house.android("new")
    new.restore(MSA)
    return new


def _icloud(old: Phone) -> Phone:
    old.open()
    new = old.house.iphone("new")
    new.open()
    return new


def _device_backup(old: Phone) -> Phone:
    old.house.world.icloud.backup_now(old.ios)
    new = old.house.iphone("new", apple=None)
    old.house.world.icloud.restore_device(new.ios, APPLE, "old")
    new.start()
    return new


def _quick_start(old: Phone) -> Phone:
    new = old.house.iphone("new", apple=None)
    transfers.quick_start(old.ios, new.ios)
    new.start()
    return new


ROUTES: dict[str, Callable[[Phone], Phone]] = {
    "the backup of a Microsoft account": _microsoft,
    "the backup in iCloud": _icloud,
    "an iCloud Backup of the phone": _device_backup,
    "Quick Start": _quick_start,
}


@pytest.mark.parametrize("route", list(ROUTES))
def test_no_route_brings_one_to_another_phone(route: str) -> None:
    house = Household(AFTER)
    old = house.android("old") if route.startswith("the backup of a") else house.iphone("old")
    old.enrol("GitHub")
    register(old)
    new = ROUTES[route](old)
    new.open()
    assert refused(lambda: use(new)) == "not-found"
    use(old)


def test_everything_but_the_backup_is_bound_to_the_phone() -> None:
    phone = Household(AFTER).iphone()
    phone.enrol("GitHub")
    register(phone)
    for key, item in phone.device.keystore.items.items():
        shared = key.startswith(("backup/", "backup-key/"))
        assert item.protection == ("synchronizable" if shared else "this-device-only"), key


def test_a_reinstalled_app_has_none(phone: Phone) -> None:
    register(phone)
    phone.device.uninstall_app()
    phone.install()
    assert refused(lambda: use(phone)) == "not-found"


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"rp": "x"},
        {"rp": {"id": "x"}},
        {"rp": {"id": "x"}, "user": {"name": "m"}},
        {"rp": {"id": "x"}, "user": {"id": "é"}},
        {"publicKey": 3},
        {"rp": {"id": "x"}, "user": {"id": "bQ"}, "excludeCredentials": 3},
        {"rp": {"id": "x"}, "user": {"id": "bQ"}, "excludeCredentials": [3]},
        {"rp": {"id": "x"}, "user": {"id": "bQ"}},
        {"rp": {"id": "x"}, "user": {"id": "bQ"}, "challenge": 3},
    ],
)
def test_options_that_make_no_sense_are_refused(options: dict[str, object]) -> None:
    phone = Household(BEFORE).android()
    assert refused(lambda: phone.make_passkey(options)) == "bad-input"
    assert refused(lambda: phone.use_passkey(options)) == "bad-input"
