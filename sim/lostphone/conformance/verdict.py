"""A verdict: one rule, one scenario, and whether the client keeps the one in the other.

What fails a run is in FAILING; what is Lostphone's own fault is told apart, for no client can mend it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, TypeAlias

import msgspec

from lostphone.base.foreign_text import paragraph
from lostphone.conformance.attempt import Attempt
from lostphone.conformance.plan import PlannedScenario
from lostphone.gherkin.pickles import Pickle
from lostphone.rules import Catalogue

Verdict: TypeAlias = Literal[
    "pass", "fail", "not-applicable", "expected-failure", "stale", "error", "harness-error"
]

VERDICTS: dict[Verdict, str] = {
    "pass": "the promise holds",
    "fail": "the promise is broken",
    "not-applicable": "the client does not declare what the scenario needs",
    "expected-failure": "the promise is broken, as the list of expected failures says",
    "stale": "listed as an expected failure, and it passes",
    "error": "the client crashed, hung or broke the protocol",
    "harness-error": "Lostphone is at fault, not the client",
}

FAILING: tuple[Verdict, ...] = ("fail", "stale", "error", "harness-error")


class VerdictRow(msgspec.Struct, frozen=True):
    """One verdict. `requirement` is the rule's id; `message` is empty when there is nothing to say."""

    requirement: str
    scenario: str
    verdict: Verdict
    message: str = ""


def judge(cases: Sequence[PlannedScenario], attempts: Sequence[Attempt]) -> Iterator[VerdictRow]:
    """A row for each rule of each case, in their order; an attempt for each case."""
    for case, attempt in zip(cases, attempts, strict=True):
        for rule in case.rules:
            yield VerdictRow(rule, case.id, attempt.ending, message_of(case.pickle, rule, attempt))


def message_of(pickle: Pickle, rule: str, attempt: Attempt) -> str:
    """The step that failed, what happened, and what was promised; a line each, fit to be shown."""
    if attempt.ending == "pass":
        return ""
    if attempt.ending == "not-applicable":
        return paragraph(attempt.problem)
    number = attempt.failed_step
    lines = []
    if number is not None:
        step = pickle.steps[number]
        lines.append(f"{pickle.uri}:{step.line}: {step}")
    lines.append(f"happened: {attempt.problem}")
    if attempt.ending != "harness-error":
        lines.append(f"promised: {Catalogue.load().rule(rule).statement(pickle.language)}")
    return paragraph("\n".join(lines))


def count(rows: Iterable[VerdictRow]) -> dict[Verdict, int]:
    """How many rows there are of each verdict that occurs, in the order of VERDICTS."""
    found = [row.verdict for row in rows]
    return {verdict: found.count(verdict) for verdict in VERDICTS if verdict in found}
