"""What tests of adapters ask before they play: whether the program is here, in the version that is listed."""

import pytest

from lostphone.client.adapters import ADAPTERS, missing


def require(name: str) -> str:
    """The same name; the test is skipped when the program is not here."""
    if lacking := missing(name):
        pytest.skip(f"adapter:{name}: {lacking}")
    return name


def require_listed_version(name: str) -> None:
    """The list of expected failures is of one version; another may fail otherwise."""
    require(name)
    version = ADAPTERS[name].program().version()
    if version != ADAPTERS[name].version:
        pytest.skip(f"adapter:{name}: {version} is here, and the list is of {ADAPTERS[name].version}")
