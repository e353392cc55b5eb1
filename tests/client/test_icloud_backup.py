"""The backup that makes itself: iOS from September 2025."""

from __future__ import annotations

import pytest
from household import AFTER, APPLE, BEFORE, MSA, WORK, Household, Phone, refused

from lostphone.base.clock import DAY_MS, instant
from lostphone.client.reference.document import BackupEntry, write_document
from lostphone.client.reference.sealing import seal

SWITCHES = ("icloud-drive", "icloud-keychain", "icloud-backup", "app-toggle")
CHANGE = instant(2025, 9, 1)


@pytest.fixture
def house() -> Household:
    return Household(AFTER)


@pytest.fixture
def old(house: Household) -> Phone:
    """A phone whose backup is written."""
    old = house.iphone("old")
    old.enrol("GitHub")
    old.add(WORK)
    return old


def switch(phone: Phone, name: str, on: bool) -> None:
    phone.house.world.icloud.set_switch(phone.ios, name, on)


# Writing


def test_it_begins_by_itself_and_names_no_microsoft_account(house: Household, old: Phone) -> None:
    status = old.status()
    assert (status.on, status.recovery_account, status.accounts, status.warning) == (True, None, 2, "")
    assert status.last_good_ms == house.world.now_ms
    assert old.screen.toggles == ()
    assert house.world.microsoft.slots() == {}


def test_the_app_has_no_toggle_of_its_own(old: Phone) -> None:
    for act in (old.enable, old.disable):
        assert refused(act) == "unavailable"
        assert old.screen.message_id == "backup-in-settings"


@pytest.mark.parametrize("answer", ["page", "message-center", "current-page"])
@pytest.mark.parametrize("off", SWITCHES)
def test_every_setting_that_the_day_calls_for_has_to_be_on(answer: str, off: str) -> None:
    needed = {
        "page": {"icloud-keychain", "icloud-backup", "app-toggle"},
        "message-center": {"icloud-keychain"},
        "current-page": set(SWITCHES),
    }[answer]
    house = Household(AFTER, {"Q02": answer})
    old = house.iphone("old")
    switch(old, off, False)
    old.enrol("GitHub")
    old.open()
    assert old.status().on is (off not in needed)
    assert old.screen.message_id == "", "no warning of what the person has chosen"
    new = house.iphone("new")
    new.open()
    assert new.labels() == ([] if off in needed else ["GitHub"])


def test_a_toggle_that_is_no_gate_still_keeps_the_names_out_of_icloud() -> None:
    house = Household(AFTER, {"Q02": "message-center"})
    old = house.iphone("old")
    switch(old, "app-toggle", False)
    old.enrol("GitHub")
    old.add(WORK)
    assert (old.status().on, old.status().warning) == (True, "")
    assert house.cloud_blobs() == []
    new = house.iphone("new")
    new.open()
    assert new.labels() == ["GitHub"]


def test_without_an_apple_account_there_is_nothing(house: Household) -> None:
    phone = house.iphone(apple=None)
    phone.enrol("GitHub")
    phone.open()
    assert not phone.status().on
    assert refused(phone.restore) == "accounts-present"
    other = house.iphone("other", apple=None)
    assert refused(other.restore) == "signed-out"
    assert other.screen.message_id == "gate-icloud"


def test_switched_on_and_never_opened_writes_nothing(house: Household) -> None:
    old = house.iphone("old")
    switch(old, "icloud-keychain", False)
    old.enrol("GitHub")
    old.open()
    switch(old, "icloud-keychain", True)
    old.rows()
    old.code("GitHub")
    assert house.cloud_blobs() == []
    assert old.status().last_good_ms is None
    new = house.iphone("new")
    new.open()
    assert new.rows() == []


def test_opening_once_is_enough(house: Household) -> None:
    old = house.iphone("old")
    switch(old, "icloud-keychain", False)
    old.enrol("GitHub")
    switch(old, "icloud-keychain", True)
    old.open()
    new = house.iphone("new")
    new.open()
    assert new.labels() == ["GitHub"]


