"""The steps that a project defines itself, as far as they are known: which steps of its features they mean.

They are pytest-bdd's definitions in a conftest, so only a run of pytest can say; here is what it said.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lostphone.gherkin.pickles import Step


@dataclass(frozen=True)
class OwnMeaning:
    """That a step has a definition of its own; `problem` says so if it has two, in the feature's language."""

    problem: str = ""


@dataclass
class FileSteps:
    """What the own steps say of one feature file. `by_type` are all their patterns, by the keyword's kind."""

    by_type: dict[str | None, list[str]] = field(default_factory=dict)
    meanings: dict[tuple[str | None, str], OwnMeaning] = field(default_factory=dict)

    def meaning(self, step: Step) -> OwnMeaning | None:
        """None for a step that no own definition fits."""
        return self.meanings.get((step.type, step.text))

    def patterns(self, step: Step) -> list[str]:
        """The own patterns that may follow the step's keyword."""
        if step.type is None:
            return [pattern for patterns in self.by_type.values() for pattern in patterns]
        return self.by_type.get(step.type, []) + self.by_type.get(None, [])


NO_STEPS = FileSteps()


@dataclass(frozen=True)
class OwnStep:
    """A definition: the kind of keyword it follows (None for any), its pattern, and where it stands."""

    keyword: str | None
    pattern: str
    file: str
    line: int


@dataclass(frozen=True)
class OwnSteps:
    """The own steps of a project, and what they say of each feature file, by its resolved path."""

    files: Mapping[Path, FileSteps]
    steps: tuple[OwnStep, ...] = ()

    def of(self, path: Path) -> FileSteps | None:
        """None for a file beside which no own step is defined."""
        return self.files.get(path.resolve())
