"""What the steps of a feature mean in the shipped vocabulary, and what is wrong if they mean nothing.

This is the reading that linting, comparing twins and counting usage share; playing a story goes through
pytest or `performance` instead.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lostphone.gherkin.complaints import complaint
from lostphone.gherkin.index import Match, SentenceIndex
from lostphone.gherkin.pickles import Feature, Pickle, Step
from lostphone.gherkin.problems import Problem
from lostphone.gherkin.sentence import DOC_STRING, TABLE


@dataclass(frozen=True)
class StepReading:
    """A step and every sentence it fits: one if all is well."""

    pickle: Pickle
    step: Step
    matches: tuple[Match, ...]

    def arguments(self) -> dict[str, Any]:
        """All that the function would get, table and doc string included; ValueError if that is nonsense."""
        match = self.matches[0]
        sentence, language = match.sentence, self.pickle.language
        pattern = match.template.text
        arguments = match.arguments()
        for name, given, takes in (
            (TABLE, self.step.table, sentence.takes_table),
            (DOC_STRING, self.step.doc_string, sentence.takes_doc_string),
        ):
            if given is not None and not takes:
                raise ValueError(
                    complaint(language, "takes-none", what=complaint(language, name), pattern=pattern)
                )
            if given is None and sentence.needs(name):
                raise ValueError(
                    complaint(language, "needs-below", what=complaint(language, name), pattern=pattern)
                )
        if self.step.table is not None:
            arguments[TABLE] = sentence.parse_table(language, self.step.table)
        if self.step.doc_string is not None:
            arguments[DOC_STRING] = self.step.doc_string
        return arguments


def readings(feature: Feature, index: SentenceIndex) -> Iterator[StepReading]:
    """Every step of every pickle, in file order."""
    for pickle in feature.pickles:
        for step in pickle.steps:
            yield StepReading(pickle, step, index.find(step.type, step.text))


def meaning_problems(feature: Feature, index: SentenceIndex) -> list[Problem]:
    """Steps that fit no sentence, several, or whose words mean nothing; each text once."""
    found: dict[tuple[int, str], Problem] = {}
    for reading in readings(feature, index):
        step = reading.step
        if message := _message(reading, index):
            found.setdefault((step.line, step.text), feature.problem(step.line, message))
    return sorted(found.values(), key=lambda problem: problem.line)


def unfitting(step: Step, matches: tuple[Match, ...], index: SentenceIndex) -> str:
    """That a step fits no sentence, with the one most like it, or that it fits several."""
    language = index.language
    if matches:
        names = complaint(language, "and").join(match.sentence.name for match in matches)
        return complaint(language, "several-sentences", text=step.text, number=len(matches), names=names)
    near = index.closest(step.type, step.text)
    hint = complaint(language, "did-you-mean", near=near) if near else ""
    keyword = spoken_type(step, language)
    return complaint(language, "no-sentence", keyword=keyword, text=step.text, hint=hint)


def spoken_type(step: Step, language: str) -> str:
    """What kind of step it is, as its language calls that."""
    if step.type is None:
        return complaint(language, "any-keyword")
    return complaint(language, f"type-{step.type}")


def _message(reading: StepReading, index: SentenceIndex) -> str | None:
    if len(reading.matches) != 1:
        return unfitting(reading.step, reading.matches, index)
    try:
        reading.arguments()
    except ValueError as error:
        return str(error)
    return None
