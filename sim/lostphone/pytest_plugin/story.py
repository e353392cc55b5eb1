"""The fixture `story`: what the shipped sentences, and anybody's own steps, act on.

`--client` says on whose authenticator. A scenario that needs what that client does not declare is skipped,
and the reason says so.

It is registered with the first feature collected, so that a run without features has no such fixture.
Stories are told under a frozen process clock, for clients that read it themselves. Freezing is started
with the first of several scenarios in a row and ended after the last, so that tests beside them keep
the real time.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from lostphone.base.frozen import FrozenClock

if TYPE_CHECKING:
    from lostphone.gherkin.pickles import Pickle
    from lostphone.pytest_plugin.client_under_test import ClientUnderTest
    from lostphone.stories.story import Story

_NAME = "lostphone-story"


class StoryFixture:
    """A plugin object that holds one fixture and the clock its stories are told under."""

    def __init__(self, guest: ClientUnderTest) -> None:
        self._clock = FrozenClock()
        self._guest = guest

    @pytest.fixture
    def story(self, request: pytest.FixtureRequest) -> Iterator[Story]:
        """A story of its own for each scenario, on a fresh world, told in the scenario's language."""
        from lostphone.pytest_plugin.item import ScenarioItem

        item = request.node
        told = isinstance(item, ScenarioItem)
        if told and not self._clock.running:
            self._clock.start(0)
        with self._story(request.config, item.pickle if told else None) as story:
            if told:
                item.story = story
            yield story

    def _story(self, config: pytest.Config, pickle: Pickle | None) -> Story:
        from lostphone.stories.story import Story

        seed = config.getoption("lostphone_seed")
        if pickle is None:
            return Story(seed=seed, client=self._guest.client)
        self._guest.require(pickle)
        return Story(
            seed=seed or pickle.seed,
            races=pickle.races,
            lang=pickle.language,
            client=self._guest.client,
            frozen=self._clock,
            title=pickle.name,
            scenario_id=pickle.id,
            rules=pickle.rules,
            client_spec=self._guest.spec,
        )

    @pytest.hookimpl(trylast=True)
    def pytest_runtest_teardown(self, nextitem: pytest.Item | None) -> None:
        from lostphone.pytest_plugin.item import ScenarioItem

        if self._clock.running and not isinstance(nextitem, ScenarioItem):
            self._clock.stop()

    def pytest_unconfigure(self) -> None:
        self._guest.leave()


def offer_story(config: pytest.Config) -> None:
    """Register the fixture, once a session."""
    from lostphone.pytest_plugin.client_under_test import ClientUnderTest

    if not config.pluginmanager.has_plugin(_NAME):
        guest = ClientUnderTest(config.getoption("lostphone_client"), config.getoption("lostphone_timeout"))
        config.pluginmanager.register(StoryFixture(guest), _NAME)
