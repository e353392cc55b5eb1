"""Plays scenarios on one client, one after the other, and never fails for anything that the client does."""

from __future__ import annotations

import lostphone
from lostphone.base.frozen import FrozenClock
from lostphone.client.port import ClientBroke, ClientInfo, Hello, NotSupported
from lostphone.client.resolve import ClientSource
from lostphone.client.transport.child import NotStarted
from lostphone.conformance.attempt import Attempt, attempt_of, blame, harness_fault
from lostphone.conformance.plan import PlannedScenario
from lostphone.refusal import Refusal
from lostphone.stories.performance import PlayedStep, perform
from lostphone.stories.story import Story


class ScenarioPlayer:
    """`frozen` holds the process's clock for a client that reads it; the caller starts and stops it."""

    def __init__(
        self, source: ClientSource, seed: int = 0, lang: str = "en", frozen: FrozenClock | None = None
    ) -> None:
        self._source = source
        self._hello = Hello(suite=f"lostphone {lostphone.__version__}", locale=lang, seed=seed)
        self._seed = seed
        self._frozen = frozen
        self._info: ClientInfo | None = None

    def greet(self) -> ClientInfo | None:
        """Who the client is; None if it broke at being asked, as the first scenario will tell.

        NotStarted and BadClient if there is no client at all.
        """
        if self._info is None:
            try:
                self._info = self._source().initialize(self._hello)
            except (ClientBroke, NotSupported, Refusal):
                return None
        return self._info

    def play(self, case: PlannedScenario) -> Attempt:
        """Play one scenario. Whatever happens is an attempt, NotStarted by a client never met excepted."""
        try:
            info = self.greet()
        except NotStarted:
            raise
        except Exception as error:
            return harness_fault(error)
        declared = info.capabilities if info is not None else ()
        missing = [capability for capability in case.needs if capability not in declared]
        if info is not None and missing:
            return Attempt("not-applicable", f"the client does not declare {' and '.join(missing)}")
        pickle = case.pickle
        story = Story(
            seed=self._seed or pickle.seed,
            races=pickle.races,
            lang=pickle.language,
            client=self._source,
            frozen=self._frozen,
            title=pickle.name,
            scenario_id=pickle.id,
            rules=pickle.rules,
        )
        try:
            played = _cleared(perform(pickle, story), story)
            attempt = attempt_of(played, declared, pickle.language)
            return self._close(story, attempt, declared, pickle.language)
        except NotStarted as gone:
            if info is None:
                raise
            return Attempt("error", f"the client broke (crash): it cannot be started again: {gone}")
        except Refusal as refusal:
            # Within an action a refusal is an outcome; so it was at the beginning of the scenario.
            return Attempt("error", f"the client broke (breach): it refused to begin: {refusal}")
        except Exception as error:
            return self._close(story, harness_fault(error), declared, pickle.language)

    def _close(self, story: Story, attempt: Attempt, declared: tuple[str, ...], language: str) -> Attempt:
        """The end of the scenario is part of it: a client may break there too."""
        try:
            story.close()
        except (ClientBroke, NotSupported, Refusal) as error:
            if attempt.ending != "pass":
                return attempt
            return blame(error, str(error), declared, attempt.steps, language)
        except Exception as error:
            return harness_fault(error, attempt.steps)
        return attempt

    def close(self) -> None:
        """The run is over."""
        self._source.close()


def _cleared(played: list[PlayedStep], story: Story) -> list[PlayedStep]:
    """The same steps, no secret of the world in what is said of them."""
    if not story.begun:
        return played
    redact = story.world.trace.finder.redact
    return [
        PlayedStep(step.step, step.status, step.happenings, redact(step.problem), step.error)
        if step.problem
        else step
        for step in played
    ]
