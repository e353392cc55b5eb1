"""Real programs: each test says which it needs, and is skipped with the reason where it is not here."""

import pytest
from real_programs import require

from lostphone.client.adapters import ADAPTERS
from lostphone.client.adapters.faketime import missing_faketime


@pytest.fixture(params=list(ADAPTERS))
def installed(request: pytest.FixtureRequest) -> str:
    """The name of an adapter whose program is here."""
    return require(request.param)


@pytest.fixture
def faketime() -> None:
    """A clock that can be faked."""
    if lacking := missing_faketime():
        pytest.skip(lacking)
