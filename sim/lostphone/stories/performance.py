"""Plays one scenario without a test runner: its sentences, in order, on a story.

`lostphone tell` needs to know what each step did, not only whether the whole passed; so the performance
keeps, for every step, the stretch of the trace that it made.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from lostphone.gherkin.pickles import Pickle, Step

if TYPE_CHECKING:
    from lostphone.base.trace import Happening
    from lostphone.stories.story import Story

Status: TypeAlias = Literal["passed", "failed", "not played"]


@dataclass(frozen=True)
class PlayedStep:
    """A step, how it ended, what happened in it, and what was wrong if it failed.

    `error` is what a failed step raised, for whoever asks whose fault it was; None if it fits no sentence.
    """

    step: Step
    status: Status
    happenings: tuple[Happening, ...] = ()
    problem: str = ""
    error: Exception | None = None


def perform(pickle: Pickle, story: Story) -> list[PlayedStep]:
    """Play every step until one fails; the rest are "not played"."""
    played: list[PlayedStep] = []
    actions_after: list[int] = []
    for number, step in enumerate(pickle.steps):
        if played and played[-1].status != "passed":
            played.append(PlayedStep(step, "not played"))
            continue
        begin = len(story.world.trace) if story.begun else 0
        wrong = _play(pickle, step, story)
        if wrong is None and number == len(pickle.steps) - 1:
            wrong = _finish(story)
        # A client that breaks when it is greeted leaves a story without a stage.
        happened = tuple(story.world.trace.happenings[begin:]) if story.begun else ()
        actions_after.append(len(story.actions))
        earlier = step_at_fault(wrong, actions_after)
        if isinstance(wrong, Exception) and earlier is not None and earlier < number:
            played[earlier:] = _failed_at(earlier, played, wrong, pickle.language)
            played.append(PlayedStep(step, "not played"))
        elif wrong is None:
            played.append(PlayedStep(step, "passed", happened))
        else:
            error = None if isinstance(wrong, str) else wrong
            played.append(PlayedStep(step, "failed", happened, told(wrong, pickle.language), error))
    return played


def told(wrong: BaseException | str, language: str) -> str:
    """What was wrong, in the language of the story where there are words for it."""
    from lostphone.client.port import ClientBroke
    from lostphone.gherkin.breaking import with_last_words
    from lostphone.stories.story import Unexpected

    if isinstance(wrong, Unexpected):
        return wrong.seen.text(language)
    return with_last_words(wrong, language) if isinstance(wrong, ClientBroke) else str(wrong)


def step_at_fault(error: object, actions_after: Sequence[int]) -> int | None:
    """The number of the step whose action was refused, where that shows only when the story goes on.

    `actions_after` is how many actions the story had after each step.
    """
    number = getattr(error, "action", None)
    if number is None:
        return None
    return next((step for step, count in enumerate(actions_after) if count > number), None)


def _failed_at(number: int, played: list[PlayedStep], error: Exception, language: str) -> list[PlayedStep]:
    """The steps from that one on: it failed, and what came after it was in vain."""
    failed = replace(played[number], status="failed", problem=told(error, language), error=error)
    return [failed, *(PlayedStep(later.step, "not played") for later in played[number + 1 :])]


def _play(pickle: Pickle, step: Step, story: Story) -> Exception | str | None:
    """Do what a step says; None, or what was wrong."""
    from lostphone.gherkin.meaning import unfitting
    from lostphone.gherkin.vocabulary import shipped_index

    index = shipped_index(pickle.language)
    matches = index.find(step.type, step.text)
    if len(matches) != 1:
        return unfitting(step, matches, index)
    try:
        arguments = matches[0].arguments()
        if step.table is not None:
            arguments["table"] = matches[0].sentence.parse_table(pickle.language, step.table)
        if step.doc_string is not None:
            arguments["docstring"] = step.doc_string
        matches[0].sentence.function(story=story, **arguments)
    except (AssertionError, ValueError) as error:
        return error
    return None


def _finish(story: Story) -> Exception | None:
    try:
        story.finish()
    except AssertionError as error:
        return error
    return None
