"""Processes that play scenarios, and the one that looks after them.

Somebody's Python client runs in such a process and not in ours: it may hang, exit or take the interpreter
down with it, and the run goes on. A client that is a program has its own process already; here it is played
by several at once.

Answers are kept by the number of their scenario, so a report is the same however many processes made it.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any, TypeAlias

from lostphone.base.frozen import FrozenClock
from lostphone.base.interrupts import end_as_at_ctrl_c
from lostphone.client.resolve import BadClient, ClientSource
from lostphone.client.sources import client_source, in_this_process
from lostphone.client.transport.child import NotStarted
from lostphone.client.transport.limits import Limits
from lostphone.client.transport.real_time import now_ms
from lostphone.conformance.attempt import Attempt
from lostphone.conformance.player import ScenarioPlayer
from lostphone.conformance.pulse import Pulse

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

    from lostphone.client.port import ClientInfo
    from lostphone.conformance.plan import PlannedScenario

#: Called when a scenario is done, with its number and what became of it.
Done: TypeAlias = Callable[[int, Attempt], None]

#: What a new process may take to be there, before its client is made, in milliseconds.
_START_MS = 60_000
#: How long a process is given to end its client and itself, in milliseconds.
_END_MS = 5_000
#: After so many limits for a call a Python client has not heard its alarm, and its process is ended.
_DEAF = 2
#: So often a process is looked at that plays such a client.
_LOOK_MS = 200


@dataclass(frozen=True)
class Job:
    """What every process of a run needs to know."""

    spec: str
    seed: int
    lang: str
    limits: Limits


@contextlib.contextmanager
def playing(source: ClientSource, job: Job, freeze: bool) -> Iterator[ScenarioPlayer]:
    """A player in this process, its client ended afterwards. `freeze`: the client may read our clock."""
    frozen = FrozenClock() if freeze else None
    if frozen is not None:
        frozen.start(0)
    try:
        yield ScenarioPlayer(source, job.seed, job.lang, frozen)
    finally:
        if frozen is not None:
            frozen.stop()
        source.close()


def play_here(
    source: ClientSource, job: Job, cases: Sequence[PlannedScenario], done: Done, freeze: bool = False
) -> tuple[ClientInfo | None, list[Attempt]]:
    """Play all cases in this process."""
    with playing(source, job, freeze) as player:
        info = player.greet()
        attempts = []
        for number, case in enumerate(cases):
            attempts.append(player.play(case))
            done(number, attempts[-1])
        return info, attempts


def play_in_processes(
    job: Job, cases: Sequence[PlannedScenario], workers: int, done: Done
) -> tuple[ClientInfo | None, list[Attempt]]:
    """Play all cases in so many processes of their own; BadClient and NotStarted as one here would raise."""
    crew = _WorkerPool(job, cases, done)
    try:
        crew.run(min(workers, len(cases)))
    finally:
        crew.dismiss()
    return crew.info, [crew.attempts[number] for number in range(len(cases))]


class _ScenarioWorker:
    """A process, the pipe to it, the number of the scenario it plays and when it has to be done with it."""

    def __init__(self, job: Job) -> None:
        # A forked child would share threads and open files with this process.
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.pulse = Pulse()
        work = (theirs, job, self.pulse)
        self.process: SpawnProcess = context.Process(target=_work, args=work, daemon=False)
        self.process.start()
        theirs.close()
        self.playing: int | None = None
        self.wait_for(_START_MS)

    def wait_for(self, limit_ms: int) -> None:
        """What it does next may take so long."""
        self.limit_ms = limit_ms
        self.due_ms = now_ms() + limit_ms

    def late_ms(self) -> int:
        """The time it was given and has used up; 0 while it has some left."""
        over_ms = self.limit_ms if now_ms() >= self.due_ms else 0
        return over_ms or (0 if self.playing is None else self.pulse.overdue_ms(_DEAF))

    def kill(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()


class _WorkerPool:
    """All processes of a run."""

    def __init__(self, job: Job, cases: Sequence[PlannedScenario], done: Done) -> None:
        self._job = job
        self._cases = cases
        self._done = done
        self._todo = deque(range(len(cases)))
        self._workers: list[_ScenarioWorker] = []
        self._failed_starts = 0
        # A client is watched call by call, and may take its time over a scenario. But a Python client may
        # not hear the alarm that interrupts it.
        self._may_be_deaf = in_this_process(job.spec)
        self._start_ms = job.limits.start_ms if self._may_be_deaf else _NEVER_MS
        self.info: ClientInfo | None = None
        self.attempts: dict[int, Attempt] = {}

    def run(self, workers: int) -> None:
        """Until every scenario has an attempt."""
        while len(self.attempts) < len(self._cases):
            while len(self._workers) < min(workers, len(self._cases) - len(self.attempts)):
                self._workers.append(_ScenarioWorker(self._job))
            self._wait()

    def _wait(self) -> None:
        """For the next message, or the next process that is late."""
        now = now_ms()
        due = min((worker.due_ms for worker in self._workers), default=now)
        if self._may_be_deaf:
            due = min(due, now + _LOOK_MS)
        by_pipe = {worker.pipe: worker for worker in self._workers}
        heard = wait(list(by_pipe), max(0, due - now) / 1000)
        for pipe in heard:
            assert isinstance(pipe, Connection)
            self._hear(by_pipe[pipe])
        for worker in list(self._workers):
            # What has come from one is heard first, and whoever spoke is not late.
            if worker.pipe not in heard and (late_ms := worker.late_ms()):
                self._lose_late(worker, late_ms)

    def _hear(self, worker: _ScenarioWorker) -> None:
        try:
            kind, said = worker.pipe.recv()
        except (EOFError, OSError):
            worker.process.join(_END_MS / 1000)
            if late_ms := worker.late_ms():
                # Its alarm has ended the process before we could.
                self._lose_late(worker, late_ms)
                return
            self._lose(worker, "crash", f"ended the process it ran in ({_ending(worker.process.exitcode)})")
            return
        if kind == "no client":
            raise said
        if kind == "up":
            worker.wait_for(self._start_ms)
            return
        if kind == "here":
            self._failed_starts = 0
            self.info = self.info or said
        elif worker.playing is not None:
            self._keep(worker.playing, said)
        self._next(worker)

    def _next(self, worker: _ScenarioWorker) -> None:
        worker.playing = self._todo.popleft() if self._todo else None
        # What it plays now is watched call by call, and one that has nothing to do waits for the end.
        worker.wait_for(_NEVER_MS)
        with contextlib.suppress(OSError):
            if worker.playing is not None:
                worker.pipe.send(self._cases[worker.playing])

    def _keep(self, number: int, attempt: Attempt) -> None:
        self.attempts[number] = attempt
        self._done(number, attempt)

    def _lose_late(self, worker: _ScenarioWorker, late_ms: int) -> None:
        self._lose(worker, "hang", f"gave no answer within {late_ms / 1000:g} s")

    def _lose(self, worker: _ScenarioWorker, how: str, what: str) -> None:
        """A process is gone, or has to go, and the scenario it played has its verdict."""
        worker.kill()
        self._workers.remove(worker)
        attempt = Attempt("error", f"the client broke ({how}): the client {what}")
        if worker.playing is not None:
            self._keep(worker.playing, attempt)
            return
        self._failed_starts += 1
        if self._failed_starts >= self._job.limits.starts:
            # It breaks as soon as it is made, and will do so for every scenario.
            while self._todo:
                self._keep(self._todo.popleft(), attempt)

    def dismiss(self) -> None:
        """Each process ends its client and itself; one that does not is ended."""
        early = len(self.attempts) < len(self._cases)
        for worker in self._workers:
            worker.pipe.close()
            if early:
                worker.process.terminate()
        for worker in self._workers:
            worker.process.join(_END_MS / 1000)
            if worker.process.exitcode is None:
                worker.process.kill()
                worker.process.join()


_NEVER_MS = 1_000_000_000


def _ending(code: int | None) -> str:
    if code is None:
        return "and did not go"
    return f"signal {-code}" if code < 0 else f"exit code {code}"


def _work(pipe: Connection, job: Job, pulse: Pulse) -> None:
    """What a process does: greet the client, then play what it is sent until nothing more comes."""
    end_as_at_ctrl_c()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    # Whatever a client prints must not end up in the report.
    os.dup2(sys.stderr.fileno(), 1)
    try:
        with contextlib.suppress(EOFError, OSError, KeyboardInterrupt):
            _serve(pipe, job, pulse)
    finally:
        pipe.close()


def _end_with_parent() -> None:
    """A client that hangs here must not outlive the run, which may be killed without a word."""
    parent = multiprocessing.parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)


def warm_up(lang: str) -> None:
    """Import what stories are played with: the first client to be timed is not to wait for that as well."""
    from lostphone.gherkin.vocabulary import shipped_index
    from lostphone.stories.actions.time import Wait
    from lostphone.stories.story import Story

    shipped_index(lang)
    with Story() as story:
        story.do(Wait(1))


def _serve(pipe: Connection, job: Job, pulse: Pulse) -> None:
    try:
        warm_up(job.lang)
        pipe.send(("up", None))
        source = client_source(job.spec, job.limits, pulse.beat)
        with playing(source, job, in_this_process(job.spec)) as player:
            message: tuple[str, Any] = ("here", player.greet())
            while True:
                pipe.send(message)
                message = ("done", player.play(pipe.recv()))
    except (BadClient, NotStarted) as error:
        pipe.send(("no client", type(error)(str(error))))
