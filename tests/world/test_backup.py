"""iCloud Backup: when it runs, what it holds, how long it is kept, and on which phone it opens."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lostphone.base.clock import DAY_MS, HOUR_MS, SECOND_MS, instant
from lostphone.refusal import Refusal
from lostphone.world.clouds.backup import last_night_ms, next_night_ms
from lostphone.world.devices.ios import IosDevice
from lostphone.world.devices.keystore import KeyItem
from lostphone.world.world import World

MIKA = "mika@icloud.example"
NOON = instant(2025, 11, 3, 12)
NIGHT = instant(2025, 11, 4, 2)


@pytest.fixture
def world() -> World:
    world = World(seed=9, start_ms=NOON)
    world.icloud.create(MIKA, "Mika")
    return world


@pytest.fixture
def phone(world: World) -> IosDevice:
    phone = iphone(world, "Mika's iPhone")
    phone.install_app("6.8.40")
    write(phone, "state.json", b"one")
    return phone


def iphone(world: World, name: str) -> IosDevice:
    world.add_device(name, "Mika", "ios")
    device = world.ios_device(name)
    world.icloud.sign_in(device, MIKA)
    return device


def write(device: IosDevice, name: str, content: bytes) -> None:
    assert device.app is not None
    device.app.files[name] = content
    device.changed()


def go_to_bed(phone: IosDevice) -> None:
    phone.set(locked=True, charging=True)


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(Refusal) as caught:
        act()
    return caught.value.code


def test_nights_are_at_two() -> None:
    assert next_night_ms(NOON) == NIGHT
    assert next_night_ms(NIGHT - 1) == NIGHT
    assert next_night_ms(NIGHT) == NIGHT + DAY_MS
    assert last_night_ms(NIGHT) == NIGHT
    assert last_night_ms(NIGHT - 1) == NIGHT - DAY_MS


# When it runs


def test_a_phone_in_bed_is_backed_up_at_night(world: World, phone: IosDevice) -> None:
    """D01."""
    go_to_bed(phone)
    world.timeline.advance_to(NIGHT - 1)
    assert world.icloud.latest_backup(MIKA, phone.id) is None
    world.timeline.advance_to(NIGHT)
    backup = world.icloud.latest_backup(MIKA, phone.id)
    assert backup is not None
    assert backup.taken_at_ms == NIGHT
    assert backup.snapshot.files == {"state.json": b"one"}


@pytest.mark.parametrize(
    "missing",
    ["locked", "charging", "on_wifi", "powered", "at_hand", "switch", "signed in", "allowed", "room"],
)
def test_every_condition_counts_and_nothing_is_planned_without_it(
    world: World, phone: IosDevice, missing: str
) -> None:
    """D01, D17, D24, S22."""
    icloud = world.icloud
    phone.set(supervised=True)

    def hold(condition: str, on: bool) -> None:
        if condition == "switch":
            icloud.set_switch(phone, "icloud-backup", on)
        elif condition == "signed in":
            icloud.sign_in(phone, MIKA) if on else icloud.sign_out(phone)
        elif condition == "allowed":
            icloud.allow(phone) if on else icloud.forbid(phone, ["icloud-backup"])
        elif condition == "room":
            icloud.free(MIKA) if on else icloud.fill(MIKA)
        else:
            phone.set(**{condition: on})

    hold(missing, False)
    phone.set(**{name: True for name in ("locked", "charging") if name != missing})
    steps = world.timeline.steps
    world.timeline.advance(30 * DAY_MS)
    assert world.timeline.steps == steps
    assert icloud.backups(MIKA) == []
    hold(missing, True)
    world.timeline.advance(DAY_MS)
    assert icloud.latest_backup(MIKA, phone.id) is not None


def test_a_condition_that_ends_before_the_night_stops_it(world: World, phone: IosDevice) -> None:
    go_to_bed(phone)
    world.timeline.advance_to(NIGHT - 1)
    phone.set(charging=False)
    world.timeline.advance(DAY_MS)
    assert world.icloud.backups(MIKA) == []
    phone.set(charging=True)
    world.timeline.advance(DAY_MS)
    assert len(world.icloud.backups(MIKA)) == 1


def test_nights_without_anything_new_cost_nothing(world: World, phone: IosDevice) -> None:
    go_to_bed(phone)
    world.timeline.advance(365 * DAY_MS)
    assert world.timeline.steps == 1
    write(phone, "state.json", b"two")
    write(phone, "state.json", b"three")
    world.timeline.advance(365 * DAY_MS)
    assert world.timeline.steps == 2
    backup = world.icloud.latest_backup(MIKA, phone.id)
    assert backup is not None
    assert backup.snapshot.files == {"state.json": b"three"}


def test_what_was_undone_before_the_night_is_nothing_new(world: World, phone: IosDevice) -> None:
    go_to_bed(phone)
    world.timeline.advance(DAY_MS)
    write(phone, "state.json", b"two")
    write(phone, "state.json", b"one")
    world.timeline.advance(DAY_MS)
    assert [told.at_ms for told in world.trace if told.verb == "back-up"] == [NIGHT]
    assert world.timeline.steps == 2


def test_a_night_without_a_link_is_told_and_tried_again(world: World, phone: IosDevice) -> None:
    world.network.partition(phone.id, "icloud")
    go_to_bed(phone)
    world.timeline.advance(2 * DAY_MS)
    assert [told.outcome for told in world.trace if told.verb == "back-up"] == ["offline", "offline"]
    world.network.heal(phone.id, "icloud")
    world.timeline.advance(DAY_MS)
    assert [told.outcome for told in world.trace if told.verb == "back-up"] == ["offline", "offline", "ok"]


def test_a_night_that_was_not_due_is_no_failure(world: World, phone: IosDevice) -> None:
    go_to_bed(phone)
    world.network.partition(phone.id, "icloud")
    phone.set(charging=False)
    world.timeline.advance(DAY_MS)
    assert [told for told in world.trace if told.verb == "back-up"] == []


def test_a_slow_night_does_not_move_the_clock(world: World, phone: IosDevice) -> None:
    go_to_bed(phone)
    world.network.slow("icloud", 20 * SECOND_MS)
    world.timeline.advance_to(NIGHT)
    assert world.now_ms == NIGHT
    assert world.icloud.backups(MIKA) == []
    world.timeline.advance(20 * SECOND_MS)
    assert len(world.icloud.backups(MIKA)) == 1


def test_a_phone_that_changed_accounts_is_backed_up_to_the_new_one(world: World, phone: IosDevice) -> None:
    world.icloud.create("other@icloud.example", "Mika")
    go_to_bed(phone)
    world.icloud.sign_out(phone)
    world.icloud.sign_in(phone, "other@icloud.example")
    world.timeline.advance_to(NIGHT)
    assert world.icloud.backups(MIKA) == []
    assert len(world.icloud.backups("other@icloud.example")) == 1


def test_back_up_now_needs_wifi_but_no_power(world: World, phone: IosDevice) -> None:
    world.icloud.backup_now(phone)
    assert len(world.icloud.backups(MIKA)) == 1
    phone.set(on_wifi=False)
    assert refused(lambda: world.icloud.backup_now(phone)) == "offline"
    phone.set(on_wifi=True)
    world.icloud.fill(MIKA)
    assert refused(lambda: world.icloud.backup_now(phone)) == "quota-exceeded"
    world.icloud.free(MIKA)
    world.icloud.set_switch(phone, "icloud-backup", False)
    assert refused(lambda: world.icloud.backup_now(phone)) == "backup-off"
    world.icloud.sign_out(phone)
    assert refused(lambda: world.icloud.backup_now(phone)) == "signed-out"


# What it holds


def test_caches_and_files_marked_so_stay_out(world: World, phone: IosDevice) -> None:
    """D22."""
    write(phone, "cache/icon", b"x")
    write(phone, "no-backup/rows", b"x")
    write(phone, "notes/cache/kept", b"x")
    world.icloud.backup_now(phone)
    backup = world.icloud.latest_backup(MIKA, phone.id)
    assert backup is not None
    assert list(backup.snapshot.files) == ["state.json", "notes/cache/kept"]
    assert backup.snapshot.app_version == "6.8.40"


def store_keys(phone: IosDevice) -> None:
    phone.keystore.items["ordinary"] = KeyItem(b"o", "when-unlocked")
    phone.keystore.items["bound"] = KeyItem(b"b", "this-device-only")
    phone.keystore.items["shared"] = KeyItem(b"s", "synchronizable")


def test_a_different_phone_gets_app_and_files_but_no_keys(world: World, phone: IosDevice) -> None:
    """D05, D07, D09, S02."""
    store_keys(phone)
    world.icloud.backup_now(phone)
    backup = world.icloud.latest_backup(MIKA, phone.id)
    assert backup is not None
    assert list(backup.snapshot.keys) == ["ordinary", "bound"]
    new = iphone(world, "New iPhone")
    heard: list[str] = []
    new.watch(lambda: heard.append("changed"))
    world.icloud.restore_device(new, MIKA, phone.id)
    assert heard == ["changed"]
    assert new.app is not None
    assert (new.app.version, new.app.files) == ("6.8.40", {"state.json": b"one"})
    assert not new.app.opened
    assert new.keystore.items == {}


def test_the_same_phone_gets_its_keys_back_but_none_that_are_shared(world: World, phone: IosDevice) -> None:
    """D05, D09, S03."""
    store_keys(phone)
    world.icloud.backup_now(phone)
    phone.erase()
    world.icloud.restore_device(phone, MIKA, phone.id)
    assert list(phone.keystore.items) == ["ordinary", "bound"]
    assert phone.apple_account == MIKA


def test_the_store_decides_the_version_of_an_app_that_is_there(world: World, phone: IosDevice) -> None:
    world.icloud.backup_now(phone)
    new = iphone(world, "New iPhone")
    new.install_app("6.9.0")
    world.icloud.restore_device(new, MIKA, phone.id)
    assert new.app is not None
    assert (new.app.version, new.app.files) == ("6.9.0", {"state.json": b"one"})


def test_only_a_new_or_erased_phone_is_restored_onto(world: World, phone: IosDevice) -> None:
    world.icloud.backup_now(phone)
    used = iphone(world, "Used iPhone")
    used.install_app("6.8.40")
    write(used, "state.json", b"mine")
    assert refused(lambda: world.icloud.restore_device(used, MIKA, phone.id)) == "not-allowed"
    assert used.app is not None
    assert used.app.files == {"state.json": b"mine"}
    opened = iphone(world, "Opened iPhone")
    opened.install_app("6.8.40")
    assert opened.app is not None
    opened.app.opened = True
    assert refused(lambda: world.icloud.restore_device(opened, MIKA, phone.id)) == "not-allowed"
    keyed = iphone(world, "Keyed iPhone")
    keyed.keystore.items["bound"] = KeyItem(b"b", "this-device-only")
    assert refused(lambda: world.icloud.restore_device(keyed, MIKA, phone.id)) == "not-allowed"


def test_items_that_icloud_has_brought_do_not_stand_in_the_way(world: World, phone: IosDevice) -> None:
    world.icloud.join_keychain(phone)
    world.icloud.item_put(phone, "GitHub", b"seed")
    world.icloud.backup_now(phone)
    new = iphone(world, "New iPhone")
    world.icloud.join_keychain(new)
    world.icloud.restore_device(new, MIKA, phone.id)
    assert world.icloud.item_get(new, "GitHub") == b"seed"


def test_a_restore_wants_the_right_account_and_a_backup(world: World, phone: IosDevice) -> None:
    world.icloud.create("other@icloud.example", "Mika")
    world.icloud.backup_now(phone)
    new = iphone(world, "New iPhone")
    assert (
        refused(lambda: world.icloud.restore_device(new, "other@icloud.example", phone.id)) == "wrong-account"
    )
    assert refused(lambda: world.icloud.restore_device(new, MIKA, "Old iPad")) == "no-backup"
    world.icloud.sign_out(new)
    assert refused(lambda: world.icloud.restore_device(new, "other@icloud.example", phone.id)) == "no-backup"


# How long it is kept


@pytest.mark.parametrize(("days", "there"), [(179, True), (180, True), (181, False)])
def test_a_backup_of_a_lost_phone_is_kept_180_days(
    world: World, phone: IosDevice, days: int, there: bool
) -> None:
    """D02, S23."""
    go_to_bed(phone)
    world.timeline.advance_to(NIGHT)
    phone.set(at_hand=False, charging=False)
    world.timeline.advance_to(NIGHT + days * DAY_MS)
    assert (world.icloud.latest_backup(MIKA, phone.id) is not None) is there
    new = iphone(world, "New iPhone")
    if there:
        world.icloud.restore_device(new, MIKA, phone.id)
    else:
        assert refused(lambda: world.icloud.restore_device(new, MIKA, phone.id)) == "no-backup"


def test_180_days_end_at_their_last_millisecond(world: World, phone: IosDevice) -> None:
    world.icloud.backup_now(phone)
    world.timeline.advance(180 * DAY_MS)
    assert world.icloud.latest_backup(MIKA, phone.id) is not None
    world.timeline.advance(1)
    assert world.icloud.latest_backup(MIKA, phone.id) is None


def test_quiet_nights_keep_a_backup_in_use(world: World, phone: IosDevice) -> None:
    """Nothing new for two years, but the phone lies on its charger every night."""
    go_to_bed(phone)
    world.timeline.advance(700 * DAY_MS)
    backup = world.icloud.latest_backup(MIKA, phone.id)
    assert backup is not None
    assert (backup.taken_at_ms, backup.last_used_ms) == (NIGHT, NIGHT + 699 * DAY_MS)
    phone.set(charging=False)
    world.timeline.advance_to(NIGHT + (699 + 179) * DAY_MS)
    assert world.icloud.latest_backup(MIKA, phone.id) is not None
    world.timeline.advance(2 * DAY_MS)
    assert world.icloud.latest_backup(MIKA, phone.id) is None


def test_days_on_the_charger_are_not_nights(world: World, phone: IosDevice) -> None:
    world.icloud.backup_now(phone)
    for _ in range(200):
        phone.set(locked=True, charging=True)
        world.timeline.advance(HOUR_MS)
        phone.set(locked=False, charging=False)
        world.timeline.advance(DAY_MS - HOUR_MS)
    assert world.icloud.backups(MIKA) == []


def test_a_backup_that_has_lapsed_does_not_come_back_by_charging(world: World, phone: IosDevice) -> None:
    world.icloud.backup_now(phone)
    world.timeline.advance(200 * DAY_MS)
    go_to_bed(phone)
    assert world.icloud.backups(MIKA) == []
    night_ms = next_night_ms(world.now_ms)
    world.timeline.advance_to(night_ms)
    backup = world.icloud.latest_backup(MIKA, phone.id)
    assert backup is not None
    assert backup.taken_at_ms == night_ms


def test_a_night_that_failed_does_not_revive_what_has_lapsed(world: World, phone: IosDevice) -> None:
    world.icloud.backup_now(phone)
    world.timeline.advance(200 * DAY_MS)
    world.network.partition(phone.id, "icloud")
    go_to_bed(phone)
    world.timeline.advance(DAY_MS)
    world.network.heal(phone.id, "icloud")
    assert world.icloud.backups(MIKA) == []


def test_nights_cannot_be_counted_while_the_phone_is_cut_off(world: World, phone: IosDevice) -> None:
    go_to_bed(phone)
    world.timeline.advance_to(NIGHT)
    world.network.partition(phone.id, "icloud")
    world.timeline.advance(181 * DAY_MS)
    assert world.icloud.backups(MIKA) == []


@pytest.mark.parametrize("how", ["switch", "sign out", "profile"])
def test_turning_backup_off_starts_the_180_days(world: World, phone: IosDevice, how: str) -> None:
    """D02."""
    world.icloud.backup_now(phone)
    world.timeline.advance(100 * DAY_MS)
    if how == "switch":
        world.icloud.set_switch(phone, "icloud-backup", False)
    elif how == "sign out":
        world.icloud.sign_out(phone)
    else:
        phone.set(supervised=True)
        world.icloud.forbid(phone, ["icloud-backup"])
    world.timeline.advance(179 * DAY_MS)
    assert world.icloud.latest_backup(MIKA, phone.id) is not None
    world.timeline.advance(2 * DAY_MS)
    assert world.icloud.latest_backup(MIKA, phone.id) is None


def test_turning_backup_off_does_not_revive_what_has_lapsed(world: World, phone: IosDevice) -> None:
    world.icloud.backup_now(phone)
    world.timeline.advance(181 * DAY_MS)
    world.icloud.set_switch(phone, "icloud-backup", False)
    assert world.icloud.backups(MIKA) == []


def test_a_full_storage_lets_the_backup_grow_old(world: World, phone: IosDevice) -> None:
    """D24, S21."""
    go_to_bed(phone)
    world.timeline.advance_to(NIGHT)
    world.icloud.fill(MIKA)
    write(phone, "state.json", b"two")
    world.timeline.advance(21 * DAY_MS)
    backup = world.icloud.latest_backup(MIKA, phone.id)
    assert backup is not None
    assert backup.snapshot.files == {"state.json": b"one"}
    world.icloud.free(MIKA)
    world.timeline.advance(DAY_MS)
    backup = world.icloud.latest_backup(MIKA, phone.id)
    assert backup is not None
    assert backup.snapshot.files == {"state.json": b"two"}


def test_an_erased_phone_leaves_its_backup_where_it_is(world: World, phone: IosDevice) -> None:
    go_to_bed(phone)
    world.timeline.advance_to(NIGHT + 10 * DAY_MS + HOUR_MS)
    phone.erase()
    backup = world.icloud.latest_backup(MIKA, phone.id)
    assert backup is not None
    assert (backup.taken_at_ms, backup.last_used_ms) == (NIGHT, NIGHT + 10 * DAY_MS)
    world.timeline.advance_to(NIGHT + 190 * DAY_MS)
    assert world.icloud.latest_backup(MIKA, phone.id) is not None
    world.timeline.advance(1)
    assert world.icloud.latest_backup(MIKA, phone.id) is None


def test_backups_of_several_phones_are_listed_oldest_first(world: World, phone: IosDevice) -> None:
    tablet = iphone(world, "Mika's iPad")
    world.icloud.backup_now(tablet)
    world.timeline.advance(1)
    world.icloud.backup_now(phone)
    world.timeline.advance(1)
    world.icloud.backup_now(tablet)
    assert [backup.device_id for backup in world.icloud.backups(MIKA)] == [phone.id, tablet.id]


# Who can open it


def test_with_advanced_data_protection_nobody_opens_what_the_person_cannot(
    world: World, phone: IosDevice
) -> None:
    """D04, D14, S19."""
    world.icloud.backup_now(phone)
    account = world.icloud.account(MIKA)
    account.adp = account.recovery_lost = True
    new = iphone(world, "New iPhone")
    assert refused(lambda: world.icloud.restore_device(new, MIKA, phone.id)) == "destroyed"
    assert refused(lambda: world.icloud.recover_by_apple(MIKA)) == "destroyed"
    assert new.app is None
    account.recovery_lost = False
    assert refused(lambda: world.icloud.recover_by_apple(MIKA)) == "destroyed"
    world.icloud.restore_device(new, MIKA, phone.id)  # the person's own keys still open it


def test_without_it_apple_gives_the_backups_back(world: World, phone: IosDevice) -> None:
    """D15."""
    world.icloud.backup_now(phone)
    world.icloud.account(MIKA).recovery_lost = True
    new = iphone(world, "New iPhone")
    assert refused(lambda: world.icloud.restore_device(new, MIKA, phone.id)) == "needs-sign-in"
    assert [backup.device_id for backup in world.icloud.recover_by_apple(MIKA)] == [phone.id]
    world.icloud.restore_device(new, MIKA, phone.id)
    assert new.app is not None
    assert new.app.files == {"state.json": b"one"}