def test_opting_out_keeps_what_is_stored_and_says_nothing(house: Household, old: Phone) -> None:
    switch(old, "app-toggle", False)
    old.enrol("GitLab")
    old.remove("GitHub")
    assert old.screen.message_id == ""
    assert not old.status().on
    new = house.iphone("new")
    new.open()
    assert new.labels() == ["GitHub", "Microsoft Entra ID"]


def test_what_was_deleted_while_off_leaves_the_backup_when_it_is_on_again(
    house: Household, old: Phone
) -> None:
    switch(old, "app-toggle", False)
    old.remove("GitHub")
    switch(old, "app-toggle", True)
    old.open()
    new = house.iphone("new")
    new.open()
    assert new.labels() == ["Microsoft Entra ID"]


def test_a_full_storage_holds_up_names_and_not_secrets(house: Household, old: Phone) -> None:
    good_ms = old.status().last_good_ms
    house.wait(DAY_MS)
    house.world.icloud.fill(APPLE)
    old.enrol("GitLab")
    assert old.status().warning == "stale"
    assert old.screen.message_id == "icloud-backup-stale"
    assert old.status().last_good_ms == good_ms
    new = house.iphone("new")
    new.open()
    assert new.labels() == ["GitHub", "Microsoft Entra ID", "GitLab"]
    house.world.icloud.free(APPLE)
    old.open()
    assert old.status().warning == ""


def test_where_a_full_storage_blocks_the_keychain_too_the_new_code_is_lost() -> None:
    house = Household(AFTER, {"Q07": "blocked"})
    old = house.iphone("old")
    old.enrol("GitHub")
    house.world.icloud.fill(APPLE)
    old.enrol("GitLab")
    new = house.iphone("new")
    new.open()
    assert new.labels() == ["GitHub"]


def test_a_change_made_offline_goes_up_later(house: Household, old: Phone) -> None:
    house.world.network.partition(old.id, "icloud")
    old.enrol("GitLab")
    assert old.status().warning == "stale"
    house.world.network.heal(old.id, "icloud")
    house.world.icloud.sync(old.ios)
    old.open()
    assert old.status().warning == ""
    new = house.iphone("new")
    new.open()
    assert "GitLab" in new.labels()


# Which app, which system, which day


@pytest.mark.parametrize(
    ("at_ms", "version", "os_version", "expected"),
    [
        (CHANGE, "6.8.33", "18.5", "icloud"),
        (CHANGE - 1, "6.8.33", "18.5", "microsoft"),
        (CHANGE, "6.8.20", "18.5", "microsoft"),
        (CHANGE, "6.8.33", "16.0", "icloud"),
        (CHANGE, "6.8.33", "15.8", "none"),
        (CHANGE, "6.8.20", "15.8", "microsoft"),
    ],
)
def test_which_backup_there_is(at_ms: int, version: str, os_version: str, expected: str) -> None:
    house = Household(at_ms)
    phone = house.iphone(version=version, os_version=os_version)
    phone.enrol("GitHub")
    house.world.personal.sign_in(phone.device, MSA)
    assert phone.status().on is (expected == "icloud")
    if expected == "microsoft":
        phone.enable()
        assert phone.status().on
    else:
        assert refused(phone.enable) == "unavailable"
        message = "backup-in-settings" if expected == "icloud" else "no-backup-feature"
        assert phone.screen.message_id == message
    if expected == "none":
        assert refused(phone.restore) == "unavailable"


def test_an_update_on_an_old_system_takes_the_older_backup_away() -> None:
    house = Household(BEFORE)
    phone = house.iphone(os_version="15.8")
    phone.enrol("GitHub")
    house.world.personal.sign_in(phone.device, MSA)
    phone.enable()
    house.wait_until(AFTER)
    phone.update("6.8.33")
    phone.open()
    assert not phone.status().on
    assert phone.labels() == ["GitHub"]


def backed_up_before() -> tuple[Household, Phone]:
    house = Household(BEFORE)
    old = house.iphone("old")
    old.enrol("GitHub")
    house.world.personal.sign_in(old.device, MSA)
    old.enable()
    house.wait_until(AFTER)
    return house, old


