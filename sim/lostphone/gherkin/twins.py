"""Twins: the same story in English and Japanese.

A translation that drifts is worse than none, for a reader trusts it. Twins share their id and their
tags, and every step of one means what the step of the other means: the same function, the same
arguments. What they may differ in is the words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest

from lostphone.gherkin.index import SentenceIndex
from lostphone.gherkin.meaning import StepReading
from lostphone.gherkin.pickles import Feature, Pickle, Step
from lostphone.gherkin.problems import Problem

_NAMES = {"en": "English", "ja": "Japanese"}


def twin_problems(
    english: Iterable[Feature], japanese: Iterable[Feature], indexes: Mapping[str, SentenceIndex]
) -> list[Problem]:
    """Scenarios without a twin, and twins that differ; reported where the Japanese one stands, if it does."""
    here, there = _by_id(english), _by_id(japanese)
    found = [
        *_without_twin(here, there, "ja"),
        *_without_twin(there, here, "en"),
        *(
            problem
            for id_, (_, pickle) in here.items()
            if id_ in there
            for problem in _differences(pickle, *there[id_], indexes)
        ),
    ]
    return sorted(found, key=lambda problem: (problem.uri, problem.line))


def _by_id(features: Iterable[Feature]) -> dict[str, tuple[Feature, Pickle]]:
    found: dict[str, tuple[Feature, Pickle]] = {}
    for feature in features:
        for pickle in feature.pickles:
            # An id used twice is reported where ids are checked; here the first one stands.
            found.setdefault(pickle.id, (feature, pickle))
    return found


def _without_twin(
    ones: Mapping[str, tuple[Feature, Pickle]], others: Mapping[str, object], missing: str
) -> Iterator[Problem]:
    for id_, (feature, pickle) in ones.items():
        if id_ not in others:
            yield feature.problem(pickle.line, f"'{pickle.name}' has no {_NAMES[missing]} twin (@id:{id_})")


def _differences(
    pickle: Pickle, feature: Feature, twin: Pickle, indexes: Mapping[str, SentenceIndex]
) -> Iterator[Problem]:
    where = f"its twin, {pickle.uri}"
    if dict.fromkeys(sorted(pickle.tags)) != dict.fromkeys(sorted(twin.tags)):
        differing = sorted(set(pickle.tags) ^ set(twin.tags))
        yield feature.problem(
            twin.scenario_line, f"{where}:{pickle.scenario_line}, has other tags: @{', @'.join(differing)}"
        )
    for one, other in zip_longest(pickle.steps, twin.steps):
        if one is None or other is None:
            yield feature.problem(
                twin.line, f"{where}:{pickle.line}, has {len(pickle.steps)} steps, not {len(twin.steps)}"
            )
            return
        if message := _step_difference(pickle, one, twin, other, indexes):
            yield feature.problem(other.line, f"{where}:{one.line}, {message}")


def _step_difference(
    pickle: Pickle, one: Step, twin: Pickle, other: Step, indexes: Mapping[str, SentenceIndex]
) -> str | None:
    if one.type != other.type:
        return f"is a {one.type}, not a {other.type}"
    ours, theirs = (
        StepReading(owner, step, indexes[owner.language].find(step.type, step.text))
        for owner, step in ((pickle, one), (twin, other))
    )
    if len(ours.matches) != 1 or len(theirs.matches) != 1:
        return None  # undefined or ambiguous: said where that is
    if ours.matches[0].sentence is not theirs.matches[0].sentence:
        return f"says '{one.text}', which means {ours.matches[0].sentence.name}"
    try:
        mine, yours = ours.arguments(), theirs.arguments()
    except ValueError:
        return None  # nonsense: said where that is
    for name, value in mine.items():
        if name not in yours or yours[name] != value:
            return f"has {name} = {value!r}, not {yours.get(name)!r}"
    extra = [name for name in yours if name not in mine]
    return f"does not say {extra[0]} = {yours[extra[0]]!r}" if extra else None
