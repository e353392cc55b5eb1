"""`lostphone replay`: a saved story, played again to the same trace, and looked at by the oracles."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from lostphone.cli.words import sayer
from lostphone.requirements import EVERY_SET


def replay(
    file: Path,
    /,
    *,
    trace: Annotated[Path | None, Parameter(name="--trace")] = None,
    client: str | None = None,
    require: str = EVERY_SET,
    lang: Literal["en", "ja"] = "en",
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
    lang
        The language in which to say what is wrong; the trace is the same in both.
    """
    from rich.text import Text

    from lostphone.cli.client_options import guest
    from lostphone.cli.console import out
    from lostphone.cli.files import read_saved, write_file
    from lostphone.cli.named_client import client_of_file
    from lostphone.cli.saved_story import playing
    from lostphone.cli.waived import waived_by
    from lostphone.client.port import ClientBroke
    from lostphone.explore.reproduce import reproduce
    from lostphone.gherkin.breaking import with_last_words
    from lostphone.rules import Catalogue
    from lostphone.stories.story import replay as play

    saved = read_saved(file)
    console = out()
    waived = waived_by(require)
    with guest(client_of_file(client, saved.recipe.client, file, lang), saved.recipe.timeout_ms) as (
        source,
        frozen,
    ):
        try:
            with playing(file, lang):
                stage, broke = play(saved, source, frozen)
        except ClientBroke as at_once:
            # Nothing has happened yet: there is no trace to compare.
            console.print(with_last_words(at_once, lang), markup=False, highlight=False, soft_wrap=True)
            return 1
        with playing(file, lang):
            wrong = reproduce(saved.recipe, saved.actions, source, frozen, waived, compares=True)
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
    words = sayer(lang, "replay")
    summary = words("summary", actions=len(saved.actions), happenings=len(made), fingerprint=fingerprint)
    console.print(summary, markup=False, highlight=False, soft_wrap=True)
    if wrong is not None:
        console.print()
        console.print(Text(Catalogue.load().statement(wrong.rule, lang), style="bold red"), soft_wrap=True)
        console.print(f"{wrong.rule}: {wrong.told(lang)}", markup=False, highlight=False, soft_wrap=True)
    if not same:
        otherwise = words("otherwise", fingerprint=saved.fingerprint)
        console.print(otherwise, markup=False, highlight=False, soft_wrap=True)
    return 0 if same and broke is None and wrong is None else 1
