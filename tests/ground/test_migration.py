"""Google Authenticator exports: what an export carries comes back, and damage is told for what it is."""

from __future__ import annotations

import base64
import subprocess
import sys
import traceback
from urllib.parse import quote, unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lostphone.base.secret import Finder, Secret
from lostphone.formats.google_export import (
    Migration,
    MigrationError,
    missing_parts,
    parse_migration,
    to_migration_uri,
)
from lostphone.formats.otp import LAST_COUNTER, Algorithm
from lostphone.formats.otpauth import OtpAuth

HELLO = Secret(b"Hello!\xde\xad\xbe\xef")
HEAD = "otpauth-migration://offline?data="
# Published with several open-source decoders of this format; made without this module.
PUBLISHED = HEAD + "CjEKCkhlbGxvId6tvu8SGEV4YW1wbGU6YWxpY2VAZ29vZ2xlLmNvbRoHRXhhbXBsZTAC"

names = st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=20).map(str.strip)
accounts = st.builds(
    lambda kind, issuer, account, raw, algorithm, digits, counter: OtpAuth(
        kind,
        issuer,
        account if issuer else account.replace(":", "").strip() or "x",
        Secret(raw),
        algorithm,
        digits,
        counter=counter if kind == "hotp" else 0,
    ),
    st.sampled_from(["totp", "hotp"]),
    names,
    names,
    st.binary(min_size=1, max_size=64),
    st.sampled_from(Algorithm),
    st.sampled_from([6, 8]),
    st.integers(0, LAST_COUNTER),
)


def length_delimited(number: int, content: bytes) -> bytes:
    """One protobuf field of bytes, under 128 of them."""
    return bytes([number << 3 | 2, len(content)]) + content


def link(*entries: bytes, tail: bytes = b"") -> str:
    """An export written by hand, field by field."""
    raw = b"".join(length_delimited(1, entry) for entry in entries) + tail
    return HEAD + quote(base64.b64encode(raw), safe="")


def entry(secret: bytes = b"Hello!\xde\xad\xbe\xef", name: str = "mika", tail: bytes = b"") -> bytes:
    return length_delimited(1, secret) + length_delimited(2, name.encode()) + tail


def test_a_published_export_is_read():
    assert parse_migration(PUBLISHED) == Migration(
        (OtpAuth("totp", "Example", "alice@google.com", HELLO),), part=1, parts=1, batch_id=0, version=0
    )


def test_an_export_written_by_hand_is_read():
    sha512_eight_hotp_300 = b"\x20\x03\x28\x02\x30\x01\x38\xac\x02"
    issuer = length_delimited(3, "楽天証券".encode())
    found = parse_migration(
        link(entry(tail=issuer + sha512_eight_hotp_300), entry(), tail=b"\x10\x02\x18\x03\x20\x01\x28\x2a")
    )
    assert found.accounts == (
        OtpAuth("hotp", "楽天証券", "mika", HELLO, Algorithm.SHA512, 8, counter=300),
        OtpAuth("totp", "", "mika", HELLO),
    )
    assert (found.version, found.parts, found.part, found.batch_id) == (2, 3, 2, 42)


def test_an_export_is_written_as_the_app_writes_it():
    account = OtpAuth("totp", "Example", "alice@google.com", HELLO)
    issuer = length_delimited(3, b"Example")
    written_out = entry(name="Example:alice@google.com", tail=issuer + b"\x20\x01\x28\x01\x30\x02")
    assert to_migration_uri([account]) == link(written_out, tail=b"\x10\x01\x18\x01\x28\x01")


@given(st.lists(accounts, min_size=1, max_size=5), st.integers(1, 9), st.integers(-(2**31), 2**31 - 1))
def test_what_is_written_is_read_back(written, parts, batch_id):
    uri = to_migration_uri(written, part=1, parts=parts, batch_id=batch_id)
    assert uri == to_migration_uri(written, part=1, parts=parts, batch_id=batch_id)
    assert parse_migration(uri) == Migration(tuple(written), 1, parts, batch_id)
    assert parse_migration(unquote(uri)) == parse_migration(uri), "many tools leave '+' and '=' bare"


def test_missing_parts_are_numbered():
    account = OtpAuth("totp", "ACME", "mika", HELLO)
    found = [parse_migration(to_migration_uri([account], part=part, parts=4)) for part in (4, 2, 4)]
    assert missing_parts(found) == (1, 3)
    assert missing_parts([]) == ()
    other = parse_migration(to_migration_uri([account], part=1, parts=4, batch_id=2))
    with pytest.raises(MigrationError, match="different exports"):
        missing_parts([*found, other])


