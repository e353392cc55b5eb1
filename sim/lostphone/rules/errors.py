"""What can be wrong with the catalogue or with a name looked up in it.

Each message says where (file and entry) or what was probably meant, for the person who typed it.
"""

from __future__ import annotations

from collections.abc import Iterable

from lostphone.base.suggest import near

# Up to so many names are worth printing in full.
_FEW = 12


class CatalogueError(ValueError):
    """A data file of the catalogue is not as it should be; `file` and `entry` say where."""

    def __init__(self, file: str, entry: str, problem: str) -> None:
        super().__init__(file, entry, problem)
        self.file = file
        self.entry = entry
        self.problem = problem

    def __str__(self) -> str:
        where = f"{self.file}: {self.entry}" if self.entry else self.file
        return f"{where}: {self.problem}"


class UnknownName(LookupError):
    """A name that the catalogue does not have, with the nearest ones that it has."""

    noun = "name"

    def __init__(self, name: str, known: Iterable[str]) -> None:
        names = tuple(known)
        super().__init__(name, names)
        self.name = name
        self.known = names
        self.nearest = nearest(name, names)

    def __str__(self) -> str:
        if self.nearest:
            return f"there is no {self.noun} '{self.name}'; did you mean {' or '.join(self.nearest)}?"
        if len(self.known) <= _FEW:
            return f"there is no {self.noun} '{self.name}'; there is {', '.join(self.known)}"
        return f"there is no {self.noun} '{self.name}'"


class UnknownRule(UnknownName):
    """No rule has this id."""

    noun = "rule"


class UnknownFact(UnknownName):
    """No fact has this id."""

    noun = "fact"

    @property
    def series(self) -> tuple[str, ...]:
        """The facts of the same letter, or all of them where no fact has that letter."""
        return tuple(fact for fact in self.known if fact[:1] == self.name[:1].upper()) or self.known

    def __str__(self) -> str:
        return f"there is no fact '{self.name}'; there is {self.series[0]} to {self.series[-1]}"


class UnknownQuestion(UnknownName):
    """No open question has this id."""

    noun = "open question"


class UnknownAnswer(UnknownName):
    """The open question has no such answer."""

    noun = "answer"


class UnknownPlatform(UnknownName):
    """Neither ios nor android."""

    noun = "platform"


def nearest(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """At most two known names that look like `name`, or that end in the same word; best first."""
    names = {other.lower(): other for other in known}
    close = near(name.lower(), names, most=2, cutoff=0.7)
    last_word = name.lower().rsplit(".", 1)[-1]
    same_ending = [other for other in names if other.rsplit(".", 1)[-1] == last_word]
    return tuple(names[other] for other in dict.fromkeys([*close, *same_ending]))[:2]
