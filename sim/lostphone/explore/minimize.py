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
from lostphone.oracles.oracle import Judgement
from lostphone.refusal import Refusal
from lostphone.stories.actions.base import Action
from lostphone.stories.actions.time import WaitUntil
from lostphone.stories.recipe import DEFAULT_START_MS, Recipe
from lostphone.stories.retelling import Untold
from lostphone.stories.story import Story, reference_client

if TYPE_CHECKING:
    from lostphone.base.frozen import FrozenClock
    from lostphone.client.port import Client

_OURS = "reference"
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
    search = _Search(judgement, reproduce, make_client, frozen)
    if search.judged(recipe, actions) is None:
        return Finding(judgement, recipe, tuple(actions), recipe.seed)
    return search.finding(recipe, tuple(actions))


class _Search:
    """`worth` is how much the story of a history was worth so far: from then on no other is worth less."""

    def __init__(
        self,
        judgement: Judgement,
        reproduce: Reproduce,
        make_client: Callable[[], Client],
        frozen: FrozenClock | None,
    ) -> None:
        self._wanted = judgement
        self._reproduce = reproduce
        self._make_client = make_client
        self._frozen = frozen
        self._worth = 0

    def judged(self, recipe: Recipe, actions: Sequence[Action]) -> Judgement | None:
        """What is wrong, if it is like what was wrong before."""
        found = self._reproduce(recipe, actions, self._make_client)
        return found if found is not None and found.wrong and found.like(self._wanted) else None

    def finding(self, recipe: Recipe, actions: tuple[Action, ...]) -> Finding:
        """The shortest story of a history that breaks as it should."""
        world, whole = self._from_the_beginning(recipe, actions)
        left = self._looked_at(world, self._shrunk(world, whole))
        world, left = self._plainer(world, left)
        found = self.judged(world, left) or self._wanted
        if not found.alike(self._wanted):
            # It shows itself in another way by now, and so may what is shorter still.
            self._wanted = found
            left = self._shrunk(world, left)
            found = self.judged(world, left) or found
        return Finding(found, world, left, recipe.seed)

    def _shrunk(self, world: Recipe, actions: Sequence[Action]) -> tuple[Action, ...]:
        return shrink(actions, partial(self._breaks, world))

    def _breaks(self, world: Recipe, tried: Sequence[Action]) -> bool:
        found = self.judged(world, tried)
        if found is None:
            return False
        worth = self._worth_of(Finding(found, world, tuple(tried)))
        self._worth = max(self._worth, worth)
        return worth == self._worth

    def _worth_of(self, finding: Finding) -> int:
        """0: it does not fail as a story; 1: it does; 2: and on the reference it passes, as a test has to."""
        if not fails_as_told(finding, self._make_client, self._frozen):
            return 0
        codes = endings(finding.recipe, finding.actions, self._make_client, self._frozen)
        return 2 if passes_on_ours(finding, codes) else 1

    def _looked_at(self, world: Recipe, left: tuple[Action, ...]) -> tuple[Action, ...]:
        """What an audit does is no part of a story: where that breaks the client, somebody has to look."""
        if self._worth or self._wanted.expectation is not None:
            return left
        look = look_that_broke(world, left, self._make_client, self._frozen)
        if look is None or not self._breaks(world, (*left, look)):
            return left
        return self._shrunk(world, (*left, look))

    def _plainer(self, world: Recipe, left: tuple[Action, ...]) -> tuple[Recipe, tuple[Action, ...]]:
        """The same in a plainer world, in which less may do."""
        for plainer in _plainer_worlds(world):
            if self._breaks(plainer, left):
                return plainer, self._shrunk(plainer, left)
        return world, left

    def _from_the_beginning(
        self, recipe: Recipe, actions: tuple[Action, ...]
    ) -> tuple[Recipe, tuple[Action, ...]]:
        """The same history in a world that begins when stories begin, if it breaks there too."""
        if recipe.start_ms == DEFAULT_START_MS:
            return recipe, actions
        usual = msgspec.structs.replace(recipe, start_ms=DEFAULT_START_MS)
        dated = (WaitUntil(recipe.start_ms), *actions)
        return (recipe, actions) if self.judged(usual, dated) is None else (usual, dated)


def passes_on_ours(finding: Finding, codes: Sequence[str]) -> bool:
    """Whether our own client passes the story of it, with those refusals on the way, from end to end.

    What was found on our own has nothing to be held against, and counts as if it did.
    """
    if finding.recipe.client == _OURS:
        return True
    try:
        lines = story_lines(finding, codes)
    except Untold:
        return False
    recipe = finding.recipe
    story = Story(recipe.seed, recipe.locale, reference_client, races=recipe.races)
    try:
        for line in lines:
            line.said.sentence.function(story=story, **line.said.arguments)
        story.finish()
    except (AssertionError, Refusal):
        return False
    return True


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
    plain = {"seed": 0, "races": False, "answers": {}}
    departures = [name for name, value in plain.items() if getattr(recipe, name) != value]
    for kept in ((), *((name,) for name in departures)):
        changes = {name: plain[name] for name in departures if name not in kept}
        if changes:
            yield msgspec.structs.replace(recipe, **changes)
    for name in departures:
        yield msgspec.structs.replace(recipe, **{name: plain[name]})
