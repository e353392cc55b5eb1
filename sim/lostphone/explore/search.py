"""A search: a sweep, with each failure shrunk and written as a finding as soon as it is sure to be the first.

What has been done is kept in the folder of the findings, so that a search that was stopped goes on later.
"""

from __future__ import annotations

import shlex
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

import msgspec

from lostphone.client.port import Client
from lostphone.client.transport.real_time import now_ms
from lostphone.explore.exploration import Exploration
from lostphone.explore.finding import Finding
from lostphone.explore.marks import ENOUGH_RUNS, never, never_judged
from lostphone.explore.reproduce import reproduce
from lostphone.explore.shortest import shortest
from lostphone.explore.sweep import Chunk, Failure, Plan, Players, chunks
from lostphone.explore.writing import write_finding
from lostphone.history.actions.base import Action
from lostphone.history.recipe import Recipe
from lostphone.oracles.oracle import Judgement
from lostphone.oracles.tally import Judged, add

#: The file in the folder of the findings that says how far the search is.
STATE = "explore.json"
FORMAT = "lostphone-explore/2"


class Found(msgspec.Struct, frozen=True):
    """A finding as a report has it.

    `features` are files by language, and empty where no story fails as it was found. `drawn` is what the
    history it was found in was drawn from.
    """

    oracle: str
    rule: str
    message: str
    run: int
    steps: int
    features: dict[str, str]
    story: str
    command: str
    drawn: Exploration


class Progress(msgspec.Struct):
    """How far a search is; what its file holds."""

    plan: Plan
    format: str = FORMAT
    runs: int = 0
    actions: int = 0
    simulated_ms: int = 0
    marks: dict[str, int] = {}
    judged: Judged = {}
    findings: list[Found] = []
    capabilities: tuple[str, ...] = ()
    diverged: str = ""

    @property
    def missing(self) -> tuple[str, ...]:
        """The marks that never came up."""
        return never(self.marks, self.plan.faults, self.capabilities)

    @property
    def unjudged(self) -> tuple[str, ...]:
        """The promises that an oracle watches and never once could decide, as `oracle: promise`."""
        missed = never_judged(self.judged, self.plan.faults, self.capabilities)
        return tuple(one for one in missed if one.partition(": ")[2] not in self.plan.excused)

    @property
    def failed(self) -> bool:
        """Whether there is something to look at: findings, or a large sweep that missed something."""
        missed = self.runs >= ENOUGH_RUNS and bool(self.missing or self.unjudged)
        return bool(self.findings) or missed

    def add(self, chunk: Chunk) -> list[Failure]:
        """Count a chunk; the failures in it that are not found yet."""
        self.runs += chunk.runs
        self.actions += chunk.actions
        self.simulated_ms += chunk.simulated_ms
        self.capabilities = chunk.capabilities or self.capabilities
        self.diverged = self.diverged or chunk.diverged
        for mark, count in chunk.marks.items():
            self.marks[mark] = self.marks.get(mark, 0) + count
        add(self.judged, chunk.judged)
        known = dict.fromkeys((found.oracle, found.rule) for found in self.findings)
        new = []
        for failure in chunk.failures:
            key = failure.judgement.oracle, failure.judgement.rule
            if key not in known:
                known[key] = None
                new.append(failure)
        return new


class CannotGoOn(ValueError):
    """There is no search to go on with; the message says why."""


def earlier(folder: Path) -> Progress:
    """How far the search in that folder was; CannotGoOn."""
    place = folder / STATE
    try:
        progress = msgspec.json.decode(place.read_bytes(), type=Progress)
    except OSError as error:
        raise CannotGoOn(f"{place} cannot be read: {error.strerror}") from None
    except msgspec.MsgspecError as error:
        raise CannotGoOn(f"{place} is no state of a search: {error}") from None
    if progress.format != FORMAT:
        raise CannotGoOn(f"{place} is of the format {progress.format!r}, not {FORMAT!r}")
    return progress


