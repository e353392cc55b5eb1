"""A mutant: the reference client with exactly one fault planted in it, and what has to become of it.

A suite that has never failed proves nothing. Each mutant is a fault that some authenticator really had,
or that a promise of the catalogue forbids; the stories have to notice it, and by a promise that is about it.

>>> from lostphone.client.mutants import find_mutant
>>> mutant = find_mutant("no-padding")
>>> mutant.about, mutant.methods
(('code.leading-zeros',), ('_code_of',))
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import FunctionType
from typing import TypeAlias

from lostphone.client.reference import AuthenticatorApp, ReferenceClient
from lostphone.client.reference.document import BackupEntry, read_document
from lostphone.refusal import Refusal

#: What is in a backup: its entries, and the labels of those that cannot be read.
Contents: TypeAlias = tuple[list[BackupEntry], tuple[str, ...]]

#: Every mutant by its id, in the order of the files.
MUTANTS: dict[str, Mutant] = {}


@dataclass(frozen=True)
class Mutant:
    """One planted fault.

    `origin` is who had it (project and issue, or the study by Gilsenan, Shakir, Alomar and Egelman at USENIX
    Security 2023) or the fact that it contradicts. `shows` is what an observer sees. `about` are the ids of
    the rules that the fault breaks: one of them has to be among those that kill it.
    """

    id: str
    origin: str
    fault: str
    shows: str
    about: tuple[str, ...]
    app: type[AuthenticatorApp]

    def client(self) -> ReferenceClient:
        """A fresh client that has the fault."""
        return ReferenceClient(self.app, self.id)

    @property
    def methods(self) -> tuple[str, ...]:
        """The methods of the reference that it replaces. A story that calls none of them cannot notice it."""
        return tuple(
            name for name in _replaced(self.app) if isinstance(getattr(AuthenticatorApp, name), FunctionType)
        )


def planted(
    id: str, *, origin: str, fault: str, shows: str, about: tuple[str, ...]
) -> Callable[[type[AuthenticatorApp]], Mutant]:
    """Make a mutant of a subclass of the reference app; ValueError if its id is taken.

    It replaces methods alone (ValueError), for only calls of methods tell which stories could notice it.
    """

    def plant(app: type[AuthenticatorApp]) -> Mutant:
        if id in MUTANTS:
            raise ValueError(f"two mutants are called '{id}'")
        for name in _replaced(app):
            if not isinstance(getattr(AuthenticatorApp, name), FunctionType):
                raise ValueError(f"the mutant '{id}' replaces {name}, which is no method")
        mutant = MUTANTS[id] = Mutant(id, origin, fault, shows, about, app)
        return mutant

    return plant


class _Plain:
    """A class without anything of its own, to see which names Python itself puts into every class."""

    noted: int


#: Python 3.13 added `__firstlineno__` and `__static_attributes__`, and a later version may add more.
_OF_EVERY_CLASS = frozenset(vars(_Plain))


def _replaced(app: type[AuthenticatorApp]) -> tuple[str, ...]:
    """What the app has that the reference has too, other than what every class has."""
    places = app.__mro__[: app.__mro__.index(AuthenticatorApp)]
    own = {name: None for place in places for name in vars(place)}
    return tuple(
        name
        for name in own
        if hasattr(AuthenticatorApp, name) and not hasattr(type, name) and name not in _OF_EVERY_CLASS
    )


def contents(document: bytes) -> Contents:
    """What is in the clear text of a backup; Refusal "tampered" when that is no list of accounts."""
    try:
        return read_document(document)
    except ValueError:
        raise Refusal("tampered", "what is in the backup is no list of accounts") from None
