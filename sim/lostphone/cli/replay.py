"""`lostphone replay`: a saved story, played again to the same trace, and looked at by the oracles."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from lostphone.requirements import EVERY_SET


def replay(
    file: Path,
    /,
    *,
    trace: Annotated[Path | None, Parameter(name="--trace")] = None,
    client: str | None = None,
    require: str = EVERY_SET,
) -> int:
    """Play a saved story again; say whether it went the same way, byte for byte, and what is wrong in it.

    Parameters
    ----------
    file
        The story.
    trace
        Write the trace here, one JSON object a line, instead of printing it.
    client
        Play it on another client than the one it was saved with.
    require
        The requirement sets whose promises the client owes: core is what any authenticator does.
    """
    from rich.text import Text

    from lostphone.cli.console import out
    from lostphone.cli.files import read_saved, write_file
    from lostphone.cli.guest import guest
    from lostphone.cli.owed import excused_by
    from lostphone.explore.reproduce import reproduce
    from lostphone.history.story import replay as play
    from lostphone.rules import Catalogue

    saved = read_saved(file)
    console = out()
    excused = excused_by(require)
    with guest(client or saved.recipe.client) as (source, frozen):
        stage, broke = play(saved, source, frozen)
        wrong = reproduce(saved.recipe, saved.actions, source, frozen, excused)
    made = stage.world.trace
    if trace is not None:
        write_file(trace, made.to_jsonl())
    else:
        for happening in made:
            console.print(happening.line(), markup=False, highlight=False, soft_wrap=True)
    fingerprint = made.fingerprint()
    # On another client it may well go otherwise: that is what one looks for.
    elsewhere = client not in (None, saved.recipe.client)
    same = elsewhere or saved.fingerprint in ("", fingerprint)
    summary = f"{len(saved.actions)} actions, {len(made)} happenings, fingerprint {fingerprint}"
    console.print(summary, markup=False, highlight=False, soft_wrap=True)
    if wrong is not None:
        console.print()
        console.print(Text(Catalogue.load().statement(wrong.rule, "en"), style="bold red"))
        console.print(f"{wrong.rule}: {wrong.message}", markup=False, highlight=False, soft_wrap=True)
    if not same:
        console.print(
            f"it went otherwise than when it was saved (fingerprint {saved.fingerprint}): "
            "another version of Lostphone, or the file was changed",
            markup=False,
            highlight=False,
            soft_wrap=True,
        )
    return 0 if same and broke is None and wrong is None else 1
