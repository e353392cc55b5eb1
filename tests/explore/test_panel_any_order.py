"""Shrinking leaves actions out: whatever is left, the oracles may find nothing to say, but not fall over."""

from __future__ import annotations

import random

import pytest

from lostphone.client.reference import ReferenceClient
from lostphone.explore.exploration import exploration
from lostphone.explore.reproduce import reproduce
from lostphone.explore.run import run
from lostphone.stories.actions.accounts import CreatePersonal, SignInPersonal
from lostphone.stories.actions.backup import RestoreFromBackup, TurnBackupOn
from lostphone.stories.actions.faults import SpoilBackups
from lostphone.stories.actions.phones import GivePhone
from lostphone.stories.actions.time import WaitUntil
from lostphone.stories.recipe import Recipe


@pytest.mark.parametrize("seed", range(4))
def test_a_history_with_holes_is_judged_too(seed: int) -> None:
    explored = exploration(seed)
    actions = run(explored, ReferenceClient).actions
    for kept in (0.3, 0.6, 0.9):
        draw = random.Random(f"{seed} {kept}")
        holes = [action for action in actions if draw.random() < kept]
        assert reproduce(explored.recipe, holes, ReferenceClient) is None


def test_of_a_backup_spoiled_often_nobody_says_why_it_is_refused() -> None:
    phone, new, address = "Mika's Android phone", "Mika's new Android phone", "mika@outlook.com"
    history = (
        WaitUntil(1_767_225_600_000),
        CreatePersonal(address, "Mika"),
        GivePhone(phone, "Mika", "android"),
        SignInPersonal(phone, address),
        GivePhone(new, "Mika", "android"),
        TurnBackupOn(phone, address),
        SpoilBackups("Mika", "newer-format"),
        SpoilBackups("Mika", "newer-format"),
        SpoilBackups("Mika", "cut-short"),
        RestoreFromBackup(new, address),
    )
    assert reproduce(Recipe(), history, ReferenceClient) is None
