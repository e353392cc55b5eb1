"""The hooks by which Lostphone's commands hear from pytest what only pytest knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from lostphone.gherkin.own_steps import OwnSteps
    from lostphone.gherkin.pickles import Pickle
    from lostphone.stories.performance import PlayedStep
    from lostphone.stories.story import Story


@pytest.hookspec
def pytest_lostphone_own_steps(own: OwnSteps) -> None:
    """Called once the scenarios are collected, with the step definitions of the project they belong to."""


@pytest.hookspec
def pytest_lostphone_played(pickle: Pickle, played: list[PlayedStep], story: Story | None) -> None:
    """Called after each scenario, with what its steps did; there is no story if no step asked for one."""
