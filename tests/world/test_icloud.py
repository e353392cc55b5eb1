"""Apple Accounts, switches, management, the app's container, and what Apple could read."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lostphone.base.clock import DAY_MS, HOUR_MS, SECOND_MS, instant
from lostphone.refusal import Refusal
from lostphone.world.devices.ios import IosDevice
from lostphone.world.world import World

MIKA = "mika@icloud.example"


@pytest.fixture
def world() -> World:
    world = World(seed=3)
    world.icloud.create(MIKA, "Mika")
    return world


@pytest.fixture
def phone(world: World) -> IosDevice:
    return iphone(world, "Mika's iPhone")


def iphone(world: World, name: str, email: str | None = MIKA, os_version: str = "18.5") -> IosDevice:
    world.add_device(name, "Mika", "ios", os_version)
    device = world.ios_device(name)
    if email is not None:
        world.icloud.sign_in(device, email)
    return device


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(Refusal) as caught:
        act()
    return caught.value.code


def test_an_account_is_made_once_and_found_by_its_address(world: World) -> None:
    assert refused(lambda: world.icloud.create(MIKA, "Mika")) == "already-exists"
    with pytest.raises(Refusal, match=r"there is no Apple Account x@y \(accounts: mika@icloud\.example\)"):
        world.icloud.account("x@y")


def test_signing_in_says_who_is_signed_in_where(world: World, phone: IosDevice) -> None:
    world.icloud.sign_in(phone, MIKA)  # again: nothing happens
    account = world.icloud.account(MIKA)
    assert world.icloud.account_of(phone) is account
    assert account.devices == ["Mika's iPhone"]
    world.icloud.create("work@icloud.example", "Mika")
    assert refused(lambda: world.icloud.sign_in(phone, "work@icloud.example")) == "already-exists"
    world.icloud.sign_out(phone)
    assert world.icloud.account_of(phone) is None
    assert account.devices == []
    assert refused(lambda: world.icloud.sign_out(phone)) == "signed-out"


def test_an_android_phone_has_no_apple_account(world: World) -> None:
    assert world.icloud.account_of(world.add_device("Ken's Pixel", "Ken", "android")) is None


def test_an_erased_phone_is_signed_in_nowhere(world: World, phone: IosDevice) -> None:
    phone.erase()
    assert world.icloud.account(MIKA).devices == []
    assert world.icloud.account_of(phone) is None


def test_signing_in_without_a_way_to_icloud_leaves_the_phone_signed_out(world: World) -> None:
    phone = iphone(world, "New iPhone", email=None)
    world.network.partition(phone.id, "*")
    assert refused(lambda: world.icloud.sign_in(phone, MIKA)) == "offline"
    assert phone.apple_account is None
    world.network.heal(phone.id, "*")
    world.icloud.sign_in(phone, MIKA)
    assert phone.apple_account == MIKA


def test_a_request_sent_again_is_done_once(world: World, phone: IosDevice) -> None:
    """Each way takes longer than the phone's patience for one try, so the request is sent twice."""
    world.network.slow("icloud", 6 * SECOND_MS)
    world.icloud.sign_out(phone)
    world.icloud.sign_in(phone, MIKA)
    world.icloud.container_put(phone, "names", b"first")
    world.network.restore_speed("icloud")
    world.icloud.container_put(phone, "names", b"second")
    world.timeline.advance(HOUR_MS)  # the request that was sent again arrives now
    assert world.icloud.container_get(phone, "names") == b"second"
    assert world.icloud.account(MIKA).devices == [phone.id]
    told = [happening for happening in world.trace if happening.verb == "sign-in-icloud"]
    assert len(told) == 2  # the fixture's and this one


def test_a_sign_in_that_was_held_up_does_not_undo_a_later_one(world: World) -> None:
    world.icloud.create("work@icloud.example", "Mika")
    phone = iphone(world, "New iPhone", email=None)
    world.network.hold("icloud")
    assert refused(lambda: world.icloud.sign_in(phone, MIKA)) == "timed-out"
    assert refused(lambda: world.icloud.sign_in(phone, "work@icloud.example")) == "timed-out"
    world.network.release("icloud")
    world.timeline.advance(0)
    assert phone.apple_account == MIKA
    assert world.icloud.account("work@icloud.example").devices == []


# The container


def test_what_one_phone_saves_another_of_the_account_reads(world: World, phone: IosDevice) -> None:
    tablet = iphone(world, "Mika's iPad")
    world.icloud.container_put(phone, "names", b"GitHub")
    world.icloud.container_put(phone, "names", b"GitHub, Dropbox")
    assert world.icloud.container_get(tablet, "names") == b"GitHub, Dropbox"
    assert world.icloud.container_list(tablet) == ["names"]
    assert world.icloud.container_delete(tablet, "names")
    assert not world.icloud.container_delete(phone, "names")
    assert world.icloud.container_get(phone, "names") is None


