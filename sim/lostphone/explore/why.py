"""Why it happened: at which step of a story failure became likely, and at which nothing could avert it.

From each step on, the world goes on in other ways, as the explorer would have it and under other seeds, and
the share of those that break the same promise is counted. While every way out is open that share is low; at
the step that matters it jumps.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from lostphone.base.randomness import Streams
from lostphone.client.port import ClientBroke
from lostphone.explore.exploration import exploration
from lostphone.explore.finding import Finding, endings
from lostphone.explore.run import run_on
from lostphone.explore.session import breaking
from lostphone.stories.actions.base import Action
from lostphone.stories.retelling import RetoldStep, retell
from lostphone.texts.bilingual import load

if TYPE_CHECKING:
    from lostphone.base.frozen import FrozenClock
    from lostphone.client.port import Client

History: TypeAlias = tuple[Action, ...]
#: Goes on from a beginning in a way that is drawn, and says whether the promise was broken.
GoesWrong: TypeAlias = Callable[[History, random.Random], bool]

LIKELY = 0.5


@dataclass(frozen=True)
class Chance:
    """After so many actions of the story, in how many of the ways to go on the promise was broken."""

    actions: int
    broken: int
    tried: int

    @property
    def share(self) -> float:
        return self.broken / self.tried


@dataclass(frozen=True)
class Why:
    """The chances after each step, from before the first one on."""

    chances: tuple[Chance, ...]

    @property
    def likely(self) -> int | None:
        """The first number of actions from which on half of the ways or more break the promise."""
        return _from(self.chances, LIKELY)

    @property
    def inevitable(self) -> int | None:
        """The first number of actions from which on all of them do."""
        return _from(self.chances, 1.0)


def why(
    actions: History,
    ends: Sequence[int],
    goes_wrong: GoesWrong,
    seed: int = 0,
    ways: int = 24,
    tell: Callable[[int, int], None] = lambda _done, _all: None,
) -> Why:
    """Go on from each of these places in the story, numbers of actions in rising order, in so many ways.

    `tell` hears before each how many were tried, and how many there are.
    """
    streams = Streams(seed)
    places = (0, *ends)
    chances = []
    for place, end in enumerate(places):
        broken = 0
        for way in range(ways):
            tell(place * ways + way, len(places) * ways)
            broken += goes_wrong(actions[:end], streams.named(f"why {end} {way}"))
        chances.append(Chance(end, broken, ways))
    return Why(tuple(chances))


def why_it_happened(
    finding: Finding,
    make_client: Callable[[], Client],
    frozen: FrozenClock | None = None,
    ways: int = 24,
    waived: Collection[str] = (),
    language: str = "en",
    tell: Callable[[int, int], None] = lambda _done, _all: None,
) -> tuple[str, ...]:
    """A line for each sentence of the finding, with the share of ways to go on that break its promise."""

    def goes_wrong(beginning: History, draw: random.Random) -> bool:
        drawn = exploration(draw.randrange(2**31), client=finding.recipe.client)
        world = msgspec.structs.replace(finding.recipe, seed=drawn.seed)
        explored = msgspec.structs.replace(drawn, recipe=world)
        try:
            judged = run_on(beginning, explored, draw, make_client, frozen, waived=waived)
        except ClientBroke as broke:
            # Before it was asked for anything.
            judged = (breaking(broke),)
        return any(one.key == finding.judgement.key for one in judged)

    told = retell(finding.actions, endings(finding.recipe, finding.actions, make_client, frozen))
    ends = tuple(accumulate(len(said.actions) for said in told))
    found = why(finding.actions, ends, goes_wrong, finding.found_with, ways, tell)
    return tuple(_lines(told, found, language))


def _lines(told: Sequence[RetoldStep], found: Why, language: str) -> Iterator[str]:
    words = load("lostphone.explore", "words.toml").tree(language)["why"]
    texts = [words["before"], *(said.text(language) for said in told)]
    for chance, text in zip(found.chances, texts, strict=True):
        marks = [
            words[mark]
            for mark, at in (("likely", found.likely), ("inevitable", found.inevitable))
            if at == chance.actions
        ]
        said = words["from"].format(step=text, marks=words["and"].join(marks)) if marks else text
        yield f"{round(chance.share * 100):>4} %  {said}"


def _from(chances: Sequence[Chance], share: float) -> int | None:
    """Where the share is reached and not left again."""
    reached: int | None = None
    for chance in reversed(chances):
        if chance.share < share:
            break
        reached = chance.actions
    return reached
