"""A template: one way to say a sentence in one language, with holes for values.

`{phone}` is a hole filled by the kind called `phone`; `{old:phone}` is one called `old` of that kind;
`{{` and `}}` are braces. A template reads a text into raw words and writes values back into text.

>>> from lostphone.gherkin.kinds import generic_kinds
>>> template = Template("en", "{length:duration} later", generic_kinds())
>>> template.pieces, template.holes
(('', ' later'), (('length', 'duration'),))
>>> template.read("three days later")
{'length': 'three days'}
>>> template.write({"length": 259_200_000})
'three days later'
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from lostphone.gherkin.kinds import KindError, Kinds, ValueKind

_HOLE = re.compile(r"\{\{|\}\}|\{(?P<name>\w+)(?::(?P<kind>\w+))?\}|(?P<stray>[{}])")


class Template:
    """`pieces` are the literal texts around the `holes`: one more than there are holes."""

    def __init__(self, language: str, text: str, kinds: Kinds) -> None:
        self.language = language
        self.text = text
        self._kinds = kinds
        self.pieces, self.holes = _split(text)
        names = [name for name, _ in self.holes]
        for name, kind in self.holes:
            if names.count(name) > 1:
                raise KindError(f"'{text}' has two holes called {name}: name them apart, as {{old:{kind}}}")
            if language not in kinds[kind].pattern:
                raise KindError(f"kind '{kind}' has no pattern for language '{language}'")

    @property
    def names(self) -> frozenset[str]:
        return frozenset(name for name, _ in self.holes)

    # Compiled at first use: a run in one language never pays for the other.
    @cached_property
    def _regex(self) -> re.Pattern[str]:
        return re.compile(self.pattern())

    def pattern(self, open_hole: int | None = None) -> str:
        """The regular expression of its texts, a group for each hole; any words may stand in an open one."""
        parts = [re.escape(self.pieces[0])]
        for number, ((name, kind), literal) in enumerate(zip(self.holes, self.pieces[1:], strict=True)):
            words = ".+" if number == open_hole else self._kinds[kind].pattern[self.language]
            parts.append(f"(?P<{name}>{words}){re.escape(literal)}")
        return "".join(parts)

    def read(self, text: str) -> dict[str, str] | None:
        """The words in each hole, or None if the text is not this template's."""
        found = self._regex.fullmatch(text)
        return None if found is None else found.groupdict()

    def parse(self, words: Mapping[str, str]) -> dict[str, Any]:
        """Values for what `read` gave; ValueError says which words mean nothing and why."""
        return {name: self._kinds[kind].parse(self.language, words[name]) for name, kind in self.holes}

    def write(self, values: Mapping[str, Any]) -> str:
        """The text with every hole filled; ValueError if a value has no words."""
        return self.filled(
            [self._kinds[kind].format(self.language, values[name]) for name, kind in self.holes]
        )

    def filled(self, words: Sequence[str]) -> str:
        """The text with these words in its holes, one for each, in order."""
        text = [self.pieces[0]]
        for word, literal in zip(words, self.pieces[1:], strict=True):
            text += (word, literal)
        return "".join(text)

    def kind(self, number: int) -> ValueKind:
        """The kind of the hole with that number, counted from 0."""
        return self._kinds[self.holes[number][1]]

    def __repr__(self) -> str:
        return f"Template({self.language!r}, {self.text!r})"


def _split(text: str) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    pieces = [""]
    holes: list[tuple[str, str]] = []
    end = 0
    for found in _HOLE.finditer(text):
        pieces[-1] += text[end : found.start()]
        end = found.end()
        if found["stray"]:
            raise KindError(f"'{text}' has a stray '{found['stray']}': write it twice for a literal brace")
        if name := found["name"]:
            holes.append((name, found["kind"] or name))
            pieces.append("")
        else:
            pieces[-1] += found[0][0]
    pieces[-1] += text[end:]
    return tuple(pieces), tuple(holes)
