"""Faults as values whose guard undoes them: what goes wrong in a world, always in pairs.

From Python a fault is a `with`; what it does and undoes are ordinary actions, so the story stays a story.

>>> from lostphone.client.reference import ReferenceClient
>>> from lostphone.explore.session import ExplorerSession
>>> from lostphone.stories.actions.phones import GivePhone
>>> from lostphone.stories.recipe import Recipe
>>> with ExplorerSession(Recipe(), ReferenceClient) as session:
...     _ = session.do(GivePhone("Mika's iPhone", "Mika", "ios"))
...     with partition("Mika's iPhone", "icloud").on(session.do):
...         session.world.network.disturbances()
...     session.world.network.disturbances()
("partition Mika's iPhone | icloud",)
()
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from lostphone.stories.actions import faults as do
from lostphone.stories.actions.base import Action
from lostphone.stories.actions.clouds import AllowByMdm, ForbidByMdm

#: What undoes what; an undoing has no field that the fault lacks. Messages flow again before phones start.
PAIRS: dict[type[Action], type[Action]] = {
    do.Partition: do.Heal,
    do.StopService: do.StartService,
    do.HoldService: do.ReleaseService,
    do.SlowService: do.SpeedService,
    do.LoseMessages: do.KeepMessages,
    do.FillICloud: do.FreeICloud,
    do.SpoilBackups: do.MendBackups,
    do.StopAttestation: do.StartAttestation,
    do.SkewClock: do.UnskewClock,
    do.RootPhone: do.UnrootPhone,
    ForbidByMdm: AllowByMdm,
    do.CrashPhone: do.BootPhone,
}
_UNDOES = {heal: hurt for hurt, heal in PAIRS.items()}


@dataclass(frozen=True)
class Fault:
    """What goes wrong, and its undoing."""

    hurt: Action

    @property
    def heal(self) -> Action:
        """The action that undoes it."""
        return undoing_of(self.hurt)

    @contextmanager
    def on(self, do_it: Callable[[Action], Any]) -> Iterator[None]:
        """While the block lasts. `do_it` plays an action: `session.do`, `story.do` or `stage.play`."""
        do_it(self.hurt)
        try:
            yield
        finally:
            do_it(self.heal)


def undoing_of(hurt: Action) -> Action:
    """The other half of the pair; KeyError for an action that is no fault."""
    heal = PAIRS[type(hurt)]
    return heal(**{name: getattr(hurt, name) for name in heal.__struct_fields__})


def undoings(history: Iterable[Action]) -> tuple[Action, ...]:
    """What is still to be undone after this history, each once, in the order of the pairs.

    >>> undoings([do.CrashPhone("P"), do.StopService("icloud"), do.BootPhone("P")])
    (StartService(service='icloud'),)
    """
    open_faults: dict[Action, None] = {}
    for action in history:
        if type(action) in PAIRS:
            open_faults[undoing_of(action)] = None
        elif type(action) in _UNDOES:
            open_faults.pop(action, None)
    kinds = list(PAIRS.values())
    return tuple(sorted(open_faults, key=lambda heal: kinds.index(type(heal))))


def partition(phone: str, service: str = "*") -> Fault:
    """The phone cannot reach the service, or any."""
    return Fault(do.Partition(phone, service))


def stop(service: do.Service) -> Fault:
    """Nobody reaches the service."""
    return Fault(do.StopService(service))


def hold(service: do.Service) -> Fault:
    """What is sent to the service stays in flight."""
    return Fault(do.HoldService(service))


def slow(service: do.Service, latency_ms: int) -> Fault:
    """Each way takes that long."""
    return Fault(do.SlowService(service, latency_ms))


def lose(service: do.Service, percent: int) -> Fault:
    """So many of a hundred messages to the service are lost."""
    return Fault(do.LoseMessages(service, percent))


def crash(phone: str) -> Fault:
    """The phone stops, whatever it was doing."""
    return Fault(do.CrashPhone(phone))


def fill(email: str) -> Fault:
    """The iCloud storage of the account is full."""
    return Fault(do.FillICloud(email))


def skew(phone: str, skew_ms: int) -> Fault:
    """The phone's clock is off by that much; negative is slow."""
    return Fault(do.SkewClock(phone, skew_ms))


def root(phone: str) -> Fault:
    """The phone is rooted or jailbroken."""
    return Fault(do.RootPhone(phone))


def stop_attestation(platform: Any) -> Fault:
    """Apple's ("ios") or Google's ("android") attestation service does not answer."""
    return Fault(do.StopAttestation(platform))


def spoil(person: str, how: Any) -> Fault:
    """What the clouds store of a person's backups is no longer what was stored."""
    return Fault(do.SpoilBackups(person, how))
