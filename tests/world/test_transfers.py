"""Moving phones without iCloud: which keys travel, and what arrives empty."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lostphone.refusal import Refusal
from lostphone.world.clouds import transfers
from lostphone.world.devices.android import AndroidDevice
from lostphone.world.devices.ios import IosDevice
from lostphone.world.devices.keystore import KeyItem
from lostphone.world.world import World

MIKA = "mika@icloud.example"


@pytest.fixture
def world() -> World:
    world = World(seed=2)
    world.icloud.create(MIKA, "Mika")
    return world


@pytest.fixture
def old(world: World) -> IosDevice:
    old = iphone(world, "Mika's iPhone")
    fill(old)
    old.keystore.items["shared"] = KeyItem(b"s", "synchronizable")
    return old


def iphone(world: World, name: str) -> IosDevice:
    world.add_device(name, "Mika", "ios")
    return world.ios_device(name)


def android(world: World, name: str) -> AndroidDevice:
    device = world.add_device(name, "Ken", "android")
    assert isinstance(device, AndroidDevice)
    return device


def fill(device: IosDevice | AndroidDevice) -> None:
    device.install_app("6.8.40")
    assert device.app is not None
    device.app.files.update({"state.json": b"state", "cache/icon": b"x", "no-backup/rows": b"x"})
    device.app.opened = True
    device.keystore.items["ordinary"] = KeyItem(b"o", "when-unlocked")
    device.keystore.items["bound"] = KeyItem(b"b", "this-device-only")


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(Refusal) as caught:
        act()
    return caught.value.code


# iPhones


def test_quick_start_carries_ordinary_keys_alone(world: World, old: IosDevice) -> None:
    """D06, D07, S25."""
    new = iphone(world, "New iPhone")
    transfers.quick_start(old, new)
    assert new.app is not None
    assert (new.app.version, new.app.files) == ("6.8.40", {"state.json": b"state"})
    assert list(new.keystore.items) == ["ordinary"]
    assert old.keystore.items.keys() == {"ordinary", "bound", "shared"}


def test_quick_start_with_keychain_brings_what_is_shared(world: World, old: IosDevice) -> None:
    """D10: the old phone vouches for the new one."""
    world.icloud.sign_in(old, MIKA)
    world.icloud.join_keychain(old)
    new = iphone(world, "New iPhone")
    transfers.quick_start(old, new)
    assert new.apple_account == MIKA
    assert world.icloud.item_get(new, "shared") == b"s"
    assert [told.detail["how"] for told in world.trace if told.verb == "admit"] == ["created", "sponsored"]


def test_quick_start_with_keychain_off_brings_none_of_it(world: World, old: IosDevice) -> None:
    """A31: the switch moves along, and what Keychain alone carries stays behind."""
    world.icloud.sign_in(old, MIKA)
    world.icloud.join_keychain(old)
    world.icloud.set_switch(old, "icloud-keychain", False)
    new = iphone(world, "New iPhone")
    transfers.quick_start(old, new)
    assert not new.switches["icloud-keychain"]
    assert world.icloud.item_list(new) == []
    assert world.icloud.item_list(old) == ["shared"]


@pytest.mark.parametrize("state", ["at_hand", "powered"])
def test_quick_start_needs_both_phones_in_hand(world: World, old: IosDevice, state: str) -> None:
    new = iphone(world, "New iPhone")
    for device in (old, new):
        device.set(**{state: False})
        assert refused(lambda: transfers.quick_start(old, new)) == "no-such-phone"
        device.set(**{state: True})
    transfers.quick_start(old, new)
    assert new.app is not None
    new.app.opened = True
    assert refused(lambda: transfers.quick_start(old, new)) == "not-allowed"


@pytest.mark.parametrize(
    ("encrypted", "other_phone", "keys"),
    [
        (True, True, ["ordinary"]),
        (False, True, []),
        (True, False, ["ordinary", "bound"]),
        (False, False, ["ordinary", "bound"]),
    ],
)
def test_a_computer_backup_carries_keys_when_encrypted_or_to_the_same_phone(
    world: World, old: IosDevice, encrypted: bool, other_phone: bool, keys: list[str]
) -> None:
    """D05, D06, D07, S26."""
    backup = transfers.finder_backup(old, encrypted)
    if other_phone:
        new = iphone(world, "New iPhone")
    else:
        new = old
        assert refused(lambda: backup.restore(old)) == "not-allowed"
        old.erase()
    backup.restore(new)
    assert list(new.keystore.items) == keys
    assert new.app is not None
    assert new.app.files == {"state.json": b"state"}


def test_a_computer_backup_is_a_copy_of_its_moment(world: World, old: IosDevice) -> None:
    backup = transfers.finder_backup(old, True)
    assert old.app is not None
    old.app.files["state.json"] = b"later"
    new = iphone(world, "New iPhone")
    backup.restore(new)
    assert new.app is not None
    assert new.app.files == {"state.json": b"state"}
    assert "b'o'" not in repr(backup)
    old.set(at_hand=False)
    assert refused(lambda: transfers.finder_backup(old, True)) == "no-such-phone"


# Android


@pytest.mark.parametrize("way", ["google", "google backup", "cable", "same phone"])
def test_android_apps_arrive_empty(world: World, way: str) -> None:
    """E08, E11, E12, S36."""
    old, new = android(world, "Ken's Pixel"), android(world, "New Pixel")
    fill(old)
    if way == "google":
        transfers.google_restore(new, old)
    elif way == "cable":
        transfers.cable(old, new)
    else:
        backup = transfers.google_backup(old)
        if way == "same phone":
            old.erase()
            new = old
        transfers.google_restore(new, backup)
    assert new.app is not None
    assert (new.app.version, new.app.files, new.app.opened) == ("6.8.40", {}, False)
    assert new.keystore.items == {}


def test_google_backup_can_be_off_and_know_of_no_app(world: World) -> None:
    old, new = android(world, "Ken's Pixel"), android(world, "New Pixel")
    transfers.google_restore(new, old)
    assert new.app is None
    old.google_backup = False
    assert refused(lambda: transfers.google_restore(new, old)) == "backup-off"


def test_a_cable_joins_android_phones_in_hand_alone(world: World, old: IosDevice) -> None:
    """A13, S35."""
    pixel, new = android(world, "Ken's Pixel"), android(world, "New Pixel")
    fill(pixel)
    assert refused(lambda: transfers.cable(old, new)) == "wrong-platform"
    assert refused(lambda: transfers.cable(pixel, iphone(world, "New iPhone"))) == "wrong-platform"
    pixel.set(powered=False)
    assert refused(lambda: transfers.cable(pixel, new)) == "no-such-phone"
    pixel.set(powered=True)
    assert refused(lambda: transfers.cable(new, pixel)) == "not-allowed"
    assert refused(lambda: transfers.google_restore(pixel, new)) == "not-allowed"
