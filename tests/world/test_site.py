"""Third-party sites: what they accept, how often, and from which clock (facts F04 to F12)."""

from __future__ import annotations

import pytest

from lostphone.base.clock import DAY_MS, SECOND_MS, instant
from lostphone.formats.otp import OtpParameters, hotp, totp
from lostphone.formats.otpauth import OtpAuth, parse_otpauth
from lostphone.refusal import Refusal
from lostphone.world.identity.site import LOCK_MS
from lostphone.world.world import World

STEP_MS = 30 * SECOND_MS
# The first moment of a step, so that "31 seconds slow" means what it says.
START_MS = instant(2025, 6, 30, 12, 0, 0)


@pytest.fixture
def world() -> World:
    world = World(seed=7, start_ms=START_MS)
    world.sites.open("GitHub")
    return world


def enrol(world: World, site: str = "GitHub", owner: str = "Mika", login: str | None = None) -> OtpAuth:
    return parse_otpauth(world.sites.enrol(site, owner, login))


def refused(world: World, code: str, site: str = "GitHub", owner: str = "Mika") -> str:
    with pytest.raises(Refusal) as caught:
        world.sites.check(site, owner, code)
    return caught.value.code


def test_enrolling_hands_out_what_a_client_needs(world: World) -> None:
    world.sites.open("楽天証券", algorithm="SHA256", digits=8, period_s=60, secret_bytes=10)
    entry = enrol(world, "楽天証券", "Mika", "美香@example.jp")
    assert (entry.issuer, entry.account) == ("楽天証券", "美香@example.jp")
    assert (entry.algorithm, entry.digits, entry.period_s) == ("SHA256", 8, 60)
    assert entry.secret.bits == 80
    world.sites.check("楽天証券", "Mika", totp(entry.secret, world.now_ms, entry.parameters))


@pytest.mark.parametrize("algorithm", ["SHA1", "SHA256", "SHA512"])
@pytest.mark.parametrize("digits", [6, 7, 8])
@pytest.mark.parametrize("period_s", [15, 30, 60, 90])
def test_a_client_and_a_site_agree(world: World, algorithm: str, digits: int, period_s: int) -> None:
    world.sites.open("Bank", algorithm=algorithm, digits=digits, period_s=period_s)
    entry = enrol(world, "Bank")
    code = totp(entry.secret, world.now_ms, entry.parameters)
    assert code == world.sites.expected_code("Bank", "Mika")
    world.sites.check("Bank", "Mika", code)


def test_two_people_get_two_secrets(world: World) -> None:
    assert enrol(world, owner="Mika").secret != enrol(world, owner="Ken").secret


def test_the_rfc_secret_gives_the_rfc_code_with_its_leading_zero() -> None:
    world = World(start_ms=1_111_111_109_000)
    world.sites.open("GitHub")
    world.sites.enrol("GitHub", "Mika", rfc_secret=True)
    assert world.sites.expected_code("GitHub", "Mika") == "081804"
    assert refused(world, "81804") == "wrong-code"
    world.sites.check("GitHub", "Mika", "081804")


@pytest.mark.parametrize(
    ("skew_ms", "accepted"),
    [(-59_000, False), (-31_000, False), (-30_000, True), (0, True), (59_999, True), (60_000, False)],
)
def test_the_window_of_one_step_back_and_forth(world: World, skew_ms: int, accepted: bool) -> None:
    """A phone's clock against the site's, at the first moment of a step: both sides of each edge."""
    entry = enrol(world)
    code = totp(entry.secret, world.now_ms + skew_ms)
    if accepted:
        world.sites.check("GitHub", "Mika", code)
    else:
        assert refused(world, code) == "wrong-code"


@pytest.mark.parametrize(("slow_s", "accepted"), [(31, True), (60, True), (61, False), (90, False)])
def test_two_steps_back_take_a_slow_phone_that_one_step_does_not(slow_s: int, accepted: bool) -> None:
    world = World(start_ms=START_MS)
    world.sites.open("Patient", back_steps=2)
    world.sites.open("Strict", back_steps=1)
    for site in ("Patient", "Strict"):
        code = totp(enrol(world, site).secret, world.now_ms - slow_s * SECOND_MS)
        if site == "Patient" and accepted:
            world.sites.check(site, "Mika", code)
        else:
            assert refused(world, code, site) == "wrong-code"


