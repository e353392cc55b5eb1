"""What somebody who reads a cloud's storage learns from it."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Callable

import pytest

from lostphone.base.randomness import Streams
from lostphone.base.secret import Secret
from lostphone.formats.envelope import FULL, TEST, EnvelopeHeader, KdfCost, Passphrase, seal
from lostphone.stories.actions.accounts import CreatePersonal, EnrolAtSite, OpenSite, SignInPersonal
from lostphone.stories.actions.backup import TurnBackupOn
from lostphone.stories.actions.faults import MendBackups, SpoilBackups
from lostphone.stories.actions.phones import GivePhone
from lostphone.stories.actions.time import WaitUntil
from lostphone.stories.spoiling import places, store
from lostphone.stories.storage_reader import learnt
from lostphone.stories.story import Story, Unexpected

PHONE, EMAIL = "Nora's Android phone", "nora@outlook.com"
KEY = bytes(range(100, 132))
RANDOM = Streams(7).named("onlooker").randbytes


def told() -> Story:
    """Nora's one account is in a backup."""
    story = Story()
    story.do(WaitUntil(1_772_496_000_000))
    story.do(CreatePersonal(EMAIL, "Nora"))
    story.do(GivePhone(PHONE, "Nora", "android", "15"))
    story.do(SignInPersonal(PHONE, EMAIL))
    story.do(OpenSite("Kinetic Bank"))
    story.do(EnrolAtSite(PHONE, "Kinetic Bank", rfc_secret=True))
    story.do(TurnBackupOn(PHONE, EMAIL))
    story.expect_success()
    return story


def sealed(contents: bytes, key: Secret, cost: KdfCost = FULL) -> bytes:
    return seal(
        contents,
        key=key,
        header=EnvelopeHeader("android", 0),
        random=RANDOM,
        cost=cost,
        policy=lambda _: None,
    )


def put(story: Story, blob: bytes) -> None:
    [(place, _)] = places(story.world, "Nora")
    store(story.world, place, blob)


BLOCK, OTHER = bytes(range(128, 144)), bytes(range(160, 176))
BEHIND = {
    "a secret can be read": lambda whole: whole + b"12345678901234567890",
    "the name 'Kinetic Bank' can be read": lambda whole: whole + b"kinetic Kinetic Bank",
    "the name 'nora@example.com' can be read": lambda whole: whole + b"nora@example.com".hex().encode(),
    "equal blocks show what is equal": lambda whole: whole + BLOCK + OTHER + BLOCK,
    "a passphrase is stretched with 10000 rounds where 600000 are due": lambda _: sealed(
        b"list", Passphrase("correct horse battery"), KdfCost(10_000, 8)
    ),
    "a passphrase of one character opens what is": lambda _: sealed(b"list", Passphrase("7"), TEST),
}


def test_a_sealed_backup_says_nothing() -> None:
    assert learnt(told().world) == ""


@pytest.mark.parametrize(("found", "spoil"), BEHIND.items(), ids=list(BEHIND))
def test_what_shows_is_found(found: str, spoil: Callable[[bytes], bytes]) -> None:
    story = told()
    [(_, whole)] = places(story.world, "Nora")
    put(story, spoil(whole))
    assert learnt(story.world) == f"{found} in Microsoft storage/nora@outlook.com/android"


def test_a_secret_is_put_together_from_two_blobs_of_one_store() -> None:
    story = told()
    for email in ("mika@icloud.com", "ryo@icloud.com"):
        story.world.icloud.create(email, "Mika")
    mika, ryo = (story.world.icloud.account(f"{name}@icloud.com") for name in ("mika", "ryo"))
    secret = Secret(RANDOM(10))
    story.world.trace.keep_secret(secret)
    mika.container["one"], ryo.container["two"] = secret.base32()[:8].encode(), secret.base32()[8:].encode()
    assert learnt(story.world) == ""
    mika.container["two"] = ryo.container["two"]
    assert learnt(story.world) == (
        "a secret can be put together from iCloud/mika@icloud.com/container/one and "
        "iCloud/mika@icloud.com/container/two"
    )


@pytest.mark.parametrize(
    "packed", [zlib.compress, base64.b85encode, lambda text: zlib.compress(text).hex().encode()]
)
def test_a_name_is_found_in_what_is_packed(packed: Callable[[bytes], bytes]) -> None:
    story = told()
    [(_, whole)] = places(story.world, "Nora")
    put(story, whole + packed(b'[{"issuer":"Kinetic Bank","digits":6}]'))
    assert (
        learnt(story.world)
        == "the name 'Kinetic Bank' can be read in Microsoft storage/nora@outlook.com/android"
    )


@pytest.mark.parametrize(
    "blob",
    [sealed(b"list", Passphrase("correct horse"), TEST), sealed(b"list", Secret(KEY)), bytes(96)],
    ids=["a good passphrase", "a key that is not there", "nothing but noughts"],
)
def test_what_does_not_show_is_not_found(blob: bytes) -> None:
    story = told()
    put(story, blob)
    assert learnt(story.world) == ""


def test_a_key_is_found_beside_its_lock_in_one_store_and_not_in_two() -> None:
    story = told()
    for email in ("mika@icloud.com", "ryo@icloud.com"):
        story.world.icloud.create(email, "Mika")
    mika, ryo = (story.world.icloud.account(f"{name}@icloud.com") for name in ("mika", "ryo"))
    mika.container["names"] = sealed(b"list", Secret(KEY))
    ryo.container["key"] = b"key:" + KEY
    assert learnt(story.world) == ""
    mika.container["key"] = b"key:" + KEY
    assert learnt(story.world) == (
        "the key lies in the same store as what is in iCloud/mika@icloud.com/container/names"
    )


def test_backups_of_both_kinds_change_places_and_back() -> None:
    story = told()
    story.do(SpoilBackups("Nora", "exchanged"))
    with pytest.raises(Unexpected, match="no backups of both kinds of phone"):
        story.finish()
    [(android, _)] = places(story.world, "Nora")
    story.world.icloud.create("nora@icloud.com", "Nora")
    story.world.icloud.account("nora@icloud.com").container["backup"] = b"of the iPhone"
    before = dict(places(story.world, "Nora"))
    story.do(SpoilBackups("Nora", "exchanged"))
    after = dict(places(story.world, "Nora"))
    assert list(after) == list(before)
    assert after[android] == b"of the iPhone"
    assert sorted(after.values()) == sorted(before.values())
    story.do(MendBackups("Nora"))
    assert dict(places(story.world, "Nora")) == before
