"""Scenarios ready to run: a feature file read, expanded and checked.

gherkin-official parses and compiles; this file adds what a runner needs and the compiler leaves out: a
stable id, a name of its own for each row of an outline, the rule a scenario stands under, and the line of
every step. Nothing may be lost on the way: `read_feature` raises rather than skip (see `traps`).

A scenario's id is its `@id:` tag, shared by its twin in the other language; a row adds `#1`, `#2` ….

>>> feature = parse_feature('''
... Feature: Codes
...   @id:core.zeros @rule:code.leading-zeros
...   Scenario: Leading zeros stay
...     When a code starts with zero
... ''', "codes.feature")
>>> pickle = feature.pickles[0]
>>> pickle.id, pickle.rules, pickle.steps[0].type, pickle.steps[0].line
('core.zeros', ('code.leading-zeros',), 'when', 5)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from lostphone.gherkin.complaints import complaint
from lostphone.gherkin.problems import FeatureError, Level, Problem
from lostphone.gherkin.source import read_source

_TYPES = {"Context": "given", "Action": "when", "Outcome": "then"}


@dataclass(frozen=True, slots=True)
class Step:
    """`type` is given, when or then; None for a `*` or an And with nothing before it."""

    keyword: str
    type: str | None
    text: str
    line: int
    background: bool = False
    table: tuple[tuple[str, ...], ...] | None = None
    doc_string: str | None = None

    def __str__(self) -> str:
        """As it reads in a feature: Japanese keywords bring no space of their own."""
        return f"{self.keyword.strip()} {self.text}"


@dataclass(frozen=True)
class Pickle:
    """One scenario, or one row of an outline. `tags` are written without `@`, outermost first.

    `row_label` is the end of `name` in brackets, where several rows share the scenario's own name.
    """

    id: str
    name: str
    language: str
    uri: str
    line: int
    scenario_line: int
    tags: tuple[str, ...]
    rule: str | None
    steps: tuple[Step, ...]
    row: int | None = None
    row_label: str | None = None

    def tagged(self, prefix: str) -> tuple[str, ...]:
        """What follows `prefix` in the tags that have it, each once."""
        return tuple(dict.fromkeys(tag.removeprefix(prefix) for tag in self.tags if tag.startswith(prefix)))

    @cached_property
    def rules(self) -> tuple[str, ...]:
        """Ids of the rules that the scenario illustrates: its `@rule:` tags."""
        return self.tagged("rule:")

    @property
    def seed(self) -> int:
        """The seed of the world in which a found story goes as it is told: its `@seed:` tag, else 0."""
        seeds = [seed for seed in self.tagged("seed:") if seed.isdecimal()]
        return int(seeds[0]) if seeds else 0

    @property
    def races(self) -> bool:
        """Whether what happens at one instant happens in an order drawn from the seed: `@races`."""
        return "races" in self.tags


@dataclass(frozen=True, eq=False)
class Feature:
    """A feature file. `node` is gherkin-official's syntax tree, for whoever renders it."""

    uri: str
    name: str
    language: str
    line: int
    tags: tuple[str, ...]
    description: str
    lines: tuple[str, ...]
    node: Mapping[str, Any]
    pickles: tuple[Pickle, ...] = field(repr=False)

    def problem(self, line: int, message: str, column: int | None = None, level: Level = "error") -> Problem:
        """A problem on a line of this file."""
        source = self.lines[line - 1] if line <= len(self.lines) else ""
        indent = len(source) - len(source.lstrip()) + 1
        at = indent if column is None else column
        return Problem(self.uri, line, message, at, source, self.language, level)


def read_feature(path: Path, uri: str | None = None) -> Feature:
    """The feature in a file, called `uri` in everything said about it.

    FeatureError if it cannot be read, parsed, or would lose a scenario.
    """
    uri = str(path) if uri is None else uri
    return parse_feature(read_source(path, uri), uri)


def parse_feature(text: str, uri: str) -> Feature:
    """The feature in a text; FeatureError lists every problem found, each with file and line."""
    from lostphone.gherkin.bounds import check_lines
    from lostphone.gherkin.parsing import language_of, parse_document
    from lostphone.gherkin.traps import trap_problems

    check_lines(text, uri)
    lines = tuple(text.split("\n"))
    document = parse_document(text, uri)
    node = document.get("feature")
    if node is None:
        language = language_of(text)
        raise FeatureError([Problem(uri, 1, complaint(language, "no-feature"), language=language)])
    feature = Feature(
        uri=uri,
        name=node["name"],
        language=node["language"],
        line=node["location"]["line"],
        tags=_tags(node),
        description=node["description"],
        lines=lines,
        node=node,
        pickles=tuple(_pickles(document, uri)),
    )
    if problems := trap_problems(feature):
        raise FeatureError(problems)
    return feature


