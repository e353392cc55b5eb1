"""Covering what a message holds before anybody sees it: in the wire log, and in what is said of a breach.

Three nets, since a message may be as wrong as it likes: members whose names hold secrets in any message
type are covered wherever they stand; links to add an account are covered wherever they are written; and
the finder of the world covers every secret it knows in any common encoding.

>>> print(Redactor().line(b'{"jsonrpc":"2.0","id":3,"result":{"code":"081804"}}'))
{"jsonrpc":"2.0","id":3,"result":{"code":"••••••"}}
>>> print(Redactor().line(b'{"uri":"otpauth://totp/GitHub:mika?secret=GEZDGNBV"}'))
{"uri":"‹secret›"}
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import msgspec
from msgspec import inspect

from lostphone.base.foreign_text import LINE, one_line, paragraph
from lostphone.base.secret import MARK, Finder
from lostphone.client.protocol.host import HOST_CALLS
from lostphone.client.protocol.methods import ASKED
from lostphone.client.secret_fields import all_covered_names

#: How much of a message an error quotes.
LONGEST_QUOTE = 300
#: How much of a text is looked through for secrets, of which far less is shown.
_LOOKED_AT = 65_536

_LINK = re.compile(r"otpauth(-migration)?(://|%3A%2F%2F)[^\s\"'<>]*", re.IGNORECASE)
_PARAMETER = re.compile(r"(\bsecret(?:=|%3D))[A-Z2-7]+", re.IGNORECASE)
#: Around a number that was covered, so that it does not look like a string. Private use: in no real text.
_BARE, _END = "\ue000", "\ue001"


@cache
def covered_names() -> frozenset[str]:
    """Names of every member that may hold a secret, in any message of protocol 1."""
    types: list[type[msgspec.Struct]] = []
    for method in ASKED.values():
        types += [method.params, method.result]
    for call in HOST_CALLS.values():
        types += [call, call.answer]
    return frozenset().union(*(all_covered_names(inspect.type_info(message)) for message in types))


class Redactor:
    """Covers messages. `finder` knows the secrets of the world, once there is one."""

    def __init__(self, finder: Finder | None = None) -> None:
        self.finder = finder

    def line(self, raw: bytes) -> str:
        """A line of the wire, covered, on one line; what is no JSON comes back as text, covered too."""
        try:
            message = msgspec.json.decode(raw)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            return self.text(raw.decode("utf-8", "backslashreplace").rstrip("\r\n"))
        try:
            shown = msgspec.json.encode(_cover(message, envelope=True)).decode()
        except RecursionError:
            return MARK
        return self.text(shown.replace(f'"{_BARE}', "").replace(f'{_END}"', ""))

    def text(self, text: str) -> str:
        """Free text, such as a log."""
        text = _LINK.sub(lambda found: f"otpauth{found[1] or ''}://{MARK}", text)
        text = _PARAMETER.sub(rf"\1{MARK}", text)
        return text if self.finder is None else self.finder.redact(text)

    def quote(self, raw: bytes) -> str:
        """A message, or the beginning of it, for an error: covered first and cut afterwards."""
        shown = self.line(raw)
        return one_line(shown if len(shown) <= LONGEST_QUOTE else shown[:LONGEST_QUOTE] + "…")

    def said(self, text: str) -> str:
        """What a client has said, for a sentence of ours: covered, on one line, and cut."""
        if len(text) <= _LOOKED_AT:
            return one_line(self.text(text))
        # Of a text that is so much longer than what is shown nobody looks at the end.
        head = self.text(text[:_LOOKED_AT])[:LONGEST_QUOTE]
        return one_line(f"{head}… ({len(text):,} characters)")

    def last_words(self, text: str) -> str:
        """The end of a log that is covered already, for people: no line of it acts on a terminal."""
        return paragraph(text, LINE)


def _cover(value: Any, envelope: bool = False) -> Any:
    if isinstance(value, dict):
        names = covered_names()
        shown = {
            name: _covered(name, inner) if name in names else _cover(inner) for name, inner in value.items()
        }
        error = value.get("error")
        if envelope and isinstance(error, dict) and isinstance(error.get("code"), int):
            # The code of an error is a number of JSON-RPC, and no secret.
            shown["error"]["code"] = error["code"]
        return shown
    return [_cover(item) for item in value] if isinstance(value, list) else value


def _covered(name: str, value: Any) -> Any:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, dict):
        return {key: _covered(name, inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_covered(name, inner) for inner in value]
    if isinstance(value, int | float):
        return f"{_BARE}{'•' * len(str(value))}{_END}"
    return "•" * len(value) if name == "code" else MARK
