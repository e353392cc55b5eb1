"""What each step of a scenario did, for `lostphone tell` where steps of a project's own take part."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING

import pytest

from lostphone.pytest_plugin.failure import happened
from lostphone.pytest_plugin.item import ScenarioItem
from lostphone.stories.performance import PlayedStep

if TYPE_CHECKING:
    from lostphone.base.trace import Happening


class PlayedSteps:
    """A plugin that tells, after each scenario, how its steps ended; registered where a command asks."""

    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        if isinstance(item, ScenarioItem):
            item.trace_lengths = []

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        report = yield
        if isinstance(item, ScenarioItem) and (call.when == "call" or not report.passed):
            error = call.excinfo.value if call.excinfo is not None else None
            item.config.hook.pytest_lostphone_played(
                pickle=item.pickle, played=list(_played(item, error)), story=item.story
            )
        return report


def _played(item: ScenarioItem, error: BaseException | None) -> Iterator[PlayedStep]:
    """Where a step has no meaning, none is played; a step that skips the scenario has not failed."""
    steps, lengths = item.pickle.steps, item.trace_lengths or []
    last = min(item.passed_steps, len(steps) - 1)
    for number, step in enumerate(steps):
        begin = lengths[number - 1] if 0 < number <= len(lengths) else 0
        if number < len(lengths):
            yield PlayedStep(step, "passed", _trace(item)[begin : lengths[number]])
        elif error is None or number != last:
            yield PlayedStep(step, "not played")
        else:
            skipped = isinstance(error, pytest.skip.Exception)
            problem = str(error) if skipped else happened(error, item.pickle.language)
            since = _trace(item)[begin:] if number == len(lengths) else ()
            yield PlayedStep(step, "not played" if skipped else "failed", since, problem)


def _trace(item: ScenarioItem) -> tuple[Happening, ...]:
    begun = item.story is not None and item.story.begun
    return tuple(item.story.world.trace.happenings) if begun else ()
