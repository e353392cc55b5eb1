"""The page about the protocol says what the protocol is."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

from lostphone.client.budget import KEPT_BYTES
from lostphone.client.protocol import host, methods, rpc
from lostphone.client.protocol.validation import read
from lostphone.client.protocol.waking import IDLE_WAKES
from lostphone.client.transport.limits import Limits
from lostphone.client.transport.tail import WHOLE_AFTER_BYTES

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "reference" / "protocol.md"
TEXT = PAGE.read_text("utf-8")


def test_the_conversation_is_one() -> None:
    """Every line is a message of protocol 1, in turn, and ours are written as we write them."""
    [block] = re.findall(r"```jsonl\n(.*?)```", TEXT, re.DOTALL)
    open_calls: list[tuple[str, rpc.Call]] = []
    for line in block.splitlines():
        direction, raw = line[0], line[2:].encode()
        message = rpc.parse(raw)
        if isinstance(message, rpc.Call):
            shape = (
                methods.ASKED[message.method].params if direction == "→" else host.HOST_CALLS[message.method]
            )
            params = read(bytes(message.params), shape)
            if direction == "→":
                assert msgspec.json.encode(params) == bytes(message.params)
            open_calls.append((direction, message))
            continue
        caller, call = open_calls.pop()
        assert (caller, call.id) == ("←" if direction == "→" else "→", message.id)
        if message.error is None:
            shape = (
                methods.ASKED[call.method].result if caller == "→" else host.HOST_CALLS[call.method].answer
            )
            read(bytes(message.result), shape)
        else:
            message.error.refusal()
    assert not open_calls


def test_the_limits_are_those_of_the_page() -> None:
    limits = Limits()
    for said in (
        f"{limits.start_ms // 1000} seconds for the first answer, {limits.call_ms // 1000} for each later one",
        f"more than {limits.line_bytes:,} bytes",
        f"{limits.messages:,} messages or {limits.scenario_bytes:,} bytes of standard error",
        f"without the first {WHOLE_AFTER_BYTES:,}",
        f"the last {limits.stderr_bytes:,} bytes",
    ):
        assert said in TEXT
    for budget in (limits.wakes, limits.calls, limits.scenario_bytes, limits.scenario_ms // 1000):
        assert f" {budget:,} " in TEXT
    assert f"after {IDLE_WAKES} idle wakes in a row" in TEXT
    assert f"counts {KEPT_BYTES} bytes besides" in TEXT
    assert "breaks three times in a row" in TEXT
    assert limits.starts == 3


def test_every_kind_of_breaking_is_told() -> None:
    from typing import get_args

    from lostphone.client.port import BrokenHow

    told = TEXT[TEXT.index("## When a client breaks") :]
    assert re.findall(r"^\| `(\w+)` \| it ", told, re.MULTILINE) == list(get_args(BrokenHow))
