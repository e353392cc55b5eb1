"""What all passes share: the best history so far, what was tried before, and what makes one plainer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import TypeAlias

import msgspec

from lostphone.base.clock import to_datetime
from lostphone.stories.actions.base import Action
from lostphone.stories.actions.time import WaitUntil
from lostphone.stories.retelling import RetoldStep, Untold, retell

History: TypeAlias = tuple[Action, ...]
#: Fewer sentences, then less that is out of the ordinary, then fewer words, then set-up earlier. What cannot
#: be told is worse than all that can.
Weight: TypeAlias = tuple[int, int, int, int]

_UNTOLD = 10**6


class Shrinker:
    """`best` always reproduces. `plays` counts the histories that were really played."""

    def __init__(
        self, actions: Sequence[Action], reproduces: Callable[[Sequence[Action]], bool], tries_max: int
    ) -> None:
        self.best: History = tuple(actions)
        self.plays = 0
        self._reproduces = reproduces
        self._tries_max = tries_max
        self._answers: dict[History, bool] = {self.best: True}
        self._weights: dict[History, Weight] = {}

    def consider(self, actions: Iterable[Action]) -> bool:
        """Take this history for the best if it is plainer and reproduces; say whether it was taken."""
        candidate = tuple(actions)
        if candidate == self.best:
            return False
        # Whichever is quicker to tell comes first: that less is plainer, or that it was plainer in vain.
        shorter = len(candidate) < len(self.best)
        if not shorter and self.weight(candidate) >= self.weight(self.best):
            return False
        if not self._holds(candidate) or self.weight(candidate) >= self.weight(self.best):
            return False
        self.best = candidate
        return True

    def consider_renamed(self, actions: Iterable[Action]) -> bool:
        """Take the same history under other names if it reproduces and takes no more sentences."""
        candidate = tuple(actions)
        if self.weight(candidate)[0] > self.weight(self.best)[0] or not self._holds(candidate):
            return False
        self.best = candidate
        return True

    def _holds(self, candidate: History) -> bool:
        answer = self._answers.get(candidate)
        if answer is None:
            if self.plays >= self._tries_max:
                return False
            self.plays += 1
            answer = self._answers[candidate] = self._reproduces(candidate)
        return answer

    def weight(self, actions: History) -> Weight:
        """How much there is to read; less is plainer."""
        weight = self._weights.get(actions)
        if weight is None:
            weight = self._weights[actions] = _weigh(actions)
        return weight


def sentences(actions: History) -> list[History]:
    """The actions of each sentence that tells them; none where they cannot be told."""
    try:
        return [said.actions for said in retell(actions)]
    except Untold:
        return []


def _weigh(actions: History) -> Weight:
    from lostphone.explore.shrinking.ordering import disorder

    odd = sum(map(_odd, actions))
    try:
        told = retell(actions)
    except Untold:
        return _UNTOLD + len(actions), odd, 0, disorder(actions)
    return len(told), odd, sum(map(_length, told)), disorder(actions)


def _length(said: RetoldStep) -> int:
    """How long the sentence is. No date is plainer for the month's shorter name."""
    return 0 if isinstance(said.actions[0], WaitUntil) else len(said.text("en"))


@lru_cache(maxsize=10_000)
def _odd(action: Action) -> int:
    """How many fields of an action are not what they are when nothing is said; of a date, what is odd."""
    if isinstance(action, WaitUntil):
        moment = to_datetime(action.at_ms)
        clock = (moment.hour, moment.minute, moment.second, moment.microsecond)
        return sum(map(bool, clock)) + (moment.day != 1) + (moment.month != 1)
    return sum(
        field.default is not msgspec.NODEFAULT and getattr(action, field.name) != field.default
        for field in msgspec.structs.fields(action)
        if field.name != "recovery_account"
    )