def test_another_account_sees_another_container(world: World, phone: IosDevice) -> None:
    """S10: the wrong Apple Account shows an empty list and no error."""
    world.icloud.container_put(phone, "names", b"GitHub")
    world.icloud.create("work@icloud.example", "Mika")
    other = iphone(world, "New iPhone", email="work@icloud.example")
    assert world.icloud.container_list(other) == []
    world.icloud.sign_out(other)
    world.icloud.sign_in(other, MIKA)
    assert world.icloud.container_list(other) == ["names"]


def test_the_container_needs_a_signed_in_phone(world: World) -> None:
    stranger = iphone(world, "New iPhone", email=None)
    for act in container_calls(world, stranger):
        assert refused(act) == "signed-out"


def test_the_container_needs_the_toggle_of_the_app(world: World, phone: IosDevice) -> None:
    """S04."""
    world.icloud.container_put(phone, "names", b"GitHub")
    world.icloud.set_switch(phone, "app-toggle", False)
    for act in container_calls(world, phone):
        assert refused(act) == "backup-off"
    world.icloud.set_switch(phone, "app-toggle", True)
    assert world.icloud.container_get(phone, "names") == b"GitHub"


@pytest.mark.parametrize(("q02", "needs_drive"), [("page", False), ("current-page", True)])
def test_whether_drive_is_needed_is_an_open_question(q02: str, needs_drive: bool) -> None:
    """Q02, S05."""
    world = World(start_ms=instant(2025, 11, 1), answers={"Q02": q02})
    world.icloud.create(MIKA, "Mika")
    phone = iphone(world, "Mika's iPhone")
    world.icloud.set_switch(phone, "icloud-drive", False)
    if needs_drive:
        assert refused(lambda: world.icloud.container_put(phone, "names", b"x")) == "backup-off"
    else:
        world.icloud.container_put(phone, "names", b"x")


def test_a_full_storage_refuses_what_is_new_and_gives_back_what_is_there(
    world: World, phone: IosDevice
) -> None:
    """D24."""
    world.icloud.container_put(phone, "names", b"GitHub")
    world.icloud.fill(MIKA)
    assert refused(lambda: world.icloud.container_put(phone, "names", b"two")) == "quota-exceeded"
    assert world.icloud.container_get(phone, "names") == b"GitHub"
    assert world.icloud.container_delete(phone, "names")
    world.icloud.free(MIKA)
    world.icloud.container_put(phone, "names", b"two")
    assert world.icloud.container_get(phone, "names") == b"two"


def test_a_phone_that_is_cut_off_or_off_gets_no_answer(world: World, phone: IosDevice) -> None:
    world.network.partition(phone.id, "icloud")
    for act in container_calls(world, phone):
        assert refused(act) == "offline"
    world.network.heal(phone.id, "icloud")
    world.network.hold("icloud")
    assert refused(lambda: world.icloud.container_put(phone, "names", b"late")) == "timed-out"
    assert world.icloud.account(MIKA).container == {}
    world.network.release("icloud")
    world.timeline.advance(0)
    assert world.icloud.account(MIKA).container == {"names": b"late"}  # it may still be done
    phone.set(powered=False)
    assert refused(lambda: world.icloud.container_list(phone)) == "no-such-phone"


def container_calls(world: World, phone: IosDevice) -> list[Callable[[], object]]:
    return [
        lambda: world.icloud.container_put(phone, "names", b"x"),
        lambda: world.icloud.container_get(phone, "names"),
        lambda: world.icloud.container_delete(phone, "names"),
        lambda: world.icloud.container_list(phone),
    ]


# Management


def test_a_profile_forbids_on_supervised_phones_alone(world: World, phone: IosDevice) -> None:
    """D17, S14."""
    assert refused(lambda: world.icloud.forbid(phone, ["icloud-keychain"])) == "not-allowed"
    phone.set(supervised=True)
    world.icloud.forbid(phone, ["icloud-keychain", "icloud-drive"])
    assert not phone.switch_on("icloud-keychain")
    assert not phone.switch_on("icloud-drive")
    assert phone.switch_on("icloud-backup")
    assert refused(lambda: world.icloud.set_switch(phone, "icloud-keychain", True)) == "blocked-by-policy"
    world.icloud.set_switch(phone, "icloud-drive", False)
    world.icloud.forbid(phone, ["app-toggle"])
    assert not phone.switch_on("icloud-keychain"), "one more profile does not lift the first"
    world.icloud.allow(phone)
    assert phone.switch_on("icloud-keychain")
    assert not phone.switch_on("icloud-drive"), "allowed again is not switched on again"


