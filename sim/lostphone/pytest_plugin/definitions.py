"""Step definitions as pytest-bdd registered them, found once and indexed.

pytest-bdd goes through every fixture of the session for every step. Here the definitions a folder can
see are listed once, and a step asks only those whose literal text it contains. A definition in a nearer
conftest hides an equal one farther away; two at the same distance are an error, where pytest-bdd lets
one of them win.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pytest

from lostphone.gherkin.complaints import complaint
from lostphone.gherkin.index import LiteralIndex
from lostphone.gherkin.pickles import Step
from lostphone.pytest_plugin.literals import exact_text, folded, literals
from lostphone.pytest_plugin.pytest_bdd_internals import (
    StepFunctionContext,
    step_fixture_names,
    step_function_context_registry,
)
from lostphone.pytest_plugin.pytest_internals import fixture_definitions

if TYPE_CHECKING:
    from lostphone.pytest_plugin.item import ScenarioItem

# The non-ASCII letters that match ASCII ones when case is ignored (documentation of `re`).
_ODD_CASE = "\u0130\u0131\u017f\u212a"


class StepLookupError(Exception):
    """A step has more than one definition; the message says what to do, `told` in which language."""

    def __init__(self, text: str, definitions: Sequence[StepFunction]) -> None:
        super().__init__(text, definitions)
        self._text = text
        self._definitions = definitions

    def told(self, language: str) -> str:
        """Which definitions they are, and where they stand."""
        names = complaint(language, "and").join(str(definition) for definition in self._definitions)
        return complaint(language, "ambiguous", number=len(self._definitions), text=self._text, names=names)

    def __str__(self) -> str:
        return self.told("en")


@dataclass(frozen=True, eq=False)
class StepFunction:
    """A step function with what is known about it before any text is; `depth` grows with nearness."""

    context: StepFunctionContext
    depth: int

    @cached_property
    def parameters(self) -> Mapping[str, inspect.Parameter]:
        return inspect.signature(self.context.step_func).parameters

    @cached_property
    def required(self) -> tuple[str, ...]:
        return tuple(
            name
            for name, parameter in self.parameters.items()
            if parameter.kind is parameter.POSITIONAL_OR_KEYWORD and parameter.default is parameter.empty
        )

    @cached_property
    def exact(self) -> bool:
        return exact_text(self.context.parser) is not None

    @cached_property
    def is_generator(self) -> bool:
        return inspect.isgeneratorfunction(self.context.step_func)

    @cached_property
    def is_async(self) -> bool:
        function = self.context.step_func
        return inspect.iscoroutinefunction(function) or inspect.isasyncgenfunction(function)

    def __str__(self) -> str:
        function = inspect.unwrap(self.context.step_func)
        code = getattr(function, "__code__", None)
        where = f" ({code.co_filename}:{code.co_firstlineno})" if code else ""
        return f"'{self.context.parser.name}'{where}"


class Definitions:
    """All that one folder can see."""

    def __init__(self, definitions: Iterable[StepFunction]) -> None:
        self._all = tuple(definitions)
        self._exact: LiteralIndex[StepFunction] = LiteralIndex()
        self._patterns: LiteralIndex[StepFunction] = LiteralIndex()
        self._answers: dict[tuple[str | None, str], StepFunction] = {}
        for definition in self._all:
            parser = definition.context.parser
            exact = exact_text(parser)
            if exact is not None:
                self._exact.add(definition, exact=exact)
            else:
                self._patterns.add(definition, literals=literals(parser))

    def find(self, step: Step) -> StepFunction | None:
        """The definition of a step, None if there is none; StepLookupError if several are as near."""
        key = (step.type, step.text)
        answer = self._answers.get(key)
        if answer is None:
            answer = self._find(step)
            if answer is not None:
                self._answers[key] = answer
        return answer

    def _find(self, step: Step) -> StepFunction | None:
        candidates = self._exact.candidates(step.text) + self._patterns.candidates(folded(step.text))
        # A few letters match others than their lower case; texts with them take the long way.
        if step.text.casefold() != step.text.lower() or any(letter in step.text for letter in _ODD_CASE):
            candidates = list(self._all)
        fitting = _fitting(candidates, step)
        if not fitting:
            return None
        depth = max(definition.depth for definition in fitting)
        nearest = {d.context.step_func: d for d in fitting if d.depth == depth}
        if len(nearest) > 1:
            raise StepLookupError(step.text, tuple(nearest.values()))
        return next(iter(nearest.values()))

    def __iter__(self) -> Iterator[StepFunction]:
        return iter(self._all)

    def by_type(self) -> dict[str | None, list[str]]:
        """All patterns, by the kind of keyword they follow; None for any."""
        patterns: dict[str | None, list[str]] = {}
        for definition in self._all:
            patterns.setdefault(definition.context.type, []).append(definition.context.parser.name)
        return patterns

    def patterns(self, step: Step) -> list[str]:
        """The patterns that a step with this keyword could have."""
        return [d.context.parser.name for d in self._all if d.context.type in (None, step.type)]


def _fitting(definitions: Iterable[StepFunction], step: Step) -> list[StepFunction]:
    return [
        definition
        for definition in definitions
        if definition.context.type is None or step.type is None or definition.context.type == step.type
        if definition.context.parser.is_matching(step.text)
    ]


class Registry:
    """The definitions of a session, listed when the first scenario of a folder is played."""

    def __init__(self, session: pytest.Session) -> None:
        self._session = session
        self._by_folder: dict[Any, Definitions] = {}
        self._by_content: dict[tuple[Any, ...], Definitions] = {}

    def seen_from(self, item: ScenarioItem) -> Definitions:
        """Folders that see the same definitions share one index."""
        folder = item.parent.parent
        definitions = self._by_folder.get(folder)
        if definitions is None:
            found = tuple(_visible(self._session, item))
            same = tuple((context.step_func, context.parser, depth) for context, depth in found)
            definitions = self._by_content.get(same)
            if definitions is None:
                definitions = Definitions(StepFunction(context, depth) for context, depth in found)
                self._by_content[same] = definitions
            self._by_folder[folder] = definitions
        return definitions


def _visible(session: pytest.Session, item: pytest.Item) -> Iterable[tuple[StepFunctionContext, int]]:
    for name in step_fixture_names(session):
        for fixture in fixture_definitions(item, name):
            context = step_function_context_registry.get(fixture.func)
            if context is not None:
                yield context, len(fixture.baseid)
