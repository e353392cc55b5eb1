"""Which scenarios a tag expression selects: `@ios and not @slow`.

Cucumber's own package parses it. Names may be written without `@`, since a name that quietly matches
nothing would select nothing.

>>> chosen = TagExpression("@ios and not (@slow or wip)")
>>> chosen.selects(("ios", "id:core.zeros")), chosen.selects(("ios", "wip"))
(True, False)
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lostphone.gherkin.complaints import complaint

#: The parser calls itself for each word; this many letters hold fewer than Python allows.
LENGTH_MAX = 2000


class TagExpressionError(ValueError):
    """The expression does not parse; the message shows where."""


class TagExpression:
    """`language` is that of what is said about an expression that does not parse."""

    def __init__(self, text: str, language: str = "en") -> None:
        from cucumber_tag_expressions import (  # type: ignore[import-untyped]
            TagExpressionError as ParseError,
        )
        from cucumber_tag_expressions import parse

        self.text = text
        if len(text) > LENGTH_MAX:
            raise TagExpressionError(complaint(language, "tags-deep", bound=LENGTH_MAX))
        if misused := re.search(r"&&|\|\||!|~|,", text):
            raise TagExpressionError(complaint(language, "tags-operator", text=text, operator=misused[0]))
        if not text.strip():
            raise TagExpressionError(complaint(language, "tags-empty"))
        try:
            self._expression = parse(text)
        except ParseError as error:
            reason = str(error).split("\n", maxsplit=1)[0].rstrip(".")
            raise TagExpressionError(complaint(language, "tags-wrong", text=text, reason=reason)) from None

    def selects(self, tags: Sequence[str]) -> bool:
        """Whether a scenario with these tags, written without `@`, is chosen."""
        return bool(self._expression.evaluate([*tags, *(f"@{tag}" for tag in tags)]))

    def names(self) -> tuple[str, ...]:
        """The tags that the expression speaks of, without `@`."""
        words = re.split(r"[\s()]+", self.text)
        return tuple(word.removeprefix("@") for word in words if word and word not in ("and", "or", "not"))
