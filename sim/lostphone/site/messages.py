"""Cucumber Messages of the run that the pages show, for stock viewers.

The features themselves are in the run; times are the stories' own.
"""

from __future__ import annotations

from collections.abc import Iterator

from lostphone.gherkin.messages import CaseResult, Run, Status, StepResult, encode
from lostphone.gherkin.shipped_definitions import definitions
from lostphone.site.recorded import RecordedRun, RecordedStory

_STATUS: dict[str, Status] = {"passed": "PASSED", "failed": "FAILED", "not played": "SKIPPED"}


def messages(run: RecordedRun) -> bytes:
    """`messages.ndjson`."""
    return encode(
        Run(
            implementation=("lostphone", run.version),
            tested=("reference", run.version),
            texts=run.sources,
            cases=[CaseResult(story.uri, story.line, tuple(_results(story))) for story in run.stories],
            success=all(story.passed for story in run.stories),
        )
    )


def _results(story: RecordedStory) -> Iterator[StepResult]:
    begin_ms = story.happenings[0].at_ms if story.happenings else 0
    for step in story.steps:
        status = _STATUS[step.status]
        end_ms = story.happenings[step.end - 1].at_ms if step.end > step.begin else begin_ms
        told = definitions(story.language, step.kind, step.text)
        yield StepResult(status, begin_ms, end_ms, step.problem, told)
        begin_ms = end_ms
