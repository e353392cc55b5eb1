"""iCloud Keychain: the circle, the escrow record with its ten tries, and items on their way."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lostphone.base.clock import HOUR_MS, SECOND_MS
from lostphone.refusal import Refusal
from lostphone.world.devices.ios import IosDevice
from lostphone.world.devices.keystore import KeyItem
from lostphone.world.world import World

MIKA = "mika@icloud.example"


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def phone(world: World) -> IosDevice:
    phone = iphone(world, "Mika's iPhone")
    assert world.icloud.join_keychain(phone) == "created"
    return phone


def make_world(**answers: str) -> World:
    world = World(seed=5, answers=answers)
    world.icloud.create(MIKA, "Mika")
    return world


def iphone(world: World, name: str, os_version: str = "18.5", email: str = MIKA) -> IosDevice:
    world.add_device(name, "Mika", "ios", os_version)
    device = world.ios_device(name)
    world.icloud.sign_in(device, email)
    return device


def member(world: World, name: str) -> IosDevice:
    device = iphone(world, name)
    world.icloud.join_keychain(device)
    return device


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(Refusal) as caught:
        act()
    return caught.value.code


def try_wrong_passcodes(world: World, device: IosDevice, count: int) -> list[str]:
    return [refused(lambda: world.icloud.join_keychain(device, passcode_right=False)) for _ in range(count)]


# Joining


def test_the_first_phone_makes_the_circle(world: World, phone: IosDevice) -> None:
    assert world.icloud.account(MIKA).circle.members == [phone.id]
    assert world.icloud.join_keychain(phone) == "member"
    with pytest.raises(Refusal):
        world.icloud.account(MIKA).circle.create(phone)


def test_a_second_device_at_hand_vouches_and_no_try_is_spent(world: World, phone: IosDevice) -> None:
    """D10, S17."""
    world.icloud.item_put(phone, "GitHub", b"seed")
    new = iphone(world, "New iPhone")
    assert world.icloud.join_keychain(new, passcode_right=False) == "sponsored"
    assert world.icloud.item_get(new, "GitHub") == b"seed"
    assert world.icloud.account(MIKA).circle.escrow.wrong_tries == 0


@pytest.mark.parametrize("trouble", ["gone", "off", "cut off", "declined"])
def test_a_sponsor_has_to_be_at_hand_running_and_reachable(
    world: World, phone: IosDevice, trouble: str
) -> None:
    if trouble == "gone":
        phone.set(at_hand=False)
    elif trouble == "off":
        phone.set(powered=False)
    elif trouble == "cut off":
        world.network.partition(phone.id, "icloud")
    new = iphone(world, "New iPhone")
    assert world.icloud.join_keychain(new, prefer_sponsor=trouble != "declined") == "recovered"


def test_sponsoring_alone_needs_a_sponsor(world: World, phone: IosDevice) -> None:
    phone.set(at_hand=False)
    new = iphone(world, "New iPhone")
    assert refused(lambda: world.icloud.account(MIKA).circle.join_by_sponsor(new)) == "not-found"


@pytest.mark.parametrize("fate", ["lost", "erased", "signed out"])
def test_the_only_phone_can_be_lost(world: World, phone: IosDevice, fate: str) -> None:
    """D13: the circle lives on in escrow, and the old phone's passcode brings everything back."""
    world.icloud.item_put(phone, "GitHub", b"seed")
    if fate == "lost":
        phone.set(at_hand=False)
    elif fate == "erased":
        phone.erase()
    else:
        world.icloud.sign_out(phone)
    new = iphone(world, "New iPhone")
    assert world.icloud.join_keychain(new) == "recovered"
    assert world.icloud.item_get(new, "GitHub") == b"seed"


def test_an_erased_phone_has_left_the_circle_and_can_come_back(world: World, phone: IosDevice) -> None:
    world.icloud.item_put(phone, "GitHub", b"seed")
    phone.erase()
    assert world.icloud.account(MIKA).circle.members == []
    world.icloud.sign_in(phone, MIKA)
    assert world.icloud.item_list(phone) == []
    assert world.icloud.join_keychain(phone) == "recovered"
    assert world.icloud.item_get(phone, "GitHub") == b"seed"


# Ten tries


