"""Failures that were announced: a list that a team keeps beside its client, each entry with its reason.

    [[expected]]
    scenario = "core.codes.counter"        # or rule = "code.counter"
    reason = "counted codes come with version 3"
    link = "https://example.org/issues/12"
    message = "bad-input"                  # optional: only a failure that says so is expected

The list may not rot. An entry whose scenario passes is stale, one that fits nothing is unmatched, one without
a reason explains nothing; each fails the run.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import msgspec

from lostphone.conformance.verdict import Verdict, VerdictRow

_EXPECTABLE: tuple[Verdict, ...] = ("fail", "error")


class BadList(ValueError):
    """The file is no list of expected failures; the message says where."""


class AnnouncedFailure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One announced failure, of a scenario (an outline's id without `#` is all its rows) or of a rule."""

    scenario: str = ""
    rule: str = ""
    reason: str = ""
    link: str = ""
    message: str = ""

    @property
    def name(self) -> str:
        """The id of the scenario or of the rule."""
        return self.scenario or self.rule

    @property
    def about(self) -> str:
        """What it is about, for a person."""
        return f"scenario {self.scenario}" if self.scenario else f"rule {self.rule}"

    def covers(self, row: VerdictRow) -> bool:
        """Whether the row is one of those it is about."""
        if self.rule:
            return row.requirement == self.rule
        return self.scenario in (row.scenario, row.scenario.partition("#")[0])

    def expects(self, row: VerdictRow) -> bool:
        """Whether it announces that row's failure."""
        return self.covers(row) and row.verdict in _EXPECTABLE and self.message in row.message


class _File(msgspec.Struct, forbid_unknown_fields=True):
    expected: tuple[AnnouncedFailure, ...] = ()


@dataclass(frozen=True)
class JudgedRows:
    """Rows once the list has been read, and what is wrong with the list: a line each."""

    rows: tuple[VerdictRow, ...]
    complaints: tuple[str, ...]


def read_expected(text: str, source: str) -> tuple[AnnouncedFailure, ...]:
    """The entries of a list; BadList if it is none. `source` is what the file is called."""
    try:
        found = msgspec.convert(tomllib.loads(text), _File).expected
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise BadList(f"{source} is no TOML: {error}") from None
    except msgspec.ValidationError as error:
        raise BadList(
            f"{source}: {error}. An entry has scenario or rule, reason, link, and maybe message"
        ) from None
    for number, entry in enumerate(found, 1):
        if bool(entry.scenario) == bool(entry.rule):
            raise BadList(f"{source}: entry {number} has to name either a scenario or a rule")
    return found


def expect(
    rows: Sequence[VerdictRow], entries: Sequence[AnnouncedFailure], known: Callable[[AnnouncedFailure], bool]
) -> JudgedRows:
    """The rows as the list sees them. `known` says whether an entry is about anything at all of the suite.

    A rule's entry is stale when every scenario of the rule passes, a scenario's when it passes.
    """
    complaints = [complaint for entry in entries for complaint in _unexplained(entry)]
    complaints += _twice(entries)
    judged = list(rows)
    for entry in entries:
        covered = [number for number, row in enumerate(rows) if entry.covers(row)]
        complaints += _look_at(entry, rows, covered, known(entry))
        if any(rows[number].verdict in _EXPECTABLE for number in covered):
            for number in covered:
                if entry.expects(rows[number]):
                    judged[number] = _expected(rows[number], entry)
        elif any(rows[number].verdict == "pass" for number in covered):
            for number in covered:
                if rows[number].verdict == "pass":
                    judged[number] = _stale(rows[number], entry)
    return JudgedRows(tuple(judged), tuple(complaints))


def _unexplained(entry: AnnouncedFailure) -> list[str]:
    found = []
    if not entry.reason.strip():
        found.append(f"expected failure of {entry.about}: it has no reason")
    if not entry.link.startswith(("https://", "http://")):
        found.append(
            f"expected failure of {entry.about}: it has no link (https://…) to where that is discussed"
        )
    return found


def _twice(entries: Sequence[AnnouncedFailure]) -> list[str]:
    seen: dict[tuple[str, str], AnnouncedFailure] = {}
    found = []
    for entry in entries:
        if seen.setdefault((entry.about, entry.message), entry) is not entry:
            found.append(f"expected failure of {entry.about}: it is listed twice")
    return found


def _look_at(
    entry: AnnouncedFailure, rows: Sequence[VerdictRow], covered: list[int], known: bool
) -> list[str]:
    """What is wrong with an entry beside what it covers."""
    about = f"expected failure of {entry.about}"
    if not covered:
        # What a filter has left out is not judged; what does not exist is a mistake of the list.
        return [] if known else [f"{about}: unmatched, there is no such thing in these requirement sets"]
    verdicts = [rows[number].verdict for number in covered]
    if all(verdict == "not-applicable" for verdict in verdicts):
        return [f"{about}: unmatched, the client does not declare what it needs"]
    failing = [number for number in covered if rows[number].verdict in _EXPECTABLE]
    if failing and not any(entry.expects(rows[number]) for number in failing):
        return [f"{about}: unmatched, it fails and does not say '{entry.message}'"]
    return []


def _expected(row: VerdictRow, entry: AnnouncedFailure) -> VerdictRow:
    return VerdictRow(
        row.requirement,
        row.scenario,
        "expected-failure",
        f"expected: {entry.reason} ({entry.link})\n{row.message}",
    )


def _stale(row: VerdictRow, entry: AnnouncedFailure) -> VerdictRow:
    what = (
        f"listed as an expected failure ({entry.reason}), and it passes: take the entry of {entry.about} out"
    )
    return VerdictRow(row.requirement, row.scenario, "stale", what)
