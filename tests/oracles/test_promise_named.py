"""The promise that is named is the one that is broken, whatever else happened on the way."""

from __future__ import annotations

import pytest
from histories import judged

from lostphone.base.clock import SECOND_MS, instant
from lostphone.client.mutants import find_mutant
from lostphone.stories.actions import Action
from lostphone.stories.actions.accounts import (
    AddMicrosoft,
    CreatePersonal,
    EnrolAtSite,
    OpenAuthenticator,
    OpenSite,
    RemoveFromPhone,
    SignInPersonal,
)
from lostphone.stories.actions.backup import RestoreFromBackup, TurnBackupOn
from lostphone.stories.actions.faults import RootPhone
from lostphone.stories.actions.phones import GivePhone, InstallApp
from lostphone.stories.actions.work import AddWorker, CreateTenant
from lostphone.stories.recipe import Recipe

PHONE, MIKA, OTHER = "Mika's Android phone", "mika@outlook.com", "mika.other@outlook.com"
TWO = (
    GivePhone(PHONE, "Mika", "android"),
    OpenSite("GitHub"),
    OpenSite("Amazon"),
    EnrolAtSite(PHONE, "GitHub"),
    EnrolAtSite(PHONE, "Amazon"),
)
ASKED = (GivePhone(PHONE, "Mika", "android"), CreatePersonal(MIKA, "Mika"), SignInPersonal(PHONE, MIKA))
LATE = 2**31 * SECOND_MS + 16 * SECOND_MS
CASES: dict[str, tuple[str, int, tuple[Action, ...], str]] = {
    "a name is taken for another on a rooted phone": (
        "label-identity",
        instant(2026, 5, 1),
        (*TWO, RootPhone(PHONE)),
        "name.issuer-distinguishes",
    ),
    "a name is taken for another, which is removed": (
        "label-identity",
        instant(2026, 5, 1),
        (*TWO, RemoveFromPhone(PHONE, "Amazon")),
        "name.issuer-distinguishes",
    ),
    "everything is wiped, names or not": (
        "rooted-wipes-all",
        instant(2026, 5, 1),
        (
            *TWO,
            CreateTenant("Contoso", "contoso.com"),
            AddWorker("mika@contoso.com", "Mika", "Contoso"),
            AddMicrosoft(PHONE, "mika@contoso.com"),
            RootPhone(PHONE),
            OpenAuthenticator(PHONE),
        ),
        "root.only-work",
    ),
    "the next step's code after 2038": (
        "nearest-step",
        LATE,
        (GivePhone(PHONE, "Mika", "android"), OpenSite("GitHub"), EnrolAtSite(PHONE, "GitHub")),
        "code.matches-site",
    ),
    "another account than the backup's": (
        "wrong-account-vague",
        instant(2025, 3, 1),
        (*ASKED, TurnBackupOn(PHONE, MIKA), CreatePersonal(OTHER, "Mika"), RestoreFromBackup(PHONE, OTHER)),
        "backup.wrong-recovery-account",
    ),
    "another list than the one backed up, which had a name in kana": (
        "android-by-itself",
        instant(2025, 1, 1),
        (
            *ASKED,
            AddMicrosoft(PHONE, MIKA),
            OpenSite("みずほ銀行"),
            EnrolAtSite(PHONE, "みずほ銀行"),
            TurnBackupOn(PHONE, MIKA),
            InstallApp(PHONE),
            OpenSite("GitHub"),
            EnrolAtSite(PHONE, "GitHub"),
            SignInPersonal(PHONE, MIKA),
            OpenAuthenticator(PHONE),
            InstallApp(PHONE),
            RestoreFromBackup(PHONE, MIKA),
        ),
        "backup.complete",
    ),
    "no backup anywhere": (
        "wrong-account-vague",
        instant(2025, 3, 1),
        (*ASKED, RestoreFromBackup(PHONE, MIKA)),
        "",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_the_promise_named_is_the_one_broken(case: str) -> None:
    client, start_ms, history, rule = CASES[case]
    found = judged(history, find_mutant(client).client, Recipe(start_ms=start_ms))
    assert [one.rule for one in found][:1] == ([rule] if rule else [])
