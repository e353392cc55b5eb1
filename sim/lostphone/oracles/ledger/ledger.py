"""The ledger: what people did, and what therefore must be true of lists and backups.

It hears actions and how they ended, and never asks the client. What faults have made uncertain it marks as
unknown, and an oracle that rests on it says nothing then: unknown is not valid. A row is expected from the
moment the app says that it was added; a list is `closed` while nothing else can be on it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lostphone.oracles.ledger.list_events import HearsOfLists
from lostphone.stories.actions import accounts, backup, clouds, faults, passkeys, phones, work
from lostphone.stories.actions.base import Action
from lostphone.stories.stage import Outcome


class Ledger(HearsOfLists):
    """Hears of each action how it ended, and keeps what follows."""

    def hear(self, action: Action, outcome: Outcome) -> None:
        """Keep what follows from an action that has ended so."""
        keep = _KEEPERS.get(type(action))
        if keep is not None:
            keep(self, action, outcome)
        self._mark = len(self.world.trace)
        self.began_ms = self.world.now_ms


_KEEPERS: dict[type[Action], Callable[[Ledger, Any, Outcome], None]] = {
    **dict.fromkeys(phones.EMPTIES, Ledger._emptied),
    **dict.fromkeys(phones.COPIES, Ledger._copied),
    accounts.EnrolAtSite: Ledger._enrolled,
    accounts.RecoverAtSite: Ledger._enrolled,
    accounts.CreatePersonal: Ledger._created_personal,
    accounts.AddMicrosoft: Ledger._added_by_sign_in,
    accounts.AddWorkAsThirdParty: Ledger._added_like_a_site,
    accounts.RemoveFromPhone: Ledger._removed,
    accounts.LookAtAccounts: Ledger._listed,
    accounts.SignInRow: Ledger._signed_in_row,
    **dict.fromkeys(
        (work.ScanEnrolmentQr, work.RegisterAfterPass, work.PhoneSignIn),
        Ledger._added_somehow,
    ),
    **dict.fromkeys(
        (accounts.LookAtCode, accounts.SubmitCode, accounts.MistypeCode, accounts.NoteCode), Ledger._showed
    ),
    accounts.ReplaceSecurityInfo: Ledger._personal_changed,
    accounts.UseOldSecurityInfo: Ledger._personal_changed,
    work.RemoveRegistration: Ledger._personal_changed,
    passkeys.MakePasskey: Ledger._registered_passkey,
    faults.RootPhone: Ledger._rooted,
    clouds.SignInToICloud: Ledger._came_to_icloud,
    backup.TurnBackupOn: Ledger._enabled,
    backup.TurnBackupOff: Ledger._disabled,
    backup.RestoreFromBackup: Ledger._restored,
    backup.CheckBackup: Ledger._checked,
    faults.SpoilBackups: Ledger._spoiled,
    faults.MendBackups: Ledger._mended,
    **dict.fromkeys(
        (
            faults.ReleaseService,
            faults.SpeedService,
            faults.KeepMessages,
            faults.HoldService,
            faults.LoseMessages,
            faults.SlowService,
        ),
        Ledger._disturbed,
    ),
}