def test_five_wrong_passcodes_lock_and_the_tenth_destroys(world: World, phone: IosDevice) -> None:
    """D11, S16, S18: exactly ten count, and asking while locked spends none."""
    world.icloud.item_put(phone, "GitHub", b"seed")
    phone.set(at_hand=False)
    new = iphone(world, "New iPhone")
    assert try_wrong_passcodes(world, new, 7) == ["wrong-code"] * 5 + ["locked-out"] * 2
    assert refused(lambda: world.icloud.join_keychain(new, passcode_right=True)) == "locked-out"
    world.icloud.grant_keychain_tries(MIKA)
    assert try_wrong_passcodes(world, new, 5) == ["wrong-code"] * 4 + ["destroyed"]
    assert refused(lambda: world.icloud.join_keychain(new, passcode_right=True)) == "destroyed"
    world.icloud.grant_keychain_tries(MIKA)
    assert refused(lambda: world.icloud.join_keychain(new, passcode_right=True)) == "destroyed"
    assert world.icloud.account(MIKA).items.keys() == []


def test_nine_wrong_passcodes_and_the_right_one(world: World, phone: IosDevice) -> None:
    """S18: on the other side of the limit everything is still there, and the count begins anew."""
    world.icloud.item_put(phone, "GitHub", b"seed")
    phone.set(at_hand=False)
    new = iphone(world, "New iPhone")
    try_wrong_passcodes(world, new, 5)
    world.icloud.grant_keychain_tries(MIKA)
    assert try_wrong_passcodes(world, new, 4) == ["wrong-code"] * 4
    assert world.icloud.join_keychain(new) == "recovered"
    assert world.icloud.item_get(new, "GitHub") == b"seed"
    new.set(at_hand=False)
    assert try_wrong_passcodes(world, iphone(world, "Newest iPhone"), 6)[-2:] == ["wrong-code", "locked-out"]


def test_a_slow_network_counts_a_wrong_passcode_once(world: World, phone: IosDevice) -> None:
    phone.set(at_hand=False)
    new = iphone(world, "New iPhone")
    world.network.slow("icloud", 6 * SECOND_MS)  # longer than one try waits, so it is sent again
    assert try_wrong_passcodes(world, new, 1) == ["wrong-code"]
    world.timeline.advance(HOUR_MS)
    assert world.icloud.account(MIKA).circle.escrow.wrong_tries == 1


def test_a_found_phone_still_vouches_for_what_escrow_has_lost(world: World, phone: IosDevice) -> None:
    world.icloud.item_put(phone, "GitHub", b"seed")
    phone.set(at_hand=False)
    new = iphone(world, "New iPhone")
    try_wrong_passcodes(world, new, 5)
    world.icloud.grant_keychain_tries(MIKA)
    try_wrong_passcodes(world, new, 5)
    phone.set(at_hand=True)
    assert world.icloud.join_keychain(new) == "sponsored"
    assert world.icloud.item_get(new, "GitHub") == b"seed"
    phone.set(at_hand=False)
    new.set(at_hand=False)
    assert world.icloud.join_keychain(iphone(world, "Newest iPhone")) == "recovered", "a new record was made"


def test_after_ten_wrong_passcodes_a_new_keychain_can_begin(world: World, phone: IosDevice) -> None:
    world.icloud.item_put(phone, "GitHub", b"seed")
    phone.erase()
    new = iphone(world, "New iPhone")
    try_wrong_passcodes(world, new, 5)
    world.icloud.grant_keychain_tries(MIKA)
    try_wrong_passcodes(world, new, 5)
    world.icloud.item_put(new, "Dropbox", b"other")
    world.icloud.reset_keychain(new)
    tablet = member(world, "Mika's iPad")
    assert world.icloud.item_list(tablet) == ["Dropbox"]


def test_an_old_account_without_two_factor_asks_for_its_security_code(world: World) -> None:
    """D12."""
    world.icloud.create("old@icloud.example", "Mika", two_factor=False)
    first = iphone(world, "First iPhone", email="old@icloud.example")
    world.icloud.join_keychain(first)
    first.set(at_hand=False)
    second = iphone(world, "Second iPhone", email="old@icloud.example")
    assert world.icloud.join_keychain(second) == "recovered"
    told = [happening for happening in world.trace if happening.verb == "admit"]
    assert told[-1].detail == {"how": "recovered", "by": "iCloud security code"}


