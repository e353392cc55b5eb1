"""`lostphone site`: the stories as an illustrated site, in a folder that opens without a server."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lostphone.site.context import Inputs
    from lostphone.site.page import Page
    from lostphone.site.recorded import RecordedRun
    from lostphone.site.reports import Report
    from lostphone.site.writing import WrittenSite

_LANGUAGES = ("en", "ja")


def site(
    *,
    out: Annotated[Path, Parameter(name="--out")],
    lang: str = "en,ja",
    run: Annotated[Path | None, Parameter(name="--run")] = None,
    save_run: Annotated[Path | None, Parameter(name="--save-run")] = None,
    report: Annotated[tuple[Path, ...], Parameter(name="--report", negative="")] = (),
    serve: Annotated[bool, Parameter(name="--serve", negative="")] = False,
    port: int = 8765,
    workers: Annotated[int, Parameter(name=["--workers", "-n"])] = 1,
    seed: int = 0,
) -> int:
    """Play the stories, and write an illustrated site of them that opens without a server.

    Parameters
    ----------
    out
        The folder to write. An older site there is replaced. If there is anything else, or
        a file of the site was changed, nothing is written: exit code 2 names that file.
    lang
        The languages, with commas between them: en, ja.
    run
        Take the stories from this file, written by --save-run, instead of playing them.
    save_run
        Also keep the recorded run in this file.
    report
        A report of `lostphone conformance` (.jsonl or .json) or of `lostphone mutants --format json`, shown
        on the page of what comes back. May be given several times.
    serve
        Show the site on this machine, and build it anew whenever a feature file changes.
    port
        Where --serve listens.
    workers
        How many processes play the stories.
    seed
        The seed of every story.
    """
    from lostphone.cli.usage import UsageError

    languages = _languages(lang)
    if workers < 1:
        raise UsageError(f"-n takes a number of processes from 1, not {workers}")
    if run is not None and (serve or seed):
        raise UsageError("--run shows what was played before: --serve and --seed have no say in it")
    reports = tuple(_report(path) for path in report)
    _check_place(out)
    if serve:
        from lostphone.cli.site_serving import serve_site

        return serve_site(out, languages, reports, seed, port, workers)
    played = _load(run, languages) if run is not None else _play(languages, seed, workers)
    if save_run is not None:
        from lostphone.cli.files import write_file
        from lostphone.site.run_file import write_run

        write_file(save_run, write_run(played))
    written = write(out, inputs_of(played, reports))
    _say(out, played, written)
    return 0 if all(story.passed for story in played.stories) else 1


def inputs_of(run: RecordedRun, reports: tuple[Report, ...]) -> Inputs:
    """What a site is made from."""
    from lostphone.site.context import Inputs
    from lostphone.site.run_file import fingerprint

    return Inputs(run, fingerprint(run), reports)


def write(out: Path, inputs: Inputs) -> WrittenSite:
    """Build the pages and put them in place; UsageError if that cannot be done."""
    from lostphone.cli.progress import Counter
    from lostphone.cli.usage import UsageError
    from lostphone.site.building import build
    from lostphone.site.own_files import NotOurs
    from lostphone.site.writing import write_site

    def counted(counter: Counter) -> Iterator[Page]:
        for page in build(inputs):
            yield page
            counter.one_more()

    try:
        with Counter("{done} pages written") as counter:
            return write_site(out, counted(counter))
    except NotOurs as error:
        raise UsageError(str(error)) from None
    except OSError as error:
        raise UsageError(f"{out} cannot be written: {error.strerror}") from None


def _languages(lang: str) -> tuple[str, ...]:
    from lostphone.cli.usage import UsageError

    asked = [name.strip() for name in lang.split(",")]
    for name in asked:
        if name not in _LANGUAGES:
            raise UsageError(f"--lang takes en, ja or en,ja; there are no stories in '{name}'")
    return tuple(name for name in _LANGUAGES if name in asked)


def _report(path: Path) -> Report:
    from lostphone.cli.files import read_bytes
    from lostphone.cli.usage import UsageError
    from lostphone.conformance.reports.jsonl import BrokenReport
    from lostphone.site.reports import BadReport, read_report

    content = read_bytes(path)
    try:
        return _in_lines(content) if path.suffix == ".jsonl" else read_report(path.stem, content)
    except (BadReport, BrokenReport) as error:
        raise UsageError(f"{path}: {error}") from None


def _in_lines(content: bytes) -> Report:
    """A report with a header, which says who the client is."""
    from lostphone.conformance.reports.jsonl import read
    from lostphone.site.reports import ClientReport, ScenarioVerdict

    saved = read(content)
    client = saved.header.client
    name = f"{client['name']} {client['version']}" if client else saved.header.spec
    rows = (ScenarioVerdict(row.requirement, row.scenario, row.verdict, row.message) for row in saved.rows)
    return ClientReport(name, tuple(rows))


def _check_place(out: Path) -> None:
    """Before a minute is spent on playing."""
    from lostphone.cli.usage import UsageError
    from lostphone.site.own_files import NotOurs
    from lostphone.site.writing import check_place, sweep

    try:
        sweep(out)
        check_place(out)
    except NotOurs as error:
        raise UsageError(str(error)) from None
    except OSError as error:
        raise UsageError(f"{out} cannot be read: {error.strerror}") from None


def _load(path: Path, languages: tuple[str, ...]) -> RecordedRun:
    import msgspec

    from lostphone.cli.files import read_bytes
    from lostphone.cli.usage import UsageError
    from lostphone.site.run_file import BadRun, read_run

    try:
        run = read_run(read_bytes(path))
    except BadRun as error:
        raise UsageError(f"{path}, {error}") from None
    stories = tuple(story for story in run.stories if story.language in languages)
    if not stories:
        raise UsageError(f"{path} holds no story in {' or '.join(languages)}")
    uris = {story.uri for story in stories}
    return msgspec.structs.replace(
        run, stories=stories, sources={uri: text for uri, text in run.sources.items() if uri in uris}
    )


def _play(languages: tuple[str, ...], seed: int, workers: int) -> RecordedRun:
    from lostphone.cli.progress import Counter
    from lostphone.cli.usage import UsageError
    from lostphone.gherkin.problems import FeatureError
    from lostphone.site.recording import record_run

    try:
        with Counter("{done} feature files played") as counter:
            return record_run(languages, seed, workers, lambda _uri: counter.one_more())
    except FeatureError as error:
        raise UsageError(str(error)) from None


def _say(out: Path, run: RecordedRun, written: WrittenSite) -> None:
    from rich.text import Text

    from lostphone.cli.console import out as console

    failed = [story for story in run.stories if not story.passed]
    print_line = console().print
    for story in failed:
        print_line(Text(f"✗ {story.id} ({story.language}): {story.name}", style="bold red"), soft_wrap=True)
    size = f"{written.size / 1_000_000:.1f} MB"
    print_line(f"{len(run.stories)} stories, {written.pages} pages, {written.files} files, {size}")
    if written.kept is not None:
        print_line(f"files that are not the site's are kept in {written.kept}", markup=False, soft_wrap=True)
    print_line(Text(f"open {(out / 'index.html').resolve().as_uri()}"), soft_wrap=True)