def test_remembered_drift_follows_a_clock_that_gets_slower() -> None:
    world = World(start_ms=START_MS)
    world.sites.open("Follows", remembers_drift=True)
    world.sites.open("Forgets")
    secrets = {site: enrol(world, site).secret for site in ("Follows", "Forgets")}
    for site in secrets:
        world.sites.check(site, "Mika", totp(secrets[site], world.now_ms - STEP_MS))
    world.timeline.advance(DAY_MS)
    world.sites.check("Follows", "Mika", totp(secrets["Follows"], world.now_ms - 2 * STEP_MS))
    assert refused(world, totp(secrets["Forgets"], world.now_ms - 2 * STEP_MS), "Forgets") == "wrong-code"


def test_a_code_works_once_however_many_phones_show_it(world: World) -> None:
    code = totp(enrol(world).secret, world.now_ms)
    world.sites.check("GitHub", "Mika", code)
    assert refused(world, code) == "replayed"
    world.timeline.advance(STEP_MS)
    assert refused(world, code) == "replayed"
    world.sites.check("GitHub", "Mika", world.sites.expected_code("GitHub", "Mika"))


def test_an_older_code_is_refused_after_a_newer_one(world: World) -> None:
    entry = enrol(world)
    world.sites.check("GitHub", "Mika", totp(entry.secret, world.now_ms))
    assert refused(world, totp(entry.secret, world.now_ms - STEP_MS)) == "replayed"


def test_ten_wrong_codes_lock_and_support_unlocks(world: World) -> None:
    enrol(world)
    for _ in range(9):
        assert refused(world, "no code") == "wrong-code"
    world.sites.check("GitHub", "Mika", world.sites.expected_code("GitHub", "Mika"))
    world.timeline.advance(STEP_MS)
    for _ in range(10):
        assert refused(world, "no code") == "wrong-code"
    right = world.sites.expected_code("GitHub", "Mika")
    assert refused(world, right) == "locked-out"
    world.sites.unlock("GitHub", "Mika")
    world.sites.check("GitHub", "Mika", right)


def test_a_lock_ends_by_itself_and_the_tries_are_counted_anew(world: World) -> None:
    enrol(world)
    for _ in range(10):
        refused(world, "no code")
    world.timeline.advance(LOCK_MS - 1)
    assert refused(world, world.sites.expected_code("GitHub", "Mika")) == "locked-out"
    world.timeline.advance(1)
    for _ in range(9):
        assert refused(world, "no code") == "wrong-code"
    world.sites.check("GitHub", "Mika", world.sites.expected_code("GitHub", "Mika"))


def test_a_lock_that_passed_locks_again_after_as_many_tries(world: World) -> None:
    enrol(world)
    for _ in range(10):
        refused(world, "no code")
    world.timeline.advance(LOCK_MS)
    assert [refused(world, "no code") for _ in range(11)] == ["wrong-code"] * 10 + ["locked-out"]


def test_a_replayed_code_costs_no_try() -> None:
    world = World(start_ms=START_MS)
    world.sites.open("Strict", tries=1)
    code = totp(enrol(world, "Strict").secret, world.now_ms)
    world.sites.check("Strict", "Mika", code)
    assert [refused(world, code, "Strict") for _ in range(3)] == ["replayed"] * 3


def test_hotp_counts_looks_ahead_and_takes_nothing_twice() -> None:
    world = World(start_ms=START_MS)
    world.sites.open("Counter", kind="hotp", forward_steps=3)
    entry = enrol(world, "Counter")
    parameters = OtpParameters("hotp")
    codes = [hotp(entry.secret, counter, parameters) for counter in range(12)]
    world.sites.check("Counter", "Mika", codes[0])
    assert refused(world, codes[0], "Counter") == "replayed"
    assert refused(world, codes[5], "Counter") == "wrong-code"
    world.sites.check("Counter", "Mika", codes[4])
    assert refused(world, codes[2], "Counter") == "replayed"
    world.timeline.advance(DAY_MS)
    assert world.sites.expected_code("Counter", "Mika") == codes[5]
    world.sites.check("Counter", "Mika", codes[8])
    assert refused(world, codes[7], "Counter") == "replayed"
    assert refused(world, codes[4], "Counter") == "wrong-code"