@pytest.mark.parametrize("adp", [True, False])
def test_apple_never_opens_the_keychain(world: World, adp: bool) -> None:
    """D14, D15, S19: with no passcode, recovery key or contact left, the keychain is gone."""
    account = world.icloud.create("lost@icloud.example", "Mika", adp=adp)
    first = iphone(world, "First iPhone", email="lost@icloud.example")
    world.icloud.join_keychain(first)
    first.set(at_hand=False)
    account.recovery_lost = True
    if not adp:
        world.icloud.recover_by_apple("lost@icloud.example")
    second = iphone(world, "Second iPhone", email="lost@icloud.example")
    assert refused(lambda: world.icloud.join_keychain(second)) == "destroyed"


# Who may join


def test_joining_needs_a_sign_in_and_the_switch(world: World, phone: IosDevice) -> None:
    world.add_device("New iPhone", "Mika", "ios")
    new = world.ios_device("New iPhone")
    assert refused(lambda: world.icloud.join_keychain(new)) == "signed-out"
    world.icloud.sign_in(new, MIKA)
    world.icloud.set_switch(new, "icloud-keychain", False)
    assert refused(lambda: world.icloud.join_keychain(new)) == "backup-off"
    new.set(supervised=True)
    world.icloud.forbid(new, ["icloud-keychain"])
    assert refused(lambda: world.icloud.join_keychain(new)) == "blocked-by-policy"


@pytest.mark.parametrize(("os_version", "allowed"), [("16.7", False), ("17.0", True)])
def test_managed_accounts_have_a_keychain_from_ios_17(os_version: str, allowed: bool) -> None:
    """D19, D20."""
    world = World()
    world.icloud.create("mika@contoso.example", "Mika", managed=True, organisation="Contoso")
    phone = iphone(world, "Work iPhone", os_version, "mika@contoso.example")
    if allowed:
        assert world.icloud.join_keychain(phone) == "created"
    else:
        assert refused(lambda: world.icloud.join_keychain(phone)) == "unavailable"
    world.icloud.create(MIKA, "Mika")
    assert world.icloud.join_keychain(iphone(world, "Own iPhone", os_version)) == "created"


# Items on their way


def test_writes_and_deletions_reach_every_member(world: World, phone: IosDevice) -> None:
    """D08, S24 as Apple has it."""
    tablet = member(world, "Mika's iPad")
    world.icloud.item_put(phone, "GitHub", b"one")
    world.icloud.item_put(tablet, "GitHub", b"two")
    assert world.icloud.item_get(phone, "GitHub") == b"two"
    assert world.icloud.item_delete(tablet, "GitHub")
    assert world.icloud.item_list(phone) == []
    assert not world.icloud.item_delete(phone, "GitHub")


def test_no_item_of_another_class_is_touched(world: World, phone: IosDevice) -> None:
    tablet = member(world, "Mika's iPad")
    tablet.keystore.items["GitHub"] = KeyItem(b"local", "this-device-only")
    world.icloud.item_put(phone, "GitHub", b"shared")
    assert tablet.keystore.items["GitHub"].value == b"local"
    assert world.icloud.item_get(tablet, "GitHub") is None
    assert not world.icloud.item_delete(tablet, "GitHub")
    assert world.icloud.item_get(phone, "GitHub") == b"shared"


def test_the_watchers_of_a_device_hear_of_what_arrives(world: World, phone: IosDevice) -> None:
    tablet = member(world, "Mika's iPad")
    heard: list[list[str]] = []
    tablet.watch(lambda: heard.append(world.icloud.item_list(tablet)))
    world.icloud.item_put(phone, "GitHub", b"seed")
    assert heard == [["GitHub"]]


@pytest.mark.parametrize("cut", ["sender", "receiver", "service"])
def test_a_cut_link_delays_and_healing_delivers(world: World, phone: IosDevice, cut: str) -> None:
    tablet = member(world, "Mika's iPad")
    link = {"sender": (phone.id, "icloud"), "receiver": (tablet.id, "*"), "service": ("icloud", "*")}[cut]
    world.network.partition(*link)
    world.icloud.item_put(phone, "GitHub", b"seed")
    world.timeline.advance(HOUR_MS)
    assert world.icloud.item_get(tablet, "GitHub") is None
    world.network.heal(*link)
    world.icloud.sync_all()
    assert world.icloud.item_get(tablet, "GitHub") == b"seed"


