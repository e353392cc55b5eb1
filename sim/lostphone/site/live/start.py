"""What the start page shows without a script: every situation, with the stories that tell it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from lostphone.rules import Catalogue
from lostphone.site.recorded import RecordedStory


@dataclass(frozen=True)
class StoryLink:
    """A story's name, and its address from the folder of its language."""

    name: str
    address: str


@dataclass(frozen=True)
class ToldSituation:
    """A situation of the catalogue, and the stories that tell it."""

    title: str
    stories: list[StoryLink] = field(default_factory=list)


@dataclass(frozen=True)
class SituationGroup:
    """The situations that one feature tells first."""

    name: str
    situations: list[ToldSituation] = field(default_factory=list)


def situation_groups(
    lang: str, stories: Sequence[RecordedStory], address: Callable[[str], str]
) -> list[SituationGroup]:
    """Every situation that a story tells, in the group of the feature that tells it first, in their order.

    Of the rows of an outline one stands for all. What any authenticator owes comes last: it is seldom
    what brings somebody here.
    """
    told: dict[str, ToldSituation] = {}
    groups: dict[str, SituationGroup] = {}
    linked: set[tuple[str, str]] = set()
    catalogue = Catalogue.load()
    for story in sorted(stories, key=lambda story: _owed_by_any(catalogue, story)):
        # A feature that is being edited may name one that there is none of.
        for situation in filter(catalogue.situations.__contains__, story.situations):
            if situation not in told:
                told[situation] = ToldSituation(catalogue.situations[situation].title.read(lang))
                group = groups.setdefault(story.feature, SituationGroup(story.feature))
                group.situations.append(told[situation])
            if (situation, scenario := story.id.partition("#")[0]) not in linked:
                linked.add((situation, scenario))
                told[situation].stories.append(StoryLink(story.name, address(story.id)))
    return list(groups.values())


def _owed_by_any(catalogue: Catalogue, story: RecordedStory) -> bool:
    rules = [catalogue.rules[rule] for rule in story.rules if rule in catalogue.rules]
    return all(rule.requirement == "core" for rule in rules)
