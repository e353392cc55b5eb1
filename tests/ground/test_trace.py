"""The trace holds what happened, and no secret in any encoding."""

import base64

import pytest

from lostphone.secret import Secret
from lostphone.trace import Trace

SECRET = b"\x00river-phone-secret!\xff"


@pytest.mark.parametrize(
    "shown",
    [
        SECRET.hex(),
        SECRET.hex().upper(),
        base64.b32encode(SECRET).decode().rstrip("="),
        base64.b64encode(SECRET).decode(),
        base64.urlsafe_b64encode(b"x" + SECRET).decode(),
    ],
)
def test_a_known_secret_is_taken_out_of_every_text(shown: str) -> None:
    trace = Trace()
    trace.keep_secret(Secret(SECRET))
    trace.record(0, "phone", "log", f"target {shown}", text=f"oops {shown} oops")
    assert shown not in trace.to_jsonl().decode()
    assert "‹secret›" in trace.to_jsonl().decode()


def test_numbers_and_flags_are_kept_as_they_are() -> None:
    trace = Trace()
    happening = trace.record(5, "iCloud", "put", "a", count=3, first=True, note=None)
    assert happening.detail == {"count": 3, "first": True, "note": None}
    assert happening.line() == "1970-01-01T00:00:00.005Z iCloud put a"


def test_the_fingerprint_changes_with_one_happening() -> None:
    one, other = Trace(), Trace()
    one.record(0, "a", "b")
    other.record(1, "a", "b")
    assert one.fingerprint() != other.fingerprint()
