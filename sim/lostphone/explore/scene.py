"""The scene: what whoever draws the next move knows of the world as it stands."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

from lostphone.base.clock import instant
from lostphone.client.port import Restored
from lostphone.explore.coverage import goal_of
from lostphone.explore.exploration import Exploration
from lostphone.stories.actions import accounts as act
from lostphone.stories.actions import backup, phones
from lostphone.stories.actions.base import Action
from lostphone.stories.actions.faults import BootPhone, CrashPhone
from lostphone.world.devices.device_name import DeviceName
from lostphone.world.devices.ios import IosDevice

if TYPE_CHECKING:
    from lostphone.stories.stage import Outcome
    from lostphone.world.devices.device import Device
    from lostphone.world.world import World

T = TypeVar("T")
#: From here on iPhones need no Microsoft account for a backup (A21).
OWN_BACKUP_MS = instant(2025, 9, 1)
_ADJECTIVES = ("", "new ", "second ", "old ", "work ")
_FAMILIES = {"ios": ("iPhone", "iPad"), "android": ("Android phone",)}


class Scene:
    """The world, the draw, and who has added what where: the lists themselves are only in the apps.

    `can` are the capabilities that the client declares; `reached` counts the coverage goals that came up.
    """

    def __init__(
        self, world: World, explored: Exploration, draw: random.Random, can: Sequence[str] = ()
    ) -> None:
        self.world = world
        self.explored = explored
        self.draw = draw
        self.can = frozenset(can)
        self.on_phone: dict[str, dict[str, None]] = {}
        self.reached: dict[str, int] = {}
        self.next_address = ""
        self.crashed: dict[str, None] = {}

    def reach(self, situation: str) -> None:
        """The situation has come up."""
        self.reached[situation] = self.reached.get(situation, 0) + 1

    def chance(self, percent: int) -> bool:
        return self.draw.randrange(100) < percent

    def one(self, things: Sequence[T]) -> T | None:
        """Any of them, or None when there is none."""
        return self.draw.choice(things) if things else None

    @property
    def person(self) -> str:
        return self.draw.choice(self.explored.people)

    def platform_of(self, person: str) -> str:
        """What that person buys, usually."""
        return self.explored.platforms[self.explored.people.index(person)]

    def phones(self, person: str = "", platform: str = "", usable: bool = True) -> list[Device]:
        """Phones, of that person and platform if given."""
        return [
            device
            for device in self.world.devices.values()
            if device.usable == usable
            and (not person or device.owner == person)
            and (not platform or device.platform == platform)
        ]

    def phone(self, platform: str = "") -> Device | None:
        """Any phone that can be used; mostly the newest of its owner, or one with something on it."""
        found = self.phones(platform=platform)
        if not found:
            return None
        if self.chance(30):
            return found[-1]
        full = [device for device in found if self.on_phone.get(device.id)]
        return self.draw.choice(full or found)

    def iphone(self) -> IosDevice | None:
        """As `phone`, of Apple's."""
        found = self.phone("ios")
        return found if isinstance(found, IosDevice) else None

    def account_on(self, phone: str) -> str | None:
        """An account that was added there or may have come back there."""
        return self.one(list(self.on_phone.get(phone, ())))

    def held_by(self, person: str) -> list[str]:
        """What that person has added on any phone."""
        return [
            account
            for phone, held in self.on_phone.items()
            if self.world.device(phone).owner == person
            for account in held
        ]

    def new_name(self, person: str, platform: str) -> str | None:
        """What the next phone of that person is called; None when every name is taken."""
        taken = {device.model for device in self.world.devices.values() if device.owner == person}
        for adjective in _ADJECTIVES:
            for family in _FAMILIES[platform]:
                model = f"{adjective}{family}"
                if model not in taken and (family != "iPad" or self.chance(25)):
                    return str(DeviceName(person, model))
        return None

    def addresses(self, person: str) -> list[str]:
        """The personal Microsoft accounts of that person."""
        found = self.world.personal.accounts.values()
        return [account.email for account in found if account.owner == person]

    def work_addresses(self, person: str) -> list[str]:
        """The work accounts of that person."""
        found = self.world.tenants.users.values()
        return [user.email for user in found if user.owner == person]

    def held_by_others(self, person: str) -> list[str]:
        """The personal Microsoft accounts of everybody else."""
        return [account.email for account in self.world.personal.accounts.values() if account.owner != person]

    def before_own_backup(self) -> bool:
        """Whether an iPhone's backup still hangs on a Microsoft account."""
        return self.world.now_ms < OWN_BACKUP_MS

    def hangs_on_account(self, phone: str) -> bool:
        """Whether a restore on that phone asks for a Microsoft account."""
        device = self.world.devices.get(phone)
        android = "Android" in phone if device is None else device.platform == "android"
        return android or self.before_own_backup()

    def heard(self, action: Action, outcome: Outcome) -> None:
        """Keep up with what an action did to the lists, and with the situations met."""
        found = goal_of(action, outcome.code)
        if found:
            self.reach(found)
        result = outcome.result
        if isinstance(result, Restored) and result.sign_in:
            self.reach("a restore asks to sign in")
        if not outcome.ok:
            return
        if isinstance(action, CrashPhone):
            self.crashed[action.phone] = None
        elif isinstance(action, BootPhone):
            self.crashed.pop(action.phone, None)
        if isinstance(action, act.EnrolAtSite):
            name = f"{action.site} ({action.login})" if action.login else action.site
            self.on_phone.setdefault(action.phone, {})[name] = None
        elif isinstance(action, act.AddMicrosoft | act.AddWorkAsThirdParty):
            self.on_phone.setdefault(action.phone, {})[action.email] = None
        elif isinstance(action, act.RemoveFromPhone):
            self.on_phone.get(action.phone, {}).pop(action.account, None)
        elif isinstance(action, phones.InstallApp | phones.ErasePhone | phones.SellPhone):
            self.on_phone.pop(action.phone, None)
        elif isinstance(
            action,
            backup.RestoreFromBackup | phones.RestorePhone | phones.QuickStart | phones.FinderRestore,
        ):
            self._came_back(action.phone)

    def _came_back(self, phone: str) -> None:
        self.on_phone[phone] = dict.fromkeys(self.held_by(self.world.device(phone).owner))
