"""`lostphone tell`: one scenario, told as a timeline with the phones' screens."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

from lostphone.cli.words import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import Console

    from lostphone.gherkin.pickles import Pickle
    from lostphone.stories.performance import PlayedStep
    from lostphone.stories.story import Story

_MARKS = {
    "passed": ("✓", "green"),
    "failed": ("✗", "bold red"),
    "not played": ("·", "dim"),
}


def tell(
    scenario: str,
    /,
    *,
    lang: Literal["en", "ja"] = "en",
    save: Annotated[Path | None, Parameter(name="--save")] = None,
    seed: int = 0,
    client: str = "reference",
) -> int:
    """Play one scenario and tell it as a timeline, with the phones' screens.

    A FILE may have steps of its own: as `lostphone run` does, this executes the conftest.py files beside and
    above it. Name only files that you trust.

    Parameters
    ----------
    scenario
        A scenario's id, part of its name, or FILE:LINE: what stands on that line, one scenario or several.
        `lostphone rules` lists the ids.
    lang
        The language to tell it in; a FILE decides for itself.
    save
        Keep the story in this file, for `lostphone replay`.
    seed
        The seed of the simulated world.
    client
        Whose authenticator is on the phones: cmd:PROGRAM, py:MODULE:CLASS, tcp:HOST:PORT, reference, null,
        mutant:NAME or adapter:NAME.
    """
    from lostphone.cli.find import find_scenarios
    from lostphone.cli.usage import UsageError

    pickles = find_scenarios(scenario, lang)
    if save is not None and len(pickles) > 1:
        lines = ", ".join(str(pickle.line) for pickle in pickles)
        raise UsageError.of("save-one", scenario=scenario, count=len(pickles), lines=lines)
    return max(
        [_tell(pickle, save, seed, client, more=bool(number)) for number, pickle in enumerate(pickles)]
    )


def _tell(pickle: Pickle, save: Path | None, seed: int, client: str, *, more: bool) -> int:
    """Tell one story; `more` if another was told before it."""
    from lostphone.cli.console import out
    from lostphone.cli.own_steps import has_own_steps

    console = out()
    perform = _perform_with_own_steps if has_own_steps(pickle) else _perform
    played, story = perform(pickle, seed, client)
    if save is not None:
        # Before anything is printed, for the reader of a pipe may leave early.
        from lostphone.cli.files import write_file
        from lostphone.stories.recipe import write_story

        write_file(save, write_story(story.saved()))
    if more:
        console.print()
    tell_story(console, pickle, played, story)
    if save is not None:
        console.print(f"\n{say(pickle.language, 'tell.saved')} {save}", markup=False, soft_wrap=True)
    return 1 if any(step.status == "failed" for step in played) else 0


def _perform(pickle: Pickle, seed: int, client: str) -> tuple[list[PlayedStep], Story]:
    from lostphone.cli.client_options import guest
    from lostphone.client.port import ClientBroke, NotSupported
    from lostphone.stories.performance import perform
    from lostphone.stories.story import Story

    with guest(client) as (source, frozen):
        title = f"{pickle.id}: {pickle.name}"
        story = Story(
            seed=seed or pickle.seed,
            races=pickle.races,
            lang=pickle.language,
            client=source,
            frozen=frozen,
            title=title,
            client_spec=client,
        )
        played = perform(pickle, story)
        # A client that breaks once its story is over has broken no step of it.
        with contextlib.suppress(ClientBroke, NotSupported):
            story.close()
    return played, story


def _perform_with_own_steps(pickle: Pickle, seed: int, client: str) -> tuple[list[PlayedStep], Story]:
    from lostphone.cli.own_steps import perform_in_pytest
    from lostphone.stories.story import Story

    played, story = perform_in_pytest(pickle, seed, client)
    # Steps that ask for no story have done nothing on a phone.
    return played, story or Story(seed=seed, lang=pickle.language)


def tell_story(console: Console, pickle: Pickle, played: list[PlayedStep], story: Story) -> None:
    """Print what each step did, with the phones' screens, and the promises that the story is about."""
    from rich.padding import Padding
    from rich.text import Text

    from lostphone.cli.screens import draw_screens, last_screens
    from lostphone.stories.naming import spoken_names

    if pickle.rule:
        console.print(Text(pickle.rule, style="italic"), soft_wrap=True)
    console.print(Text(pickle.name, style="bold"), soft_wrap=True)
    console.print(Text(pickle.id, style="dim"))
    console.print()
    platforms = {device.id: device.platform for device in story.world.devices.values()}
    named = spoken_names(story, pickle.language)

    def names(name: str) -> str:
        return named.get(name, name)

    day = ""
    shown: dict[str, object] = {}
    for step in played:
        day = _step(console, step, day, names, pickle.language)
        screens = [
            screen for screen in last_screens(step.happenings) if shown.get(screen.actor) != screen.detail
        ]
        shown |= {screen.actor: screen.detail for screen in screens}
        if screens:
            console.print(Padding(draw_screens(screens, platforms, names), (0, 0, 0, 4)))
    _promises(console, pickle)


def _step(console: Console, played: PlayedStep, day: str, names: Callable[[str], str], lang: str) -> str:
    """One step with what happened in it; the day is said when it changes."""
    from rich.text import Text

    from lostphone.base.clock import to_datetime
    from lostphone.stories.naming import refused_because
    from lostphone.stories.telling import tell as tell_happenings

    for happening in played.happenings[-1:]:
        today = f"{to_datetime(happening.at_ms):%Y-%m-%d}"
        if today != day:
            day = today
            console.print(Text(f"── {day} " + "─" * 40, style="dim"))
    mark, style = _MARKS[played.status]
    line = Text(f"{mark} ", style=style)
    line.append(str(played.step.keyword).strip() + " ", style="cyan")
    line.append(played.step.text, style="dim" if played.status == "not played" else "")
    console.print(line, soft_wrap=True)
    for told in tell_happenings(played.happenings, lang, names):
        text = Text(f"    {to_datetime(told.at_ms):%H:%M:%S}  {told.text}", style="dim")
        if told.times > 1:
            text.append(f" ×{told.times}")
        if told.outcome != "ok":
            text.append(f"  → {refused_because(told.outcome, lang)}", style="not dim yellow")
        console.print(text, soft_wrap=True)
    if played.problem:
        console.print(Text(f"    {played.problem}", style="bold red"), soft_wrap=True)
    return day


def _promises(console: Console, pickle: Pickle) -> None:
    from rich.text import Text

    from lostphone.rules import Catalogue, UnknownRule

    if not pickle.rules:
        return
    language = pickle.language
    console.print()
    console.print(Text(say(language, "tell.promised"), style="bold"))
    catalogue = Catalogue.load()
    for rule_id in pickle.rules:
        try:
            rule = catalogue.rule(rule_id)
        except UnknownRule as error:
            # A mistake in the feature: `lint` says where, and the story could be told all the same.
            console.print(Text(f"  {error}", style="red"), soft_wrap=True)
            continue
        console.print(Text(f"  {rule.statement(pickle.language)}"), soft_wrap=True)
        source = f"    {rule_id} · {say(language, 'tell.source')}: {rule.source[0]}"
        console.print(Text(source, style="dim"), soft_wrap=True)
