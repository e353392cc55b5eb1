"""A small oracle and histories to shrink: enough to try shrinking without the explorer."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lostphone.client.port import Accounts, Client, ClientBroke, Code
from lostphone.conformance.freezing import shipped_pickles
from lostphone.gherkin.sighting import sighted
from lostphone.oracles.expectation import WorkingCodes
from lostphone.oracles.oracle import Judgement
from lostphone.refusal import Refusal
from lostphone.stories.actions import Action
from lostphone.stories.actions.accounts import LookAtAccounts, LookAtCode
from lostphone.stories.performance import perform
from lostphone.stories.recipe import Recipe
from lostphone.stories.stage import Stage
from lostphone.stories.story import Story
from lostphone.world.world import World


def actions_of(*scenarios: str) -> tuple[Action, ...]:
    """What those shipped scenarios do, one after the other."""
    made: list[Action] = []
    for name in scenarios:
        with Story() as story:
            perform(shipped_pickles()[name], story)
            made += story.actions
    return tuple(made)


def judge(recipe: Recipe, actions: Sequence[Action], make_client: Callable[[], Client]) -> Judgement | None:
    """What is wrong in the end: a code that is not the site's, or a client that broke."""
    world = World(recipe.seed, recipe.start_ms, recipe.answers, recipe.races)
    stage = Stage(world, make_client(), recipe.locale)
    try:
        for action in actions:
            stage.play(action)
        for phone in world.devices:
            listed = stage.play(LookAtAccounts(phone)).result
            for row in listed.rows if isinstance(listed, Accounts) else ():
                # A counted code is another one each time somebody looks.
                plain = row.issuer in world.sites and world.sites.site(row.issuer).parameters.kind == "totp"
                if not (row.ready and plain):
                    continue
                shown = stage.play(LookAtCode(phone, row.issuer)).result
                owner = world.device(phone).owner
                try:
                    computed = world.sites.expected_code(row.issuer, owner)
                except Refusal:
                    continue
                if isinstance(shown, Code) and shown.code != computed:
                    seen = WorkingCodes(phone, (row.issuer,))
                    return Judgement(
                        "small", "code.matches-site", "invalid", sighted("as-told", what="wrong code"), seen
                    )
    except ClientBroke as broke:
        return Judgement("small", "code.matches-site", "invalid", sighted("as-told", what=str(broke)), None)
    return None