def test_a_managed_app_can_be_kept_out_of_icloud_without_supervision(world: World, phone: IosDevice) -> None:
    """D17, D18: the profile speaks of the app, so it cannot reach the keychain of the whole phone."""
    world.icloud.forbid(phone, ["app-toggle", "icloud-backup"], managed_app=True)
    assert refused(lambda: world.icloud.container_put(phone, "names", b"x")) == "backup-off"
    assert refused(lambda: world.icloud.backup_now(phone)) == "blocked-by-policy"
    assert refused(lambda: world.icloud.forbid(phone, ["icloud-keychain"], managed_app=True)) == "not-allowed"


def test_switches_that_do_not_exist_are_named(world: World, phone: IosDevice) -> None:
    with pytest.raises(Refusal, match="'keychain' is no iCloud switch; use one of icloud-drive"):
        world.icloud.set_switch(phone, "keychain", True)
    phone.set(supervised=True)
    assert refused(lambda: world.icloud.forbid(phone, ["keychain"])) == "bad-input"


def test_leaving_the_organisation_signs_the_managed_account_out_for_good(world: World) -> None:
    """D20, S15."""
    world.icloud.create("mika@contoso.example", "Mika", managed=True, organisation="Contoso")
    phone = iphone(world, "Work iPhone", email="mika@contoso.example")
    tablet = iphone(world, "Work iPad", email="mika@contoso.example")
    world.icloud.container_put(phone, "names", b"GitHub")
    world.icloud.leave_organisation("mika@contoso.example")
    assert phone.apple_account is None
    assert tablet.apple_account is None
    new = iphone(world, "New iPhone", email=None)
    assert refused(lambda: world.icloud.sign_in(new, "mika@contoso.example")) == "not-allowed"
    assert refused(lambda: world.icloud.leave_organisation(MIKA)) == "not-allowed"


def test_a_new_password_breaks_nothing(world: World, phone: IosDevice) -> None:
    """D04, S20."""
    phone.install_app("6.8.40")
    world.icloud.container_put(phone, "names", b"GitHub")
    world.icloud.join_keychain(phone)
    world.icloud.item_put(phone, "GitHub", b"seed")
    world.icloud.backup_now(phone)
    world.icloud.change_password(MIKA)
    new = iphone(world, "New iPhone")
    world.icloud.restore_device(new, MIKA, phone.id)
    world.icloud.join_keychain(new)
    assert world.icloud.container_get(new, "names") == b"GitHub"
    assert world.icloud.item_get(new, "GitHub") == b"seed"
    assert world.icloud.account(MIKA).password_changes == 1


# Shape


def test_ten_thousand_idle_phones_cost_no_event(world: World) -> None:
    for number in range(10_000):
        email = f"{number}@icloud.example"
        world.icloud.create(email, f"owner {number}")
        device = iphone(world, f"iPhone {number}", email=email)
        world.icloud.join_keychain(device)
        world.icloud.item_put(device, "GitHub", b"seed")
    before = world.timeline.steps
    world.timeline.advance(365 * DAY_MS)
    assert world.timeline.steps == before


def test_apple_can_read_containers_and_backups_but_no_keychain(world: World, phone: IosDevice) -> None:
    phone.install_app("6.8.40")
    assert phone.app is not None
    phone.app.files["state.json"] = b"state"
    world.icloud.join_keychain(phone)
    world.icloud.item_put(phone, "GitHub", b"the seed")
    world.icloud.container_put(phone, "names", b"GitHub")
    world.icloud.backup_now(phone)
    assert dict(world.icloud.blobs()) == {
        "iCloud/mika@icloud.example/container/names": b"GitHub",
        "iCloud/mika@icloud.example/backup/Mika's iPhone/state.json": b"state",
    }
    world.timeline.advance(181 * DAY_MS)
    assert list(dict(world.icloud.blobs())) == ["iCloud/mika@icloud.example/container/names"]
    world.icloud.account(MIKA).adp = True
    assert dict(world.icloud.blobs()) == {}


def test_no_secret_shows_in_the_trace_or_in_a_repr(world: World, phone: IosDevice) -> None:
    secret = b"0123456789abcdefghij"
    world.icloud.join_keychain(phone)
    world.icloud.item_put(phone, "GitHub", secret)
    phone.install_app("6.8.40")
    world.icloud.backup_now(phone)
    account = world.icloud.account(MIKA)
    shown = repr([account, vars(account), vars(account.items), account.backups, phone.keystore.items])
    assert secret.decode() not in shown
    assert secret not in world.trace.to_jsonl()
