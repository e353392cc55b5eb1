"""The private names of pytest that the plugin uses, and nothing else uses them.

pytest has no public way to collect items that are no Python functions and still get fixtures. If a new
version of pytest renames one of these, this file fails to import and says which; `tests/plugin/
test_internals.py` says so for a name that is there and has changed its parameters.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

try:
    from _pytest._code.code import ReprFileLocation, TerminalRepr
    from _pytest._io import TerminalWriter
    from _pytest.fixtures import FixtureDef, FuncFixtureInfo, TopRequest, call_fixture_func
except ImportError as error:
    raise ImportError(
        f"pytest {pytest.__version__} lacks a private name that Lostphone needs ({error}); "
        "install the version that Lostphone asks for, and mend lostphone/pytest_plugin/pytest_internals.py"
    ) from error

__all__ = [
    "FuncFixtureInfo",
    "ReprFileLocation",
    "TerminalRepr",
    "TerminalWriter",
    "TopRequest",
    "absolute_path",
    "autouse_fixtures",
    "call_fixture_func",
    "fill_fixtures",
    "fixture_definitions",
    "new_request",
]


def autouse_fixtures(item: pytest.Item) -> FuncFixtureInfo:
    """The fixtures that an item gets though no function asks for them."""
    return item.session._fixturemanager.getfixtureinfo(node=item, func=None, cls=None)


def fixture_definitions(item: pytest.Item, name: str) -> Iterable[FixtureDef[Any]]:
    """The fixtures of that name that an item sees, the farthest first."""
    return item.session._fixturemanager.getfixturedefs(name, item) or ()


def new_request(item: pytest.Item) -> TopRequest:
    """A fixture request for an item that is no Python function."""
    return TopRequest(item, _ispytest=True)  # type: ignore[arg-type]


def fill_fixtures(request: TopRequest) -> None:
    """Set up the fixtures of the request's item."""
    request._fillfixtures()


def absolute_path(path: Path) -> Path:
    """The path from the root, with links left as they were typed."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolving links would rename what was typed
