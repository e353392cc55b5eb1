"""Entra tenants: what may be registered, who can still sign in, and where pushes go (facts C01 to C28)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from lostphone.base.clock import DAY_MS, MINUTE_MS, SECOND_MS, instant
from lostphone.formats.otp import totp
from lostphone.formats.otpauth import parse_otpauth
from lostphone.formats.webauthn import AUTHENTICATOR_AAGUIDS, make_assertion, make_credential
from lostphone.refusal import Refusal
from lostphone.world.devices.device import Device
from lostphone.world.identity.enrolment import MOST_AUTHENTICATORS
from lostphone.world.identity.policies import POLICIES
from lostphone.world.identity.push import CHALLENGE_MS
from lostphone.world.world import World

MIKA, ADA = "mika@contoso.com", "ada@contoso.com"
SEED = b"seed of Mika's work passkey, test"
LEGACY_END_MS = instant(2025, 9, 30)
SEVERAL_MS = instant(2022, 7, 14)
NUMBERS_MS = instant(2023, 5, 8)
UNUSUAL_MS = instant(2023, 8, 1)
NUDGE_MS = instant(2026, 9, 1)
SMS_END_MS = instant(2027, 2, 1)


def make_world(start_ms: int = instant(2025, 6, 30)) -> World:
    world = World(seed=2, start_ms=start_ms)
    world.tenants.create("Contoso", "contoso.com")
    world.tenants.add_user("Contoso", MIKA, "Mika", groups=("sales",))
    world.tenants.add_user("Contoso", ADA, "Ada", roles=("global administrator",))
    return world


@pytest.fixture
def world() -> World:
    return make_world()


def phone(world: World, device_id: str = "old", platform: str = "ios", os_version: str = "") -> Device:
    device = world.add_device(device_id, "Mika", platform, os_version)
    device.install_app("6.8.20")
    return device


def registered(world: World, device: Device, email: str = MIKA) -> Device:
    world.tenants.interactive_sign_in(device, email)
    world.tenants.register_authenticator(device, email)
    return device


def refused(ask: Callable[..., Any], *args: Any, **named: Any) -> str:
    with pytest.raises(Refusal) as caught:
        ask(*args, **named)
    return caught.value.code


def block(world: World, method: str, *policies: str) -> None:
    for policy in policies:
        world.tenants.set_policy("Contoso", policy, method, False)


# What may be registered


def test_any_of_three_policies_is_enough_until_the_older_two_end() -> None:
    world = make_world(LEGACY_END_MS - 1)
    block(world, "third-party-otp", "authentication-methods")
    assert world.tenants.may_register(MIKA, "third-party-otp")
    world.timeline.advance(1)
    assert not world.tenants.may_register(MIKA, "third-party-otp")


@pytest.mark.parametrize("open_policy", POLICIES)
def test_blocking_means_blocking_in_all(world: World, open_policy: str) -> None:
    block(world, "third-party-otp", *(policy for policy in POLICIES if policy != open_policy))
    assert world.tenants.may_register(MIKA, "third-party-otp")
    block(world, "third-party-otp", open_policy)
    assert not world.tenants.may_register(MIKA, "third-party-otp")
    assert world.tenants.may_register(MIKA, "authenticator")


def test_the_older_policies_cannot_be_managed_after_their_end() -> None:
    world = make_world(LEGACY_END_MS - 1)
    block(world, "sms", "legacy-mfa")
    world.timeline.advance(1)
    assert refused(block, world, "sms", "legacy-mfa") == "unavailable"
    block(world, "sms", "authentication-methods")


def test_the_older_policies_know_no_passkeys_and_no_passes(world: World) -> None:
    for method in ("passkey", "tap"):
        assert refused(block, world, method, "legacy-mfa") == "bad-input"
        block(world, method, "authentication-methods")
        assert not world.tenants.may_register(MIKA, method)
    assert refused(block, world, "fax", "authentication-methods") == "bad-input"


@pytest.mark.parametrize("excluded", [("sales",), (MIKA,)])
def test_groups_and_people_can_be_left_out(excluded: tuple[str, ...]) -> None:
    world = make_world(LEGACY_END_MS)
    world.tenants.set_policy("Contoso", "authentication-methods", "third-party-otp", True, excluded)
    assert not world.tenants.may_register(MIKA, "third-party-otp")
    assert world.tenants.may_register(ADA, "third-party-otp")


def test_administrators_may_register_all_the_same() -> None:
    world = make_world(LEGACY_END_MS)
    block(world, "third-party-otp", "authentication-methods")
    assert not world.tenants.may_register(MIKA, "third-party-otp")
    assert world.tenants.may_register(ADA, "third-party-otp")
    world.tenants.tenant("Contoso").administrators_may_register_all = False
    assert not world.tenants.may_register(ADA, "third-party-otp")


# Third-party entries


def test_a_third_party_entry_is_a_plain_one_time_password(world: World) -> None:
    entry = parse_otpauth(world.tenants.enrol_third_party_otp(phone(world), MIKA))
    assert (entry.issuer, entry.account, entry.kind) == ("Contoso", MIKA, "totp")
    code = totp(entry.secret, world.now_ms)
    world.tenants.check_code(MIKA, code)
    assert refused(world.tenants.check_code, MIKA, code) == "replayed"
    assert refused(world.tenants.check_code, MIKA, "no code") == "wrong-code"
    assert refused(world.tenants.check_code, ADA, code) == "wrong-code"


@pytest.mark.parametrize(
    ("skew_ms", "accepted"),
    [
        (-3 * MINUTE_MS, False),
        (-2 * MINUTE_MS - 1, False),
        (-2 * MINUTE_MS, True),
        (2 * MINUTE_MS, True),
        (150 * SECOND_MS, False),
        (3 * MINUTE_MS, False),
    ],
)
def test_entra_allows_two_minutes_of_drift(world: World, skew_ms: int, accepted: bool) -> None:
    entry = parse_otpauth(world.tenants.enrol_third_party_otp(phone(world), MIKA))
    code = totp(entry.secret, world.now_ms + skew_ms)
    if accepted:
        world.tenants.check_code(MIKA, code)
    else:
        assert refused(world.tenants.check_code, MIKA, code) == "wrong-code"


def test_the_two_minutes_do_not_move_with_a_drifting_clock(world: World) -> None:
    entry = parse_otpauth(world.tenants.enrol_third_party_otp(phone(world), MIKA))
    world.tenants.check_code(MIKA, totp(entry.secret, world.now_ms - 2 * MINUTE_MS))
    world.timeline.advance(DAY_MS)
    late = totp(entry.secret, world.now_ms - 3 * MINUTE_MS)
    assert refused(world.tenants.check_code, MIKA, late) == "wrong-code"
    assert [event.outcome for event in world.trace if event.verb == "check-code"] == ["ok", "wrong-code"]


def test_a_block_stops_new_entries_and_leaves_old_ones() -> None:
    world = make_world(LEGACY_END_MS)
    device = phone(world)
    entry = parse_otpauth(world.tenants.enrol_third_party_otp(device, MIKA))
    block(world, "third-party-otp", "authentication-methods")
    assert refused(world.tenants.enrol_third_party_otp, device, MIKA) == "blocked-by-policy"
    world.tenants.check_code(MIKA, totp(entry.secret, world.now_ms))
    assert len(world.tenants.user(MIKA).otp_tokens) == 1


def test_five_authenticators_are_the_most(world: World) -> None:
    device = phone(world)
    for _ in range(MOST_AUTHENTICATORS - 1):
        world.tenants.enrol_third_party_otp(device, MIKA)
    world.tenants.register_authenticator(device, MIKA)
    assert refused(world.tenants.enrol_third_party_otp, device, MIKA) == "not-allowed"
    other = phone(world, "other")
    world.tenants.interactive_sign_in(other, MIKA)
    assert refused(world.tenants.register_authenticator, other, MIKA) == "not-allowed"
    world.tenants.register_authenticator(device, MIKA)  # the same phone again takes no more room


def test_a_restored_third_party_entry_opens_the_account_by_its_code(world: World) -> None:
    entry = parse_otpauth(world.tenants.enrol_third_party_otp(phone(world), MIKA))
    world.device("old").set(at_hand=False)
    new = phone(world, "new")
    assert refused(world.tenants.interactive_sign_in, new, MIKA) == "circular"
    assert refused(world.tenants.interactive_sign_in, new, MIKA, code="no code") == "wrong-code"
    world.tenants.interactive_sign_in(new, MIKA, code=totp(entry.secret, world.now_ms))
    world.tenants.register_authenticator(new, MIKA)


def test_setting_up_an_entry_is_a_new_registration_but_not_a_way_round_passkeys() -> None:
    world = make_world(SMS_END_MS)
    world.tenants.add_user("Contoso", "ken@contoso.com", "Mika", sms=True)
    device = phone(world)
    for _ in range(2):  # the second time, a session that is good for a passkey alone is there
        enrol = world.tenants.enrol_third_party_otp
        assert refused(enrol, device, "ken@contoso.com") == "blocked-by-policy"
    registered(world, device)
    world.tenants.require_reregister(ADA, MIKA)
    world.tenants.enrol_third_party_otp(device, MIKA)
    device.set(at_hand=False)
    assert refused(world.tenants.interactive_sign_in, phone(world, "new"), MIKA) == "circular"


# Registering the app


def test_registering_needs_a_sign_in_on_that_phone(world: World) -> None:
    old, new = phone(world), phone(world, "new")
    assert refused(world.tenants.register_authenticator, old, MIKA) == "needs-sign-in"
    registered(world, old)
    assert refused(world.tenants.register_authenticator, new, MIKA) == "needs-sign-in"
    world.tenants.interactive_sign_in(new, MIKA)
    new.erase()
    assert refused(world.tenants.register_authenticator, new, MIKA) == "needs-sign-in"
    world.tenants.sign_out(old, MIKA)
    assert refused(world.tenants.register_authenticator, old, MIKA) == "needs-sign-in"


def test_an_enrolment_code_is_good_for_one_phone(world: World) -> None:
    old, new = phone(world), phone(world, "new")
    token = world.tenants.enrolment_qr(MIKA)
    world.tenants.redeem_qr(old, MIKA, token)
    assert world.tenants.has_registration(MIKA, "old")
    assert refused(world.tenants.redeem_qr, new, MIKA, token) == "replayed"
    assert refused(world.tenants.redeem_qr, old, MIKA, token) == "replayed"
    fresh = world.tenants.enrolment_qr(MIKA)
    assert refused(world.tenants.redeem_qr, new, ADA, fresh) == "not-found"
    assert refused(world.tenants.redeem_qr, new, MIKA, "nonsense") == "not-found"
    world.tenants.redeem_qr(new, MIKA, fresh)


def test_an_unredeemed_code_survives_a_refusal(world: World) -> None:
    device = phone(world)
    token = world.tenants.enrolment_qr(MIKA)
    block(world, "authenticator", *POLICIES)
    assert refused(world.tenants.redeem_qr, device, MIKA, token) == "blocked-by-policy"
    world.tenants.set_policy("Contoso", "authentication-methods", "authenticator", True)
    world.tenants.redeem_qr(device, MIKA, token)


def test_who_cannot_sign_in_gets_no_enrolment_code(world: World) -> None:
    registered(world, phone(world)).set(at_hand=False)
    assert refused(world.tenants.enrolment_qr, MIKA) == "circular"
    world.tenants.require_reregister(ADA, MIKA)
    world.tenants.redeem_qr(phone(world, "new"), MIKA, world.tenants.enrolment_qr(MIKA))


# Getting back in


@pytest.mark.parametrize("gone", ["lost", "off", "erased", "uninstalled"])
def test_the_app_alone_on_a_phone_that_is_gone_is_a_loop(world: World, gone: str) -> None:
    old, new = registered(world, phone(world)), phone(world, "new")
    world.tenants.interactive_sign_in(new, MIKA)
    if gone == "lost":
        old.set(at_hand=False)
    elif gone == "off":
        old.set(powered=False)
    elif gone == "erased":
        old.erase()
    else:
        old.uninstall_app()
    with pytest.raises(Refusal, match="authenticator") as caught:
        world.tenants.interactive_sign_in(new, MIKA)
    assert caught.value.code == "circular"


@pytest.mark.parametrize(
    ("at_ms", "code"), [(NUDGE_MS - 1, "ok"), (SMS_END_MS - 1, "ok"), (SMS_END_MS, "blocked-by-policy")]
)
def test_text_messages_help_until_they_end(at_ms: int, code: str) -> None:
    world = make_world()
    registered(world, phone(world)).set(at_hand=False)
    world.tenants.user(MIKA).sms = True
    world.timeline.advance_to(at_ms)
    new = phone(world, "new")
    if code == "ok":
        world.tenants.interactive_sign_in(new, MIKA)
        nudged = any(event.verb == "nudge" for event in world.trace)
        assert nudged == (at_ms >= NUDGE_MS)
        return
    with pytest.raises(Refusal, match="must register a passkey") as caught:
        world.tenants.interactive_sign_in(new, MIKA)
    assert caught.value.code == code
    assert refused(world.tenants.begin_passkey, new, MIKA) == "needs-sign-in", "another proof is asked for"


def test_who_has_text_messages_alone_registers_a_passkey_on_the_spot() -> None:
    world = make_world(SMS_END_MS)
    world.tenants.add_user("Contoso", "ken@contoso.com", "Mika", sms=True)
    device = phone(world)
    assert refused(world.tenants.interactive_sign_in, device, "ken@contoso.com") == "blocked-by-policy"
    assert refused(world.tenants.register_authenticator, device, "ken@contoso.com") == "blocked-by-policy"
    add_passkey(world, device, "ken@contoso.com")
    world.tenants.interactive_sign_in(device, "ken@contoso.com")
    world.tenants.register_authenticator(device, "ken@contoso.com")


@pytest.mark.parametrize(("at_ms", "enabled"), [(NUDGE_MS - 1, False), (NUDGE_MS, True)])
def test_people_with_text_messages_are_enabled_for_passkeys(at_ms: int, enabled: bool) -> None:
    world = make_world(at_ms)
    block(world, "passkey", "authentication-methods")
    world.tenants.user(MIKA).sms = True
    assert world.tenants.may_register(MIKA, "passkey") is enabled
    assert not world.tenants.may_register(ADA, "passkey")


# Rooted phones

PHASES = {
    "android": [
        (instant(2026, 2, 28), "warn"),
        (instant(2026, 3, 28), "block"),
        (instant(2026, 4, 28), "wipe"),
    ],
    "ios": [(instant(2026, 4, 1), "warn"), (instant(2026, 5, 1), "block"), (instant(2026, 6, 1), "wipe")],
}


@pytest.mark.parametrize("platform", ["android", "ios"])
def test_a_rooted_phone_is_warned_blocked_and_wiped(platform: str) -> None:
    before = "none"
    for at_ms, phase in PHASES[platform]:
        for now_ms, expected in ((at_ms - 1, before), (at_ms, phase)):
            world = make_world(now_ms)
            device = phone(world, platform=platform)
            assert world.tenants.root_verdict(device) == "none"
            device.set(rooted=True)
            assert world.tenants.root_verdict(device) == expected
            if expected in ("block", "wipe"):
                told = "removed" if expected == "wipe" else "work accounts are blocked"
                with pytest.raises(Refusal, match=told) as caught:
                    world.tenants.interactive_sign_in(device, MIKA)
                assert caught.value.code == "rooted"
            else:
                registered(world, device)
                warned = any(event.verb == "root-warning" for event in world.trace)
                assert warned == (expected == "warn")
        before = phase


def test_every_interactive_use_is_checked_anew() -> None:
    world = make_world(PHASES["ios"][1][0])
    device = registered(world, phone(world))
    challenge = world.tenants.start_sign_in(MIKA)
    token = world.tenants.enrolment_qr(MIKA)
    device.set(rooted=True)
    for ask, args in (
        (world.tenants.approve_push, (challenge.number,)),
        (world.tenants.register_authenticator, ()),
        (world.tenants.redeem_qr, (token,)),
        (world.tenants.phone_sign_in, ()),
        (world.tenants.begin_passkey, ()),
        (world.tenants.interactive_sign_in, ()),
    ):
        assert refused(ask, device, MIKA, *args) == "rooted"
    device.set(rooted=False)
    world.tenants.approve_push(device, MIKA, challenge.number)


def test_personal_accounts_and_third_party_entries_do_not_mind_root() -> None:
    world = make_world(PHASES["ios"][2][0])
    device = phone(world)
    device.set(rooted=True)
    world.personal.create("mika@outlook.com", "Mika")
    world.personal.sign_in(device, "mika@outlook.com")
    world.personal.register_device(device, "mika@outlook.com")
    world.tenants.enrol_third_party_otp(device, MIKA)


# Pushes


def test_a_push_is_approved_by_its_number(world: World) -> None:
    device = registered(world, phone(world))
    challenge = world.tenants.start_sign_in(MIKA)
    assert challenge.pushed_to == ["old"]
    assert challenge.number not in repr(challenge)
    world.tenants.approve_push(device, MIKA, challenge.number)
    assert challenge.approved
    assert refused(world.tenants.approve_push, device, MIKA, challenge.number) == "not-found"


def test_a_wrong_number_ends_the_sign_in(world: World) -> None:
    device = registered(world, phone(world))
    challenge = world.tenants.start_sign_in(MIKA)
    assert refused(world.tenants.approve_push, device, MIKA, str(int(challenge.number) - 1)) == "wrong-code"
    assert refused(world.tenants.approve_push, device, MIKA, challenge.number) == "not-found"
    assert not challenge.approved


def test_a_sign_in_does_not_wait_for_ever(world: World) -> None:
    device = registered(world, phone(world))
    first = world.tenants.start_sign_in(MIKA)
    world.timeline.advance(CHALLENGE_MS)
    world.tenants.approve_push(device, MIKA, first.number)
    second = world.tenants.start_sign_in(MIKA)
    world.timeline.advance(CHALLENGE_MS + 1)
    assert refused(world.tenants.approve_push, device, MIKA, second.number) == "not-found"
    assert world.tenants.pending(MIKA) == []


def test_pushes_go_to_the_lost_phone_until_it_is_removed(world: World) -> None:
    old = registered(world, phone(world))
    new = registered(world, phone(world, "new", "android"))
    old.set(at_hand=False)
    assert world.tenants.start_sign_in(MIKA).pushed_to == ["old", "new"]
    world.tenants.remove_registration(MIKA, "old")
    assert world.tenants.start_sign_in(MIKA).pushed_to == ["new"]
    assert refused(world.tenants.remove_registration, MIKA, "old") == "not-found"
    assert refused(world.tenants.approve_push, new, ADA, "10") == "needs-sign-in"
    world.tenants.remove_registration(MIKA, "new")
    assert refused(world.tenants.start_sign_in, MIKA) == "needs-sign-in"


def test_an_anomalous_sign_in_shows_when_the_app_asks(world: World) -> None:
    device = registered(world, phone(world))
    challenge = world.tenants.start_sign_in(MIKA, anomalous=True)
    assert challenge.pushed_to == []
    assert "nobody" in repr(challenge)
    assert refused(world.tenants.approve_push, device, MIKA, challenge.number) == "not-found"
    assert world.tenants.pending(MIKA) == [challenge]
    world.tenants.approve_push(device, MIKA, challenge.number)


@pytest.mark.parametrize(("at_ms", "pushed_to"), [(UNUSUAL_MS - 1, ["old"]), (UNUSUAL_MS, [])])
def test_anomalous_sign_ins_were_pushed_until_august_2023(at_ms: int, pushed_to: list[str]) -> None:
    world = make_world(at_ms)
    registered(world, phone(world))
    assert world.tenants.start_sign_in(MIKA, anomalous=True).pushed_to == pushed_to


@pytest.mark.parametrize(
    ("platform", "version", "able"),
    [
        ("ios", "6.4.11", False),
        ("ios", "6.4.12", True),
        ("android", "6.2006.4197", False),
        ("android", "6.2006.4198", True),
    ],
)
def test_an_app_too_old_for_numbers_approves_nothing(
    world: World, platform: str, version: str, able: bool
) -> None:
    device = phone(world, platform=platform)
    device.install_app(version)
    registered(world, device)
    challenge = world.tenants.start_sign_in(MIKA)
    if able:
        world.tenants.approve_push(device, MIKA, challenge.number)
    else:
        assert refused(world.tenants.approve_push, device, MIKA, challenge.number) == "unavailable"
    assert challenge.approved == able


def test_numbers_did_not_matter_before_may_2023() -> None:
    world = make_world(NUMBERS_MS - 1)
    device = phone(world)
    device.install_app("5.7.0")
    registered(world, device)
    challenge = world.tenants.start_sign_in(MIKA)
    world.tenants.approve_push(device, MIKA, str(int(challenge.number) - 1))
    assert challenge.approved


def test_an_erased_phone_approves_nothing(world: World) -> None:
    device = registered(world, phone(world))
    challenge = world.tenants.start_sign_in(MIKA)
    device.erase()
    device.install_app("6.8.20")
    assert refused(world.tenants.approve_push, device, MIKA, challenge.number) == "needs-sign-in"


# Phone sign-in


def test_phone_sign_in_is_set_up_in_each_tenant_and_not_for_guests(world: World) -> None:
    world.tenants.create("Fabrikam", "fabrikam.com")
    world.tenants.add_user("Fabrikam", "mika@fabrikam.com", "Mika")
    world.tenants.add_user("Fabrikam", "guest@fabrikam.com", "Mika", guest=True)
    device = phone(world)
    assert refused(world.tenants.phone_sign_in, device, MIKA) == "needs-sign-in"
    for email in (MIKA, "mika@fabrikam.com", "guest@fabrikam.com"):
        registered(world, device, email)
    world.tenants.phone_sign_in(device, MIKA)
    assert world.tenants.tenant_of("mika@fabrikam.com").registered_devices == []
    world.tenants.phone_sign_in(device, "mika@fabrikam.com")
    assert [tenant.registered_devices for tenant in world.tenants.tenants.values()] == [["old"], ["old"]]
    assert refused(world.tenants.phone_sign_in, device, "guest@fabrikam.com") == "not-allowed"
    world.tenants.remove_registration(MIKA, "old")
    assert not world.tenants.has_phone_sign_in(MIKA, "old")
    assert world.tenants.has_phone_sign_in("mika@fabrikam.com", "old")


@pytest.mark.parametrize("at_ms", [SEVERAL_MS - 1, SEVERAL_MS])
def test_a_phone_took_one_account_for_phone_sign_in_until_july_2022(at_ms: int) -> None:
    world = make_world(at_ms)
    device = phone(world)
    for email in (MIKA, ADA):
        registered(world, device, email)
    world.tenants.phone_sign_in(device, MIKA)
    world.tenants.phone_sign_in(device, MIKA)  # again is no second account
    if at_ms < SEVERAL_MS:
        assert refused(world.tenants.phone_sign_in, device, ADA) == "already-exists"
        world.tenants.remove_registration(MIKA, "old")
    world.tenants.phone_sign_in(device, ADA)


# Passkeys at work


def add_passkey(world: World, device: Device, email: str = MIKA, seed: bytes = SEED) -> None:
    options = world.tenants.begin_passkey(device, email)
    made = make_credential(options, seed, device.id.encode() * 8, AUTHENTICATOR_AAGUIDS[device.platform])
    world.tenants.complete_passkey(device, email, made)


def test_a_work_passkey_signs_in_and_opens_the_way_for_a_new_phone(world: World) -> None:
    old, new = phone(world), phone(world, "new")
    world.tenants.interactive_sign_in(old, MIKA)
    add_passkey(world, old)
    assert world.tenants.has_passkey(MIKA, "old")
    options = world.tenants.begin_passkey_sign_in(MIKA)
    world.tenants.complete_passkey_sign_in(new, MIKA, make_assertion(options, SEED, b"old" * 8, 1))
    world.tenants.register_authenticator(new, MIKA)


def test_a_passkey_on_a_lost_phone_is_no_proof_and_can_be_removed(world: World) -> None:
    old, new = phone(world), phone(world, "new")
    world.tenants.interactive_sign_in(old, MIKA)
    add_passkey(world, old)
    world.tenants.interactive_sign_in(new, MIKA)
    old.set(passkey_provider=False)
    assert refused(world.tenants.interactive_sign_in, new, MIKA) == "circular"
    old.set(passkey_provider=True, at_hand=False)
    assert refused(world.tenants.interactive_sign_in, new, MIKA) == "circular"
    options = world.tenants.begin_passkey_sign_in(MIKA)
    world.tenants.remove_passkey(MIKA, "old")
    found = make_assertion(options, SEED, b"old" * 8, 1)
    assert refused(world.tenants.complete_passkey_sign_in, new, MIKA, found) == "not-found"
    assert refused(world.tenants.remove_passkey, MIKA, "old") == "not-found"


def test_a_new_passkey_outlives_the_pass_and_ends_the_re_registration(world: World) -> None:
    registered(world, phone(world)).set(at_hand=False)
    new = phone(world, "new")
    value = world.tenants.issue_tap(ADA, MIKA, one_time=True).reveal().decode()
    world.tenants.require_reregister(ADA, MIKA)
    world.tenants.interactive_sign_in(new, MIKA, value)
    add_passkey(world, new)
    world.timeline.advance(DAY_MS)
    world.tenants.register_authenticator(new, MIKA)
    world.tenants.remove_registration(MIKA, "new")
    new.set(at_hand=False)
    assert refused(world.tenants.interactive_sign_in, phone(world, "third"), MIKA) == "circular"


def test_a_new_passkey_ends_the_re_registration_by_itself(world: World) -> None:
    registered(world, phone(world)).set(at_hand=False)
    world.tenants.require_reregister(ADA, MIKA)
    new = phone(world, "new")
    world.tenants.interactive_sign_in(new, MIKA)
    add_passkey(world, new)
    new.set(at_hand=False)
    assert refused(world.tenants.interactive_sign_in, phone(world, "third"), MIKA) == "circular"


def test_a_rooted_phone_signs_in_with_no_passkey() -> None:
    world = make_world(PHASES["ios"][1][0])
    device = phone(world)
    world.tenants.interactive_sign_in(device, MIKA)
    add_passkey(world, device)
    options = world.tenants.begin_passkey_sign_in(MIKA)
    device.set(rooted=True)
    used = make_assertion(options, SEED, b"old" * 8, 1)
    assert refused(world.tenants.complete_passkey_sign_in, device, MIKA, used) == "rooted"


@pytest.mark.parametrize(
    ("platform", "os_version", "good"),
    [("ios", "17.0", True), ("ios", "16.7", False), ("android", "14", True), ("android", "13", False)],
)
def test_passkeys_need_a_recent_system(world: World, platform: str, os_version: str, good: bool) -> None:
    device = phone(world, platform=platform, os_version=os_version)
    world.tenants.interactive_sign_in(device, MIKA)
    if good:
        add_passkey(world, device)
    else:
        assert refused(world.tenants.begin_passkey, device, MIKA) == "unavailable"


def test_an_attestation_outage_stops_one_platform_while_it_lasts(world: World) -> None:
    iphone, android = phone(world), phone(world, "pixel", "android")
    for device in (iphone, android):
        world.tenants.interactive_sign_in(device, MIKA)
    options = world.tenants.begin_passkey(iphone, MIKA)
    world.tenants.attestation_down = {"ios"}
    made = make_credential(options, SEED, b"old" * 8, AUTHENTICATOR_AAGUIDS["ios"])
    assert refused(world.tenants.complete_passkey, iphone, MIKA, made) == "unavailable"
    assert refused(world.tenants.begin_passkey, iphone, MIKA) == "unavailable"
    add_passkey(world, android)
    world.tenants.attestation_down.discard("ios")
    add_passkey(world, iphone)


def test_without_attestation_neither_outage_nor_model_matters(world: World) -> None:
    device = phone(world)
    world.tenants.interactive_sign_in(device, MIKA)
    options = world.tenants.begin_passkey(device, MIKA)
    other_model = make_credential(options, SEED, b"old" * 8, bytes(16))
    assert refused(world.tenants.complete_passkey, device, MIKA, other_model) == "blocked-by-policy"
    assert not world.tenants.has_passkey(MIKA, "old")
    world.tenants.tenant("Contoso").attestation_enforced = False
    world.tenants.attestation_down = {"ios"}
    options = world.tenants.begin_passkey(device, MIKA)
    made = make_credential(options, SEED, b"old" * 8, bytes(16))
    world.tenants.complete_passkey(device, MIKA, made)


def test_a_policy_may_block_passkeys(world: World) -> None:
    device = phone(world)
    assert refused(world.tenants.begin_passkey, device, MIKA) == "needs-sign-in"
    world.tenants.interactive_sign_in(device, MIKA)
    block(world, "passkey", "authentication-methods")
    assert refused(world.tenants.begin_passkey, device, MIKA) == "blocked-by-policy"


def test_a_passkey_demanded_for_adding_a_passkey_is_a_loop_unless_passes_count(world: World) -> None:
    tenant = world.tenants.tenant("Contoso")
    old, new = registered(world, phone(world)), phone(world, "new")
    tenant.passkey_for_everything = True
    value = world.tenants.issue_tap(ADA, MIKA, one_time=True).reveal().decode()
    assert refused(world.tenants.interactive_sign_in, new, MIKA) == "circular"
    assert refused(world.tenants.interactive_sign_in, new, MIKA, value) == "circular"
    tenant.tap_counts_on_phones = True
    world.tenants.interactive_sign_in(new, MIKA, value)  # the refused try has not used it up
    add_passkey(world, new)
    world.tenants.interactive_sign_in(old, MIKA)


# Names and the trace


def test_unknown_names_are_refused_with_those_that_exist(world: World) -> None:
    with pytest.raises(Refusal, match="tenants: Contoso"):
        world.tenants.tenant("Fabrikam")
    assert refused(world.tenants.user, "nobody@contoso.com") == "not-found"
    assert refused(world.tenants.create, "Contoso", "contoso.com") == "already-exists"
    assert refused(world.tenants.add_user, "Contoso", MIKA, "Mika") == "already-exists"


def test_what_a_tenant_does_is_told_in_its_name(world: World) -> None:
    device = phone(world)
    block(world, "sms", "authentication-methods")
    world.tenants.redeem_qr(device, MIKA, world.tenants.enrolment_qr(MIKA))
    world.tenants.interactive_sign_in(device, MIKA)
    world.tenants.issue_tap(ADA, MIKA)
    world.tenants.start_sign_in(MIKA)
    world.tenants.sign_out(phone(world, "new"), MIKA)  # nothing to end, nothing to tell
    world.tenants.sign_out(device, MIKA)
    world.tenants.interactive_sign_in(device, MIKA)
    world.tenants.remove_registration(MIKA, "old")
    assert refused(world.tenants.register_authenticator, device, MIKA) == "needs-sign-in"
    world.tenants.require_reregister(ADA, MIKA)
    refused(world.tenants.check_code, MIKA, "no code")
    assert [(event.actor, event.verb, event.target, event.outcome) for event in world.trace] == [
        ("Contoso", "set-policy", "sms", "ok"),
        ("Contoso", "show-enrolment-code", MIKA, "ok"),
        ("Contoso", "redeem-enrolment-code", "old", "ok"),
        ("Contoso", "sign-in", "old", "ok"),
        ("Contoso", "issue-temporary-pass", MIKA, "ok"),
        ("Contoso", "push", "old", "ok"),
        ("old", "sign-out", "Contoso", "ok"),
        ("Contoso", "sign-in", "old", "ok"),
        ("Contoso", "remove-registration", "old", "ok"),
        ("Contoso", "register-authenticator", "old", "needs-sign-in"),
        ("Contoso", "require-reregister", MIKA, "ok"),
        ("Contoso", "check-code", MIKA, "wrong-code"),
    ]


def test_the_trace_holds_no_secret(world: World) -> None:
    device = registered(world, phone(world))
    token = world.tenants.enrolment_qr(MIKA)
    world.tenants.redeem_qr(device, MIKA, token)
    entry = parse_otpauth(world.tenants.enrol_third_party_otp(device, MIKA))
    code = totp(entry.secret, world.now_ms)
    world.tenants.check_code(MIKA, code)
    world.record("Mika", "log", token)
    told = world.trace.to_jsonl()
    assert token.encode() not in told
    assert code.encode() not in told
    assert world.trace.finder.find(told) is None


def test_waiting_costs_no_event(world: World) -> None:
    registered(world, phone(world))
    world.tenants.issue_tap(ADA, MIKA)
    world.tenants.start_sign_in(MIKA)
    steps = world.timeline.steps
    world.timeline.advance(365 * DAY_MS)
    assert world.timeline.steps == steps


# A shared account, and what changes in a tenant later

AUTUMN_MS = instant(2026, 10, 30)


def test_a_colleagues_registered_phone_counts_and_an_unregistered_one_does_not(world: World) -> None:
    """The account is Mika's; Kenji shares it (work.shared-account)."""
    own = registered(world, phone(world))
    colleagues = world.add_device("Kenji's iPhone", "Kenji", "ios")
    colleagues.install_app("6.8.20")
    own.set(at_hand=False)
    assert refused(world.tenants.enrolment_qr, MIKA) == "circular"
    own.set(at_hand=True)
    registered(world, colleagues)
    own.set(at_hand=False)
    world.tenants.redeem_qr(phone(world, "new"), MIKA, world.tenants.enrolment_qr(MIKA))
    colleagues.set(at_hand=False)
    world.device("new").set(at_hand=False)
    assert refused(world.tenants.enrolment_qr, MIKA) == "circular"


