"""otpauth links: what is read, what is refused and in which words, and that every account survives."""

from __future__ import annotations

import traceback
from urllib.parse import quote

import pyotp
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lostphone.base.secret import Finder, Secret
from lostphone.formats.otp import LAST_COUNTER, Algorithm, OtpParameters, totp
from lostphone.formats.otpauth import OtpAuth, OtpAuthError, names_from, parse_otpauth

B32 = "JBSWY3DPEHPK3PXP"
HELLO = Secret(b"Hello!\xde\xad\xbe\xef")

names = st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=20).map(str.strip)
plain_names = names.map(lambda name: name.replace(":", "").strip() or "x")


@st.composite
def links(draw, issuers=names, accounts=names, least_secret_bytes=1, most_period_s=10**9):
    kind = draw(st.sampled_from(["totp", "hotp"]))
    issuer = draw(issuers)
    return OtpAuth(
        kind,
        issuer,
        draw(accounts if issuer else plain_names),
        Secret(draw(st.binary(min_size=least_secret_bytes, max_size=70))),
        draw(st.sampled_from(Algorithm)),
        draw(st.integers(6, 8)),
        draw(st.integers(1, most_period_s)) if kind == "totp" else 30,
        draw(st.integers(0, LAST_COUNTER)) if kind == "hotp" else 0,
    )


@given(links())
@example(OtpAuth("totp", "楽天証券", "山田 太郎", HELLO))
@example(OtpAuth("totp", "Größe & Co", "a+b=c?#%&/\\@例え.jp", HELLO, Algorithm.SHA512, 8, 60))
@example(OtpAuth("hotp", "A:B", ":", HELLO, counter=LAST_COUNTER))
@example(OtpAuth("totp", "ACME", "", HELLO))
@example(OtpAuth("totp", ":", "", HELLO))
@example(OtpAuth("totp", "Microsoft", "mika@contoso.com", HELLO, prefix="Contoso"))
def test_what_is_written_is_read_back(link):
    uri = link.to_uri()
    assert uri.isascii()
    assert parse_otpauth(uri) == link


@given(links(plain_names, plain_names, least_secret_bytes=14, most_period_s=120))
def test_pyotp_reads_the_same_account_from_what_is_written(link):
    theirs = pyotp.parse_uri(link.to_uri())
    assert (theirs.issuer, theirs.name, theirs.digits) == (link.issuer, link.account, link.digits)
    assert (theirs.digest().name.upper(), theirs.byte_secret()) == (link.algorithm, link.secret.reveal())
    if link.kind == "totp":
        assert totp(link.secret, 59_000, link.parameters) == theirs.at(59)
    else:
        assert theirs.initial_count == link.counter


def test_all_fields_are_read():
    link = parse_otpauth(
        f"otpauth://totp/ACME%20Co:john@example.com?secret={B32}&issuer=ACME%20Co&algorithm=SHA256"
        "&digits=8&period=60&image=https://example.com/a.png&color=%zz&counter=many"
    )
    assert link == OtpAuth("totp", "ACME Co", "john@example.com", HELLO, Algorithm.SHA256, 8, 60)
    assert link.parameters == OtpParameters("totp", Algorithm.SHA256, 8, 60)
    hotp = parse_otpauth(f"OTPAUTH://HOTP/x?counter=7&period=what&secret={B32}")
    assert hotp == OtpAuth("hotp", "", "x", HELLO, counter=7)


@pytest.mark.parametrize(
    ("names_part", "issuer", "account", "prefix"),
    [
        ("alice?x=1", "", "alice", ""),
        ("Example:alice?x=1", "Example", "alice", ""),
        ("Big%20Corporation%3A%20alice%40bigco.com?x=1", "Big Corporation", "alice@bigco.com", ""),
        ("Cloudflare: user@example.com?issuer=Cloudflare", "Cloudflare", "user@example.com", ""),
        ("GitHub?issuer=GitHub", "GitHub", "GitHub", ""),
        ("alice?issuer=%20Git+Hub%20", "Git Hub", "alice", ""),
        ("GitHub:mika+work@example.com?issuer=GitHub", "GitHub", "mika+work@example.com", ""),
        ("Contoso%3Amika@contoso.com?issuer=Microsoft", "Microsoft", "mika@contoso.com", "Contoso"),
        ("A:B:alice?issuer=A:B", "A:B", "alice", ""),
        ("Bank:branch:alice?issuer=", "Bank", "branch:alice", ""),
        ("ACME:?x=1", "ACME", "", ""),
        (":alice?x=1", "", "alice", ""),
        (":?issuer=ACME", "ACME", "", ""),
        ("Gro%CC%88%C3%9Fe:alice?issuer=Gr%C3%B6%C3%9Fe", "Größe", "alice", ""),
        ("楽天証券:山田?issuer=楽天証券", "楽天証券", "山田", ""),
    ],
)
def test_names(names_part, issuer, account, prefix):
    link = parse_otpauth(f"otpauth://totp/{names_part}&secret={B32}")
    assert (link.issuer, link.account, link.prefix) == (issuer, account, prefix)
    assert parse_otpauth(link.to_uri()) == link


