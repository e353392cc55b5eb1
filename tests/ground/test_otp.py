"""Codes against the tables of the RFCs, against two libraries, and the site's side of the exchange."""

from __future__ import annotations

import hashlib

import pyotp
import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.twofactor.totp import TOTP
from hypothesis import given
from hypothesis import strategies as st

from lostphone.base.clock import instant
from lostphone.base.secret import Secret
from lostphone.formats.otp import (
    LAST_COUNTER,
    Algorithm,
    OtpParameters,
    accepts,
    counter_at,
    hotp,
    remaining_ms,
    totp,
)

SEED = b"12345678901234567890"
SECRET = Secret(SEED)
TUTORIAL = Secret(b"Hello!\xde\xad\xbe\xef")
HOTP = OtpParameters(kind="hotp")

RFC_4226 = [
    "755224",
    "287082",
    "359152",
    "969429",
    "338314",
    "254676",
    "287922",
    "162583",
    "399871",
    "520489",
]
RFC_6238 = {
    59: ("94287082", "46119246", "90693936"),
    1111111109: ("07081804", "68084774", "25091201"),
    1111111111: ("14050471", "67062674", "99943326"),
    1234567890: ("89005924", "91819424", "93441116"),
    2000000000: ("69279037", "90698825", "38618901"),
    20000000000: ("65353130", "77737706", "47863826"),
}
SEED_BYTES = {Algorithm.SHA1: 20, Algorithm.SHA256: 32, Algorithm.SHA512: 64}

moments_ms = st.integers(0, instant(9999, 12, 31))
periods_s = st.integers(1, 120)
parameters = st.builds(
    OtpParameters, algorithm=st.sampled_from(Algorithm), digits=st.integers(6, 8), period_s=periods_s
)
raw_secrets = st.binary(min_size=1, max_size=80)


@pytest.mark.parametrize(("counter", "code"), list(enumerate(RFC_4226)))
def test_rfc_4226_table(counter, code):
    assert hotp(SECRET, counter) == code
    assert accepts(SECRET, code, 0, HOTP, last_counter=counter - 1) == counter


@pytest.mark.parametrize("at_s", list(RFC_6238))
@pytest.mark.parametrize("algorithm", list(Algorithm))
def test_rfc_6238_table(at_s, algorithm):
    key = Secret((SEED * 4)[: SEED_BYTES[algorithm]])
    code = RFC_6238[at_s][list(Algorithm).index(algorithm)]
    params = OtpParameters(algorithm=algorithm, digits=8)
    assert totp(key, at_s * 1000, params) == code
    assert totp(key, at_s * 1000, OtpParameters(algorithm=algorithm)) == code[2:]
    assert accepts(key, code, at_s * 1000, params) == at_s // 30


def test_the_tutorial_secret_of_80_bits_works_on_both_sides():
    codes = {0: "282760", 30: "996554", 59: "996554", 60: "602287"}
    for at_s, code in codes.items():
        assert totp(TUTORIAL, at_s * 1000) == code
        assert accepts(TUTORIAL, code, at_s * 1000) == at_s // 30


