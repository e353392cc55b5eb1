"""Writes the requirement sets from the catalogue and the stories, until they are released.

    python -m lostphone.conformance.freezing             bring sets that are not released up to date
    python -m lostphone.conformance.freezing --check     only say what is out of date
    python -m lostphone.conformance.freezing --release core@1 2027-01-15

A released set is never written again: `problems_of` says what in the stories departs from it.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType

from lostphone.conformance.needs import needs_of
from lostphone.gherkin.pickles import Pickle, read_feature
from lostphone.gherkin.shipped import feature_files, features_root
from lostphone.requirements import FOLDER, Required, RequirementSet, all_sets
from lostphone.rules import Catalogue

COMMAND = "python -m lostphone.conformance.freezing"
_HEAD = """\
# {id}: the scenarios that judge {what}.
# Written by `{command}`{frozen}.
name = {name}
version = {version}
released = {released}

[scenarios]
"""
_WHAT = {
    "core": "what any authenticator owes its user",
    "microsoft": "what Microsoft's pages promise of its app",
}


@cache
def shipped_pickles(lang: str = "en") -> Mapping[str, Pickle]:
    """Every shipped scenario in a language, by id, in the order of the files; read once."""
    root = features_root()
    return MappingProxyType(
        {
            pickle.id: pickle
            for path in feature_files(root / lang)
            for pickle in read_feature(path, path.relative_to(root.parent).as_posix()).pickles
        }
    )


def digest_of(pickle: Pickle) -> str:
    """Changes whenever what the scenario asks for changes: its steps, with their tables and texts."""
    said = [[step.type, step.text, step.table, step.doc_string] for step in pickle.steps]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()[:16]


def wanted(name: str, pickles: Mapping[str, Pickle]) -> dict[str, tuple[str, ...]]:
    """Scenarios that a set of that name would have now, with the rules of it that each illustrates."""
    found = {
        pickle.id: tuple(rule for rule in pickle.rules if _set_of(rule, pickle) == name)
        for pickle in pickles.values()
    }
    return {scenario: chosen for scenario, chosen in found.items() if chosen}


def _set_of(rule: str, pickle: Pickle) -> str:
    """Which set judges a rule in a scenario; "" for what is no rule of the catalogue.

    A story in Microsoft's own terms asks for Microsoft's ways, also where it shows a promise of the core.
    """
    known = Catalogue.load().rules.get(rule)
    if known is None:
        return ""
    if known.requirement == "core" and not pickle.id.startswith("core."):
        return "microsoft"
    return known.requirement


def problems_of(one: RequirementSet, pickles: Mapping[str, Pickle]) -> list[str]:
    """In what the stories depart from the set; what to do about it depends on whether it is released."""
    if one.released:
        return [problem for scenario in one.scenarios for problem in _departure(one, scenario, pickles)]
    now = wanted(one.name, pickles)
    found = [f"{one.id} lacks {scenario}" for scenario in now if scenario not in one.scenarios]
    for scenario, required in one.scenarios.items():
        if scenario not in now:
            found.append(f"{one.id} lists {scenario}, which no story is called or no rule of it asks for")
        elif required.rules != now[scenario]:
            found.append(f"{one.id} lists {scenario} under other rules than its tags")
        elif required.needs != needs_of(pickles[scenario]):
            found.append(f"{one.id} lists other needs for {scenario} than playing it shows")
    return found


def _departure(one: RequirementSet, scenario: str, pickles: Mapping[str, Pickle]) -> list[str]:
    pickle, required = pickles.get(scenario), one.scenarios[scenario]
    if pickle is None:
        return [f"{one.id} is released, and its scenario {scenario} is gone"]
    if digest_of(pickle) != required.digest:
        return [f"{one.id} is released, and its scenario {scenario} says something else now"]
    missing = [rule for rule in required.rules if rule not in pickle.rules]
    return [f"{one.id} is released, and {scenario} is no longer about {rule}" for rule in missing]


def brought_up_to_date(one: RequirementSet, pickles: Mapping[str, Pickle], released: str = "") -> bytes:
    """The content of the set's file as the stories are now; ValueError for a set that is released."""
    if one.released:
        raise ValueError(
            f"{one.id} was released on {one.released} and stays as it is: begin the next version"
        )
    scenarios = {
        scenario: Required(
            rules, needs_of(pickles[scenario]), digest_of(pickles[scenario]) if released else ""
        )
        for scenario, rules in wanted(one.name, pickles).items()
    }
    head = _HEAD.format(
        id=one.id,
        what=_WHAT.get(one.name, one.name),
        command=COMMAND,
        frozen=", and frozen" if released else ", until it is released",
        name=json.dumps(one.name),
        version=one.version,
        released=json.dumps(released),
    )
    return (head + "".join(_line(scenario, required) for scenario, required in scenarios.items())).encode()


def _line(scenario: str, required: Required) -> str:
    fields = [f"rules = {json.dumps(required.rules)}", f"needs = {json.dumps(required.needs)}"]
    if required.digest:
        fields.append(f"digest = {json.dumps(required.digest)}")
    return f"{json.dumps(scenario)} = {{ {', '.join(fields)} }}\n"


def main(arguments: Sequence[str], folder: Path = FOLDER) -> int:
    """0 when all is in order, 1 when it is not, 2 for a command that makes no sense."""
    pickles = shipped_pickles()
    sets = all_sets(folder)
    released = ""
    if len(arguments) == 3 and arguments[0] == "--release":
        sets, released = tuple(one for one in sets if one.id == arguments[1]), arguments[2]
    elif arguments and list(arguments) != ["--check"]:
        sys.stderr.write(f"usage: {COMMAND} [--check | --release SET DAY]\n")
        return 2
    problems: list[str] = []
    for one in sets:
        if arguments == ["--check"] or one.released:
            problems += problems_of(one, pickles)
        else:
            (folder / f"{one.id}.toml").write_bytes(brought_up_to_date(one, pickles, released))
    for problem in problems:
        sys.stderr.write(f"{problem}\n")
    return 1 if problems else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
