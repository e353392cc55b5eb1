"""The placeholders of the sentences, and what may stand in each: asked of the kinds themselves.

>>> from lostphone.gherkin.vocabulary import shipped_sentences
>>> role = next(one for one in placeholders(shipped_sentences()) if one.kind.name == "role")
>>> role.names, role.kind.words["en"]
(('role',), ('an employee', 'an administrator', 'a guest'))
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lostphone.gherkin.kinds import ValueKind
from lostphone.gherkin.sentence import Sentence


@dataclass(frozen=True)
class Placeholder:
    """A kind of value, and the names under which sentences and their tables have it."""

    kind: ValueKind
    names: tuple[str, ...]

    @property
    def shown(self) -> str:
        """As a sentence has it: `{role}`, or `{when:instant}` where the name is another."""
        return " ".join(
            f"{{{name}}}" if name == self.kind.name else f"{{{name}:{self.kind.name}}}" for name in self.names
        )


def placeholders(sentences: Iterable[Sentence]) -> list[Placeholder]:
    """Every kind that these sentences use, in the order of their first use."""
    names: dict[str, dict[str, None]] = {}
    kinds: dict[str, ValueKind] = {}
    for sentence in sentences:
        for name, kind in _holes(sentence):
            names.setdefault(kind, {})[name] = None
            kinds[kind] = sentence.kinds[kind]
    return [Placeholder(kinds[kind], tuple(found)) for kind, found in names.items()]


def _holes(sentence: Sentence) -> Iterator[tuple[str, str]]:
    for template in sentence.templates["en"]:
        yield from template.holes
    for column in sentence.columns:
        yield column.name, column.kind
