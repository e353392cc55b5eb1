"""What the steps of a feature mean in the shipped vocabulary, and what is wrong if they mean nothing.

This is the reading that linting, comparing twins and counting usage share; playing a story goes through
pytest or `performance` instead.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lostphone.gherkin.index import Match, SentenceIndex
from lostphone.gherkin.pickles import Feature, Pickle, Step
from lostphone.gherkin.problems import Problem
from lostphone.gherkin.sentence import DOC_STRING, TABLE


@dataclass(frozen=True)
class Reading:
    """A step and every sentence it fits: one if all is well."""

    pickle: Pickle
    step: Step
    matches: tuple[Match, ...]

    def arguments(self) -> dict[str, Any]:
        """All that the function would get, table and doc string included; ValueError if that is nonsense."""
        match = self.matches[0]
        sentence, language = match.sentence, self.pickle.language
        arguments = match.arguments()
        for name, given, takes in (
            (TABLE, self.step.table, sentence.takes_table),
            (DOC_STRING, self.step.doc_string, sentence.takes_doc_string),
        ):
            if given is not None and not takes:
                raise ValueError(f"the step has a {name}, and '{match.template.text}' takes none")
            if given is None and sentence.needs(name):
                raise ValueError(f"'{match.template.text}' needs a {name} below it")
        if self.step.table is not None:
            arguments[TABLE] = sentence.parse_table(language, self.step.table)
        if self.step.doc_string is not None:
            arguments[DOC_STRING] = self.step.doc_string
        return arguments


def readings(feature: Feature, index: SentenceIndex) -> Iterator[Reading]:
    """Every step of every pickle, in file order."""
    for pickle in feature.pickles:
        for step in pickle.steps:
            yield Reading(pickle, step, index.find(step.type, step.text))


def meaning_problems(feature: Feature, index: SentenceIndex) -> list[Problem]:
    """Steps that fit no sentence, several, or whose words mean nothing; each text once."""
    found: dict[tuple[int, str], Problem] = {}
    for reading in readings(feature, index):
        step = reading.step
        if message := _message(reading, index):
            found.setdefault((step.line, step.text), feature.problem(step.line, message))
    return sorted(found.values(), key=lambda problem: problem.line)


def _message(reading: Reading, index: SentenceIndex) -> str | None:
    step = reading.step
    if not reading.matches:
        near = index.closest(step.type, step.text)
        hint = f"; did you mean '{near}'?" if near else ""
        return f"no sentence fits {step.type or 'any keyword'} '{step.text}'{hint}"
    if len(reading.matches) > 1:
        names = " and ".join(match.sentence.name for match in reading.matches)
        return f"'{step.text}' fits {len(reading.matches)} sentences: {names}"
    try:
        reading.arguments()
    except ValueError as error:
        return str(error)
    return None
