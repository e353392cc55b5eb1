"""No secret is in a log of the wire, whatever the message is and however wrong it is."""

from __future__ import annotations

import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lostphone.base.secret import Finder, Secret
from lostphone.client.protocol.redaction import LONGEST_QUOTE, Redactor, covered_names

RAW = b"12345678901234567890"
BASE32 = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
LINK = f"otpauth://totp/GitHub:mika?secret={BASE32}&issuer=GitHub"


def covered(message: object, finder: Finder | None = None) -> str:
    return Redactor(finder).line(json.dumps(message).encode())


def test_the_names_that_hold_secrets() -> None:
    assert covered_names() == {
        "blob", "code", "content", "entries", "password", "proof", "random", "recovery_key", "secret",
        "temporary_pass", "uri", "value",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ({"result": {"code": "081804"}}, '{"result":{"code":"••••••"}}'),
        ({"result": {"code": 81804}}, '{"result":{"code":•••••}}'),
        ({"result": {"code": ["081804"]}}, '{"result":{"code":["••••••"]}}'),
        ({"result": {"rows": [{"title": "GitHub", "code": "081804"}]}},
         '{"result":{"rows":[{"title":"GitHub","code":"••••••"}]}}'),
        ({"params": {"entries": {"GitHub": "hunter2"}}}, '{"params":{"entries":{"GitHub":"‹secret›"}}}'),
        ({"params": {"value": None, "key": "otp/1"}}, '{"params":{"value":null,"key":"otp/1"}}'),
        ({"params": {"text": f"got {LINK} from the camera"}},
         '{"params":{"text":"got otpauth://‹secret› from the camera"}}'),
        ({"params": {"text": "secret=GEZDGNBVGY3TQOJQ"}}, '{"params":{"text":"secret=‹secret›"}}'),
        ({"error": {"code": -32603, "message": "x"}}, '{"error":{"code":-32603,"message":"x"}}'),
        ({"error": {"code": -32603, "secret": "hunter2"}}, '{"error":{"code":-32603,"secret":"‹secret›"}}'),
        ({"error": {"code": "081804"}}, '{"error":{"code":"••••••"}}'),
        ({"result": {"error": {"code": 81804}}}, '{"result":{"error":{"code":•••••}}}'),
        ({"code": 1}, '{"code":•}'),
    ],
)  # fmt: skip
def test_what_is_covered_and_what_is_not(message: object, shown: str) -> None:
    assert covered(message) == shown


FORMS = [BASE32, BASE32.lower(), base64.b64encode(RAW).decode(), RAW.hex(), RAW.decode(), str(list(RAW))]


@pytest.mark.parametrize("form", FORMS)
def test_a_secret_of_the_world_is_covered_wherever_it_stands(form: str) -> None:
    finder = Finder([Secret(RAW)])
    for message in ({"params": {"text": f"so {form}."}}, {form: 1}, [form], {"result": {"account": form}}):
        assert form not in covered(message, finder)
        assert form in covered(message)


@pytest.mark.parametrize(
    "raw", [b"DEBUG " + LINK.encode(), b'{"uri": "' + LINK.encode() + b'"', b"\xff " + LINK.encode()]
)
def test_what_is_no_json_is_covered_as_text(raw: bytes) -> None:
    assert BASE32 not in Redactor().line(raw)
    assert BASE32 not in Redactor().quote(raw)


def test_a_quote_is_covered_before_it_is_cut() -> None:
    finder = Finder([Secret(RAW)])
    for lead in range(LONGEST_QUOTE - 60, LONGEST_QUOTE + 5):
        quote = Redactor(finder).quote(json.dumps({"x": "x" * lead + BASE32}).encode())
        assert "GEZD" not in quote
        assert len(quote) <= LONGEST_QUOTE + 1


SECRET = "hunter2-" * 3
NAMES = st.sampled_from(sorted(covered_names()))
INSIDE = st.recursive(
    st.just(SECRET),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=2) | st.dictionaries(st.text(max_size=3), inner, min_size=1)
    ),
    max_leaves=3,
)
AROUND = st.recursive(
    st.dictionaries(NAMES, INSIDE, min_size=1, max_size=2),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4), inner, max_size=2),
    max_leaves=4,
)


@given(AROUND)
def test_a_member_that_may_hold_a_secret_is_covered_at_any_depth(message: object) -> None:
    assert SECRET not in covered(message)
    assert SECRET not in covered({"jsonrpc": "2.0", "error": message, "params": message})


@given(st.binary(max_size=300))
def test_whatever_the_bytes_are_they_can_be_shown_on_one_line(raw: bytes) -> None:
    assert "\n" not in Redactor(Finder([Secret(RAW)])).line(raw.replace(b"\n", b" ").replace(b"\r", b" "))
