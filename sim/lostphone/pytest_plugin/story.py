"""The fixture `story`: what the shipped sentences, and anybody's own steps, act on.

It is registered with the first feature collected, so that a run without features has no such fixture.
Stories are told under a frozen process clock, for clients that read it themselves. Freezing is started
with the first of several scenarios in a row and ended after the last, so that tests beside them keep
the real time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lostphone.frozen import FrozenClock

if TYPE_CHECKING:
    from lostphone.history.story import Story

_NAME = "lostphone-story"


class StoryFixture:
    """A plugin object that holds one fixture and the clock its stories are told under."""

    def __init__(self) -> None:
        self._clock = FrozenClock()

    @pytest.fixture
    def story(self, request: pytest.FixtureRequest) -> Story:
        """A story of its own for each scenario, on a fresh world, told in the scenario's language."""
        from lostphone.history.story import Story
        from lostphone.pytest_plugin.item import ScenarioItem

        item = request.node
        seed = request.config.getoption("lostphone_seed")
        if not isinstance(item, ScenarioItem):
            return Story(seed=seed)
        if not self._clock.running:
            self._clock.start(0)
        story = Story(seed=seed, lang=item.pickle.language, title=item.pickle.name, frozen=self._clock)
        item.story = story
        return story

    @pytest.hookimpl(trylast=True)
    def pytest_runtest_teardown(self, nextitem: pytest.Item | None) -> None:
        from lostphone.pytest_plugin.item import ScenarioItem

        if self._clock.running and not isinstance(nextitem, ScenarioItem):
            self._clock.stop()


def offer_story(config: pytest.Config) -> None:
    """Register the fixture, once a session."""
    if not config.pluginmanager.has_plugin(_NAME):
        config.pluginmanager.register(StoryFixture(), _NAME)
