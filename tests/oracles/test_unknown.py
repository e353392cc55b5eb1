"""Where facts are silent, or a fault has made things uncertain, nobody is blamed."""

from __future__ import annotations

from pathlib import Path

import pytest
from histories import judged

from lostphone.base.clock import instant
from lostphone.stories.actions.accounts import (
    AddMicrosoft,
    CreatePersonal,
    EnrolAtSite,
    LookAtAccounts,
    OpenAuthenticator,
    OpenSite,
    SignInPersonal,
)
from lostphone.stories.actions.backup import RestoreFromBackup, TurnBackupOn
from lostphone.stories.actions.clouds import CreateAppleAccount, SignInToICloud, SignOutOfICloud
from lostphone.stories.actions.faults import RootPhone
from lostphone.stories.actions.phones import GivePhone, HoldAppVersion
from lostphone.stories.actions.time import Wait, WaitUntil
from lostphone.stories.actions.work import AddWorker, CreateTenant
from lostphone.stories.recipe import Recipe, read_story

#: Histories that were once called wrong, and are not.
SOUND = sorted((Path(__file__).parent / "sound").glob("*.story"))
OLD, NEW, EMAIL = "Mika's Android phone", "Mika's new Android phone", "mika@outlook.com"


def test_an_app_held_at_a_version_without_backup_may_leave_it_as_it_was() -> None:
    history = (
        CreatePersonal(EMAIL, "Mika"),
        GivePhone(OLD, "Mika", "android"),
        SignInPersonal(OLD, EMAIL),
        TurnBackupOn(OLD, EMAIL),
        HoldAppVersion(OLD, "6.2.0"),
        OpenSite("GitHub"),
        EnrolAtSite(OLD, "GitHub"),
        GivePhone(NEW, "Mika", "android"),
        SignInPersonal(NEW, EMAIL),
        RestoreFromBackup(NEW, EMAIL),
    )
    assert judged(history, recipe=Recipe(start_ms=instant(2025, 3, 1))) == []


@pytest.mark.parametrize("file", SOUND, ids=lambda file: file.stem)
def test_nothing_is_said_of_a_history_that_is_sound(file: Path) -> None:
    story = read_story(file.read_bytes())
    assert judged(story.actions, recipe=story.recipe) == []


IPHONE, IPAD, WORK, DAY_MS = "Mika's iPhone", "Mika's iPad", "mika@contoso.com", 86_400_000
HIRED = (CreateTenant("Contoso", "contoso.com"), AddWorker(WORK, "Mika", "Contoso"))


def test_an_app_that_nobody_has_opened_since_its_update_came_out_saves_nothing() -> None:
    history = (
        GivePhone(IPHONE, "Mika", "ios"),
        CreateAppleAccount("mika@icloud.com", "Mika"),
        SignInToICloud(IPHONE, "mika@icloud.com"),
        Wait(DAY_MS),
        *HIRED,
        AddMicrosoft(IPHONE, WORK),
        GivePhone(IPAD, "Mika", "ios"),
        SignInToICloud(IPAD, "mika@icloud.com"),
        LookAtAccounts(IPAD),
    )
    assert judged(history, recipe=Recipe(start_ms=instant(2025, 8, 31))) == []


def test_a_work_account_added_on_a_rooted_phone_may_be_gone_at_any_look() -> None:
    history = (
        GivePhone(OLD, "Mika", "android"),
        RootPhone(OLD),
        *HIRED,
        AddMicrosoft(OLD, WORK),
        WaitUntil(instant(2026, 5, 1)),
        OpenAuthenticator(OLD),
    )
    assert judged(history, recipe=Recipe(start_ms=instant(2026, 1, 1))) == []


def test_a_phone_that_changes_its_icloud_knows_the_recovery_account_already() -> None:
    history = (
        CreatePersonal(EMAIL, "Mika"),
        CreateAppleAccount("mika.two@icloud.com", "Mika"),
        GivePhone(IPHONE, "Mika", "ios"),
        SignInToICloud(IPHONE, "mika.two@icloud.com"),
        SignInPersonal(IPHONE, EMAIL),
        TurnBackupOn(IPHONE, EMAIL),
        CreateAppleAccount("mika@icloud.com", "Mika"),
        GivePhone(IPAD, "Mika", "ios"),
        SignInToICloud(IPAD, "mika@icloud.com"),
        SignInPersonal(IPAD, EMAIL),
        TurnBackupOn(IPAD, EMAIL),
        SignOutOfICloud(IPAD),
        SignInToICloud(IPAD, "mika.two@icloud.com"),
        TurnBackupOn(IPAD, EMAIL),
    )
    assert judged(history, recipe=Recipe(start_ms=instant(2025, 1, 1))) == []


def test_a_restore_from_work_onto_a_list_that_nobody_knows_may_stop_at_its_accounts() -> None:
    """Why it is refused, the list or the account, depends on what is on the list."""
    history = (
        GivePhone(OLD, "Mika", "android"),
        *HIRED,
        RootPhone(OLD),
        AddMicrosoft(OLD, WORK),
        RestoreFromBackup(OLD, WORK),
    )
    assert judged(history, recipe=Recipe(start_ms=instant(2026, 1, 1))) == []
