"""Tells actions in sentences: the inverse of playing a story.

>>> from lostphone.stories.actions.phones import GivePhone, LosePhone
>>> told = retell([GivePhone("Mika's Android phone", "Mika", "android"), LosePhone("Mika's Android phone")])
>>> [sentence.text("en") for sentence in told]
['Mika uses an Android phone', 'Mika loses the Android phone']
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lostphone.gherkin.inverse import INVERSES, Arguments
from lostphone.gherkin.kinds import LANGUAGES
from lostphone.gherkin.sentence import Sentence
from lostphone.gherkin.vocabulary import shipped_index, shipped_sentences
from lostphone.stories.actions.base import Action
from lostphone.stories.recording import Recording
from lostphone.stories.story import Unexpected


class Untold(ValueError):
    """No sentence says this; `value` is the action or expectation."""

    def __init__(self, value: Any) -> None:
        super().__init__(f"no sentence says {value!r}")
        self.value = value


@dataclass(frozen=True)
class RetoldStep:
    """A sentence with its arguments, the actions that it stands for, and why the last of them was refused."""

    sentence: Sentence
    arguments: Arguments
    actions: tuple[Action, ...] = ()
    refused: str = ""

    def text(self, language: str) -> str:
        """The step, without keyword."""
        return self.sentence.render(language, self.arguments)

    def may_follow(self, keyword: str) -> bool:
        """Whether the sentence can be said after that keyword: given, when or then."""
        return keyword in self.sentence.keywords


def retell(actions: Sequence[Action], codes: Sequence[str] = ()) -> tuple[RetoldStep, ...]:
    """The fewest sentences, going forward, that do exactly these actions; Untold.

    `codes` are how the actions ended: a refusal that its sentence does not expect is in `RetoldStep.refused`.
    """
    shipped_sentences()
    recording = Recording(codes)
    told: list[RetoldStep] = []
    done = 0
    while done < len(actions):
        best = _best(actions[done:], recording)
        if best is None:
            raise Untold(actions[done])
        said, recording = best
        told.append(said)
        done += len(said.actions)
    return tuple(told)


def said_in_one(before: Sequence[Action], actions: Sequence[Action]) -> bool:
    """Whether one sentence does exactly these actions in a story that has done `before`."""
    shipped_sentences()
    recording = Recording()
    for action in before:
        recording.do(action)
    best = _best(actions, recording)
    return best is not None and len(best[0].actions) == len(actions)


def retell_value(value: Any) -> RetoldStep:
    """What is no action, as a sentence: an expectation, an answer to an open question; Untold."""
    shipped_sentences()
    for function, arguments in INVERSES.proposals([value]):
        said = RetoldStep(shipped_sentences().of(function), arguments)
        if _readable(said):
            return said
    raise Untold(value)


def _best(ahead: Sequence[Action], recording: Recording) -> tuple[RetoldStep, Recording] | None:
    """Of the sentences that do what is ahead, the one that does most of it; of equals the first."""
    best: tuple[RetoldStep, Recording] | None = None
    for function, arguments in INVERSES.proposals(ahead):
        trial = recording.copy()
        trial.look_away()
        try:
            function(story=trial, **arguments)
        except (Unexpected, ValueError):
            continue
        made = tuple(trial.actions[len(recording.actions) :])
        if made != tuple(ahead[: len(made)]) or not made:
            continue
        if best is None or len(made) > len(best[0].actions):
            said = RetoldStep(shipped_sentences().of(function), arguments, made, trial.unseen)
            if _readable(said):
                best = said, trial
    return best


def _readable(said: RetoldStep) -> bool:
    """Whether each language has words for it that mean this and nothing else."""
    for language in LANGUAGES:
        try:
            text = said.text(language)
        except (ValueError, KeyError):
            return False
        if len(shipped_index(language).find(said.sentence.keywords[0], text)) != 1:
            return False
    return True