def test_a_backup_of_before_the_change_cannot_be_reached_any_more() -> None:
    house, old = backed_up_before()
    old.lose()
    new = house.iphone("new")
    house.world.personal.sign_in(new.device, MSA)
    new.open()
    assert new.rows() == []
    assert refused(lambda: new.restore(MSA)) == "no-backup"


def test_the_old_phone_writes_it_anew_once_updated_and_opened() -> None:
    house, old = backed_up_before()
    old.update("6.8.33")
    assert not house.iphone("early").labels()
    old.open()
    assert old.status().recovery_account is None
    new = house.iphone("new")
    new.open()
    assert new.labels() == ["GitHub"]


@pytest.mark.parametrize(("answer", "came"), [("unreachable", []), ("migrated", ["GitHub"])])
def test_whether_an_update_alone_carries_it_over(answer: str, came: list[str]) -> None:
    house = Household(BEFORE, {"Q03": answer})
    old = house.iphone("old")
    old.enrol("GitHub")
    house.world.personal.sign_in(old.device, MSA)
    old.enable()
    house.wait_until(AFTER)
    old.update("6.8.33")
    old.lose()
    new = house.iphone("new")
    new.open()
    assert new.labels() == came


# Appearing on a new phone


def test_a_restore_needs_no_account_and_overlooks_one_that_is_given(house: Household, old: Phone) -> None:
    new = house.iphone("new")
    restored = new.restore("nobody@nowhere.example")
    assert (restored.ready, restored.sign_in) == (1, 1)
    assert new.restore() == restored
    assert len(new.rows()) == 2
    assert not house.world.personal.sessions("new")


def test_names_ask_to_sign_in(house: Household, old: Phone) -> None:
    new = house.iphone("new")
    new.open()
    assert new.screen.message_id == "sign-in-to-restore"
    assert [row.action for row in new.screen.rows] == ["", "Sign in to restore your account"]
    new.sign_in("Microsoft Entra ID")
    new.open()
    assert new.screen.message_id == ""


@pytest.mark.parametrize(("answer", "ready"), [("page", True), ("message-center", False)])
def test_the_code_of_a_personal_account(answer: str, ready: bool) -> None:
    house = Household(AFTER, {"Q01": answer})
    old = house.iphone("old")
    old.add(MSA)
    secret = next(value.value for key, value in old.device.keystore.items.items() if "otp/" in key)
    shared = [item.value for item in old.device.keystore.of("synchronizable").values()]
    assert any(house.secrets().find(item) for item in shared) is ready
    assert len(secret) == 20
    new = house.iphone("new")
    new.open()
    assert new.row("Microsoft").ready is ready
    if ready:
        house.world.personal.check_code(MSA, new.code("Microsoft"))
        house.world.personal.check_code(MSA, old.code("Microsoft"))
    else:
        assert refused(lambda: new.code("Microsoft")) == "needs-sign-in"


def test_another_apple_account_shows_an_empty_list_until_reinstalled_under_the_right_one(
    house: Household, old: Phone
) -> None:
    house.world.icloud.create("work@icloud.example", "Mika")
    new = house.iphone("new", apple="work@icloud.example")
    new.open()
    assert new.rows() == []
    assert new.screen.message_id == "", "an empty list, and no error"
    house.world.icloud.sign_out(new.ios)
    house.sign_in_to_icloud(new)
    new.open()
    assert new.rows() == []
    assert refused(new.restore) == "no-backup"
    assert new.screen.message_id == "no-backup-found"
    new.install()
    new.open()
    assert new.labels() == ["GitHub", "Microsoft Entra ID"]


def test_opened_before_the_keychain_was_there(house: Household, old: Phone) -> None:
    new = house.iphone("new", apple=None)
    house.world.icloud.sign_in(new.ios, APPLE)
    new.open()
    assert new.rows() == []
    house.world.icloud.join_keychain(new.ios)
    new.open()
    assert new.rows() == []
    new.install()
    new.open()
    assert new.labels() == ["GitHub", "Microsoft Entra ID"]


