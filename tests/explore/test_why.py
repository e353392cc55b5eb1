"""Why it happened: the step from which on failure is likely, and the one from which on it is certain."""

from __future__ import annotations

import random

from small_oracle import actions_of

from lostphone.client.sources import client_source
from lostphone.explore.finding import Finding
from lostphone.explore.why import History, why, why_it_happened
from lostphone.oracles.oracle import Judgement
from lostphone.stories.actions.time import Wait
from lostphone.stories.recipe import Recipe

STORY = tuple(map(Wait, range(1, 6)))


def test_the_step_that_decides_is_named() -> None:
    def goes_wrong(beginning: History, draw: random.Random) -> bool:
        return Wait(4) in beginning or (Wait(3) in beginning and draw.random() < 0.8)

    found = why(STORY, range(1, 6), goes_wrong)
    assert (found.likely, found.inevitable) == (3, 4)
    assert [chance.actions for chance in found.chances] == [0, 1, 2, 3, 4, 5]
    assert [chance.share for chance in found.chances[:3]] == [0, 0, 0]


def test_what_never_becomes_certain_is_not_called_so() -> None:
    found = why(STORY, range(1, 6), lambda _, draw: draw.random() < 0.7)
    assert found.inevitable is None


def test_the_same_seed_gives_the_same_chances() -> None:
    def goes_wrong(beginning: History, draw: random.Random) -> bool:
        return draw.randrange(9) < len(beginning)

    one, other = (why(STORY, range(1, 6), goes_wrong, seed=4) for _ in range(2))
    assert one == other
    assert one != why(STORY, range(1, 6), goes_wrong, seed=5)


def test_a_client_that_breaks_at_everything_breaks_from_the_first_phone_on() -> None:
    actions = actions_of("core.codes.leading-zeros#1")[:2]
    with client_source("null") as client:
        judgement = Judgement("no-such-oracle", "app.answers", "invalid")
        lines = why_it_happened(Finding(judgement, Recipe(), actions), client, ways=2)
    assert lines[0].endswith("%  before anything happens")
    assert all(line.startswith("   0 %") for line in lines)
