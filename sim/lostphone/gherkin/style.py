"""House style of a feature: what makes a story readable rather than what makes it run.

One When a scenario and a Then, at most seven steps, an id that its twin shares, a rule that it illustrates,
no column of an outline that nothing uses, no `<nmae>` where there is a column `name`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lostphone.base.suggest import nearest
from lostphone.gherkin.complaints import complaint, did_you_mean
from lostphone.gherkin.parsing import dialects
from lostphone.gherkin.pickles import Feature, Pickle, scenario_nodes
from lostphone.gherkin.problems import Problem
from lostphone.gherkin.traps import placeholders
from lostphone.texts.japanese import wrong_terms

STEPS_MAX = 7
#: How like a column's name a word in angle brackets is before it is taken for a mistyped one.
_NEAR = 0.75


#: What is a matter of taste: a feature that has it may be right all the same.
_STYLE = frozenset(
    {
        "too-many-steps",
        "second-when",
        "unused-column",
        "same-reason",
        "rule-without-scenarios",
        "id-owed",
        "rule-owed",
        "wrong-term",
    }
)


def style_problems(feature: Feature, *, house: bool = False) -> list[Problem]:
    """Breaches of style and mistakes of their kind, in line order; each says which it is.

    With `house`, also ids, rules and terms that shipped stories owe.
    """
    found = [*_scenarios(feature), *_rules_without_scenarios(feature), *_unknown_rules(feature)]
    if house:
        found += [*_tags_owed(feature), *_wrong_terms(feature)]
    return sorted(found, key=lambda problem: problem.line)


def _scenarios(feature: Feature) -> Iterator[Problem]:
    for scenario, _ in scenario_nodes(feature.node):
        line, steps = scenario["location"]["line"], scenario["steps"]
        # What was found has as many steps as it takes; nobody could split it.
        if len(steps) > STEPS_MAX and not _is_found(feature, scenario):
            yield _remark(feature, line, "too-many-steps", number=len(steps), bound=STEPS_MAX)
        actions = [step for step in steps if step["keywordType"] == "Action"]
        for extra in actions[1:]:
            yield _remark(feature, extra["location"]["line"], "second-when", keyword=extra["keyword"].strip())
        if _promises_nothing(steps):
            yield _remark(feature, line, "no-then", keyword=_then(feature.language))
        yield from _mistyped_columns(feature, scenario)
        for examples in scenario["examples"]:
            yield from _examples(feature, scenario, examples)


def _promises_nothing(steps: Sequence[Mapping[str, Any]]) -> bool:
    """No step is a Then, nor has a keyword that may be one: some languages have one word for two kinds."""
    kinds = [step["keywordType"] for step in steps if step["keyword"].strip() != "*"]
    return bool(kinds) and "Outcome" not in kinds and "Unknown" not in kinds


def _then(language: str) -> str:
    return next(word for word in dialects()[language]["then"] if word != "* ").strip()


def _mistyped_columns(feature: Feature, scenario: Mapping[str, Any]) -> Iterator[Problem]:
    """`<nmae>` is text, as in Gherkin; where there is a column `name` it is hardly meant to be."""
    columns = {
        cell["value"].strip().casefold(): cell["value"]
        for examples in scenario["examples"]
        for cell in examples["tableHeader"]["cells"]
    }
    known = dict.fromkeys(columns.values())
    told = {name: line for line, name in placeholders(scenario) if columns and name not in known}
    for name, line in told.items():
        near = nearest(name.strip().casefold(), columns, cutoff=_NEAR)
        if near:
            yield _remark(feature, line, "near-column", name=name, near=columns[near])


def _remark(feature: Feature, at_line: int, id_: str, **values: object) -> Problem:
    message = complaint(feature.language, id_, **values)
    return feature.problem(at_line, message, level="style" if id_ in _STYLE else "error")


def _is_found(feature: Feature, scenario: Mapping[str, Any]) -> bool:
    tags = (*feature.tags, *(tag["name"].removeprefix("@") for tag in scenario["tags"]))
    return "found" in tags


def _examples(
    feature: Feature, scenario: Mapping[str, Any], examples: Mapping[str, Any]
) -> Iterator[Problem]:
    headings = [cell["value"] for cell in examples["tableHeader"]["cells"]]
    used = {name for _, name in placeholders(scenario)}
    # The first column may be there for the reader alone: it says why the row is.
    for heading in headings[1:]:
        if heading not in used:
            line = examples["tableHeader"]["location"]["line"]
            yield _remark(feature, line, "unused-column", name=heading)
    first_cells: dict[str, int] = {}
    for row in examples["tableBody"]:
        cell, line = row["cells"][0]["value"], row["location"]["line"]
        if first_cells.setdefault(cell, line) != line:
            yield _remark(feature, line, "same-reason", line=first_cells[cell], cell=cell)


def _rules_without_scenarios(feature: Feature) -> Iterator[Problem]:
    for child in feature.node["children"]:
        rule = child.get("rule")
        if rule and not any("scenario" in inner for inner in rule["children"]):
            yield _remark(feature, rule["location"]["line"], "rule-without-scenarios", name=rule["name"])


def _unknown_rules(feature: Feature) -> Iterator[Problem]:
    from lostphone.rules import Catalogue, UnknownRule

    catalogue = Catalogue.load()
    told: dict[tuple[int, str], Problem] = {}
    for pickle in feature.pickles:
        for name in pickle.rules:
            try:
                catalogue.rule(name)
            except UnknownRule:
                hint = did_you_mean(name, catalogue.rules, feature.language)
                problem = _remark(feature, pickle.scenario_line, "unknown-rule", name=name, hint=hint)
                told.setdefault((pickle.scenario_line, name), problem)
    return iter(told.values())


def _tags_owed(feature: Feature) -> Iterator[Problem]:
    for pickle in _one_per_scenario(feature):
        for kind in ("id", "rule"):
            if not pickle.tagged(f"{kind}:"):
                yield _remark(feature, pickle.scenario_line, f"{kind}-owed")


def _wrong_terms(feature: Feature) -> Iterator[Problem]:
    """Words of a Japanese story that are not our terms."""
    if feature.language != "ja":
        return
    for line, text in _texts(feature.node, 1):
        for one in wrong_terms(text):
            yield _remark(feature, line, "wrong-term", found=one.found, right=one.right)


def _texts(node: Any, line: int) -> Iterator[tuple[int, str]]:
    """What people read in a feature: titles, descriptions, steps and cells, each with its line."""
    if isinstance(node, list):
        for one in node:
            yield from _texts(one, line)
    elif isinstance(node, dict):
        line = node.get("location", {}).get("line", line)
        for key, value in node.items():
            if key in ("name", "description", "text", "value", "content") and isinstance(value, str):
                yield line, value
            else:
                yield from _texts(value, line)


def _one_per_scenario(feature: Feature) -> Iterator[Pickle]:
    return (pickle for pickle in feature.pickles if pickle.row in (None, 1))
