"""From what a person writes to the client they mean.

    reference               our own model of Microsoft Authenticator, in this process
    py:my_client:MyClient   a Python class (or any callable that gives a client), in this process
    cmd:node my_client.mjs  a program that speaks protocol 1 over stdin and stdout
    tcp:localhost:5555      one that listens on this machine

The result is a source: called once for each story, closed once at the end.

>>> from lostphone.client.port import Hello
>>> with resolve("reference") as source:
...     source().initialize(Hello()).name
'reference'
>>> resolve("node my_client.mjs")
Traceback (most recent call last):
    ...
lostphone.client.resolve.BadClient: 'node my_client.mjs' names no client: write cmd:node my_client.mjs for a \
program, or py:MODULE:CLASS, tcp:HOST:PORT or reference
"""

from __future__ import annotations

import importlib
import shlex
import sys
import traceback
from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

from lostphone.base.suggest import nearest
from lostphone.client.alarm import Alarm, Late, Watch, nobody_watches
from lostphone.client.conversation import WireListener
from lostphone.client.port import Client
from lostphone.client.transport.limits import Limits
from lostphone.client.turn import Turn


class BadClient(ValueError):
    """What was written names no client, or one that does not exist; the message says what to write."""


class ClientSource(ABC):
    """Gives a client for each story. `spec` is what was asked for."""

    def __init__(self, spec: str) -> None:
        self.spec = spec

    @abstractmethod
    def __call__(self) -> Client:
        """The client for the next story."""

    @abstractmethod
    def close(self) -> None:
        """No more stories."""

    def __enter__(self) -> ClientSource:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class FreshClients(ClientSource):
    """A new client for each story, in this process."""

    def __init__(self, spec: str, make: Callable[[], Client]) -> None:
        super().__init__(spec)
        self._make = make

    def __call__(self) -> Client:
        return self._make()

    def close(self) -> None:
        """Nothing is kept."""


class OneClient(ClientSource):
    """One client for all stories, which starts its program again whenever that broke."""

    def __init__(self, spec: str, client: Client) -> None:
        super().__init__(spec)
        self._client = client

    def __call__(self) -> Client:
        return self._client

    def close(self) -> None:
        """End the program."""
        self._client.close()


def resolve(
    spec: str,
    limits: Limits | None = None,
    listener: WireListener | None = None,
    watch: Watch = nobody_watches,
) -> ClientSource:
    """The source of clients that `spec` means; BadClient.

    A program is started, and a connection made, when the first story needs it: `NotStarted` then.
    `listener` is for clients outside this process, `watch` for those in it.
    """
    scheme, _, rest = spec.partition(":")
    if spec == "reference" or scheme == "py":
        return FreshClients(spec, in_process(spec, guarded=True, limits=limits, watch=watch))
    if scheme == "cmd":
        return OneClient(spec, _program(rest, limits, listener))
    if scheme == "tcp":
        return OneClient(spec, _listening(rest, limits, listener))
    near = nearest(spec, ("reference", "null"))
    meant = f"did you mean {near}? Or " if near else ""
    raise BadClient(
        f"'{spec}' names no client: {meant}write cmd:{spec} for a program, or py:MODULE:CLASS, tcp:HOST:PORT "
        "or reference"
    )


def in_process(
    spec: str, guarded: bool = False, limits: Limits | None = None, watch: Watch = nobody_watches
) -> Callable[[], Client]:
    """What makes the client that `reference` or `py:MODULE:CLASS` means; BadClient.

    `guarded` clients are kept apart from the world, and within `limits`; our own needs no guard. `watch`
    hears of each call of theirs.
    """
    if spec == "reference":
        from lostphone.client.reference import ReferenceClient

        return ReferenceClient
    if not spec.startswith("py:"):
        raise BadClient(f"'{spec}' is no client in this process: write py:MODULE:CLASS, or reference")
    make = _imported(spec.removeprefix("py:"))
    if not guarded:
        return make
    from lostphone.client.guarded import GuardedClient

    alarm, turn = Alarm(limits or Limits(), watch), Turn()
    return lambda: GuardedClient(make, alarm, turn)


def _imported(place: str) -> Callable[[], Any]:
    module_name, colon, path = place.partition(":")
    if not (module_name and colon and path):
        raise BadClient(f"'py:{place}' lacks a part: write py:MODULE:CLASS, such as py:my_client:MyClient")
    found: Any = _module(module_name)
    for name in path.split("."):
        try:
            found = getattr(found, name)
        except AttributeError:
            raise BadClient(f"'{module_name}' has no '{path}'") from None
    if not callable(found):
        raise BadClient(f"'{path}' in '{module_name}' cannot be called to make a client")
    make: Callable[[], Any] = found
    return make


def _module(name: str) -> ModuleType:
    here = str(Path.cwd())
    if here not in sys.path:
        # Somebody's client lies where they are, and behind everything that is installed.
        sys.path.append(here)
    limits = Limits()
    try:
        return Alarm(limits).ring(limits.start_ms, lambda: importlib.import_module(name))
    except Late as late:
        raise BadClient(f"the module '{name}' is never done with its import\n{late.where}") from None
    except Exception as error:
        missing = getattr(error, "name", None) if isinstance(error, ModuleNotFoundError) else None
        if missing is not None and f"{name}.".startswith(f"{missing}."):
            raise BadClient(
                f"there is no module '{missing}' here or installed (here is {here}); go to where it lies, or "
                "name that folder in PYTHONPATH"
            ) from None
        said = "".join(traceback.format_exception_only(error)).strip()
        raise BadClient(f"the module '{name}' cannot be imported:\n{said}") from error


def _program(text: str, limits: Limits | None, listener: WireListener | None) -> Client:
    from lostphone.client.process import ProcessClient
    from lostphone.client.transport.child import Child

    try:
        command = shlex.split(text)
    except ValueError as error:
        raise BadClient(f"'cmd:{text}' cannot be taken apart into words: {error}") from None
    if not command:
        raise BadClient("'cmd:' lacks its program: write cmd:node my_client.mjs, for example")
    return ProcessClient(lambda within: Child(command, within), limits, listener)


def _listening(text: str, limits: Limits | None, listener: WireListener | None) -> Client:
    from lostphone.client.process import ProcessClient
    from lostphone.client.transport.tcp import Connection, is_loopback

    host, _, port = text.rpartition(":")
    host = host.removeprefix("[").removesuffix("]")
    if not host or not port.isdecimal() or not 0 < int(port) < 65536:
        raise BadClient(f"'tcp:{text}' lacks a part: write tcp:HOST:PORT, for example tcp:localhost:5555")
    if not is_loopback(host):
        raise BadClient(
            f"'{host}' is not this machine: the wire is not protected, so forward a local port to it and "
            f"write tcp:localhost:{port}"
        )
    return ProcessClient(
        lambda within: Connection(host, int(port), within), limits, listener, shares_disk=False
    )
