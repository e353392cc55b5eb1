"""What a failed scenario says: the steps, what was promised, what happened, how to see it again.

A reader of a story wants no traceback. They want to know which sentence went wrong and which promise
that breaks; whoever mends it gets the traceback with `-vv` or `--tb`.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lostphone.base.foreign_text import PARAGRAPH_LINE, one_line, paragraph
from lostphone.gherkin.complaints import complaint, did_you_mean
from lostphone.gherkin.pickles import Step
from lostphone.pytest_plugin.play import StepError
from lostphone.pytest_plugin.pytest_internals import ReprFileLocation, TerminalRepr, TerminalWriter
from lostphone.stories.performance import told
from lostphone.texts.bilingual import language_of, load

if TYPE_CHECKING:
    from lostphone.pytest_plugin.item import ScenarioItem

PASSED, FAILED, LATER = "✓", "✗", "·"


@dataclass
class StepFailure(TerminalRepr):
    """`reprcrash` is where pytest's short summary finds its one line."""

    title: str
    steps: tuple[tuple[str, str], ...]
    paragraphs: tuple[tuple[str, str], ...]
    traceback: str
    reprcrash: ReprFileLocation

    @classmethod
    def of(cls, item: ScenarioItem, error: BaseException, traceback: str) -> StepFailure:
        pickle = item.pickle
        labels: dict[str, str] = load("lostphone.pytest_plugin", "words.toml").tree(pickle.language)[
            "failure"
        ]
        failed = min(item.passed_steps, len(pickle.steps) - 1)
        step = pickle.steps[failed]
        event = paragraph(happened(error, pickle.language))
        command = _command(item)
        marks = [PASSED] * failed + [FAILED] + [LATER] * (len(pickle.steps) - failed - 1)
        return cls(
            title=one_line(f"{pickle.uri}:{step.line}: {pickle.name}"),
            steps=tuple(
                line
                for mark, step in zip(marks, pickle.steps, strict=True)
                for line in ((mark, one_line(str(step))), *(("", one_line(text)) for text in _below(step)))
            ),
            paragraphs=(
                *((labels["promised"], text) for text in _promises(pickle.rules, pickle.language, labels)),
                (labels["happened"], event),
                (labels["replay"], one_line(command, PARAGRAPH_LINE)),
            ),
            traceback=paragraph(traceback, most=5_000),
            reprcrash=ReprFileLocation(one_line(pickle.uri), step.line, event.split("\n", maxsplit=1)[0]),
        )

    def toterminal(self, tw: TerminalWriter) -> None:
        tw.line(self.title, bold=True)
        for mark, text in self.steps:
            tw.line(f"  {mark} {text}" if mark else f"    {text}", red=mark == FAILED, green=mark == PASSED)
        for label, text in self.paragraphs:
            tw.line("")
            tw.line(f"  {label}", bold=True)
            for line in text.splitlines() or [""]:
                tw.line(f"    {line}")
        if self.traceback:
            tw.line("")
            tw.line(self.traceback)


def _command(item: ScenarioItem) -> str:
    """What plays the scenario again, on the same client."""
    place = _quoted(f"{item.pickle.uri}:{item.pickle.line}")
    seed = item.config.getoption("lostphone_seed")
    client = item.config.getoption("lostphone_client")
    on = f" --client {_quoted(client)}" if client != "reference" else ""
    timeout_s = item.config.getoption("lostphone_timeout")
    on += "" if timeout_s is None else f" --timeout {timeout_s:g}"
    return f"lostphone run {place}{on}" + (f" --seed {seed}" if seed else "")


def _quoted(place: str) -> str:
    """In quotes even where a shell needs none, so that the command reads the same for every path."""
    quoted = shlex.quote(place)
    return quoted if quoted != place else f"'{place}'"


def _below(step: Step) -> Iterator[str]:
    for row in step.table or ():
        yield f"  | {' | '.join(row)} |"
    for line in (step.doc_string or "").splitlines():
        yield f"  {line}"


def _promises(rules: tuple[str, ...], language: str, labels: dict[str, str]) -> Iterator[str]:
    if not rules:
        return
    from lostphone.rules import Catalogue, UnknownRule

    catalogue = Catalogue.load()
    for name in rules:
        try:
            rule = catalogue.rule(name)
        except UnknownRule:
            hint = did_you_mean(name, catalogue.rules, language)
            yield complaint(language, "unknown-rule", name=name, hint=hint)
            continue
        statement = rule.statement(language_of(language))
        sources = "".join(f"\n{labels['source']}: {address}" for address in rule.source)
        yield f"{name}: {statement}{sources}"


def happened(error: BaseException, language: str) -> str:
    """The message of a check; for anything else also its type and place, for it is no check that failed."""
    text = told(error, language).strip()
    if isinstance(error, StepError):
        return text
    if isinstance(error, pytest.FixtureLookupError):
        return complaint(language, "no-fixture", name=error.argname)
    if isinstance(error, AssertionError | pytest.fail.Exception) and text:
        return text
    place = complaint(language, "at-place", place=_place(error))
    return f"{type(error).__name__}: {text or complaint(language, 'no-message')}\n{place}"


def _place(error: BaseException) -> str:
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    if frame is None:
        return "nowhere"
    return f"{Path(frame.tb_frame.f_code.co_filename).name}:{frame.tb_lineno}"
