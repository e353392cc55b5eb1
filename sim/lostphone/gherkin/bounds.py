"""How large a feature file may become when it is made into scenarios.

An outline multiplies: every row repeats every step, and every `<column>` in them becomes a cell. A file of
some hundred kilobytes can so ask for gigabytes. How many scenarios and steps there would be is reckoned here
from the syntax tree, before anything is made; the length of their texts is counted while they grow
(`expanding`). A file over a bound is an error that names the line with which it is passed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lostphone.gherkin.complaints import complaint
from lostphone.gherkin.problems import FeatureError, Problem

#: One line of a file. A cell or a doc string of that length is data, and belongs into a file of its own.
LINE_CHARACTERS_MAX = 100_000
#: All texts of the outlines of one file, filled in.
CHARACTERS_MAX = 20_000_000


@dataclass
class Size:
    """What scenarios amount to.

    `parts` are their steps, table cells and tags; `replacements` are looks for one column in one text of one
    row, which take the time.
    """

    scenarios: int = 0
    parts: int = 0
    replacements: int = 0

    def add(self, other: Size) -> None:
        """Count the other's too."""
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)


#: The most that all scenarios of one file may amount to.
BOUNDS = Size(scenarios=20_000, parts=500_000, replacements=20_000_000)


def check_lines(text: str, uri: str) -> None:
    """FeatureError if a line is longer than any that is written by hand."""
    if len(text) <= LINE_CHARACTERS_MAX:
        return
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > LINE_CHARACTERS_MAX:
            from lostphone.gherkin.parsing import language_of

            language = language_of(text[:1000])
            bound = f"{LINE_CHARACTERS_MAX:,} {complaint(language, 'unit-characters')}"
            message = complaint(language, "line-too-long", bound=bound)
            raise FeatureError([Problem(uri, number, message, language=language)])


def check_expansion(node: Mapping[str, Any], uri: str) -> None:
    """FeatureError if the scenarios of a feature's syntax tree would be too many."""
    total = Size()
    for line, size in _sizes(node):
        total.add(size)
        for unit, bound in vars(BOUNDS).items():
            number = getattr(total, unit)
            if number > bound:
                raise FeatureError([over_bound(uri, line, node["language"], unit, number, bound)])


def over_bound(uri: str, line: int, language: str, unit: str, number: int, bound: int) -> Problem:
    """That a file makes more than it may; `unit` is what is counted."""
    told = complaint(language, f"unit-{unit}")
    message = complaint(language, "expands-to", number=f"{number:,}", unit=told, bound=f"{bound:,}")
    return Problem(uri, line, message, language=language)


def _sizes(node: Mapping[str, Any], shared: int = 0) -> Iterator[tuple[int, Size]]:
    """The line and the size of every scenario, and of every table of an outline.

    `shared` are the parts that backgrounds and the tags around it bring along.
    """
    shared += len(node["tags"])
    for child in node["children"]:
        if "background" in child:
            shared += _parts(child["background"]["steps"])
        elif "rule" in child:
            yield from _sizes(child["rule"], shared)
        else:
            yield from _scenario(child["scenario"], shared)


def _scenario(scenario: Mapping[str, Any], shared: int) -> Iterator[tuple[int, Size]]:
    own = _parts(scenario["steps"])
    parts = shared + own + len(scenario["tags"])
    if not scenario["examples"]:
        yield scenario["location"]["line"], Size(1, parts)
        return
    for examples in scenario["examples"]:
        rows = len(examples.get("tableBody") or ())
        if rows:
            columns = len(examples["tableHeader"]["cells"])
            size = Size(rows, (parts + len(examples["tags"])) * rows, (own + 1) * columns * rows)
            yield examples["location"]["line"], size


def _parts(steps: Sequence[Mapping[str, Any]]) -> int:
    cells = (len(row["cells"]) for step in steps for row in step.get("dataTable", {}).get("rows", ()))
    return len(steps) + sum("docString" in step for step in steps) + sum(cells)
