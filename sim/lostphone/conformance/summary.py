"""What a person reads at the end of a run: by requirement, worst things said in full, the rest counted."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

from lostphone.base.foreign_text import paragraph
from lostphone.conformance.report import Report, worst
from lostphone.conformance.verdict import FAILING, Verdict, VerdictRow
from lostphone.requirements import EVERY_SET, find_sets
from lostphone.rules import Catalogue

Tone: TypeAlias = Literal["plain", "strong", "good", "bad", "quiet", "odd"]

#: A requirement that fails in more scenarios than this shows the first ones.
_MOST_SHOWN = 3


class SummaryLine(NamedTuple):
    """A line of text and how it is meant."""

    text: str
    tone: Tone = "plain"


def summary(report: Report) -> Iterator[SummaryLine]:
    """The whole summary, failures first, so that the last line on a screen is the verdict."""
    for rule, rows in report.by_rule.items():
        if report.verdict_of(rule) in FAILING:
            yield from _failing(report, rule, rows)
            yield SummaryLine("")
    yield from _expected(report)
    yield from _not_applicable(report)
    for complaint in report.complaints:
        yield SummaryLine(f"✗ {complaint}", "bad")
    for warning in report.warnings:
        yield SummaryLine(f"! {warning}", "odd")
    yield from _totals(report)


def text(report: Report) -> str:
    """The summary as plain text."""
    return "\n".join(line.text for line in summary(report))


def _failing(report: Report, rule_id: str, rows: list[VerdictRow]) -> Iterator[SummaryLine]:
    rule = Catalogue.load().rule(rule_id)
    failed = [row for row in rows if row.verdict in FAILING]
    yield SummaryLine(f"✗ {rule_id}: {_what(failed, rows)}", "bad")
    yield SummaryLine(f"  {rule.statement(report.lang)}", "strong")
    yield SummaryLine(f"  What this protects your user from: {rule.protects(report.lang)}")
    for row in failed[:_MOST_SHOWN]:
        yield SummaryLine(f"    {row.scenario}", "strong")
        for line in row.message.splitlines():
            if not line.startswith("promised: "):
                yield SummaryLine(f"      {line}")
        yield from _last_words(report, row)
        yield SummaryLine(f"      again: {command(report, row.scenario)}", "quiet")
    if len(failed) > _MOST_SHOWN:
        yield SummaryLine(f"    and {', '.join(row.scenario for row in failed[_MOST_SHOWN:])}", "quiet")


def _what(failed: list[VerdictRow], rows: list[VerdictRow]) -> str:
    applicable = [row for row in rows if row.verdict != "not-applicable"]
    verdicts = ", ".join(dict.fromkeys(row.verdict for row in failed))
    return f"{verdicts} in {len(failed)} of {len(applicable)} scenario{'s' * (len(applicable) != 1)}"


def _last_words(report: Report, row: VerdictRow) -> Iterator[SummaryLine]:
    for case, attempt in zip(report.cases, report.attempts, strict=True):
        if case.id == row.scenario and attempt.last_words:
            yield SummaryLine("      its last words:", "quiet")
            words = paragraph(attempt.last_words).split("\n")
            yield from (SummaryLine(f"        {line}", "quiet") for line in words if line)


def _expected(report: Report) -> Iterator[SummaryLine]:
    rows = [row for row in report.rows if row.verdict == "expected-failure"]
    for scenario in dict.fromkeys(row.scenario for row in rows):
        row = next(row for row in rows if row.scenario == scenario)
        yield SummaryLine(f"~ {scenario}: {row.message.splitlines()[0]}", "odd")


def _not_applicable(report: Report) -> Iterator[SummaryLine]:
    whys: dict[str, dict[str, None]] = {}
    for row in report.rows:
        if row.verdict == "not-applicable":
            whys.setdefault(row.message, {})[row.scenario] = None
    for why, scenarios in whys.items():
        yield SummaryLine(
            f"· {len(scenarios)} scenario{'s' * (len(scenarios) != 1)} not applicable: {why}", "quiet"
        )


def _totals(report: Report) -> Iterator[SummaryLine]:
    part = "" if report.complete else " (part of it)"
    yield SummaryLine(f"{report.name} and {', '.join(report.sets)}{part}", "strong")
    for one in find_sets(",".join(report.sets)):
        verdicts = [worst(rows) for rows in report.rows_in(one).values()]
        if verdicts:
            yield SummaryLine(f"  {one.id}: {_counted(verdicts)}")
    counts = ", ".join(f"{count} {verdict}" for verdict, count in report.counts.items())
    yield SummaryLine(
        f"  {_number(len(report.cases), 'scenario')}, {_number(sum(report.counts.values()), 'verdict')} "
        f"(one for each scenario and requirement): {counts}"
    )
    yield SummaryLine(_end(report), "good" if report.fine else "bad")


def _counted(verdicts: list[Verdict]) -> str:
    rest = [verdict for verdict in dict.fromkeys(verdicts) if verdict not in ("pass", "not-applicable")]
    others = "".join(f", {verdicts.count(verdict)} {verdict}" for verdict in rest)
    return f"{tested_and_hold(verdicts)}{others}{do_not_apply(verdicts)}"


def tested_and_hold(verdicts: list[Verdict]) -> str:
    """How many of the requirements with these verdicts hold."""
    return f"{verdicts.count('pass')} of {len(verdicts)} requirements were tested and hold"


def do_not_apply(verdicts: list[Verdict]) -> str:
    """How many of them were not tested, after a semicolon, if any."""
    left = verdicts.count("not-applicable")
    return f"; {left} {'does' if left == 1 else 'do'} not apply to this client" if left else ""


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'s' * (count != 1)}"


def _end(report: Report) -> str:
    if report.harness_at_fault:
        return "Lostphone is at fault in this run: see harness-error above"
    if not report.judged:
        return "nothing was tested"
    if report.fine:
        return (
            "it conforms"
            if "expected-failure" not in report.counts
            else "it conforms, but for what is expected"
        )
    return "it does not conform"


def command(report: Report, scenario: str) -> str:
    """What plays that scenario again."""
    words = ["lostphone", "conformance", "--client", report.spec]
    # A rule may be in several sets, which ask for it in scenarios of their own.
    everything = tuple(one.id for one in find_sets(EVERY_SET))
    words += [] if report.sets == everything else ["--require", ",".join(report.sets)]
    words += [scenario]
    words += ["--seed", str(report.seed)] if report.seed else []
    words += ["--lang", report.lang] if report.lang != "en" else []
    return shlex.join(words)
