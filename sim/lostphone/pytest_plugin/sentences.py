"""The shipped sentences for suites that bind their features with pytest-bdd's `scenarios()`.

Name it in a conftest, `pytest_plugins = ["lostphone.pytest_plugin.sentences"]`, and every sentence of
`lostphone_steps` is a step definition there, with the fixture `story`. Features that Lostphone collects
itself do not need it.
"""

from __future__ import annotations

import pytest

from lostphone.pytest_plugin.shipped import fixtures
from lostphone.pytest_plugin.story import offer_story


def pytest_configure(config: pytest.Config) -> None:
    offer_story(config)


# pytest finds fixtures among a plugin's attributes, as pytest-bdd's own decorators put them there.
globals().update(fixtures())