@given(raw=st.binary(min_size=14, max_size=80), at_ms=moments_ms, params=parameters)
def test_codes_are_pyotps(raw, at_ms, params):
    theirs = pyotp.TOTP(
        Secret(raw).base32(),
        digits=params.digits,
        digest=getattr(hashlib, params.algorithm.lower()),
        interval=params.period_s,
    )
    assert totp(Secret(raw), at_ms, params) == theirs.at(at_ms // 1000)


@given(raw=raw_secrets, at_ms=moments_ms, params=parameters)
def test_codes_are_cryptographys(raw, at_ms, params):
    algorithm = getattr(hashes, params.algorithm)()
    theirs = TOTP(raw, params.digits, algorithm, params.period_s, enforce_key_length=False)
    assert totp(Secret(raw), at_ms, params) == theirs.generate(at_ms // 1000).decode()


@given(raw=raw_secrets, at_ms=moments_ms, params=parameters)
def test_what_the_client_shows_the_site_accepts_once(raw, at_ms, params):
    code = totp(Secret(raw), at_ms, params)
    assert len(code) == params.digits
    counter = accepts(Secret(raw), code, at_ms, params)
    assert counter == counter_at(at_ms, params.period_s)
    assert accepts(Secret(raw), code, at_ms, params, last_counter=counter) is None


@given(at_ms=moments_ms, period_s=st.integers(1, 10**9))
def test_a_code_lasts_exactly_to_the_next_step(at_ms, period_s):
    left_ms = remaining_ms(at_ms, period_s)
    assert 1 <= left_ms <= period_s * 1000
    assert counter_at(at_ms + left_ms - 1, period_s) == counter_at(at_ms, period_s)
    assert counter_at(at_ms + left_ms, period_s) == counter_at(at_ms, period_s) + 1


def test_steps_are_counted_in_integers():
    last_ms_of_a_step = 30_000 * 10**15 - 1
    assert int(last_ms_of_a_step / 30_000) == 10**15, "a float rounds it into the next step"
    assert counter_at(last_ms_of_a_step) == 10**15 - 1
    assert (counter_at(instant(2100, 1, 1)), remaining_ms(0)) == (136_748_160, 30_000)


@pytest.mark.parametrize(
    ("late_s", "back_steps", "accepted"),
    [
        (29, 0, True),
        (30, 0, False),
        (30, 1, True),
        (59, 1, True),
        (60, 1, False),
        (89, 2, True),
        (90, 2, False),
    ],
)
def test_how_old_a_code_may_be(late_s, back_steps, accepted):
    code = totp(SECRET, 0)
    assert (accepts(SECRET, code, late_s * 1000, back_steps=back_steps) == 0) is accepted


@pytest.mark.parametrize(
    ("early_ms", "forward_steps", "accepted"),
    [(1, 0, False), (1, 1, True), (30_000, 1, True), (30_001, 1, False)],
)
def test_how_far_ahead_a_fast_clock_may_be(early_ms, forward_steps, accepted):
    shown_at_ms = 300_000
    code = totp(SECRET, shown_at_ms)
    found = accepts(SECRET, code, shown_at_ms - early_ms, forward_steps=forward_steps)
    assert found == (10 if accepted else None)


def test_a_code_of_an_earlier_step_is_refused_after_a_later_one():
    earlier, later = totp(SECRET, 0), totp(SECRET, 30_000)
    last = accepts(SECRET, later, 30_000, back_steps=1)
    assert last == 1
    assert accepts(SECRET, earlier, 30_000, back_steps=1, last_counter=last) is None
    assert accepts(SECRET, earlier, 30_000, back_steps=1, last_counter=None) == 0


def test_the_window_is_cut_at_the_epoch():
    assert accepts(SECRET, "000000", 0, back_steps=3) is None
    assert accepts(SECRET, RFC_4226[0], 0, back_steps=3) == 0


def test_hotp_looks_ahead_and_never_back():
    assert accepts(SECRET, RFC_4226[0], 0, HOTP) == 0
    assert accepts(SECRET, RFC_4226[3], 0, HOTP, forward_steps=2) is None
    assert accepts(SECRET, RFC_4226[3], 0, HOTP, forward_steps=3) == 3
    assert accepts(SECRET, RFC_4226[3], 0, HOTP, forward_steps=9, last_counter=3) is None
    assert accepts(SECRET, RFC_4226[4], 0, HOTP, back_steps=9, last_counter=5) is None


@pytest.mark.parametrize("code", ["81804", "081804 ", "0081804", "", "08180a", "x" * 2000])
def test_a_code_is_compared_as_it_was_typed(code):
    at_ms = 1_111_111_109_000
    assert accepts(SECRET, "081804", at_ms) is not None
    assert accepts(SECRET, code, at_ms) is None


def test_full_width_digits_are_the_same_digits():
    assert accepts(SECRET, "０８１８０４", 1_111_111_109_000) is not None


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"kind": "motp"}, "motp"),
        ({"algorithm": "SHA1"}, "SHA1, SHA256, SHA512"),
        ({"digits": 5}, "6, 7 or 8"),
        ({"digits": 9}, "6, 7 or 8"),
        ({"digits": True}, "6, 7 or 8"),
        ({"period_s": 0}, "from 1"),
        ({"period_s": 29.5}, "29.5"),
    ],
)
def test_impossible_parameters_are_refused(changed, says):
    with pytest.raises(ValueError, match=says):
        OtpParameters(**changed)


def test_impossible_moments_and_counters_are_refused():
    with pytest.raises(ValueError, match="before 1970"):
        totp(SECRET, -1)
    with pytest.raises(ValueError, match="no clock"):
        totp(SECRET, 0, HOTP)
    for counter in (-1, LAST_COUNTER + 1):
        with pytest.raises(ValueError, match="counter lies between"):
            hotp(SECRET, counter, HOTP)
    assert len(hotp(SECRET, LAST_COUNTER, HOTP)) == 6
