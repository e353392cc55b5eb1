"""The names of pytest-bdd that its documentation does not promise; only this file imports them.

Lostphone plays feature files on pytest-bdd's step definitions, so that a suite's own steps work. The
registry of these definitions has no public face. If a new version of pytest-bdd renames one of the names,
this file fails to import and says which.
"""

from __future__ import annotations

from importlib.metadata import version

import pytest

try:
    from pytest_bdd.compat import get_fixture_names, inject_fixture
    from pytest_bdd.feature import get_feature
    from pytest_bdd.parser import Scenario, ScenarioTemplate
    from pytest_bdd.scenario import (
        STEP_ARGUMENT_DATATABLE,
        STEP_ARGUMENT_DOCSTRING,
        STEP_ARGUMENTS_RESERVED_NAMES,
    )
    from pytest_bdd.steps import StepFunctionContext, StepNamePrefix, step_function_context_registry
except ImportError as error:
    raise ImportError(
        f"pytest-bdd {version('pytest-bdd')} lacks a name that Lostphone needs ({error}); "
        "install the version that Lostphone asks for, and mend "
        "lostphone/pytest_plugin/pytest_bdd_internals.py"
    ) from error

__all__ = [
    "STEP_ARGUMENTS_RESERVED_NAMES",
    "STEP_ARGUMENT_DATATABLE",
    "STEP_ARGUMENT_DOCSTRING",
    "STEP_FIXTURE_PREFIX",
    "Scenario",
    "ScenarioTemplate",
    "StepFunctionContext",
    "get_feature",
    "inject_fixture",
    "step_fixture_names",
    "step_function_context_registry",
]

#: The names of the fixtures that hold step definitions begin so.
STEP_FIXTURE_PREFIX: str = StepNamePrefix.step_def.value


def step_fixture_names(session: pytest.Session) -> list[str]:
    """The names of all fixtures that hold step definitions, in the order of their definition."""
    names = get_fixture_names(fixturemanager=session._fixturemanager)
    return [name for name in names if name.startswith(STEP_FIXTURE_PREFIX)]
