"""A page for each scenario: its text, its pictures, what became of the accounts, what it rests on.

The rows of an outline share a page and have a place each on it (`#row-2`). Rows that differ only in what
is looked at share their pictures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

import msgspec
from markupsafe import Markup

from lostphone.base.clock import to_datetime
from lostphone.site.context import Context
from lostphone.site.drawing import definitions, sequence, shared, storyboard
from lostphone.site.page import Page
from lostphone.site.recorded import RecordedStory
from lostphone.stories.naming import refused_because
from lostphone.stories.telling import ToldSentence, tell


class StepTold(msgspec.Struct, frozen=True):
    """A step, its index, what happened in it, and the day if it is another one than before."""

    index: int
    day_ms: int | None
    told: tuple[ToldSentence, ...]


class Telling(msgspec.Struct, frozen=True):
    """A row with its pictures; `same_as` is the place of the row that shows the same ones, from 1, or 0."""

    story: RecordedStory
    storyboard: Markup
    sequence: Markup
    steps: tuple[StepTold, ...]
    same_as: int = 0


def pages(site: Context) -> Iterator[Page]:
    """`stories/ID.html` for every scenario that ran."""
    known = site.catalogue.situations
    for rows in site.scenarios.values():
        first = rows[0]
        tellings = _sharing(list(_tellings(rows)))
        yield site.page(
            "story.html",
            site.story_address(first.scenario),
            "stories",
            first=first,
            title=site.scenario_name(rows),
            tellings=tellings,
            definitions=Markup(definitions(one.storyboard for one in tellings)),
            rules=[site.catalogue.rules[id] for id in first.rules if id in site.catalogue.rules],
            situations=[known[id] for id in first.situations if id in known],
            refused=partial(refused_because, lang=site.lang),
        )


def _sharing(tellings: list[Telling]) -> list[Telling]:
    boards = shared([one.storyboard for one in tellings])
    return [
        msgspec.structs.replace(one, storyboard=Markup(board))
        for one, board in zip(tellings, boards, strict=True)
    ]


def _tellings(rows: Sequence[RecordedStory]) -> Iterator[Telling]:
    drawn: dict[tuple[str, str], int] = {}
    for place, story in enumerate(rows, 1):
        # The pictures escape what they show.
        pictures = storyboard(story), sequence(story)
        same_as = drawn.setdefault(pictures, place)
        if same_as != place:
            pictures = "", ""
        yield Telling(
            story,
            Markup(pictures[0]),
            Markup(pictures[1]),
            tuple(_steps(story)),
            same_as if same_as != place else 0,
        )


def _steps(story: RecordedStory) -> Iterator[StepTold]:
    def name(id: str) -> str:
        return story.names.get(id, id)

    today = ""
    for index, step in enumerate(story.steps):
        happenings = story.happenings[step.begin : step.end]
        day_ms = None
        if happenings:
            at_ms = happenings[-1].at_ms
            if (day := f"{to_datetime(at_ms):%Y-%m-%d}") != today:
                today, day_ms = day, at_ms
        told = tell(happenings, story.language, name)
        if told or day_ms is not None:
            yield StepTold(index, day_ms, tuple(told))
