"""`lostphone mutants`: clients with one fault each, and which promise each of them dies of."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

if TYPE_CHECKING:
    from lostphone.client.mutants import Mutant
    from lostphone.gherkin.pickles import Pickle
    from lostphone.kill_matrix import Matrix, Trial


def mutants(
    name: str | None = None,
    /,
    *,
    workers: Annotated[str, Parameter(name=["--workers", "-n"])] = "auto",
    format: Annotated[Literal["text", "json"], Parameter(name="--format")] = "text",
) -> int:
    """Play every story on clients with one planted fault each, and say which promise kills which.

    Parameters
    ----------
    name
        Only explain this one, and tell the shortest story that it fails.
    workers
        How many processes play; auto for one per core.
    format
        text for people, json for programs.
    """
    from lostphone.cli.usage import UsageError

    if name is not None and format == "json":
        return _explain_as_json(name)
    if name is not None:
        return _explain(name)
    if workers != "auto" and not (workers.isdecimal() and int(workers)):
        raise UsageError(f"-n takes a number from 1 or auto, not '{workers}'")
    matrix = _run((os.cpu_count() or 1) if workers == "auto" else int(workers))
    if format == "json":
        _print_json(matrix)
    else:
        _print_text(matrix)
    return 1 if matrix.complaints() else 0


def _run(workers: int) -> Matrix:
    """Try them all, with progress on a terminal."""
    from lostphone.cli.console import err
    from lostphone.client.mutants import all_mutants
    from lostphone.kill_matrix import NULL, REFERENCE, run

    console = err()
    names = [REFERENCE, *(mutant.id for mutant in all_mutants()), NULL]
    done: list[str] = []
    with console.status("the reference plays every story") as status:

        def tell(name: str) -> None:
            done.append(name)
            status.update(f"{len(done)} of {len(names)} clients tried")

        matrix = run(workers, tell)
    for complaint in matrix.complaints():
        console.print(complaint, markup=False, soft_wrap=True)
    return matrix


def _print_json(matrix: Matrix) -> None:
    """One object a client; nothing in it depends on the machine or the moment."""
    from lostphone.cli.standard_output import print_json

    listed = [
        {
            "id": trial.id,
            "origin": trial.origin,
            "alive": trial.alive,
            "killed_by": list(trial.killed_by),
            "about": list(trial.about),
            "scenarios": [failure.story for failure in trial.failures],
        }
        for trial in (*matrix.mutants, matrix.null)
    ]
    print_json(listed)


def _print_text(matrix: Matrix) -> None:
    from rich.table import Table
    from rich.text import Text

    from lostphone.cli.console import out

    console = out()
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column("")
    table.add_column("mutant", no_wrap=True)
    table.add_column("killed by the promise that is about it", overflow="fold")
    table.add_column("others", justify="right")
    table.add_column("stories", justify="right")
    for trial in matrix.mutants:
        table.add_row(*_row(trial))
    console.print(table)
    dead = sum(bool(trial.killed_for_it) for trial in matrix.mutants)
    kept = len(matrix.null.about) - len(matrix.null.killed_by)
    survived = matrix.stories - len(matrix.reference.failures)
    console.print()
    lines = [
        f"{dead} of {len(matrix.mutants)} mutants die of a promise that is about them",
        f"the reference survives {survived} of {matrix.stories} stories",
        f"the null client keeps {kept} of {len(matrix.null.about)} promises",
    ]
    for line in lines:
        console.print(line, markup=False)
    found = len(matrix.complaints())
    summary = f"{found} complaints" if found else "every fault is noticed"
    console.print(Text(summary, style="bold red" if found else "bold green"))


def _row(trial: Trial) -> tuple[str, str, str, str, str]:
    others = len(trial.killed_by) - len(trial.killed_for_it)
    mark = "[green]✓[/]" if trial.killed_for_it else "[bold red]✗[/]"
    reasons = ", ".join(trial.killed_for_it) or (
        "nothing that is about it" if others else "nothing: it is alive"
    )
    return mark, trial.id, reasons, str(others or ""), str(len(trial.failures) or "")


def _explain(name: str) -> int:
    """What the fault is, and the shortest story that shows it."""
    from rich.text import Text

    from lostphone.cli.console import out
    from lostphone.cli.tell import tell_story
    from lostphone.cli.usage import UsageError
    from lostphone.client.mutants import UnknownMutant, find_mutant
    from lostphone.kill_matrix import NULL, client_of, perform_on, stories

    console = out()
    if name == NULL:
        console.print("The null client declares everything, and refuses whatever it is asked.", markup=False)
        console.print()
        pickle = stories()[0]
        story, played = perform_on(pickle, client_of(NULL))
        tell_story(console, pickle, played, story)
        return 0
    try:
        mutant = find_mutant(name)
    except UnknownMutant as error:
        raise UsageError(str(error)) from None
    _print_fault(mutant)
    found = _failed(mutant)
    if not found:
        console.print(Text("No story about these promises notices it: it is alive.", style="bold red"))
        return 1
    noticed = "1 story about it notices" if len(found) == 1 else f"{len(found)} stories about it notice"
    console.print(f"{noticed} it{'' if len(found) == 1 else ', and the shortest is told'}:", markup=False)
    console.print()
    pickle = min(found, key=lambda pickle: len(pickle.steps))
    for other in found if len(found) > 1 else ():
        console.print(f"  {other.id}", markup=False)
    story, played = perform_on(pickle, mutant.client)
    tell_story(console, pickle, played, story)
    return 0


def _explain_as_json(name: str) -> int:
    """The same for programs, without the story itself."""
    from lostphone.cli.standard_output import print_json
    from lostphone.cli.usage import UsageError
    from lostphone.client.mutants import UnknownMutant, find_mutant

    try:
        mutant = find_mutant(name)
    except UnknownMutant as error:
        raise UsageError(str(error)) from None
    found = [pickle.id for pickle in _failed(mutant)]
    told = {
        "id": mutant.id,
        "origin": mutant.origin,
        "fault": mutant.fault,
        "shows": mutant.shows,
        "about": list(mutant.about),
        "alive": not found,
        "scenarios": found,
    }
    print_json(told)
    return 0 if found else 1


def _print_fault(mutant: Mutant) -> None:
    from rich.table import Table
    from rich.text import Text

    from lostphone.cli.console import out
    from lostphone.rules import Catalogue

    console = out()
    console.print(Text(mutant.id, style="bold cyan"))
    table = Table.grid(padding=(0, 2))
    table.add_column(justify="right", style="dim", min_width=8)
    for label, text in (("fault", mutant.fault), ("shows", mutant.shows), ("origin", mutant.origin)):
        table.add_row(label, Text(text))
    for rule in mutant.about:
        statement = Catalogue.load().rule(rule).statement("en")
        table.add_row("breaks", Text.assemble(rule, ("\n" + statement, "dim")))
    console.print(table)
    console.print()


def _failed(mutant: Mutant) -> list[Pickle]:
    """The stories about the fault that the mutant fails, in file order."""
    from lostphone.kill_matrix import failure_of, stories

    about = (pickle for pickle in stories() if any(rule in mutant.about for rule in pickle.rules))
    return [pickle for pickle in about if failure_of(pickle, mutant.client)]
