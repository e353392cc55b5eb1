"""What depends on a secret and not on chance is no ciphertext, whatever it looks like."""

from __future__ import annotations

import base64
import hashlib
import random
import zlib
from collections.abc import Callable

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given, settings
from hypothesis import strategies as st

from lostphone.base.randomness import Redrawn, Streams
from lostphone.client.mutants import find_mutant
from lostphone.client.port import Client
from lostphone.client.reference import AuthenticatorApp, ReferenceClient
from lostphone.formats.otpauth import OtpAuth
from lostphone.stories.actions.accounts import CreatePersonal, EnrolAtSite, OpenSite, SignInPersonal
from lostphone.stories.actions.backup import TurnBackupOn
from lostphone.stories.actions.phones import GivePhone
from lostphone.stories.actions.time import WaitUntil
from lostphone.stories.likeness import differ_by_a_pattern, made_of_secrets
from lostphone.stories.story import Story
from lostphone.stories.twins import leaking_log, leaking_store

HEAD = b'{"format":"backup","version":3,"platform":"android","saved":1772496000000}'
KEY, OTHER_KEY = hashlib.sha256(b"a key").digest(), hashlib.sha256(b"another").digest()
SEALINGS: dict[str, Callable[[bytes, bytes], bytes]] = {}
GOOD: dict[str, Callable[[bytes, bytes], bytes]] = {}


def document(secret: bytes) -> bytes:
    return b'[{"issuer":"Kinetic Bank","name":"nora","secret":"' + base64.b32encode(secret) + b'"}]'


def xored(content: bytes, stream: bytes) -> bytes:
    return bytes(byte ^ mask for byte, mask in zip(content, stream * len(content), strict=False))


def keystream(seed: bytes) -> bytes:
    return b"".join(hashlib.sha256(seed + bytes([number])).digest() for number in range(32))


def sealed_again(secret: bytes, chance: bytes) -> bytes:
    return chance[:12] + AESGCM(KEY).encrypt(chance[:12], document(secret), HEAD)


GOOD["AES-GCM with a fresh nonce"] = sealed_again
GOOD["the same in Base64"] = lambda secret, chance: base64.b64encode(sealed_again(secret, chance))
GOOD["the same in hex"] = lambda secret, chance: sealed_again(secret, chance).hex().encode()
GOOD["the same as numbers"] = lambda secret, chance: str(list(sealed_again(secret, chance))).encode()
GOOD["packed first, so that lengths differ"] = lambda secret, chance: (
    chance[:12] + AESGCM(KEY).encrypt(chance[:12], zlib.compress(document(secret)), HEAD)
)
GOOD["a length and a check sum in front"] = lambda secret, chance: (
    b"%d %08x " % (len(zlib.compress(document(secret))), zlib.crc32(secret)) + sealed_again(secret, chance)
)
GOOD["an id by chance in front"] = lambda secret, chance: (
    chance[16:32].hex().encode() + sealed_again(secret, chance)
)
GOOD["the key in a header, wrapped"] = lambda secret, chance: (
    AESGCM(OTHER_KEY).encrypt(chance[:12], KEY, b"") + sealed_again(secret, chance)
)
SEALINGS["in clear"] = lambda secret, _: document(secret)
SEALINGS["a fixed nonce"] = lambda secret, _: AESGCM(KEY).encrypt(bytes(12), document(secret), HEAD)
SEALINGS["a fixed nonce, in Base64"] = lambda secret, _: base64.b64encode(
    AESGCM(KEY).encrypt(bytes(12), document(secret), HEAD)
)
SEALINGS["XOR a fixed keystream"] = lambda secret, _: xored(document(secret), keystream(KEY))
SEALINGS["the same behind good ciphertext"] = lambda secret, chance: (
    sealed_again(secret, chance) + b"--" + xored(document(secret), keystream(KEY))
)
SEALINGS["XOR a short key by chance"] = lambda secret, chance: xored(document(secret), chance[:7])
SEALINGS["plus a short key by chance"] = lambda secret, chance: bytes(
    (byte + mask) % 256 for byte, mask in zip(document(secret), chance[:5] * 99, strict=False)
)
SEALINGS["Gray code"] = lambda secret, chance: chance[:16] + bytes(byte ^ byte >> 1 for byte in secret)
SEALINGS["every second letter first"] = lambda secret, chance: (
    chance[:8].hex().encode() + b" " + base64.b32encode(secret)[::2] + base64.b32encode(secret)[1::2]
)
SEALINGS["a digest without salt"] = lambda secret, chance: chance[:16] + hashlib.sha256(secret).digest()
SEALINGS["words of a list"] = lambda secret, _: b" ".join(
    hashlib.sha256(bytes([byte, 1])).hexdigest()[:5].encode() for byte in secret
)


