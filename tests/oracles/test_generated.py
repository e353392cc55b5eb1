"""On histories that nobody wrote the panel neither falls over nor finds fault with the reference."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from lostphone.explore.sweep import Players, SweepPlan, play_chunk


@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 2**31))
def test_the_reference_survives_generated_histories(seed: int) -> None:
    with Players(SweepPlan()) as players:
        played = play_chunk(players, SweepPlan(seed=seed), 0, 2)
    assert played.actions > 0
    assert [(failure.judgement, failure.actions) for failure in played.failures] == []


@settings(max_examples=6, deadline=None)
@given(seed=st.integers(0, 2**31))
def test_a_client_with_wrong_codes_is_found_in_them(seed: int) -> None:
    with Players(SweepPlan("mutant:wall-clock")) as players:
        played = play_chunk(players, SweepPlan(client="mutant:wall-clock", seed=seed), 0, 12)
    assert "codes" in {failure.judgement.oracle for failure in played.failures}
