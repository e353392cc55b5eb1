"""What came of the trials: who failed what, who is alive, and what the stories owe."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from lostphone.rules import Catalogue

#: Two clients that are no mutants.
REFERENCE, NULL = "reference", "null"


@dataclass(frozen=True)
class StoryFailure:
    """A story that a client failed: its id, the promises it illustrates, the step and what was wrong."""

    story: str
    rules: tuple[str, ...]
    step: str
    problem: str


@dataclass(frozen=True)
class Trial:
    """What became of one client. `about` are the promises that its fault breaks."""

    id: str
    origin: str
    about: tuple[str, ...]
    failures: tuple[StoryFailure, ...]

    @property
    def killed_by(self) -> tuple[str, ...]:
        """The promises that failed, in the order of the catalogue."""
        failed = {rule for failure in self.failures for rule in failure.rules}
        return tuple(rule for rule in promises() if rule in failed)

    @property
    def alive(self) -> bool:
        return not self.killed_by

    @property
    def killed_for_it(self) -> tuple[str, ...]:
        """Those of the promises that killed it that are about its fault."""
        return tuple(rule for rule in self.killed_by if rule in self.about)


@dataclass(frozen=True)
class Matrix:
    """All trials. `stories` is how many stories there were."""

    stories: int
    reference: Trial
    null: Trial
    mutants: tuple[Trial, ...]

    def complaints(self) -> list[str]:
        """What the stories, or the mutants, owe: a line each; empty when every fault dies of itself."""
        found = [
            f"the reference fails {failure.story}: {failure.problem}" for failure in self.reference.failures
        ]
        for trial in self.mutants:
            if trial.alive:
                found.append(f"{trial.id} is alive: no story notices it")
            elif not trial.killed_for_it:
                about, killed = ", ".join(trial.about), ", ".join(trial.killed_by)
                found.append(f"{trial.id} is about {about}, and only {killed} killed it")
        for rule in promises():
            if rule not in self.null.killed_by:
                found.append(f"the null client keeps {rule}: no story asks for anything")
            if not any(rule in trial.killed_for_it for trial in self.mutants):
                found.append(f"no mutant that is about {rule} is killed by it")
        return found


@cache
def promises() -> tuple[str, ...]:
    """Ids of the rules that a client keeps or breaks: all but those of the world."""
    return tuple(rule.id for rule in Catalogue.load().rules.values() if rule.requirement != "world")