def test_recovery_by_the_site_brings_a_new_secret_and_opens_the_lock(world: World) -> None:
    old = enrol(world)
    for _ in range(10):
        refused(world, "no code")
    new = parse_otpauth(world.sites.recover_by_site("GitHub", "Mika"))
    assert (new.account, new.secret == old.secret) == (old.account, False)
    assert refused(world, totp(old.secret, world.now_ms)) == "wrong-code"
    world.sites.check("GitHub", "Mika", totp(new.secret, world.now_ms))


def test_two_logins_of_one_person_are_two_accounts(world: World) -> None:
    first, second = enrol(world, login="mika"), enrol(world, login="mika-work")
    world.sites.check("GitHub", "Mika", totp(second.secret, world.now_ms), "mika-work")
    world.sites.check("GitHub", "Mika", totp(first.secret, world.now_ms), "mika")
    assert refused(world, totp(second.secret, world.now_ms)) == "wrong-code"
    with pytest.raises(Refusal, match="belongs to somebody else"):
        world.sites.enrol("GitHub", "Ken", "mika")


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"algorithm": "MD5"}, "MD5"),
        ({"digits": 5}, "digits"),
        ({"period_s": 0}, "period"),
        ({"secret_bytes": 0}, "secret"),
        ({"tries": 0}, "try"),
        ({"back_steps": -1}, "window"),
    ],
)
def test_what_no_site_can_be_is_said(world: World, wrong: dict[str, int | str], message: str) -> None:
    with pytest.raises(Refusal, match=message) as caught:
        world.sites.open("Odd", **wrong)  # type: ignore[arg-type]
    assert caught.value.code == "bad-input"


def test_the_smallest_site_there_can_be(world: World) -> None:
    world.sites.open("Tiny", secret_bytes=1, tries=1, back_steps=0, forward_steps=0)
    entry = enrol(world, "Tiny")
    world.sites.check("Tiny", "Mika", totp(entry.secret, world.now_ms))
    assert "Tiny" in world.sites
    assert "Huge" not in world.sites


def test_the_rfc_secret_is_a_secret_all_the_same_and_recovery_replaces_it(world: World) -> None:
    uri = world.sites.enrol("GitHub", "Mika", rfc_secret=True)
    world.record("Mika", "log", uri)
    assert "GEZDGNBV" not in world.trace.happenings[-1].target
    world.sites.unlock("GitHub", "Mika")
    recovered = parse_otpauth(world.sites.recover_by_site("GitHub", "Mika"))
    assert recovered.secret != parse_otpauth(uri).secret
    assert [event.verb for event in world.trace if event.actor == "GitHub"] == ["enrol", "unlock", "recover"]


def test_unknown_names_are_refused_with_those_that_exist(world: World) -> None:
    with pytest.raises(Refusal, match="sites: GitHub"):
        world.sites.site("GitHubb")
    with pytest.raises(Refusal, match="Ken has no two-step sign-in"):
        world.sites.check("GitHub", "Ken", "000000")
    with pytest.raises(Refusal, match="already"):
        world.sites.open("GitHub")
    world.sites.open("Odd\tName")
    with pytest.raises(Refusal, match="control character") as caught:
        world.sites.enrol("Odd\tName", "Mika")
    assert caught.value.code == "bad-input"


def test_the_trace_tells_of_it_without_secret_or_code(world: World) -> None:
    entry = enrol(world)
    code = totp(entry.secret, world.now_ms)
    world.sites.check("GitHub", "Mika", code)
    refused(world, code)
    told = [(event.actor, event.verb, event.outcome) for event in world.trace]
    assert told == [
        ("GitHub", "enrol", "ok"),
        ("GitHub", "check-code", "ok"),
        ("GitHub", "check-code", "replayed"),
    ]
    assert code.encode() not in world.trace.to_jsonl()
    assert world.trace.finder.find(world.trace.to_jsonl()) is None
