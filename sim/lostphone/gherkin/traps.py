"""Traps: ways in which a feature file loses a scenario without a word.

A scenario without steps passes. A second scenario of one name replaces the first. A mistyped keyword,
a full-width colon, or `例:` where `シナリオ:` was meant, turns a scenario into description. Each of these
is an error here, with file and line, because a story nobody plays protects nobody.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from lostphone.gherkin.parsing import dialects
from lostphone.gherkin.problems import Problem
from lostphone.gherkin.swallowed import described, swallowed_problems

if TYPE_CHECKING:
    from lostphone.gherkin.pickles import Feature

_PLACEHOLDER = re.compile(r"<([^<>]+)>")


def trap_problems(feature: Feature) -> list[Problem]:
    """Every trap in a feature, in line order; empty if it may be run."""
    swallowed = list(swallowed_problems(feature))
    found = [
        *swallowed,
        # A feature left without scenarios by a mistyped keyword is told about the keyword alone.
        *(() if swallowed else _without_scenarios(feature)),
        *_empty(feature),
        *_same_names(feature),
        *_same_ids(feature),
        *_outlines(feature),
    ]
    return sorted(found, key=lambda problem: (problem.line, problem.column))


def _scenarios(feature: Feature) -> Iterator[Mapping[str, Any]]:
    from lostphone.gherkin.pickles import scenario_nodes

    return (scenario for scenario, _ in scenario_nodes(feature.node))


def _without_scenarios(feature: Feature) -> Iterator[Problem]:
    if not any(True for _ in _scenarios(feature)):
        yield feature.problem(feature.line, f"the feature '{feature.name}' has no scenarios")


def _empty(feature: Feature) -> Iterator[Problem]:
    for scenario in _scenarios(feature):
        if not scenario["steps"]:
            yield feature.problem(
                scenario["location"]["line"], f"the scenario '{scenario['name']}' has no steps"
            )
        if not scenario["name"]:
            yield feature.problem(scenario["location"]["line"], "the scenario has no name")


def _same_names(feature: Feature) -> Iterator[Problem]:
    first_line: dict[str, int] = {}
    for scenario in _scenarios(feature):
        name, line = scenario["name"], scenario["location"]["line"]
        if name and first_line.setdefault(name, line) != line:
            yield feature.problem(
                line, f"the scenario '{name}' has the name of the one on line {first_line[name]}: rename one"
            )


def _same_ids(feature: Feature) -> Iterator[Problem]:
    first_line: dict[str, int] = {}
    for scenario in _scenarios(feature):
        line = scenario["location"]["line"]
        ids = [tag["name"] for tag in scenario["tags"] if tag["name"].startswith("@id:")]
        if len(ids) > 1:
            yield feature.problem(line, f"the scenario has {len(ids)} ids: {', '.join(ids)}")
        for name in ids[:1]:
            if first_line.setdefault(name, line) != line:
                yield feature.problem(line, f"{name} is taken by the scenario on line {first_line[name]}")
    for kind, node in described(feature.node, "feature"):
        for tag in node.get("tags", ()) if kind != "scenario" else ():
            if tag["name"].startswith("@id:"):
                yield feature.problem(
                    tag["location"]["line"],
                    f"{tag['name']} is on a {kind}; an id belongs to one scenario",
                )


def _outlines(feature: Feature) -> Iterator[Problem]:
    for scenario in _scenarios(feature):
        line = scenario["location"]["line"]
        if not scenario["examples"]:
            if scenario["keyword"] in dialects()[feature.language]["scenarioOutline"]:
                yield feature.problem(line, "the outline has no examples, so nothing would be played")
            continue
        for examples in scenario["examples"]:
            yield from _examples(feature, scenario, examples)


def _examples(
    feature: Feature, scenario: Mapping[str, Any], examples: Mapping[str, Any]
) -> Iterator[Problem]:
    line = examples["location"]["line"]
    if not examples.get("tableBody"):
        yield feature.problem(line, "the examples have no rows, so nothing would be played")
        return
    headings = [cell["value"] for cell in examples["tableHeader"]["cells"]]
    for heading in dict.fromkeys(headings):
        if headings.count(heading) > 1:
            yield feature.problem(
                examples["tableHeader"]["location"]["line"], f"two columns are called '{heading}'"
            )
    for at_line, name in placeholders(scenario):
        if name not in headings:
            near = difflib.get_close_matches(name, headings, n=1)
            hint = f"; did you mean '<{near[0]}>'?" if near else f"; line {line} has: {', '.join(headings)}"
            yield feature.problem(at_line, f"'<{name}>' is no column of the examples{hint}")


def placeholders(scenario: Mapping[str, Any]) -> Iterator[tuple[int, str]]:
    """Each `<name>` of an outline, with its line: in the title, the steps, their tables and doc strings."""
    texts = [(scenario["location"]["line"], scenario["name"])]
    for step in scenario["steps"]:
        texts.append((step["location"]["line"], step["text"]))
        for row in step.get("dataTable", {}).get("rows", ()):
            texts += [(row["location"]["line"], cell["value"]) for cell in row["cells"]]
        if "docString" in step:
            texts.append((step["docString"]["location"]["line"], step["docString"]["content"]))
    for line, text in texts:
        for name in _PLACEHOLDER.findall(text):
            yield line, name
