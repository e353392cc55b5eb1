"""Traps: ways in which a feature file loses a scenario without a word.

A scenario without steps passes. A second scenario of one name replaces the first. A mistyped keyword,
a full-width colon, or `例:` where `シナリオ:` was meant, turns a scenario into description. Each of these
is an error here, with file and line, because a story nobody plays protects nobody.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from lostphone.gherkin.complaints import complaint
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
        yield _trap(feature, feature.line, "no-scenarios", name=feature.name)


def _empty(feature: Feature) -> Iterator[Problem]:
    for scenario in _scenarios(feature):
        if not scenario["steps"]:
            yield _trap(feature, scenario["location"]["line"], "no-steps", name=scenario["name"])
        if not scenario["name"]:
            yield _trap(feature, scenario["location"]["line"], "no-name")


def _same_names(feature: Feature) -> Iterator[Problem]:
    first_line: dict[str, int] = {}
    for scenario in _scenarios(feature):
        name, line = scenario["name"], scenario["location"]["line"]
        if name and first_line.setdefault(name, line) != line:
            yield _trap(feature, line, "same-name", name=name, line=first_line[name])


def _same_ids(feature: Feature) -> Iterator[Problem]:
    first_line: dict[str, int] = {}
    for scenario in _scenarios(feature):
        line = scenario["location"]["line"]
        ids = [tag["name"] for tag in scenario["tags"] if tag["name"].startswith("@id:")]
        if len(ids) > 1:
            yield _trap(feature, line, "several-ids", number=len(ids), ids=", ".join(ids))
        for name in ids[:1]:
            if first_line.setdefault(name, line) != line:
                yield _trap(feature, line, "id-taken", name=name, line=first_line[name])
    for kind, node in described(feature.node, "feature"):
        for tag in node.get("tags", ()) if kind != "scenario" else ():
            if tag["name"].startswith("@id:"):
                told = complaint(feature.language, f"kind-{kind}")
                yield _trap(feature, tag["location"]["line"], "id-misplaced", name=tag["name"], kind=told)


def _outlines(feature: Feature) -> Iterator[Problem]:
    for scenario in _scenarios(feature):
        line = scenario["location"]["line"]
        if not scenario["examples"]:
            if scenario["keyword"] in dialects()[feature.language]["scenarioOutline"]:
                yield _trap(feature, line, "outline-without-examples")
            continue
        for examples in scenario["examples"]:
            yield from _examples(feature, examples)


def _examples(feature: Feature, examples: Mapping[str, Any]) -> Iterator[Problem]:
    if not examples.get("tableBody"):
        yield _trap(feature, examples["location"]["line"], "examples-without-rows")
        return
    headings = Counter(cell["value"] for cell in examples["tableHeader"]["cells"])
    for heading, number in headings.items():
        if number > 1:
            yield _trap(feature, examples["tableHeader"]["location"]["line"], "two-columns", name=heading)


def _trap(feature: Feature, at_line: int, id_: str, **values: object) -> Problem:
    return feature.problem(at_line, complaint(feature.language, id_, **values))


def placeholders(scenario: Mapping[str, Any]) -> Iterator[tuple[int, str]]:
    """Each `<name>` of an outline, with its line: in the title, the steps, their tables and doc strings.

    One that is no column of the examples is text, as Gherkin has it.
    """
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
