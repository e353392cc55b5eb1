"""What came of a run: every verdict, with what is needed to tell of it, and nothing of the machine.

The same client, sets and seed give the same report, whoever made it and with how many processes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from lostphone.base.foreign_text import one_line
from lostphone.client.port import ClientInfo
from lostphone.conformance.attempt import Attempt
from lostphone.conformance.expected import AnnouncedFailure, expect
from lostphone.conformance.plan import PlannedScenario, is_about
from lostphone.conformance.verdict import FAILING, Verdict, VerdictRow, count
from lostphone.requirements import RequirementSet, all_sets


@dataclass(frozen=True)
class Report:
    """`spec` is how the client was named, `info` who it says it is: None if it broke at being asked.

    `sets` are requirement sets, `complaints` what is wrong with the list of expected failures.
    """

    spec: str
    info: ClientInfo | None
    suite: str
    sets: tuple[str, ...]
    seed: int
    lang: str
    complete: bool
    cases: tuple[PlannedScenario, ...]
    attempts: tuple[Attempt, ...]
    rows: tuple[VerdictRow, ...]
    complaints: tuple[str, ...] = ()

    def expecting(self, entries: Sequence[AnnouncedFailure]) -> Report:
        """The same run, as a list of expected failures sees it."""
        everywhere = tuple(one.id for one in all_sets())
        judged = expect(self.rows, entries, lambda entry: is_about(everywhere, entry.name))
        return replace(self, rows=judged.rows, complaints=judged.complaints)

    @property
    def name(self) -> str:
        """The client's name and version, or how it was asked for; fit to be shown."""
        return one_line(f"{self.info.name} {self.info.version}" if self.info else self.spec)

    @cached_property
    def counts(self) -> dict[Verdict, int]:
        """How many rows there are of each verdict."""
        return count(self.rows)

    @cached_property
    def by_rule(self) -> dict[str, list[VerdictRow]]:
        """Rows by the rule they judge, in the order of the run."""
        found: dict[str, list[VerdictRow]] = {}
        for row in self.rows:
            found.setdefault(row.requirement, []).append(row)
        return found

    def verdict_of(self, rule: str) -> Verdict:
        """What a rule comes to: the worst of its rows. One that never applied is not applicable."""
        return worst(self.by_rule[rule])

    def rows_in(self, one: RequirementSet) -> dict[str, list[VerdictRow]]:
        """The rows by which a set judges each of its rules, without rules that were left out of the run.

        One rule may be in two sets, and each has its own stories about it.
        """
        found: dict[str, list[VerdictRow]] = {}
        for scenario, required in one.scenarios.items():
            for row in self._by_scenario.get(scenario, ()):
                if row.requirement in required.rules:
                    found.setdefault(row.requirement, []).append(row)
        return found

    @cached_property
    def _by_scenario(self) -> dict[str, list[VerdictRow]]:
        found: dict[str, list[VerdictRow]] = {}
        for row in self.rows:
            found.setdefault(row.scenario, []).append(row)
        return found

    @property
    def judged(self) -> bool:
        """Whether anything was tested at all."""
        return any(row.verdict != "not-applicable" for row in self.rows)

    @property
    def harness_at_fault(self) -> bool:
        """Whether Lostphone broke somewhere: its own bug, to be reported to it."""
        return "harness-error" in self.counts

    @property
    def fine(self) -> bool:
        """Whether something was tested, nothing failed unannounced, and the list of failures is true."""
        failed = any(verdict in self.counts for verdict in FAILING)
        return self.judged and not failed and not self.complaints

    @property
    def warnings(self) -> tuple[str, ...]:
        """What a person should know besides the verdicts."""
        if self.info is None:
            return ("the client broke when it was asked who it is",)
        if not self.judged:
            return ("the client declares too little for any of these scenarios",)
        return ()


_WORST_FIRST: tuple[Verdict, ...] = (
    "harness-error",
    "error",
    "fail",
    "stale",
    "expected-failure",
    "pass",
    "not-applicable",
)


def worst(rows: Sequence[VerdictRow]) -> Verdict:
    """What rows come to together; some row there must be."""
    verdicts = [row.verdict for row in rows]
    return next(verdict for verdict in _WORST_FIRST if verdict in verdicts)
