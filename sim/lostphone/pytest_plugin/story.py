"""The fixture `story`: what the shipped sentences, and anybody's own steps, act on.

It is registered with the first feature collected, so that a run without features has no such fixture.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from lostphone.history.story import Story

_NAME = "lostphone-story"


class StoryFixture:
    """A plugin object that holds one fixture."""

    @pytest.fixture
    def story(self, request: pytest.FixtureRequest) -> Story:
        """A story of its own for each scenario, on a fresh world, told in the scenario's language."""
        from lostphone.history.story import Story
        from lostphone.pytest_plugin.item import ScenarioItem

        item = request.node
        seed = request.config.getoption("lostphone_seed")
        if not isinstance(item, ScenarioItem):
            return Story(seed=seed)
        item.story = Story(seed=seed, lang=item.pickle.language, title=item.pickle.name)
        story: Story = item.story
        return story


def offer_story(config: pytest.Config) -> None:
    """Register the fixture, once a session."""
    if not config.pluginmanager.has_plugin(_NAME):
        config.pluginmanager.register(StoryFixture(), _NAME)
