"""Reports on clients that a site is given: of `lostphone conformance` and of `lostphone mutants`, as JSON.

>>> said = b'{"verdicts":[{"requirement":"code.digits","scenario":"a","verdict":"pass"}]}'
>>> report = read_report("mine", said)
>>> report.verdict("code.digits"), report.verdict("code.period")
('pass', '')
>>> read_report("mine", b"[1]")  # doctest: +ELLIPSIS
Traceback (most recent call last):
lostphone.site.reports.BadReport: mine is no report of ours with --format json: Expected `object`, ...
"""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

#: Worst first: what is said of a requirement is the worst verdict of its scenarios.
VERDICTS = ("harness-error", "error", "fail", "stale", "expected-failure", "not-applicable", "pass")


class BadReport(ValueError):
    """What was given is no report."""


class ScenarioVerdict(msgspec.Struct, frozen=True):
    """How one client did on one scenario, for one requirement."""

    requirement: str
    scenario: str
    verdict: Literal["pass", "fail", "not-applicable", "expected-failure", "stale", "error", "harness-error"]
    message: str = ""


class _Verdicts(msgspec.Struct, frozen=True):
    verdicts: tuple[ScenarioVerdict, ...]


class ClientReport(msgspec.Struct, frozen=True):
    """One client on the stories; `name` is that of the report's file."""

    name: str
    verdicts: tuple[ScenarioVerdict, ...]

    def verdict(self, requirement: str) -> str:
        """The worst verdict on a requirement, or "" if nothing was said of it."""
        found = {one.verdict for one in self.verdicts if one.requirement == requirement}
        return next((verdict for verdict in VERDICTS if verdict in found), "")

    @property
    def requirements(self) -> tuple[str, ...]:
        """What was asked of it, each once."""
        return tuple(dict.fromkeys(one.requirement for one in self.verdicts))


class PlantedFault(msgspec.Struct, frozen=True):
    """One planted fault: the promises it is meant to break, and the stories that noticed it."""

    id: str
    origin: str
    alive: bool
    about: tuple[str, ...]
    scenarios: tuple[str, ...]


class MutantReport(msgspec.Struct, frozen=True):
    """All planted faults."""

    name: str
    mutants: tuple[PlantedFault, ...]


Report: TypeAlias = ClientReport | MutantReport


def read_report(name: str, content: bytes) -> Report:
    """The report in a file; BadReport if it is none."""
    try:
        if content.lstrip().startswith(b"["):
            return MutantReport(name, msgspec.json.decode(content, type=tuple[PlantedFault, ...]))
        return ClientReport(name, msgspec.json.decode(content, type=_Verdicts).verdicts)
    except (UnicodeDecodeError, RecursionError, msgspec.MsgspecError) as error:
        raise BadReport(f"{name} is no report of ours with --format json: {error}") from None
