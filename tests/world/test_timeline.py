"""Simulated time: whole milliseconds, inclusive advance, and a seeded order within an instant."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lostphone.base.clock import DAY_MS
from lostphone.world.timeline import Timeline
from lostphone.world.world import World


def test_what_is_due_at_the_last_instant_is_done() -> None:
    line, seen = Timeline(0), []
    line.at(100, lambda: seen.append("due"))
    line.at(101, lambda: seen.append("later"))
    line.advance(100)
    assert (seen, line.now_ms) == (["due"], 100)


def test_advancing_by_nothing_does_what_is_due_now() -> None:
    line, seen = Timeline(7), []
    line.after(0, lambda: line.after(0, lambda: seen.append(line.now_ms)))
    line.advance(0)
    assert seen == [7]


def test_a_process_waits_in_milliseconds() -> None:
    line, seen = Timeline(0), []

    def nightly():
        while True:
            yield line.timeout(DAY_MS)
            seen.append(line.now_ms)

    line.process(nightly())
    line.advance(3 * DAY_MS)
    assert seen == [DAY_MS, 2 * DAY_MS, 3 * DAY_MS]


@pytest.mark.parametrize("delay", [0.5, 1.0, True])
def test_times_that_are_no_whole_milliseconds_are_refused(delay) -> None:
    with pytest.raises(TypeError, match="whole milliseconds"):
        Timeline(0).timeout(delay)


def test_time_does_not_go_back() -> None:
    line = Timeline(10)
    with pytest.raises(ValueError, match="back"):
        line.advance(-1)
    with pytest.raises(ValueError, match="back"):
        line.advance_to(9)


def order_of(ties: random.Random | None) -> list[int]:
    line, seen = Timeline(0, ties), []
    for number in range(20):
        line.at(5, lambda number=number: seen.append(number))
    line.advance(5)
    return seen


def test_an_instant_keeps_its_order_unless_races_are_wanted() -> None:
    assert order_of(None) == list(range(20))
    raced = order_of(random.Random(1))
    assert raced != list(range(20))
    assert sorted(raced) == list(range(20))
    assert raced == order_of(random.Random(1))
    assert raced != order_of(random.Random(2))


@given(st.lists(st.integers(0, 1000), max_size=30), st.integers(0, 1000))
def test_however_it_is_cut_the_same_things_happen(delays: list[int], cut: int) -> None:
    whole, parts = Timeline(0), Timeline(0)
    seen: dict[str, list[int]] = {"whole": [], "parts": []}
    for delay in delays:
        whole.at(delay, lambda delay=delay: seen["whole"].append(delay))
        parts.at(delay, lambda delay=delay: seen["parts"].append(delay))
    whole.advance(1000)
    parts.advance(cut)
    parts.advance(1000 - cut)
    assert seen["whole"] == seen["parts"] == sorted(delays)


def test_ten_thousand_phones_in_drawers_cost_no_event() -> None:
    world = World(start_ms=1_760_000_000_000)
    for number in range(10_000):
        world.add_device(f"phone {number}", f"person {number}", "ios" if number % 2 else "android")
    before = world.timeline.steps
    world.timeline.advance(365 * DAY_MS)
    assert world.timeline.steps == before


def test_somebody_who_waits_past_the_end_does_not_set_the_clock_back() -> None:
    line = Timeline(0)
    line.at(10, lambda: line.wait_for(line.event(), 50))
    line.at(60, lambda: None)
    line.advance(20)
    assert line.now_ms == 50
