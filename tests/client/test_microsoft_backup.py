"""The backup under a personal Microsoft account: Android, and iOS until September 2025."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import msgspec
import pytest
from household import AFTER, BEFORE, MSA, WORK, Household, Phone, refused

from lostphone.base.clock import DAY_MS, instant
from lostphone.client.reference.sealing import seal

OTHER = "mika.second@outlook.example"


@pytest.fixture(params=["ios", "android"])
def platform(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def house() -> Household:
    house = Household(BEFORE)
    house.world.personal.create(OTHER, "Mika")
    return house


def get_phone(house: Household, platform: str, name: str = "old") -> Phone:
    return house.iphone(name) if platform == "ios" else house.android(name)


@pytest.fixture
def phone(house: Household, platform: str) -> Phone:
    phone = get_phone(house, platform)
    phone.enrol("GitHub")
    return phone


def sign_in(phone: Phone, account: str = MSA) -> None:
    phone.house.world.personal.sign_in(phone.device, account)


@pytest.fixture
def backed_up(phone: Phone) -> Phone:
    sign_in(phone)
    phone.enable()
    return phone


def plant(phone: Phone, blob: bytes) -> None:
    """Put other bytes in the place of the stored backup."""
    world = phone.house.world
    if phone.device.platform == "ios":
        container = world.icloud.account("mika@icloud.example").container
        (key,) = [key for key in container if key.startswith("backup-")]
        container[key] = blob
    else:
        world.microsoft.put(phone.device, MSA, blob)


def stored(phone: Phone) -> bytes | None:
    blobs = phone.house.cloud_blobs()
    return blobs[0][1] if blobs else None


# Switching it on


def test_nothing_is_stored_until_it_is_switched_on(phone: Phone) -> None:
    sign_in(phone)
    phone.open()
    assert stored(phone) is None
    assert not phone.status().on


def test_the_only_signed_in_account_needs_no_naming(phone: Phone) -> None:
    sign_in(phone)
    phone.enable(None)
    assert phone.status().recovery_account == MSA
    assert phone.screen.toggles[0].on


@pytest.mark.parametrize("account", [None, MSA])
def test_signed_out_is_something_went_wrong_and_signing_in_cures_it(
    phone: Phone, account: str | None
) -> None:
    assert refused(lambda: phone.enable(account)) == "signed-out"
    assert phone.screen.message_id == "something-went-wrong"
    assert phone.screen.title == "Something went wrong"
    assert phone.screen.buttons == ("Continue", "Change account")
    assert not phone.status().on
    assert stored(phone) is None
    sign_in(phone)
    phone.enable(account)
    assert phone.status().on


def test_of_two_signed_in_accounts_one_has_to_be_named(phone: Phone) -> None:
    sign_in(phone)
    sign_in(phone, OTHER)
    assert refused(lambda: phone.enable(None)) == "signed-out"
    phone.enable(OTHER)
    assert phone.status().recovery_account == OTHER


def test_a_work_account_is_no_recovery_account(phone: Phone) -> None:
    phone.add(WORK)
    assert refused(lambda: phone.enable(WORK)) == "not-personal"
    assert not phone.status().on
    assert (
        refused(lambda: get_phone(phone.house, phone.device.platform, "new").restore(WORK)) == "not-personal"
    )


@pytest.mark.parametrize(
    ("switch", "message"), [("icloud-backup", "gate-backup"), ("app-toggle", "gate-saved-to-icloud")]
)
def test_on_ios_two_settings_come_first(house: Household, switch: str, message: str) -> None:
    phone = house.iphone()
    sign_in(phone)
    house.world.icloud.set_switch(phone.ios, switch, False)
    assert refused(phone.enable) == "backup-off"
    assert phone.screen.message_id == message
    house.world.icloud.set_switch(phone.ios, switch, True)
    phone.enable()


def test_on_ios_the_settings_are_looked_at_in_order(house: Household) -> None:
    phone = house.iphone(apple=None)
    assert refused(phone.enable) == "signed-out"
    assert phone.screen.message_id == "gate-icloud"
    house.sign_in_to_icloud(phone)
    for switch in ("app-toggle", "icloud-backup"):
        house.world.icloud.set_switch(phone.ios, switch, False)
    refused(phone.enable)
    assert phone.screen.message_id == "gate-backup"


def test_keychain_and_drive_do_not_matter_to_the_older_backup(house: Household) -> None:
    phone = house.iphone()
    sign_in(phone)
    for switch in ("icloud-keychain", "icloud-drive"):
        house.world.icloud.set_switch(phone.ios, switch, False)
    phone.enable()
    assert phone.status().on


@pytest.mark.parametrize(
    ("platform", "day", "version", "on"),
    [
        ("ios", instant(2018, 4, 23), "5.6.0", False),
        ("ios", instant(2018, 4, 24), "5.7.0", True),
        ("ios", instant(2018, 4, 24), "5.6.0", False),
        ("android", instant(2019, 9, 11), "6.5.0", False),
        ("android", instant(2019, 9, 12), "6.6.0", True),
    ],
)
def test_the_first_versions_with_a_backup(platform: str, day: int, version: str, on: bool) -> None:
    house = Household(day)
    house_phone = house.iphone if platform == "ios" else house.android
    phone = house_phone(version=version)
    sign_in(phone)
    if on:
        phone.enable()
    else:
        assert refused(phone.enable) == "unavailable"
        assert refused(lambda: phone.restore(MSA)) == "unavailable"
    assert phone.status().on is on


# Following the list


def test_every_change_is_stored_at_once(backed_up: Phone) -> None:
    house = backed_up.house
    first = stored(backed_up)
    house.wait(DAY_MS)
    backed_up.enrol("GitLab")
    assert backed_up.status().last_good_ms == house.world.now_ms
    assert backed_up.status().accounts == 2
    assert stored(backed_up) != first
    house.wait(DAY_MS)
    backed_up.remove("GitHub")
    assert backed_up.status().accounts == 1
    new = get_phone(house, backed_up.device.platform, "new")
    new.restore(MSA)
    assert new.labels() == ["GitLab"]


def test_an_expired_sign_in_is_a_red_dot_and_leaves_new_accounts_out(backed_up: Phone) -> None:
    house, good_ms = backed_up.house, backed_up.status().last_good_ms
    house.world.personal.expire_sessions(MSA)
    backed_up.enrol("GitLab")
    assert backed_up.screen.message_id == "backup-stale"
    backed_up.open()
    assert backed_up.screen.message_id == "backup-stale"
    assert backed_up.status().warning == "stale"
    assert backed_up.status().last_good_ms == good_ms
    new = get_phone(house, backed_up.device.platform, "new")
    new.restore(MSA)
    assert new.labels() == ["GitHub"]


def test_signing_in_again_takes_the_red_dot_away(backed_up: Phone) -> None:
    house = backed_up.house
    house.world.personal.expire_sessions(MSA)
    assert backed_up.status().warning == "stale", "even before anything has changed"
    backed_up.enrol("GitLab")
    sign_in(backed_up)
    backed_up.open()
    assert backed_up.status().warning == ""
    assert backed_up.status().accounts == 2


def test_a_change_made_offline_goes_up_at_the_next_opening(backed_up: Phone) -> None:
    network = backed_up.house.world.network
    network.partition(backed_up.id, "*")
    backed_up.scan("otpauth://totp/GitLab:mika?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=GitLab")
    assert backed_up.status().warning == "stale"
    backed_up.start()
    assert backed_up.status().warning == "stale", "remembered across a crash"
    network.heal(backed_up.id, "*")
    backed_up.open()
    assert backed_up.status().warning == ""
    assert backed_up.status().accounts == 2


def test_an_ios_switch_turned_off_later_makes_it_stale(house: Household) -> None:
    phone = house.iphone()
    sign_in(phone)
    phone.enable()
    house.world.icloud.set_switch(phone.ios, "icloud-backup", False)
    phone.enrol("GitLab")
    assert phone.status().warning == "stale"


# An older backup in the way


def test_enabling_before_restoring_asks_and_erases_only_after_a_yes(backed_up: Phone) -> None:
    house, before = backed_up.house, stored(backed_up)
    new = get_phone(house, backed_up.device.platform, "new")
    sign_in(new)
    for answer in (None, False):
        assert refused(partial(new.enable, MSA, answer)) == "already-exists"
        assert new.screen.message_id == "erase-existing-backup"
        assert MSA in new.screen.message
        assert stored(backed_up) == before
        assert not new.status().on
    new.enable(MSA, erase_existing=True)
    assert new.status().accounts == 0
    third = get_phone(house, backed_up.device.platform, "third")
    assert third.restore(MSA).ready == 0


def test_after_a_restore_enabling_asks_nothing_and_keeps_everything(backed_up: Phone) -> None:
    new = get_phone(backed_up.house, backed_up.device.platform, "new")
    new.restore(MSA)
    assert not new.status().on
    new.enable()
    new.enrol("GitLab")
    third = get_phone(backed_up.house, backed_up.device.platform, "third")
    third.restore(MSA)
    assert third.labels() == ["GitHub", "GitLab"]


def test_the_second_of_two_phones_to_back_up_replaces_the_firsts_copy(backed_up: Phone) -> None:
    second = get_phone(backed_up.house, backed_up.device.platform, "second")
    sign_in(second)
    second.enable(erase_existing=True)
    second.enrol("GitLab")
    third = get_phone(backed_up.house, backed_up.device.platform, "third")
    third.restore(MSA)
    assert third.labels() == ["GitLab"]


# Deleting, and the wrong account


def test_switching_off_deletes_and_the_right_account_is_chosen_anew(backed_up: Phone) -> None:
    house = backed_up.house
    sign_in(backed_up, OTHER)
    assert refused(lambda: backed_up.enable(OTHER)) == "already-exists"
    assert backed_up.screen.message_id == "turn-off-first"
    backed_up.disable()
    assert stored(backed_up) is None
    assert not backed_up.status().on
    backed_up.enable(OTHER)
    new = get_phone(house, backed_up.device.platform, "new")
    assert refused(lambda: new.restore(MSA)) == "wrong-account"
    assert new.restore(OTHER).ready == 1


def test_what_cannot_be_deleted_stays_on(backed_up: Phone) -> None:
    network = backed_up.house.world.network
    network.partition(backed_up.id, "*")
    assert refused(backed_up.disable) == "offline"
    network.heal(backed_up.id, "*")
    assert backed_up.status().on
    assert stored(backed_up) is not None
    backed_up.house.world.personal.expire_sessions(MSA)
    assert refused(backed_up.disable) == "signed-out"
    assert backed_up.status().on


def test_off_and_no_way_back_on_leaves_no_backup(backed_up: Phone) -> None:
    backed_up.disable()
    backed_up.house.world.network.partition(backed_up.id, "*")
    assert refused(backed_up.enable) == "offline"
    assert not backed_up.status().on
    assert stored(backed_up) is None


def test_switching_off_what_is_off_is_told(phone: Phone) -> None:
    assert refused(phone.disable) == "backup-off"


# Restoring


def test_accounts_in_the_app_block_a_restore(backed_up: Phone) -> None:
    new = get_phone(backed_up.house, backed_up.device.platform, "new")
    new.enrol("GitLab")
    assert refused(lambda: new.restore(MSA)) == "accounts-present"
    assert new.labels() == ["GitLab"]
    new.remove("GitLab")
    assert new.restore(MSA).ready == 1


def test_the_wrong_account_is_unable_to_recover_and_harms_nothing(backed_up: Phone) -> None:
    new = get_phone(backed_up.house, backed_up.device.platform, "new")
    before = stored(backed_up)
    assert refused(lambda: new.restore(OTHER)) == "wrong-account"
    assert new.screen.message_id == "unable-to-recover"
    assert new.screen.title == "Unable to recover"
    assert OTHER in new.screen.message
    assert (new.rows(), stored(backed_up)) == ([], before)
    assert new.restore(MSA).ready == 1


def test_a_backup_that_bears_another_accounts_mark_is_refused(backed_up: Phone) -> None:
    new = get_phone(backed_up.house, backed_up.device.platform, "new")
    new.house.world.personal.sign_in(new.device, MSA)
    key = new.services.identity_recovery_key(MSA)
    blob = seal(b"{}", key, platform=new.device.platform, now_ms=0, random=new.services.random, account=OTHER)
    plant(backed_up, blob)
    assert refused(lambda: new.restore(MSA)) == "wrong-account"
    assert new.screen.message_id == "unable-to-recover"


def test_restoring_signs_in_and_cannot_where_only_the_lost_phone_could_prove_it() -> None:
    house = Household(BEFORE)
    lonely = "lonely@outlook.example"
    house.world.personal.create(lonely, "Mika", proofs=("password", "authenticator"))
    old = house.android("old")
    old.add(lonely)
    old.enable(lonely)
    old.lose()
    new = house.android("new")
    assert refused(lambda: new.restore(lonely)) == "circular"
    assert new.screen.message_id == "circular"
    assert new.rows() == []


def test_a_restore_without_an_account_asks_for_one(backed_up: Phone) -> None:
    new = get_phone(backed_up.house, backed_up.device.platform, "new")
    assert refused(new.restore) == "signed-out"
    assert new.screen.message_id == "sign-in-to-recover"
    sign_in(new)
    assert new.restore().ready == 1


def test_on_ios_the_icloud_account_has_to_be_the_same_too() -> None:
    house = Household(BEFORE)
    house.world.icloud.create("work@icloud.example", "Mika")
    old = house.iphone("old")
    old.enrol("GitHub")
    sign_in(old)
    old.enable()
    new = house.iphone("new", apple="work@icloud.example")
    assert refused(lambda: new.restore(MSA)) == "wrong-account"
    house.world.icloud.sign_out(new.ios)
    assert refused(lambda: new.restore(MSA)) == "signed-out"
    house.sign_in_to_icloud(new)
    assert new.restore(MSA).ready == 1


@pytest.mark.parametrize(("made_on", "restored_on"), [("ios", "android"), ("android", "ios")])
def test_a_backup_never_changes_sides(made_on: str, restored_on: str) -> None:
    house = Household(BEFORE)
    old = get_phone(house, made_on, "old")
    old.enrol("GitHub")
    sign_in(old)
    old.enable()
    new = get_phone(house, restored_on, "new")
    assert refused(lambda: new.restore(MSA)) == "wrong-account"
    # Even somebody who carries the blob over by hand gets nowhere.
    blob = stored(old)
    assert blob
    new.enrol("GitLab")
    new.enable()
    new.remove("GitLab")
    plant_for(new, blob)
    assert refused(lambda: new.restore(MSA)) == "wrong-platform"
    assert new.rows() == []


def plant_for(phone: Phone, blob: bytes) -> None:
    if phone.device.platform == "ios":
        container = phone.house.world.icloud.account("mika@icloud.example").container
        for key in container:
            container[key] = blob
    else:
        phone.house.world.microsoft.put(phone.device, MSA, blob)


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "a flipped bit at the end": lambda blob: blob[:-1] + bytes([blob[-1] ^ 1]),
    "a flipped bit in the header": lambda blob: blob[:20] + bytes([blob[20] ^ 1]) + blob[21:],
    "half of it": lambda blob: blob[: len(blob) // 2],
    "nothing of it": lambda blob: b"",
    "something else": lambda blob: b'{"entries": []}',
    "more than it": lambda blob: blob + b"x",
}


@pytest.mark.parametrize("damage", list(DAMAGE))
def test_a_damaged_backup_is_refused_whole(backed_up: Phone, damage: str) -> None:
    good = stored(backed_up)
    assert good
    plant(backed_up, DAMAGE[damage](good))
    new = get_phone(backed_up.house, backed_up.device.platform, "new")
    assert refused(lambda: new.restore(MSA)) == "tampered"
    assert new.rows() == []
    plant(backed_up, good)
    assert new.restore(MSA).ready == 1


def newer(blob: bytes) -> bytes:
    return blob[:8] + bytes([blob[8] + 1]) + blob[9:]


def test_a_newer_backup_is_neither_guessed_nor_overwritten(backed_up: Phone) -> None:
    good = stored(backed_up)
    assert good
    plant(backed_up, newer(good))
    new = get_phone(backed_up.house, backed_up.device.platform, "new")
    assert refused(lambda: new.restore(MSA)) == "newer-format"
    assert refused(lambda: new.enable(MSA, erase_existing=True)) == "newer-format"
    backed_up.enrol("GitLab")
    assert backed_up.status().warning == "stale"
    assert stored(backed_up) == newer(good)


def test_one_bad_entry_does_not_take_the_others_along(backed_up: Phone) -> None:
    backed_up.house.world.personal.sign_in(backed_up.device, MSA)
    key = backed_up.services.identity_recovery_key(MSA)
    good = {
        "id": "1",
        "issuer": "GitLab",
        "name": "mika",
        "kind": "third-party",
        "form": {},
        "secret": "MTIz",
    }
    entries = [
        good,
        {**good, "id": "2", "issuer": "Acme", "form": {"digits": 99}},
        {**good, "id": "3", "issuer": "Bank", "secret": None},
        {**good, "id": "4", "issuer": "Shop", "kind": "nonsense"},
        ["not even an entry"],
        {**good, "id": "6", "issuer": "Site"},
    ]
    content = msgspec.json.encode({"entries": entries})
    platform = backed_up.device.platform
    services = backed_up.services
    blob = seal(content, key, platform=platform, now_ms=0, random=services.random, account=MSA)
    plant(backed_up, blob)
    new = get_phone(backed_up.house, platform, "new")
    restored = new.restore(MSA)
    assert restored.ready == 2
    assert sorted(restored.missing) == ["Acme (mika)", "Bank (mika)", "Shop (mika)", "entry 5"]
    assert new.labels() == ["GitLab", "Site"]
    assert new.screen.message_id == ""  # the list, asked for again
    assert any(view.message_id == "restored-in-part" for view in new.services.screens)


def test_a_personal_code_whose_proof_is_refused_becomes_a_name(phone: Phone) -> None:
    house = phone.house
    phone.add(MSA)
    phone.enable()
    house.world.personal.remove_device(MSA, phone.id)
    new = get_phone(house, phone.device.platform, "new")
    restored = new.restore(MSA)
    assert (restored.ready, restored.sign_in) == (1, 1)
    assert refused(lambda: new.code("Microsoft")) == "needs-sign-in"
    new.sign_in("Microsoft")
    house.world.personal.check_code(MSA, new.code("Microsoft"))


def test_an_old_ios_app_keeps_the_older_backup_after_the_change() -> None:
    house = Household(AFTER)
    phone = house.iphone(version="6.8.20")
    phone.enrol("GitHub")
    sign_in(phone)
    phone.enable()
    assert phone.status().recovery_account == MSA
    new = house.iphone("new", version="6.8.20")
    assert new.restore(MSA).ready == 1
