"""A feature file in pytest's tree: its scenarios are items, its traps are collection errors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

import pytest
from _pytest.fixtures import FuncFixtureInfo

from lostphone.gherkin.pickles import Feature, Pickle, read_feature
from lostphone.gherkin.problems import FeatureError
from lostphone.pytest_plugin.marks import Marks


class FeatureFile(pytest.File):
    """Reads and compiles its file once; items hold nothing but their pickle."""

    feature: Feature
    _fixture_info: FuncFixtureInfo | None = None

    def collect(self) -> Iterator[pytest.Item]:
        from lostphone.pytest_plugin import SELECTION
        from lostphone.pytest_plugin.item import ScenarioItem
        from lostphone.pytest_plugin.story import offer_story

        try:
            self.feature = read_feature(self.path, self.shown_path)
        except FeatureError as error:
            raise self.CollectError(str(error)) from None
        offer_story(self.config)
        selection = self.config.stash[SELECTION]
        ends = self._last_lines()
        chosen = [
            pickle
            for pickle in self.feature.pickles
            if selection.chooses(self.path, pickle, ends[pickle.scenario_line])
        ]
        if not chosen:
            lines = ", ".join(str(line) for line in selection.lines[self.path])
            starts = ", ".join(str(line) for line in ends)
            raise self.CollectError(
                f"{self.shown_path}: no scenario stands on line {lines}; scenarios begin on lines {starts}"
            )
        for pickle in chosen:
            yield ScenarioItem.from_parent(self, name=_node_name(pickle), pickle=pickle)

    @cached_property
    def marks(self) -> Marks:
        return Marks(self.config)

    @cached_property
    def shown_path(self) -> str:
        """The path as one would type it: relative to where pytest was started, if it lies below."""
        here = self.config.invocation_params.dir
        return str(self.path.relative_to(here) if self.path.is_relative_to(here) else self.path)

    def _last_lines(self) -> dict[int, int]:
        """The line on which a scenario's steps end, by the line on which it begins."""
        return {
            pickle.scenario_line: max(
                (step.line for step in pickle.steps if not step.background), default=pickle.scenario_line
            )
            for pickle in self.feature.pickles
        }

    def fixture_info(self, item: pytest.Item) -> FuncFixtureInfo:
        """Autouse fixtures, worked out once: items of one file see the same."""
        if self._fixture_info is None:
            manager = self.session._fixturemanager
            self._fixture_info = manager.getfixtureinfo(node=item, func=None, cls=None)
        return self._fixture_info


def _node_name(pickle: Pickle) -> str:
    """The scenario's name, a row in brackets as pytest writes parameters.

    `::` separates parts of a node id and would end it early.
    """
    return re.sub(r" (\[[^\[]*\])$", r"\1", pickle.name.replace("::", ":"))
