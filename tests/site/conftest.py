"""What the tests of the site share: things that take a while to make."""

import pytest

from lostphone.site.live.answers import Stretch, every_answer


@pytest.fixture(scope="session")
def answers() -> dict[str, list[Stretch]]:
    return every_answer()
