"""What is not certain about an account: settings that are not known, and open questions.

Values for programs, in the words of the catalogue; `cli` prints them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

import msgspec

from lostphone.rules import Catalogue, PossibleAnswer
from lostphone.whatif.loss import Loss, Result
from lostphone.whatif.player import Fate

#: An outcome, or that it depends on settings that are not known.
Told: TypeAlias = Literal["back", "sign-in", "lost", "depends"]

#: From the worst outcome to the best.
ORDER: tuple[Result, ...] = ("lost", "sign-in", "back")


class Depends(msgspec.Struct, frozen=True):
    """It ends as `best` if all of `settings` were on, and else, at the worst, as `worst`."""

    best: Result
    worst: Result
    settings: tuple[str, ...]


class SourcedAnswer(msgspec.Struct, frozen=True):
    """An answer to an open question, and the addresses of the texts that give it; there may be none.

    `revision` says which revision of them that is; empty where no other answer cites the same text.
    """

    id: str
    meaning: str
    sources: tuple[str, ...]
    revision: str


class AskedQuestion(msgspec.Struct, frozen=True):
    """An open question: the answer that is taken as usual, and another one."""

    id: str
    question: str
    usual: SourcedAnswer
    other: SourcedAnswer


class OtherOutcome(msgspec.Struct, frozen=True):
    """What becomes of the account if questions (nearly always one) are answered otherwise than usual."""

    questions: tuple[AskedQuestion, ...]
    outcome: Told
    now: str
    before: str
    depends: Depends | None


def worst_first(fates: Sequence[Fate]) -> list[Fate]:
    """The different fates, the worst first."""
    return sorted(dict.fromkeys(fates), key=lambda fate: ORDER.index(fate.outcome))


def outcome_of(losses: Sequence[Loss], fates: Sequence[Fate]) -> tuple[Told, Depends | None]:
    """The outcome, or that it depends; a fate for each of the losses that it may have been."""
    ranked = [fate.outcome for fate in worst_first(fates)]
    worst, best = ranked[0], ranked[-1]
    if worst == best:
        return best, None
    good = [one for one, fate in zip(losses, fates, strict=True) if fate.outcome == best]
    ever_off = frozenset[str]().union(*(one.off for one in losses))
    needed = [name for name in losses[0].switches() if name in ever_off - losses[0].off]
    return "depends", Depends(
        best, worst, tuple(name for name in needed if all(name not in one.off for one in good))
    )


def asked(answers: dict[str, str], lang: str) -> tuple[AskedQuestion, ...]:
    """The questions of a set of answers, with their texts in `en` or `ja`."""
    found: list[AskedQuestion] = []
    for question, chosen in answers.items():
        asked = Catalogue.load().open_question(question)
        usual, other = (_answer(name, asked.answers[name], lang) for name in (asked.default, chosen))
        found.append(AskedQuestion(question, asked.question.read(lang), usual, other))
    return tuple(found)


def _answer(name: str, answer: PossibleAnswer, lang: str) -> SourcedAnswer:
    revision = answer.revision.read(lang) if answer.revision else ""
    return SourcedAnswer(name, answer.meaning.read(lang), answer.source, revision)
