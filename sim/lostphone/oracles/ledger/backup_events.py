"""What the ledger hears of backups: switched on and off, written, restored, spoiled, held up on the way."""

from __future__ import annotations

from lostphone.oracles.judges.icloud_generation import perhaps_begun, surely_newer
from lostphone.oracles.ledger.expected_account import Backup, PhoneList
from lostphone.oracles.ledger.known_state import Known
from lostphone.stories.actions import backup, clouds, faults
from lostphone.stories.actions.base import Action
from lostphone.stories.stage import Outcome
from lostphone.world.devices.ios import IosDevice

#: Refusals that come before anything was sent.
_REFUSED_FOR_CERTAIN = (
    "no-such-phone",
    "signed-out",
    "not-personal",
    "backup-off",
    "already-exists",
    "unavailable",
)


class HearsOfBackups(Known):
    """Keeps what must be in each place."""

    def _changed(self, phone: str) -> None:
        """The list is another one now, and so should be its backup."""
        place = self.slots.kept_by(phone)
        if self.slots.moved(phone):
            self.slots.wander(phone)
        elif place is not None:
            self.slots.write(place, self._snapshot(phone) if self._reaches(phone, place[1]) else None)

    def _reaches(self, phone: str, email: str) -> bool:
        """Whether what changes on the phone is in its backup at once. A version held back may have none."""
        app = self.world.devices[phone].app
        if app is None or not app.auto_update or not self.policy(phone).holds("backup.first-version"):
            # To a clock that is slow enough there are no backups yet.
            return False
        account = self.world.personal.accounts.get(email)
        return (
            self.quiet() and account is not None and self.signed_in(phone, email) and self.gates_open(phone)
        )

    def _came_to_icloud(self, action: clouds.SignInToICloud, outcome: Outcome) -> None:  # noqa: ARG002
        self.slots.wander(action.phone)

    def _enabled(self, action: backup.TurnBackupOn, outcome: Outcome) -> None:
        place = self.slots.place(action.phone, action.recovery_account)
        if place is not None:
            self.slots.ever[place] = None
        if place is None:
            self.slots.lose_all()
        elif outcome.ok:
            self.slots.keep(action.phone, place, self._snapshot(action.phone) if self.quiet() else None)
        elif outcome.code not in _REFUSED_FOR_CERTAIN:
            self.slots.try_to_write(place)

    def _disabled(self, action: backup.TurnBackupOff, outcome: Outcome) -> None:
        place = self.slots.kept_by(action.phone)
        if place is None:
            return
        if outcome.ok:
            self.slots.delete(action.phone, place)
        elif outcome.code not in _REFUSED_FOR_CERTAIN:
            self.slots.doubt(place)

    def _restored(self, action: backup.RestoreFromBackup, outcome: Outcome) -> None:
        if not outcome.ok:
            if outcome.code in ("offline", "timed-out"):
                self.list_of(action.phone).lose_track()
                self._changed(action.phone)
            return
        device = self.world.devices[action.phone]
        restores = self.list_of(action.phone).restores + 1
        if perhaps_begun(device) and isinstance(device, IosDevice):
            # Something came beside what was there; or, near the day itself, instead of it.
            if surely_newer(device):
                self.list_of(action.phone).closed = False
            else:
                self.lists[action.phone] = PhoneList(closed=False, restores=restores)
            return
        place = self.slots.place(action.phone, action.recovery_account)
        if place is not None:
            self.slots.meet(action.phone, place)
        kept = self.slots.at(action.phone, action.recovery_account)
        if (
            isinstance(kept, Backup)
            and kept.rows is not None
            and not kept.spoiled
            and self._exact(action.phone)
        ):
            self.lists[action.phone] = restored = PhoneList(closed=True, restores=restores)
            for row in kept.rows:
                restored.put(self.after_restore(row))
        else:
            self.lists[action.phone] = unknown = PhoneList(closed=False, restores=restores)
            owner = self.slots.owner_of(action.recovery_account)
            unknown.strange = owner != device.owner
        elsewhere = self.slots.kept_by(action.phone)
        if elsewhere is not None and elsewhere != place:
            # It follows the list; whether at once, or when the app is next opened, is the app's affair.
            self.slots.write(elsewhere, None)

    def _checked(self, action: backup.CheckBackup, outcome: Outcome) -> None:
        """What the app itself calls backed up counts as that."""
        place = self.slots.kept_by(action.phone)
        state = outcome.result
        if (
            place is None
            or not outcome.ok
            or not state.on
            or state.warning
            or state.recovery_account != place[1]
        ):
            return
        if self._reaches(action.phone, place[1]) and not self.slots.once_shared(place):
            self.slots.write(place, self._snapshot(action.phone))

    def _spoiled(self, action: faults.SpoilBackups, outcome: Outcome) -> None:
        if outcome.ok:
            self.slots.spoil(action.person, action.how)

    def _mended(self, action: faults.MendBackups, outcome: Outcome) -> None:
        if outcome.ok:
            self.slots.mend(action.person)

    def _disturbed(self, action: Action, outcome: Outcome) -> None:  # noqa: ARG002
        """Something in flight may still arrive, or never."""
        self.slots.doubt_all()
