"""gherkin-official's compiler, filling in outlines by plain text and within bounds.

It takes a column's heading for a regular expression, so that `<amount (JPY)>` would stay as it is. And a cell
may hold the `<name>` of a later column, which is filled in as well: twenty columns of two names each make a
million words of one. So the length of what comes out is counted as it grows, and never after.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from gherkin.pickles.compiler import Compiler

from lostphone.gherkin.bounds import CHARACTERS_MAX, over_bound
from lostphone.gherkin.problems import FeatureError


class BoundedCompiler(Compiler):
    """For one document; FeatureError names the row whose text is too long."""

    def __init__(self, uri: str, language: str) -> None:
        super().__init__()
        self._uri = uri
        self._language = language
        self._characters = 0

    def _interpolate(self, name: Any, variable_cells: Iterable[Any], value_cells: Sequence[Any]) -> Any:
        if not name or not value_cells:
            return name
        for heading, cell in zip(variable_cells, value_cells, strict=True):
            written, value = f"<{heading['value']}>", cell["value"]
            longer = len(value) - len(written)
            if longer > 0:
                self._check(len(name) + name.count(written) * longer, cell)
            name = name.replace(written, value)
        self._characters += len(name)
        self._check(0, value_cells[0])
        return name

    def _check(self, more: int, cell: Any) -> None:
        number = self._characters + more
        if number > CHARACTERS_MAX:
            line = cell["location"]["line"]
            raise FeatureError(
                [over_bound(self._uri, line, self._language, "characters", number, CHARACTERS_MAX)]
            )
