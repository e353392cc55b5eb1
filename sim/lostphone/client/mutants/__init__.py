"""Clients with one fault each, and one that does nothing: what the stories are tested with.

>>> len(all_mutants()) >= 45
True
"""

from __future__ import annotations

import importlib

from lostphone.base.suggest import near
from lostphone.client.mutants.mutant import MUTANTS, Mutant, planted
from lostphone.client.mutants.null import NullClient

__all__ = ["THEMES", "Mutant", "NullClient", "UnknownMutant", "all_mutants", "find_mutant", "planted"]

#: The files that hold mutants, each about one part of the app.
THEMES = (
    "codes",
    "naming",
    "sealing",
    "opening",
    "restoring",
    "kinds",
    "refreshing",
    "recovery",
    "icloud",
    "passkeys",
    "autofill",
    "integrity",
)


class UnknownMutant(KeyError):
    """There is no mutant of that name; the message names near ones."""

    def __str__(self) -> str:
        return str(self.args[0])


def all_mutants() -> tuple[Mutant, ...]:
    """Every mutant, in the order of the themes; the first call imports them."""
    for theme in THEMES:
        importlib.import_module(f"lostphone.client.mutants.{theme}")
    return tuple(MUTANTS.values())


def find_mutant(name: str) -> Mutant:
    """The mutant of that id; UnknownMutant."""
    known = {mutant.id: mutant for mutant in all_mutants()}
    if name not in known:
        meant = near(name, known, most=3, cutoff=0.4)
        hint = f"; did you mean {' or '.join(meant)}?" if meant else ""
        raise UnknownMutant(f"there is no mutant '{name}'{hint}")
    return known[name]
