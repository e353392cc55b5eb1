"""A client that listens already: an app in an emulator behind a bridge, say, or a program in a debugger.

The lines are the same; there is no log, and nobody here can end the client. The wire has no protection
of any kind, so it leads to this machine alone.
"""

from __future__ import annotations

import ipaddress
import select
import socket

from lostphone.client.transport.child import NotStarted
from lostphone.client.transport.limits import Limits
from lostphone.client.transport.wire import Wire

_CONNECT_S = 5.0


class Connection:
    """A connection to a client on this machine."""

    def __init__(self, host: str, port: int, limits: Limits) -> None:
        try:
            self._socket = socket.create_connection((host, port), timeout=_CONNECT_S)
        except OSError as error:
            reason = error.strerror or str(error)
            raise NotStarted(f"nobody answers at {host}:{port} ({reason}): start the client first") from None
        # Every line is waited for, so none may wait for company.
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        descriptor = self._socket.fileno()
        self.wire = Wire(descriptor, descriptor, None, limits, lambda: True)
        self._stop_ms = limits.stop_ms

    def how_it_ended(self) -> str:
        """For a sentence about a client that stopped."""
        return "closed the connection"

    def stop(self) -> str:
        """Say that nothing more comes and give the client time to close; "" or what it did not do."""
        try:
            self._socket.shutdown(socket.SHUT_WR)
            readable, _, _ = select.select([self._socket], [], [], self._stop_ms / 1000)
            closed = bool(readable) and not self._socket.recv(1)
        except OSError:
            closed = True
        self.kill()
        return "" if closed else f"did not close the connection within {self._stop_ms / 1000:g} s"

    def kill(self) -> None:
        """Close the connection; nothing to do the second time."""
        if self._socket.fileno() >= 0:
            self.wire.close()
            self._socket.close()


def is_loopback(host: str) -> bool:
    """Whether a name or address is this machine's own.

    >>> [is_loopback(host) for host in ("localhost", "127.0.0.1", "::1", "192.0.2.7", "example.com")]
    [True, True, True, False, False]
    """
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
