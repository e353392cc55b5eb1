"""A secret does not show itself, and one that got out is found in every common encoding."""

from __future__ import annotations

import base64
import copy
import json
import logging
import pickle
from urllib.parse import quote

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lostphone.base.leak_forms import SHORTEST_FORM_BYTES
from lostphone.base.secret import MARK, Finder, FoundSecret, Secret, encodings_of

RAW = b"Hello!\xde\xad\xbe\xef\xff\x00"
SECRET = Secret(RAW)
secrets = st.binary(min_size=8, max_size=64)
anything = st.binary(max_size=40)


@pytest.mark.parametrize("show", [repr, str, format, ascii, "{}".format, "{0!r:>12}".format, "%s".__mod__])
def test_showing_a_secret_shows_the_mark(show):
    shown = show(SECRET)
    assert MARK in shown or MARK.encode("ascii", "backslashreplace").decode() in shown
    assert "Hello" not in shown


def test_a_secret_in_an_exception_or_a_log_line_stays_hidden(caplog):
    logging.getLogger("x").warning("key %s and %r", SECRET, [SECRET])
    assert caplog.messages == [f"key {MARK} and [{MARK}]"]
    assert "Hello" not in str(ValueError("refused", SECRET))


def test_a_secret_can_be_neither_changed_nor_hashed_nor_ordered_nor_pickled():
    with pytest.raises(AttributeError, match="cannot be changed"):
        SECRET._raw = b"other"
    with pytest.raises(AttributeError, match="cannot be changed"):
        del SECRET._raw
    with pytest.raises(TypeError, match="unhashable"):
        hash(SECRET)
    with pytest.raises(TypeError, match="not supported"):
        _ = SECRET < SECRET
    with pytest.raises(TypeError, match="not pickled"):
        pickle.dumps(SECRET)
    with pytest.raises(TypeError):
        msgspec.json.encode(SECRET)
    assert not hasattr(SECRET, "__dict__")
    assert copy.deepcopy([SECRET])[0] is SECRET
    assert copy.copy(SECRET) is SECRET


def test_equality_is_of_the_bytes_and_of_secrets_alone():
    assert Secret(RAW) == Secret(bytes(RAW))
    assert Secret(RAW) != Secret(RAW[:-1])
    assert Secret(RAW) != RAW
    assert Secret(RAW).reveal() == RAW
    assert (Secret(bytes(10)).bits, Secret(bytes(20)).base32()) == (80, "A" * 32)


@pytest.mark.parametrize(
    ("raw", "error"), [(b"", ValueError), ("text", TypeError), (bytearray(4), TypeError)]
)
def test_only_bytes_and_at_least_one_make_a_secret(raw, error):
    with pytest.raises(error, match="secret"):
        Secret(raw)


def leaks(raw: bytes) -> list[tuple[str, bytes]]:
    """Ways to leak, written without the code under test."""
    upper, text = base64.b32encode(raw).decode(), raw.decode("latin-1")
    b64 = base64.b64encode(raw).decode()
    document = json.dumps({"issuer": "楽天証券", "secret": upper.rstrip("=")}).encode()
    rows: list[tuple[str, str | bytes]] = [
        ("raw", raw),
        ("hex", raw.hex()),
        ("hex upper", raw.hex().upper()),
        ("hex with colons", raw.hex(":")),
        ("base32", upper),
        ("base32 bare lower", upper.rstrip("=").lower()),
        ("base64", b64),
        ("base64 urlsafe bare", base64.urlsafe_b64encode(raw).rstrip(b"=")),
        ("base64 in a link", quote(b64, safe="")),
        ("base64 in PHP's JSON", b64.replace("/", "\\/")),
        ("json", json.dumps(text)),
        ("latin-1 text", text),
        ("python", repr(raw)),
        ("python, inside other bytes", repr(b"x" + raw + b"y")),
        ("percent", quote(raw, safe="")),
        ("javascript", json.dumps(list(raw))),
        ("jvm", str([byte - 256 if byte > 127 else byte for byte in raw])),
        ("document in base64", base64.b64encode(document)),
        ("document of base64 in base64", base64.b64encode(json.dumps({"name": "é", "secret": b64}).encode())),
        ("document in hex", document.hex()),
    ]
    return [(name, row.encode() if isinstance(row, str) else row) for name, row in rows]


@pytest.mark.parametrize(("name", "leak"), leaks(RAW), ids=[name for name, _ in leaks(RAW)])
def test_every_way_to_leak_is_found_and_redacted(name, leak):
    finder = Finder([Secret(b"somebody else's key"), SECRET])
    sighting = finder.find(b"log: " + leak + b" end")
    assert sighting is not None
    assert sighting.which == 1
    text = ("log: " + leak.decode("utf-8", "surrogateescape")).strip()
    redacted = finder.redact(text)
    assert MARK in redacted
    assert finder.find(redacted.encode("utf-8", "surrogatepass")) is None


