"""The trace holds what happened, and no secret in any encoding."""

import base64
import random

import pytest
from shapes import SHAPES

from lostphone.base.secret import Secret
from lostphone.base.trace import Trace

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


BASE32 = base64.b32encode(SECRET).decode().rstrip("=")
IN_PARTS = {
    "in two lines": [BASE32[:18], BASE32[18:]],
    "a letter a line": [*BASE32],
    "a number a line": [f"{byte}" for byte in SECRET],
    "every second line": [
        line for at in range(0, len(BASE32), 8) for line in (BASE32[at : at + 8], "list opened")
    ],
}


@pytest.mark.parametrize("lines", IN_PARTS.values(), ids=list(IN_PARTS))
def test_a_log_is_read_from_one_line_to_the_next(lines: list[str]) -> None:
    trace = Trace()
    trace.keep_secret(Secret(SECRET))
    trace.record(0, "phone", "log", text="the app was opened")
    for line in lines:
        trace.record(0, "phone", "log", text=line)
        trace.record(0, "other phone", "log", text="nothing new")
    texts = [str(told.detail["text"]) for told in trace if told.actor == "phone"]
    assert texts[0] == "the app was opened"
    assert "‹secret›" in "".join(texts[-4:])
    left = "".join(text for text in texts[1:] if text != "list opened").replace("‹secret›", "")
    assert len(left) * 3 <= len("".join(lines))
    assert {str(told.detail["text"]) for told in trace if told.actor == "other phone"} == {"nothing new"}


def test_lines_of_different_phones_are_not_put_together() -> None:
    trace = Trace()
    trace.keep_secret(Secret(SECRET[:12]))
    for actor, part in (("one", SECRET[:6]), ("other", SECRET[6:12])):
        trace.record(0, actor, "log", text=part.hex())
    assert "‹secret›" not in trace.to_jsonl().decode()


@pytest.mark.parametrize("name", SHAPES)
def test_a_log_shows_no_shape_of_a_secret(name: str) -> None:
    raw = random.Random(name).randbytes(20)
    shown = SHAPES[name](raw)
    for text in [shown] if isinstance(shown, str) else [shown.decode("latin-1"), repr(shown)]:
        trace = Trace()
        trace.keep_secret(Secret(raw))
        told = trace.record(0, "phone", "log", text=f"read {text}.")
        assert "‹secret›" in str(told.detail["text"])
