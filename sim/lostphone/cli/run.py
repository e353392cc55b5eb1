"""`lostphone run`: play scenarios through pytest, in this process, and say which promises hold."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

from lostphone.cli.words import sayer

if TYPE_CHECKING:
    from lostphone.cli.pytest_run import Played


def run(
    *paths: str,
    tags: str | None = None,
    lang: Literal["en", "ja"] | None = None,
    keyword: Annotated[str | None, Parameter(name=["--keyword", "-k"])] = None,
    workers: Annotated[str | None, Parameter(name=["--workers", "-n"])] = None,
    format: Annotated[Literal["text", "json"], Parameter(name="--format")] = "text",
    junitxml: Annotated[Path | None, Parameter(name="--junitxml")] = None,
    seed: int = 0,
    client: str = "reference",
    timeout: float | None = None,
) -> int:
    """Play scenarios and say which promises hold.

    Parameters
    ----------
    paths
        Files, folders, FILE:LINE or scenario ids; all shipped scenarios when none is given.
    tags
        Only scenarios whose tags fit, for example '@ios and not @android'.
    lang
        Only the scenarios in one language, and what is said of them in it.
    keyword
        Only scenarios whose name fits, as pytest's -k.
    workers
        How many processes play; auto for one per core.
    format
        text for people, json for programs.
    junitxml
        Also write a JUnit report to this file.
    seed
        The seed of every story.
    client
        Whose authenticator the stories are played on: cmd:PROGRAM, py:MODULE:CLASS, tcp:HOST:PORT,
        reference, null, mutant:NAME or adapter:NAME.
    timeout
        Seconds that the client may take to start, and for each answer.
    """
    from lostphone.cli.limit import limit_ms
    from lostphone.cli.pytest_run import Request, play
    from lostphone.cli.usage import UsageError

    if workers is not None and workers != "auto" and not workers.isdecimal():
        raise UsageError.of("number-or-auto", given=workers)
    request = Request.of(paths, tags, lang, keyword, workers, junitxml, seed, client, limit_ms(timeout))
    played = play(request, progress=format == "text")
    if format == "json":
        _print_json(played)
    else:
        _print_text(played, lang or "en")
    return 0 if played.fine else 1


def _print_json(played: Played) -> None:
    """Nothing else goes to stdout, and nothing in it depends on the machine or the moment."""
    from lostphone.cli.pytest_run import OUTCOMES
    from lostphone.cli.standard_output import print_json

    scenarios = [
        {
            "id": scenario.id,
            "name": scenario.name,
            "language": scenario.language,
            "outcome": scenario.outcome,
            "rules": list(scenario.rules),
        }
        for scenario in played.scenarios
    ]
    counts = {str(outcome): played.count(outcome) for outcome in OUTCOMES}
    report = {
        **counts,
        "scenarios": scenarios,
        "unread": [{"file": unread.file, "message": unread.message} for unread in played.unread],
    }
    print_json(report)


_STYLES = {"✓": "green", "✗": "bold red", "·": "dim"}


def _print_text(played: Played, lang: str) -> None:
    from rich.text import Text

    from lostphone.cli.console import out
    from lostphone.cli.pytest_run import OUTCOMES

    console = out()
    for text in played.problems:
        for line in text.splitlines():
            console.print(Text(line, style=_STYLES.get(line.strip()[:1], "")), soft_wrap=True)
        console.print()
    words = sayer(lang, "run")
    counts = [words("language", count=count, name=name) for name, count in played.by_language().items()]
    languages = words("languages", counts=words("comma").join(counts)) if counts else ""
    if played.unread:
        files = len(played.unread)
        languages += words("unread-one" if files == 1 else "unread-many", count=files)
    number = len(played.scenarios)
    head = words(
        "one" if number == 1 else "many",
        count=number,
        languages=languages,
        seconds=f"{played.took_ms / 1000:.1f}",
    )
    console.print(Text(head, style="dim"))
    every = [(outcome, played.count(outcome)) for outcome in OUTCOMES]
    told = [
        words(outcome, count=count) for outcome, count in every if count or outcome in ("passed", "failed")
    ]
    console.print(Text(words("comma").join(told), style="bold green" if played.fine else "bold red"))
