r"""What is wrong with a line that no reader could agree on, in the words of somebody who writes a client.

A line that is no JSON has a cause; the parser names a byte. A member that stands twice in one object is JSON,
and one reader takes the first, another the last: so it is refused.

>>> cause_in(b'{"name":"\\ud83d"}')
'it holds half of a surrogate pair (\\ud83d at byte 9), which is no character'
>>> cause_in(b'{"delay_ms":NaN}')
'it holds NaN at byte 12, which is no number in JSON'
>>> doubled_member(b'{"id":1,"result":{},"id":2}')
'id'
"""

from __future__ import annotations

import json
import re
from typing import Any

import msgspec

_BOM = b"\xef\xbb\xbf"
#: A string with its escapes, or one of the words that some writers take for numbers.
_STRING = re.compile(rb'"(?:[^"\\]|\\.)*"?|(?P<word>-?Infinity\b|NaN\b)', re.DOTALL)
_ESCAPE = re.compile(rb"\\(?:u(?P<code>[0-9a-fA-F]{4})|.)", re.DOTALL)


def cause_in(raw: bytes) -> str:
    """Why the line is no JSON, as far as that is one of the usual causes; "" otherwise."""
    if raw.startswith(_BOM):
        return "it begins with a byte order mark (EF BB BF), which no message has"
    if (at := raw.find(b"\0")) >= 0:
        return f"it holds a NUL byte (at byte {at})"
    for found in _STRING.finditer(raw):
        if found["word"]:
            word = found["word"].decode()
            return f"it holds {word} at byte {found.start()}, which is no number in JSON"
        if (half := _half_pair(raw, found.start(), found.end())) is not None:
            code = raw[half : half + 6].decode()
            return f"it holds half of a surrogate pair ({code} at byte {half}), which is no character"
    if b"\r" in raw.strip():
        return "it holds a carriage return: a message ends with a line feed"
    return ""


def _half_pair(raw: bytes, begin: int, end: int) -> int | None:
    """Where an escaped surrogate stands in a string without its other half."""
    high: tuple[int, int] | None = None
    for escape in _ESCAPE.finditer(raw, begin, end):
        code = int(escape["code"], 16) if escape["code"] else 0
        if 0xDC00 <= code <= 0xDFFF:
            if high is None or high[1] != escape.start():
                return escape.start() if high is None else high[0]
            high = None
            continue
        if high is not None:
            return high[0]
        if 0xD800 <= code <= 0xDBFF:
            high = escape.start(), escape.end()
    return None if high is None else high[0]


def doubled_member(raw: bytes) -> str | None:
    """The name of a member that stands twice in one object of this JSON; None if there is none."""
    # What is written as we write it has each member once: it comes out the same.
    if msgspec.json.encode(msgspec.json.decode(raw)) == raw:
        return None

    def members(pairs: list[tuple[str, Any]]) -> None:
        seen: set[str] = set()
        for name, _ in pairs:
            if name in seen:
                raise _Doubled(name)
            seen.add(name)

    try:
        # Digits are not made numbers of: there may be more than Python reads.
        json.loads(raw, object_pairs_hook=members, parse_int=len, parse_float=len)
    except _Doubled as doubled:
        return doubled.name
    return None


class _Doubled(Exception):
    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name
