"""`lostphone conformance`: play the requirement sets on somebody's client, and say what it keeps."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

from lostphone.requirements import EVERY_SET

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lostphone.conformance.expected import AnnouncedFailure
    from lostphone.conformance.plan import ConformancePlan
    from lostphone.conformance.report import Report
    from lostphone.conformance.reports import Writer


def conformance(
    *names: str,
    client: str,
    require: str = EVERY_SET,
    expected: Path | None = None,
    update_expected: Annotated[bool, Parameter(name="--update-expected", negative="")] = False,
    report: Annotated[tuple[Path, ...], Parameter(name="--report", negative="")] = (),
    format: Annotated[Literal["text", "json"], Parameter(name="--format")] = "text",
    tags: str | None = None,
    keyword: Annotated[str | None, Parameter(name=["--keyword", "-k"])] = None,
    lang: Literal["en", "ja"] = "en",
    workers: Annotated[str, Parameter(name=["--workers", "-n"])] = "1",
    timeout: float | None = None,
    seed: int = 0,
) -> int:
    """Play the requirement sets on a client of yours, and say what it keeps of what it owes its user.

    Parameters
    ----------
    names
        Only these scenarios, or the scenarios of these rules; all when none is given.
    client
        cmd:PROGRAM, py:MODULE:CLASS, tcp:HOST:PORT, reference, null, mutant:NAME or
        adapter:NAME.
    require
        Requirement sets, separated by commas; without @VERSION the newest.
    expected
        A list of failures that are expected, each with its reason. What is not on it fails the run.
    update_expected
        Bring that list up to date; new entries wait for you to give a reason.
    report
        Also write a report; its form follows from its name: .jsonl, .xml (JUnit), .md, .badge.json, .json or
        .ndjson (Cucumber Messages). May be given several times.
    format
        text for people, json for programs.
    tags
        Only scenarios whose tags fit, for example '@ios and not @android'.
    keyword
        Only scenarios with this in their id or name.
    lang
        The language of the stories.
    workers
        How many processes play; auto for one per core.
    timeout
        Seconds that the client may take to start, and for each answer.
    seed
        The seed of every story.
    """
    from lostphone.cli.usage import UsageError

    plan = _plan(require, lang, tags, keyword, names)
    writers = [(path, _writer(path)) for path in report]
    entries, before = _entries(expected, update_expected)
    if update_expected:
        if expected is None:
            raise UsageError.of("update-needs-list")
        if not plan.complete:
            raise UsageError.of("update-needs-all")
    made = _run(plan, client, seed, _workers(workers, client), timeout)
    if update_expected and expected is not None:
        _update(expected, made, entries, before)
        entries, before = _entries(expected)
    made = made.expecting(entries)
    for path, write in writers:
        from lostphone.cli.files import write_file

        write_file(path, write(made))
    _print(made, format)
    if made.harness_at_fault:
        return 3
    return 0 if made.fine else 1


def _plan(
    require: str, lang: str, tags: str | None, keyword: str | None, names: Sequence[str]
) -> ConformancePlan:
    from lostphone.cli.usage import UsageError
    from lostphone.conformance.plan import BadChoice, make_plan
    from lostphone.gherkin.tags import TagExpressionError
    from lostphone.requirements import UnknownSet

    try:
        return make_plan(require, lang, tags, keyword, names)
    except TagExpressionError as error:
        raise UsageError(f"--tags: {error}") from None
    except UnknownSet as error:
        raise UsageError(f"--require: {error}") from None
    except BadChoice as error:
        raise UsageError(str(error)) from None


def _writer(path: Path) -> Writer:
    from lostphone.cli.usage import UsageError
    from lostphone.conformance.reports import UnknownForm, writer_for

    try:
        return writer_for(path)
    except UnknownForm as error:
        raise UsageError(f"--report: {error}") from None


def _entries(path: Path | None, may_be_new: bool = False) -> tuple[tuple[AnnouncedFailure, ...], str]:
    """The entries of the list, and its text."""
    from lostphone.cli.files import read_text
    from lostphone.cli.usage import UsageError
    from lostphone.conformance.expected import BadList, read_expected

    if path is None or (may_be_new and not path.exists()):
        return (), ""
    text = read_text(str(path))
    try:
        return read_expected(text, str(path)), text
    except BadList as error:
        raise UsageError(str(error)) from None


def _workers(asked: str, client: str) -> int:
    import os

    from lostphone.cli.usage import UsageError

    if asked == "auto":
        # One emulator, one conversation.
        return 1 if client.startswith("tcp:") else (os.cpu_count() or 1)
    if not asked.isdecimal() or int(asked) < 1:
        raise UsageError.of("number-or-auto", given=asked)
    if client.startswith("tcp:") and int(asked) > 1:
        raise UsageError.of("tcp-alone")
    return int(asked)


def _run(plan: ConformancePlan, client: str, seed: int, workers: int, timeout: float | None) -> Report:
    from lostphone.cli.limit import limit_ms
    from lostphone.cli.progress import ScenarioProgress
    from lostphone.cli.usage import UsageError
    from lostphone.client.resolve import BadClient
    from lostphone.client.transport.child import NotStarted
    from lostphone.client.transport.limits import Limits
    from lostphone.conformance.run import run

    limits = Limits().within(limit_ms(timeout))
    with ScenarioProgress(len(plan.cases)) as progress:
        try:
            return run(plan, client, seed=seed, workers=workers, limits=limits, done=progress.done)
        except (BadClient, NotStarted) as error:
            raise UsageError(f"--client: {error}") from None


def _update(path: Path, made: Report, entries: Sequence[AnnouncedFailure], before: str) -> None:
    from lostphone.cli.console import err
    from lostphone.cli.files import write_file
    from lostphone.cli.usage import UsageError
    from lostphone.conformance.expected_update import updated, written
    from lostphone.conformance.plan import is_about
    from lostphone.requirements import all_sets

    if made.harness_at_fault:
        raise UsageError.of("update-at-fault")
    everywhere = tuple(one.id for one in all_sets())

    def elsewhere(entry: AnnouncedFailure) -> bool:
        return is_about(everywhere, entry.name) and not is_about(made.sets, entry.name)

    now = updated(made.rows, entries, elsewhere)
    write_file(path, written(now, before))
    nameless = sum(not entry.reason for entry in now)
    said = f"{path}: {len(now)} expected failures, {nameless} of them without a reason yet"
    err().print(said, markup=False, soft_wrap=True)


_STYLES = {"strong": "bold", "good": "bold green", "bad": "bold red", "quiet": "dim", "odd": "yellow"}


def _print(made: Report, format: str) -> None:
    import sys

    if format == "json":
        from lostphone.base.foreign_text import paragraph
        from lostphone.cli.standard_output import print_bytes
        from lostphone.conformance.reports.verdicts import write

        print_bytes(write(made))
        for said in (*made.complaints, *made.warnings):
            sys.stderr.write(f"lostphone: {paragraph(said)}\n")
        return
    from rich.text import Text

    from lostphone.cli.console import out
    from lostphone.conformance.summary import summary

    console = out()
    for line in summary(made):
        console.print(Text(line.text, style=_STYLES.get(line.tone, "")), soft_wrap=True)
