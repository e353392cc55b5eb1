"""The client a person names, as what makes one for each scenario: `resolve`, and our own faulty clients.

>>> with client_source("mutant:no-padding") as source:
...     source().initialize(Hello()).name
'no-padding'
"""

from __future__ import annotations

from collections.abc import Callable

from lostphone.client.alarm import Alarm, Watch, nobody_watches
from lostphone.client.guarded import GuardedClient
from lostphone.client.port import Client, Hello
from lostphone.client.resolve import BadClient, ClientSource, FreshClients, in_process, resolve
from lostphone.client.transport.limits import Limits
from lostphone.client.turn import Turn

__all__ = ["BadClient", "ClientSource", "Hello", "client_source", "in_this_process", "is_ours", "made_here"]

_NULL = "null"
_MUTANT = "mutant:"
_ADAPTER = "adapter:"


def client_source(spec: str, limits: Limits | None = None, watch: Watch = nobody_watches) -> ClientSource:
    """As `resolve`, and besides: `mutant:NAME` for one of ours with a fault, `adapter:NAME` for a real
    program that is installed here, and `null`; BadClient.
    """
    if spec == _NULL or spec.startswith(_MUTANT):
        make, alarm, turn = made_here(spec), Alarm(limits or Limits()), Turn()
        # A fault that raises is the mutant's crash, not ours.
        return FreshClients(spec, lambda: GuardedClient(make, alarm, turn))
    if spec.startswith(_ADAPTER):
        return FreshClients(spec, _adapter(spec, limits))
    return resolve(spec, limits, watch=watch)


def made_here(spec: str) -> Callable[[], Client]:
    """What makes the client as it is, with nothing between it and the world; BadClient if it is elsewhere."""
    if spec == _NULL:
        from lostphone.client.mutants import NullClient

        return NullClient
    if spec.startswith(_MUTANT):
        from lostphone.client.mutants import UnknownMutant, find_mutant

        try:
            return find_mutant(spec.removeprefix(_MUTANT)).client
        except UnknownMutant as unknown:
            raise BadClient(str(unknown)) from None
    if spec.startswith(_ADAPTER):
        return _adapter(spec)
    return in_process(spec)


def _adapter(spec: str, limits: Limits | None = None) -> Callable[[], Client]:
    from lostphone.client.adapters import NoAdapter, client_of

    try:
        return client_of(spec.removeprefix(_ADAPTER), limits)
    except NoAdapter as lacking:
        raise BadClient(str(lacking)) from None


def is_ours(spec: str) -> bool:
    """Whether the client is a part of Lostphone: it acts the same twice, or we are at fault, and naming it
    starts nothing.
    """
    return spec in ("reference", _NULL) or spec.startswith(_MUTANT)


def in_this_process(spec: str) -> bool:
    """Whether the client is somebody's Python code, run beside ours: it may hang, or end the process."""
    return spec.startswith("py:")
