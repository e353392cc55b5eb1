"""Deadlines are in real time, and a client pays only for time in which somebody waited for it."""

from __future__ import annotations

import pytest

from lostphone.base.frozen import FrozenClock
from lostphone.client.transport import real_time
from lostphone.client.transport.real_time import Patience
from lostphone.client.transport.trouble import Trouble


class Clock:
    """A clock that goes on when it is told to."""

    def __init__(self) -> None:
        self.at_ms = 1_000_000

    def __call__(self) -> int:
        return self.at_ms


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(real_time, "now_ms", made)
    return made


def waited(patience: Patience, clock: Clock, step_ms: int) -> int:
    """How long it takes, in steps, until there is no patience left."""
    begin_ms = clock.at_ms

    def wait() -> None:
        while True:
            assert patience.next_slice_ms() <= real_time.SLICE_MS
            clock.at_ms += step_ms

    with patience, pytest.raises(Trouble, match="gave no answer within 1 s"):
        wait()
    return clock.at_ms - begin_ms


@pytest.mark.parametrize("step_ms", [1, 30, 100])
def test_a_wait_has_an_end(clock: Clock, step_ms: int) -> None:
    assert 1_000 <= waited(Patience(1_000), clock, step_ms) <= 1_000 + step_ms


def test_a_machine_that_slept_makes_no_client_hang(clock: Clock) -> None:
    patience = Patience(1_000)
    with patience:
        patience.next_slice_ms()
        clock.at_ms += 3_600_000
        assert patience.next_slice_ms() > 0
    # But it does not wait for ever for a machine that sleeps all the time.
    assert waited(patience, clock, 3_600_000) <= 2 * 3_600_000


def test_what_the_host_takes_itself_does_not_count(clock: Clock) -> None:
    patience = Patience(1_000)
    for _ in range(10):
        with patience:
            patience.next_slice_ms()
            clock.at_ms += 50
        clock.at_ms += 60_000
    assert 500 <= waited(patience, clock, 50) <= 550


def test_a_frozen_clock_does_not_stop_this_one() -> None:
    with FrozenClock() as frozen:
        frozen.start(1_750_000_000_000)
        begin_ms = real_time.now_ms()
        real_time.rest(20)
        assert real_time.now_ms() > begin_ms
