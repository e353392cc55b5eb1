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
) -> int:
    """Play a story kept by `lostphone tell --save`; the trace is the same, byte for byte.

    Parameters
    ----------
    file
        The story.
    trace
        Write the trace here, one JSON object a line, instead of printing it.
    """
    from lostphone.cli.console import out
    from lostphone.cli.files import read_bytes, write_file
    from lostphone.cli.usage import UsageError
    from lostphone.history.recipe import BadStory, read_story
    from lostphone.history.story import replay as play

    try:
        saved = read_story(read_bytes(file))
    except BadStory as error:
        raise UsageError(f"{file}, {error}") from None
    stage = play(saved)
    made = stage.world.trace
    console = out()
    if trace is not None:
        write_file(trace, made.to_jsonl())
    else:
        for happening in made:
            console.print(happening.line(), markup=False, highlight=False, soft_wrap=True)
    console.print(
        f"{len(saved.actions)} actions, {len(made)} happenings, fingerprint {made.fingerprint()}",
        markup=False,
        highlight=False,
        soft_wrap=True,
    )
    return 0