def test_being_offline_at_first_is_no_reason_to_give_up(house: Household, old: Phone) -> None:
    new = house.iphone("new")
    house.world.network.partition(new.id, "icloud")
    new.open()
    assert new.rows() == []
    assert refused(new.restore) == "offline"
    house.world.network.heal(new.id, "icloud")
    new.open()
    assert len(new.rows()) == 2


def test_looking_at_an_empty_list_is_not_the_last_look(house: Household, old: Phone) -> None:
    new = house.iphone("new", apple=None)
    assert new.rows() == []
    house.sign_in_to_icloud(new)
    assert len(new.rows()) == 2


def test_a_key_made_before_the_keychain_was_there_costs_nothing(house: Household, old: Phone) -> None:
    new = house.iphone("new", apple=None)
    house.world.icloud.sign_in(new.ios, APPLE)
    new.enrol("GitLab")
    house.world.icloud.join_keychain(new.ios)
    new.open()
    old.open()
    third = house.iphone("third")
    third.open()
    assert sorted(third.labels()) == ["GitHub", "GitLab", "Microsoft Entra ID"]
    names = [place for place, _ in house.cloud_blobs()]
    assert len(names) == 1, "the two documents have become one"


def test_without_keychain_on_the_old_phone_nothing_arrives_although_icloud_backup_is_fresh(
    house: Household,
) -> None:
    old = house.iphone("old")
    switch(old, "icloud-keychain", False)
    old.enrol("GitHub")
    old.open()
    house.world.icloud.backup_now(old.ios)
    assert not old.status().on
    new = house.iphone("new", apple=None)
    house.world.icloud.restore_device(new.ios, APPLE, "old")
    new.start()
    new.open()
    assert new.rows() == []


def test_a_secret_that_did_not_come_is_named(house: Household, old: Phone) -> None:
    old.enrol("GitLab")
    lost = old.row("GitLab").id
    old.services.keychain_delete(f"backup/{lost}")
    new = house.iphone("new")
    restored = new.restore()
    assert restored.missing == ("GitLab (mika@example.com)",)
    assert new.labels() == ["GitHub", "Microsoft Entra ID"]
    assert "restored-in-part" in {view.message_id for view in new.services.screens}


@pytest.mark.parametrize(
    ("at", "code"), [(0, "tampered"), (8, "newer-format"), (-1, "tampered")], ids=["magic", "version", "end"]
)
def test_a_names_document_that_cannot_be_read_is_refused(
    house: Household, old: Phone, at: int, code: str
) -> None:
    container = house.world.icloud.account(APPLE).container
    ((place, good),) = container.items()
    bad = bytearray(good)
    bad[at] ^= 2
    container[place] = bytes(bad)
    new = house.iphone("new")
    new.open()
    assert (new.screen.message_id, new.screen.rows) == (code, ())
    assert refused(new.restore) == code
    if code == "newer-format":
        old.enrol("GitLab")
        assert container[place] == bytes(bad)
        assert old.status().warning == "stale"
    else:
        old.open()
        assert old.status().warning == ""
    container[place] = good
    assert new.restore().ready == 1 or code == "newer-format"


def test_a_names_document_of_the_other_kind_of_phone_is_refused(house: Household, old: Phone) -> None:
    container = house.world.icloud.account(APPLE).container
    ((place, _),) = container.items()
    items = old.device.keystore.items
    (key,) = [item.value for name, item in items.items() if name.startswith("backup-key/")]
    content = write_document([BackupEntry("1", "Acme", "mika", "work")])
    container[place] = seal(content, key, platform="android", now_ms=0, random=old.services.random)
    new = house.iphone("new")
    assert refused(new.restore) == "wrong-platform"
    assert new.rows() == []


def test_a_document_that_opens_and_makes_no_sense_is_refused(house: Household, old: Phone) -> None:
    container = house.world.icloud.account(APPLE).container
    ((place, _),) = container.items()
    items = old.device.keystore.items
    (key,) = [item.value for name, item in items.items() if name.startswith("backup-key/")]
    container[place] = seal(b"[]", key, platform="ios", now_ms=0, random=old.services.random)
    assert refused(house.iphone("new").restore) == "tampered"


