"""JSON-RPC 2.0, one object a line: making lines, and telling a call from an answer.

>>> line = call_line(7, "account/list", msgspec.Raw(b'{"device":"Pixel"}'))
>>> line
b'{"jsonrpc":"2.0","id":7,"method":"account/list","params":{"device":"Pixel"}}'
>>> message = parse(line)
>>> isinstance(message, Call) and (message.id, message.method, bytes(message.params))
(7, 'account/list', b'{"device":"Pixel"}')
"""

from __future__ import annotations

from typing import Any, Literal, NamedTuple, TypeAlias

import msgspec

from lostphone.client.protocol.validation import BadMessage, read, require_utf8
from lostphone.refusal import CODES, Refusal

Id: TypeAlias = int | str

#: Codes of JSON-RPC itself, and the one by which protocol 1 marks a refusal (its name is in the data).
PARSE_ERROR = -32700
INVALID_REQUEST = -32600
METHOD_NOT_FOUND = -32601
INVALID_PARAMS = -32602
INTERNAL_ERROR = -32603
REFUSED = 1


class ErrorData(msgspec.Struct, frozen=True, omit_defaults=True):
    """`refusal` is one of the refusal codes; without it the error is no refusal."""

    refusal: str | None = None


class RpcError(msgspec.Struct, frozen=True, omit_defaults=True):
    """What went wrong. `code` is a number of JSON-RPC, or 1 for a refusal."""

    code: int
    message: str
    data: ErrorData | None = None

    def refusal(self) -> Refusal | None:
        """The refusal that this error tells; BadMessage for a code that does not exist."""
        if self.data is None or self.data.refusal is None:
            if self.code == REFUSED:
                raise BadMessage("breach", "error 1 is a refusal and needs its code in data.refusal")
            return None
        if self.data.refusal not in CODES:
            raise BadMessage("breach", f"there is no refusal code '{self.data.refusal}'")
        return Refusal(self.data.refusal, self.message)


class Envelope(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Any line of the wire, before anybody has looked inside."""

    jsonrpc: Literal["2.0"]
    id: Id | msgspec.UnsetType | None = msgspec.UNSET
    method: str | msgspec.UnsetType = msgspec.UNSET
    params: msgspec.Raw = msgspec.Raw()
    result: msgspec.Raw = msgspec.Raw()
    error: RpcError | msgspec.UnsetType = msgspec.UNSET


class Call(NamedTuple):
    """Somebody asks. `id` is None for a call that wants no answer."""

    id: Id | None
    method: str
    params: msgspec.Raw


class Reply(NamedTuple):
    """Somebody answers: with a result, or with an error."""

    id: Id
    result: msgspec.Raw
    error: RpcError | None


def parse(line: bytes) -> Call | Reply:
    """What a line is. BadMessage: "garbage" if it is no JSON, "breach" if it is no JSON-RPC 2.0."""
    require_utf8(line)
    envelope = read(line, Envelope)
    if envelope.method is not msgspec.UNSET:
        if envelope.id is None or bytes(envelope.result) or envelope.error is not msgspec.UNSET:
            raise BadMessage("breach", "a call has a method, params and an id, and nothing else")
        number = None if envelope.id is msgspec.UNSET else envelope.id
        return Call(number, envelope.method, envelope.params)
    error = None if envelope.error is msgspec.UNSET else envelope.error
    if bytes(envelope.params) or bool(bytes(envelope.result)) == (error is not None):
        raise BadMessage("breach", "it is neither a call (method) nor an answer (result or error)")
    if envelope.id is msgspec.UNSET or envelope.id is None:
        raise BadMessage("breach", "an answer needs the id of the call that it answers")
    return Reply(envelope.id, envelope.result, error)


def call_line(number: Id | None, method: str, params: msgspec.Raw) -> bytes:
    """A call, without its newline; with no number it is one that wants no answer."""
    call: dict[str, Any] = {"jsonrpc": "2.0"}
    if number is not None:
        call["id"] = number
    return msgspec.json.encode(call | {"method": method, "params": params})


def result_line(number: Id, result: msgspec.Raw) -> bytes:
    """An answer, without its newline."""
    return msgspec.json.encode({"jsonrpc": "2.0", "id": number, "result": result})


def error_line(number: Id | None, code: int, message: str) -> bytes:
    """An answer that something went wrong, other than a refusal."""
    return _error_line(number, RpcError(code, message))


def refusal_line(number: Id, refusal: Refusal) -> bytes:
    """An answer that says no."""
    return _error_line(number, RpcError(REFUSED, refusal.message, ErrorData(refusal.code)))


def _error_line(number: Id | None, error: RpcError) -> bytes:
    return msgspec.json.encode({"jsonrpc": "2.0", "id": number, "error": error})
