"""The literal text that a step definition's pattern demands, whatever kind of parser it has.

It is what makes look-up independent of the number of definitions: see `lostphone.gherkin.index`. All of
it is folded, for `parse` patterns ignore case and the width of spaces. Where nothing can be said (a
parser of one's own, a regular expression of alternatives) the answer is empty, and the definition is
simply always asked.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Iterator
from typing import Any

from pytest_bdd import parsers


def folded(text: str) -> str:
    """Lower case, every run of white space one space: applied to literals and to texts alike."""
    return re.sub(r"\s+", " ", text.lower())


def exact_text(parser: parsers.StepParser) -> str | None:
    """The only text that a definition fits, or None if it has a pattern."""
    return parser.name if type(parser) is parsers.string else None


def literals(parser: parsers.StepParser) -> tuple[str, ...]:
    """Folded pieces that every text of this definition, once folded, contains."""
    found: Iterable[str]
    if isinstance(parser, parsers.parse):
        found = (literal for literal, *_ in string.Formatter().parse(parser.name))
    elif isinstance(parser, parsers.re):
        found = _of_regex(parser.regex)
    else:
        found = getattr(parser, "literals", ())
    return tuple(folded(literal) for literal in found if literal)


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
            yield run
            run = ""
    if run:
        yield run


def _flat(pattern: Any, constants: Any) -> Iterator[tuple[Any, Any]]:
    """The pattern's parts in order, groups that must occur opened up."""
    for kind, value in pattern:
        if kind is constants.SUBPATTERN:
            yield from _flat(value[-1], constants)
        else:
            yield kind, value
