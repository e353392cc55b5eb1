"""Requirement sets: which promises a client is held to, by which scenarios, in which version.

A set is a file beside this one. It lists its scenarios with the rules that each of them judges and the
capabilities that a client needs for it. Once a set is released it never changes: it keeps a digest of each
scenario, and what is asked anew goes into the next version. So a client that conforms to `core@1` goes on
doing so whatever is added later.

>>> chosen = find_sets("core@1")[0]
>>> chosen.id, "code.leading-zeros" in chosen.rules
('core@1', True)
>>> find_sets("cor")
Traceback (most recent call last):
    ...
lostphone.requirements.UnknownSet: there is no requirement set 'cor'; there are core@1 and microsoft@1
"""

from __future__ import annotations

import tomllib
from functools import cached_property
from pathlib import Path

import msgspec

FOLDER = Path(__file__).parent
#: What any client may owe, as `find_sets` takes it: what is asked when no set is named.
EVERY_SET = "core,microsoft"


class UnknownSet(ValueError):
    """No set is called so; the message says which there are."""


class BadSet(ValueError):
    """A file of a set is not as it should be; the message names it."""


class Required(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One scenario of a set: the rules it judges, the capabilities it needs, and what it said at release."""

    rules: tuple[str, ...]
    needs: tuple[str, ...]
    digest: str = ""


class RequirementSet(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """`released` is the day of its release, or "" while it may still change. Scenarios go by id."""

    name: str
    version: int
    released: str
    scenarios: dict[str, Required]

    @property
    def id(self) -> str:
        """Name and version, `core@1`."""
        return f"{self.name}@{self.version}"

    @cached_property
    def rules(self) -> tuple[str, ...]:
        """Ids of the rules that the set judges, in the order of its scenarios."""
        return tuple(dict.fromkeys(rule for required in self.scenarios.values() for rule in required.rules))


def read_set(path: Path) -> RequirementSet:
    """The set in a file; BadSet."""
    try:
        found = msgspec.convert(tomllib.loads(path.read_text("utf-8")), RequirementSet)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise BadSet(f"{path.name}: {error}") from None
    if found.id != path.stem:
        raise BadSet(f"{path.name}: the file says that it is {found.id}")
    return found


def all_sets(folder: Path = FOLDER) -> tuple[RequirementSet, ...]:
    """Every set, by name and version."""
    found = [read_set(path) for path in folder.glob("*@*.toml")]
    return tuple(sorted(found, key=lambda one: (one.name, one.version)))


def find_sets(names: str, folder: Path = FOLDER) -> tuple[RequirementSet, ...]:
    """The sets of these names, separated by commas, each once. A name alone is its newest version."""
    there = all_sets(folder)
    known = {one.name: one for one in there} | {one.id: one for one in there}
    chosen: dict[str, RequirementSet] = {}
    for name in (part.strip() for part in names.split(",")):
        if name not in known:
            listed = " and ".join(one.id for one in there)
            raise UnknownSet(f"there is no requirement set '{name}'; there are {listed}")
        chosen[known[name].id] = known[name]
    return tuple(chosen.values())
