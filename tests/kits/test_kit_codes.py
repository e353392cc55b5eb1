"""Codes and names in the starter kits, against the reader and the arithmetic that Lostphone itself trusts."""

from __future__ import annotations

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from kit_bench import LANGUAGES, PHONE, add, app_of, ask

from lostphone.base.secret import Secret
from lostphone.client.port import ListAccounts, RemoveAccount, ShowCode
from lostphone.formats.otp import Algorithm, hotp, totp
from lostphone.formats.otpauth import OtpAuth, OtpAuthError
from lostphone.stories.actions.faults import SkewClock

names = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=12)
YEARS_500_MS = 500 * 365 * 86_400_000


@st.composite
def links(draw):
    kind = draw(st.sampled_from(["totp", "hotp"]))
    try:
        return OtpAuth(
            kind,
            draw(names),
            draw(names),
            Secret(draw(st.binary(min_size=2, max_size=70))),
            draw(st.sampled_from(Algorithm)),
            draw(st.integers(6, 8)),
            draw(st.integers(1, 10_000)) if kind == "totp" else 30,
            # A number of JavaScript is exact up to 2**53 - 1, and one code is shown.
            draw(st.integers(0, 2**53 - 2)) if kind == "hotp" else 0,
        )
    except OtpAuthError:
        assume(False)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_makes_the_names_and_codes_that_it_should(language):
    with app_of(language) as story:
        true_ms = story.stage.device(PHONE).now_ms

        @settings(max_examples=60, deadline=None)
        @given(links(), st.integers(0, YEARS_500_MS))
        @example(OtpAuth("hotp", "A:B", "C", Secret(b"ab"), counter=2**53 - 2), 0)
        @example(
            OtpAuth("totp", "Größe & Co", "a+b=c?#%&/\\@例え.jp", Secret(bytes(64)), Algorithm.SHA512, 8, 60),
            0,
        )
        @example(OtpAuth("totp", "ACME", "x", Secret(bytes(range(20))), period_s=7), YEARS_500_MS)
        def agree(link, later_ms):
            story.do(SkewClock(PHONE, later_ms))
            account = add(story, link.to_uri())
            [row] = ask(story, ListAccounts()).rows
            assert (row.issuer, row.name) == (link.issuer, link.account)
            shown = ask(story, ShowCode(account)).code
            if link.kind == "totp":
                assert shown == totp(link.secret, true_ms + later_ms, link.parameters)
            else:
                assert shown == hotp(link.secret, link.counter, link.parameters)
                assert ask(story, ShowCode(account)).code == hotp(
                    link.secret, link.counter + 1, link.parameters
                )
            ask(story, RemoveAccount(account))

        agree()
