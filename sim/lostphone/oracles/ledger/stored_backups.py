"""Where backups of the Microsoft account model lie, and what must be in each of them (A01 to A03, A10).

A place is one for each kind of phone and recovery account, and on iOS for each Apple Account too. Nothing
is in a place until a phone has switched its backup on there, or has come there from another Apple Account.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from lostphone.oracles.ledger.expected_account import Backup, Row
from lostphone.stories.spoiling import places
from lostphone.world.devices.ios import IosDevice

if TYPE_CHECKING:
    from lostphone.world.world import World

#: The kind of phone, the recovery account, and on iOS the Apple Account.
Place: TypeAlias = tuple[str, str, str]


class Slots:
    """All places, and which phone keeps which of them up to date."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._held: dict[Place, Backup] = {}
        self._keepers: dict[str, Place] = {}
        self._once_shared: dict[Place, None] = {}
        #: Places that a phone has written to or read from, and so may write to again without asking.
        self._known: dict[str, dict[Place, None]] = {}
        #: Whose keys the service mixes up: what is written meanwhile opens for nobody.
        self._mixed_up: dict[str, None] = {}
        #: Every place that a phone has tried to switch its backup on in, sooner or later.
        self.ever: dict[Place, None] = {}
        #: An account was not named once, and so any place may hold anything.
        self.lost = False

    def place(self, phone: str, recovery_account: str) -> Place | None:
        """Where a backup of that phone lies under that account."""
        device = self._world.devices.get(phone)
        if device is None or not recovery_account:
            return None
        apple = (device.apple_account or "") if isinstance(device, IosDevice) else ""
        return device.platform, recovery_account, apple

    def at(self, phone: str, recovery_account: str) -> Backup | None:
        """What lies there; None where nothing can be."""
        place = self.place(phone, recovery_account)
        if place is None or self.lost:
            return Backup(None)
        held = self._held.get(place)
        if held is None and any(self._now(keeper, kept) == place for keeper, kept in self._keepers.items()):
            return Backup(None)
        return held

    def in_icloud(self, apple_account: str) -> tuple[Row, ...]:
        """What iPhones are known to have backed up to that iCloud, under whatever Microsoft account."""
        return tuple(
            row
            for place, held in self._held.items()
            if place[0] == "ios" and place[2] == apple_account
            for row in held.rows or ()
        )

    def of_other_phones(self, phone: str, recovery_account: str) -> bool:
        """Whether the other kind of phone has a backup under that account."""
        place = self.place(phone, recovery_account)
        return place is not None and any(
            other[1] == recovery_account and other[0] != place[0] for other in self._held
        )

    def any_in_icloud(self, apple_account: str) -> bool:
        """Whether an iPhone has ever switched the older backup on in that iCloud."""
        return any(place[0] == "ios" and place[2] == apple_account for place in self._held)

    def half_right(self, phone: str, recovery_account: str) -> bool:
        """Whether an iPhone's backup lies in that iCloud, or under that account, and not both (A02)."""
        place = self.place(phone, recovery_account)
        return place is not None and any(
            other[0] == place[0] == "ios" and (other[1] == place[1]) != (other[2] == place[2])
            for other in self._held
        )

    def kept_by(self, phone: str) -> Place | None:
        return self._keepers.get(phone)

    def _now(self, phone: str, kept: Place) -> Place | None:
        """Where a phone would write now what it has kept there."""
        return self.place(phone, kept[1])

    def moved(self, phone: str) -> bool:
        """Whether the phone keeps a backup, and reaches another place by now."""
        kept = self._keepers.get(phone)
        return kept is not None and self._now(phone, kept) != kept

    def wander(self, phone: str) -> None:
        """The phone has come to another iCloud, and may write there what it keeps, or not."""
        kept = self._keepers.get(phone)
        now = None if kept is None else self._now(phone, kept)
        if now is not None:
            held = self._held.get(now)
            self._held[now] = Backup(None) if held is None else held.doubted()

    def shared(self, place: Place) -> bool:
        """Whether several phones write there: whose list is in it then is not known (Q06)."""
        return sum(kept == place for kept in self._keepers.values()) > 1

    def once_shared(self, place: Place) -> bool:
        """Whether several phones ever wrote there: what one of them says of it, it cannot know."""
        return place in self._once_shared

    def keep(self, phone: str, place: Place, rows: tuple[Row, ...] | None) -> None:
        """The phone has switched its backup on there."""
        self._keepers[phone] = place
        if self.shared(place):
            self._once_shared[place] = None
        self.meet(phone, place)
        self.write(place, rows)
        self._held[place].first = tuple(row.key for row in rows or ())

    def meet(self, phone: str, place: Place) -> None:
        self._known.setdefault(phone, {})[place] = None

    def knows(self, phone: str, recovery_account: str) -> bool:
        """Whether the phone has dealt with a backup of that account before, in whatever iCloud it lay."""
        return any(place[1] == recovery_account for place in self._known.get(phone, {}))

    def places_of(self, person: str) -> int:
        """How many places may hold something of that person's."""
        return len(self._of(person))

    def write(self, place: Place, rows: tuple[Row, ...] | None) -> None:
        """This is in it now; None when that is not known."""
        before = self._held.get(place)
        if before is not None and before.spoiled == "newer-format":
            # No app writes over what a newer one has written; what it writes once that is mended is its own.
            before.rows = None
            return
        # An app may write over what is otherwise spoiled, or leave it: until it is mended nobody can say.
        spoiled = before is not None and (bool(before.spoiled) or before.often)
        account = self._world.personal.accounts.get(place[1])
        mixed_up = account is not None and account.owner in self._mixed_up
        uncertain = spoiled or mixed_up or self.shared(place)
        self._held[place] = now = Backup(None if uncertain else rows, often=spoiled, locked=mixed_up)
        if before is not None:
            now.first, now.was = before.first, before.was

    def doubt(self, place: Place) -> None:
        """Word was sent that deletes it, and may have arrived: mended or not, there may be none."""
        self._held[place] = Backup(None, locked=True)

    def try_to_write(self, place: Place) -> None:
        """It may have gone through, or not; where there was nothing before, there may be nothing now."""
        held = self._held.get(place)
        self._held[place] = Backup(None, locked=True) if held is None else held.doubted()

    def owner_of(self, email: str) -> str:
        """Whose personal account that is; "" where nobody's is named."""
        account = self._world.personal.accounts.get(email)
        return "" if account is None else account.owner

    def delete(self, phone: str, place: Place) -> None:
        """The phone has switched its backup off, and there is none any more."""
        shared = self.shared(place)
        self._keepers.pop(phone, None)
        if shared:
            # The other phone may write there again, or not.
            self._held[place] = Backup(None, locked=True)
        else:
            self._held.pop(place, None)

    def forget_phone(self, phone: str) -> None:
        """A fresh app keeps no backup up to date, and leaves what is there as it is."""
        self._keepers.pop(phone, None)
        self._known.pop(phone, None)

    def spoil(self, person: str, how: str) -> None:
        # Only two change places; of three or more nobody here knows which.
        which = how == "exchanged" and len(list(places(self._world, person))) != 2
        for place, held in self._of(person):
            if which or held.spoiled or held.often or person in self._mixed_up:
                held.often = True
                self._held[place] = held.doubted()
            else:
                held.spoiled = how
        if how == "wrong-key":
            self._mixed_up[person] = None

    def mend(self, person: str) -> None:
        self._mixed_up.pop(person, None)
        for _, held in self._of(person):
            held.was = held.spoiled
            held.spoiled, held.often = "", held.locked

    def doubt_all(self) -> None:
        for place, held in self._held.items():
            self._held[place] = held.doubted()

    def lose_all(self) -> None:
        self.lost = True

    def _of(self, person: str) -> list[tuple[Place, Backup]]:
        accounts = self._world.personal.accounts
        return [
            (p, held) for p, held in self._held.items() if p[1] in accounts and accounts[p[1]].owner == person
        ]
