"""From an action back to the sentence that makes it: what each sentence's author registers beside it.

An inverse only proposes arguments. Whoever tells a history plays the sentence with them on a recording and
takes it only if just these actions came out of it (`retelling`), so an inverse that has fallen behind its
sentence can leave something untold and can never tell it wrongly.

>>> inverses = Inverses()
>>> inverses.tells(print, int, lambda number: {"number": number})
>>> [dict(arguments) for _, arguments in inverses.proposals([7, 8])]
[{'number': 7}]
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

Arguments: TypeAlias = Mapping[str, Any]
#: Gets a value and all that follow it, and proposes arguments, the best first.
Proposer: TypeAlias = Callable[[Any, Sequence[Any]], Iterable[Arguments]]


@dataclass(frozen=True)
class Assumed:
    """An open question, answered otherwise than the page does: said before anything happens."""

    question: str
    answer: str


class Inverses:
    """Which sentences may tell a kind of value: an action, or what somebody should have seen."""

    def __init__(self) -> None:
        self._by_kind: dict[type, list[tuple[Callable[..., Any], Proposer]]] = {}

    def tells(
        self,
        function: Callable[..., Any],
        kinds: type | tuple[type, ...],
        propose: Callable[[Any], Arguments],
        **always: object,
    ) -> None:
        """The sentence of `function` tells a value of these kinds with the arguments of `propose`.

        `always` are arguments that are the same for each value.
        """
        self.tells_run(function, kinds, lambda value, _ahead: ({**propose(value), **always},))

    def tells_run(
        self, function: Callable[..., Any], kinds: type | tuple[type, ...], propose: Proposer
    ) -> None:
        """The same for a sentence that may stand for several values in a row."""
        for kind in kinds if isinstance(kinds, tuple) else (kinds,):
            self._by_kind.setdefault(kind, []).append((function, propose))

    def proposals(self, ahead: Sequence[Any]) -> Iterator[tuple[Callable[..., Any], Arguments]]:
        """Sentences, by their functions, that may tell the first value or more of those ahead."""
        for function, propose in self._by_kind.get(type(ahead[0]), ()):
            for arguments in propose(ahead[0], ahead):
                yield function, arguments

    def __contains__(self, kind: object) -> bool:
        return kind in self._by_kind


INVERSES = Inverses()
"""The inverses of Lostphone's own sentences; `lostphone_steps` fills it."""

tells = INVERSES.tells
tells_run = INVERSES.tells_run
