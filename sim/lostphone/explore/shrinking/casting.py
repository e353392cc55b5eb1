"""Take whole people, phones, accounts and sites out of the cast, and call who is left by the usual names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import permutations

import msgspec

from lostphone.explore.shrinking.shrinker import Shrinker
from lostphone.stories.actions import decode, encode
from lostphone.stories.actions.accounts import CreatePersonal, OpenSite, SignInPersonal
from lostphone.stories.actions.base import Action
from lostphone.stories.actions.clouds import CreateAppleAccount, SignInToICloud
from lostphone.stories.actions.phones import GivePhone
from lostphone.stories.actions.work import AddWorker, CreateTenant
from lostphone.world.devices.device_name import DeviceName

#: Who stories are about when nothing else is said.
USUAL = ("Mika", "Kenji", "Aiko", "Haruto")


#: Sites that stories speak of when nothing else is said.
SITES = ("GitHub", "Amazon", "Dropbox", "Nintendo", "PayPal")
_SIGNS_IN = SignInToICloud | SignInPersonal
_MAKES = CreateAppleAccount | CreatePersonal | CreateTenant | AddWorker | OpenSite


def drop_names(shrinker: Shrinker) -> None:
    """For each name, all that is done to it or with it; and whatever was made for that alone."""
    for name in _names(shrinker.best):
        left = [action for action in shrinker.best if name not in _named(action)]
        shrinker.consider(_needed(left)) or shrinker.consider(left)


def _needed(actions: list[Action]) -> list[Action]:
    """Without the accounts, sites and organisations that nothing else speaks of."""
    spoken_of = [name for action in actions for name in _named(action) if not isinstance(action, _MAKES)]
    return [one for one in actions if not isinstance(one, _MAKES) or one.subject in spoken_of]


def merge_phones(shrinker: Shrinker) -> None:
    """Of two phones of a kind that somebody has, whatever is done on one is done on the other."""
    bought = [one for one in shrinker.best if isinstance(one, GivePhone)]
    for gone, kept in permutations(bought, 2):
        if (gone.person, gone.platform) == (kept.person, kept.platform):
            left = [_called(one, gone.phone, kept.phone) for one in shrinker.best if one != gone]
            again = [
                one for place, one in enumerate(left) if isinstance(one, _SIGNS_IN) and one in left[:place]
            ]
            if not shrinker.consider(left) and again:
                shrinker.consider(_without_last(left, again))


def _without_last(actions: Sequence[Action], again: Sequence[Action]) -> list[Action]:
    """Who is signed in need not sign in a second time."""
    left = list(reversed(actions))
    for one in again:
        left.remove(one)
    return left[::-1]


def rename_people(shrinker: Shrinker) -> None:
    """The first person becomes Mika, the second Kenji, and so on; addresses follow."""
    people = [name for name in _names(shrinker.best) if re.fullmatch(r"[A-Z][a-z]+", name)]
    owners = [name for name in people if any(getattr(one, "person", "") == name for one in shrinker.best)]
    for person, usual in zip(owners, USUAL, strict=False):
        if usual not in owners:
            shrinker.consider_renamed(_renamed(action, person, usual) for action in shrinker.best)


def rename_phones(shrinker: Shrinker) -> None:
    """A phone is the iPhone, the iPad or the Android phone; the next of a kind is new, then second."""
    for old in dict.fromkeys(one.phone for one in shrinker.best if isinstance(one, GivePhone)):
        name = DeviceName.read(old)
        models = [f"{adjective}{name.family}" for adjective in ("", "new ", "second ") if name.family]
        for plain in (str(DeviceName(name.owner, model)) for model in models):
            if plain == old or _call(shrinker, old, plain):
                break


def rename_sites(shrinker: Shrinker) -> None:
    """A site has a name that anybody can read, unless the name is what matters."""
    fields = ((getattr(one, "site", ""), getattr(one, "account", "")) for one in shrinker.best)
    for old in dict.fromkeys(name for pair in fields for name in pair if name and "@" not in name):
        for plain in SITES:
            if plain == old or _call(shrinker, old, plain):
                break


def _call(shrinker: Shrinker, old: str, new: str) -> bool:
    """Give it that name if it is free and the story holds."""
    if new in _names(shrinker.best):
        return False
    return shrinker.consider_renamed(_called(action, old, new) for action in shrinker.best)


def _called(action: Action, old: str, new: str) -> Action:
    """The same under another name."""
    fields = {name: new for name in action.__struct_fields__ if getattr(action, name) == old}
    return msgspec.structs.replace(action, **fields)


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
    devices = map(DeviceName.read, names)
    return tuple(dict.fromkeys([*names, *(device.owner for device in devices if device.model)]))
