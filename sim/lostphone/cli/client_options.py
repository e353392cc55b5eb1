"""The client that a command was given: whose authenticator is on the phones of a story."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lostphone.base.frozen import FrozenClock
    from lostphone.client.resolve import ClientSource


@contextlib.contextmanager
def guest(spec: str, timeout_ms: int | None = None) -> Iterator[tuple[ClientSource, FrozenClock | None]]:
    """Gives clients, and holds the process's clock for those that run in this process and may read it.

    `timeout_ms` is how long one may take for an answer, where that is not as usual. UsageError if there is no
    such client, or its program cannot be started.
    """
    from lostphone.base.frozen import FrozenClock
    from lostphone.cli.usage import UsageError
    from lostphone.client.sources import BadClient, client_source, in_this_process
    from lostphone.client.transport.child import NotStarted
    from lostphone.client.transport.limits import Limits

    try:
        with client_source(spec, Limits().within(timeout_ms)) as source, FrozenClock() as frozen:
            if in_this_process(spec):
                frozen.start(0)
                yield source, frozen
            else:
                yield source, None
    except (BadClient, NotStarted) as error:
        raise UsageError(f"--client: {error}") from None


def check_client(spec: str) -> None:
    """UsageError if there is no such client; nothing is started."""
    from lostphone.cli.usage import UsageError
    from lostphone.client.sources import BadClient, client_source

    try:
        client_source(spec).close()
    except BadClient as error:
        raise UsageError(f"--client: {error}") from None