# Two devices


def test_deleting_on_one_device_leaves_the_other_alone(house: Household, old: Phone) -> None:
    tablet = house.iphone("tablet")
    tablet.open()
    tablet.remove("GitHub")
    old.open()
    assert old.labels() == ["GitHub", "Microsoft Entra ID"]
    house.world.sites.check("GitHub", "Mika", old.code("GitHub"))


def test_what_another_device_still_has_is_in_the_backup_again(house: Household, old: Phone) -> None:
    tablet = house.iphone("tablet")
    tablet.open()
    tablet.remove("GitHub")
    before = house.iphone("before")
    before.open()
    assert before.labels() == ["Microsoft Entra ID"]
    old.open()
    after = house.iphone("after")
    after.open()
    assert "GitHub" in after.labels()


def test_adding_on_one_device_does_not_appear_on_the_other(house: Household, old: Phone) -> None:
    tablet = house.iphone("tablet")
    tablet.open()
    tablet.enrol("GitLab")
    old.open()
    assert old.labels() == ["GitHub", "Microsoft Entra ID"]
    third = house.iphone("third")
    third.open()
    assert sorted(third.labels()) == ["GitHub", "GitLab", "Microsoft Entra ID"]


def test_a_stale_device_does_not_overwrite_a_newer_secret(house: Household, old: Phone) -> None:
    tablet = house.iphone("tablet")
    tablet.open()
    tablet.enrol("GitHub")
    old.open()
    third = house.iphone("third")
    third.open()
    house.world.sites.check("GitHub", "Mika", third.code("GitHub"))
    assert refused(lambda: house.world.sites.check("GitHub", "Mika", old.code("GitHub"))) == "wrong-code"


def test_of_two_counters_the_further_one_is_kept(house: Household) -> None:
    house.world.sites.open("Bank", kind="hotp", forward_steps=0)
    old = house.iphone("old")
    old.enrol("Bank")
    tablet = house.iphone("tablet")
    tablet.open()
    house.world.sites.check("Bank", "Mika", tablet.code("Bank"))
    old.open()
    third = house.iphone("third")
    third.open()
    house.world.sites.check("Bank", "Mika", third.code("Bank"))


@pytest.fixture
def synced() -> tuple[Household, Phone, Phone]:
    house = Household(AFTER, {"Q05": "sync"})
    phone = house.iphone("phone")
    phone.enrol("GitHub")
    phone.add(WORK)
    tablet = house.iphone("tablet")
    tablet.open()
    return house, phone, tablet


def test_where_the_lists_are_one_deleting_goes_everywhere(synced: tuple[Household, Phone, Phone]) -> None:
    _, phone, tablet = synced
    tablet.remove("GitHub")
    phone.open()
    assert phone.labels() == ["Microsoft Entra ID"]


def test_where_the_lists_are_one_adding_and_replacing_go_everywhere(
    synced: tuple[Household, Phone, Phone],
) -> None:
    house, phone, tablet = synced
    tablet.enrol("GitLab")
    tablet.enrol("GitHub")
    phone.open()
    assert phone.labels() == ["GitHub", "Microsoft Entra ID", "GitLab"]
    for site in ("GitHub", "GitLab"):
        house.world.sites.check(site, "Mika", phone.code(site))


def test_with_keychain_off_a_phone_keeps_its_list(synced: tuple[Household, Phone, Phone]) -> None:
    _, phone, tablet = synced
    switch(phone, "icloud-keychain", False)
    tablet.remove("GitHub")
    phone.open()
    assert phone.labels() == ["GitHub", "Microsoft Entra ID"]


def test_where_the_lists_are_one_an_empty_first_look_still_waits_for_a_reinstall() -> None:
    house = Household(AFTER, {"Q05": "sync"})
    phone = house.iphone("phone")
    phone.enrol("GitHub")
    tablet = house.iphone("tablet", apple=None)
    tablet.open()
    house.sign_in_to_icloud(tablet)
    tablet.open()
    assert tablet.rows() == []
    tablet.install()
    tablet.open()
    assert tablet.labels() == ["GitHub"]
