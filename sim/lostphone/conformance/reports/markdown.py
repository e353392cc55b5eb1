"""Markdown, for the summary page of a build or a comment under a change."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lostphone.base.foreign_text import paragraph
from lostphone.conformance.report import Report, worst
from lostphone.conformance.summary import command, do_not_apply, tested_and_hold
from lostphone.conformance.verdict import FAILING, Verdict, VerdictRow
from lostphone.requirements import find_sets
from lostphone.rules import Catalogue

_MARKS: dict[Verdict, str] = {
    "pass": "✅",
    "fail": "❌",
    "error": "💥",
    "stale": "🕰️",
    "expected-failure": "⚠️",
    "not-applicable": "➖",
    "harness-error": "🛠️",
}
_ACTIVE = re.compile(r"([\\`*_\[\]<>|~&])")


def write(report: Report) -> bytes:
    """The whole file."""
    return paragraph("\n".join(_lines(report)), most=1_000_000).encode() + b"\n"


def _lines(report: Report) -> Iterator[str]:
    yield f"# {_plain(report.name)}: {'conforms' if report.fine else 'does not conform'}"
    yield ""
    part = "" if report.complete else ", part of them"
    yield (
        f"{len(report.cases)} scenarios of {_plain(', '.join(report.sets))}{part}; "
        f"seed {report.seed}; Lostphone {_plain(report.suite)}."
    )
    for said in (*report.complaints, *report.warnings):
        yield ""
        yield f"**{_plain(said)}**"
    for one in find_sets(",".join(report.sets)):
        judged = report.rows_in(one)
        if judged:
            yield ""
            yield from _table(report, one.id, judged)
    for rule, rows in report.by_rule.items():
        if report.verdict_of(rule) in FAILING:
            yield ""
            yield from _failing(report, rule, [row for row in rows if row.verdict in FAILING])


def _table(report: Report, name: str, judged: dict[str, list[VerdictRow]]) -> Iterator[str]:
    verdicts = [worst(rows) for rows in judged.values()]
    yield f"## {_plain(name)}: {tested_and_hold(verdicts)}{do_not_apply(verdicts)}"
    yield ""
    yield "| | Requirement | What is promised | Scenarios |"
    yield "|---|---|---|---|"
    catalogue = Catalogue.load()
    for rule, rows in judged.items():
        verdict = worst(rows)
        applicable = [row for row in rows if row.verdict != "not-applicable"]
        held = sum(row.verdict == "pass" for row in applicable)
        scenarios = f"{held} of {len(applicable)}" if applicable else "not applicable"
        statement = _plain(catalogue.rule(rule).statement(report.lang))
        yield f"| {_MARKS[verdict]} | `{rule}` | {statement} | {scenarios} |"


def _failing(report: Report, rule_id: str, rows: list[VerdictRow]) -> Iterator[str]:
    rule = Catalogue.load().rule(rule_id)
    yield f"### {_MARKS[report.verdict_of(rule_id)]} `{rule_id}`"
    yield ""
    yield f"What this protects your user from: {_plain(rule.protects(report.lang))}"
    for row in rows:
        yield ""
        yield f"`{row.scenario}`, {row.verdict}:"
        yield ""
        yield from (f"    {line}" for line in row.message.splitlines())
        yield ""
        yield f"Again: `{command(report, row.scenario)}`"


def _plain(text: str) -> str:
    """Text in which nothing is markup."""
    return _ACTIVE.sub(r"\\\1", " ".join(text.split()))
