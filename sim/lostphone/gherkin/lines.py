"""Which scenarios a line of a feature file means: those that stand on it, or that it speaks for.

An editor runs the line that its cursor is on. On the line of a feature, a rule or their backgrounds that is
everything below; on a scenario, any of its steps or its tags it is the scenario, with every row; on a table
of examples its rows; on a row that row. A tag or a comment belongs to what stands below it, an empty line
to what stands above.

>>> from lostphone.gherkin.pickles import parse_feature
>>> feature = parse_feature('''Feature: Codes
...   Scenario: one
...     Given a
...
...   # Since 2025.
...   @slow
...   Scenario Outline: two
...     Given <b>
...     Examples:
...       | b |
...       | 1 |
...       | 2 |
... ''', "codes.feature")
>>> [[pickle.line for pickle in at_line(feature, line)] for line in (1, 3, 4, 5, 8, 10, 12)]
[[2, 11, 12], [2], [2], [11, 12], [11, 12], [11, 12], [12]]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from lostphone.gherkin.complaints import complaint
from lostphone.gherkin.pickles import Feature, Pickle


class NoSuchLine(LookupError):
    """The file ends before that line; the message says where."""


def at_line(feature: Feature, line: int) -> list[Pickle]:
    """The scenarios that a line means, in file order; NoSuchLine if the file has none such."""
    number = len(feature.lines) - (not feature.lines[-1])
    if not 1 <= line <= number:
        raise NoSuchLine(complaint(feature.language, "no-line", line=line, number=number))
    first, last = 1, number
    for start, end in _blocks(feature):
        # A block comes before those within it, so the last one that holds the line is the innermost.
        if start <= line <= end:
            first, last = start, end
    return [
        pickle for pickle in feature.pickles if first <= pickle.line <= last or _within(pickle, first, last)
    ]


def at_lines(feature: Feature, lines: Iterable[int]) -> list[Pickle]:
    """The scenarios that any of the lines means, in file order and each once."""
    meant = {id(pickle) for line in lines for pickle in at_line(feature, line)}
    return [pickle for pickle in feature.pickles if id(pickle) in meant]


def _within(pickle: Pickle, first: int, last: int) -> bool:
    """A block that begins at the scenario's title, or above, holds all its rows."""
    return first <= pickle.scenario_line <= last


def _blocks(feature: Feature) -> Iterator[tuple[int, int]]:
    """The first and last line of every part of the file that scenarios are chosen by."""
    yield from _children(feature, feature.node, len(feature.lines))


def _children(feature: Feature, node: Mapping[str, Any], end: int) -> Iterator[tuple[int, int]]:
    """The blocks within a feature or a rule. A background has none of its own: it speaks for all of them."""
    parts = [part for child in node["children"] for part in child.values()]
    for part, start, last in _spans(feature, parts, end):
        if "children" in part:
            yield start, last
            yield from _children(feature, part, last)
        elif "examples" in part:
            yield start, last
            yield from _tables(feature, part["examples"], last)


def _tables(feature: Feature, tables: Sequence[Mapping[str, Any]], end: int) -> Iterator[tuple[int, int]]:
    for table, start, last in _spans(feature, tables, end):
        yield start, last
        for row in table.get("tableBody", ()):
            yield row["location"]["line"], row["location"]["line"]


def _spans(
    feature: Feature, nodes: Sequence[Mapping[str, Any]], end: int
) -> Iterator[tuple[Mapping[str, Any], int, int]]:
    """Nodes that follow each other, each with its first line and the last before the next begins."""
    starts = [_start(feature, node) for node in nodes]
    lasts = [start - 1 for start in starts[1:]] + [end]
    return ((node, start, last) for node, start, last in zip(nodes, starts, lasts, strict=False))


def _start(feature: Feature, node: Mapping[str, Any]) -> int:
    """The line of its title, its first tag, or the first of the comments right above these."""
    line: int = min([node["location"]["line"], *(tag["location"]["line"] for tag in node.get("tags", ()))])
    while line > 1 and feature.lines[line - 2].lstrip().startswith("#"):
        line -= 1
    return line
