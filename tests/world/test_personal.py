"""Personal Microsoft accounts: who can still sign in, and with what (facts A05, A07, A09, A46, A47)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from lostphone.base.clock import DAY_MS, SECOND_MS, instant
from lostphone.base.secret import Secret
from lostphone.formats.otp import OtpParameters, totp
from lostphone.refusal import Refusal
from lostphone.world.devices.device import Device
from lostphone.world.identity.security_info import WAIT_MS
from lostphone.world.world import World

EMAIL = "mika@outlook.com"
STEP_MS = 30 * SECOND_MS


@pytest.fixture
def world() -> World:
    world = World(seed=5)
    world.personal.create(EMAIL, "Mika")
    world.tenants.create("Contoso", "contoso.com")
    world.tenants.add_user("Contoso", "mika@contoso.com", "Mika")
    return world


def phone(world: World, device_id: str = "old", owner: str = "Mika") -> Device:
    device = world.add_device(device_id, owner, "android")
    device.install_app("6.2506.4152")
    return device


def lose(device: Device) -> None:
    device.set(at_hand=False)


def refused(ask: Callable[..., Any], *args: Any) -> str:
    with pytest.raises(Refusal) as caught:
        ask(*args)
    return caught.value.code


def with_code(world: World, device: Device, email: str = EMAIL) -> Secret:
    world.personal.sign_in(device, email)
    return world.personal.register_code(device, email)


# Sessions and keys


def test_a_session_lasts_until_it_expires_ends_or_loses_its_home(world: World) -> None:
    old, personal = phone(world), world.personal
    assert not personal.signed_in("old", EMAIL)
    personal.sign_in(old, EMAIL)
    world.timeline.advance(400 * DAY_MS)
    assert personal.signed_in("old", EMAIL)
    assert personal.sessions("old") == [EMAIL]
    personal.expire_sessions(EMAIL)
    assert not personal.signed_in("old", EMAIL)
    personal.sign_in(old, EMAIL)
    assert personal.signed_in("old", EMAIL)
    personal.sign_out(old, EMAIL)
    personal.sign_out(old, EMAIL)
    assert personal.sessions("old") == []
    personal.sign_in(old, EMAIL)
    old.uninstall_app()
    old.install_app("6.2506.4152")
    assert not personal.signed_in("old", EMAIL)
    personal.sign_in(old, EMAIL)
    old.erase()
    assert personal.sessions("old") == []


def test_a_session_is_one_devices_and_one_accounts(world: World) -> None:
    old, new = phone(world), phone(world, "new")
    world.personal.create("second@outlook.com", "Mika")
    world.personal.sign_in(old, EMAIL)
    assert world.personal.sessions(new.id) == []
    assert not world.personal.signed_in("old", "second@outlook.com")
    assert not world.personal.signed_in("old", "nobody@outlook.com")


def test_the_recovery_key_is_stable_the_accounts_own_and_behind_a_session(world: World) -> None:
    old, new = phone(world), phone(world, "new")
    assert refused(world.personal.recovery_key, old, EMAIL) == "signed-out"
    world.personal.sign_in(old, EMAIL)
    key = world.personal.recovery_key(old, EMAIL)
    assert len(key) == 32
    world.personal.expire_sessions(EMAIL)
    assert refused(world.personal.recovery_key, old, EMAIL) == "signed-out"
    world.personal.sign_in(new, EMAIL)
    assert world.personal.recovery_key(new, EMAIL) == key
    world.personal.create("second@outlook.com", "Mika")
    world.personal.sign_in(new, "second@outlook.com")
    assert world.personal.recovery_key(new, "second@outlook.com") != key


def test_a_work_account_is_no_personal_one_and_an_unknown_one_is_neither(world: World) -> None:
    device = phone(world)
    for ask in (world.personal.recovery_key, world.personal.sign_in, world.personal.register_code):
        assert refused(ask, device, "mika@contoso.com") == "not-personal"
        assert refused(ask, device, "nobody@outlook.com") == "not-found"
    assert refused(world.personal.create, EMAIL, "Mika") == "already-exists"
    assert refused(world.personal.create, "mika@contoso.com", "Mika") == "already-exists"
    assert refused(world.tenants.add_user, "Contoso", EMAIL, "Mika") == "already-exists"


def test_a_phone_without_network_power_or_owner_cannot_sign_in(world: World) -> None:
    device = phone(world)
    world.network.partition("old", "microsoft")
    assert refused(world.personal.sign_in, device, EMAIL) == "offline"
    world.network.heal("old", "microsoft")
    world.network.hold("microsoft")
    assert refused(world.personal.sign_in, device, EMAIL) == "timed-out"
    assert not world.personal.signed_in("old", EMAIL)
    world.network.release("microsoft")
    world.timeline.advance(0)
    assert world.personal.signed_in("old", EMAIL), "what was held in flight arrives in the end"
    device.set(powered=False)
    assert refused(world.personal.sign_in, device, EMAIL) == "no-such-phone"
    device.set(powered=True, at_hand=False)
    assert refused(world.personal.sign_in, device, EMAIL) == "no-such-phone"
    assert len(world.personal.recovery_key(device, EMAIL)) == 32, "a lost phone's app goes on by itself"


def test_a_request_sent_three_times_is_done_once(world: World) -> None:
    device = phone(world)
    world.personal.sign_in(device, EMAIL)
    world.network.slow("microsoft", 12 * SECOND_MS)  # longer than a phone waits before asking again
    world.personal.register_code(device, EMAIL)
    world.timeline.advance(DAY_MS)
    assert len(world.personal.account(EMAIL).codes) == 1


def test_a_refused_request_sent_again_is_refused_once(world: World) -> None:
    device = phone(world)
    world.network.slow("microsoft", 12 * SECOND_MS)
    assert refused(world.personal.recovery_key, device, EMAIL) == "signed-out"
    world.timeline.advance(DAY_MS)
    assert [event.outcome for event in world.trace] == ["signed-out"]


def test_the_trace_tells_who_answered_what_and_who_heard_nothing(world: World) -> None:
    device = phone(world)
    refused(world.personal.register_code, device, EMAIL)
    world.network.partition("old", "microsoft")
    refused(world.personal.sign_in, device, EMAIL)
    assert [(event.actor, event.verb, event.target, event.outcome) for event in world.trace] == [
        ("Microsoft account", "register-code", "old", "signed-out"),
        ("old", "sign-in", "microsoft", "offline"),
    ]


# Codes


def test_codes_of_two_phones_differ_and_both_are_accepted(world: World) -> None:
    old, new = phone(world), phone(world, "new")
    first = with_code(world, old)
    second = world.personal.renew_code(new, EMAIL, first.reveal())
    codes = [totp(secret, world.now_ms) for secret in (first, second)]
    assert codes[0] != codes[1]
    for code in codes:
        world.personal.check_code(EMAIL, code)
    for code in codes:
        assert refused(world.personal.check_code, EMAIL, code) == "replayed"
    assert refused(world.personal.check_code, EMAIL, "no code") == "wrong-code"


def test_a_new_code_takes_a_session_or_an_older_secret(world: World) -> None:
    old, new = phone(world), phone(world, "new")
    assert refused(world.personal.register_code, old, EMAIL) == "signed-out"
    first = with_code(world, old)
    assert refused(world.personal.renew_code, new, EMAIL, b"") == "wrong-code"
    assert refused(world.personal.renew_code, new, EMAIL, b"another secret, not Mika's") == "wrong-code"
    world.personal.create("ken@outlook.com", "Ken")
    assert refused(world.personal.renew_code, new, "ken@outlook.com", first.reveal()) == "wrong-code"
    third = world.personal.renew_code(new, EMAIL, first.reveal())
    lose(old)
    fourth = world.personal.renew_code(old, EMAIL, third.reveal())  # apps on lost phones go on by themselves
    assert fourth not in (first, third)
    assert len(world.personal.account(EMAIL).codes) == 3


def test_removing_a_device_ends_its_codes_approvals_and_session(world: World) -> None:
    old, new = phone(world), phone(world, "new")
    first = with_code(world, old)
    world.personal.register_device(old, EMAIL)
    second = with_code(world, new)
    world.personal.remove_device(EMAIL, "old")
    assert refused(world.personal.check_code, EMAIL, totp(first, world.now_ms)) == "wrong-code"
    assert refused(world.personal.approve, old, EMAIL) == "needs-sign-in"
    assert not world.personal.has_device(EMAIL, "old")
    assert not world.personal.signed_in("old", EMAIL)
    world.personal.check_code(EMAIL, totp(second, world.now_ms))
    assert refused(world.personal.remove_device, EMAIL, "old") == "not-found"
    world.personal.register_device(new, EMAIL)
    world.personal.account(EMAIL).codes.clear()
    world.personal.remove_device(EMAIL, "new")  # an approver alone is something to remove
    world.personal.sign_in(new, EMAIL)
    world.personal.remove_device(EMAIL, "new")  # and so is a session alone
    assert not world.personal.signed_in("new", EMAIL)


# Approvals


def test_approvals_are_bound_to_the_phone(world: World) -> None:
    old, new = phone(world), phone(world, "new")
    assert refused(world.personal.register_device, old, EMAIL) == "signed-out"
    world.personal.sign_in(old, EMAIL)
    world.personal.register_device(old, EMAIL)
    world.personal.approve(old, EMAIL)
    assert refused(world.personal.approve, new, EMAIL) == "needs-sign-in"
    old.erase()
    old.install_app("6.2506.4152")
    assert world.personal.has_device(EMAIL, "old"), "the service does not learn of it"
    assert refused(world.personal.approve, old, EMAIL) == "needs-sign-in"


# Which proof is left


@pytest.mark.parametrize("proof", ["email", "phone"])
def test_one_further_proof_is_enough(proof: str) -> None:
    world = World()
    world.personal.create(EMAIL, "Mika", proofs=("password", proof))
    old, new = phone(world), phone(world, "new")
    with_code(world, old)
    lose(old)
    world.personal.sign_in(new, EMAIL)
    world.personal.lose_proof(EMAIL, proof)
    assert refused(world.personal.sign_in, new, EMAIL) == "circular"
    world.personal.regain_proof(EMAIL, proof)
    world.personal.sign_in(new, EMAIL)


@pytest.fixture
def app_only() -> World:
    """An account that nothing but the app on one phone protects (A47)."""
    world = World()
    world.personal.create(EMAIL, "Mika", proofs=("password", "authenticator"))
    with_code(world, phone(world))
    return world


def test_an_account_protected_by_the_app_alone_is_circular(app_only: World) -> None:
    world, old, new = app_only, app_only.device("old"), phone(app_only, "new")
    world.personal.sign_in(new, EMAIL)
    lose(old)
    assert refused(world.personal.sign_in, new, EMAIL) == "circular"
    old.set(at_hand=True)
    world.personal.sign_in(new, EMAIL)
    old.set(powered=False)
    assert refused(world.personal.sign_in, new, EMAIL) == "circular"


@pytest.mark.parametrize("gone", ["erased", "uninstalled", "reinstalled", "sold"])
def test_a_phone_at_hand_without_the_key_proves_nothing(app_only: World, gone: str) -> None:
    world, old, new = app_only, app_only.device("old"), phone(app_only, "new")
    if gone == "erased":
        old.erase()
        old.install_app("6.2506.4152")
    elif gone == "sold":
        old.owner = "Ken"
    else:
        old.uninstall_app()
        if gone == "reinstalled":
            old.install_app("6.2506.4152")
    assert refused(world.personal.sign_in, new, EMAIL) == "circular"


def test_the_phone_of_another_who_shares_the_account_is_a_proof(app_only: World) -> None:
    """work.shared-account: what counts is that a registered phone is at hand, not whose it is."""
    world, old, new = app_only, app_only.device("old"), phone(app_only, "new")
    partners = world.add_device("Ken's phone", "Ken", "android")
    partners.install_app("6.2506.4152")
    with_code(world, partners)
    lose(old)
    world.personal.sign_in(new, EMAIL)
    lose(partners)
    assert refused(world.personal.sign_in, phone(world, "newer"), EMAIL) == "circular"


def test_a_code_read_out_is_a_proof(app_only: World) -> None:
    world, old, new = app_only, app_only.device("old"), phone(app_only, "new")
    secret = world.personal.account(EMAIL).codes[0][1].secret
    lose(old)
    assert refused(world.personal.sign_in, new, EMAIL, "no code") == "wrong-code"
    world.personal.sign_in(new, EMAIL, totp(secret, world.now_ms))
    assert refused(world.personal.sign_in, new, EMAIL, totp(secret, world.now_ms)) == "replayed"


def test_a_passwordless_account_opens_by_approval(world: World) -> None:
    old, new = phone(world), phone(world, "new")
    world.personal.sign_in(old, EMAIL)
    world.personal.register_device(old, EMAIL)
    for proof in ("password", "email", "phone"):
        world.personal.lose_proof(EMAIL, proof)
    world.personal.sign_in(new, EMAIL)
    lose(old)
    assert refused(world.personal.sign_in, new, EMAIL) == "circular"


def test_a_forgotten_password_takes_two_other_proofs(world: World) -> None:
    device = phone(world)
    world.personal.lose_proof(EMAIL, "password")
    world.personal.sign_in(device, EMAIL)
    world.personal.lose_proof(EMAIL, "phone")
    assert refused(world.personal.sign_in, device, EMAIL) == "circular"
    world.personal.account(EMAIL).ever_signed_in = True
    world.personal.regain_proof(EMAIL, "password")
    world.personal.sign_in(device, EMAIL)


def test_a_proof_nobody_knows_is_bad_input(world: World) -> None:
    assert refused(world.personal.regain_proof, EMAIL, "fax") == "bad-input"
    assert refused(world.personal.replace_security_info, EMAIL, ("fax",)) == "bad-input"
    assert refused(world.personal.create, "new@outlook.com", "Mika", "code", ("fax",)) == "bad-input"


# Thirty days


@pytest.fixture
def waiting(app_only: World) -> World:
    """The phone is lost, and new security info was named a moment ago."""
    phone(app_only, "new")
    lose(app_only.device("old"))
    app_only.personal.replace_security_info(EMAIL)
    return app_only


def test_replaced_security_info_counts_after_thirty_full_days(waiting: World) -> None:
    new = waiting.device("new")
    assert waiting.personal.security_info_state(EMAIL) == "waiting"
    waiting.timeline.advance(WAIT_MS - 1)
    assert refused(waiting.personal.sign_in, new, EMAIL) == "must-wait"
    waiting.timeline.advance(1)
    waiting.personal.sign_in(new, EMAIL)
    assert waiting.personal.security_info_state(EMAIL) == "settled"


def test_what_vouched_before_no_longer_does_after_the_wait(waiting: World) -> None:
    secret = waiting.personal.account(EMAIL).codes[0][1].secret
    waiting.timeline.advance(WAIT_MS)
    assert refused(waiting.personal.check_code, EMAIL, totp(secret, waiting.now_ms)) == "wrong-code"
    waiting.device("old").set(at_hand=True)
    assert refused(waiting.personal.use_old_info, EMAIL, waiting.device("old")) == "needs-sign-in"


@pytest.mark.parametrize("how", ["use", "sign-in", "code", "approve", "passwordless"])
def test_using_the_old_info_within_the_wait_calls_it_off(waiting: World, how: str) -> None:
    old, new = waiting.device("old"), waiting.device("new")
    waiting.timeline.advance(29 * DAY_MS)
    old.set(at_hand=True)
    if how in ("approve", "passwordless"):
        waiting.personal.register_device(old, EMAIL)
        waiting.personal.account(EMAIL).codes.clear()
    if how == "use":
        waiting.personal.use_old_info(EMAIL, old)
    elif how == "approve":
        waiting.personal.approve(old, EMAIL)
    elif how == "passwordless" or how == "sign-in":
        waiting.personal.sign_in(new, EMAIL)
    else:
        secret = waiting.personal.account(EMAIL).codes[0][1].secret
        waiting.personal.check_code(EMAIL, totp(secret, waiting.now_ms))
    assert waiting.personal.security_info_state(EMAIL) == "settled"
    lose(old)
    waiting.timeline.advance(DAY_MS)
    assert refused(waiting.personal.sign_in, new, EMAIL) == "circular"


def test_an_approver_alone_is_old_info_too_and_ends_with_the_wait(waiting: World) -> None:
    old = waiting.device("old")
    old.set(at_hand=True)
    waiting.personal.register_device(old, EMAIL)
    waiting.personal.account(EMAIL).codes.clear()
    waiting.personal.use_old_info(EMAIL, old)
    assert waiting.personal.security_info_state(EMAIL) == "settled"
    waiting.personal.replace_security_info(EMAIL)
    waiting.timeline.advance(WAIT_MS)
    assert not waiting.personal.has_device(EMAIL, "old")


def test_a_first_sign_in_by_password_does_not_call_the_wait_off(world: World) -> None:
    world.personal.create("second@outlook.com", "Mika", proofs=("password", "authenticator"))
    world.personal.replace_security_info("second@outlook.com")
    world.personal.sign_in(phone(world), "second@outlook.com")
    assert world.personal.security_info_state("second@outlook.com") == "waiting"


def test_the_wait_is_told_from_beginning_to_end(waiting: World) -> None:
    old, new = waiting.device("old"), waiting.device("new")
    with pytest.raises(Refusal, match="counts from 2025-07-30T00:00:00.000Z"):
        waiting.personal.sign_in(new, EMAIL)
    old.set(at_hand=True)
    waiting.personal.use_old_info(EMAIL, old)
    waiting.personal.replace_security_info(EMAIL, ("phone",))
    waiting.timeline.advance(WAIT_MS)
    assert waiting.personal.security_info_state(EMAIL) == "settled"
    assert waiting.personal.account(EMAIL).proofs == ("password", "phone")
    told = [event.verb for event in waiting.trace if event.actor == "Microsoft account"]
    assert told[2:] == [
        "replace-security-info",
        "sign-in",
        "cancel-replacement",
        "use-old-info",
        "replace-security-info",
        "security-info-replaced",
    ]


def test_the_quieter_happenings_are_told_too(world: World) -> None:
    device = phone(world)
    with_code(world, device)
    refused(world.personal.check_code, EMAIL, "no code")
    world.personal.expire_sessions(EMAIL)
    world.personal.sign_out(device, EMAIL)
    world.personal.sign_out(phone(world, "new"), EMAIL)  # nothing to end, nothing to tell
    world.personal.sign_out(device, EMAIL)
    world.personal.remove_device(EMAIL, "old")
    assert [(event.actor, event.verb, event.outcome) for event in world.trace][2:] == [
        ("Microsoft account", "check-code", "wrong-code"),
        ("Microsoft account", "expire-sessions", "ok"),
        ("old", "sign-out", "ok"),
        ("Microsoft account", "remove-device", "ok"),
    ]


def test_waiting_needs_the_password_and_happens_once(waiting: World) -> None:
    assert refused(waiting.personal.replace_security_info, EMAIL) == "already-exists"
    assert refused(waiting.personal.use_old_info, EMAIL, waiting.device("new")) == "needs-sign-in"
    waiting.personal.create("second@outlook.com", "Mika", "code", ("email",))
    assert refused(waiting.personal.replace_security_info, "second@outlook.com") == "not-allowed"


def test_thirty_days_of_waiting_cost_no_event(waiting: World) -> None:
    steps = waiting.timeline.steps
    waiting.timeline.advance(31 * DAY_MS)
    assert waiting.timeline.steps == steps


def test_the_trace_holds_no_key_and_no_code(world: World) -> None:
    old = phone(world)
    secret = with_code(world, old)
    world.personal.recovery_key(old, EMAIL)
    code = totp(secret, world.now_ms)
    world.personal.check_code(EMAIL, code)
    told = world.trace.to_jsonl()
    assert code.encode() not in told
    assert world.trace.finder.find(told) is None
    assert [event.verb for event in world.trace] == [
        "sign-in",
        "register-code",
        "give-recovery-key",
        "check-code",
    ]
    assert {event.actor for event in world.trace} == {"Microsoft account"}


MAY_2026_MS = instant(2026, 5, 1)


@pytest.mark.parametrize(
    ("proofs", "before", "after"),
    [
        (("password", "phone"), "in", "blocked-by-policy"),
        (("password", "phone", "authenticator"), "in", "blocked-by-policy"),
        (("email", "phone"), "in", "blocked-by-policy"),
        (("password", "email", "phone"), "in", "in"),
        (("password", "authenticator"), "circular", "circular"),
        (("phone",), "circular", "circular"),
    ],
)
@pytest.mark.parametrize("answer", ["ended", "continuing"])
def test_a_text_message_is_no_proof_from_may_2026_if_it_has_ended(
    proofs: tuple[str, ...], before: str, after: str, answer: str
) -> None:
    """A59, Q19: it takes one proof away, and nothing else."""
    for start_ms in (MAY_2026_MS - 1, MAY_2026_MS):
        world = World(start_ms=start_ms, answers={"Q19": answer})
        account = world.personal.create(EMAIL, "Mika")
        world.personal.sign_in(phone(world, "first"), EMAIL)
        account.proofs = proofs
        expected = after if start_ms == MAY_2026_MS and answer == "ended" else before
        new = phone(world, "new")
        if expected == "in":
            world.personal.sign_in(new, EMAIL)
        else:
            assert refused(world.personal.sign_in, new, EMAIL) == expected


def test_replaced_security_info_is_waited_for_before_text_messages_are_spoken_of() -> None:
    world = World(start_ms=MAY_2026_MS)
    account = world.personal.create(EMAIL, "Mika", proofs=("password", "phone"))
    account.ever_signed_in = True
    world.personal.replace_security_info(EMAIL)
    assert refused(world.personal.sign_in, phone(world), EMAIL) == "must-wait"


@pytest.mark.parametrize(("answer", "digits"), [("six", 6), ("eight", 8)])
def test_the_service_takes_codes_of_the_length_that_the_question_is_answered_with(
    answer: str, digits: int
) -> None:
    """Q22."""
    world = World(answers={"Q22": answer})
    world.personal.create(EMAIL, "Mika")
    with_code(world, phone(world))
    secret = world.personal.account(EMAIL).codes[0][1].secret
    other = 14 - digits
    wrong = totp(secret, world.now_ms, OtpParameters(digits=other))
    assert refused(world.personal.check_code, EMAIL, wrong) == "wrong-code"
    world.personal.check_code(EMAIL, totp(secret, world.now_ms, OtpParameters(digits=digits)))
