"""The step definitions of a project: which they are, and which steps of the collected scenarios they fit.

Every step is looked up as it would be for playing; nothing is played.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lostphone.gherkin.own_steps import FileSteps, OwnMeaning, OwnStep, OwnSteps
from lostphone.pytest_plugin.definitions import Definitions, StepLookupError
from lostphone.pytest_plugin.item import ScenarioItem
from lostphone.pytest_plugin.play import StepPlayer

if TYPE_CHECKING:
    from lostphone.gherkin.pickles import Step


def known_steps(session: pytest.Session) -> OwnSteps:
    """The shipped sentences are not among them."""
    player = StepPlayer.of(session)
    files: dict[Path, FileSteps] = {}
    steps: set[OwnStep] = set()
    for item in session.items:
        if not isinstance(item, ScenarioItem):
            continue
        path, own = item.path.resolve(), player.own(item)
        if path not in files:
            files[path] = FileSteps(own.by_type())
            steps.update(_told(own, session.config.rootpath))
        for step in item.pickle.steps:
            if meaning := _meaning(own, step, item.pickle.language):
                files[path].meanings[step.type, step.text] = meaning
    by_place = sorted(steps, key=lambda one: (one.file, one.line, one.pattern, one.keyword or ""))
    return OwnSteps(files, tuple(by_place))


def _meaning(own: Definitions, step: Step, language: str) -> OwnMeaning | None:
    try:
        return None if own.find(step) is None else OwnMeaning()
    except StepLookupError as error:
        return OwnMeaning(error.told(language))


def _told(own: Definitions, root: Path) -> Iterator[OwnStep]:
    for definition in own:
        function = inspect.unwrap(definition.context.step_func)
        # pytest-bdd has a step "trace", which opens a debugger; it is no project's own.
        if function.__module__.partition(".")[0] == "pytest_bdd":
            continue
        code = function.__code__
        path = Path(code.co_filename)
        file = path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
        yield OwnStep(definition.context.type, definition.context.parser.name, file, code.co_firstlineno)
