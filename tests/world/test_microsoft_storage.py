"""Storage of personal Microsoft accounts: one copy for each account and kind of phone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lostphone.base.clock import HOUR_MS, SECOND_MS
from lostphone.refusal import Refusal
from lostphone.world.devices.device import Device
from lostphone.world.world import World

KEN = "ken@outlook.example"
WORK = "ken@contoso.example"


@pytest.fixture
def world() -> World:
    world = World(seed=4)
    world.personal.create(KEN, "Ken")
    world.tenants.create("Contoso", "contoso.example")
    world.tenants.add_user("Contoso", WORK, "Ken")
    return world


def signed_in(world: World, name: str, platform: str = "android", email: str = KEN) -> Device:
    device = world.add_device(name, "Ken", platform)
    world.personal.sign_in(device, email)
    return device


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(Refusal) as caught:
        act()
    return caught.value.code


def calls(world: World, device: Device, email: str) -> list[Callable[[], object]]:
    return [
        lambda: world.microsoft.put(device, email, b"blob"),
        lambda: world.microsoft.get(device, email),
        lambda: world.microsoft.delete(device, email),
        lambda: world.microsoft.has(device, email),
    ]


def test_what_one_phone_writes_the_next_reads(world: World) -> None:
    old, new = signed_in(world, "Ken's Pixel"), signed_in(world, "New Pixel")
    assert world.microsoft.get(new, KEN) is None
    assert not world.microsoft.has(new, KEN)
    world.microsoft.put(old, KEN, b"blob")
    assert world.microsoft.has(new, KEN)
    assert world.microsoft.get(new, KEN) == b"blob"


def test_there_is_one_copy_and_no_way_back(world: World) -> None:
    """A10, S31, S43."""
    old, new = signed_in(world, "Ken's Pixel"), signed_in(world, "New Pixel")
    world.microsoft.put(old, KEN, b"everything")
    world.timeline.advance(SECOND_MS)
    world.microsoft.put(new, KEN, b"nothing")
    assert world.microsoft.get(old, KEN) == b"nothing"
    (slot,) = world.microsoft.slots().values()
    assert (slot.blob, slot.written_at_ms, slot.by_device) == (b"nothing", world.now_ms, "New Pixel")
    assert world.microsoft.delete(old, KEN)
    assert not world.microsoft.delete(new, KEN)
    assert world.microsoft.get(new, KEN) is None


def test_each_kind_of_phone_has_its_own_copy(world: World) -> None:
    """A13."""
    pixel, iphone = signed_in(world, "Ken's Pixel"), signed_in(world, "Ken's iPhone", "ios")
    world.microsoft.put(pixel, KEN, b"android")
    assert world.microsoft.get(iphone, KEN) is None
    world.microsoft.put(iphone, KEN, b"ios")
    assert world.microsoft.get(pixel, KEN) == b"android"
    assert dict(world.microsoft.blobs()) == {
        "Microsoft storage/ken@outlook.example/android": b"android",
        "Microsoft storage/ken@outlook.example/ios": b"ios",
    }


def test_each_account_has_its_own_copy(world: World) -> None:
    world.personal.create("other@outlook.example", "Ken")
    pixel = signed_in(world, "Ken's Pixel")
    world.personal.sign_in(pixel, "other@outlook.example")
    world.microsoft.put(pixel, KEN, b"blob")
    assert world.microsoft.get(pixel, "other@outlook.example") is None


def test_work_accounts_are_refused(world: World) -> None:
    """A05, S42."""
    pixel = signed_in(world, "Ken's Pixel")
    for email in (WORK, "nobody@outlook.example"):
        for act in calls(world, pixel, email):
            assert refused(act) == "not-personal"
    assert world.microsoft.slots() == {}


def test_a_phone_that_is_not_signed_in_is_refused(world: World) -> None:
    pixel = world.add_device("Ken's Pixel", "Ken", "android")
    for act in calls(world, pixel, KEN):
        assert refused(act) == "signed-out"
    world.personal.sign_in(pixel, KEN)
    world.microsoft.put(pixel, KEN, b"blob")
    world.personal.expire_sessions(KEN)
    for act in calls(world, pixel, KEN):
        assert refused(act) == "signed-out"
    assert len(world.microsoft.slots()) == 1


def test_faults_of_the_network_are_refusals(world: World) -> None:
    pixel = signed_in(world, "Ken's Pixel")
    world.network.partition("microsoft", "*")
    for act in calls(world, pixel, KEN):
        assert refused(act) == "offline"
    world.network.heal("microsoft", "*")
    world.network.lose("microsoft", 100)
    assert refused(lambda: world.microsoft.put(pixel, KEN, b"blob")) == "timed-out"
    assert world.microsoft.slots() == {}
    world.network.stop_losing("microsoft")
    world.network.slow("microsoft", 6 * SECOND_MS)  # longer than one try waits, so it is sent again
    world.microsoft.put(pixel, KEN, b"first")
    world.network.restore_speed("microsoft")
    world.microsoft.put(pixel, KEN, b"second")
    world.timeline.advance(HOUR_MS)
    assert world.microsoft.get(pixel, KEN) == b"second"


def test_every_call_is_told_and_no_blob_is(world: World) -> None:
    pixel = signed_in(world, "Ken's Pixel")
    world.microsoft.put(pixel, KEN, b"a blob of bytes")
    told = list(world.trace)[-1]
    assert (told.actor, told.verb, told.target, told.outcome) == ("Ken's Pixel", "cloud-put", KEN, "ok")
    assert "a blob" not in repr(world.microsoft.slots())
    assert b"a blob" not in world.trace.to_jsonl()
