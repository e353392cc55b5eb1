"""A finding: the promise that a client broke, and the shortest history found in which it does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from lostphone.oracles.oracle import Judgement
from lostphone.stories.actions.base import Action
from lostphone.stories.recipe import Recipe

if TYPE_CHECKING:
    from collections.abc import Callable

    from lostphone.base.frozen import FrozenClock
    from lostphone.client.port import Client


class Finding(msgspec.Struct, frozen=True):
    """`recipe` and `actions` make it happen again; `found_with` is the seed of the world it was found in."""

    judgement: Judgement
    recipe: Recipe
    actions: tuple[Action, ...]
    found_with: int = 0

    @property
    def name(self) -> str:
        """What its files are called: the same for the same rule and seed."""
        words = f"{self.judgement.rule}-{self.found_with}"
        return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")


def endings(
    recipe: Recipe,
    actions: tuple[Action, ...],
    make_client: Callable[[], Client],
    frozen: FrozenClock | None = None,
) -> tuple[str, ...]:
    """How each action ends, as far as the client gets: "ok", or the code of its refusal.

    `frozen` is a clock for clients that read it.
    """
    from lostphone.client.port import ClientBroke, NotSupported
    from lostphone.refusal import Refusal
    from lostphone.stories.stage import Stage
    from lostphone.world.world import World

    world = World(recipe.seed, recipe.start_ms, recipe.answers, recipe.races)
    codes: list[str] = []
    try:
        stage = Stage(world, make_client(), recipe.locale, frozen)
        for action in actions:
            codes.append(stage.play(action).code)
        stage.close()
    except (ClientBroke, NotSupported, Refusal):
        pass
    return tuple(codes)