def test_a_phone_that_was_off_catches_up_when_it_starts(world: World, phone: IosDevice) -> None:
    tablet = member(world, "Mika's iPad")
    tablet.set(powered=False)
    world.icloud.item_put(phone, "GitHub", b"seed")
    assert world.icloud.item_get(tablet, "GitHub") is None
    tablet.set(powered=True)
    assert world.icloud.item_get(tablet, "GitHub") == b"seed"


def test_a_phone_that_is_off_is_sent_nothing(world: World, phone: IosDevice) -> None:
    tablet = member(world, "Mika's iPad")
    tablet.set(powered=False)
    world.network.slow("icloud", 700)  # so that every message is an event
    world.icloud.item_put(phone, "GitHub", b"seed")
    world.timeline.advance(HOUR_MS)
    assert world.timeline.steps == 1


def test_the_later_write_stands_whoever_comes_back_last(world: World, phone: IosDevice) -> None:
    tablet = member(world, "Mika's iPad")
    world.icloud.item_put(phone, "GitHub", b"zero")
    world.network.partition(phone.id, "icloud")
    world.icloud.item_put(phone, "GitHub", b"early")
    world.timeline.advance(1)
    world.icloud.item_put(tablet, "GitHub", b"late")
    world.network.heal(phone.id, "icloud")
    world.icloud.sync(phone)
    assert world.icloud.item_get(phone, "GitHub") == b"late"
    assert world.icloud.item_get(tablet, "GitHub") == b"late"


def test_with_latency_items_take_their_time_and_nobody_waits(world: World, phone: IosDevice) -> None:
    tablet = member(world, "Mika's iPad")
    world.network.slow("icloud", 700)
    before_ms = world.now_ms
    world.icloud.item_put(phone, "GitHub", b"seed")
    assert world.now_ms == before_ms
    world.timeline.advance(1399)
    assert world.icloud.item_get(tablet, "GitHub") is None
    world.timeline.advance(1)
    assert world.icloud.item_get(tablet, "GitHub") == b"seed"


def test_held_messages_arrive_when_released(world: World, phone: IosDevice) -> None:
    tablet = member(world, "Mika's iPad")
    world.network.hold("icloud")
    world.icloud.item_put(phone, "GitHub", b"seed")
    world.timeline.advance(HOUR_MS)
    assert world.icloud.item_get(tablet, "GitHub") is None
    world.network.release("icloud")
    world.timeline.advance(0)
    assert world.icloud.item_get(tablet, "GitHub") == b"seed"


def test_a_lossy_link_is_slow_and_a_dead_one_waits(world: World, phone: IosDevice) -> None:
    tablet = member(world, "Mika's iPad")
    world.network.lose("icloud", 100)
    world.icloud.item_put(phone, "GitHub", b"seed")
    steps = world.timeline.steps
    world.timeline.advance(HOUR_MS)
    assert world.timeline.steps == steps
    assert world.icloud.item_get(tablet, "GitHub") is None
    world.network.stop_losing("icloud")
    world.icloud.sync_all()
    assert world.icloud.item_get(tablet, "GitHub") == b"seed"


@pytest.mark.parametrize(("q07", "stopped"), [("independent", False), ("blocked", True)])
def test_whether_a_full_storage_stops_the_keychain_is_an_open_question(q07: str, stopped: bool) -> None:
    """Q07, S21."""
    world = make_world(Q07=q07)
    phone = member(world, "Mika's iPhone")
    tablet = member(world, "Mika's iPad")
    world.icloud.item_put(tablet, "Dropbox", b"before")
    world.icloud.fill(MIKA)
    world.icloud.item_put(phone, "GitHub", b"seed")
    assert world.icloud.item_get(phone, "GitHub") == b"seed"
    assert world.icloud.item_get(tablet, "GitHub") == (None if stopped else b"seed")
    new = member(world, "New iPhone")
    assert world.icloud.item_get(new, "Dropbox") == b"before", "what is there can still be fetched"
    world.icloud.free(MIKA)
    assert world.icloud.item_get(new, "GitHub") == b"seed"


