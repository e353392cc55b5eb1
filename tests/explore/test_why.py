"""Why it happened: the step from which on failure is likely, and the one from which on it is certain."""

from __future__ import annotations

from small_oracle import actions_of, judge

from lostphone.client_sources import client_source
from lostphone.explore.shortest import shortest
from lostphone.explore.why import the_rest_otherwise, why, why_it_happened
from lostphone.history.actions.time import Wait
from lostphone.history.recipe import Recipe

STORY = tuple(map(Wait, range(1, 6)))


def test_the_step_that_decides_is_named() -> None:
    found = why(STORY, range(1, 6), lambda tried, _: tried[2:3] == (Wait(3),), the_rest_otherwise(STORY))
    assert (found.likely, found.inevitable) == (3, 3)
    assert [chance.actions for chance in found.chances] == [0, 1, 2, 3, 4, 5]
    assert found.chances[0].share < 0.5


def test_what_never_becomes_certain_is_not_called_so() -> None:
    found = why(STORY, range(1, 6), lambda _, seed: seed % 2 == 0, the_rest_otherwise(STORY))
    assert found.inevitable is None


def test_the_same_seed_gives_the_same_chances() -> None:
    def breaks(tried: tuple[Wait, ...], seed: int) -> bool:
        return (len(tried) + seed) % 3 == 0

    one, other = (why(STORY, range(1, 6), breaks, the_rest_otherwise(STORY), seed=4) for _ in range(2))
    assert one == other
    assert one != why(STORY, range(1, 6), breaks, the_rest_otherwise(STORY), seed=5)


def test_each_sentence_of_a_finding_gets_its_chance() -> None:
    history = actions_of("core.backup.complete")
    with client_source("mutant:sha1-only") as client:
        judgement = judge(Recipe(), history, client)
        assert judgement is not None
        finding = shortest(Recipe(), history, judgement, judge, client)
        found, lines = why_it_happened(finding, judge, client, ways=6)
    assert found.inevitable == len(finding.actions)
    assert lines[0].endswith("%  before anything happens")
    assert lines[-1].startswith(" 100 %  Mika adds ")
    assert lines[-1].endswith("← from here on likely and inevitable")
