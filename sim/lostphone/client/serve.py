"""Serves a Python client over standard input and output, or over a loopback port, in protocol 1.

    python -m lostphone.client.serve py:my_client:MyClient
    python -m lostphone.client.serve reference --listen 5555

So a client written against the port runs in a process of its own: it may hang or crash without taking
anything with it, and run under a fake system clock. Whatever it prints goes to stderr; a stray `print`
does not break the protocol.
"""

from __future__ import annotations

import os
import socket
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO, Any, NoReturn, TypeVar

import msgspec

from lostphone.client.guarded import place_of
from lostphone.client.port import Client, Hello, NotSupported, Scenario
from lostphone.client.protocol import host, methods, rpc
from lostphone.client.protocol.remote import RemoteServices
from lostphone.client.protocol.validation import BadMessage, read
from lostphone.refusal import Refusal
from lostphone.world.devices.services import Settings

A = TypeVar("A", bound=host.HostAnswer | Settings)

_USAGE = "usage: python -m lostphone.client.serve CLIENT [--listen PORT]"


class HostGone(Exception):  # it is how every run ends
    """Nobody is left to talk to."""


class Server:
    """Answers the host's questions with a client, until it says `shutdown` or nothing more."""

    def __init__(self, client: Client, reader: IO[bytes], writer: IO[bytes]) -> None:
        self._client = client
        self._reader = reader
        self._writer = writer
        self._called = 0

    def run(self) -> None:
        """Serve to the end."""
        try:
            while self._serve_one():
                pass
        except HostGone:
            pass
        finally:
            self._client.close()

    # Inside

    def _serve_one(self) -> bool:
        line = self._read()
        try:
            message = rpc.parse(line)
        except BadMessage as bad:
            code = rpc.PARSE_ERROR if bad.kind == "garbage" else rpc.INVALID_REQUEST
            self._write(rpc.error_line(None, code, bad.what))
            return True
        if isinstance(message, rpc.Reply) or message.id is None:
            self._write(rpc.error_line(None, rpc.INVALID_REQUEST, "only calls with an id are answered"))
            return True
        self._write(self._answer_line(message.id, message))
        return message.method != methods.SHUTDOWN.name

    def _answer_line(self, number: rpc.Id, call: rpc.Call) -> bytes:
        method = methods.ASKED.get(call.method)
        if method is None:
            return rpc.error_line(number, rpc.METHOD_NOT_FOUND, f"there is no method '{call.method}'")
        try:
            params = read(bytes(call.params) or b"{}", method.params)
        except BadMessage as bad:
            return rpc.error_line(number, rpc.INVALID_PARAMS, bad.what)
        try:
            return rpc.result_line(number, msgspec.Raw(msgspec.json.encode(self._do(method, params))))
        except Refusal as refusal:
            return rpc.refusal_line(number, refusal)
        except NotSupported as missing:
            return rpc.error_line(number, rpc.METHOD_NOT_FOUND, str(missing))
        except (HostGone, KeyboardInterrupt):
            raise
        except BaseException as error:
            traceback.print_exc()
            said = "".join(traceback.format_exception_only(error)).strip()
            return rpc.error_line(number, rpc.INTERNAL_ERROR, f"{said} ({place_of(error)})")

    def _do(self, method: methods.Method, params: Any) -> Any:
        client = self._client
        if method.intent is not None:
            return client.call(*methods.intent_in(method, params))
        if isinstance(params, Hello):
            return client.initialize(params)
        if isinstance(params, Scenario):
            client.start_scenario(params)
        elif isinstance(params, methods.Provision):
            folder = None if params.data_dir is None else Path(params.data_dir)
            client.provision(params.device, RemoteServices(params.device, self._ask, lambda: folder))
        elif method is methods.END:
            client.end_scenario()
        return {}

    def _ask(self, call: host.HostCall[A], /) -> A:
        """Put a call to the host while its own question is open."""
        self._called += 1
        number = f"h{self._called}"
        self._write(rpc.call_line(number, call.method, msgspec.Raw(msgspec.json.encode(call))))
        message = rpc.parse(self._read())
        if not isinstance(message, rpc.Reply) or message.id != number:
            raise RuntimeError(f"the host did not answer {call.method}")
        if message.error is not None:
            refusal = message.error.refusal()
            raise refusal or RuntimeError(f"the host could not do {call.method}: {message.error.message}")
        answer: A = msgspec.json.decode(message.result, type=call.answer)  # type: ignore[assignment]
        return answer

    def _read(self) -> bytes:
        line = self._reader.readline()
        if not line.endswith(b"\n"):
            raise HostGone
        return line

    def _write(self, line: bytes) -> None:
        try:
            self._writer.write(line + b"\n")
            self._writer.flush()
        except OSError:
            raise HostGone from None


def serve_stdio(make: Callable[[], Client]) -> None:
    """Over this process's standard input and output, which are nobody else's from now on."""
    with os.fdopen(os.dup(0), "rb") as reader, os.fdopen(os.dup(1), "wb") as writer:
        # Whoever prints, in Python or below it, prints to stderr; whoever reads, reads nothing.
        os.dup2(2, 1)
        sys.stdout = sys.stderr
        with Path(os.devnull).open("rb") as nothing:
            os.dup2(nothing.fileno(), 0)
        Server(make(), reader, writer).run()


def serve_port(make: Callable[[], Client], port: int) -> None:
    """To one host at a time, on the loopback interface; port 0 takes a free one and says which."""
    client = make()
    with socket.create_server(("127.0.0.1", port)) as listener:
        sys.stderr.write(f"listening on tcp:127.0.0.1:{listener.getsockname()[1]}\n")
        sys.stderr.flush()
        while True:
            connection, _ = listener.accept()
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with connection, connection.makefile("rb") as reader, connection.makefile("wb") as writer:
                Server(client, reader, writer).run()


def main(arguments: Sequence[str]) -> int:
    """0 when all was said, 2 when the command line makes no sense."""
    from lostphone.client.resolve import BadClient, in_process

    spec, *options = arguments or [""]
    if spec in ("-h", "--help"):
        _leave(f"{__doc__}\n{_USAGE}", 0)
    if not spec or len(options) not in (0, 2) or options[:1] not in ([], ["--listen"]):
        _leave(_USAGE, 2)
    if options and not options[1].isdecimal():
        _leave(f"--listen takes a port, not '{options[1]}'", 2)

    def make() -> Client:
        # Importing a client may print, so nothing of it is imported before its stdout is safe.
        return in_process(spec)()

    try:
        if options:
            serve_port(make, int(options[1]))
        else:
            serve_stdio(make)
    except BadClient as bad:
        _leave(str(bad), 2)
    except KeyboardInterrupt:
        return 130
    return 0


def _leave(text: str, code: int) -> NoReturn:
    sys.stderr.write(text + "\n")
    raise SystemExit(code)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
