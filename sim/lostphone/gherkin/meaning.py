"""What the steps of a feature mean in the shipped vocabulary, and what is wrong if they mean nothing.

This is the reading that linting, comparing twins and counting usage share; playing a story goes through
pytest or `performance` instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from lostphone.gherkin.complaints import complaint, did_you_mean
from lostphone.gherkin.correcting import correction
from lostphone.gherkin.index import Match, SentenceIndex
from lostphone.gherkin.kinds import LANGUAGES
from lostphone.gherkin.misfits import Misfit, misfit
from lostphone.gherkin.own_steps import NO_STEPS, FileSteps
from lostphone.gherkin.parsing import dialects
from lostphone.gherkin.pickles import Feature, Pickle, Step
from lostphone.gherkin.problems import Problem
from lostphone.gherkin.sentence import DOC_STRING, TABLE
from lostphone.gherkin.vocabulary import shipped_index

#: How many characters of a closed list a message shows.
_SHOWN_MAX = 200


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


def meaning_problems(feature: Feature, index: SentenceIndex, own: FileSteps = NO_STEPS) -> list[Problem]:
    """Steps that fit no sentence, several, or whose words mean nothing; each text once.

    A step that `own` knows is the project's, whatever sentence it fits besides.
    """
    found: dict[tuple[int, str], Problem] = {}
    for reading in readings(feature, index):
        step = reading.step
        known = own.meaning(step)
        message = known.problem if known is not None else _message(reading, index, own.patterns(step))
        if message:
            found.setdefault((step.line, step.text), feature.problem(step.line, message))
    return sorted(found.values(), key=lambda problem: problem.line)


def own_problems(feature: Feature, own: FileSteps) -> list[Problem]:
    """The same for a feature in a language that no sentence has: only `own` gives its steps a meaning."""
    found: dict[tuple[int, str], Problem] = {}
    for step in (step for pickle in feature.pickles for step in pickle.steps):
        known = own.meaning(step)
        hint = did_you_mean(step.text, own.patterns(step), feature.language)
        message = undefined(step, feature.language, hint) if known is None else known.problem
        if message:
            found.setdefault((step.line, step.text), feature.problem(step.line, message))
    return sorted(found.values(), key=lambda problem: problem.line)


def unfitting(step: Step, matches: tuple[Match, ...], index: SentenceIndex, own: Iterable[str] = ()) -> str:
    """That a step fits several sentences, or none, and then which one was probably meant.

    `own` are the patterns of a project's own steps that could be meant as well.
    """
    language = index.language
    if matches:
        names = complaint(language, "and").join(match.sentence.name for match in matches)
        return complaint(language, "several-sentences", text=step.text, number=len(matches), names=names)
    return undefined(step, language, _hint(step, index, own))


def undefined(step: Step, language: str, hint: str = "") -> str:
    """That no sentence fits a step, in the words that every command has for it."""
    keyword = spoken_type(step, language)
    return complaint(language, "no-sentence", keyword=keyword, text=step.text, hint=hint)


def undefined_here(step: Step, language: str, own: Iterable[str]) -> str:
    """The same for a step of a suite with steps of its own, in a feature of any language."""
    if language in LANGUAGES:
        return unfitting(step, (), shipped_index(language), own)
    return undefined(step, language, did_you_mean(step.text, own, language))


def _hint(step: Step, index: SentenceIndex, own: Iterable[str]) -> str:
    language = index.language
    if meant := correction(index, step.type, step.text):
        other = meant.keyword is not None and meant.keyword != step.type
        near = f"{keyword_word(language, meant.keyword)} {meant.text}" if other else meant.text
        return complaint(language, "did-you-mean", near=near)
    if hint := did_you_mean(step.text, own, language):
        return hint
    return _misfit_told(misfit(index, step.type, step.text), language)


def _misfit_told(found: Misfit | None, language: str) -> str:
    """Which words cannot stand where they do, and what can."""
    if found is None:
        return ""
    kind, about = found.kind, {"words": found.words, "placeholder": f"{{{found.name}}}"}
    if kind.form is not None:
        form, example = kind.form.text.read(language), kind.example(language)
        return complaint(language, "no-such-form", **about, form=form, example=example)
    return complaint(language, "no-such-value", **about, values=_beginning(kind.words[language], language))


def _beginning(words: Sequence[str], language: str) -> str:
    """As many values of a closed list as a message can bear."""
    comma = complaint(language, "comma")
    lengths = accumulate(len(word) + len(comma) for word in words)
    shown = max(1, sum(length <= _SHOWN_MAX for length in lengths))
    return comma.join(words[:shown]) + (" …" if shown < len(words) else "")


def keyword_word(language: str, kind: str | None) -> str:
    """The first keyword of a kind of step, as a feature in that language has it."""
    return next(word for word in dialects()[language][kind or "given"] if word != "* ").strip()


def spoken_type(step: Step, language: str) -> str:
    """What kind of step it is, as its language calls that."""
    if step.type is None:
        return complaint(language, "any-keyword")
    return complaint(language, f"type-{step.type}")


def _message(reading: StepReading, index: SentenceIndex, own: Iterable[str]) -> str | None:
    if len(reading.matches) != 1:
        return unfitting(reading.step, reading.matches, index, own)
    try:
        reading.arguments()
    except ValueError as error:
        return str(error)
    return None