def search(
    progress: Progress,
    folder: Path,
    *,
    jobs: int = 1,
    until_run: int | None = None,
    seconds: float | None = None,
    findings_max: int | None = None,
    tell: Callable[[Progress], None] = lambda _progress: None,
    tell_tries: Callable[[int], None] = lambda _tries: None,
) -> Progress:
    """Go on from where `progress` stands, which is changed in place and kept in the folder at the end.

    Ends after run `until_run`, after so many seconds, with so many findings, or when nothing can be played.
    `tell` hears of each chunk, `tell_tries` of each history played to shorten one. KeyboardInterrupt passes
    through, once what was found is kept, at its full length if need be. BadClient and NotStarted as the
    client has them; OSError where the folder cannot be written.
    """
    due_ms = None if seconds is None else now_ms() + int(seconds * 1000)
    with Players(progress.plan.client) as players:
        coming = chunks(progress.plan, players, jobs, progress.runs, until_run)
        try:
            for chunk in coming:
                _tell_all(progress, progress.add(chunk), players, folder, tell_tries)
                tell(progress)
                enough = findings_max is not None and len(progress.findings) >= findings_max
                useless = not progress.actions
                late = due_ms is not None and now_ms() >= due_ms
                if late or enough or useless or (progress.diverged and players.ours):
                    break
        finally:
            coming.close()
            _keep_state(progress, folder)
    return progress


def _tell_all(
    progress: Progress,
    failures: list[Failure],
    players: Players,
    folder: Path,
    tell_tries: Callable[[int], None],
) -> None:
    """Shorten each and write its files; whoever interrupts that has the whole history rather than nothing."""
    waiting = list(failures)
    try:
        while waiting:
            if waiting[0].actions:
                finding = _shortened(waiting[0], players, progress.plan.excused, tell_tries)
                found = _written(progress.plan, waiting[0].number, finding, players, folder)
            else:
                found = _never_began(progress.plan, waiting[0])
            del waiting[0]
            progress.findings.append(found)
            _keep_state(progress, folder)
    except KeyboardInterrupt:
        for failure in waiting:
            whole = Finding(failure.judgement, failure.recipe, failure.actions, failure.recipe.seed)
            progress.findings.append(_written(progress.plan, failure.number, whole, players, folder))
        raise


def _shortened(
    failure: Failure, players: Players, excused: Collection[str], tell_tries: Callable[[int], None]
) -> Finding:
    tries = 0

    def plays(recipe: Recipe, actions: Sequence[Action], make: Callable[[], Client]) -> Judgement | None:
        nonlocal tries
        tries += 1
        tell_tries(tries)
        return reproduce(recipe, actions, make, players.frozen, excused)

    return shortest(failure.recipe, failure.actions, failure.judgement, plays, players, players.frozen)


def _never_began(plan: Plan, failure: Failure) -> Found:
    """A client that broke before it was asked for anything: there is no story to tell, only its lines."""
    one = failure.judgement
    command = f"lostphone inspect --client {shlex.quote(failure.recipe.client)}"
    drawn = plan.exploration(failure.number)
    return Found(one.oracle, one.rule, one.message, failure.number, 0, {}, "", command, drawn)


def _written(plan: Plan, number: int, finding: Finding, players: Players, folder: Path) -> Found:
    """Write its files."""
    written = write_finding(folder, finding, players, players.frozen)
    return Found(
        finding.judgement.oracle,
        finding.judgement.rule,
        finding.judgement.message,
        number,
        written.steps,
        {language: str(file) for language, file in written.features.items()},
        str(written.story),
        written.command,
        plan.exploration(number),
    )


def _keep_state(progress: Progress, folder: Path) -> None:
    """Write the state of the search, whole or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    new = folder / f"{STATE}.new"
    new.write_bytes(msgspec.json.encode(progress) + b"\n")
    new.replace(folder / STATE)
