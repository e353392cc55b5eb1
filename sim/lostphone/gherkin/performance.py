"""Plays one scenario without a test runner: its sentences, in order, on a story.

`lostphone tell` needs to know what each step did, not only whether the whole passed; so the performance
keeps, for every step, the stretch of the trace that it made.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from lostphone.gherkin.pickles import Pickle, Step

if TYPE_CHECKING:
    from lostphone.history.story import Story
    from lostphone.trace import Happening

Status: TypeAlias = Literal["passed", "failed", "not played"]


@dataclass(frozen=True)
class PlayedStep:
    """A step, how it ended, what happened in it, and what was wrong if it failed."""

    step: Step
    status: Status
    happenings: tuple[Happening, ...] = ()
    problem: str = ""


def perform(pickle: Pickle, story: Story) -> list[PlayedStep]:
    """Play every step until one fails; the rest are "not played"."""
    played: list[PlayedStep] = []
    for number, step in enumerate(pickle.steps):
        if played and played[-1].status != "passed":
            played.append(PlayedStep(step, "not played"))
            continue
        begin = len(story.world.trace) if played else 0
        problem = _play(pickle, step, story)
        if not problem and number == len(pickle.steps) - 1:
            problem = _finish(story)
        happened = tuple(story.world.trace.happenings[begin:])
        played.append(PlayedStep(step, "failed" if problem else "passed", happened, problem))
    return played


def _play(pickle: Pickle, step: Step, story: Story) -> str:
    """Do what a step says; "" or what was wrong."""
    from lostphone.gherkin.vocabulary import shipped_index

    index = shipped_index(pickle.language)
    matches = index.find(step.type, step.text)
    if len(matches) != 1:
        near = index.closest(step.type, step.text)
        hint = f"; did you mean '{near}'?" if near else ""
        return f"{len(matches) or 'no'} sentences fit '{step.text}'{hint if not matches else ''}"
    try:
        arguments = matches[0].arguments()
        if step.table is not None:
            arguments["table"] = matches[0].sentence.parse_table(pickle.language, step.table)
        if step.doc_string is not None:
            arguments["docstring"] = step.doc_string
        matches[0].sentence.function(story=story, **arguments)
    except (AssertionError, ValueError) as error:
        return str(error)
    return ""


def _finish(story: Story) -> str:
    try:
        story.finish()
    except AssertionError as error:
        return str(error)
    return ""
