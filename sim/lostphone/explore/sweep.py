"""A sweep: runs by number, one after the other or on several processes, and what they found between them.

Runs are numbered, and run N of a seed is the same run wherever and whenever it is played. Of two findings
of one oracle and rule the one with the lower number counts, so a sweep of so many runs finds the same on
one process and on two.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Callable, Generator, Iterator
from functools import cache, partial
from typing import Annotated

import msgspec

from lostphone.base.frozen import FrozenClock
from lostphone.base.workers import Gone, answers
from lostphone.client.port import Client
from lostphone.client.sources import ClientSource, client_source, in_this_process, is_ours, made_here
from lostphone.client.transport.limits import Limits
from lostphone.explore.exploration import FAULTS, Exploration, exploration
from lostphone.explore.run import Ran, run
from lostphone.explore.session import hangs
from lostphone.oracles.oracle import Judgement
from lostphone.oracles.verdict_counts import Judged, add
from lostphone.requirements import EVERY_SET, all_sets, find_sets
from lostphone.stories.actions.base import Action
from lostphone.stories.contained import ContainedClient
from lostphone.stories.recipe import Recipe

#: So many runs are handed to a process at a time; every so-manieth run is played twice.
CHUNK_RUNS = 8
TWICE_EVERY = 50
#: The beginning of every so-manieth run is played on twins of its world: four times more.
COMPARED_EVERY = 20
#: So long a client that gave no answer is waited for while its story is minimised.
HASTE_MS = 300


@cache
def waived_by(require: str) -> frozenset[str]:
    """The promises that no named requirement set has, and another one has; UnknownSet."""
    owed = {rule for one in find_sets(require) for rule in one.rules}
    return frozenset(rule for one in all_sets() for rule in one.rules if rule not in owed)


class SweepPlan(msgspec.Struct, frozen=True):
    """What a sweep is: the client, the seed that all its runs come from, and the faults there may be.

    `require` names the requirement sets to which the client is held, as `find_sets` takes them; `timeout_ms`
    is how long it may take to start, and for each answer, where that is not as usual.
    """

    client: str = "reference"
    seed: int = 0
    faults: tuple[str, ...] = FAULTS
    require: str = EVERY_SET
    timeout_ms: Annotated[int, msgspec.Meta(ge=1)] | None = None

    @property
    def limits(self) -> Limits:
        """What the client may take."""
        return Limits().within(self.timeout_ms)

    @property
    def waived(self) -> frozenset[str]:
        """The promises that the client does not owe: those of the other sets alone."""
        return waived_by(self.require)

    def run_seed(self, number: int) -> int:
        """The seed of a run by its number."""
        digest = hashlib.sha256(f"explore {self.seed} {number}".encode()).digest()
        return int.from_bytes(digest[:4], "big")

    def exploration(self, number: int) -> Exploration:
        """What a run is drawn from, by its number."""
        return exploration(self.run_seed(number), self.faults, self.client)


class SweepFailure(msgspec.Struct, frozen=True):
    """A history in which something was wrong, as it was found."""

    number: int
    judgement: Judgement
    recipe: Recipe
    actions: tuple[Action, ...]


class Chunk(msgspec.Struct):
    """What came of some runs, in order. `diverged` says where the same run went another way."""

    first: int
    runs: int = 0
    actions: int = 0
    simulated_ms: int = 0
    reached: dict[str, int] = msgspec.field(default_factory=dict, name="marks")
    judged: Judged = {}
    failures: list[SweepFailure] = []
    diverged: str = ""
    capabilities: tuple[str, ...] = ()


class ClientGone(Exception):
    """A client of Python ended the process that it was played in, and with it the search."""


class Players:
    """Makes clients for a plan, as long as it is open; holds the clock for those that may read it."""

    def __init__(self, plan: SweepPlan) -> None:
        spec = plan.client
        self._spec, self._limits = spec, plan.limits
        self._source: ClientSource = client_source(spec, self._limits)
        self.frozen: FrozenClock | None = None
        if in_this_process(spec):
            self.frozen = FrozenClock()
            self.frozen.start(0)
        self._made = made_here(spec) if is_ours(spec) else None

    def __call__(self) -> Client:
        """The client for the next history. Our own needs only its crashes contained."""
        return self._source() if self._made is None else ContainedClient(self._made())

    @contextlib.contextmanager
    def in_haste(self) -> Iterator[None]:
        """Meanwhile no answer is waited for longer than a moment."""
        self._renew(self._limits._replace(call_ms=min(HASTE_MS, self._limits.call_ms)))
        try:
            yield
        finally:
            self._renew(self._limits)

    def _renew(self, limits: Limits) -> None:
        self._source.close()
        self._source = client_source(self._spec, limits)

    @property
    def ours(self) -> bool:
        """Whether the client is one that never acts differently the second time."""
        return self._made is not None

    def close(self) -> None:
        """End programs, let the clock run."""
        self._source.close()
        if self.frozen is not None:
            self.frozen.stop()

    def __enter__(self) -> Players:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def play_chunk(players: Players, plan: SweepPlan, first: int, runs: int) -> Chunk:
    """Play these runs, one after the other."""
    chunk = Chunk(first)
    for number in range(first, first + runs):
        explored = plan.exploration(number)
        compares = number % COMPARED_EVERY == 0
        ran = run(explored, players, players.frozen, plan.waived, compares)
        chunk.runs += 1
        chunk.actions += len(ran.actions)
        chunk.simulated_ms += ran.simulated_ms
        chunk.capabilities = ran.capabilities
        for goal, count in ran.reached.items():
            chunk.reached[goal] = chunk.reached.get(goal, 0) + count
        add(chunk.judged, ran.judged)
        if ran.wrong:
            chunk.failures.append(
                SweepFailure(number, ran.wrong[0], _timed(plan, explored.recipe, ran.wrong[0]), ran.evidence)
            )
        if number % TWICE_EVERY == 0:
            where = divergence(ran, run(explored, players, players.frozen, plan.waived))
            chunk.diverged = chunk.diverged or (
                f"run {number} (seed {explored.seed}): {where}" if where else ""
            )
    return chunk


def _timed(plan: SweepPlan, recipe: Recipe, judgement: Judgement) -> Recipe:
    """A client that gave no answer in time did so in the time that it was given."""
    return msgspec.structs.replace(recipe, timeout_ms=plan.timeout_ms) if hangs(judgement) else recipe


def divergence(one: Ran, other: Ran) -> str:
    """Where two plays of the same run part, in words; "" when they are the same to the byte."""
    if one.trace.fingerprint() == other.trace.fingerprint():
        return ""
    for place, (first, second) in enumerate(zip(one.trace, other.trace, strict=False)):
        if first != second:
            return f"event {place} was '{first.line()}' and then '{second.line()}'"
    return f"event {min(len(one.trace), len(other.trace))} happened in one of two plays alone"


def chunks(plan: SweepPlan, players: Players, jobs: int, first: int, end: int | None) -> Generator[Chunk]:
    """The chunks from run `first` on, in order, up to run `end` or without end. Closing it ends the work.

    ClientGone if a client in a process of its own takes it along.
    """
    if jobs == 1:
        # One run at a time, so that whoever has a deadline can look at the clock after each.
        for begin, runs in _numbers(first, end, 1):
            yield play_chunk(players, plan, begin, runs)
        return
    try:
        yield from answers(partial(_playing, plan), _numbers(first, end, CHUNK_RUNS), jobs)
    except Gone:
        raise ClientGone from None


@contextlib.contextmanager
def _playing(plan: SweepPlan) -> Iterator[Callable[[tuple[int, int]], Chunk]]:
    """In a process of its own: what plays so many runs from one on."""
    with Players(plan) as players:
        yield lambda numbers: play_chunk(players, plan, *numbers)


def _numbers(first: int, end: int | None, size: int) -> Iterator[tuple[int, int]]:
    while end is None or first < end:
        runs = size if end is None else min(size, end - first)
        yield first, runs
        first += runs
