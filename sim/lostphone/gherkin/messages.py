"""Cucumber Messages: what was played and how it ended, in the form that stock viewers read.

An envelope a line: the sources, what they parse to, the scenarios, the definitions behind their steps, and
then what happened to each. Types are those of the package `cucumber-messages`. All ids are counted and all
times are handed in, so the same run gives the same bytes.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

import cucumber_messages as cm  # type: ignore[import-untyped]

from lostphone.gherkin.parsing import compile_document, parse_document

Envelope: TypeAlias = dict[str, Any]
Status: TypeAlias = Literal["PASSED", "FAILED", "SKIPPED", "PENDING", "UNDEFINED", "AMBIGUOUS"]

#: The version of the messages, which is that of the package.
PROTOCOL = "34.2.0"


@dataclass(frozen=True)
class StepDefinition:
    """A step definition: its pattern, and where it stands."""

    pattern: str
    uri: str
    line: int
    regular: bool = False


@dataclass(frozen=True)
class Argument:
    """Words of a step that filled a hole of its definition: where they begin, and the kind of hole."""

    start: int
    words: str
    kind: str


@dataclass(frozen=True)
class StepResult:
    """How a step ended. Times are milliseconds since the epoch.

    `definitions` are those that fit the step, each with the words in its holes: none for an undefined step,
    two for an ambiguous one.
    """

    status: Status
    begin_ms: int
    end_ms: int
    message: str = ""
    definitions: tuple[tuple[StepDefinition, tuple[Argument, ...]], ...] = ()


@dataclass(frozen=True)
class CaseResult:
    """A scenario, by its file and the line that pickles go by, and a result for each of its steps."""

    uri: str
    line: int
    steps: tuple[StepResult, ...]


@dataclass(frozen=True)
class Run:
    """Everything to be told. `texts` are feature files by uri; `tested` is what was under test."""

    implementation: tuple[str, str]
    tested: tuple[str, str]
    texts: Mapping[str, str]
    cases: Sequence[CaseResult]
    success: bool
    message: str = ""
    definitions: Sequence[StepDefinition] = field(default=())


def encode(run: Run) -> bytes:
    """The run as NDJSON: one envelope a line."""
    lines = (json.dumps(envelope, ensure_ascii=False, separators=(",", ":")) for envelope in envelopes(run))
    return "".join(f"{line}\n" for line in lines).encode()


def envelopes(run: Run) -> Iterator[Envelope]:
    """Every message, in the order in which a run of Cucumber would send them."""
    yield _wrapped(meta=_meta(run))
    pickles: dict[tuple[str, int], dict[str, Any]] = {}
    wanted = {(case.uri, case.line) for case in run.cases}
    for number, (uri, text) in enumerate(run.texts.items(), 1):
        document = parse_document(text, uri)
        yield _wrapped(source=cm.Source(text, cm.SourceMediaType.text_x_cucumber_gherkin_plain, uri))
        yield {"gherkinDocument": {**_renamed(document, f"{number}."), "uri": uri}}
        for compiled in compile_document(document, uri) if document.get("feature") else ():
            pickle = _renamed(compiled, f"{number}.p", f"{number}.")
            if (uri, pickle["location"]["line"]) in wanted:
                pickles[uri, pickle["location"]["line"]] = pickle
                yield {"pickle": pickle}
    yield from _played(run, pickles)


def _played(run: Run, pickles: Mapping[tuple[str, int], dict[str, Any]]) -> Iterator[Envelope]:
    ids = _definition_ids(run)
    for definition, name in ids.items():
        yield _wrapped(step_definition=_step_definition(definition, name))
    times = [time for case in run.cases for step in case.steps for time in (step.begin_ms, step.end_ms)]
    begin_ms, end_ms = min(times, default=0), max(times, default=0)
    yield _wrapped(test_run_started=cm.TestRunStarted(_timestamp(begin_ms), "run"))
    told = [
        _Told(f"c{number}", case, pickles[case.uri, case.line], ids)
        for number, case in enumerate(run.cases, 1)
    ]
    for one in told:
        yield one.test_case()
    for one in told:
        yield from one.happened()
    yield _wrapped(
        test_run_finished=cm.TestRunFinished(
            success=run.success,
            timestamp=_timestamp(end_ms),
            message=run.message or None,
            test_run_started_id="run",
        )
    )


class _Told:
    """One scenario: what was to be played, and what became of it."""

    def __init__(
        self, id: str, case: CaseResult, pickle: dict[str, Any], definitions: Mapping[StepDefinition, str]
    ) -> None:
        self._id = id
        self._case = case
        self._pickle = pickle
        self._definitions = definitions

    def test_case(self) -> Envelope:
        """Its steps with the definitions that fit them."""
        steps = [
            cm.TestStep(
                id=self._step(number),
                pickle_step_id=step["id"],
                step_definition_ids=[self._definitions[definition] for definition, _ in result.definitions],
                step_match_arguments_lists=[
                    cm.StepMatchArgumentsList([_match(argument) for argument in arguments])
                    for _, arguments in result.definitions
                ],
            )
            for number, (step, result) in enumerate(
                zip(self._pickle["steps"], self._case.steps, strict=True), 1
            )
        ]
        return _wrapped(test_case=cm.TestCase(self._id, self._pickle["id"], steps, "run"))

    def happened(self) -> Iterator[Envelope]:
        """What became of each step, in order."""
        results = self._case.steps
        begin_ms = results[0].begin_ms if results else 0
        end_ms = results[-1].end_ms if results else 0
        name = f"{self._id}.1"
        yield _wrapped(test_case_started=cm.TestCaseStarted(0, name, self._id, _timestamp(begin_ms)))
        for number, result in enumerate(results, 1):
            step = self._step(number)
            yield _wrapped(test_step_started=cm.TestStepStarted(name, step, _timestamp(result.begin_ms)))
            outcome = cm.TestStepResult(
                duration=_duration(result.end_ms - result.begin_ms),
                status=cm.TestStepResultStatus(result.status),
                message=result.message or None,
            )
            yield _wrapped(
                test_step_finished=cm.TestStepFinished(name, step, outcome, _timestamp(result.end_ms))
            )
        yield _wrapped(test_case_finished=cm.TestCaseFinished(name, _timestamp(end_ms), False))

    def _step(self, number: int) -> str:
        return f"{self._id}.s{number}"


def _definition_ids(run: Run) -> dict[StepDefinition, str]:
    """All definitions, those known of and those used, numbered as they are met."""
    used = (definition for case in run.cases for step in case.steps for definition, _ in step.definitions)
    every = dict.fromkeys(itertools.chain(run.definitions, used))
    return {definition: f"d{number}" for number, definition in enumerate(every, 1)}


def _step_definition(definition: StepDefinition, name: str) -> Any:
    kinds = cm.StepDefinitionPatternType
    kind = kinds.regular_expression if definition.regular else kinds.cucumber_expression
    where = cm.SourceReference(uri=definition.uri, location=cm.Location(line=definition.line))
    return cm.StepDefinition(name, cm.StepDefinitionPattern(definition.pattern, kind), where)


def _match(argument: Argument) -> Any:
    group = cm.Group(children=[], start=argument.start, value=argument.words)
    return cm.StepMatchArgument(group, argument.kind)


def _meta(run: Run) -> Any:
    """The machine is left out: a report does not depend on it."""
    simulated = cm.Product("simulated", None)
    return cm.Meta(
        cpu=simulated,
        implementation=cm.Product(*run.implementation),
        os=simulated,
        protocol_version=PROTOCOL,
        runtime=cm.Product(*run.tested),
    )


def _wrapped(**message: Any) -> Envelope:
    converted: Envelope = cm.message_converter.to_dict(cm.Envelope(**message))
    return converted


def _timestamp(at_ms: int) -> Any:
    return cm.Timestamp(nanos=at_ms % 1000 * 1_000_000, seconds=at_ms // 1000)


def _duration(length_ms: int) -> Any:
    return cm.Duration(nanos=length_ms % 1000 * 1_000_000, seconds=length_ms // 1000)


def _renamed(node: Any, own: str, tree: str | None = None) -> Any:
    """The same with prefixes before its ids, which the parser counts from 0 in every file.

    `own` goes before the node's ids, `tree` before the ids of the syntax tree that it refers to.
    """
    tree = own if tree is None else tree
    if isinstance(node, dict):
        return {key: _renamed_member(key, value, own, tree) for key, value in node.items()}
    if isinstance(node, Iterable) and not isinstance(node, str):
        return [_renamed(item, own, tree) for item in node]
    return node


def _renamed_member(key: str, value: Any, own: str, tree: str) -> Any:
    if key == "id":
        return f"{own}{value}"
    if key == "astNodeId":
        return f"{tree}{value}"
    if key == "astNodeIds":
        return [f"{tree}{name}" for name in value]
    return _renamed(value, own, tree)
