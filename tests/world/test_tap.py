"""Temporary Access Passes: who issues them to whom, for how long, and what they open (facts C06 to C09)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from lostphone.base.clock import DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS
from lostphone.base.secret import Secret
from lostphone.refusal import Refusal
from lostphone.world.devices.device import Device
from lostphone.world.identity.policies import TapPolicy
from lostphone.world.world import World

MIKA, ADA, BEN = "mika@contoso.com", "ada@contoso.com", "ben@contoso.com"


@pytest.fixture
def world() -> World:
    """Mika's only method is the app on a phone that is gone; Ada and Ben administrate."""
    world = World(seed=9)
    world.tenants.create("Contoso", "contoso.com")
    world.tenants.add_user("Contoso", MIKA, "Mika")
    world.tenants.add_user("Contoso", ADA, "Ada", roles=("Global Administrator",))
    world.tenants.add_user("Contoso", BEN, "Ben", roles=("Authentication Administrator",))
    old = world.add_device("old", "Mika", "ios")
    old.install_app("6.8.20")
    world.tenants.interactive_sign_in(old, MIKA)
    world.tenants.register_authenticator(old, MIKA)
    old.set(at_hand=False)
    return world


@pytest.fixture
def new(world: World) -> Device:
    device = world.add_device("new", "Mika", "ios")
    device.install_app("6.8.20")
    return device


def refused(ask: Callable[..., Any], *args: Any, **named: Any) -> str:
    with pytest.raises(Refusal) as caught:
        ask(*args, **named)
    return caught.value.code


def typed(value: Secret) -> str:
    return value.reveal().decode()


def test_a_pass_ends_the_loop(world: World, new: Device) -> None:
    assert refused(world.tenants.interactive_sign_in, new, MIKA) == "circular"
    value = world.tenants.issue_tap(ADA, MIKA)
    world.tenants.interactive_sign_in(new, MIKA, typed(value))
    world.tenants.register_authenticator(new, MIKA)
    assert world.tenants.has_registration(MIKA, "new")
    assert world.tenants.has_registration(MIKA, "old"), "the lost phone stays until somebody removes it"


@pytest.mark.parametrize(
    ("after_ms", "good"), [(0, True), (10 * MINUTE_MS, True), (10 * MINUTE_MS + 1, False)]
)
def test_after_a_one_time_pass_ten_minutes_are_left(
    world: World, new: Device, after_ms: int, good: bool
) -> None:
    value = world.tenants.issue_tap(ADA, MIKA, one_time=True)
    world.tenants.interactive_sign_in(new, MIKA, typed(value))
    world.timeline.advance(after_ms)
    if good:
        world.tenants.register_authenticator(new, MIKA)
        return
    assert refused(world.tenants.register_authenticator, new, MIKA) == "expired"
    assert refused(world.tenants.interactive_sign_in, new, MIKA, typed(value)) == "replayed"
    world.tenants.interactive_sign_in(new, MIKA, typed(world.tenants.issue_tap(ADA, MIKA, one_time=True)))
    world.tenants.register_authenticator(new, MIKA)


def test_what_a_pass_gives_does_not_outlive_the_pass(world: World, new: Device) -> None:
    value = world.tenants.issue_tap(ADA, MIKA, one_time=True)
    world.timeline.advance(HOUR_MS - 3 * MINUTE_MS)
    world.tenants.interactive_sign_in(new, MIKA, typed(value))
    world.timeline.advance(3 * MINUTE_MS - 1)
    assert world.tenants.signed_in("new", MIKA)
    world.timeline.advance(1)
    assert not world.tenants.signed_in("new", MIKA)
    assert refused(world.tenants.register_authenticator, new, MIKA) == "expired"


def test_a_pass_for_several_uses_serves_until_it_ends(world: World, new: Device) -> None:
    value = typed(world.tenants.issue_tap(ADA, MIKA))
    world.tenants.interactive_sign_in(new, MIKA, value)
    world.timeline.advance(30 * MINUTE_MS)
    world.tenants.register_authenticator(new, MIKA)
    world.timeline.advance(30 * MINUTE_MS - 1)
    new.set(at_hand=False)
    other = world.add_device("other", "Mika", "android")
    world.tenants.interactive_sign_in(other, MIKA, value)
    world.timeline.advance(1)
    assert refused(world.tenants.interactive_sign_in, other, MIKA, value) == "expired"


def test_a_pass_may_start_later_but_not_earlier(world: World, new: Device) -> None:
    start_ms = world.now_ms + DAY_MS
    value = typed(world.tenants.issue_tap(ADA, MIKA, start_ms=start_ms))
    assert refused(world.tenants.interactive_sign_in, new, MIKA, value) == "must-wait"
    world.timeline.advance_to(start_ms - 1)
    assert refused(world.tenants.interactive_sign_in, new, MIKA, value) == "must-wait"
    world.timeline.advance(1)
    world.tenants.interactive_sign_in(new, MIKA, value)
    assert refused(world.tenants.issue_tap, ADA, MIKA, start_ms=world.now_ms - 1) == "bad-input"


