"""`lostphone replay`: a saved story, played again to the same trace."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter


def replay(
    file: Path,
    /,
    *,
    trace: Annotated[Path | None, Parameter(name="--trace")] = None,
    client: str | None = None,
) -> int:
    """Play a saved story again and say whether it went the same way, byte for byte.

    Parameters
    ----------
    file
        The story.
    trace
        Write the trace here, one JSON object a line, instead of printing it.
    client
        Play it on another client than the one it was saved with.
    """
    from lostphone.cli.console import out
    from lostphone.cli.files import read_bytes, write_file
    from lostphone.cli.guest import guest
    from lostphone.cli.usage import UsageError
    from lostphone.history.recipe import BadStory, read_story
    from lostphone.history.story import replay as play

    try:
        saved = read_story(read_bytes(file))
    except BadStory as error:
        raise UsageError(f"{file}, {error}") from None
    console = out()
    with guest(client or saved.recipe.client) as (source, frozen):
        stage, broke = play(saved, source, frozen)
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
    if broke is not None:
        console.print(f"the client broke: {broke}", markup=False, highlight=False, soft_wrap=True)
    if not same:
        console.print(
            f"it went otherwise than when it was saved (fingerprint {saved.fingerprint}): "
            "another version of Lostphone, or the file was changed",
            markup=False,
            highlight=False,
            soft_wrap=True,
        )
    return 0 if same and broke is None else 1
