"""A feature file in pytest's tree: its scenarios are items, its traps are collection errors."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

import pytest

from lostphone.gherkin.lines import NoSuchLine
from lostphone.gherkin.pickles import Feature, read_feature
from lostphone.gherkin.problems import FeatureError
from lostphone.pytest_plugin.node_names import node_names
from lostphone.pytest_plugin.pytest_internals import FuncFixtureInfo, autouse_fixtures
from lostphone.pytest_plugin.tag_markers import Marks


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
        try:
            chosen = {id(pickle) for pickle in self.config.stash[SELECTION].chosen(self.path, self.feature)}
        except NoSuchLine as error:
            raise self.CollectError(f"{self.shown_path}: {error}") from None
        # A scenario is called the same whichever others are chosen.
        for name, pickle in zip(node_names(self.feature.pickles), self.feature.pickles, strict=True):
            if id(pickle) in chosen:
                # As a string: pytest reads it as it will read it from its cache, and finds the item again.
                node_id = f"{self.nodeid}::{name}"
                yield ScenarioItem.from_parent(self, name=name, nodeid=node_id, pickle=pickle)

    @cached_property
    def marks(self) -> Marks:
        return Marks(self.config)

    @cached_property
    def shown_path(self) -> str:
        """The path as one would type it: relative to where pytest was started, if it lies below."""
        here = self.config.invocation_params.dir
        return str(self.path.relative_to(here) if self.path.is_relative_to(here) else self.path)

    def fixture_info(self, item: pytest.Item) -> FuncFixtureInfo:
        """Autouse fixtures, worked out once: items of one file see the same."""
        if self._fixture_info is None:
            self._fixture_info = autouse_fixtures(item)
        return self._fixture_info