@pytest.mark.parametrize("contracted", [False, True])
def test_text_messages_go_on_only_where_a_provider_is_contracted(contracted: bool) -> None:
    """C26, C29: the end is that of Microsoft's own delivery, at the security info as at a sign-in."""
    world = make_world(AUTUMN_MS)
    registered(world, phone(world)).set(at_hand=False)
    world.tenants.user(MIKA).sms = True
    if contracted:
        world.tenants.contract_provider("Contoso")
    world.timeline.advance(SMS_END_MS - AUTUMN_MS - 1)
    world.tenants.interactive_sign_in(phone(world, "january"), MIKA)
    world.timeline.advance(1)
    new = phone(world, "february")
    if contracted:
        world.tenants.interactive_sign_in(new, MIKA)
        world.tenants.enrolment_qr(MIKA)
    else:
        assert refused(world.tenants.interactive_sign_in, new, MIKA) == "blocked-by-policy"
        assert refused(world.tenants.enrolment_qr, MIKA) == "circular"


def test_no_provider_can_be_contracted_before_the_end_of_october_2026() -> None:
    world = make_world(AUTUMN_MS - 1)
    assert refused(world.tenants.contract_provider, "Contoso") == "unavailable"
    world.timeline.advance(1)
    world.tenants.contract_provider("Contoso")


