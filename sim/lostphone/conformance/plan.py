"""What a run plays: the scenarios of the chosen requirement sets, and what was left out of them.

>>> plan = make_plan("core@1", names=("code.leading-zeros",))
>>> plan.complete, all("code.leading-zeros" in case.rules for case in plan.cases)
(False, True)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lostphone.base.suggest import near
from lostphone.conformance.freezing import shipped_pickles
from lostphone.gherkin.pickles import Pickle
from lostphone.gherkin.tags import TagExpression
from lostphone.requirements import Required, RequirementSet, find_sets


class BadChoice(ValueError):
    """A filter names what is not there, or leaves nothing to play; the message says which."""


@dataclass(frozen=True)
class PlannedScenario:
    """One scenario of a run: the rules that it judges, and the capabilities it needs."""

    pickle: Pickle
    rules: tuple[str, ...]
    needs: tuple[str, ...]

    @property
    def id(self) -> str:
        return self.pickle.id


@dataclass(frozen=True)
class ConformancePlan:
    """`complete`: nothing of the sets was left out."""

    sets: tuple[RequirementSet, ...]
    lang: str
    cases: tuple[PlannedScenario, ...]
    complete: bool

    @property
    def rules(self) -> tuple[str, ...]:
        """Ids of the rules that the cases judge, in the order of the sets."""
        judged = {rule for case in self.cases for rule in case.rules}
        return tuple(dict.fromkeys(rule for one in self.sets for rule in one.rules if rule in judged))


def make_plan(
    require: str,
    lang: str = "en",
    tags: str | None = None,
    keyword: str | None = None,
    names: Sequence[str] = (),
) -> ConformancePlan:
    """The plan for requirement sets, narrowed by filters.

    `names` are ids of scenarios (an outline's without `#` is all its rows) or of rules; `keyword` is part of
    an id or of a name. UnknownSet, TagExpressionError and BadChoice say what does not fit.
    """
    sets = find_sets(require)
    everything = tuple(_cases(sets, lang))
    chosen: Iterable[PlannedScenario] = everything
    if names:
        chosen = _named(everything, names)
    if tags is not None:
        expression = TagExpression(tags)
        chosen = [case for case in chosen if expression.selects(case.pickle.tags)]
    if keyword is not None:
        chosen = [case for case in chosen if keyword.casefold() in f"{case.id} {case.pickle.name}".casefold()]
    cases = tuple(chosen)
    if not cases:
        listed = ", ".join(one.id for one in sets)
        raise BadChoice(f"none of the {len(everything)} scenarios of {listed} is left to play")
    return ConformancePlan(sets, lang, cases, len(cases) == len(everything))


def _cases(sets: Sequence[RequirementSet], lang: str) -> Iterator[PlannedScenario]:
    """Each scenario once, in the order of the files, with the rules of all the sets it is in."""
    pickles = shipped_pickles(lang)
    for one in sets:
        gone = [scenario for scenario in one.scenarios if scenario not in pickles]
        if gone:
            raise RuntimeError(f"{one.id} asks for {gone[0]}, which is not among the stories in '{lang}'")
    for scenario, pickle in pickles.items():
        asked = [one.scenarios[scenario] for one in sets if scenario in one.scenarios]
        if asked:
            yield PlannedScenario(pickle, _all_rules(asked), asked[0].needs)


def _all_rules(asked: Sequence[Required]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(rule for required in asked for rule in required.rules))


def _named(cases: Sequence[PlannedScenario], names: Sequence[str]) -> list[PlannedScenario]:
    known = {name for case in cases for name in (case.id, _outline(case.id), *case.rules)}
    for name in names:
        if name not in known:
            meant = near(name, sorted(known), most=3, cutoff=0.5)
            hint = f"; did you mean {' or '.join(meant)}?" if meant else "; `lostphone rules` lists them"
            raise BadChoice(f"no scenario or rule of these sets is called '{name}'{hint}")
    return [
        case for case in cases if any(name in (case.id, _outline(case.id), *case.rules) for name in names)
    ]


def _outline(scenario: str) -> str:
    return scenario.partition("#")[0]


def is_about(sets: Sequence[str], name: str) -> bool:
    """Whether a scenario or rule of that name is in one of the sets."""
    if not sets:
        return False
    found = find_sets(",".join(sets))
    scenarios = {
        known for one in found for scenario in one.scenarios for known in (scenario, _outline(scenario))
    }
    return name in scenarios or any(name in one.rules for one in found)
