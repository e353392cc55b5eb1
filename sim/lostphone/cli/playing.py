"""A run of pytest in this process: what is asked of it, and what came of it.

Shipped scenarios run hermetically: no settings and no plugins of the folder one happens to be in.
Somebody's own features run with their settings, conftests and plugins. Nothing is written anywhere.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TextIO, TypeAlias

from lostphone.cli.asked import Place, joined, places
from lostphone.cli.usage import UsageError

if TYPE_CHECKING:
    import pytest

Outcome: TypeAlias = Literal["passed", "failed", "skipped"]
_OWN_PLUGINS = ("pytest_bdd.plugin", "lostphone.pytest_plugin")
_NO_AUTOLOAD = "PYTEST_DISABLE_PLUGIN_AUTOLOAD"


@dataclass(frozen=True)
class Request:
    """What to play. `hermetic`: shipped scenarios alone."""

    places: tuple[Place, ...]
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
        """UsageError if a path leads nowhere, the tags do not parse, or there is no such client."""
        from lostphone.cli.guest import check_client
        from lostphone.gherkin.tags import TagExpression, TagExpressionError

        if tags is not None:
            try:
                TagExpression(tags)
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
        # Lostphone is imported already; a suite that turns warnings into errors must not stop at that.
        arguments += ["-W", "ignore::pytest.PytestAssertRewriteWarning"]
        if self.hermetic:
            arguments += ["-c", os.devnull, f"--rootdir={features_root().parent}"]
        if self.hermetic or os.environ.get(_NO_AUTOLOAD):
            for name in (*_OWN_PLUGINS, *(("xdist.plugin",) if self.workers else ())):
                arguments += ["-p", name]
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


@dataclass
class Played:
    """What came of a run. `problems` are texts to show in full."""

    scenarios: list[PlayedScenario] = field(default_factory=list)
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
    def skipped(self) -> int:
        return self.count("skipped")

    def by_language(self) -> dict[str, int]:
        """How many scenarios were played in each language, in the order met."""
        counts: dict[str, int] = {}
        for scenario in self.scenarios:
            if scenario.language:
                counts[scenario.language] = counts.get(scenario.language, 0) + 1
        return counts


def play(request: Request, *, progress: bool) -> Played:
    """Run pytest; UsageError if nothing was selected or pytest would not start."""
    import pytest

    listener = Listener(sys.stderr if progress and sys.stderr.isatty() else None)
    said, complained = io.StringIO(), io.StringIO()
    started = time.perf_counter()
    with (
        _environment(request.hermetic),
        contextlib.redirect_stdout(said),
        contextlib.redirect_stderr(complained),
    ):
        code = pytest.main(request.arguments(), plugins=[listener])
    played = listener.finish()
    played.took_ms = round((time.perf_counter() - started) * 1000)
    if code == pytest.ExitCode.INTERRUPTED and not played.problems:
        raise KeyboardInterrupt
    if code == pytest.ExitCode.INTERNAL_ERROR:
        raise RuntimeError(f"pytest stopped:\n{said.getvalue()}{complained.getvalue()}")
    if code == pytest.ExitCode.USAGE_ERROR:
        raise UsageError(complained.getvalue().strip().removeprefix("ERROR: ") or said.getvalue().strip())
    if not played.scenarios:
        from lostphone.cli.asked import nothing_selected

        raise UsageError(nothing_selected(request.places, request.tags, request.lang, request.keyword))
    return played


@contextlib.contextmanager
def _environment(hermetic: bool) -> Iterator[None]:
    """Keep other plugins out of a hermetic run, in the workers of xdist too."""
    before = os.environ.get(_NO_AUTOLOAD)
    if hermetic:
        os.environ[_NO_AUTOLOAD] = "1"
    try:
        yield
    finally:
        if hermetic:
            if before is None:
                del os.environ[_NO_AUTOLOAD]
            else:
                os.environ[_NO_AUTOLOAD] = before


class Listener:
    """A pytest plugin that keeps outcomes and draws progress on a terminal."""

    def __init__(self, terminal: TextIO | None) -> None:
        self.played = Played()
        self._terminal = terminal
        self._expected = 0
        self._failures = 0
        self._by_place: dict[tuple[str, int | None, str], PlayedScenario] = {}

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        self._expected = len(session.items)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """A file that cannot be read counts as one failure, named by its path."""
        if report.failed:
            self.played.problems.append(report.longreprtext)
            self.played.scenarios.append(PlayedScenario(report.nodeid, report.nodeid, "", (), "failed"))

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
            outcome=report.outcome,
        )

    def finish(self) -> Played:
        """What was played, in the order of files and lines however many processes played it."""
        self._clear()
        by_place = sorted(self._by_place.items(), key=lambda entry: (entry[0][0], entry[0][1] or 0))
        self.played.scenarios += [scenario for _, scenario in by_place]
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