@pytest.mark.parametrize("opted_out", [False, True])
def test_opting_out_keeps_the_policy_in_charge_until_february_2027(opted_out: bool) -> None:
    """C26, C30: passkeys are blocked, and Mika relies on text messages."""
    world = make_world(NUDGE_MS)
    world.tenants.user(MIKA).sms = True
    world.tenants.set_policy("Contoso", "authentication-methods", "passkey", enabled=False)
    if opted_out:
        world.tenants.opt_out("Contoso")
    assert world.tenants.may_register(MIKA, "passkey") != opted_out
    assert not world.tenants.may_register(ADA, "passkey")
    world.tenants.interactive_sign_in(phone(world), MIKA)
    assert any(told.verb == "nudge" for told in world.trace.happenings) != opted_out
    world.timeline.advance(SMS_END_MS - NUDGE_MS)
    assert world.tenants.may_register(MIKA, "passkey")
    assert refused(world.tenants.opt_out, "Contoso") == "unavailable"


def test_opting_out_begins_in_august_2026() -> None:
    world = make_world(instant(2026, 8, 1) - 1)
    assert refused(world.tenants.opt_out, "Contoso") == "unavailable"
    world.timeline.advance(1)
    world.tenants.opt_out("Contoso")


def removed_from_list(world: World, platform: str) -> None:
    world.tenants.remove_model("Contoso", AUTHENTICATOR_AAGUIDS[platform])


