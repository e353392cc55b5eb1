"""Which definitions a step's text may mean, found without asking each of them.

A search over n definitions for each of m steps is what makes a growing vocabulary slow. Here every
definition hangs on the rarest run of literal characters that any text of it must contain; a look-up asks
only those whose run occurs in the text. All of them are returned, so that two meanings are an error
rather than a race.

>>> index = LiteralIndex()
>>> index.add("lost", literals=("", " loses ", ""))
>>> index.add("found", literals=("", " finds ", ""))
>>> index.candidates("Hana loses her phone")
['lost']
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

from lostphone.gherkin.sentence import Sentence
from lostphone.gherkin.template import Template

T = TypeVar("T")
_RUN_MAX = 4


def _runs(text: str, length: int) -> Iterable[str]:
    return (text[start : start + length] for start in range(len(text) - length + 1))


class LiteralIndex(Generic[T]):
    """Definitions by a run of up to four characters that their texts must contain.

    Add everything, then ask: the first question fixes which run is rarest for whom.
    """

    def __init__(self) -> None:
        self._added: list[tuple[T, tuple[str, ...]]] = []
        self._exact: dict[str, list[int]] = {}

    def add(self, item: T, *, literals: Sequence[str] = (), exact: str | None = None) -> None:
        """`literals` are pieces every text of the item contains; `exact` is its only text."""
        if exact is not None:
            self._exact.setdefault(exact, []).append(len(self._added))
        self._added.append((item, () if exact is not None else tuple(literals)))
        self.__dict__.pop("_by_run", None)

    @cached_property
    def _by_run(self) -> dict[int, dict[str, list[int]]]:
        """Run length to run to items; length 0 holds those that any text may be."""
        exact = {position for positions in self._exact.values() for position in positions}
        frequency: dict[str, int] = {}
        runs: dict[int, list[str]] = {}
        for position, (_, literals) in enumerate(self._added):
            if position in exact:
                continue
            own = list(
                dict.fromkeys(
                    run for literal in literals for run in _runs(literal, min(_RUN_MAX, len(literal))) if run
                )
            )
            runs[position] = own
            for run in own:
                frequency[run] = frequency.get(run, 0) + 1
        by_run: dict[int, dict[str, list[int]]] = {}
        for position, own in runs.items():
            rarest = min(own, key=lambda run: frequency[run], default="")
            by_run.setdefault(len(rarest), {}).setdefault(rarest, []).append(position)
        return by_run

    def candidates(self, text: str) -> list[T]:
        """Items that the text may be, in the order they were added."""
        found = list(self._exact.get(text, ()))
        for length, by_run in self._by_run.items():
            if length == 0:
                found += by_run[""]
                continue
            for run in dict.fromkeys(_runs(text, length)):
                found += by_run.get(run, ())
        return [self._added[position][0] for position in sorted(found)]


@dataclass(frozen=True, slots=True)
class Match:
    """A sentence that a text fits, and the words in its holes; `arguments` gives them meaning."""

    sentence: Sentence
    template: Template
    words: dict[str, str]

    def arguments(self) -> dict[str, Any]:
        """Values by parameter name; ValueError says which words mean nothing and why."""
        return self.template.parse(self.words)


class SentenceIndex:
    """The sentences of one language; steps are said again and again, so answers are kept."""

    def __init__(self, sentences: Iterable[Sentence], language: str) -> None:
        self.language = language
        self._index: LiteralIndex[Sentence] = LiteralIndex()
        self.sentences = tuple(sentences)
        self._answers: dict[tuple[str | None, str], tuple[Match, ...]] = {}
        for sentence in self.sentences:
            for template in sentence.templates[language]:
                self._index.add(sentence, literals=template.pieces)

    def find(self, keyword: str | None, text: str) -> tuple[Match, ...]:
        """Every sentence that the text fits: none is undefined, two are ambiguous.

        `keyword` is given, when or then; None (a step written with `*` first) allows any.
        """
        answer = self._answers.get((keyword, text))
        if answer is None:
            answer = self._answers[keyword, text] = self._find(keyword, text)
        return answer

    def _find(self, keyword: str | None, text: str) -> tuple[Match, ...]:
        # A sentence may be found by several of its templates; it still means one thing.
        candidates = dict.fromkeys(self._index.candidates(text))
        return tuple(
            Match(sentence, *found)
            for sentence in candidates
            if keyword is None or keyword in sentence.keywords
            if (found := sentence.read(self.language, text)) is not None
        )

    def means_something(self, keyword: str | None, text: str) -> bool:
        """Whether a text fits one sentence, and each of its words has a meaning."""
        found = self.find(keyword, text)
        if len(found) != 1:
            return False
        try:
            found[0].arguments()
        except ValueError:
            return False
        return True
