"""The shipped sentences as step definitions of Cucumber Messages, and where a step's words fill them."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from functools import cache

from lostphone.gherkin.messages import Argument, StepDefinition
from lostphone.gherkin.sentence import Sentence
from lostphone.gherkin.template import Template
from lostphone.gherkin.vocabulary import shipped_index


@cache
def definitions(
    language: str, kind: str | None, text: str
) -> tuple[tuple[StepDefinition, tuple[Argument, ...]], ...]:
    """The definitions that fit a step of that type and text, each with the words in its holes."""
    return tuple(
        (_definition(match.sentence, match.template), tuple(_arguments(match.template, match.words)))
        for match in shipped_index(language).find(kind, text)
    )


def _arguments(template: Template, words: dict[str, str]) -> Iterator[Argument]:
    """Where the words of each hole stand: the literal pieces around them have known lengths."""
    start = len(template.pieces[0])
    for (name, kind), piece in zip(template.holes, template.pieces[1:], strict=True):
        yield Argument(start, words[name], kind)
        start += len(words[name]) + len(piece)


@cache
def _definition(sentence: Sentence, template: Template) -> StepDefinition:
    """The place is the module's: a file of this machine would be none of the reader's."""
    function = inspect.unwrap(sentence.function)
    place = f"{function.__module__.replace('.', '/')}.py"
    return StepDefinition(template.text, place, function.__code__.co_firstlineno)
