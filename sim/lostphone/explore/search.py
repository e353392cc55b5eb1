"""A search: a sweep, with each failure shrunk and written as a finding as soon as it is sure to be the first.

What has been done is kept in the folder of the findings, so that a search that was stopped goes on later.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, TypeAlias

import msgspec

from lostphone.base.foreign_text import one_line
from lostphone.base.interrupts import held
from lostphone.client.transport.real_time import now_ms
from lostphone.explore.coverage import ENOUGH_RUNS, never, never_judged
from lostphone.explore.report import (
    ReportedFinding,
    failure_of,
    kept_whole,
    minimised,
    never_began,
    unwritten,
    written,
)
from lostphone.explore.rereading import check_plan, reread
from lostphone.explore.sweep import Chunk, Players, SweepFailure, SweepPlan, chunks
from lostphone.explore.writing import write_file
from lostphone.oracles.verdict_counts import Judged, add

#: The file in the folder of the findings that says how far the search is.
STATE = "explore.json"
FORMAT = "lostphone-explore/3"
#: So many failures that turn out to be something already found are minimised, of each sort.
REPEATS = 2
#: How often the state is written meanwhile: so much of a search is lost at most to a kill, or a power cut,
#: and to one that comes while stories are minimised, the runs in which they failed: they are played again.
KEEP_EVERY_MS = 3_000

Count: TypeAlias = Annotated[int, msgspec.Meta(ge=0)]


class SearchProgress(msgspec.Struct):
    """How far a search is; what its file holds."""

    plan: SweepPlan
    format: str = FORMAT
    runs: Count = 0
    actions: Count = 0
    simulated_ms: Count = 0
    reached: dict[str, Count] = msgspec.field(default_factory=dict, name="marks")
    judged: Judged = {}
    findings: list[ReportedFinding] = []
    repeats: dict[str, Count] = {}
    capabilities: tuple[str, ...] = ()
    diverged: str = ""

    @property
    def missing(self) -> tuple[str, ...]:
        """The coverage goals that were never reached."""
        return never(self.reached, self.plan.faults, self.capabilities)

    @property
    def unjudged(self) -> tuple[str, ...]:
        """The promises that an oracle watches and never once could decide, as `oracle: promise`."""
        return never_judged(self.judged, self.plan.faults, self.capabilities, self.plan.waived)

    @property
    def failed(self) -> bool:
        """Whether there is something to look at: findings, or a large sweep that missed something."""
        missed = self.runs >= ENOUGH_RUNS and bool(self.missing or self.unjudged)
        return bool(self.findings) or missed

    def add(self, chunk: Chunk) -> list[SweepFailure]:
        """Count a chunk; the failures in it."""
        self.runs += chunk.runs
        self.actions += chunk.actions
        self.simulated_ms += chunk.simulated_ms
        self.capabilities = chunk.capabilities or self.capabilities
        self.diverged = self.diverged or chunk.diverged
        for goal, count in chunk.reached.items():
            self.reached[goal] = self.reached.get(goal, 0) + count
        add(self.judged, chunk.judged)
        return chunk.failures

    def knows(self, key: tuple[str, ...]) -> bool:
        """Whether that is found already, or comes to the same as what is, time and again."""
        return self.has(key) or self.repeats.get(" ".join(key), 0) >= REPEATS

    def has(self, key: tuple[str, ...]) -> bool:
        return any(found.judgement.key == key for found in self.findings)

    def repeat(self, key: tuple[str, ...]) -> None:
        """A failure of that sort has turned out to be one that is found already."""
        name = " ".join(key)
        self.repeats[name] = self.repeats.get(name, 0) + 1


class CannotGoOn(ValueError):
    """There is no search to go on with; the message says why."""


def earlier(folder: Path) -> SearchProgress:
    """How far the search in that folder was; CannotGoOn."""
    place = folder / STATE
    try:
        progress = msgspec.json.decode(place.read_bytes(), type=SearchProgress)
    except OSError as error:
        raise CannotGoOn(f"{place} cannot be read: {error.strerror}") from None
    except (UnicodeDecodeError, RecursionError, msgspec.MsgspecError) as error:
        raise CannotGoOn(f"{place} is no state of a search: {one_line(str(error))}") from None
    if progress.format != FORMAT:
        raise CannotGoOn(f"{place} is of the format {one_line(progress.format, 60)!r}, not {FORMAT!r}")
    try:
        check_plan(progress.plan)
        progress.findings = [reread(progress.plan, found, folder) for found in progress.findings]
    except ValueError as error:
        raise CannotGoOn(f"{place} is no state of a search: {error}") from None
    return progress


def search(
    progress: SearchProgress,
    folder: Path,
    *,
    jobs: int = 1,
    until_run: int | None = None,
    seconds: float | None = None,
    findings_max: int | None = None,
    tell: Callable[[SearchProgress], None] = lambda _progress: None,
    tell_tries: Callable[[int], None] = lambda _tries: None,
) -> SearchProgress:
    """Go on from where `progress` stands, which is changed in place and kept in the folder at the end.

    What is not minimised yet comes first. Ends after run `until_run`, after so many seconds, with so many
    findings, or when nothing can be played. `tell` hears of each chunk, `tell_tries` of each history played
    to minimise one. KeyboardInterrupt passes through, once what was found is kept, whole if need be.
    BadClient and NotStarted as the client has them; Lost where a finding's actions are gone; OSError where
    the folder cannot be written: what was found is in `progress` then.
    """
    due_ms = None if seconds is None else now_ms() + int(seconds * 1000)
    with Players(progress.plan) as players:
        telling = _Telling(progress, players, folder, tell_tries)
        coming = chunks(progress.plan, players, jobs, progress.runs, until_run)
        # Whoever cannot write there hears of it now, and not when all is over.
        telling.keep()
        try:
            telling.shorten_the_whole()
            for chunk in coming:
                telling.tell_all(progress.add(chunk))
                telling.keep_now_and_then()
                tell(progress)
                enough = findings_max is not None and len(progress.findings) >= findings_max
                useless = not progress.actions
                late = due_ms is not None and now_ms() >= due_ms
                if late or enough or useless or (progress.diverged and players.ours):
                    break
        finally:
            # Somebody who is in a hurry presses Ctrl-C twice.
            with held():
                coming.close()
                telling.keep()
    return progress


class _Telling:
    """Makes findings of failures, one after the other; each is kept as soon as it is there.

    `failed` is why one could not be written.
    """

    def __init__(
        self, progress: SearchProgress, players: Players, folder: Path, tell_tries: Callable[[int], None]
    ) -> None:
        self.failed: OSError | None = None
        self._progress = progress
        self._players = players
        self._folder = folder
        self._tell_tries = tell_tries
        self._kept_ms = now_ms()

    def shorten_the_whole(self) -> None:
        """What was kept whole is minimised, where it stands. Interrupted, it stays as it is."""
        findings = self._progress.findings
        for found in [found for found in findings if found.whole]:
            place = findings.index(found)
            failure = failure_of(self._progress.plan, found)
            del findings[place]
            try:
                told = self._told(failure)
            except BaseException:
                findings.insert(place, found)
                raise
            findings[place:place] = told
            if found.story not in [one.story for one in told]:
                Path(found.story).unlink(missing_ok=True)
            self.keep()

    def tell_all(self, failures: Sequence[SweepFailure]) -> None:
        """Shorten each and write its files; interrupted, keep them whole rather than not at all.

        The state is written once all are told, for it counts the runs of all of them.
        """
        waiting = list(failures)
        before = len(self._progress.findings)
        try:
            while waiting and self.failed is None:
                if not self._progress.knows(waiting[0].judgement.key):
                    self._progress.findings += self._told(waiting[0])
                del waiting[0]
        except KeyboardInterrupt:
            with held():
                for failure in waiting:
                    if self._progress.knows(failure.judgement.key):
                        continue
                    make = kept_whole if failure.actions else never_began
                    self._progress.findings.append(make(self._progress.plan, failure, self._folder))
            raise
        if len(self._progress.findings) > before:
            self.keep()

    def keep(self) -> None:
        """Write the state of the search, unless something is in it that is not written; OSError."""
        if self.failed is not None:
            raise self.failed
        write_file(self._folder / STATE, msgspec.json.encode(self._progress) + b"\n")
        self._kept_ms = now_ms()

    def keep_now_and_then(self) -> None:
        """As `keep`, if that was not done a moment ago."""
        if now_ms() - self._kept_ms >= KEEP_EVERY_MS:
            self.keep()

    def _told(self, failure: SweepFailure) -> list[ReportedFinding]:
        """The finding; none if it turns out to be one that is there already."""
        plan = self._progress.plan
        if not failure.actions:
            return [never_began(plan, failure, self._folder)]
        finding = minimised(failure, self._players, plan.waived, self._tell_tries)
        if self._progress.has(finding.judgement.key):
            self._progress.repeat(failure.judgement.key)
            return []
        try:
            return [written(plan, failure.number, finding, self._players, self._folder)]
        except OSError as error:
            self.failed = error
            return [unwritten(plan, failure.number, finding)]