# Switching the keychain off and on


def test_off_leaves_the_circle_and_keeps_the_copies(world: World, phone: IosDevice) -> None:
    """D25, S27: what is added later stays on the one phone."""
    tablet = member(world, "Mika's iPad")
    world.icloud.item_put(phone, "GitHub", b"seed")
    world.icloud.set_switch(phone, "icloud-keychain", False)
    assert world.icloud.account(MIKA).circle.members == [tablet.id]
    world.icloud.item_put(phone, "Dropbox", b"later")
    world.icloud.item_delete(phone, "GitHub")
    assert world.icloud.item_list(phone) == ["Dropbox"]
    assert world.icloud.item_list(tablet) == ["GitHub"]
    world.icloud.item_put(tablet, "Amazon", b"new")
    world.icloud.set_switch(phone, "icloud-keychain", True)
    assert phone.id in world.icloud.account(MIKA).circle.members
    assert world.icloud.item_list(phone) == ["Dropbox", "GitHub", "Amazon"]
    assert world.icloud.item_list(tablet) == ["GitHub", "Amazon", "Dropbox"]


def test_a_deletion_that_never_left_the_phone_dies_with_its_membership(
    world: World, phone: IosDevice
) -> None:
    tablet = member(world, "Mika's iPad")
    world.icloud.item_put(phone, "GitHub", b"seed")
    world.network.partition(phone.id, "icloud")
    world.icloud.item_delete(phone, "GitHub")
    world.icloud.set_switch(phone, "icloud-keychain", False)
    world.network.heal(phone.id, "icloud")
    world.icloud.set_switch(phone, "icloud-keychain", True)
    assert world.icloud.item_get(phone, "GitHub") == b"seed"
    assert world.icloud.item_get(tablet, "GitHub") == b"seed"


def test_what_an_app_puts_in_an_items_place_stays_on_the_phone(world: World, phone: IosDevice) -> None:
    tablet = member(world, "Mika's iPad")
    world.network.partition(phone.id, "icloud")
    world.icloud.item_put(phone, "GitHub", b"shared")
    phone.keystore.items["GitHub"] = KeyItem(b"bound", "this-device-only")
    world.network.heal(phone.id, "icloud")
    world.icloud.sync(phone)
    assert world.icloud.item_get(tablet, "GitHub") is None


def test_a_change_that_has_nothing_to_do_with_the_keychain_sends_nothing(
    world: World, phone: IosDevice
) -> None:
    tablet = member(world, "Mika's iPad")
    world.icloud.item_put(tablet, "GitHub", b"seed")
    world.network.slow("icloud", 700)  # so that every message is an event
    phone.set(locked=True)
    tablet.set(locked=True)
    world.timeline.advance(HOUR_MS)
    assert world.timeline.steps == 0


def test_a_full_storage_holds_back_and_forgets_nothing() -> None:
    """Q07: what comes down while nothing may go up does not count as having gone up."""
    world = make_world(Q07="blocked")
    phone, tablet = member(world, "Mika's iPhone"), member(world, "Mika's iPad")
    world.network.partition(phone.id, "icloud")
    world.icloud.item_put(tablet, "Dropbox", b"one")
    world.icloud.item_put(phone, "GitHub", b"seed")
    world.icloud.fill(MIKA)
    world.network.heal(phone.id, "icloud")
    world.icloud.sync(phone)
    assert world.icloud.item_list(phone) == ["GitHub", "Dropbox"]
    assert world.icloud.item_list(tablet) == ["Dropbox"]
    world.icloud.free(MIKA)
    assert world.icloud.item_list(tablet) == ["Dropbox", "GitHub"]


def test_a_copy_kept_while_off_does_not_bring_back_what_others_deleted(
    world: World, phone: IosDevice
) -> None:
    tablet = member(world, "Mika's iPad")
    world.icloud.item_put(phone, "GitHub", b"seed")
    world.icloud.set_switch(phone, "icloud-keychain", False)
    world.icloud.item_delete(tablet, "GitHub")
    assert world.icloud.item_get(phone, "GitHub") == b"seed"
    world.icloud.set_switch(phone, "icloud-keychain", True)
    assert world.icloud.item_list(phone) == []
    assert world.icloud.item_list(tablet) == []


