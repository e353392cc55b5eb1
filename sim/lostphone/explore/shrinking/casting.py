"""Take whole people, phones, accounts and sites out of the cast, and call who is left by the usual names."""

from __future__ import annotations

import re

from lostphone.explore.shrinking.shrinker import Shrinker
from lostphone.history.actions import decode, encode
from lostphone.history.actions.base import Action

#: Who stories are about when nothing else is said.
USUAL = ("Mika", "Kenji", "Aiko", "Haruto")


def drop_names(shrinker: Shrinker) -> None:
    """For each name, all that is done to it or with it."""
    for name in _names(shrinker.best):
        shrinker.consider(action for action in shrinker.best if name not in _named(action))


def rename_people(shrinker: Shrinker) -> None:
    """The first person becomes Mika, the second Kenji, and so on; addresses follow."""
    people = [name for name in _names(shrinker.best) if re.fullmatch(r"[A-Z][a-z]+", name)]
    owners = [name for name in people if any(getattr(one, "person", "") == name for one in shrinker.best)]
    for person, usual in zip(owners, USUAL, strict=False):
        if usual not in owners:
            shrinker.consider_renamed(_renamed(action, person, usual) for action in shrinker.best)


def _renamed(action: Action, person: str, usual: str) -> Action:
    text = encode(action).decode()
    text = re.sub(rf"\b{person}\b", usual, text)
    return decode(re.sub(rf"\b{person.lower()}(?=[.@])", usual.lower(), text))


def _names(actions: tuple[Action, ...]) -> list[str]:
    """Every name in these actions, those that are in most of them first."""
    counts: dict[str, int] = {}
    for action in actions:
        for name in _named(action):
            counts[name] = counts.get(name, 0) + 1
    return sorted(counts, key=lambda name: -counts[name])


def _named(action: Action) -> tuple[str, ...]:
    """The people, phones, accounts and services that an action is about."""
    found = [getattr(action, name) for name in action.__struct_fields__]
    names = [value for value in found if isinstance(value, str) and value]
    owners = [value.partition("'s ")[0] for value in names if "'s " in value]
    return tuple(dict.fromkeys([*names, *owners]))
