"""The one clock of a world: SimPy's environment over integer milliseconds, advanced inclusively.

SimPy's own `run(until=t)` leaves what is due at `t` undone; a story that says "three days later" means
the end of that instant, so `advance` runs everything up to and including it, and allows zero.
Things due in the same instant are ordered by a seeded draw when `ties` is given, so that races can be
explored and replayed; without it they keep their order of scheduling.

>>> line = Timeline(start_ms=1_000)
>>> seen = []
>>> line.at(1_500, lambda: seen.append(line.now_ms))
>>> line.advance(500); seen
[1500]
"""

from __future__ import annotations

import random
from collections.abc import Callable
from heapq import heappush
from typing import Any

import simpy
from simpy.events import NORMAL, Event, EventPriority

_SEQUENCE_BITS = 48


class IntegerEnvironment(simpy.Environment):
    """SimPy's environment, refusing times that are not whole milliseconds."""

    def __init__(self, start_ms: int, ties: random.Random | None) -> None:
        super().__init__(initial_time=start_ms)
        self._ties = ties
        self.steps = 0

    def schedule(self, event: Event, priority: EventPriority = NORMAL, delay: float = 0) -> None:
        if type(delay) is not int:
            raise TypeError(f"delays are whole milliseconds, not {delay!r}")
        sequence = next(self._eid)
        # Only normal events race: SimPy starts and interrupts processes with the urgent ones.
        if self._ties is not None and priority == NORMAL:
            sequence |= self._ties.getrandbits(15) << _SEQUENCE_BITS
        heappush(self._queue, (self._now + delay, priority, sequence, event))

    def step(self) -> None:
        self.steps += 1
        super().step()

    def settle_at(self, at_ms: int) -> None:
        """Say that nothing is left to do before `at_ms` and stand there."""
        self._now = at_ms


class Timeline:
    """Simulated time, and the only way the rest of the world touches SimPy's queue."""

    def __init__(self, start_ms: int, ties: random.Random | None = None) -> None:
        self.env = IntegerEnvironment(start_ms, ties)
        self._after_instant: list[Callable[[], None]] = []

    @property
    def now_ms(self) -> int:
        return self.env._now  # type: ignore[return-value]  # SimPy types it as int | float; ours is int

    @property
    def steps(self) -> int:
        """How many events have been processed so far."""
        return self.env.steps

    def at(self, at_ms: int, act: Callable[[], None]) -> None:
        """Do `act` at a moment that is not in the past."""
        self.after(at_ms - self.now_ms, act)

    def after(self, delay_ms: int, act: Callable[[], None]) -> None:
        """Do `act` once, `delay_ms` from now (zero or more)."""
        timeout = self.env.timeout(delay_ms)
        callbacks = timeout.callbacks
        assert callbacks is not None
        callbacks.append(lambda _event: act())

    def process(self, generator: Any) -> simpy.Process:
        """Start a SimPy process."""
        return self.env.process(generator)

    def event(self) -> Event:
        """A bare SimPy event, to be waited for by a process and triggered by whoever knows."""
        return self.env.event()

    def timeout(self, delay_ms: int) -> simpy.Timeout:
        """For use inside a process: `yield timeline.timeout(DAY_MS)`."""
        return self.env.timeout(delay_ms)

    def advance(self, delay_ms: int) -> None:
        """Let `delay_ms` pass, doing everything due up to and including the last instant."""
        if delay_ms < 0:
            raise ValueError(f"time cannot go back by {-delay_ms} ms")
        self.advance_to(self.now_ms + delay_ms)

    def advance_to(self, at_ms: int) -> None:
        """As `advance`, with the moment to stand at; a moment in the past is an error."""
        if at_ms < self.now_ms:
            raise ValueError(f"time cannot go back from {self.now_ms} to {at_ms}")
        env, queue = self.env, self.env._queue
        while queue and queue[0][0] <= at_ms:
            env.step()
            for act in self._after_instant:
                act()
        # A guest woken on the way may have waited for an answer past the moment aimed at.
        env.settle_at(max(at_ms, self.now_ms))

    def wait_for(self, event: Event, limit_ms: int) -> bool:
        """Run until `event` has happened, at most until `limit_ms`; say whether it did."""
        env, queue = self.env, self.env._queue
        while not event.processed and queue and queue[0][0] <= limit_ms:
            env.step()
        if not event.processed:
            env.settle_at(max(limit_ms, self.now_ms))
        return event.processed

    def after_each_event(self, act: Callable[[], None]) -> None:
        """Call `act` between events of `advance`: where guests are woken, never inside an event."""
        self._after_instant.append(act)
