"""Histories to judge: the shipped stories, as what is done in them, and short ones made by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

from lostphone.client.port import Client
from lostphone.conformance.freezing import shipped_pickles
from lostphone.explore.session import ExplorerSession
from lostphone.gherkin.pickles import Pickle
from lostphone.oracles.oracle import Judgement
from lostphone.stories.actions import Action
from lostphone.stories.performance import perform
from lostphone.stories.recipe import Recipe
from lostphone.stories.story import Story, reference_client


@cache
def pickles() -> dict[str, Pickle]:
    """The shipped stories by name, read once."""
    return dict(shipped_pickles())


@cache
def shipped(name: str) -> tuple[Recipe, tuple[Action, ...]]:
    """What is done in a shipped story, its questions included."""
    with Story() as story:
        perform(pickles()[name], story)
        return story.saved().recipe, tuple(story.actions)


def judged(
    actions: Iterable[Action],
    make_client: Callable[[], Client] = reference_client,
    recipe: Recipe | None = None,
) -> list[Judgement]:
    """What is wrong in a history, and at its end."""
    with ExplorerSession(recipe or Recipe(), make_client) as session:
        for action in actions:
            session.do(action)
        return session.audit()
