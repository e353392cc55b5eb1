"""A run of pytest in this process: what is asked of it, and what came of it.

What a run says depends on the features and the conftests beside them, and on nothing else: other plugins of
pytest that happen to be installed stay unloaded, options from the environment and from settings are set aside
(`settings`). Shipped scenarios run without conftests and settings too. Nothing is written anywhere.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TextIO, TypeAlias

from lostphone.cli.in_pytest import in_pytest
from lostphone.cli.selection import SelectedPath, joined, places
from lostphone.cli.settings import OVERRULED
from lostphone.cli.usage import UsageError

if TYPE_CHECKING:
    import pytest

Outcome: TypeAlias = Literal["passed", "failed", "skipped", "xfailed", "xpassed"]
OUTCOMES: tuple[Outcome, ...] = ("passed", "failed", "skipped", "xfailed", "xpassed")
_OWN_PLUGINS = ("pytest_bdd.plugin", "lostphone.pytest_plugin")


@dataclass(frozen=True)
class Request:
    """What to play. `hermetic`: shipped scenarios alone."""

    places: tuple[SelectedPath, ...]
    tags: str | None
    lang: str | None
    keyword: str | None
    workers: str | None
    junitxml: Path | None
    seed: int
    client: str = "reference"
    timeout_ms: int | None = None

    @classmethod
    def of(
        cls,
        paths: Sequence[str],
        tags: str | None,
        lang: str | None,
        keyword: str | None,
        workers: str | None,
        junitxml: Path | None,
        seed: int,
        client: str = "reference",
        timeout_ms: int | None = None,
    ) -> Request:
        """UsageError if a path or line leads nowhere, the tags do not parse, or there is no such client."""
        from lostphone.cli.client_options import check_client
        from lostphone.gherkin.tags import TagExpression, TagExpressionError

        if tags is not None:
            try:
                TagExpression(tags, lang or "en")
            except TagExpressionError as error:
                raise UsageError(f"--tags: {error}") from None
        check_client(client)
        return cls(
            tuple(joined(places(paths, lang))),
            tags,
            lang,
            keyword,
            workers,
            junitxml,
            seed,
            client,
            timeout_ms,
        )

    @property
    def hermetic(self) -> bool:
        return all(place.shipped for place in self.places)

    def arguments(self) -> list[str]:
        """The command line of pytest."""
        from lostphone.gherkin.shipped import features_root

        arguments = ["-p", "no:cacheprovider", "--continue-on-collection-errors", "--lostphone"]
        # Lostphone is imported already, and settings may be those of plugins that are left out; a suite that
        # turns warnings into errors must not stop at that.
        for warning in ("PytestAssertRewriteWarning", "PytestConfigWarning"):
            arguments += ["-W", f"ignore::pytest.{warning}"]
        if self.hermetic:
            arguments += ["-c", os.devnull, f"--rootdir={features_root().parent}", "--noconftest"]
        for name in (*_OWN_PLUGINS, *(("xdist.plugin",) if self.workers else ())):
            arguments += ["-p", name]
        arguments += [f"--override-ini={setting}" for setting in OVERRULED]
        for option, value in (
            ("--lostphone-tags", self.tags),
            ("--lostphone-lang", self.lang),
            ("-k", self.keyword),
            ("-n", self.workers),
            ("--junitxml", self.junitxml),
            ("--lostphone-seed", self.seed or None),
            ("--lostphone-client", self.client if self.client != "reference" else None),
            ("--lostphone-timeout", None if self.timeout_ms is None else f"{self.timeout_ms / 1000:g}"),
        ):
            if value is not None:
                # As one word: pytest takes a word that begins with @ for the name of a file of options.
                arguments.append(f"{option}={value}" if option.startswith("--") else f"{option}{value}")
        arguments += [f"--lostphone-lines={place}" for place in self.places if place.lines]
        return [*arguments, *dict.fromkeys(str(place.path) for place in self.places)]


@dataclass(frozen=True)
class PlayedScenario:
    id: str
    name: str
    language: str
    rules: tuple[str, ...]
    outcome: Outcome


@dataclass(frozen=True)
class Unread:
    """A file from which no scenario could be read, and why."""

    file: str
    message: str


@dataclass
class Played:
    """What came of a run. `problems` are texts to show in full."""

    scenarios: list[PlayedScenario] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    took_ms: int = 0

    def count(self, outcome: Outcome) -> int:
        return sum(scenario.outcome == outcome for scenario in self.scenarios)

    @property
    def passed(self) -> int:
        return self.count("passed")

    @property
    def failed(self) -> int:
        return self.count("failed")

    @property
    def fine(self) -> bool:
        """Nothing failed, and every file could be read."""
        return not self.failed and not self.unread

    def by_language(self) -> dict[str, int]:
        """How many scenarios were played in each language, in the order met."""
        counts: dict[str, int] = {}
        for scenario in self.scenarios:
            counts[scenario.language] = counts.get(scenario.language, 0) + 1
        return counts


def play(request: Request, *, progress: bool) -> Played:
    """Run pytest; UsageError if nothing was selected or pytest would not start."""
    import pytest

    listener = Listener(sys.stderr if progress and sys.stderr.isatty() else None)
    started = time.perf_counter()
    ended = in_pytest(request.arguments(), listener)
    played = listener.finish()
    played.took_ms = round((time.perf_counter() - started) * 1000)
    if ended == pytest.ExitCode.INTERRUPTED and not played.problems:
        raise KeyboardInterrupt
    if not played.scenarios and not played.unread:
        from lostphone.cli.selection import nothing_selected

        raise UsageError(nothing_selected(request.places, request.tags, request.lang, request.keyword))
    return played


def _outcome(report: pytest.TestReport) -> Outcome:
    """pytest says "skipped" and "passed" of what was expected to fail, and adds that it was."""
    if hasattr(report, "wasxfail") and not report.failed:
        return "xpassed" if report.passed else "xfailed"
    return report.outcome


class Listener:
    """A pytest plugin that keeps outcomes and draws progress on a terminal."""

    def __init__(self, terminal: TextIO | None) -> None:
        self.played = Played()
        self._terminal = terminal
        self._expected = 0
        self._failures = 0
        self._by_place: dict[tuple[str, int | None, str], PlayedScenario] = {}
        self._unread: dict[str, Unread] = {}
        self._root = Path()

    def pytest_sessionstart(self, session: pytest.Session) -> None:
        self._root = session.config.rootpath

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        self._expected = len(session.items)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """A file that cannot be read is counted as a file: the number of its scenarios is not known."""
        if report.failed:
            self._unread[report.nodeid] = Unread(self._as_typed(report.nodeid), report.longreprtext)

    def _as_typed(self, node_id: str) -> str:
        """The file's path as one would type it here; node ids are relative to pytest's root."""
        path = Path(os.path.normpath(self._root / node_id))
        here = Path.cwd()
        return str(path.relative_to(here) if path.is_relative_to(here) else path)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when == "call" or not report.passed:
            about: dict[str, Any] = dict(report.user_properties)
            if "scenario_id" in about:
                self._scenario(report, about)
        if report.when == "teardown":
            self._draw()

    def _scenario(self, report: pytest.TestReport, about: dict[str, Any]) -> None:
        if report.failed:
            self._failures += 1
            self.played.problems.append(report.longreprtext)
        # A teardown that fails overrules the call that passed.
        self._by_place[report.location] = PlayedScenario(
            id=about["scenario_id"],
            name=about["scenario_name"],
            language=about["language"],
            rules=tuple(str(value) for name, value in report.user_properties if name == "rule"),
            outcome=_outcome(report),
        )

    def finish(self) -> Played:
        """What was played, in the order of files and lines however many processes played it."""
        self._clear()
        by_place = sorted(self._by_place.items(), key=lambda entry: (entry[0][0], entry[0][1] or 0))
        self.played.scenarios += [scenario for _, scenario in by_place]
        # Every process of several reads every file.
        self.played.unread += [self._unread[name] for name in sorted(self._unread)]
        self.played.problems[:0] = [unread.message for unread in self.played.unread]
        return self.played

    def _draw(self) -> None:
        if self._terminal is not None:
            done = len(self._by_place)
            of = f"/{self._expected}" if self._expected else ""
            failed = f", {self._failures} failed" if self._failures else ""
            self._terminal.write(f"\r{done}{of} played{failed}")
            self._terminal.flush()

    def _clear(self) -> None:
        if self._terminal is not None:
            self._terminal.write("\r\x1b[K")
            self._terminal.flush()
