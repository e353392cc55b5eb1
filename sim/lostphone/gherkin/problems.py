"""A problem in a feature file: where it is, what is wrong, what to do about it.

Every trap, style rule and mistyped line becomes one of these, so that pytest, `lostphone run` and
`lostphone lint` say the same thing in the same words.

>>> problem = Problem("codes.feature", 3, "the scenario has no steps", column=3, source="  Scenario: zero")
>>> str(problem)
'codes.feature:3:3: the scenario has no steps'
>>> print(problem.shown())
codes.feature:3:3: the scenario has no steps
      Scenario: zero
      ^
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

Level: TypeAlias = Literal["error", "style"]

#: How many characters of a long line are shown.
SHOWN_MAX = 200


@dataclass(frozen=True, slots=True)
class Problem:
    """`line` and `column` count from 1; `source` is the offending line as it stands, if known.

    `language` is that of the message. An error is a mistake in any feature; a breach of style is one only in
    features that are held to the style of ours.
    """

    uri: str
    line: int
    message: str
    column: int = 1
    source: str = ""
    language: str = "en"
    level: Level = "error"

    def __str__(self) -> str:
        return f"{self.uri}:{self.line}:{self.column}: {self.message}"

    def shown(self) -> str:
        """The problem with the line it is on and a mark below its column."""
        if not self.source.strip():
            return str(self)
        line, before = self._excerpt()
        # Japanese characters are two columns wide in a terminal; the mark has to keep up.
        margin = sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in before)
        return f"{self}\n    {line}\n    {' ' * margin}^"

    def _excerpt(self) -> tuple[str, str]:
        """As much of the line as can be looked at, and what of it stands before the column."""
        source = self.source.rstrip()
        begin = max(0, self.column - 1 - SHOWN_MAX // 2)
        line, before = source[begin : begin + SHOWN_MAX], source[begin : self.column - 1]
        opening, closing = "… " if begin else "", " …" if begin + SHOWN_MAX < len(source) else ""
        return f"{opening}{line}{closing}", opening + before


class FeatureError(Exception):
    """A feature cannot be run as it stands; `problems` has at least one entry, in line order."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(problem.shown() for problem in self.problems))
