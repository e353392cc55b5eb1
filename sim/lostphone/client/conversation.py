"""A conversation over a wire: a question, the host calls that the client makes meanwhile, its answer.

The two sides take turns. While a question is open the client may call its host, one call after the other,
and is answered; with its answer the turn ends, and whatever it says afterwards was asked by nobody.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, NamedTuple, TypeAlias

import msgspec

from lostphone.client.port import HarnessFault, NotSupported
from lostphone.client.protocol import host, rpc
from lostphone.client.protocol.host_calls import HostCalls
from lostphone.client.protocol.methods import Method
from lostphone.client.protocol.redaction import Redactor
from lostphone.client.protocol.validation import BadMessage, read, require_single_members
from lostphone.client.transport.limits import Limits
from lostphone.client.transport.real_time import Patience
from lostphone.client.transport.trouble import Trouble
from lostphone.client.transport.wire import Wire
from lostphone.refusal import Refusal


class WireLine(NamedTuple):
    """A line as it went by, with every secret covered: to the client, from it, or of its log on stderr."""

    direction: Literal["→", "←", "log"]
    text: str


WireListener: TypeAlias = Callable[[WireLine], None]

#: Host calls that have nothing to say in return, and may be made without waiting for it.
_NO_ANSWER_NEEDED = (host.Log, host.Screen)


class Conversation:
    """With one client, for as long as it lives."""

    def __init__(
        self, wire: Wire, desk: HostCalls, redactor: Redactor, limits: Limits, listener: WireListener | None
    ) -> None:
        self._wire = wire
        self._desk = desk
        self._redactor = redactor
        self._limits = limits
        self._listener = listener
        self._asked = 0
        self._open = ""

    def ask(self, method: Method, params: msgspec.Struct, limit_ms: int) -> Any:
        """The client's answer, of the type that the method has.

        Raises Refusal and NotSupported as the client says, Trouble for whatever it does wrong, and
        HarnessFault for a question that our own protocol does not have.
        """
        if self._open:
            raise HarnessFault(f"{method.name} was asked while {self._open} was still open")
        self._open = method.name
        try:
            self.check_silence()
            self._asked += 1
            self._desk.budget.check()
            patience = Patience(limit_ms)
            self._send(rpc.call_line(self._asked, method.name, _own(params, method.params)), patience)
            reply = self._reply(patience)
            self._desk.budget.took(patience.used_ms)
            return self._answer(method, reply)
        finally:
            self._open = ""

    def check_silence(self) -> None:
        """Trouble if the client has said something that nobody asked for, or has ended."""
        unasked = self._wire.unasked()
        if unasked is not None:
            raise Trouble("breach", f"spoke when nothing was asked: {self._quote(unasked)}")

    # Inside

    def _reply(self, patience: Patience) -> rpc.Reply:
        """The answer to the open question, once all host calls before it are answered."""
        for _ in range(self._limits.messages):
            line = self._receive(patience)
            if not line.strip():
                continue
            try:
                message = rpc.parse(line)
                require_single_members(line)
            except BadMessage as bad:
                raise Trouble(bad.kind, f"wrote '{self._quote(line)}': {self._covered(bad)}") from None
            if isinstance(message, rpc.Call):
                self._serve(message, len(line), patience)
            elif message.id == self._asked and not isinstance(message.id, str):
                self._desk.budget.sent(len(line))
                return message
            else:
                number = self._redactor.said(repr(message.id))
                other = f"answered a question that is not open: id {number}, where {self._asked} is"
                raise Trouble("breach", other)
        raise Trouble("flood", f"wrote {self._limits.messages} messages and gave no answer")

    def _answer(self, method: Method, reply: rpc.Reply) -> Any:
        if reply.error is not None:
            raise self._no(method, reply.error)
        try:
            return read(bytes(reply.result), method.result)
        except BadMessage as bad:
            answered = f"answered {self._quote(bytes(reply.result))}: {self._covered(bad)}"
            raise Trouble("breach", answered) from None

    def _no(self, method: Method, error: rpc.RpcError) -> Exception:
        said = self._redactor.said(error.message)
        try:
            refusal = error.refusal()
        except BadMessage as bad:
            return Trouble("breach", f"refused, and {self._covered(bad)} ({said})")
        if refusal is not None:
            return Refusal(refusal.code, said)
        if error.code == rpc.METHOD_NOT_FOUND:
            return NotSupported(method.name)
        if error.code in (rpc.PARSE_ERROR, rpc.INVALID_REQUEST, rpc.INVALID_PARAMS):
            return Trouble("breach", f"could not read a correct message (error {error.code}): {said}")
        return Trouble("crash", f"failed inside (error {error.code}): {said}")

    def _serve(self, call: rpc.Call, size_bytes: int, patience: Patience) -> None:
        """Answer a host call."""
        kind = host.HOST_CALLS.get(call.method)
        if kind is None:
            raise Trouble("breach", f"asked for '{self._redactor.said(call.method)}', which no host has")
        if call.id is None and kind not in _NO_ANSWER_NEEDED:
            raise Trouble("breach", f"called {call.method} without an id, and could not be answered")
        try:
            asked = read(bytes(call.params) or b"{}", kind)
            line = _answer_line(call, self._desk.answer(asked, size_bytes))
        except BadMessage as bad:
            called = f"called {call.method} with {self._quote(bytes(call.params))}: {self._covered(bad)}"
            raise Trouble(bad.kind, called) from None
        except Refusal as refusal:
            line = None if call.id is None else rpc.refusal_line(call.id, refusal)
        if line is not None:
            self._send(line, patience)

    def _send(self, line: bytes, patience: Patience) -> None:
        self._tell("→", line)
        self._wire.send(line, patience)

    def _receive(self, patience: Patience) -> bytes:
        line = self._wire.receive(patience)
        self._tell("←", line)
        return line

    def _tell(self, direction: Literal["→", "←"], line: bytes) -> None:
        if self._listener is not None:
            self._listener(WireLine(direction, self._redactor.line(line)))

    def _quote(self, raw: bytes) -> str:
        return self._redactor.quote(raw)

    def _covered(self, bad: BadMessage) -> str:
        """What is wrong; it may name a member as the client called it."""
        return self._redactor.said(bad.what)


def _answer_line(call: rpc.Call, answer: msgspec.Struct) -> bytes | None:
    result = _own(answer, type(answer))
    return None if call.id is None else rpc.result_line(call.id, result)


def _own(message: msgspec.Struct, wanted: type[msgspec.Struct]) -> msgspec.Raw:
    """Our own message as JSON, once it is known to be one; HarnessFault otherwise."""
    try:
        raw = msgspec.json.encode(message)
        read(raw, wanted)
    except (BadMessage, TypeError, ValueError) as error:
        raise HarnessFault(f"Lostphone was about to send a bad {wanted.__name__}: {error}") from None
    return msgspec.Raw(raw)
