"""Coverage goals: situations that an exploration is there for, counted, so that none goes missing unseen.

An oracle says what always holds; a coverage goal says what has to come up sometimes. A large sweep in which
one never did has found something: that it was not looking where it claims to look. So has one in which an
oracle could never once decide on a promise that it watches.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from lostphone.oracles.panel import ORACLES
from lostphone.oracles.verdict_counts import Judged, Tally
from lostphone.stories.actions import accounts, backup, passkeys, passwords, phones
from lostphone.stories.actions.base import Action

#: From so many runs on, a goal at zero is a finding of the sweep.
ENOUGH_RUNS = 2_000

#: Every coverage goal, with the kinds of fault and the capabilities that it needs ("" for none).
GOALS: Mapping[str, str] = {
    "a phone is lost and replaced": "",
    "the new phone is of the other kind": "",
    "two phones of one person": "",
    "a date boundary is crossed": "",
    "a computer backup is restored": "",
    "a second Apple Account": "",
    "a phone changes its Apple Account": "",
    "an account is removed": "",
    "a site is enrolled again": "",
    "a backup is switched on": "backup",
    "a backup is switched off": "backup",
    "a backup is restored": "backup",
    "a restore finds accounts in the app": "backup",
    "a restore finds no backup": "backup",
    "a restore is asked of the wrong account": "backup",
    "a restore asks to sign in": "backup",
    "a passkey is used": "passkeys",
    "a passkey is refused": "passkeys",
    "a password is filled in": "autofill",
    "passwords have ended": "autofill",
    "a code is used twice": "codes",
    "lost while the cloud did not answer": "services",
    "messages are held in flight": "services",
    "a phone is offline": "network",
    "a phone crashes": "crashes",
    "a clock is off": "clocks",
    "the iCloud storage is full": "quota",
    "a stored backup is spoiled": "spoiling",
    "a spoiled backup is refused": "spoiling and backup",
    "a phone is rooted": "rooting",
    "passcodes for the keychain are guessed": "passcodes",
}

_BY_ENDING: Mapping[tuple[type[Action], str], str] = {
    (accounts.RemoveFromPhone, "ok"): "an account is removed",
    (accounts.RecoverAtSite, "ok"): "a site is enrolled again",
    (accounts.SubmitCode, "replayed"): "a code is used twice",
    (backup.TurnBackupOn, "ok"): "a backup is switched on",
    (backup.TurnBackupOff, "ok"): "a backup is switched off",
    (backup.RestoreFromBackup, "ok"): "a backup is restored",
    (backup.RestoreFromBackup, "accounts-present"): "a restore finds accounts in the app",
    (backup.RestoreFromBackup, "no-backup"): "a restore finds no backup",
    (backup.RestoreFromBackup, "wrong-account"): "a restore is asked of the wrong account",
    (backup.RestoreFromBackup, "tampered"): "a spoiled backup is refused",
    (passkeys.SignInWithPasskey, "ok"): "a passkey is used",
    (passkeys.SignInWithPasskey, "not-found"): "a passkey is refused",
    (passwords.FillInPassword, "ok"): "a password is filled in",
    (passwords.OpenPasswords, "unavailable"): "passwords have ended",
    (phones.FinderRestore, "ok"): "a computer backup is restored",
}


def goal_of(action: Action, code: str) -> str:
    """The coverage goal that an action reaches by ending so; "" for none."""
    return _BY_ENDING.get((type(action), code), "")


def never(reached: Mapping[str, int], faults: Sequence[str], can: Sequence[str]) -> tuple[str, ...]:
    """The goals that these faults and such a client could have reached, and did not."""
    possible = ("", *faults, *can)
    return tuple(
        goal
        for goal, needs in GOALS.items()
        if all(need in possible for need in needs.split(" and ")) and not reached.get(goal)
    )


def never_judged(
    judged: Judged, faults: Sequence[str], can: Sequence[str], waived: Collection[str] = ()
) -> tuple[str, ...]:
    """What oracles watch, could have decided on with these faults and such a client, and never did.

    As `oracle: promise`, without the promises that are `waived` for the client.

    >>> never_judged({}, (), ("codes", "counter-codes"))[:2]
    ('codes: code.matches-site', 'codes: code.leading-zeros')
    """
    possible = (*faults, *can)
    return tuple(
        f"{oracle.id}: {rule}"
        for oracle in ORACLES
        for rule in oracle.rules
        if rule not in waived
        and all(need in possible for need in (*oracle.needs.get("*", ()), *oracle.needs.get(rule, ())))
        and not judged.get(oracle.id, {}).get(rule, Tally()).told
    )