def test_off_on_every_device_empties_the_cloud(world: World, phone: IosDevice) -> None:
    """D25, S02: a phone bought afterwards finds nothing."""
    world.icloud.item_put(phone, "GitHub", b"seed")
    world.icloud.set_switch(phone, "icloud-keychain", False)
    phone.set(at_hand=False)
    new = iphone(world, "New iPhone")
    assert world.icloud.join_keychain(new) == "created"
    assert world.icloud.item_list(new) == []


def test_off_on_one_of_two_devices_empties_nothing(world: World, phone: IosDevice) -> None:
    world.icloud.item_put(phone, "GitHub", b"seed")
    tablet = member(world, "Mika's iPad")
    world.icloud.set_switch(phone, "icloud-keychain", False)
    world.icloud.set_switch(phone, "icloud-keychain", True)
    assert world.icloud.item_list(tablet) == ["GitHub"]


def test_forbidding_the_keychain_takes_the_phone_out_and_empties_nothing(
    world: World, phone: IosDevice
) -> None:
    """D17."""
    world.icloud.item_put(phone, "GitHub", b"seed")
    phone.set(supervised=True)
    world.icloud.forbid(phone, ["icloud-keychain"])
    assert world.icloud.account(MIKA).circle.members == []
    assert world.icloud.item_get(phone, "GitHub") == b"seed"
    assert world.icloud.join_keychain(iphone(world, "New iPhone")) == "recovered"


def test_turning_it_on_joins_where_that_costs_no_try(world: World, phone: IosDevice) -> None:
    phone.set(at_hand=False)
    new = iphone(world, "New iPhone")
    world.icloud.set_switch(new, "icloud-keychain", False)
    world.icloud.set_switch(new, "icloud-keychain", True)
    circle = world.icloud.account(MIKA).circle
    assert circle.members == [phone.id], "the old phone's passcode has to be asked for"
    phone.set(at_hand=True)
    world.icloud.set_switch(new, "icloud-keychain", False)
    world.icloud.set_switch(new, "icloud-keychain", True)
    assert circle.members == [phone.id, new.id]
    phone.set(at_hand=False)
    world.icloud.set_switch(new, "icloud-keychain", False)
    world.icloud.set_switch(new, "icloud-keychain", True)
    assert circle.members == [phone.id, new.id], "it knows its own passcode"


def test_copies_move_along_to_another_account(world: World, phone: IosDevice) -> None:
    world.icloud.item_put(phone, "GitHub", b"seed")
    world.icloud.create("other@icloud.example", "Mika")
    world.icloud.sign_out(phone)
    world.icloud.sign_in(phone, "other@icloud.example")
    world.icloud.join_keychain(phone)
    assert world.icloud.account("other@icloud.example").items.keys() == ["GitHub"]
    assert world.icloud.account(MIKA).items.keys() == ["GitHub"]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["put", "delete", "cut", "heal", "off", "on"]),
            st.integers(0, 2),
            st.sampled_from(["GitHub", "Dropbox"]),
        ),
        max_size=25,
    )
)
def test_once_all_is_healed_every_member_holds_the_last_write(moves: list[tuple[str, int, str]]) -> None:
    world = make_world()
    devices = [member(world, name) for name in ("Mika's iPhone", "Mika's iPad", "Work iPhone")]
    last: dict[str, bytes] = {}
    for number, (move, index, key) in enumerate(moves):
        device = devices[index]
        if move == "put":
            last[key] = b"%d" % number
            world.icloud.item_put(device, key, last[key])
        elif move == "delete" and world.icloud.item_delete(device, key):
            last.pop(key, None)
        elif move in ("cut", "heal"):
            act = world.network.partition if move == "cut" else world.network.heal
            act(device.id, "icloud")
        elif move in ("off", "on"):
            device.set(powered=move == "on")
    for device in devices:
        world.network.heal(device.id, "icloud")
        device.set(powered=True)
    world.icloud.sync_all()
    held = [{key: world.icloud.item_get(device, key) for key in ("GitHub", "Dropbox")} for device in devices]
    assert held == [{key: last.get(key) for key in ("GitHub", "Dropbox")}] * 3
    assert world.timeline.steps == 0
