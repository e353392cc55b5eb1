"""One scenario in pytest's tree.

An item asks pytest for as little as it can: a fixture request exists only once a step or an autouse
fixture needs one. The empty scenarios of a large suite cost pytest's own bookkeeping and little else.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from lostphone.gherkin.pickles import Pickle
from lostphone.pytest_plugin.play import StepPlayer
from lostphone.pytest_plugin.pytest_internals import TerminalRepr, TopRequest, fill_fixtures, new_request

if TYPE_CHECKING:
    from lostphone.pytest_plugin.collect import FeatureFile


class ScenarioItem(pytest.Item):
    """`passed_steps` counts the steps that were played through; `story` is set by the fixture.

    `times_ms` has the story's time after each step that was really played, and `trace_lengths` how much its
    trace had told by then, each where a report asks for it.
    """

    parent: FeatureFile
    story: Any = None
    passed_steps = 0
    _actions_after: list[int]
    times_ms: list[int] | None = None
    trace_lengths: list[int] | None = None
    # What fixtures and other plugins look for on a test function.
    obj = None
    nofuncargs = True

    def __init__(self, *, pickle: Pickle, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.pickle = pickle
        for tag in dict.fromkeys(pickle.tags):
            self.own_markers += self.parent.marks.of(tag)
        # What people see, for -k; the node's own name may have other letters.
        self.extra_keyword_matches.add(pickle.name)
        self.keywords.update((mark.name, mark) for mark in self.own_markers)
        self.user_properties += [
            ("scenario_id", pickle.id),
            ("scenario_name", pickle.name),
            ("language", pickle.language),
            *(("rule", rule) for rule in pickle.rules),
        ]
        self._fixtureinfo = self.parent.fixture_info(self)
        self.fixturenames = self._fixtureinfo.names_closure
        self._initrequest()

    def _initrequest(self) -> None:
        self.funcargs: dict[str, object] = {}
        self._request: TopRequest | None = None

    @property
    def request(self) -> TopRequest:
        """The fixture request, made when first needed."""
        if not self._request:
            self._request = new_request(self)
        return self._request

    def setup(self) -> None:
        self.story = None
        self.passed_steps = 0
        self._actions_after = []
        self.times_ms = None if self.times_ms is None else []
        self.trace_lengths = None if self.trace_lengths is None else []
        if self.fixturenames:
            fill_fixtures(self.request)

    def runtest(self) -> None:
        try:
            StepPlayer.of(self.session).play(self)
        except AssertionError as error:
            self._blame(error)
            raise

    def step_passed(self) -> None:
        """One more step is done."""
        self.passed_steps += 1
        self._actions_after.append(len(self.story.actions) if self.story is not None else 0)
        begun = self.story is not None and self.story.begun
        if self.times_ms is not None:
            self.times_ms.append(self.story.world.now_ms if begun else 0)
        if self.trace_lengths is not None:
            self.trace_lengths.append(len(self.story.world.trace) if begun else 0)

    def _blame(self, error: AssertionError) -> None:
        """A refusal that nobody expected shows at the next step, and is the fault of the one before."""
        from lostphone.stories.performance import step_at_fault

        earlier = step_at_fault(error, self._actions_after)
        if earlier is not None:
            self.passed_steps = earlier
            for noted in (self.times_ms, self.trace_lengths):
                if noted is not None:
                    del noted[earlier:]

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, self.pickle.line - 1, self.name

    def repr_failure(
        self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None
    ) -> str | TerminalRepr:
        from lostphone.pytest_plugin.failure import StepFailure

        wants_traceback = self.config.option.tbstyle != "auto" or self.config.get_verbosity() > 1
        traceback = str(super().repr_failure(excinfo, style)) if wants_traceback else ""
        return StepFailure.of(self, excinfo.value, traceback)
