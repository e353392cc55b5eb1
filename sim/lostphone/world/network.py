"""Links between devices and services: latency, loss, partition, and messages held in flight.

A guest's call is synchronous for the guest, while simulated time passes for everybody else. With no
latency and no fault a round trip costs no event at all, which is what keeps quiet worlds fast.

Faults come in pairs: `partition`/`heal`, `hold`/`release`, `slow`/`restore_speed`, `lose`/`stop_losing`.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import TypeVar

from lostphone.base.clock import SECOND_MS
from lostphone.refusal import Refusal
from lostphone.world.timeline import Timeline

T = TypeVar("T")

#: How long a phone waits for an answer before it gives up, and how often it asks.
PATIENCE_MS = 30 * SECOND_MS
TRIES = 3


class Unreachable(Exception):  # said of a place, not of a mistake
    """No answer: `reason` is "offline" (no route), or "timed-out" (asked, and heard nothing)."""

    def __init__(self, target: str, reason: str) -> None:
        super().__init__(target, reason)
        self.target = target
        self.reason = reason


class Network:
    """Who can reach whom. Ends are names: a device's, or a service's such as "icloud"."""

    def __init__(self, timeline: Timeline, stream: random.Random) -> None:
        self._timeline = timeline
        self._stream = stream
        self._cut: dict[tuple[str, str], bool] = {}
        self._latency_ms: dict[str, int] = {}
        self._loss_percent: dict[str, int] = {}
        self._held: dict[str, list[Callable[[], None]]] = {}

    def partition(self, one: str, other: str) -> None:
        """Cut the link between two ends; "*" stands for every other end."""
        self._cut[_link(one, other)] = True

    def heal(self, one: str, other: str) -> None:
        """Undo `partition`."""
        self._cut.pop(_link(one, other), None)

    def slow(self, service: str, latency_ms: int) -> None:
        """Each direction to `service` takes `latency_ms`."""
        self._latency_ms[service] = latency_ms

    def restore_speed(self, service: str) -> None:
        """Undo `slow`."""
        self._latency_ms.pop(service, None)

    def lose(self, service: str, percent: int) -> None:
        """Each try to reach `service` is lost with this chance (0 to 100)."""
        self._loss_percent[service] = percent

    def stop_losing(self, service: str) -> None:
        """Undo `lose`."""
        self._loss_percent.pop(service, None)

    def hold(self, service: str) -> None:
        """Keep messages to `service` in flight until `release`; callers give up meanwhile."""
        self._held.setdefault(service, [])

    def release(self, service: str) -> None:
        """Deliver what `hold` kept, in the order it was sent."""
        for deliver in self._held.pop(service, []):
            self._timeline.after(0, deliver)

    def connected(self, one: str, other: str) -> bool:
        """Whether a route exists (it may still be slow or lossy)."""
        cut = self._cut
        return not cut or not (_link(one, other) in cut or _link(one, "*") in cut or _link(other, "*") in cut)

    def disturbances(self) -> tuple[str, ...]:
        """What is wrong with the network now, for reports: sorted, empty when all is well."""
        found = [f"partition {one} | {other}" for one, other in self._cut]
        found += [f"hold {service}" for service in self._held]
        found += [f"slow {service}" for service in self._latency_ms]
        found += [f"lose {service}" for service in self._loss_percent]
        return tuple(sorted(found))

    def call(self, source: str, service: str, handle: Callable[[], T]) -> T:
        """Ask `service` to do `handle` and wait for its answer.

        Raises Unreachable. After "timed-out" the service may or may not have done it, as in life.
        """
        if not self.connected(source, service):
            raise Unreachable(service, "offline")
        if service in self._latency_ms or service in self._loss_percent or service in self._held:
            return self._slow_call(source, service, handle)
        return handle()

    def post(self, source: str, service: str, handle: Callable[[], None]) -> bool:
        """Have `service` do `handle` without anybody waiting: what a phone does in the background.

        Says whether the message is on its way. One that is cut off in flight is gone; its sender tries
        again when it next has a reason to. At once, and without an event, when nothing is in the way.
        """
        if not self.connected(source, service):
            return False
        delay_ms = self._latency_ms.get(service, 0)
        percent = self._loss_percent.get(service, 0)
        if percent:
            lost = 0
            while self._stream.randrange(100) < percent:
                lost += 1
                if lost == TRIES:
                    return False
            delay_ms += lost * (PATIENCE_MS // TRIES)

        def arrive() -> None:
            if self.connected(source, service):
                handle()

        if service in self._held:
            self._held[service].append(arrive)
        elif delay_ms == 0:
            handle()
        else:
            self._timeline.after(delay_ms, arrive)
        return True

    def _slow_call(self, source: str, service: str, handle: Callable[[], T]) -> T:
        answers: list[T | Exception] = []
        answered = self._timeline.event()

        def serve() -> None:
            try:
                answer: T | Exception = handle()
            except Exception as error:  # the service's own refusal travels back like any answer
                answer = error
            if self.connected(source, service) and not answered.triggered:
                self._timeline.after(self._latency_ms.get(service, 0), lambda: arrive(answer))

        def arrive(answer: T | Exception) -> None:
            if not answered.triggered:
                answers.append(answer)
                answered.succeed()

        for _ in range(TRIES):
            if self._stream.randrange(100) >= self._loss_percent.get(service, 0):
                self._send(service, serve)
            if self._timeline.wait_for(answered, self._timeline.now_ms + PATIENCE_MS // TRIES):
                break
        if not answers:
            raise Unreachable(service, "timed-out")
        answer = answers[0]
        if isinstance(answer, Exception):
            raise answer
        return answer

    def _send(self, service: str, serve: Callable[[], None]) -> None:
        if service in self._held:
            self._held[service].append(serve)
        else:
            self._timeline.after(self._latency_ms.get(service, 0), serve)


def once(handle: Callable[[], T], tell: Callable[[str], object]) -> Callable[[], T]:
    """`handle`, done at the first call only; later calls repeat its answer or its refusal.

    The network may deliver a request again when the answer was lost, and a second wrong passcode must
    not be counted for that. `tell` hears "ok" or the refusal's code, once.
    """
    answers: list[T] = []
    refusals: list[Refusal] = []

    def serve() -> T:
        if refusals:
            raise refusals[0]
        if not answers:
            try:
                answers.append(handle())
            except Refusal as refusal:
                refusals.append(refusal)
                tell(refusal.code)
                raise
            tell("ok")
        return answers[0]

    return serve


def _link(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one <= other else (other, one)