@given(raw=secrets, before=anything, after=anything)
def test_leaks_of_any_secret_are_found_in_any_surroundings(raw, before, after):
    finder = Finder([Secret(raw)])
    for name, leak in leaks(raw):
        assert finder.find(before + leak + after), name


@pytest.mark.parametrize("lead", range(15))
def test_every_alignment_of_five_and_of_three_is_found(lead):
    raw = bytes(range(100, 110))
    finder = Finder([Secret(raw)])
    inside = b"\xff" * lead + raw + b"\xff" * 3
    for encode in (base64.b64encode, base64.urlsafe_b64encode, base64.b32encode):
        assert finder.find(encode(inside)) is not None
        assert finder.find(encode(inside).lower()) is None or encode is base64.b32encode


@given(raw=st.binary(min_size=10, max_size=64), before=anything, after=anything)
def test_a_secret_inside_encoded_data_is_found_at_every_alignment(raw, before, after):
    finder = Finder([Secret(raw)])
    for encode in (base64.b64encode, base64.urlsafe_b64encode, base64.b32encode, bytes.hex):
        encoded = encode(before + raw + after)
        assert finder.find(encoded.encode() if isinstance(encoded, str) else encoded)


@given(st.binary(min_size=1, max_size=64))
def test_encodings_are_listed_once_in_one_order_and_long_enough(raw):
    forms = encodings_of(raw)
    assert forms == encodings_of(raw)
    assert len(set(forms)) == len(forms)
    assert all(len(form) >= SHORTEST_FORM_BYTES for form in forms)
    assert (raw in forms) == (len(raw) >= SHORTEST_FORM_BYTES)


def test_clean_text_comes_back_as_the_same_object():
    finder = Finder([SECRET])
    for text in ("", "abc", "Mika's iPhone", "楽天証券 の予備", "half a pair \ud83d"):
        assert finder.redact(text) is text


def test_all_places_are_redacted_and_the_rest_is_kept():
    finder = Finder()
    assert finder.redact("nothing to hide yet") == "nothing to hide yet"
    assert [finder.add(Secret(b"abandon ability")), finder.add(Secret(b"zebra zone"))] == [0, 1]
    assert len(finder) == 2
    assert finder.redact("鍵 abandon ability, zebra zone; abandon abilit\ud83d abandon ability") == (
        f"鍵 {MARK}, {MARK}; abandon abilit??? {MARK}".replace("???", "\N{REPLACEMENT CHARACTER}" * 3)
    )


def test_the_longest_form_is_taken_and_the_first_secret_keeps_shared_forms():
    finder = Finder([Secret(b"12345678"), Secret(b"1234567890"), Secret(b"12345678")])
    assert finder.find(b"at 1234567890") == FoundSecret(1, 3, "raw bytes")
    assert finder.find(b"at 12345678-") == FoundSecret(0, 3, "raw bytes")
    assert finder.redact("at 1234567890") == f"at {MARK}"


def test_a_secret_at_the_very_end_and_one_cut_short():
    finder = Finder([SECRET])
    assert finder.find(b"x" + RAW) == FoundSecret(0, 1, "raw bytes")
    assert finder.find(b"x" + RAW[:-1]) is None
    assert Finder([Secret(b"zone")]).find(b"zone") == FoundSecret(0, 0, "raw bytes")


def test_a_secret_inside_another_is_redacted_once():
    finder = Finder([Secret(b"battery"), Secret(b"correct battery staple")])
    assert finder.redact("<correct battery staple>") == f"<{MARK}>"
    assert finder.redact("<correct battery>") == f"<correct {MARK}>"


@pytest.mark.parametrize("text", ["JBSWY3DP", "jbswy3dp", "JBSWY3DPEE", "JBSWY3DPEE======"])
def test_base32_is_read_in_any_case_padded_or_not(text):
    assert Secret.from_base32(text) == Secret(b"Hello!"[: len(text.rstrip("=")) * 5 // 8])


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "empty"),
        ("====", "empty"),
        ("JBSW Y3DP", "place 5 of 9 there is a space"),
        ("JBSWY3D8", "place 8 of 8 there is the digit 8"),
        ("J=BSWY3D", "belongs at the end"),
        ("JBSWY3DPA", "9 characters long"),
        ("JBSWY3DPAAA", "11 characters long"),
        ("JBSWY3DPAAAAAA", "14 characters long"),
        ("JBSWY3DPEE=====", "wrong number of '='"),
        ("ＪBSWY3DP", "place 1 of 8 there is a character other"),
    ],
)
def test_what_is_not_base32_is_told_by_its_place(text, says):
    with pytest.raises(ValueError, match=says) as caught:
        Secret.from_base32(text)
    assert "BSW" not in str(caught.value)
