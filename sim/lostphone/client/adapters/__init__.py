"""Adapters: real programs that nobody made for a simulation, each as a client.

An adapter runs the program itself, once for each thing that a person wants: under a clock that shows the
phone's own time, in a home folder that is the phone's, typing what a person would type. The backup is the
program's own file, copied to the simulated cloud as a folder that syncs would copy it. What the program says
of itself is not believed: after each change the adapter looks at what the program lists, and the story looks
at codes and at the stored bytes.

    adapter:keepassxc   keepassxc-cli, of KeePassXC (Debian package keepassxc)
    adapter:tfa         tfa, a command line for one-time passwords (PyPI package tfa)

The programs do not come with Lostphone, nor does `faketime`; `missing` says which of them is not here.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, NamedTuple

from lostphone.base.suggest import nearest

if TYPE_CHECKING:
    from lostphone.client.adapters.client import AdaptedClient
    from lostphone.client.adapters.program import Program
    from lostphone.client.transport.limits import Limits


class Adapter(NamedTuple):
    """A program that can be played with. `version` is the one whose failures are listed."""

    name: str
    version: str
    module: str
    kind: str

    @property
    def expected(self) -> Traversable:
        """The list of failures that are expected of that version."""
        return files(__name__) / "expected" / f"{self.name}-{self.version}.toml"

    def program(self) -> type[Program]:
        """What speaks to the program."""
        found: type[Program] = getattr(importlib.import_module(self.module), self.kind)
        return found


ADAPTERS = {
    adapter.name: adapter
    for adapter in (
        Adapter("keepassxc", "2.7.4", "lostphone.client.adapters.keepassxc", "KeePassXC"),
        Adapter("tfa", "0.5.0", "lostphone.client.adapters.tfa", "Tfa"),
    )
}


class NoAdapter(LookupError):
    """There is no adapter of that name, or its program is not here; the message says what to do."""

    def __str__(self) -> str:
        return str(self.args[0])


def missing(name: str) -> str:
    """What has to be installed before that adapter can play, in a sentence; "" when nothing is missing."""
    return adapter_named(name).program().missing()


def adapter_named(name: str) -> Adapter:
    """The adapter of that name; NoAdapter names near ones.

    >>> adapter_named("keepass")
    Traceback (most recent call last):
        ...
    lostphone.client.adapters.NoAdapter: there is no adapter 'keepass'; did you mean keepassxc?
    """
    if name not in ADAPTERS:
        near = nearest(name, ADAPTERS, cutoff=0.4)
        hint = f"did you mean {near}?" if near else f"there are {' and '.join(ADAPTERS)}"
        raise NoAdapter(f"there is no adapter '{name}'; {hint}")
    return ADAPTERS[name]


def client_of(name: str, limits: Limits | None = None) -> Callable[[], AdaptedClient]:
    """What makes a client of that program; NoAdapter also when the program is not here.

    `limits` says how long one run of the program may take.
    """
    program = adapter_named(name).program()
    lacking = program.missing()
    if lacking:
        raise NoAdapter(lacking)

    def make() -> AdaptedClient:
        from lostphone.client.adapters.client import AdaptedClient

        return AdaptedClient(program, limits)

    return make
