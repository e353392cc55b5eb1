"""Letters of a feature file that a reader does not see, or sees as others; and tags with a comma.

A zero-width space makes two names of one. A no-break space looks like a space, and no sentence fits it. A
bidirectional control shows a line in another order than it is read. All of them come in by copying from a
page or a chat, so they are findings of lint rather than errors.

>>> from lostphone.gherkin.pickles import parse_feature
>>> text = "Feature: f\\n Scenario: s\\n  Given a\\u200bphone\\n"
>>> [str(problem) for problem in letter_problems(parse_feature(text, "f"))]
['f:3:10: an invisible character stands here: U+200B ZERO WIDTH SPACE; delete it']
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from lostphone.gherkin.complaints import complaint
from lostphone.gherkin.pickles import Feature
from lostphone.gherkin.problems import Problem
from lostphone.gherkin.swallowed import described

#: The space of Japanese text is seen, and read as one.
_ORDINARY_SPACES = " \u3000"
_JOINERS = "\u200c\u200d"
_COMMAS = ",，、､"
# Invisible, and of no category that says so: combining grapheme joiner, Hangul fillers, the Mongolian and
# the Braille blank.
_BLANK = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"


def letter_problems(feature: Feature) -> list[Problem]:
    """One problem for each kind of such a letter on a line, and one for each tag with a comma."""
    spoken = _spoken_lines(feature.node)
    found = [
        problem
        for number, line in enumerate(feature.lines, 1)
        if not (line.isascii() and line.replace("\t", "").isprintable())
        for problem in _on_line(feature, number, line, number in spoken)
    ]
    return [*found, *_tags(feature)]


def _on_line(feature: Feature, number: int, line: str, spoken: bool) -> Iterator[Problem]:
    told: set[str] = set()
    for column, char in enumerate(line, 1):
        if char in told or (char.isalnum() and char not in _BLANK):
            continue
        kind = _kind(char, line[column - 2] if column > 1 else "", spoken)
        if kind:
            told.add(char)
            message = complaint(feature.language, kind, character=_called(char))
            yield feature.problem(number, message, column)


def _kind(char: str, before: str, spoken: bool) -> str | None:
    """Which complaint a letter deserves; `spoken` if it stands in a title, a step, a table or a tag."""
    category = unicodedata.category(char)
    if category in ("Cc", "Zl", "Zp"):
        return None if char == "\t" else "control"
    if category == "Cf" or char in _BLANK:
        return None if char in _JOINERS and _joins(before) else "invisible"
    return "odd-space" if spoken and category == "Zs" and char not in _ORDINARY_SPACES else None


def _joins(before: str) -> bool:
    """Whether a joiner has something to join: letters of scripts that need it, or parts of a picture."""
    return bool(before) and (
        unicodedata.category(before) in ("Mn", "Mc", "So", "Sk") or unicodedata.bidirectional(before) == "AL"
    )


def _called(char: str) -> str:
    name = unicodedata.name(char, "")
    return f"U+{ord(char):04X}" + (f" {name}" if name else "")


def _spoken_lines(node: Mapping[str, Any]) -> set[int]:
    """The lines of titles, tags, steps and table rows: what is read, and not only looked at."""
    lines: set[int] = set()
    for _, part in described(node, "feature"):
        lines.add(part["location"]["line"])
        lines.update(tag["location"]["line"] for tag in part.get("tags", ()))
        rows = [part["tableHeader"]] if part.get("tableHeader") else []
        rows += part.get("tableBody", ())
        for step in part.get("steps", ()):
            lines.add(step["location"]["line"])
            rows += step.get("dataTable", {}).get("rows", ())
        lines.update(row["location"]["line"] for row in rows)
    return lines


def _tags(feature: Feature) -> Iterator[Problem]:
    for _, part in described(feature.node, "feature"):
        for tag in part.get("tags", ()):
            if any(comma in tag["name"] for comma in _COMMAS):
                message = complaint(feature.language, "tag-with-comma", name=tag["name"])
                yield feature.problem(tag["location"]["line"], message, tag["location"].get("column"))
