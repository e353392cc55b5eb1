"""From a failing history to a finding: the shortest story, in the plainest world, that fails as told."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from lostphone.explore.feature import story_lines
from lostphone.explore.finding import Finding, endings
from lostphone.explore.reproduce import look_that_broke
from lostphone.explore.shrinking import shrink
from lostphone.gherkin.retelling import Untold
from lostphone.history.actions.base import Action
from lostphone.history.actions.time import WaitUntil
from lostphone.history.recipe import DEFAULT_START_MS, Recipe
from lostphone.history.story import Story
from lostphone.oracles.oracle import Judgement
from lostphone.refusal import Refusal

if TYPE_CHECKING:
    from lostphone.client.port import Client
    from lostphone.frozen import FrozenClock

#: Plays a history in the world of a recipe and says what is wrong in it, if anything is.
Reproduce: TypeAlias = Callable[[Recipe, Sequence[Action], "Callable[[], Client]"], Judgement | None]


def shortest(
    recipe: Recipe,
    actions: Sequence[Action],
    judgement: Judgement,
    reproduce: Reproduce,
    make_client: Callable[[], Client],
    frozen: FrozenClock | None = None,
) -> Finding:
    """The finding for a history in which `judgement` was passed; deterministic.

    What is left breaks the same rule, or another one in the same way, to the same oracle: what only the rule
    needs goes, and then the rule that is left is the one that is named. It also fails as a story, unless
    nothing on the way to it did: then only the replay shows it. A client that does not do it again keeps its
    whole history. `frozen` is a clock for clients that read it, at the telling.
    """
    search = _Search(judgement, reproduce, make_client)
    if not search.breaks(recipe, actions):
        return Finding(judgement, recipe, tuple(actions), recipe.seed)
    world, whole = search.from_the_beginning(recipe, tuple(actions))
    told = False

    def breaks(tried: Sequence[Action], within: Recipe = world) -> bool:
        found = search.judged(within, tried)
        if found is None:
            return False
        nonlocal told
        fails = fails_as_told(Finding(found, within, tuple(tried)), make_client, frozen)
        told = told or fails
        return fails or not told

    left = shrink(whole, breaks)
    if not told and judgement.expectation is None:
        look = look_that_broke(world, left, make_client, frozen)
        # What an audit does is no part of a story: somebody has to look there.
        if look is not None and breaks((*left, look)):
            left = shrink((*left, look), breaks)
    for plainer in _plainer_worlds(world):
        if breaks(left, plainer):
            world = plainer
            # In a plainer world less may do.
            left = shrink(left, partial(breaks, within=plainer))
            break
    return Finding(search.judged(world, left) or judgement, world, left, recipe.seed)


class _Search:
    def __init__(self, judgement: Judgement, reproduce: Reproduce, make_client: Callable[[], Client]) -> None:
        self._wanted = judgement
        self._reproduce = reproduce
        self._make_client = make_client

    def judged(self, recipe: Recipe, actions: Sequence[Action]) -> Judgement | None:
        """What is wrong, if it is like what was wrong before."""
        found = self._reproduce(recipe, actions, self._make_client)
        return found if found is not None and found.wrong and found.like(self._wanted) else None

    def breaks(self, recipe: Recipe, actions: Sequence[Action]) -> bool:
        return self.judged(recipe, actions) is not None

    def from_the_beginning(
        self, recipe: Recipe, actions: tuple[Action, ...]
    ) -> tuple[Recipe, tuple[Action, ...]]:
        """The same history in a world that begins when stories begin, if it breaks there too."""
        if recipe.start_ms == DEFAULT_START_MS:
            return recipe, actions
        usual = msgspec.structs.replace(recipe, start_ms=DEFAULT_START_MS)
        dated = (WaitUntil(recipe.start_ms), *actions)
        return (usual, dated) if self.breaks(usual, dated) else (recipe, actions)


def fails_as_told(
    finding: Finding, make_client: Callable[[], Client], frozen: FrozenClock | None = None
) -> bool:
    """Whether the steps to be printed fail at the last of them, or at one at which the client breaks."""
    if _fails(finding, (), make_client, frozen):
        return True
    codes = endings(finding.recipe, finding.actions, make_client, frozen)
    return any(code != "ok" for code in codes) and _fails(finding, codes, make_client, frozen)


def _fails(
    finding: Finding, codes: Sequence[str], make_client: Callable[[], Client], frozen: FrozenClock | None
) -> bool:
    """Play what would be printed. Without codes, refusals are taken for granted rather than told."""
    from lostphone.client.port import ClientBroke, NotSupported

    try:
        lines = story_lines(finding, codes)
    except Untold:
        return False
    recipe = finding.recipe
    story = Story(recipe.seed, recipe.locale, make_client, frozen, races=recipe.races)
    for place, line in enumerate(lines):
        last = place == len(lines) - 1
        try:
            line.said.sentence.function(story=story, **line.said.arguments)
        except ClientBroke:
            return last or finding.judgement.expectation is None
        except NotSupported:
            return False
        except AssertionError:
            return last
        except Refusal:
            # A sentence that looks before it acts, at a phone that is not there: no story.
            return False
        if not codes and place < len(lines) - 2:
            story.look_away()
    return False


def _plainer_worlds(recipe: Recipe) -> Iterator[Recipe]:
    """The world that every story has, and what lies between it and this one."""
    plain = {"seed": 0, "races": False, "switches": {}}
    departures = [name for name, value in plain.items() if getattr(recipe, name) != value]
    for kept in ((), *((name,) for name in departures)):
        changes = {name: plain[name] for name in departures if name not in kept}
        if changes:
            yield msgspec.structs.replace(recipe, **changes)
    for name in departures:
        yield msgspec.structs.replace(recipe, **{name: plain[name]})
