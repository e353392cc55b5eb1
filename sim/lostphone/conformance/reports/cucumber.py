"""Cucumber Messages as NDJSON: any viewer of Cucumber's shows the stories with what became of them.

Times are the story's own. A step that failed as expected is pending; scenarios that do not apply are skipped.
"""

from __future__ import annotations

from collections.abc import Iterator

from lostphone.base.foreign_text import one_line, paragraph
from lostphone.conformance.attempt import Attempt, StepRun
from lostphone.conformance.plan import PlannedScenario
from lostphone.conformance.report import Report
from lostphone.conformance.verdict import VerdictRow
from lostphone.gherkin.messages import CaseResult, Run, Status, StepResult, encode
from lostphone.gherkin.shipped import features_root
from lostphone.gherkin.shipped_definitions import definitions


def write(report: Report) -> bytes:
    """The whole file."""
    uris = dict.fromkeys(case.pickle.uri for case in report.cases)
    root = features_root().parent
    info = report.info
    return encode(
        Run(
            implementation=("lostphone", report.suite),
            tested=(one_line(info.name), one_line(info.version)) if info else (one_line(report.spec), ""),
            texts={uri: (root / uri).read_text("utf-8-sig") for uri in uris},
            cases=tuple(_cases(report)),
            success=report.fine,
            message=paragraph("\n".join((*report.complaints, *report.warnings, *_stale(report)))),
        )
    )


def _stale(report: Report) -> Iterator[str]:
    """No step failed there, and yet the run does."""
    stale = {row.scenario: row.message for row in report.rows if row.verdict == "stale"}
    return (f"{scenario}: {message}" for scenario, message in stale.items())


def _cases(report: Report) -> Iterator[CaseResult]:
    rows: dict[str, list[VerdictRow]] = {}
    for row in report.rows:
        rows.setdefault(row.scenario, []).append(row)
    dated = [attempt.steps[0].begin_ms for attempt in report.attempts if attempt.steps]
    undated_ms = min(dated, default=0)
    for case, attempt in zip(report.cases, report.attempts, strict=True):
        yield _case(case, attempt, rows[case.id], undated_ms)


def _case(case: PlannedScenario, attempt: Attempt, rows: list[VerdictRow], undated_ms: int) -> CaseResult:
    pickle = case.pickle
    runs = attempt.steps
    if not runs:
        # It was never begun: nothing was played, and if that is somebody's fault, the first step says so.
        first = "not played" if attempt.ending == "not-applicable" else "failed"
        statuses = (first, *["not played"] * (len(pickle.steps) - 1))
        runs = tuple(StepRun(status, undated_ms, undated_ms) for status in statuses)  # type: ignore[arg-type]
    expected = all(row.verdict == "expected-failure" for row in rows)
    message = "\n\n".join(dict.fromkeys(row.message for row in rows if row.message))
    results = []
    for number, (step, run) in enumerate(zip(pickle.steps, runs, strict=True)):
        telling = run.status == "failed" or (number == 0 and attempt.ending == "not-applicable")
        results.append(
            StepResult(
                status=_status(run, expected, attempt.ending == "not-applicable"),
                begin_ms=run.begin_ms,
                end_ms=run.end_ms,
                message=message if telling else "",
                definitions=definitions(pickle.language, step.type, step.text),
            )
        )
    return CaseResult(pickle.uri, pickle.line, tuple(results))


def _status(run: StepRun, expected: bool, not_applicable: bool) -> Status:
    if run.status == "passed":
        return "PASSED"
    if run.status == "not played" or not_applicable:
        return "SKIPPED"
    return "PENDING" if expected else "FAILED"
