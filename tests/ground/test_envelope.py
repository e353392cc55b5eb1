"""Envelopes: whatever was done to one, it opens to exactly what was sealed or is refused by name."""

from __future__ import annotations

import hashlib
import hmac
import traceback

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lostphone.base.randomness import Streams
from lostphone.base.secret import Finder, Secret
from lostphone.formats.envelope import (
    FULL,
    SCHEMA,
    TEST,
    AccountHint,
    EnvelopeError,
    EnvelopeHeader,
    KdfCost,
    NewerSchema,
    NotAnEnvelope,
    Passphrase,
    Tampered,
    Truncated,
    WeakPassphrase,
    WrongKey,
    open_envelope,
    read_header,
    require_strength,
    seal,
)

SERVICE_KEY = Secret(bytes(range(32)))
PASSPHRASE = Passphrase("correct horse battery")
CONTENTS = b'{"accounts": [{"issuer": "GitHub", "secret": "JBSWY3DPEHPK3PXP"}]}'
HEADER = EnvelopeHeader("android", 1_754_006_390_000)
PREAMBLE_BYTES = 15


def sealed(contents=CONTENTS, key=PASSPHRASE, header=HEADER, seed=7, cost=TEST):
    return seal(contents, key=key, header=header, random=Streams(seed).named("x").randbytes, cost=cost)


BLOBS = {"passphrase": (sealed(), PASSPHRASE), "service key": (sealed(key=SERVICE_KEY), SERVICE_KEY)}
both = pytest.mark.parametrize("how", list(BLOBS))


@given(st.binary(max_size=300), st.text(min_size=8, max_size=30), st.integers(0, 2**53), st.text(max_size=20))
def test_what_is_sealed_opens_to_the_same(contents, passphrase, created_ms, platform):
    hint = AccountHint.of("mika@outlook.com", Streams(1).named("hint").randbytes)
    header = EnvelopeHeader(platform, created_ms, SCHEMA, hint)
    for key in (SERVICE_KEY, Passphrase(passphrase)):
        blob = seal(
            contents,
            key=key,
            header=header,
            random=Streams(2).named("seal").randbytes,
            cost=TEST,
            policy=lambda passphrase: None,
        )
        found, opened = open_envelope(blob, key=key)
        assert opened == contents
        assert (found.platform, found.created_ms, found.schema) == (platform, created_ms, SCHEMA)
        assert found.account_hint == hint
        assert read_header(blob) == found


