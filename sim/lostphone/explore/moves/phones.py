"""Phones come: the first, a second, one by another way; and what is done with them by day and by night."""

from __future__ import annotations

from typing import Literal, cast

from lostphone.base.clock import DAY_MS
from lostphone.explore.moves.move import move
from lostphone.explore.scene import Scene
from lostphone.stories.actions import clouds, phones
from lostphone.stories.actions.accounts import AddMicrosoft, OpenAuthenticator
from lostphone.stories.actions.backup import CheckBackup
from lostphone.stories.actions.base import Action
from lostphone.stories.actions.time import Wait
from lostphone.world.people import apple_account_of

_ZONES = ("Asia/Tokyo", "America/New_York", "Pacific/Auckland")
_OLD = {"ios": ("15.8", "16.7", "17.5"), "android": ("9", "13", "14")}


def arrival(scene: Scene, person: str, name: str, platform: str, usual: bool = True) -> list[Action]:
    """A phone comes into the house, set up as people do; an iPhone is signed in to iCloud."""
    plain = usual or scene.chance(70)
    version = "" if plain else scene.draw.choice(_OLD[platform])
    bought = phones.GivePhone(name, person, cast(Literal["ios", "android"], platform), version)
    if platform == "android":
        return [bought]
    own = apple_account_of(person)
    known = [account.email for account in scene.world.icloud.accounts.values() if account.owner == person]
    email = own
    if not usual and scene.chance(10):
        email = f"{person.lower()}.two@icloud.com"
        scene.reach("a second Apple Account")
    made = [] if email in known else [clouds.CreateAppleAccount(email, person)]
    return [bought, *made, clouds.SignInToICloud(name, email)]


@move("phones", 2)
def another_phone(scene: Scene) -> list[Action] | None:
    """A further phone beside those that there are."""
    person = scene.person
    if len(scene.phones(person)) > 2:
        return None
    platform = scene.platform_of(person) if scene.chance(85) else scene.draw.choice(("ios", "android"))
    name = scene.new_name(person, platform)
    if name is None:
        return None
    if scene.phones(person, platform):
        scene.reach("two phones of one person")
    return arrival(scene, person, name, platform, usual=False)


@move("phones", 2)
def move_over(scene: Scene) -> list[Action] | None:
    """A new phone filled by one of the platforms' own ways."""
    old = scene.phone()
    if old is None:
        return None
    new = scene.new_name(old.owner, old.platform)
    if new is None:
        return None
    came = arrival(scene, old.owner, new, old.platform)
    if old.platform == "android":
        kind = scene.draw.choice((phones.GoogleRestore, phones.CableTransfer))
        return [*came, kind(new, old.id)]
    way = scene.draw.randrange(3)
    if way == 0:
        return [*came, phones.RestorePhone(new, old.id)]
    if way == 1:
        return [*came, phones.QuickStart(new, old.id)]
    scene.reach("a computer backup is restored")
    return [*came, phones.FinderBackup(old.id, scene.chance(60)), phones.FinderRestore(new, old.id)]


@move("phones", 2)
def a_night(scene: Scene) -> list[Action] | None:
    """Locked, on power and on Wi-Fi for a day, or not quite."""
    phone = scene.phone()
    if phone is None:
        return None
    lacks = scene.draw.choice(("", "", "on_wifi", "locked", "charging"))
    states: tuple[Literal["on_wifi", "locked", "charging"], ...] = ("on_wifi", "locked", "charging")
    evening = [phones.SetPhone(phone.id, state, state != lacks) for state in states]
    return [
        *evening, Wait(DAY_MS), phones.SetPhone(phone.id, "charging", False),
        phones.SetPhone(phone.id, "locked", False), phones.SetPhone(phone.id, "on_wifi", True),
    ]  # fmt: skip


@move("phones", 1)
def old_app(scene: Scene) -> list[Action] | None:
    """The app stays as old as it is, or older, or takes its update at last."""
    phone = scene.phone()
    if phone is None:
        return None
    if scene.chance(40):
        return [phones.UpdateApp(phone.id)]
    versions = ("6.8.32", "6.8.20", "6.10.0") if phone.platform == "ios" else ("6.2.0", "6.2501.1")
    held: list[Action] = [
        phones.HoldAppVersion(phone.id, scene.draw.choice(versions)),
        OpenAuthenticator(phone.id),
    ]
    if scene.chance(70):
        return [*held, CheckBackup(phone.id)]
    known = scene.addresses(phone.owner)
    if not known:
        return held
    return [*held, Wait(750 * DAY_MS), AddMicrosoft(phone.id, scene.draw.choice(known))]


@move("phones", 1)
def travel(scene: Scene) -> list[Action] | None:
    """Another time zone."""
    phone = scene.phone()
    return None if phone is None else [phones.SetTimeZone(phone.id, scene.draw.choice(_ZONES))]