def four(seal: Callable[[bytes, bytes], bytes], seed: int = 0) -> list[list[bytes]]:
    """Blobs of four worlds: two with one secret, then two with another."""
    draw = random.Random(seed)
    secrets = [draw.randbytes(20), draw.randbytes(20)]
    return [[HEAD + seal(secrets[world // 2], draw.randbytes(64))] for world in range(4)]


def tells(seal: Callable[[bytes, bytes], bytes], seed: int = 0) -> bool:
    one, again, other, other_again = four(seal, seed)
    by_secret = made_of_secrets(one, again, [*other, *other_again]) and made_of_secrets(
        other, other_again, [*one, *again]
    )
    return by_secret or (differ_by_a_pattern(one, again) and differ_by_a_pattern(other, other_again))


@pytest.mark.parametrize("name", SEALINGS)
def test_what_hides_nothing_is_told(name: str) -> None:
    assert all(tells(SEALINGS[name], seed) for seed in range(10))


@pytest.mark.parametrize("name", GOOD)
def test_what_is_sealed_well_is_not(name: str) -> None:
    assert not any(tells(GOOD[name], seed) for seed in range(30))


@settings(deadline=None)
@given(st.integers(), st.integers(0, 600), st.sampled_from([bytes, bytes.hex, base64.b64encode, list]))
def test_random_bytes_are_never_told(seed: int, size: int, show: Callable[[bytes], object]) -> None:
    def seal(_secret: bytes, chance: bytes) -> bytes:
        shown = show(random.Random(chance).randbytes(size))
        return shown if isinstance(shown, bytes) else str(shown).encode()

    assert not tells(seal, seed)


# Whole stories


def told(client: Callable[[], Client] = ReferenceClient, seed: int = 3) -> Story:
    """Nora's one account is in a backup."""
    story = Story(seed=seed, client=client)
    story.do(WaitUntil(1_772_496_000_000))
    story.do(CreatePersonal("nora@outlook.com", "Nora"))
    story.do(GivePhone("Nora's Android phone", "Nora", "android", "15"))
    story.do(SignInPersonal("Nora's Android phone", "nora@outlook.com"))
    story.do(OpenSite("Kinetic Bank"))
    story.do(EnrolAtSite("Nora's Android phone", "Kinetic Bank"))
    story.do(TurnBackupOn("Nora's Android phone", "nora@outlook.com"))
    story.expect_success()
    return story


def test_streams_are_drawn_anew_by_their_names() -> None:
    names = ("site/GitHub", "personal/a@b/codes", "personal/a@b/key", "device/phone", "network")
    plain = [Streams(7).take_bytes(name, 8) for name in names]
    assert [Streams(7, Redrawn()).take_bytes(name, 8) for name in names] == plain
    for redrawn, changed in ((Redrawn(secrets=1), names[:2]), (Redrawn(chance=1), names[3:4])):
        again = [Streams(7, redrawn).take_bytes(name, 8) for name in names]
        assert [name for name, one, two in zip(names, plain, again, strict=True) if one != two] == [*changed]


def test_twins_differ_in_what_is_drawn_anew_alone() -> None:
    story = told()
    twins = story.twins()
    assert twins is not None
    first, *others = [kept.stored["Microsoft storage/nora@outlook.com"] for kept in twins]
    assert first == [blob for _, blob in story.world.microsoft.blobs()]
    assert all(len(other) == len(first) and other != first for other in others)
    assert leaking_store(twins) == leaking_log(twins) == ""


def test_a_story_goes_on_after_its_twins_were_played() -> None:
    one = ReferenceClient()
    story = told(lambda: one)
    before = story.world
    fingerprint = before.trace.fingerprint()
    assert story.twins() is not None
    assert story.world is not before
    assert story.world.trace.fingerprint() == fingerprint
    story.do(OpenSite("GitHub"))
    story.do(EnrolAtSite("Nora's Android phone", "GitHub"))
    story.expect_success()


@pytest.mark.parametrize(
    "mutant", ["fixed-keystream", "static-salt", "plaintext-by-default", "packed-in-clear"]
)
def test_a_store_that_repeats_is_told(mutant: str) -> None:
    twins = told(find_mutant(mutant).client).twins()
    assert twins is not None
    assert leaking_store(twins) == "Microsoft storage/nora@outlook.com"


LOGS: dict[str, tuple[Callable[[bytes], str], bool]] = {
    "every second letter first": (lambda raw: base64.b32encode(raw).decode()[::2] + raw.hex()[1::2], True),
    "Gray code": (lambda raw: bytes(byte ^ byte >> 1 for byte in raw).hex(), True),
    "one letter a line": (
        lambda raw: "\n".join(f"letter {ch} was read" for ch in base64.b32encode(raw).decode()),
        True,
    ),
    "how long it is": (lambda raw: f"a key of {len(raw)} bytes was scanned", False),
    "a check sum": (lambda raw: f"scanned, {zlib.crc32(raw):08x}", False),
    "a code": (lambda raw: f"shows {int.from_bytes(raw[:4], 'big') % 1_000_000:06d}", False),
}


@pytest.mark.parametrize("name", LOGS)
def test_a_log_that_depends_on_a_secret_is_told(name: str) -> None:
    say, leaks = LOGS[name]

    class Logging(AuthenticatorApp):
        def _read_link(self, uri: str) -> OtpAuth:
            link = super()._read_link(uri)
            self.host.log(say(link.secret.reveal()))
            return link

    twins = told(lambda: ReferenceClient(Logging)).twins()
    assert twins is not None
    assert (leaking_log(twins) == "Nora's Android phone") == leaks