def scenario_nodes(node: Mapping[str, Any]) -> Iterator[tuple[Mapping[str, Any], Mapping[str, Any] | None]]:
    """Every scenario of a feature's syntax tree with the rule it stands under, in file order."""
    for child in node["children"]:
        if "scenario" in child:
            yield child["scenario"], None
        elif "rule" in child:
            for inner in child["rule"]["children"]:
                if "scenario" in inner:
                    yield inner["scenario"], child["rule"]


def step_nodes(node: Mapping[str, Any]) -> Iterator[tuple[Mapping[str, Any], bool]]:
    """Every step of a feature's syntax tree, and whether it is a background's."""
    for child in node["children"]:
        for kind in ("background", "scenario"):
            if kind in child:
                for step in child[kind]["steps"]:
                    yield step, kind == "background"
        if "rule" in child:
            yield from step_nodes(child["rule"])


def _tags(node: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(tag["name"].removeprefix("@") for tag in node["tags"])


def _pickles(document: Mapping[str, Any], uri: str) -> Iterator[Pickle]:
    from lostphone.gherkin.parsing import compile_document

    node = document["feature"]
    steps = {step["id"]: (step, background) for step, background in step_nodes(node)}
    compiled: dict[str, list[dict[str, Any]]] = {}
    for pickle in compile_document(document, uri):
        compiled.setdefault(pickle["astNodeIds"][0], []).append(pickle)
    for scenario, rule in scenario_nodes(node):
        rows = compiled.get(scenario["id"], ())
        labels = _row_labels(scenario, rows)
        for number, (pickle, label) in enumerate(zip(rows, labels, strict=True), 1):
            tags = tuple(tag["name"].removeprefix("@") for tag in pickle["tags"])
            row = number if scenario["examples"] else None
            yield Pickle(
                id=_id(tags, uri, scenario["name"]) + (f"#{row}" if row else ""),
                name=pickle["name"] if label is None else f"{pickle['name']} [{label}]",
                language=pickle["language"],
                uri=uri,
                line=pickle["location"]["line"],
                scenario_line=scenario["location"]["line"],
                tags=tags,
                rule=rule["name"] if rule else None,
                steps=tuple(_steps(pickle, steps)),
                row=row,
                row_label=label,
            )


def _id(tags: tuple[str, ...], uri: str, name: str) -> str:
    own = [tag for tag in tags if tag.startswith("id:")]
    return own[-1].removeprefix("id:") if own else f"{uri}::{name}"


def _row_labels(scenario: Mapping[str, Any], rows: Sequence[Mapping[str, Any]]) -> Sequence[str | None]:
    """What tells each row's name from the others': nothing if the row changes it, else its first cell, else
    with a number.

    Two rows of one name would be one test to everything that selects by name.
    """
    names = [pickle["name"] for pickle in rows]
    if not scenario["examples"] or len(dict.fromkeys(names)) == len(names):
        return [None] * len(names)
    first_cells = [
        row["cells"][0]["value"] for examples in scenario["examples"] for row in examples["tableBody"]
    ]
    if len(dict.fromkeys(zip(names, first_cells, strict=True))) == len(names):
        return first_cells
    return [f"{cell} #{number}" for number, cell in enumerate(first_cells, 1)]


def _steps(pickle: Mapping[str, Any], nodes: Mapping[str, tuple[Mapping[str, Any], bool]]) -> Iterator[Step]:
    last: str | None = None
    for step in pickle["steps"]:
        node, background = nodes[step["astNodeIds"][0]]
        # A `*` says nothing of its own: it goes on with what came before.
        last = _TYPES.get(step["type"], last)
        argument = step.get("argument", {})
        table = argument.get("dataTable")
        yield Step(
            keyword=node["keyword"],
            type=last,
            text=step["text"],
            line=node["location"]["line"],
            background=background,
            table=tuple(tuple(cell["value"] for cell in row["cells"]) for row in table["rows"])
            if table
            else None,
            doc_string=argument["docString"]["content"] if "docString" in argument else None,
        )
