"""The hooks by which Lostphone's commands hear from pytest what only pytest knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from lostphone.gherkin.own_steps import OwnSteps


@pytest.hookspec
def pytest_lostphone_own_steps(own: OwnSteps) -> None:
    """Called once the scenarios are collected, with the step definitions of the project they belong to."""