@pytest.mark.parametrize("text", [B32.lower(), "jbsWY3dpehpk3PXP"])
def test_lower_case_spells_the_same_secret(text):
    assert parse_otpauth(f"otpauth://totp/x?secret={text}").secret == HELLO


def test_padding_may_be_there_and_left_over_bits_are_dropped():
    twelve = Secret(b"Hello World!")
    for text in ("JBSWY3DPEBLW64TMMQQQ", "JBSWY3DPEBLW64TMMQQQ====", "JBSWY3DPEBLW64TMMQQQ%3D%3D%3D%3D"):
        assert parse_otpauth(f"otpauth://totp/x?secret={text}").secret == twelve
    assert parse_otpauth("otpauth://totp/x?secret=JBSWY3DPEBLW64TMMQQT").secret == twelve
    assert parse_otpauth("otpauth://totp/x?secret=ME").secret.bits == 8


REFUSED = [
    ("scheme", "", "begin with otpauth://"),
    ("scheme", "https://totp/x?secret={}", "begin with otpauth://"),
    ("scheme", "otpauth:totp/x?secret={}", "begin with otpauth://"),
    ("scheme", " otpauth://totp/x?secret={}", "begin with otpauth://"),
    ("scheme", "otpauth-migration://offline?data={}", "migration"),
    ("link", "otpauth://totp/x?secret={}\n", "line end or the like at place 41"),
    ("link", "otpauth://totp/Account #1?secret={}", "%23"),
    ("type", "otpauth://motp/x?secret={}", "totp or hotp"),
    ("type", "otpauth://?secret={}", "totp or hotp"),
    ("label", "otpauth://totp/?secret={}", "names no account"),
    ("label", "otpauth://totp?secret={}", "names no account"),
    ("label", "otpauth://totp/%20?secret={}&issuer=ACME", "names no account"),
    ("label", "otpauth://totp/%20%3A%20?secret={}", "has no name"),
    ("label", "otpauth://totp/100%?secret={}", "'%' without two hex digits at place 4"),
    ("label", "otpauth://totp/%FF?secret={}", "not UTF-8"),
    ("account", "otpauth://totp/a%0Ab?secret={}", "control character"),
    ("issuer", "otpauth://totp/a?issuer=%C3%28&secret={}", "not UTF-8"),
    ("issuer", "otpauth://totp/a?issuer&secret={}", "no value"),
    ("secret", "otpauth://totp/x", "no secret"),
    ("secret", "otpauth://totp/x?secret=", "no secret"),
    ("secret", "otpauth://totp/x?Secret={}", "no secret"),
    ("secret", "otpauth://totp/x?secret==", "empty"),
    ("secret", "otpauth://totp/x?secret={}&secret={}", "twice"),
    ("secret", "otpauth://totp/x?secret=JBSW+Y3DP{}", "place 5 of 25 there is a space"),
    ("secret", "otpauth://totp/x?secret=JBSW-Y3DP{}", "place 5 of 25 there is a hyphen"),
    ("secret", "otpauth://totp/x?secret={}0", "place 17 of 17 there is the digit 0"),
    ("secret", "otpauth://totp/x?secret=é{}", "place 1 of 17 there is a character other"),
    ("secret", "otpauth://totp/x?secret={}%FF", "not UTF-8"),
    ("secret", "otpauth://totp/x?secret={}%4", "'%' without"),
    ("secret", "otpauth://totp/x?secret={}A", "no Base32 text is 17 characters long"),
    ("secret", "otpauth://totp/x?secret={}=A", "belongs at the end"),
    ("secret", "otpauth://totp/x?secret={}ME==", "wrong number of '='"),
    ("secret", "otpauth://totp/x?secret={}=", "wrong number of '='"),
    ("secret", "otpauth://totp/x?secret={}digits=6", "belongs at the end"),
    ("algorithm", "otpauth://totp/x?secret={}&algorithm=MD5", "SHA1, SHA256, SHA512"),
    ("algorithm", "otpauth://totp/x?secret={}&algorithm=SHA-1", "SHA1, SHA256, SHA512"),
    ("algorithm", "otpauth://totp/x?algorithm=SHA1secret={}&secret={}", "SHA1, SHA256, SHA512"),
    ("digits", "otpauth://totp/x?secret={}&digits=5", "from 6 to 8, not 5"),
    ("digits", "otpauth://totp/x?secret={}&digits=9", "from 6 to 8, not 9"),
    ("digits", "otpauth://totp/x?secret={}&digits=", "from 6 to 8"),
    ("digits", "otpauth://totp/x?secret={}&digits=６", "from 6 to 8"),
    ("digits", "otpauth://totp/x?digits=6{}&secret={}", "from 6 to 8"),
    ("digits", "otpauth://totp/x?secret={}&digits=6&digits=6", "twice"),
    ("period", "otpauth://totp/x?secret={}&period=0", "from 1 to 1000000000, not 0"),
    ("period", "otpauth://totp/x?secret={}&period=-30", "not -30"),
    ("period", "otpauth://totp/x?secret={}&period=29.5", "not 29.5"),
    ("period", "otpauth://totp/x?secret={}&period=30s", "from 1"),
    ("counter", "otpauth://hotp/x?secret={}", "needs counter"),
    ("counter", "otpauth://hotp/x?secret={}&counter=", "from 0"),
    ("counter", "otpauth://hotp/x?secret={}&counter=9223372036854775808", "from 0"),
]


