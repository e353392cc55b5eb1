"""`lostphone explore --why FILE`: at which step of a found story failure became likely, and inevitable."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Literal

from lostphone.cli.words import sayer


def tell_reasons(
    file: Path, waived: Collection[str], client: str | None = None, lang: Literal["en", "ja"] = "en"
) -> int:
    """Play the story of a finding, go on from each of its steps in other ways, and print how often it broke.

    `waived` are promises that the client does not owe; `client` is another one than the story names. 1 when
    the story still breaks a promise; 0 when nothing is wrong in it.
    """
    import msgspec

    from lostphone.cli.client_options import guest
    from lostphone.cli.console import out
    from lostphone.cli.files import read_saved
    from lostphone.cli.named_client import client_of_file
    from lostphone.cli.saved_story import playing
    from lostphone.cli.ticking import Ticking
    from lostphone.cli.usage import UsageError
    from lostphone.explore.finding import Finding
    from lostphone.explore.reproduce import reproduce
    from lostphone.explore.why import why_it_happened
    from lostphone.stories.retelling import Untold

    saved = read_saved(file)
    recipe = msgspec.structs.replace(
        saved.recipe, client=client_of_file(client, saved.recipe.client, file, lang)
    )
    console = out()
    words = sayer(lang, "why")

    def say(text: str) -> None:
        console.print(text, markup=False, highlight=False, soft_wrap=True)

    with guest(recipe.client, recipe.timeout_ms) as (source, frozen), Ticking(words("again")) as ticking:
        with playing(file, lang):
            judgement = reproduce(recipe, saved.actions, source, frozen, waived, compares=True)
        if judgement is None:
            ticking.close()
            say(words("well", client=recipe.client))
            return 0
        finding = Finding(judgement, recipe, saved.actions, recipe.seed)

        def tell(done: int, every: int) -> None:
            ticking.say(words("otherwise", done=done, every=every))

        try:
            with playing(file, lang):
                lines = why_it_happened(finding, source, frozen, waived=waived, language=lang, tell=tell)
        except Untold as untold:
            raise UsageError(f"{file}: {untold}") from None
    say(f"{judgement.rule}: {judgement.told(lang)}")
    say(words("how-often"))
    for line in lines:
        say(line)
    return 1
