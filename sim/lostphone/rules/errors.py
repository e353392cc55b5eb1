"""What can be wrong with the catalogue or with a name looked up in it.

Each message says where (file and entry) or what was probably meant, for the person who typed it.
"""

from __future__ import annotations

from collections.abc import Iterable


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


class UnknownName(LookupError):  # noqa: N818
    """A name that the catalogue does not have, with the nearest ones that it has."""

    noun = "name"

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(name)
        self.name = name
        self.nearest = nearest(name, known)

    def __str__(self) -> str:
        hint = f"; did you mean {' or '.join(self.nearest)}?" if self.nearest else ""
        return f"there is no {self.noun} '{self.name}'{hint}"


class UnknownRule(UnknownName):
    """No rule has this id."""

    noun = "rule"


class UnknownSwitch(UnknownName):
    """No switch has this id."""

    noun = "switch"


class UnknownOption(UnknownName):
    """The switch has no such option."""

    noun = "option"


class UnknownPlatform(UnknownName):
    """Neither ios nor android."""

    noun = "platform"


def nearest(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """At most two known names that look like `name`, or that end in the same word; best first."""
    # Only whoever mistypes pays for this import.
    from difflib import get_close_matches

    names = list(known)
    close = get_close_matches(name.lower(), names, n=2, cutoff=0.7)
    last_word = name.lower().rsplit(".", 1)[-1]
    same_ending = [other for other in names if other.rsplit(".", 1)[-1] == last_word]
    return tuple(dict.fromkeys([*close, *same_ending]))[:2]
