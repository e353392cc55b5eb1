"""One scenario played on a client: how it ended, where, and whose fault that is.

An attempt knows nothing of requirements. It travels between processes, and is the same whoever made it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from lostphone.client.port import ClientBroke, HarnessFault, NotSupported
from lostphone.conformance.needs import capability_of_method
from lostphone.gherkin.breaking import breaking
from lostphone.stories.story import Unexpected

if TYPE_CHECKING:
    from lostphone.stories.performance import PlayedStep, Status

#: `pass`, `fail`; `error`: the client broke; `not-applicable`: it never said that it could do this;
#: `harness-error`: Lostphone is at fault.
Ending: TypeAlias = Literal["pass", "fail", "error", "not-applicable", "harness-error"]


@dataclass(frozen=True)
class StepRun:
    """How a step ended, and the simulated time at its begin and end, in milliseconds since the epoch."""

    status: Status
    begin_ms: int
    end_ms: int


@dataclass(frozen=True)
class Attempt:
    """`problem` is what happened instead of what was promised. `last_words` is what the client wrote to
    stderr before it broke, and need not be the same twice.
    """

    ending: Ending
    problem: str = ""
    steps: tuple[StepRun, ...] = ()
    last_words: str = ""

    @property
    def failed_step(self) -> int | None:
        """The number of the step at which it ended, from 0; None if it was at none of them."""
        return next((number for number, step in enumerate(self.steps) if step.status == "failed"), None)


def attempt_of(played: list[PlayedStep], declared: tuple[str, ...], language: str = "en") -> Attempt:
    """What became of a scenario whose steps were played on a client with these capabilities.

    `language` is that of the scenario, in which it is told how a client broke.
    """
    steps = _step_runs(played)
    failed = next((step for step in played if step.status == "failed"), None)
    if failed is None:
        return Attempt("pass", steps=steps)
    return blame(failed.error, failed.problem, declared, steps, language)


def blame(
    error: Exception | None,
    problem: str,
    declared: tuple[str, ...],
    steps: tuple[StepRun, ...] = (),
    language: str = "en",
) -> Attempt:
    """Whose fault it is that a step failed."""
    if isinstance(error, ClientBroke):
        return Attempt("error", breaking(error).text(language), steps, error.last_words)
    if isinstance(error, NotSupported):
        capability = capability_of_method(error.method)
        if capability is not None and capability not in declared:
            return Attempt("not-applicable", f"the client does not declare {capability}", steps)
        declaring = "every client has to" if capability is None else f"the client declares {capability}"
        return Attempt("fail", f"untestable: {problem}, and {declaring}", steps)
    if isinstance(error, Unexpected):
        # Declared, and then said not to be there: nobody can tell whether it would have done right.
        untestable = "untestable: " if error.refused == "unavailable" else ""
        return Attempt("fail", f"{untestable}{problem}", steps)
    # A sentence that nobody defined, words that mean nothing: no client can help that.
    what = problem if error is None else f"{type(error).__name__}: {problem}"
    return Attempt("harness-error", what, steps)


def harness_fault(error: Exception, steps: tuple[StepRun, ...] = ()) -> Attempt:
    """Something of ours went wrong outside what a step may raise."""
    name = "" if isinstance(error, HarnessFault) else f"{type(error).__name__}: "
    return Attempt("harness-error", f"{name}{error}", steps)


def _step_runs(played: list[PlayedStep]) -> tuple[StepRun, ...]:
    """The world has been there for years when a story begins: it begins where its first step leads."""
    now_ms = next((step.happenings[-1].at_ms for step in played if step.happenings), 0)
    runs: list[StepRun] = []
    for step in played:
        end_ms = max([now_ms, *(happening.at_ms for happening in step.happenings)])
        runs.append(StepRun(step.status, now_ms, end_ms))
        now_ms = end_ms
    return tuple(runs)
