"""`--lostphone-messages FILE`: what pytest played, as Cucumber Messages.

What happened in a scenario travels with its report, so runs in several processes come together. Times are
the story's own; a scenario without a story stands at the beginning of time. A step that skips the test is
skipped, and one that says `pytest.xfail` is pending.
"""

from __future__ import annotations

import inspect
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest
from pytest_bdd import parsers

import lostphone
from lostphone.base.foreign_text import paragraph
from lostphone.gherkin.messages import CaseResult, Run, Status, StepResult, encode
from lostphone.gherkin.messages import StepDefinition as ToldDefinition
from lostphone.pytest_plugin.definitions import StepFunction, StepLookupError
from lostphone.pytest_plugin.item import ScenarioItem
from lostphone.pytest_plugin.play import StepError, StepPlayer

if TYPE_CHECKING:
    from lostphone.gherkin.pickles import Step

_TOLD = "lostphone_case"


class MessagesReport:
    """A plugin that hears of every scenario and writes the file at the end of the session."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self._path = Path(config.option.lostphone_messages)
        self._cases: dict[tuple[str, int], CaseResult] = {}
        self._texts: dict[str, str] = {}
        self._unread: list[str] = []
        self._failed_after = False

    # Where scenarios are played

    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        if isinstance(item, ScenarioItem):
            item.times_ms = []

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        report = yield
        # A teardown comes after the steps and has no message of its own.
        if isinstance(item, ScenarioItem) and (call.when == "call" or report.when == "setup"):
            case = CaseResult(item.pickle.uri, item.pickle.line, tuple(_results(item, call, report)))
            setattr(report, _TOLD, [str(item.path), msgspec.to_builtins(case)])
        return report

    # Where reports come together

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        told = getattr(report, _TOLD, None)
        if told is not None and (report.when == "call" or not report.passed):
            path, case = told[0], msgspec.convert(told[1], CaseResult)
            self._cases[case.uri, case.line] = case
            self._texts[case.uri] = self._texts.get(case.uri) or Path(path).read_text("utf-8-sig")
        # What fails after the last step is no step's, and fails the run.
        self._failed_after = self._failed_after or (report.when == "teardown" and report.failed)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self._unread.append(report.longreprtext)

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if hasattr(session.config, "workerinput"):
            return
        cases = [self._cases[place] for place in sorted(self._cases)]
        statuses = {step.status for case in cases for step in case.steps}
        run = Run(
            implementation=("lostphone", lostphone.__version__),
            tested=(self._config.option.lostphone_client, ""),
            texts={uri: self._texts[uri] for uri in sorted(self._texts)},
            cases=cases,
            success=statuses <= {"PASSED", "SKIPPED"} and not self._unread and not self._failed_after,
            message=paragraph("\n".join(self._unread), most=5_000),
        )
        self._path.write_bytes(encode(run))


def _results(
    item: ScenarioItem, call: pytest.CallInfo[None], report: pytest.TestReport
) -> Iterator[StepResult]:
    """A result for each step: those that were played, the one that ended it, those that come after."""
    player = StepPlayer.of(item.session)
    times = item.times_ms or []
    ended: Status | None = None
    error = call.excinfo.value if call.excinfo is not None else None
    # When a step has no meaning, nothing is played: that step ends the scenario wherever it stands.
    end = item.passed_steps if isinstance(error, StepError) else len(times)
    begin_ms = times[0] if times else 0
    for number, step in enumerate(item.pickle.steps):
        status, definition = _looked_up(player, item, step)
        now_ms = times[number] if number < len(times) else begin_ms
        message = ""
        if number < len(times):
            status = "PASSED"
        elif ended == "SKIPPED" or status is None or (ended is None and number < end):
            status = "SKIPPED"
        if error is not None and ended is None and number == min(end, len(item.pickle.steps) - 1):
            ended = status = _ending(report, status if isinstance(error, StepError) else None)
            message = report.longreprtext or paragraph(str(error))
        told = () if definition is None else ((_told(definition, item), ()),)
        yield StepResult(status, begin_ms, now_ms, message, told)
        begin_ms = now_ms


def _looked_up(
    player: StepPlayer, item: ScenarioItem, step: Step
) -> tuple[Status | None, StepFunction | None]:
    """What is known of a step before it is played: undefined, ambiguous, or the one definition it has."""
    try:
        definition = player.find(item, step)
    except StepLookupError:
        return "AMBIGUOUS", None
    return (None, definition) if definition is not None else ("UNDEFINED", None)


def _ending(report: pytest.TestReport, looked_up: Status | None) -> Status:
    if hasattr(report, "wasxfail"):
        return "PENDING"
    if report.skipped:
        return "SKIPPED"
    return looked_up if looked_up in ("UNDEFINED", "AMBIGUOUS") else "FAILED"


def _told(definition: StepFunction, item: ScenarioItem) -> ToldDefinition:
    function = inspect.unwrap(definition.context.step_func)
    code = function.__code__
    path, root = Path(code.co_filename), item.config.rootpath
    # A file that is not below the root is named by its module: its place is this machine's alone.
    uri = path.relative_to(root).as_posix() if path.is_relative_to(root) else function.__module__
    parser = definition.context.parser
    return ToldDefinition(parser.name, uri, code.co_firstlineno, isinstance(parser, parsers.re))
