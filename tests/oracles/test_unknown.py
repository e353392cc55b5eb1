"""Where facts are silent, or a fault has made things uncertain, nobody is blamed."""

from __future__ import annotations

from pathlib import Path

import pytest
from histories import judged

from lostphone.clock import instant
from lostphone.history.actions.accounts import CreatePersonal, EnrolAtSite, OpenSite, SignInPersonal
from lostphone.history.actions.backup import EnableBackup, RestoreBackup
from lostphone.history.actions.phones import GivePhone, HoldAppVersion
from lostphone.history.recipe import Recipe, read_story

#: Histories that were once called wrong, and are not.
SOUND = sorted((Path(__file__).parent / "sound").glob("*.story"))
OLD, NEW, EMAIL = "Mika's Android phone", "Mika's new Android phone", "mika@outlook.com"


def test_an_app_held_at_a_version_without_backup_may_leave_it_as_it_was() -> None:
    history = (
        CreatePersonal(EMAIL, "Mika"),
        GivePhone(OLD, "Mika", "android"),
        SignInPersonal(OLD, EMAIL),
        EnableBackup(OLD, EMAIL),
        HoldAppVersion(OLD, "6.2.0"),
        OpenSite("GitHub"),
        EnrolAtSite(OLD, "GitHub"),
        GivePhone(NEW, "Mika", "android"),
        SignInPersonal(NEW, EMAIL),
        RestoreBackup(NEW, EMAIL),
    )
    assert judged(history, recipe=Recipe(start_ms=instant(2025, 3, 1))) == []


@pytest.mark.parametrize("file", SOUND, ids=lambda file: file.stem)
def test_nothing_is_said_of_a_history_that_is_sound(file: Path) -> None:
    story = read_story(file.read_bytes())
    assert judged(story.actions, recipe=story.recipe) == []
