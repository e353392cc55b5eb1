"""Why it happened: at which step of a story failure became likely, and at which nothing could avert it.

From each step on, the story is gone on with in other ways and under other seeds, and the share of those that
break the same promise is counted. While every way out is open that share is low; at the step that matters it
jumps.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from lostphone.explore.finding import Finding, endings
from lostphone.explore.shortest import Reproduce
from lostphone.gherkin.retelling import Said, retell
from lostphone.history.actions.base import Action
from lostphone.randomness import Streams

if TYPE_CHECKING:
    from lostphone.client.port import Client

History: TypeAlias = tuple[Action, ...]
#: Gives what happens after the beginning that it is given.
GoOn: TypeAlias = Callable[[History, random.Random], Sequence[Action]]
#: Plays a history under a seed and says whether it breaks the promise.
Breaks: TypeAlias = Callable[[History, int], bool]

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
    actions: History, ends: Sequence[int], breaks: Breaks, go_on: GoOn, seed: int = 0, ways: int = 24
) -> Why:
    """Go on from each of these places in the story, numbers of actions in rising order, in so many ways."""
    streams = Streams(seed)
    chances = []
    for end in (0, *ends):
        broken = 0
        for way in range(ways):
            stream = streams.named(f"why {end} {way}")
            continued = (*actions[:end], *go_on(actions[:end], stream))
            broken += breaks(continued, stream.randrange(2**31))
        chances.append(Chance(end, broken, ways))
    return Why(tuple(chances))


def why_it_happened(
    finding: Finding,
    reproduce: Reproduce,
    make_client: Callable[[], Client],
    go_on: GoOn | None = None,
    ways: int = 24,
) -> tuple[Why, tuple[str, ...]]:
    """The chances of a finding after each of its sentences, and lines for people that say so in English.

    `go_on` is how the world might have gone on; else with what is left of the story, otherwise.
    """
    wanted = (finding.judgement.oracle, finding.judgement.rule)

    def breaks(actions: History, seed: int) -> bool:
        world = msgspec.structs.replace(finding.recipe, seed=seed)
        found = reproduce(world, actions, make_client)
        return found is not None and found.wrong and (found.oracle, found.rule) == wanted

    told = retell(finding.actions, endings(finding.recipe, finding.actions, make_client))
    ends = tuple(accumulate(len(said.actions) for said in told))
    go_on = go_on or the_rest_otherwise(finding.actions)
    found = why(finding.actions, ends, breaks, go_on, finding.found_with, ways)
    return found, tuple(_lines(told, found))


def _lines(told: Sequence[Said], found: Why) -> Iterator[str]:
    texts = ["before anything happens", *(said.text("en") for said in told)]
    for chance, text in zip(found.chances, texts, strict=True):
        marks = [
            mark
            for mark, at in (("likely", found.likely), ("inevitable", found.inevitable))
            if at == chance.actions
        ]
        said = f"  ← from here on {' and '.join(marks)}" if marks else ""
        yield f"{round(chance.share * 100):>4} %  {text}{said}"


def the_rest_otherwise(actions: History) -> GoOn:
    """Goes on with what is left of the story, some of it left out and the rest in another order."""

    def go_on(beginning: History, stream: random.Random) -> Sequence[Action]:
        rest = [action for action in actions[len(beginning) :] if stream.random() < 0.7]
        stream.shuffle(rest)
        return rest

    return go_on


def _from(chances: Sequence[Chance], share: float) -> int | None:
    """Where the share is reached and not left again."""
    reached: int | None = None
    for chance in reversed(chances):
        if chance.share < share:
            break
        reached = chance.actions
    return reached
