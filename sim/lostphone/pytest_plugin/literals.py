"""The literal text that a step definition's pattern demands, whatever kind of parser it has.

It is what makes look-up independent of the number of definitions: see `lostphone.gherkin.index`. All of
it is lower-cased, for `parse` patterns ignore case. Where nothing can be said (a parser of one's own, a
regular expression of alternatives) the answer is empty, and the definition is simply always asked.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from typing import Any

from pytest_bdd import parsers


def exact_text(parser: parsers.StepParser) -> str | None:
    """The only text that a definition fits, or None if it has a pattern."""
    return parser.name if type(parser) is parsers.string else None


def literals(parser: parsers.StepParser) -> tuple[str, ...]:
    """Lower-cased pieces that every text of this definition contains."""
    if isinstance(parser, parsers.parse):
        return tuple(_of_format(parser.name))
    if isinstance(parser, parsers.re):
        return tuple(_of_regex(parser.regex))
    return tuple(getattr(parser, "literals", ()))


def _of_format(pattern: str) -> Iterator[str]:
    for literal, *_ in string.Formatter().parse(pattern):
        # A run of spaces in the pattern fits any run in the text.
        yield from literal.lower().split()


def _of_regex(regex: re.Pattern[str]) -> Iterator[str]:
    # The parser of regular expressions has no public name; without it there is no literal to go by.
    try:
        from re import _constants, _parser  # type: ignore[attr-defined]
    except ImportError:
        return
    run = ""
    for kind, value in _flat(_parser.parse(regex.pattern, regex.flags), _constants):
        if kind is _constants.LITERAL:
            run += chr(value)
        elif run:
            yield run.lower()
            run = ""
    if run:
        yield run.lower()


def _flat(pattern: Any, constants: Any) -> Iterator[tuple[Any, Any]]:
    """The pattern's parts in order, groups that must occur opened up."""
    for kind, value in pattern:
        if kind is constants.SUBPATTERN:
            yield from _flat(value[-1], constants)
        else:
            yield kind, value
