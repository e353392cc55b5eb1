"""Playing a scenario: every step looked up first, then played in order.

A scenario whose last step nobody defined should not half happen, so nothing is played before everything
is found. Arguments, converters, target fixtures, tables, doc strings and yield steps are pytest-bdd's; a
step that returns something to be awaited is an error, since nobody would.
"""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

import pytest

from lostphone.gherkin.complaints import complaint
from lostphone.gherkin.meaning import undefined_here
from lostphone.gherkin.pickles import Step
from lostphone.pytest_plugin.definitions import Definitions, Registry, StepFunction, StepLookupError
from lostphone.pytest_plugin.pytest_bdd_internals import (
    STEP_ARGUMENT_DATATABLE,
    STEP_ARGUMENT_DOCSTRING,
    STEP_ARGUMENTS_RESERVED_NAMES,
    inject_fixture,
)
from lostphone.pytest_plugin.pytest_internals import call_fixture_func

if TYPE_CHECKING:
    from lostphone.pytest_plugin.hooks import Hooks
    from lostphone.pytest_plugin.item import ScenarioItem

_PLAYER: pytest.StashKey[StepPlayer] = pytest.StashKey()


class StepError(Exception):
    """A step that could not be played as written: no definition, two, or one that is async."""


class StepPlayer:
    """One a session: the definitions found so far, and whether anybody listens to pytest-bdd's hooks."""

    def __init__(self, session: pytest.Session) -> None:
        from lostphone.pytest_plugin.hooks import hooks_if_wanted

        self._registry = Registry(session)
        self._session = session
        self._hooks: Hooks | None = hooks_if_wanted(session.config)

    @classmethod
    def of(cls, session: pytest.Session) -> StepPlayer:
        player = session.stash.get(_PLAYER, None)
        if player is None:
            player = session.stash[_PLAYER] = cls(session)
        return player

    def play(self, item: ScenarioItem) -> None:
        """Play all steps; `item.passed_steps` says how far it went, whatever is raised."""
        __tracebackhide__ = True
        steps = item.pickle.steps
        if self._hooks is not None:
            self._hooks.play(item, self)
            return
        definitions = [self.definition(item, position) for position in range(len(steps))]
        for step, definition in zip(steps, definitions, strict=True):
            play_step(item, step, definition)
            item.step_passed()
        finish(item)

    def own(self, item: ScenarioItem) -> Definitions:
        """The definitions that the scenario's folder can see; the shipped sentences are not among them."""
        return self._registry.seen_from(item)

    def find(self, item: ScenarioItem, step: Step) -> StepFunction | None:
        """What a step means, None if nothing does; StepLookupError if several things as near."""
        definition = self.own(item).find(step)
        if definition is None:
            from lostphone.pytest_plugin.shipped import shipped_definitions

            definition = shipped_definitions(self._session).find(step)
        return definition

    def definition(self, item: ScenarioItem, position: int) -> StepFunction:
        """What a step means; StepError if that is nothing, several things, or a coroutine."""
        __tracebackhide__ = True
        step = item.pickle.steps[position]
        try:
            definition = self.find(item, step)
        except StepLookupError as error:
            item.passed_steps = position
            raise StepError(error.told(item.pickle.language)) from None
        if definition is None:
            item.passed_steps = position
            own = self.own(item).patterns(step)
            raise StepError(undefined_here(step, item.pickle.language, own))
        if definition.is_async:
            item.passed_steps = position
            raise StepError(complaint(item.pickle.language, "async-step", definition=definition))
        return definition


def play_step(item: ScenarioItem, step: Step, definition: StepFunction) -> dict[str, Any]:
    """Call the step's function; the arguments it got are returned."""
    __tracebackhide__ = True
    arguments = arguments_of(item, step, definition)
    call_step(item, definition, arguments)
    return arguments


def arguments_of(item: ScenarioItem, step: Step, definition: StepFunction) -> dict[str, Any]:
    """Arguments from the text, then table and doc string, then fixtures for what is still missing."""
    __tracebackhide__ = True
    context, parameters = definition.context, definition.parameters
    language = item.pickle.language
    arguments: dict[str, Any] = {}
    if not definition.exact:
        parsed = context.parser.parse_arguments(step.text) or {}
        for name, value in parsed.items():
            if name in STEP_ARGUMENTS_RESERVED_NAMES:
                raise StepError(complaint(language, "reserved", definition=definition, name=name))
            if name in parameters:
                converter = context.converters.get(name)
                arguments[name] = value if converter is None else converter(value)
    table = None if step.table is None else [list(row) for row in step.table]
    for name, value, what in (
        (STEP_ARGUMENT_DATATABLE, table, complaint(language, "table")),
        (STEP_ARGUMENT_DOCSTRING, step.doc_string, complaint(language, "docstring")),
    ):
        if value is not None and name in parameters:
            arguments[name] = value
        elif value is not None and getattr(context.parser, "strict", False):
            pattern = context.parser.name
            raise StepError(complaint(language, "takes-none", what=what, pattern=pattern))
        elif value is None and name in definition.required:
            raise StepError(complaint(language, "step-needs-below", what=what))
    for name in definition.required:
        if name not in arguments:
            arguments[name] = item.request.getfixturevalue(name)
    return arguments


def call_step(item: ScenarioItem, definition: StepFunction, arguments: dict[str, Any]) -> None:
    """Call the function, finish a yield step at the end of the scenario, keep a target fixture."""
    __tracebackhide__ = True
    function = definition.context.step_func
    if definition.is_generator:
        result = call_fixture_func(function, item.request, arguments)
    else:
        result = function(**arguments)
    if inspect.iscoroutine(result):
        result.close()
        raise StepError(complaint(item.pickle.language, "coroutine", definition=definition))
    if definition.context.target_fixture is not None:
        inject_fixture(item.request, definition.context.target_fixture, result)


def finish(item: ScenarioItem) -> None:
    """Let the story say that its last action was refused and nobody looked."""
    __tracebackhide__ = True
    if item.story is not None:
        item.passed_steps -= 1
        item.story.finish()
        item.passed_steps += 1