@pytest.mark.parametrize(
    ("lifetime_ms", "issued"),
    [
        (HOUR_MS, True),
        (HOUR_MS - SECOND_MS, False),
        (8 * HOUR_MS, True),
        (8 * HOUR_MS + SECOND_MS, False),
    ],
)
def test_the_usual_limits_are_one_to_eight_hours(world: World, lifetime_ms: int, issued: bool) -> None:
    if issued:
        world.tenants.issue_tap(ADA, MIKA, lifetime_ms=lifetime_ms)
    else:
        assert refused(world.tenants.issue_tap, ADA, MIKA, lifetime_ms=lifetime_ms) == "blocked-by-policy"


def test_a_tenant_may_choose_other_limits_within_ten_minutes_and_thirty_days(
    world: World, new: Device
) -> None:
    tenant = world.tenants.tenant("Contoso")
    tenant.tap_policy = TapPolicy(10 * MINUTE_MS, 30 * DAY_MS, length=48, one_time_only=True)
    assert refused(world.tenants.issue_tap, ADA, MIKA) == "blocked-by-policy"
    value = world.tenants.issue_tap(ADA, MIKA, one_time=True, lifetime_ms=30 * DAY_MS)
    assert len(typed(value)) == 48
    world.timeline.advance(30 * DAY_MS - 1)
    world.tenants.interactive_sign_in(new, MIKA, typed(value))
    for minimum_ms, maximum_ms, length in (
        (10 * MINUTE_MS - 1, HOUR_MS, 8),
        (HOUR_MS, 30 * DAY_MS + 1, 8),
        (2 * HOUR_MS, HOUR_MS, 8),
        (HOUR_MS, HOUR_MS, 7),
        (HOUR_MS, HOUR_MS, 49),
    ):
        assert refused(TapPolicy, minimum_ms, maximum_ms, length) == "bad-input"


def test_one_pass_a_person_and_the_newest_counts(world: World, new: Device) -> None:
    first, second = (typed(world.tenants.issue_tap(ADA, MIKA)) for _ in range(2))
    assert first != second
    assert refused(world.tenants.interactive_sign_in, new, MIKA, first) == "wrong-code"
    world.tenants.interactive_sign_in(new, MIKA, second)


def test_a_pass_opens_one_account(world: World, new: Device) -> None:
    value = typed(world.tenants.issue_tap(ADA, BEN))
    assert refused(world.tenants.interactive_sign_in, new, MIKA, value) == "wrong-code"
    assert refused(world.tenants.interactive_sign_in, new, MIKA, "ünicode") == "wrong-code"


def test_nobody_issues_one_to_themselves_or_without_the_role(world: World) -> None:
    world.tenants.create("Fabrikam", "fabrikam.com")
    world.tenants.add_user("Fabrikam", "eve@fabrikam.com", "Eve", roles=("global administrator",))
    for admin, user in ((ADA, ADA), (BEN, BEN), (MIKA, BEN), ("eve@fabrikam.com", MIKA)):
        assert refused(world.tenants.issue_tap, admin, user) == "not-allowed"
        assert refused(world.tenants.require_reregister, admin, user) == "not-allowed"
    world.tenants.issue_tap(BEN, ADA)


@pytest.mark.parametrize(
    ("second_admin", "route"), [(False, "Data Protection"), (True, "another administrator")]
)
def test_the_sole_global_administrator_is_sent_to_data_protection(
    world: World, second_admin: bool, route: str
) -> None:
    if second_admin:
        world.tenants.add_user("Contoso", "cleo@contoso.com", "Cleo", roles=("global administrator",))
    for ask in (world.tenants.issue_tap, world.tenants.require_reregister):
        with pytest.raises(Refusal, match=route) as caught:
            ask(ADA, ADA)
        assert caught.value.code == "not-allowed"


def test_only_people_in_the_scope_of_the_policy_get_and_use_one(world: World, new: Device) -> None:
    value = typed(world.tenants.issue_tap(ADA, MIKA))
    world.tenants.set_policy("Contoso", "authentication-methods", "tap", True, excluded=(MIKA,))
    assert refused(world.tenants.issue_tap, ADA, MIKA) == "blocked-by-policy"
    assert refused(world.tenants.interactive_sign_in, new, MIKA, value) == "blocked-by-policy"
    world.tenants.issue_tap(ADA, BEN)


def test_re_registration_lets_in_with_the_password_alone_until_a_method_is_there(
    world: World, new: Device
) -> None:
    world.tenants.require_reregister(ADA, MIKA)
    world.tenants.interactive_sign_in(new, MIKA)
    world.tenants.register_authenticator(new, MIKA)
    new.set(at_hand=False)
    third = world.add_device("third", "Mika", "ios")
    assert refused(world.tenants.interactive_sign_in, third, MIKA) == "circular"


def test_re_registration_ends_the_sessions_there_are(world: World, new: Device) -> None:
    world.tenants.interactive_sign_in(new, MIKA, typed(world.tenants.issue_tap(ADA, MIKA)))
    world.tenants.require_reregister(ADA, MIKA)
    assert refused(world.tenants.register_authenticator, new, MIKA) == "needs-sign-in"


def test_the_pass_itself_is_told_nowhere(world: World, new: Device) -> None:
    value = world.tenants.issue_tap(ADA, MIKA)
    world.tenants.interactive_sign_in(new, MIKA, typed(value))
    world.record("Mika", "note", typed(value))
    assert typed(value).encode() not in world.trace.to_jsonl()
    assert world.trace.happenings[-1].target == "‹secret›"
    assert world.tenants.user(MIKA).temporary_pass is not None
