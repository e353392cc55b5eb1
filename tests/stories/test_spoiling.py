"""What becomes of stored backups in a story, and how two of them are compared."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lostphone.base.randomness import Streams
from lostphone.base.secret import Secret
from lostphone.formats.envelope import EnvelopeHeader, NewerSchema, open_envelope, seal
from lostphone.refusal import Refusal
from lostphone.stories.actions.accounts import CreatePersonal, SignInPersonal
from lostphone.stories.actions.backup import TurnBackupOn
from lostphone.stories.actions.faults import MendBackups, SpoilBackups
from lostphone.stories.actions.phones import GivePhone
from lostphone.stories.actions.time import WaitUntil
from lostphone.stories.spoiling import SPOILINGS, likeness, newer_format, places, store
from lostphone.stories.story import Story, Unexpected

PHONE, EMAIL = "Nora's Android phone", "nora@outlook.com"
KEY = Secret(bytes(range(32)))


def told() -> Story:
    """Somebody with a backup."""
    story = Story()
    story.do(WaitUntil(1_772_496_000_000))
    story.do(CreatePersonal(EMAIL, "Nora"))
    story.do(GivePhone(PHONE, "Nora", "android", "15"))
    story.do(SignInPersonal(PHONE, EMAIL))
    story.do(TurnBackupOn(PHONE, EMAIL))
    story.expect_success()
    return story


def stored(story: Story) -> bytes:
    [(_, blob)] = places(story.world, "Nora")
    return blob


@pytest.fixture
def story() -> Story:
    return told()


@pytest.mark.parametrize("how", SPOILINGS)
def test_a_spoiled_backup_is_another_and_mending_brings_back_every_byte(story: Story, how: str) -> None:
    before = stored(story)
    story.do(SpoilBackups("Nora", how))  # type: ignore[arg-type]
    assert stored(story) != before
    story.do(MendBackups("Nora"))
    assert stored(story) == before


def test_spoiled_twice_and_mended_once_it_is_as_it_was_before_both(story: Story) -> None:
    before = stored(story)
    story.do(SpoilBackups("Nora", "newer-format"))
    story.do(SpoilBackups("Nora", "cut-short"))
    story.do(MendBackups("Nora"))
    assert stored(story) == before


def test_what_was_stored_since_is_not_mended_away(story: Story) -> None:
    story.do(SpoilBackups("Nora", "altered"))
    [(place, _)] = places(story.world, "Nora")
    store(story.world, place, b"newer")
    story.do(MendBackups("Nora"))
    assert stored(story) == b"newer"


def test_a_wrong_key_is_wrong_until_it_is_mended(story: Story) -> None:
    device = story.world.device(PHONE)
    right = story.world.personal.recovery_key(device, EMAIL)
    blob = stored(story)
    story.do(SpoilBackups("Nora", "wrong-key"))
    assert story.world.personal.recovery_key(device, EMAIL) != right
    assert stored(story) == blob
    story.do(MendBackups("Nora"))
    assert story.world.personal.recovery_key(device, EMAIL) == right


def test_spoiling_needs_something_to_spoil() -> None:
    empty = Story()
    empty.do(SpoilBackups("Nora", "altered"))
    with pytest.raises(Unexpected, match="no cloud holds a backup of Nora"):
        empty.finish()


def test_only_a_known_form_has_a_version_to_raise() -> None:
    sealed = seal(b"x", key=KEY, header=EnvelopeHeader("ios", 0), random=Streams(1).named("x").randbytes)
    with pytest.raises(NewerSchema):
        open_envelope(newer_format(sealed), key=KEY)
    with pytest.raises(Refusal, match="no form"):
        newer_format(b'{"version": 1}')


HEADER = b'{"platform":"android","created_ms":1772496000000,"schema":1,"salt":"'


@given(st.binary(min_size=64, max_size=200), st.binary(min_size=3, max_size=9), st.binary(max_size=9))
def test_the_same_contents_are_seen_wherever_they_stand(body: bytes, before: bytes, after: bytes) -> None:
    encoded = base64.b64encode(body)
    assert likeness(HEADER + b'"' + encoded, before + encoded + after)


@given(st.integers(0, 2**32), st.integers(0, 2**32))
def test_descriptions_alone_are_no_likeness(one: int, other: int) -> None:
    sealed = [HEADER + Streams(seed).named(name).randbytes(300) for seed, name in ((one, "a"), (other, "b"))]
    assert not likeness(*sealed)
