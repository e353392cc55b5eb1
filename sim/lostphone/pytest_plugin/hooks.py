"""pytest-bdd's hooks, called only if somebody listens.

Reports and other plugins may follow a scenario through `pytest_bdd_before_step` and its kin, and expect
pytest-bdd's own objects. Making those costs another reading of the file, so it happens only if a hook is
implemented outside pytest-bdd or one of its reports was asked for.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from lostphone.gherkin.pickles import Pickle
from lostphone.pytest_plugin.pytest_bdd_internals import Scenario, ScenarioTemplate, get_feature

if TYPE_CHECKING:
    from lostphone.pytest_plugin.item import ScenarioItem
    from lostphone.pytest_plugin.play import StepPlayer

_HOOKS = (
    "pytest_bdd_before_scenario",
    "pytest_bdd_after_scenario",
    "pytest_bdd_before_step",
    "pytest_bdd_before_step_call",
    "pytest_bdd_after_step",
    "pytest_bdd_step_error",
    "pytest_bdd_step_func_lookup_error",
)


def hooks_if_wanted(config: pytest.Config) -> Hooks | None:
    """Hooks if a report or a plugin wants them, else None."""
    reports = config.getoption("cucumber_json_path", None) or config.getoption(
        "gherkin_terminal_reporter", None
    )
    listeners = (
        implementation
        for name in _HOOKS
        for implementation in getattr(config.hook, name).get_hookimpls()
        if getattr(implementation.plugin, "__name__", "") != "pytest_bdd.plugin"
    )
    return Hooks(config) if reports or any(True for _ in listeners) else None


class Hooks:
    """Plays a scenario the way pytest-bdd announces it."""

    def __init__(self, config: pytest.Config) -> None:
        self._hook = config.hook

    def play(self, item: ScenarioItem, player: StepPlayer) -> None:
        """As `StepPlayer.play`, with a call before and after everything."""
        __tracebackhide__ = True
        from lostphone.pytest_plugin.play import finish

        scenario = _scenario(item.path, item.pickle)
        about: dict[str, Any] = {"request": item.request, "feature": scenario.feature, "scenario": scenario}
        self._hook.pytest_bdd_before_scenario(**about)
        try:
            definitions = []
            for position, step in enumerate(scenario.steps):
                try:
                    definitions.append(player.definition(item, position))
                except Exception as error:
                    self._hook.pytest_bdd_step_func_lookup_error(**about, step=step, exception=error)
                    raise
            for position, definition in enumerate(definitions):
                self._step({**about, "step": scenario.steps[position]}, item, position, definition)
                item.step_passed()
            finish(item)
        finally:
            self._hook.pytest_bdd_after_scenario(**about)

    def _step(self, about: dict[str, Any], item: ScenarioItem, position: int, definition: Any) -> None:
        __tracebackhide__ = True
        from lostphone.pytest_plugin.play import arguments_of, call_step

        about |= {"step_func": definition.context.step_func}
        self._hook.pytest_bdd_before_step(**about)
        about["step_func_args"] = {}
        try:
            arguments = arguments_of(item, item.pickle.steps[position], definition)
            about["step_func_args"] = arguments
            self._hook.pytest_bdd_before_step_call(**about)
            call_step(item, definition, arguments)
        except (Exception, pytest.fail.Exception) as error:
            self._hook.pytest_bdd_step_error(**about, exception=error)
            raise
        self._hook.pytest_bdd_after_step(**about)


def _scenario(path: Path, pickle: Pickle) -> Scenario:
    template = _templates(path)[pickle.scenario_line]
    rows = [context for examples in template.examples for context in examples.as_contexts()]
    return template.render(rows[pickle.row - 1] if pickle.row else {})


@cache
def _templates(path: Path) -> dict[int, ScenarioTemplate]:
    feature = get_feature(str(path.parent), path.name)
    return {template.line_number: template for template in feature.scenarios.values()}
