"""What an earlier search wrote down, looked at before it is gone on with: the file may come from elsewhere.

Of the paths in it only the names count, as files of the folder that was named. Commands, and what a history
was drawn from, are made anew.
"""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

from lostphone.base.foreign_text import one_line
from lostphone.explore.commands import command, inspect_command, replay_command, why_command
from lostphone.explore.exploration import FAULTS
from lostphone.explore.report import ReportedFinding
from lostphone.explore.session import hangs
from lostphone.explore.sweep import SweepPlan
from lostphone.gherkin.kinds import LANGUAGES
from lostphone.requirements import UnknownSet
from lostphone.rules import Catalogue
from lostphone.stories.recipe import Recipe

#: What `Finding.name` makes, and what is put behind it.
_NAME = re.compile(r"[a-z0-9-]{1,200}(\.[a-z]{2})?\.(story|feature)")


def check_plan(plan: SweepPlan) -> None:
    """ValueError for a plan that no search can have."""
    strange = [name for name in plan.faults if name not in FAULTS]
    if strange:
        raise ValueError(f"there is no kind of fault '{one_line(strange[0], 60)}'")
    try:
        assert plan.waived is not None
    except UnknownSet as error:
        raise ValueError(one_line(str(error))) from None


def reread(plan: SweepPlan, found: ReportedFinding, folder: Path) -> ReportedFinding:
    """The finding with its files where they have to be; ValueError for one that no search wrote."""
    if found.rule not in Catalogue.load().rules:
        raise ValueError(f"a finding is about the promise '{one_line(found.rule, 60)}', which there is not")
    try:
        for language in LANGUAGES:
            found.seen.text(language)
        is_hang = hangs(found.judgement)
    except (LookupError, ValueError, TypeError, AttributeError) as error:
        raise ValueError(f"a finding cannot be told ({type(error).__name__})") from None
    features = {language: _inside(folder, file) for language, file in found.features.items()}
    story = _inside(folder, found.story) if found.story else ""
    drawn = plan.exploration(found.run)
    placed = msgspec.structs.replace(found, features=features, story=story, drawn=drawn)
    return msgspec.structs.replace(placed, command=_command(plan, placed, is_hang))


def _inside(folder: Path, file: str) -> str:
    name = re.split(r"[/\\]", file)[-1]
    if not _NAME.fullmatch(name):
        raise ValueError(f"a finding names '{one_line(file, 80)}', which is no file of a search")
    return str(folder / name)


def _command(plan: SweepPlan, found: ReportedFinding, is_hang: bool) -> str:
    if not found.story:
        return "" if found.steps else inspect_command(plan.client)
    if found.whole:
        return replay_command(plan.client, found.story)
    if "en" not in found.features:
        return why_command(plan.client, found.story)
    limit_ms = plan.timeout_ms if is_hang else None
    return command(Recipe(client=plan.client, timeout_ms=limit_ms), found.features["en"])
