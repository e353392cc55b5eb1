"""What a client has to declare before anybody asks it for something.

>>> [may_be_asked(kind("P"), ["accounts"]) for kind in (backup.CheckBackup, accounts.LookAtAccounts)]
[False, True]
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from lostphone.stories.actions import accounts, backup, passkeys, passwords
from lostphone.stories.actions.base import Action

_NEEDS: Mapping[type[Action], str] = {
    **dict.fromkeys(
        (backup.TurnBackupOn, backup.TurnBackupOff, backup.RestoreFromBackup, backup.CheckBackup), "backup"
    ),
    **dict.fromkeys((passkeys.MakePasskey, passkeys.SignInWithPasskey), "passkeys"),
    **dict.fromkeys(passwords.WITH_THE_APP, "autofill"),
    **dict.fromkeys((accounts.AddMicrosoft, accounts.SignInRow), "microsoft-accounts"),
    **dict.fromkeys(
        (accounts.LookAtCode, accounts.SubmitCode, accounts.MistypeCode, accounts.NoteCode), "codes"
    ),
    **dict.fromkeys(
        (
            accounts.EnrolAtSite,
            accounts.RecoverAtSite,
            accounts.AddWorkAsThirdParty,
            accounts.RemoveFromPhone,
            accounts.LookAtAccounts,
        ),
        "accounts",
    ),
}


def may_be_asked(action: Action, can: Collection[str]) -> bool:
    """Whether a client with these capabilities has to know what to do; many actions ask no client."""
    need = _NEEDS.get(type(action))
    return need is None or need in can