REFUSED = [
    ("otpauth://totp/x?secret=ME", "begin with otpauth-migration"),
    ("otpauth-migration://offline", "data=… once"),
    (HEAD, "data=… once"),
    (PUBLISHED + "&data=ME", "data=… once"),
    (PUBLISHED.replace("6YWx", "6Y+x").replace("+", "%20"), "space where a '+' was"),
    (PUBLISHED + "!", "not Base64: see place 69 of 69"),
    (PUBLISHED + "\n", "not Base64: see place 69 of 69"),
    (PUBLISHED + "%C3", "not Base64"),
    (PUBLISHED[:-1], "67 characters: the link is cut short"),
    (PUBLISHED[:-4], "cut short or damaged"),
    (PUBLISHED[:-40], "cut short or damaged"),
    (link(), "data=… once"),
    (link(tail=b"\x10\x01"), "no account"),
    (link(entry(), tail=b"\x18\x03\x20\x03"), "part 4 of 3"),
    (link(entry(), tail=b"\x18\xff\xff\xff\xff\x07"), "part 1 of 2147483647"),
    (link(entry(), tail=b"\x20" + b"\xff" * 9 + b"\x01"), "part 0 of 1"),
    (link(entry(), entry(secret=b"")), "account 2 ('mika') has no secret"),
    (link(entry(tail=b"\x20\x04")), "account 1 ('mika') uses MD5"),
    (link(entry(tail=b"\x20\x09")), "unknown algorithm, number 9"),
    (link(entry(tail=b"\x28\x03")), "unknown digits, number 3"),
    (link(entry(tail=b"\x30\x03")), "unknown type, number 3"),
    (link(entry(tail=b"\x30\x01\x38" + b"\xff" * 9 + b"\x01")), "counter is a whole number from 0"),
    (link(entry(name="")), "account 1 cannot be used, because the account has no name"),
    (link(entry(name="a\x1b[2Jb")), "'a\\x1b[2Jb'"),
    (link(entry() + length_delimited(3, b"\xff\xff")), "cut short or damaged"),
]


@pytest.mark.parametrize(("uri", "says"), REFUSED, ids=[says for _, says in REFUSED])
def test_a_bad_export_is_refused_with_the_reason_but_without_the_secret(uri, says):
    with pytest.raises(MigrationError) as caught:
        parse_migration(uri)
    assert says in str(caught.value)
    assert caught.value.entry == (int(says.split()[1]) if says.startswith("account") else caught.value.entry)
    told = "".join(traceback.format_exception(caught.value)) + repr(caught.value.__context__)
    assert Finder([HELLO]).find(told.encode()) is None


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_never_worse(raw):
    try:
        found = parse_migration(HEAD + quote(base64.b64encode(raw), safe=""))
    except MigrationError:
        return
    assert found.accounts


@given(st.data())
def test_an_export_cut_anywhere_or_with_a_changed_character_is_read_or_refused_never_worse(data):
    uri = to_migration_uri([OtpAuth("totp", "ACME", f"mika{n}", HELLO) for n in range(3)])
    at = data.draw(st.integers(0, len(uri) - 1))
    for damaged in (uri[:at], uri[:at] + data.draw(st.characters(exclude_categories=["Cs"])) + uri[at + 1 :]):
        try:
            assert parse_migration(damaged).accounts
        except MigrationError:
            continue


@pytest.mark.parametrize(
    ("changed", "says"),
    [({"period_s": 60}, "account 2 has a period of 60 s"), ({"digits": 7}, "account 2 has 7 digits")],
)
def test_what_the_format_cannot_carry_is_refused_and_not_dropped(changed, says):
    plain = OtpAuth("totp", "ACME", "mika", HELLO)
    with pytest.raises(MigrationError, match=says) as caught:
        to_migration_uri([plain, OtpAuth("totp", "ACME", "ryo", HELLO, **changed)])
    assert caught.value.entry == 2


def test_an_export_that_no_reader_takes_is_not_written():
    with pytest.raises(MigrationError, match="no account"):
        to_migration_uri([])
    with pytest.raises(MigrationError, match="no part 4 of 3"):
        to_migration_uri([OtpAuth("totp", "ACME", "mika", HELLO)], part=4, parts=3)


def test_protobuf_is_loaded_only_when_an_export_is_read():
    code = "import sys, lostphone.formats.google_export; sys.exit(any(name.startswith('google') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
