"""A finding as a report has it, and how a failing history becomes one: minimised, told, and written.

A history that nobody had the time to minimise is kept whole: only its actions are written, and a search
that goes on begins with it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

import msgspec

from lostphone.base.foreign_text import one_line
from lostphone.client.port import Client
from lostphone.explore.commands import inspect_command
from lostphone.explore.exploration import Exploration
from lostphone.explore.finding import Finding
from lostphone.explore.minimize import shortest
from lostphone.explore.reproduce import reproduce
from lostphone.explore.session import hangs
from lostphone.explore.sweep import Players, SweepFailure, SweepPlan
from lostphone.explore.writing import UNWRITTEN, WrittenFinding, write_finding, write_whole
from lostphone.gherkin.sighting import Sighting
from lostphone.oracles.judges.nothing_in_clear import made_by_comparing
from lostphone.oracles.oracle import Judgement
from lostphone.stories.actions.base import Action
from lostphone.stories.recipe import BadStory, Recipe, check_times, read_story


class ReportedFinding(msgspec.Struct, frozen=True):
    """A finding as a report has it.

    `features` are files by language, and empty where no story fails as it was found; `story` is "" where
    nothing could be written. `drawn` is what the history it was found in
    was drawn from. One that is `whole` is not minimised yet.
    """

    oracle: str
    rule: str
    seen: Sighting
    run: int
    steps: int
    features: dict[str, str]
    story: str
    command: str
    drawn: Exploration
    whole: bool = False

    @property
    def judgement(self) -> Judgement:
        """What was wrong, but for what should have been seen."""
        return Judgement(self.oracle, self.rule, "invalid", self.seen)


class Lost(ValueError):
    """The actions of a finding that was kept whole are not there any more; the message says which and why."""


def minimised(
    failure: SweepFailure, players: Players, waived: Collection[str], tell_tries: Callable[[int], None]
) -> Finding:
    """The finding for a failure. `tell_tries` hears of each history played on the way.

    While a client that does not answer is tried again and again it is not waited for as long as it may take;
    what is left is then seen with all the time it has.
    """
    if hangs(failure.judgement):
        with players.in_haste():
            finding = _minimised(failure, players, waived, tell_tries)
        seen = reproduce(finding.recipe, finding.actions, players, players.frozen, waived)
        if seen is not None and seen.key == finding.judgement.key:
            return msgspec.structs.replace(finding, judgement=seen)
    return _minimised(failure, players, waived, tell_tries)


def _minimised(
    failure: SweepFailure, players: Players, waived: Collection[str], tell_tries: Callable[[int], None]
) -> Finding:
    tries, compares = 0, made_by_comparing(failure.judgement)

    def plays(recipe: Recipe, actions: Sequence[Action], make: Callable[[], Client]) -> Judgement | None:
        nonlocal tries
        tries += 1
        tell_tries(tries)
        return reproduce(recipe, actions, make, players.frozen, waived, compares)

    return shortest(failure.recipe, failure.actions, failure.judgement, plays, players, players.frozen)


def written(
    plan: SweepPlan, number: int, finding: Finding, players: Players, folder: Path
) -> ReportedFinding:
    """Write the files of a finding of that run; OSError."""
    with players.in_haste() if hangs(finding.judgement) else contextlib.nullcontext():
        return _found(plan, number, finding, write_finding(folder, finding, players, players.frozen))


def unwritten(plan: SweepPlan, number: int, finding: Finding) -> ReportedFinding:
    """A finding that there is no room for, to be told at least."""
    return _found(plan, number, finding, UNWRITTEN)


def kept_whole(plan: SweepPlan, failure: SweepFailure, folder: Path) -> ReportedFinding:
    """Write the actions of a failure as they are; OSError."""
    finding = Finding(failure.judgement, failure.recipe, failure.actions, failure.recipe.seed)
    return _found(plan, failure.number, finding, write_whole(folder, finding), whole=True)


def never_began(plan: SweepPlan, failure: SweepFailure, _folder: Path) -> ReportedFinding:
    """A client that broke before it was asked for anything: there is no story to tell, only its lines."""
    one = failure.judgement
    command = inspect_command(failure.recipe.client)
    drawn = plan.exploration(failure.number)
    return ReportedFinding(one.oracle, one.rule, _seen(one), failure.number, 0, {}, "", command, drawn)


def failure_of(plan: SweepPlan, found: ReportedFinding) -> SweepFailure:
    """The failure that was kept whole, read from its file; Lost. The client is the plan's."""
    try:
        saved = read_story(Path(found.story).read_bytes())
        check_times(saved)
    except OSError as error:
        raise Lost(f"{found.story} cannot be read: {error.strerror}") from None
    except BadStory as error:
        raise Lost(f"{found.story}, {one_line(str(error))}") from None
    own = msgspec.structs.replace(saved.recipe, client=plan.client)
    return SweepFailure(found.run, found.judgement, own, saved.actions)


def _seen(judgement: Judgement) -> Sighting:
    assert judgement.seen is not None
    return judgement.seen


def _found(
    plan: SweepPlan, number: int, finding: Finding, files: WrittenFinding, whole: bool = False
) -> ReportedFinding:
    return ReportedFinding(
        finding.judgement.oracle,
        finding.judgement.rule,
        _seen(finding.judgement),
        number,
        files.steps or len(finding.actions),
        {language: str(file) for language, file in files.features.items()},
        "" if files.story is None else str(files.story),
        files.command,
        plan.exploration(number),
        whole,
    )
