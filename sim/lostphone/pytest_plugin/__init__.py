"""Feature files as tests: one pytest item per pickle, on pytest-bdd's steps and fixtures.

pytest-bdd binds features from Python and loses scenarios silently on the way; here pytest collects the
`.feature` file itself. Any `@given`, `@when`, `@then` of a conftest or plugin works, and so do the
sentences of `lostphone_steps` with the fixture `story`.

Being installed changes nobody's run: feature files are collected only where that was asked for (see
`selection`), since a suite that already binds its own with `scenarios()` would play them twice.
Everything heavy is imported when the first feature is.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from lostphone.pytest_plugin.collect import FeatureFile
    from lostphone.pytest_plugin.selection import Selection

_TAGS: dict[str, Any] = {
    "dest": "lostphone_tags",
    "metavar": "EXPRESSION",
    "help": "play only scenarios whose tags fit: --tags='@ios and not @slow', or --tags 'ios and not slow'",
}
_CLIENT: dict[str, Any] = {
    "dest": "lostphone_client",
    "metavar": "CLIENT",
    "help": "tell the stories on this client: cmd:PROGRAM, py:MODULE:CLASS, tcp:HOST:PORT, reference",
}
SELECTION: pytest.StashKey[Selection] = pytest.StashKey()


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("lostphone", "Lostphone (feature files)")
    group.addoption(
        "--lostphone",
        action="store_true",
        help="collect every .feature file below the paths given",
    )
    group.addoption("--lostphone-tags", **_TAGS)
    group.addoption("--lostphone-client", default="reference", **_CLIENT)
    group.addoption(
        "--lostphone-timeout",
        type=float,
        metavar="SECONDS",
        help="how long that client may take to start, and for each answer",
    )
    group.addoption(
        "--lostphone-messages",
        metavar="FILE",
        help="write what was played as Cucumber Messages (NDJSON)",
    )
    group.addoption(
        "--lostphone-seed",
        type=int,
        default=0,
        metavar="N",
        help="the seed of every story (default 0)",
    )
    group.addoption(
        "--lostphone-lang",
        metavar="LANGUAGE",
        help="play only scenarios written in this Gherkin language",
    )
    # Nobody types this one: a path with a line is no path to pytest when it looks for its settings.
    group.addoption("--lostphone-lines", action="append", default=[], help=argparse.SUPPRESS)
    parser.addini(
        "lostphone_features",
        type="linelist",
        default=[],
        help="feature files to collect in every run: patterns as in .gitignore, relative to the root folder",
    )


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests(parser: pytest.Parser) -> Iterator[None]:
    """Add the short names `--tags` and `--client`, unless a plugin or conftest has taken them.

    pytest reads the command line for good only after this hook.
    """
    result = yield
    groups = (parser._anonymous, *parser._groups)
    for name, about in (("--tags", _TAGS), ("--client", _CLIENT)):
        if not any(name in option.names() for group in groups for option in group.options):
            parser.getgroup("lostphone").addoption(name, **about)
    return result


def pytest_addhooks(pluginmanager: pytest.PytestPluginManager) -> None:
    from lostphone.pytest_plugin import own_hooks

    pluginmanager.add_hookspecs(own_hooks)


def pytest_collection_finish(session: pytest.Session) -> None:
    hook = session.config.hook.pytest_lostphone_own_steps
    if hook.get_hookimpls():
        from lostphone.pytest_plugin.own_steps import known_steps

        hook(own=known_steps(session))


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    from lostphone.pytest_plugin.selection import Selection

    config.stash[SELECTION] = Selection.of(config)
    if config.option.lostphone_messages:
        from lostphone.pytest_plugin.messages import MessagesReport

        config.pluginmanager.register(MessagesReport(config), "lostphone-messages")
    if config.hook.pytest_lostphone_played.get_hookimpls():
        from lostphone.pytest_plugin.played_steps import PlayedSteps

        config.pluginmanager.register(PlayedSteps(), "lostphone-played")


@pytest.hookimpl(tryfirst=True)
def pytest_collection(session: pytest.Session) -> None:
    """Before anything is collected, and once however many processes collect."""
    if not hasattr(session.config, "workerinput"):
        session.config.stash[SELECTION].patterns.check(session.config)


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> FeatureFile | None:
    if file_path.suffix != ".feature" or not parent.config.stash[SELECTION].wants(file_path):
        return None
    from lostphone.pytest_plugin.collect import FeatureFile

    return FeatureFile.from_parent(parent, path=file_path)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    config.stash[SELECTION].apply(config, items)


@pytest.fixture
def lostphone_client_check() -> Callable[..., Any]:
    """`lostphone.testing.check_client`: plays requirement sets on a client; fails if it does not conform."""
    from lostphone.testing import check_client

    return check_client
