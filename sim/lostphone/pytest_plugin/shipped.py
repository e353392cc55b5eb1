"""The sentences of `lostphone_steps` as pytest-bdd step definitions.

The sentences know nothing of pytest. Each is wrapped in a `StepParser` that reads both languages and a
function whose signature pytest-bdd understands. They stand farther away than any conftest, so a suite's
own definition of the same words wins. They are loaded when a step is met that nothing else defines.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pytest_bdd.parsers import StepParser

from lostphone.gherkin.sentence import TABLE, Sentence
from lostphone.gherkin.vocabulary import shipped_sentences
from lostphone.pytest_plugin.definitions import Definitions, StepFunction
from lostphone.pytest_plugin.pytest_bdd_internals import (
    STEP_ARGUMENT_DATATABLE,
    STEP_FIXTURE_PREFIX,
    StepFunctionContext,
    step_function_context_registry,
)

_DEPTH = -1
_LANGUAGE = "lostphone_language"
_DEFINITIONS: pytest.StashKey[Definitions] = pytest.StashKey()


class SentenceParser(StepParser):
    """One template of a sentence, as pytest-bdd sees it.

    `strict`: a table or doc string that the sentence does not take is an error, not ignored.
    """

    strict = True

    def __init__(self, sentence: Sentence, language: str, position: int) -> None:
        self._template = sentence.templates[language][position]
        self._language = language
        self.literals = self._template.pieces
        super().__init__(self._template.text)

    def is_matching(self, name: str) -> bool:
        return self._template.read(name) is not None

    def parse_arguments(self, name: str) -> dict[str, Any] | None:
        words = self._template.read(name)
        return None if words is None else {**self._template.parse(words), _LANGUAGE: self._language}


def step_function(sentence: Sentence) -> Callable[..., Any]:
    """The sentence's function, taking its table as pytest-bdd hands it over: rows of text."""

    def step(**arguments: Any) -> Any:
        __tracebackhide__ = True
        language = arguments.pop(_LANGUAGE)
        rows = arguments.pop(STEP_ARGUMENT_DATATABLE, None)
        if rows is not None:
            arguments[TABLE] = sentence.parse_table(language, rows)
        return sentence.function(**arguments)

    own = inspect.signature(sentence.function).parameters
    parameters = [
        parameter.replace(name=STEP_ARGUMENT_DATATABLE if name == TABLE else name)
        for name, parameter in own.items()
    ]
    language = inspect.Parameter(_LANGUAGE, inspect.Parameter.KEYWORD_ONLY)
    step.__signature__ = inspect.Signature([*parameters, language])  # type: ignore[attr-defined]
    step.__name__ = sentence.function.__name__
    step.__doc__ = sentence.function.__doc__
    # What `StepFunction.__str__` names as the place to look.
    step.__wrapped__ = sentence.function  # type: ignore[attr-defined]
    return step


def contexts() -> Iterator[StepFunctionContext]:
    """A pytest-bdd definition for each keyword, language and template of each sentence."""
    for sentence in shipped_sentences():
        function = step_function(sentence)
        for language, templates in sentence.templates.items():
            for position in range(len(templates)):
                parser = SentenceParser(sentence, language, position)
                for keyword in sentence.keywords:
                    yield StepFunctionContext(keyword, function, parser)  # type: ignore[arg-type]


def shipped_definitions(session: pytest.Session) -> Definitions:
    """The shipped sentences, indexed at the first call of a session."""
    definitions = session.stash.get(_DEFINITIONS, None)
    if definitions is None:
        definitions = Definitions(StepFunction(context, _DEPTH) for context in contexts())
        session.stash[_DEFINITIONS] = definitions
    return definitions


def fixtures() -> dict[str, Any]:
    """pytest-bdd's registry entries: a fixture for each definition, by name."""
    made: dict[str, Any] = {}
    for number, context in enumerate(contexts()):

        def marker(context: StepFunctionContext = context) -> StepFunctionContext:
            return context

        name = f"{STEP_FIXTURE_PREFIX}_{context.type}_{context.parser.name}_{number}"
        step_function_context_registry[marker] = context
        made[name] = pytest.fixture(name=name)(marker)
    return made
