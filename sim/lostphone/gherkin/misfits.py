"""Words that stand where a sentence has a value, and are no such value.

>>> from lostphone.gherkin.vocabulary import shipped_index
>>> found = misfit(shipped_index("en"), "then", "it is refused because it is Monday")
>>> found.words, found.name, found.kind.words["en"][0]
('it is Monday', 'refusal', 'there is no connection')
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lostphone.gherkin.index import SentenceIndex
from lostphone.gherkin.kinds import ValueKind
from lostphone.gherkin.template import Template

#: The fewest letters of a sentence's own by which it is known for sure.
_LITERAL_MIN = {"en": 10, "ja": 4}


@dataclass(frozen=True)
class Misfit:
    """The words, the placeholder where they stand, and its kind."""

    words: str
    name: str
    kind: ValueKind


def misfit(index: SentenceIndex, keyword: str | None, text: str) -> Misfit | None:
    """Where a text fits a sentence but for one value; of several sentences the one that says most itself."""
    best: tuple[int, Misfit] | None = None
    for sentence in index.sentences:
        if keyword is not None and keyword not in sentence.keywords:
            continue
        for template in sentence.templates[index.language]:
            own = sum(char.isalnum() for char in "".join(template.pieces))
            if own < _LITERAL_MIN[index.language] or (best is not None and own <= best[0]):
                continue
            if found := next(_misfits(template, text), None):
                best = own, found
    return None if best is None else best[1]


def _misfits(template: Template, text: str) -> Iterator[Misfit]:
    if not all(piece in text for piece in template.pieces):
        return
    for number, (name, _) in enumerate(template.holes):
        if found := re.fullmatch(template.pattern(open_hole=number), text):
            yield Misfit(found[name], name, template.kind(number))
