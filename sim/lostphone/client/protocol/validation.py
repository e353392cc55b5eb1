"""Reading what somebody else wrote: strictly by type, and with words for what is wrong.

Whatever the bytes are, the outcome is a message or `BadMessage`: no other exception leaves here. The text
of a `BadMessage` never quotes a value; who knows what may be quoted does that (`redaction`).

>>> from lostphone.client.answers import Code
>>> read(b'{"code":81804}', Code)
Traceback (most recent call last):
    ...
lostphone.client.protocol.validation.BadMessage: code must be a string, not an integer
"""

from __future__ import annotations

import re
from typing import Any, Literal, TypeAlias, TypeVar

import msgspec

from lostphone.base.foreign_text import one_line
from lostphone.base.suggest import nearest
from lostphone.client.answers import Done
from lostphone.client.port import CAPABILITIES, ClientInfo
from lostphone.client.protocol.strictness import cause_in, doubled_member

T = TypeVar("T")

Fault: TypeAlias = Literal["garbage", "breach"]

#: A surrogate, written in UTF-8 as if it were a character.
_SURROGATE = re.compile(rb"\xed[\xa0-\xbf]")
_SENTENCE = re.compile(r"(?P<what>.*?)(?: - at `(?P<path>.*)`)?", re.DOTALL)
_EXPECTED = re.compile(r"Expected `(?P<wanted>[^`]*)`(?P<bound>[^,]*)(?:, got `(?P<got>[^`]*)`)?")
_UNKNOWN = re.compile(r"Object contains unknown field `(?P<name>.*)`", re.DOTALL)
_MISSING = re.compile(r"Object missing required field `(?P<name>.*)`")
_NOT_ONE_OF = re.compile(r"Invalid enum value .*", re.DOTALL)
_KINDS = {
    "str": "a string",
    "int": "an integer",
    "float": "a number",
    "bool": "true or false",
    "array": "an array",
    "object": "an object",
    "null": "null",
    "bytes": "a Base64 string",
}


class BadMessage(Exception):
    """Something that cannot be read. "garbage" is no JSON in UTF-8; "breach" is not of the type wanted."""

    def __init__(self, kind: Fault, what: str) -> None:
        super().__init__(what)
        self.kind = kind
        self.what = what


def read(raw: bytes, wanted: type[T]) -> T:
    """The message in `raw`, checked against its type; BadMessage."""
    try:
        message = msgspec.json.decode(raw, type=on_the_wire(wanted))
    except msgspec.ValidationError as error:
        raise BadMessage("breach", explain(error, wanted)) from None
    except msgspec.DecodeError as error:
        raise BadMessage("garbage", f"it is not JSON: {cause_in(raw) or error}".removesuffix(".")) from None
    except UnicodeDecodeError as error:
        raise _no_utf8(error) from None
    except RecursionError:
        raise BadMessage("garbage", "it is nested too deeply") from None
    return _checked(message, wanted)


def require_utf8(line: bytes) -> None:
    """BadMessage unless all of it is UTF-8, also what nobody has decoded yet."""
    try:
        line.decode()
    except UnicodeDecodeError as error:
        raise _no_utf8(error) from None


def _no_utf8(error: UnicodeDecodeError) -> BadMessage:
    lone = _SURROGATE.match(error.object, error.start)
    reason = "half of a surrogate pair, which is no character," if lone else error.reason
    return BadMessage("garbage", f"it is not UTF-8 ({reason} at byte {error.start})")


def require_single_members(line: bytes) -> None:
    """BadMessage if a member stands twice in one object; `line` is JSON."""
    try:
        name = doubled_member(line)
    except RecursionError:
        raise BadMessage("garbage", "it is nested too deeply") from None
    except (msgspec.MsgspecError, UnicodeDecodeError, ValueError):
        # A number that is too large, say: whoever reads that member tells of it.
        return
    if name is not None:
        raise BadMessage("breach", f"the member '{one_line(name, 60)}' stands twice in one object")


def check(message: object, wanted: type[T]) -> T:
    """The same for a message made in this process, whose fields nobody has checked yet; BadMessage."""
    try:
        plain = msgspec.to_builtins(message)
        return _checked(msgspec.convert(plain, on_the_wire(wanted)), wanted)
    except msgspec.ValidationError as error:
        raise BadMessage("breach", explain(error, wanted)) from None
    except (TypeError, ValueError, OverflowError, RecursionError) as error:
        raise BadMessage("breach", f"it holds what JSON has no word for: {error}") from None


def size_of(message: object) -> int:
    """How many bytes a message made in this process would have on a wire; BadMessage if it has none."""
    try:
        return len(msgspec.json.encode(message))
    except UnicodeEncodeError as error:
        code = ord(error.object[error.start])
        raise BadMessage(
            "breach", f"it holds a lone surrogate (U+{code:04X}), which is no character"
        ) from None


def explain(error: msgspec.ValidationError, wanted: type[Any] | None = None) -> str:
    """What a validation error means, in the words of somebody who writes a client."""
    sentence = _SENTENCE.fullmatch(str(error))
    assert sentence is not None
    what = sentence["what"]
    where = (sentence["path"] or "$").removeprefix("$").removeprefix(".")
    if match := _UNKNOWN.fullmatch(what):
        return f"{where or 'it'} has no member '{match['name']}'{_hint(match['name'], wanted, where)}"
    if match := _MISSING.fullmatch(what):
        return f"{where or 'it'} lacks the member '{match['name']}'"
    if match := _EXPECTED.fullmatch(what):
        bound, got = match["bound"].rstrip(), match["got"]
        return f"{where or 'it'} must be {_kinds(match['wanted'])}{bound}" + (
            f", not {_kinds(got)}" if got else ""
        )
    if _NOT_ONE_OF.fullmatch(what):
        return f"{where or 'it'} is none of the words that are allowed there"
    return f"{where or 'it'}: {what[:1].lower()}{what[1:]}"


def on_the_wire(wanted: type[Any]) -> Any:
    """The type as JSON has it: a program that has nothing to say may say null, as well as {}."""
    return Done | None if wanted is Done else wanted


def _checked(message: Any, wanted: type[T]) -> T:
    """What types alone cannot say."""
    if message is None and wanted is Done:
        message = Done()
    if isinstance(message, ClientInfo):
        for name in message.capabilities:
            if name not in CAPABILITIES:
                close = nearest(name, CAPABILITIES)
                hint = f"; did you mean '{close}'?" if close else ""
                raise BadMessage("breach", f"there is no capability '{name}'{hint}")
        if not message.name.strip():
            raise BadMessage("breach", "name must not be empty")
    assert isinstance(message, wanted)
    return message


def _kinds(names: str) -> str:
    return " or ".join(_KINDS.get(name, name) for name in names.split(" | "))


def _hint(name: str, wanted: type[Any] | None, where: str) -> str:
    fields = () if where else getattr(wanted, "__struct_encode_fields__", ())
    close = nearest(name, fields)
    return f"; did you mean '{close}'?" if close else ""