@both
def test_any_flipped_bit_is_refused(how):
    blob, key = BLOBS[how]
    for at in range(8 * len(blob)):
        damaged = bytearray(blob)
        damaged[at // 8] ^= 1 << at % 8
        with pytest.raises(EnvelopeError) as caught:
            open_envelope(bytes(damaged), key=key)
        assert not isinstance(caught.value, WrongKey), f"bit {at}: damage told as a wrong key"
        if at // 8 < 8 or damaged[8] == 0:
            assert type(caught.value) is NotAnEnvelope
        if at // 8 >= PREAMBLE_BYTES:
            assert type(caught.value) is Tampered


@both
def test_any_truncation_is_told_as_one(how):
    blob, key = BLOBS[how]
    for length in range(len(blob)):
        with pytest.raises(Truncated):
            open_envelope(blob[:length], key=key)
        with pytest.raises(Truncated):
            read_header(blob[:length])


@both
def test_any_addition_is_refused(how):
    blob, key = BLOBS[how]
    for damaged in (blob + b"\0", blob + blob):
        with pytest.raises(Tampered, match="more than it was made with"):
            open_envelope(damaged, key=key)


def with_mended_sum(blob: bytes) -> bytes:
    """What somebody does who changes the header on purpose."""
    ends = PREAMBLE_BYTES + int.from_bytes(blob[9:11], "big") + 12 + 16
    return blob[:ends] + hashlib.sha256(blob[:ends]).digest()[:16] + blob[ends + 16 :]


@both
def test_any_changed_header_is_refused_even_when_its_sum_was_mended(how):
    blob, key = BLOBS[how]
    ends = PREAMBLE_BYTES + int.from_bytes(blob[9:11], "big") + 12 + 16
    for at in range(8 * PREAMBLE_BYTES, 8 * ends):
        damaged = bytearray(blob)
        damaged[at // 8] ^= 1 << at % 8
        with pytest.raises(EnvelopeError):
            open_envelope(with_mended_sum(bytes(damaged)), key=key)


@pytest.mark.parametrize("changed", [(b'"android"', b'"ios"    '), (b"1754006390000", b"1754006390001")])
@both
def test_the_header_is_authenticated_and_not_only_summed(how, changed):
    blob, key = BLOBS[how]
    forged = with_mended_sum(blob.replace(*changed))
    assert forged != blob
    assert read_header(forged) != read_header(blob), "the reader alone cannot know"
    with pytest.raises(Tampered):
        open_envelope(forged, key=key)


def with_header(told: bytes) -> bytes:
    blob = BLOBS["passphrase"][0]
    was = int.from_bytes(blob[9:11], "big")
    front = blob[:9] + len(told).to_bytes(2, "big") + blob[11:PREAMBLE_BYTES]
    return with_mended_sum(front + told + blob[PREAMBLE_BYTES + was :])


TOLD = msgspec.json.encode(read_header(BLOBS["passphrase"][0]))


@pytest.mark.parametrize(
    "told",
    [
        b"",
        b"{}",
        b"[]",
        b"\xff",
        b'{"schema": 1',
        b'{"schema": 1}',
        b'{"x":' + b"[" * 60_000,
        TOLD.replace(b'"run_rounds":8', b'"run_rounds":0'),
        TOLD.replace(b'"run_rounds":8', b'"run_rounds":600001'),
        TOLD.replace(b"600000", b"4000000000"),
        TOLD.replace(b'"run_rounds":8', b'"run_rounds":1e300'),
        TOLD.replace(b"PBKDF2-HMAC-SHA256", b"ROT13"),
        TOLD.replace(b'"schema":1', b'"schema":"1"'),
        TOLD.replace(b"{", b'{"extra":1,', 1),
    ],
)
def test_a_forged_header_costs_no_time_and_no_crash(told):
    assert told != TOLD
    with pytest.raises(Tampered):
        open_envelope(with_header(told), key=PASSPHRASE)


def test_a_body_shorter_than_its_seal_is_refused():
    blob, key = BLOBS["passphrase"]
    body = int.from_bytes(blob[11:15], "big")
    cut = with_mended_sum(blob[:11] + (3).to_bytes(4, "big") + blob[15:])[: len(blob) - body + 3]
    with pytest.raises(Tampered):
        open_envelope(cut, key=key)


@given(st.binary(max_size=200))
def test_other_bytes_are_refused_by_name(raw):
    for blob in (raw, b"LOSTBKUP" + raw, b"LOSTBKUP\x01" + raw):
        with pytest.raises(EnvelopeError):
            open_envelope(blob, key=PASSPHRASE)
    with pytest.raises(NotAnEnvelope):
        open_envelope(b"x" + raw, key=PASSPHRASE)


@pytest.mark.parametrize(
    ("how", "key", "says"),
    [
        ("passphrase", Passphrase("correct horse batterz"), "the passphrase is not the one"),
        ("passphrase", SERVICE_KEY, "opens with a passphrase, not with a key kept by a service"),
        ("service key", Secret(bytes(32)), "the key is not the one"),
        ("service key", Secret(b"short"), "the key is not the one"),
        ("service key", PASSPHRASE, "opens with a key kept by a service, not with a passphrase"),
    ],
)
def test_a_wrong_key_is_told_apart_from_damage(how, key, says):
    with pytest.raises(WrongKey, match=says) as caught:
        open_envelope(BLOBS[how][0], key=key)
    told = "".join(traceback.format_exception(caught.value)) + repr(caught.value.__context__)
    assert Finder([key, SERVICE_KEY, PASSPHRASE]).find(told.encode()) is None


def test_a_newer_schema_is_named_before_any_key_is_tried():
    blob = sealed(header=EnvelopeHeader("ios", 0, SCHEMA + 2))
    with pytest.raises(NewerSchema, match="update the app") as caught:
        open_envelope(blob, key=Passphrase("not even the right one"))
    assert (caught.value.found, caught.value.supported) == (SCHEMA + 2, SCHEMA)
    newer_still = with_header(b'{"schema": 9, "compression": "zstd"}')
    with pytest.raises(NewerSchema):
        read_header(newer_still)
    blob = bytearray(sealed())
    blob[8] = 2
    with pytest.raises(NewerSchema):
        read_header(bytes(blob))


@both
def test_equal_contents_give_unequal_blobs(how):
    key = BLOBS[how][1]
    random = Streams(3).named("clouds").randbytes
    one, two = (seal(CONTENTS, key=key, header=HEADER, random=random, cost=TEST) for _ in range(2))
    assert one != two
    assert read_header(one).kdf.salt != read_header(two).kdf.salt
    body = len(CONTENTS) + 16
    nonce = slice(-body - 44, -body - 32)
    assert one[nonce] != two[nonce]
    blocks = [blob[at : at + 16] for blob in (one[-body:], two[-body:]) for at in range(0, body - 15, 16)]
    assert len(blocks) == len(set(blocks))


def test_two_users_with_equal_randomness_but_other_keys_share_no_bytes_of_the_body():
    mika, ryo = sealed(key=SERVICE_KEY), sealed(key=Secret(bytes(32)))
    body = len(CONTENTS) + 16
    assert mika[-body:] != ryo[-body:]
    check = slice(-body - 32, -body - 16)
    assert mika[check] != ryo[check]


def test_the_same_randomness_gives_the_same_blob():
    assert sealed(seed=5) == sealed(seed=5) != sealed(seed=6)


def test_nothing_secret_is_in_the_blob():
    hint = AccountHint.of("mika@outlook.com", Streams(1).named("hint").randbytes)
    blob = sealed(header=EnvelopeHeader("ios", 0, account_hint=hint))
    assert Finder([Secret(b"Hello!\xde\xad\xbe\xef"), PASSPHRASE, Secret(CONTENTS)]).find(blob) is None
    assert b"mika" not in blob.lower()
    assert b"GitHub" not in blob


def test_the_account_hint_knows_its_account_alone():
    random = Streams(1).named("hint").randbytes
    hint, again = (AccountHint.of("Mika@Outlook.com ", random) for _ in range(2))
    assert hint.matches("mika@outlook.com")
    assert not hint.matches("mika@outlook.co")
    assert hint.digest != again.digest


def test_the_cost_is_declared_honestly():
    kdf = read_header(sealed(cost=KdfCost(1_200_000, 2))).kdf
    assert (kdf.name, kdf.declared_rounds, kdf.run_rounds) == ("PBKDF2-HMAC-SHA256", 1_200_000, 2)
    assert kdf.simulated_ms == KdfCost(1_200_000, 2).simulated_ms == 500
    assert (FULL.declared_rounds, FULL.run_rounds, TEST.declared_rounds) == (600_000, 600_000, 600_000)
    service = read_header(sealed(key=SERVICE_KEY)).kdf
    assert (service.name, service.declared_rounds, service.simulated_ms) == ("HKDF-SHA256", 0, 0)


def test_the_rounds_are_really_run():
    blob = sealed(cost=KdfCost(600_000, 9))
    body_without_its_tag = slice(-len(CONTENTS) - 16, -16)
    assert blob[body_without_its_tag] != sealed(cost=KdfCost(600_000, 10))[body_without_its_tag]
    full = sealed(cost=KdfCost(1_000, 1_000))
    assert open_envelope(full, key=PASSPHRASE)[1] == CONTENTS


def test_the_key_is_derived_as_documented():
    """Against the standard library, so that another implementation can read these envelopes."""
    blob = sealed(cost=KdfCost(1_000, 37))
    kdf = read_header(blob).kdf
    assert kdf.run_rounds == 37
    stretched = hashlib.pbkdf2_hmac("sha256", PASSPHRASE.reveal(), kdf.salt, kdf.run_rounds)
    pseudorandom = hmac.digest(kdf.salt, stretched, "sha256")
    output, block = b"", b""
    for count in (1, 2):
        block = hmac.digest(pseudorandom, block + b"lostphone envelope 1" + bytes([count]), "sha256")
        output += block
    assert output[32:48] == blob[-len(CONTENTS) - 16 - 32 : -len(CONTENTS) - 16 - 16]


@pytest.mark.parametrize(
    ("text", "strong"), [("1234567", False), ("12345678", True), ("  １２３４５６７  ", False)]
)
def test_the_passphrase_policy(text, strong):
    if strong:
        require_strength(Passphrase(text))
        return
    with pytest.raises(WeakPassphrase, match="needs 8 characters; this one has 7"):
        require_strength(Passphrase(text))
    with pytest.raises(WeakPassphrase):
        sealed(key=Passphrase(text))


def test_a_passphrase_is_the_same_from_any_keyboard_and_never_shown():
    composed, decomposed = Passphrase("Größe 12345"), Passphrase("Gro\u0308ße １２３４５")
    assert composed == decomposed
    assert open_envelope(sealed(key=composed), key=decomposed)[1] == CONTENTS
    assert repr(composed) == "‹secret›"
    assert Passphrase("half a pair \ud83d") != Secret(b"half a pair \xed\xa0\xbd")


def test_mistakes_of_the_caller_are_told():
    with pytest.raises(ValueError, match="32 bytes, not 5"):
        sealed(key=Secret(b"short"))
    with pytest.raises(ValueError, match="gave 3 bytes instead of 16"):
        seal(b"", key=SERVICE_KEY, header=HEADER, random=lambda count: b"xyz")
    with pytest.raises(ValueError, match="at most 65535"):
        sealed(header=EnvelopeHeader("x" * 70_000, 0))
    for declared, run in ((1, 2), (0, 0), (20_000_000, 1)):
        with pytest.raises(ValueError, match="rounds are"):
            KdfCost(declared, run)
