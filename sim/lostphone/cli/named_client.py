"""The client that a file names: it may be a command, so it is played only where it cannot start anything.

A saved story and the state of a search say which client they are about. Whoever was sent such a file has
typed no command. `reference`, `null` and `mutant:NAME` are parts of Lostphone; anything else is started when
it was typed, and the message shows what to type.
"""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Literal

from lostphone.cli.usage import UsageError
from lostphone.cli.words import say

#: A longer one is not shown: it would have to be cut, and half a command is another command.
_LONGEST = 300


def client_of_file(typed: str | None, named: str, file: Path, lang: Literal["en", "ja"] = "en") -> str:
    """The client to play: the one that was typed, or the one that the file names; UsageError."""
    from lostphone.base.foreign_text import one_line
    from lostphone.client.sources import is_ours

    if typed is not None:
        return typed
    if is_ours(named):
        return named
    kind = "type" if len(named) <= _LONGEST else "long"
    words = f"--client {as_typed(named)}"
    said = say(lang, f"client-of-file.{kind}", file=one_line(str(file)), words=words, length=len(named))
    raise UsageError(said)


def as_typed(text: str) -> str:
    r"""The text as one word of a shell, on one line, nothing in it that acts on a terminal.

    >>> print(as_typed("cmd:node my_client.mjs"), as_typed("cmd:sh -c 'x\n\x1b'"))
    'cmd:node my_client.mjs' $'cmd:sh -c \'x\n\x1b\''
    """
    from lostphone.base.foreign_text import one_line

    if one_line(text, max(24, len(text))) == text:
        return shlex.quote(text)
    # What $'…' has no escape for in every shell is written byte by byte.
    raw = text.encode("utf-8", "surrogateescape" if _has_bytes(text) else "surrogatepass")
    return "$'" + "".join(_escaped(byte) for byte in raw) + "'"


def _has_bytes(text: str) -> bool:
    return any("\udc80" <= char <= "\udcff" for char in text)


def _escaped(byte: int) -> str:
    char = chr(byte)
    if char in "\\'":
        return f"\\{char}"
    if char == "\n":
        return "\\n"
    return char if 0x20 <= byte < 0x7F else f"\\x{byte:02x}"
