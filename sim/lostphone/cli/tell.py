"""`lostphone tell`: one scenario, told as a timeline with the phones' screens."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

if TYPE_CHECKING:
    from rich.console import Console

    from lostphone.gherkin.performance import PlayedStep
    from lostphone.gherkin.pickles import Pickle
    from lostphone.history.story import Story

_MARKS = {
    "passed": ("✓", "green"),
    "failed": ("✗", "bold red"),
    "not played": ("·", "dim"),
}
_LABELS = {
    "en": {"promised": "What this rests on", "source": "source", "saved": "The story is kept in"},
    "ja": {"promised": "この物語が示す規則", "source": "出典", "saved": "物語の保存先:"},
}
#: Verbs that say nothing a step's own words do not say already, or that the screens show.
_QUIET = {"screen", "list-accounts", "show-code", "check-backup", "wait", "wait-until"}


def tell(
    scenario: str,
    /,
    *,
    lang: Literal["en", "ja"] = "en",
    save: Annotated[Path | None, Parameter(name="--save")] = None,
    seed: int = 0,
) -> int:
    """Play one scenario and tell it as a timeline, with the phones' screens.

    Parameters
    ----------
    scenario
        A scenario's id, part of its name, or FILE:LINE. `lostphone rules` lists the ids.
    lang
        The language to tell it in; a FILE decides for itself.
    save
        Keep the story in this file, for `lostphone replay`.
    seed
        The seed of the simulated world.
    """
    from lostphone.cli.console import out
    from lostphone.cli.find import find_scenario
    from lostphone.gherkin.performance import perform
    from lostphone.history.story import Story

    pickle = find_scenario(scenario, lang)
    story = Story(seed=seed, lang=pickle.language, title=f"{pickle.id}: {pickle.name}")
    played = perform(pickle, story)
    console = out()
    _tell(console, pickle, played, story)
    if save is not None:
        from lostphone.cli.files import write_file
        from lostphone.history.recipe import write_story

        write_file(save, write_story(story.saved()))
        console.print(f"\n{_LABELS[pickle.language]['saved']} {save}")
    return 1 if any(step.status == "failed" for step in played) else 0


def _tell(console: Console, pickle: Pickle, played: list[PlayedStep], story: Story) -> None:
    from rich.padding import Padding
    from rich.text import Text

    from lostphone.cli.screens import draw_screens, last_screens

    if pickle.rule:
        console.print(Text(pickle.rule, style="italic"))
    console.print(Text(pickle.name, style="bold"))
    console.print(Text(pickle.id, style="dim"))
    console.print()
    platforms = {device.id: device.platform for device in story.world.devices.values()}
    names = _names(story, pickle.language)
    day = ""
    for step in played:
        day = _step(console, step, day)
        if screens := last_screens(step.happenings):
            console.print(Padding(draw_screens(screens, platforms, names), (0, 0, 0, 4)))
    _promises(console, pickle)


def _step(console: Console, played: PlayedStep, day: str) -> str:
    """One step with what happened in it; the day is said when it changes."""
    from rich.text import Text

    from lostphone.clock import to_datetime

    for happening in played.happenings[-1:]:
        today = f"{to_datetime(happening.at_ms):%Y-%m-%d}"
        if today != day:
            day = today
            console.print(Text(f"── {day} " + "─" * 40, style="dim"))
    mark, style = _MARKS[played.status]
    line = Text(f"{mark} ", style=style)
    line.append(str(played.step.keyword).strip() + " ", style="cyan")
    line.append(played.step.text, style="dim" if played.status == "not played" else "")
    console.print(line)
    for happening in played.happenings:
        if happening.verb not in _QUIET and happening.actor != "time":
            at = f"{to_datetime(happening.at_ms):%H:%M:%S}"
            style = "yellow" if happening.outcome != "ok" else "dim"
            parts = " ".join(part for part in (happening.actor, happening.verb, happening.target) if part)
            refusal = f"  → {happening.outcome}" if happening.outcome != "ok" else ""
            console.print(Text(f"    {at}  {parts}{refusal}", style=style))
    if played.problem:
        console.print(Text(f"    {played.problem}", style="bold red"))
    return day


def _promises(console: Console, pickle: Pickle) -> None:
    from rich.text import Text

    from lostphone.rules import Catalogue

    if not pickle.rules:
        return
    labels = _LABELS[pickle.language]
    console.print()
    console.print(Text(labels["promised"], style="bold"))
    catalogue = Catalogue.load()
    for rule_id in pickle.rules:
        rule = catalogue.rule(rule_id)
        console.print(Text(f"  {rule.statement(pickle.language)}"))
        console.print(Text(f"    {rule_id} · {labels['source']}: {rule.source[0]}", style="dim"))


def _names(story: Story, lang: str) -> dict[str, str]:
    """What the devices are called in that language."""
    from lostphone.gherkin.sentence import KINDS

    kind = KINDS["phone"]
    return {device: kind.format(lang, device) for device in story.world.devices}