def test_a_model_that_is_taken_off_the_list_signs_in_no_more(world: World) -> None:
    """C33: with passkeys that were registered before, and no new one is taken."""
    old, new = phone(world), phone(world, "new")
    world.tenants.interactive_sign_in(old, MIKA)
    add_passkey(world, old)
    removed_from_list(world, "android")
    options = world.tenants.begin_passkey_sign_in(MIKA)
    world.tenants.complete_passkey_sign_in(new, MIKA, make_assertion(options, SEED, b"old" * 8, 1))
    world.tenants.sign_out(new, MIKA)
    assert world.tenants.user(MIKA).usable_methods == ("passkey",)
    removed_from_list(world, "ios")
    options = world.tenants.begin_passkey_sign_in(MIKA)
    used = make_assertion(options, SEED, b"old" * 8, 2)
    assert refused(world.tenants.complete_passkey_sign_in, new, MIKA, used) == "blocked-by-policy"
    assert not world.tenants.signed_in("new", MIKA)
    assert world.tenants.user(MIKA).usable_methods == ()
    assert refused(world.tenants.interactive_sign_in, new, MIKA) == "circular"
    assert refused(world.tenants.begin_passkey, old, MIKA) == "blocked-by-policy"


def test_attestation_that_is_demanded_later_ends_no_sign_in(world: World) -> None:
    """C33."""
    world.tenants.tenant("Contoso").attestation_enforced = False
    old = phone(world)
    world.tenants.interactive_sign_in(old, MIKA)
    add_passkey(world, old)
    world.tenants.tenant("Contoso").attestation_enforced = True
    options = world.tenants.begin_passkey_sign_in(MIKA)
    world.tenants.complete_passkey_sign_in(old, MIKA, make_assertion(options, SEED, b"old" * 8, 1))
    assert world.tenants.user(MIKA).usable_methods == ("passkey",)


def test_a_passkey_stays_behind_under_the_old_sign_in_name(world: World) -> None:
    """C34: a new one is made under the new name; everything else of the account goes on."""
    married = "mika.sato@contoso.com"
    old = registered(world, phone(world))
    add_passkey(world, old)
    assert refused(world.tenants.rename_user, MIKA, ADA) == "already-exists"
    world.tenants.rename_user(MIKA, married)
    assert refused(world.tenants.interactive_sign_in, old, MIKA) == "not-found"
    assert refused(world.tenants.begin_passkey_sign_in, married) == "not-found"
    assert world.tenants.user(married).usable_methods == ("authenticator",)
    assert world.tenants.start_sign_in(married).pushed_to == ["old"]
    options, seed = world.tenants.begin_passkey(old, married), b"seed of the passkey made anew"
    made = make_credential(options, seed, b"new" * 8, AUTHENTICATOR_AAGUIDS["ios"])
    world.tenants.complete_passkey(old, married, made)
    options = world.tenants.begin_passkey_sign_in(married)
    signed = make_assertion(options, seed, b"new" * 8, 1)
    world.tenants.complete_passkey_sign_in(old, married, signed)
    assert world.tenants.user(married).usable_methods == ("passkey", "authenticator")
