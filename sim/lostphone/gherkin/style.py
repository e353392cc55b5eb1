"""House style of a feature: what makes a story readable rather than what makes it run.

One When a scenario, at most seven steps, an id that its twin shares, a rule that it illustrates, no
column of an outline that nothing uses.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lostphone.gherkin.pickles import Feature, Pickle, scenario_nodes
from lostphone.gherkin.problems import Problem
from lostphone.gherkin.traps import placeholders

STEPS_MAX = 7


def style_problems(feature: Feature, *, house: bool = False) -> list[Problem]:
    """Breaches of style, in line order; with `house`, also the ids and rules that shipped stories owe."""
    found = [*_scenarios(feature), *_rules_without_scenarios(feature), *_unknown_rules(feature)]
    if house:
        found += _tags_owed(feature)
    return sorted(found, key=lambda problem: problem.line)


def _scenarios(feature: Feature) -> Iterator[Problem]:
    for scenario, _ in scenario_nodes(feature.node):
        line, steps = scenario["location"]["line"], scenario["steps"]
        # What was found has as many steps as it takes; nobody could split it.
        if len(steps) > STEPS_MAX and not _is_found(feature, scenario):
            yield feature.problem(
                line, f"the scenario has {len(steps)} steps; more than {STEPS_MAX} is two stories"
            )
        actions = [step for step in steps if step["keywordType"] == "Action"]
        for extra in actions[1:]:
            yield feature.problem(
                extra["location"]["line"],
                f"a second '{extra['keyword'].strip()}': a scenario tells what one thing leads to; split it",
            )
        for examples in scenario["examples"]:
            yield from _examples(feature, scenario, examples)


def _is_found(feature: Feature, scenario: Mapping[str, Any]) -> bool:
    tags = (*feature.tags, *(tag["name"].removeprefix("@") for tag in scenario["tags"]))
    return "found" in tags


def _examples(
    feature: Feature, scenario: Mapping[str, Any], examples: Mapping[str, Any]
) -> Iterator[Problem]:
    headings = [cell["value"] for cell in examples["tableHeader"]["cells"]]
    used = [name for _, name in placeholders(scenario)]
    # The first column may be there for the reader alone: it says why the row is.
    for heading in headings[1:]:
        if heading not in used:
            line = examples["tableHeader"]["location"]["line"]
            yield feature.problem(line, f"nothing uses the column '{heading}'")
    first_cells: dict[str, int] = {}
    for row in examples["tableBody"]:
        cell, line = row["cells"][0]["value"], row["location"]["line"]
        if first_cells.setdefault(cell, line) != line:
            yield feature.problem(line, f"the row says why as line {first_cells[cell]} does: '{cell}'")


def _rules_without_scenarios(feature: Feature) -> Iterator[Problem]:
    for child in feature.node["children"]:
        rule = child.get("rule")
        if rule and not any("scenario" in inner for inner in rule["children"]):
            yield feature.problem(rule["location"]["line"], f"no scenario illustrates '{rule['name']}'")


def _unknown_rules(feature: Feature) -> Iterator[Problem]:
    from lostphone.rules import Catalogue, UnknownRule

    catalogue = Catalogue.load()
    told: dict[tuple[int, str], Problem] = {}
    for pickle in feature.pickles:
        for name in pickle.rules:
            try:
                catalogue.rule(name)
            except UnknownRule as error:
                problem = feature.problem(pickle.scenario_line, f"@rule:{name}: {error}")
                told.setdefault((pickle.scenario_line, name), problem)
    return iter(told.values())


def _tags_owed(feature: Feature) -> Iterator[Problem]:
    for pickle in _one_per_scenario(feature):
        for prefix, what in (("id:", "an id, shared with its twin"), ("rule:", "a rule that it illustrates")):
            if not pickle.tagged(prefix):
                yield feature.problem(pickle.scenario_line, f"the scenario needs {what}: tag it @{prefix}…")


def _one_per_scenario(feature: Feature) -> Iterator[Pickle]:
    return (pickle for pickle in feature.pickles if pickle.row in (None, 1))