@pytest.mark.parametrize(("part", "link", "says"), REFUSED, ids=[f"{row[0]}-{row[2]}" for row in REFUSED])
def test_a_bad_link_is_refused_with_part_and_reason_but_without_the_secret(part, link, says):
    with pytest.raises(OtpAuthError) as caught:
        parse_otpauth(link.replace("{}", B32))
    assert caught.value.part == part
    assert says in str(caught.value)
    told = "".join(traceback.format_exception(caught.value)) + repr(caught.value.__context__)
    assert Finder([HELLO]).find(told.encode()) is None
    assert B32[:6] not in told


@given(st.text(max_size=80))
@example("otpauth://totp/x?secret=" + "=" * 9)
@example("otpauth://[totp/x?secret=ME")
def test_any_text_is_read_or_refused_never_worse(text):
    for uri in (
        text,
        "otpauth://totp/" + text,
        f"otpauth://totp/x?secret=ME&{text}",
        f"otpauth://totp/{text}",
    ):
        try:
            link = parse_otpauth(uri)
        except OtpAuthError:
            continue
        assert parse_otpauth(link.to_uri()) == link


@pytest.mark.parametrize(
    ("changed", "part"),
    [
        ({"issuer": "", "account": ""}, "label"),
        ({"issuer": "", "account": "a:b"}, "label"),
        ({"prefix": "ACME"}, "label"),
        ({"prefix": "a:b"}, "label"),
        ({"issuer": " ACME"}, "issuer"),
        ({"account": "tab\there"}, "account"),
        ({"account": "\ud83d"}, "account"),
        ({"secret": b"raw"}, "secret"),
        ({"counter": 1}, "counter"),
        ({"kind": "hotp", "period_s": 60}, "period"),
        ({"kind": "hotp", "counter": -1}, "counter"),
        ({"digits": 5}, "parameters"),
        ({"kind": "motp"}, "parameters"),
    ],
)
def test_an_account_that_no_link_can_carry_is_refused(changed, part):
    values = {"kind": "totp", "issuer": "ACME", "account": "mika", "secret": HELLO} | changed
    with pytest.raises(OtpAuthError) as caught:
        OtpAuth(**values)
    assert caught.value.part == part


def test_the_secret_is_not_in_the_repr():
    assert Finder([HELLO]).find(repr(OtpAuth("totp", "ACME", "mika", HELLO)).encode()) is None


def test_names_from_a_label():
    assert names_from(" ACME : mika ", "ACME") == ("ACME", "mika", "")
    assert names_from("acme:mika", "ACME") == ("ACME", "mika", "acme")


@given(issuer=plain_names, account=plain_names)
def test_links_made_by_others_with_form_encoding(issuer, account):
    label = quote(f"{issuer}:{account}", safe="")
    link = parse_otpauth(
        f"otpauth://totp/{label}?secret={B32}&issuer={quote(issuer, safe='').replace('%20', '+')}"
    )
    assert (link.issuer, link.account) == (issuer, account)
