"""From a failing history to a finding that fails as it is told."""

from __future__ import annotations

import pytest
from small_oracle import actions_of, judge

from lostphone.base.clock import instant
from lostphone.client.port import ClientBroke
from lostphone.client.reference import ReferenceClient
from lostphone.client.sources import client_source
from lostphone.explore.minimize import fails_as_told, shortest
from lostphone.explore.reproduce import reproduce
from lostphone.oracles.expectation import Succeeds
from lostphone.oracles.oracle import Judgement
from lostphone.stories.actions import Action
from lostphone.stories.actions.accounts import EnrolAtSite, LookAtAccounts, LookAtCode, OpenSite
from lostphone.stories.actions.phones import GivePhone
from lostphone.stories.actions.time import Wait, WaitUntil
from lostphone.stories.recipe import DEFAULT_START_MS, Recipe

NOISE = actions_of("ms.android.right-account-after-wrong")


@pytest.mark.parametrize("mutant", ["parameter-loss", "sha1-only", "six-digits-only"])
def test_what_is_left_fails_as_a_story_and_only_on_that_client(mutant: str) -> None:
    history = (*actions_of("core.backup.complete"), *NOISE)
    recipe = Recipe(seed=5, races=True, client=f"mutant:{mutant}")
    with client_source(recipe.client) as client:
        judgement = judge(recipe, history, client)
        assert judgement is not None
        finding = shortest(recipe, history, judgement, judge, client)
        assert fails_as_told(finding, client)
        assert not fails_as_told(finding, ReferenceClient)
    assert len(finding.actions) < len(history) / 3
    assert finding.found_with == 5
    assert finding.judgement.rule == judgement.rule


def test_the_world_is_made_as_plain_as_it_may_be() -> None:
    history = actions_of("core.codes.leading-zeros#1")
    start_ms = instant(2026, 1, 1)
    recipe = Recipe(seed=5, races=True, start_ms=start_ms, answers={"Q05": "sync"})
    with client_source("mutant:no-padding") as client:
        judgement = judge(recipe, history, client)
        assert judgement is not None
        finding = shortest(recipe, history, judgement, judge, client)
    assert finding.recipe == Recipe()
    assert finding.recipe.start_ms == DEFAULT_START_MS
    assert isinstance(finding.actions[0], WaitUntil)


def test_what_depends_on_the_seed_keeps_it() -> None:
    def judged(recipe: Recipe, actions: object, client: object) -> Judgement | None:
        wrong = recipe.seed == 5 and Wait(2) in tuple(actions)  # type: ignore[call-overload]
        return Judgement("seed", "code.matches-site", "invalid", None, Succeeds()) if wrong else None

    recipe = Recipe(seed=5, races=True)
    found = judged(recipe, [Wait(2)], None)
    assert found is not None
    finding = shortest(recipe, [Wait(1), Wait(2)], found, judged, ReferenceClient)
    assert (finding.recipe, finding.actions) == (Recipe(seed=5), (Wait(2),))


def test_what_does_not_happen_again_keeps_its_whole_history() -> None:
    plays: list[object] = []

    def judged(recipe: Recipe, actions: object, client: object) -> Judgement | None:
        plays.append(actions)
        return None

    once = Judgement("seed", "code.matches-site", "invalid", None, Succeeds())
    finding = shortest(Recipe(seed=5), [Wait(1), Wait(2)], once, judged, ReferenceClient)
    assert (finding.judgement, finding.actions) == (once, (Wait(1), Wait(2)))
    assert len(plays) == 1


PHONE = "Mika's Android phone"


@pytest.mark.parametrize(
    ("looks", "told"),
    [
        ("ListAccounts", (GivePhone(PHONE, "Mika", "android"), LookAtAccounts(PHONE))),
        (
            "ShowCode",
            (
                GivePhone(PHONE, "Mika", "android"),
                OpenSite("GitHub"),
                EnrolAtSite(PHONE, "GitHub"),
                LookAtCode(PHONE, "GitHub"),
            ),
        ),
    ],
)
def test_who_breaks_only_when_looked_at_is_looked_at_in_the_story(
    looks: str, told: tuple[Action, ...]
) -> None:
    class Shy(ReferenceClient):
        def call(self, device, intent):
            if type(intent).__name__ == looks:
                raise ClientBroke("crash", "it ended")
            return super().call(device, intent)

    history = (GivePhone(PHONE, "Mika", "android"), OpenSite("GitHub"), EnrolAtSite(PHONE, "GitHub"), Wait(5))
    judgement = reproduce(Recipe(), history, Shy)
    assert judgement is not None
    finding = shortest(Recipe(), history, judgement, reproduce, Shy)
    assert finding.actions == told
    assert fails_as_told(finding, Shy)
