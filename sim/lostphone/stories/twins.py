"""Twins of a story: the same actions in worlds that differ in the secrets of sites, or in chance, alone.

What comes of them tells whether what is stored, or logged, depends on a secret in a way that chance does not
hide: a cipher without a nonce, a fixed key, a spelling that no finder knows (see `likeness`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from lostphone.base.randomness import Redrawn
from lostphone.refusal import Refusal
from lostphone.stories.likeness import change_by_letters, differ_by_a_pattern, made_of_secrets
from lostphone.stories.storage_reader import stores

if TYPE_CHECKING:
    from lostphone.base.frozen import FrozenClock
    from lostphone.client.port import Client
    from lostphone.stories.actions.base import Action
    from lostphone.stories.recipe import Recipe
    from lostphone.stories.stage import Stage
    from lostphone.world.world import World

#: In turn, so that what a client takes from the real clock is never alike in the two of a kind alone.
_TWINS = (Redrawn(), Redrawn(secrets=1, chance=1), Redrawn(chance=2), Redrawn(secrets=1, chance=3))


class WorldRemains(NamedTuple):
    """Everything that is left of a world when its story is over: blobs by store, lines of logs by phone."""

    stored: dict[str, list[bytes]]
    logged: dict[str, list[bytes]]


def _kept_of(world: World) -> WorldRemains:
    """What a world has stored and logged so far."""
    stored = {place: list(blobs.values()) for place, blobs in _named(stores(world)).items()}
    logged: dict[str, list[bytes]] = {}
    for told in world.trace:
        if told.verb == "log":
            logged.setdefault(told.actor, []).append(str(told.detail.get("text", "")).encode())
    return WorldRemains(stored, {phone: [b"\n".join(lines)] for phone, lines in logged.items()})


def _named(found: list[dict[str, bytes]]) -> dict[str, dict[str, bytes]]:
    return {"/".join(next(iter(blobs)).split("/", 2)[:2]): blobs for blobs in found if blobs}


def twins_of(
    recipe: Recipe,
    actions: Sequence[Action],
    make_client: Callable[[], Client],
    frozen: FrozenClock | None = None,
    about: tuple[str, tuple[str, ...]] = ("", ()),
) -> list[WorldRemains] | None:
    """What the world keeps, and three others: with other secrets, with other chance, with both.

    None if the client breaks in one of them. `about` is what it is told of the story.
    """
    found: list[WorldRemains] = []
    for redrawn in _TWINS:
        stage = played(recipe, actions, make_client, frozen, about, redrawn)
        if stage is None:
            return None
        found.append(_kept_of(stage.world))
        with suppress(Exception):
            stage.close()
    return found


def played(
    recipe: Recipe,
    actions: Sequence[Action],
    make_client: Callable[[], Client],
    frozen: FrozenClock | None = None,
    about: tuple[str, tuple[str, ...]] = ("", ()),
    redrawn: Redrawn = Redrawn(),  # noqa: B008  # a constant
) -> Stage | None:
    """The stage when all was played; None if the client broke. `about` is what it is told of the story."""
    from lostphone.client.port import ClientBroke, NotSupported
    from lostphone.stories.stage import Stage
    from lostphone.world.world import World

    world = World(recipe.seed, recipe.start_ms, recipe.answers, recipe.races, redrawn)
    try:
        stage = Stage(world, make_client(), recipe.locale, frozen, *about)
        for action in actions:
            # What a client does not know is not played on it.
            with suppress(NotSupported):
                stage.play(action)
    except (ClientBroke, NotSupported, Refusal):
        return None
    return stage


def leaking_store(twins: Sequence[WorldRemains]) -> str:
    """The first store in which something is made of the secrets alone; "" for none."""
    return _leaking([kept.stored for kept in twins], sealed=True)


def leaking_log(twins: Sequence[WorldRemains]) -> str:
    """The first phone in whose log something is; "" for none."""
    return _leaking([kept.logged for kept in twins], sealed=False)


def _leaking(worlds: Sequence[dict[str, list[bytes]]], sealed: bool) -> str:
    for place in worlds[0]:
        one, other, again, other_again = (world.get(place, []) for world in worlds)
        if made_of_secrets(one, again, [*other, *other_again]) and made_of_secrets(
            other, other_again, [*one, *again]
        ):
            return place
        if any(map(change_by_letters, zip(one, again, other, other_again, strict=False))):
            return place
        if sealed and differ_by_a_pattern(one, again) and differ_by_a_pattern(other, other_again):
            return place
    return ""
