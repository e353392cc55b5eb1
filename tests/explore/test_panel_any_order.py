"""Shrinking leaves actions out: whatever is left, the oracles may find nothing to say, but not fall over."""

from __future__ import annotations

import random

import pytest

from lostphone.client.reference import ReferenceClient
from lostphone.explore.exploration import exploration
from lostphone.explore.reproduce import reproduce
from lostphone.explore.run import run


@pytest.mark.parametrize("seed", range(4))
def test_a_history_with_holes_is_judged_too(seed: int) -> None:
    explored = exploration(seed)
    actions = run(explored, ReferenceClient).actions
    for kept in (0.3, 0.6, 0.9):
        draw = random.Random(f"{seed} {kept}")
        holes = [action for action in actions if draw.random() < kept]
        assert reproduce(explored.recipe, holes, ReferenceClient) is None
