"""Passkeys are checked by the WebAuthn library: whatever is wrong in a response is refused (C15 to C17)."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lostphone.formats.webauthn import (
    AUTHENTICATOR_AAGUIDS,
    make_assertion,
    make_credential,
    private_key,
)
from lostphone.refusal import Refusal
from lostphone.world.devices.device import Device
from lostphone.world.world import World

RP = "github.com"
SEED = b"seed of Mika's passkey for tests"
ID = b"credential of Mika's iPhone"
IOS = AUTHENTICATOR_AAGUIDS["ios"]


@pytest.fixture
def world() -> World:
    return World(seed=11)


@pytest.fixture
def phone(world: World) -> Device:
    return world.add_device("Mika's iPhone", "Mika", "ios")


def register(world: World, phone: Device, seed: bytes = SEED, credential_id: bytes = ID) -> None:
    options = world.passkeys.begin_registration(RP, "Mika", phone)
    world.passkeys.complete_registration(RP, "Mika", make_credential(options, seed, credential_id, IOS))


def refused(world: World, response: Any, owner: str = "Mika") -> str:
    with pytest.raises(Refusal) as caught:
        world.passkeys.complete_assertion(RP, owner, response)
    return caught.value.code


def tampered(response: dict[str, Any], part: str, at: int) -> dict[str, Any]:
    """The response with one bit of a part flipped."""
    padded = response["response"][part] + "=="
    raw = bytearray(base64.urlsafe_b64decode(padded))
    raw[at] ^= 1
    changed = base64.urlsafe_b64encode(bytes(raw)).decode().rstrip("=")
    return {**response, "response": {**response["response"], part: changed}}


def test_a_passkey_registers_and_signs_in(world: World, phone: Device) -> None:
    register(world, phone)
    for counter in (1, 2, 7):
        options = world.passkeys.begin_assertion(RP, "Mika")
        world.passkeys.complete_assertion(RP, "Mika", make_assertion(options, SEED, ID, counter))
    (credential,) = world.passkeys.rp(RP).credentials_of("Mika")
    assert (credential.id, credential.counter, credential.device_id) == (ID, 7, "Mika's iPhone")
    assert credential.aaguid == IOS


def test_options_and_responses_are_plain_json(world: World, phone: Device) -> None:
    options = world.passkeys.begin_registration(RP, "Mika", phone)
    assert json.loads(json.dumps(options)) == options
    assert type(options["publicKey"]["user"]) is dict
    response = make_credential(options, SEED, ID, IOS)
    assert json.loads(json.dumps(response)) == response
    # Some clients are handed the inner dictionary alone.
    assert make_credential(options["publicKey"], SEED, ID, IOS) == response


def test_the_aaguids_are_the_published_ones() -> None:
    assert AUTHENTICATOR_AAGUIDS["ios"].hex() == "90a3ccdf635c4729a2489b709135078f"
    assert AUTHENTICATOR_AAGUIDS["android"].hex() == "de1e552ddb1d4423a619566b625cdc84"


def test_a_passkey_without_counter_may_always_say_zero(world: World, phone: Device) -> None:
    register(world, phone)
    for _ in range(2):
        options = world.passkeys.begin_assertion(RP, "Mika")
        world.passkeys.complete_assertion(RP, "Mika", make_assertion(options, SEED, ID, 0))


@pytest.mark.parametrize("second", [0, 4, 5])
def test_a_counter_that_does_not_grow_is_a_copy(world: World, phone: Device, second: int) -> None:
    register(world, phone)
    options = world.passkeys.begin_assertion(RP, "Mika")
    world.passkeys.complete_assertion(RP, "Mika", make_assertion(options, SEED, ID, 5))
    options = world.passkeys.begin_assertion(RP, "Mika")
    assert refused(world, make_assertion(options, SEED, ID, second)) == "tampered"


def test_the_answer_to_an_older_challenge_is_refused(world: World, phone: Device) -> None:
    register(world, phone)
    old = world.passkeys.begin_assertion(RP, "Mika")
    world.passkeys.begin_assertion(RP, "Mika")
    assert refused(world, make_assertion(old, SEED, ID, 1)) == "tampered"


def test_a_response_counts_once(world: World, phone: Device) -> None:
    register(world, phone)
    options = world.passkeys.begin_assertion(RP, "Mika")
    response = make_assertion(options, SEED, ID, 1)
    world.passkeys.complete_assertion(RP, "Mika", response)
    assert refused(world, response) == "bad-input"


def test_a_passkey_answers_its_own_site_alone(world: World, phone: Device) -> None:
    register(world, phone)
    options = world.passkeys.begin_assertion(RP, "Mika")
    elsewhere = {"publicKey": {**options["publicKey"], "rpId": "github.com.evil.example"}}
    assert refused(world, make_assertion(elsewhere, SEED, ID, 1)) == "tampered"
    options = world.passkeys.begin_assertion(RP, "Mika")
    phished = make_assertion(options, SEED, ID, 1, origin="https://github.com.evil.example")
    assert refused(world, phished) == "tampered"
    options = world.passkeys.begin_assertion(RP, "Mika")
    wrong_hash = make_assertion(elsewhere, SEED, ID, 1, origin="https://github.com")
    assert refused(world, wrong_hash) == "tampered"
    options = world.passkeys.begin_registration(RP, "Ken", phone)
    made = make_credential(options, SEED, b"other", IOS, origin="https://evil.example")
    with pytest.raises(Refusal, match="origin"):
        world.passkeys.complete_registration(RP, "Ken", made)


@pytest.mark.parametrize(("part", "at"), [("signature", -1), ("signature", 10), ("authenticatorData", -1)])
def test_a_flipped_bit_is_found(world: World, phone: Device, part: str, at: int) -> None:
    register(world, phone)
    options = world.passkeys.begin_assertion(RP, "Mika")
    response = make_assertion(options, SEED, ID, 1)
    assert refused(world, tampered(response, part, at)) == "tampered"


def test_another_key_and_an_unknown_credential_are_refused(world: World, phone: Device) -> None:
    register(world, phone)
    options = world.passkeys.begin_assertion(RP, "Mika")
    assert refused(world, make_assertion(options, b"another seed of 32 bytes at least", ID, 1)) == "tampered"
    options = world.passkeys.begin_assertion(RP, "Mika")
    assert refused(world, make_assertion(options, SEED, b"never registered", 1)) == "not-found"


def test_somebody_elses_passkey_does_not_open_the_account(world: World, phone: Device) -> None:
    register(world, phone)
    options = world.passkeys.begin_registration(RP, "Ken", phone)
    other = make_credential(options, b"seed of Ken's passkey for a test", b"Ken's credential", IOS)
    world.passkeys.complete_registration(RP, "Ken", other)
    options = world.passkeys.begin_assertion(RP, "Ken")
    assert refused(world, make_assertion(options, SEED, ID, 1), "Ken") == "not-found"


def test_a_removed_passkey_is_gone(world: World, phone: Device) -> None:
    register(world, phone)
    register(world, phone, b"seed of the second one, for a test", b"second")
    options = world.passkeys.begin_assertion(RP, "Mika")
    world.passkeys.remove_credential(RP, "Mika", ID)
    assert refused(world, make_assertion(options, SEED, ID, 1)) == "not-found"
    world.passkeys.remove_credential(RP, "Mika", b"second")
    with pytest.raises(Refusal, match="has no passkey"):
        world.passkeys.begin_assertion(RP, "Mika")
    with pytest.raises(Refusal, match="no such passkey"):
        world.passkeys.remove_credential(RP, "Mika", ID)


def test_a_registration_needs_a_question_and_a_new_credential(world: World, phone: Device) -> None:
    options = world.passkeys.begin_registration(RP, "Mika", phone)
    made = make_credential(options, SEED, ID, IOS)
    with pytest.raises(Refusal, match="asked Ken"):
        world.passkeys.complete_registration(RP, "Ken", made)
    world.passkeys.complete_registration(RP, "Mika", made)
    options = world.passkeys.begin_registration(RP, "Ken", phone)
    with pytest.raises(Refusal) as caught:
        world.passkeys.complete_registration(RP, "Ken", make_credential(options, SEED, ID, IOS))
    assert caught.value.code == "already-exists"


def test_a_model_can_be_insisted_on(world: World, phone: Device) -> None:
    options = world.passkeys.begin_registration(RP, "Mika", phone)
    with pytest.raises(Refusal) as caught:
        world.passkeys.complete_registration(
            RP, "Mika", make_credential(options, SEED, ID, IOS), AUTHENTICATOR_AAGUIDS["android"]
        )
    assert caught.value.code == "blocked-by-policy"
    assert world.passkeys.rp(RP).credentials_of("Mika") == []


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@settings(deadline=None)  # the first example pays for imports
@given(junk=json_values, part=st.sampled_from(["", "rawId", "response", "signature", "clientDataJSON"]))
def test_garbage_is_refused_and_nothing_else(junk: Any, part: str) -> None:
    world = World(seed=11)
    register(world, world.add_device("Mika's iPhone", "Mika", "ios"))
    response: Any = make_assertion(world.passkeys.begin_assertion(RP, "Mika"), SEED, ID, 1)
    if part == "":
        response = junk
    elif part in response:
        response[part] = junk
    else:
        response["response"][part] = junk
    assert refused(world, response) in ("bad-input", "tampered", "not-found")


@settings(deadline=None)  # the first example pays for imports
@given(junk=json_values, part=st.sampled_from(["", "response", "attestationObject", "clientDataJSON"]))
def test_garbage_at_registration_is_refused_too(junk: Any, part: str) -> None:
    world = World(seed=11)
    options = world.passkeys.begin_registration(RP, "Mika", world.add_device("iPhone", "Mika", "ios"))
    response: Any = make_credential(options, SEED, ID, IOS)
    if part == "":
        response = junk
    elif part in response:
        response[part] = junk
    else:
        response["response"][part] = junk
    with pytest.raises(Refusal) as caught:
        world.passkeys.complete_registration(RP, "Mika", response)
    assert caught.value.code in ("bad-input", "tampered")


@settings(deadline=None)  # the first example pays for imports
@given(st.binary(min_size=16, max_size=80))
def test_a_seed_is_a_key(seed: bytes) -> None:
    assert private_key(seed).private_numbers() == private_key(seed).private_numbers()


def test_a_short_seed_is_none() -> None:
    with pytest.raises(ValueError, match="too short"):
        private_key(b"fifteen bytes..")


def test_what_a_relying_party_says_is_told(world: World, phone: Device) -> None:
    register(world, phone)
    with pytest.raises(Refusal):
        world.passkeys.complete_registration(RP, "Mika", {})
    refused(world, {})
    world.passkeys.complete_assertion(
        RP, "Mika", make_assertion(world.passkeys.begin_assertion(RP, "Mika"), SEED, ID, 1)
    )
    world.passkeys.remove_credential(RP, "Mika", ID)
    assert [(event.actor, event.verb, event.outcome) for event in world.trace] == [
        (RP, "register-passkey", "ok"),
        (RP, "register-passkey", "bad-input"),
        (RP, "use-passkey", "bad-input"),
        (RP, "use-passkey", "ok"),
        (RP, "remove-passkey", "ok"),
    ]


def test_the_same_seed_asks_the_same_questions_and_the_trace_keeps_them_to_itself() -> None:
    def play() -> tuple[list[str], str]:
        world = World(seed=3)
        phone = world.add_device("Mika's iPhone", "Mika", "ios")
        register(world, phone)
        options = world.passkeys.begin_assertion(RP, "Mika")
        world.passkeys.complete_assertion(RP, "Mika", make_assertion(options, SEED, ID, 1))
        assert options["publicKey"]["challenge"].encode() not in world.trace.to_jsonl()
        return [options["publicKey"]["challenge"]], world.trace.fingerprint()

    assert play() == play()


def test_the_library_looks_at_each_of_its_types_once(world: World, phone: Device) -> None:
    from fido2 import utils

    register(world, phone)
    looked = utils.get_type_hints.cache_info().misses
    register(world, phone, b"another key" * 3, b"another id")
    assert utils.get_type_hints.cache_info().misses == looked
