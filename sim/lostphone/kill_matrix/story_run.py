"""One story on one client of this process, crashes and all."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TypeAlias

from lostphone.client.mutants import NullClient, find_mutant
from lostphone.client.port import Client
from lostphone.client.reference import ReferenceClient
from lostphone.gherkin.pickles import Pickle, read_feature
from lostphone.gherkin.shipped import feature_files, features_root
from lostphone.kill_matrix.matrix import NULL, REFERENCE, StoryFailure
from lostphone.stories.contained import ContainedClient
from lostphone.stories.performance import PlayedStep, perform
from lostphone.stories.story import Story

MakeClient: TypeAlias = Callable[[], Client]


@cache
def stories() -> tuple[Pickle, ...]:
    """The English stories; their Japanese twins do the same."""
    paths = feature_files(features_root() / "en")
    return tuple(pickle for path in paths for pickle in read_feature(path, path.name).pickles)


def perform_on(pickle: Pickle, make_client: MakeClient) -> tuple[Story, list[PlayedStep]]:
    """Play a story on a client, whose crashes are failures of the story."""
    story = Story(
        lang=pickle.language,
        client=lambda: ContainedClient(make_client()),
        title=pickle.name,
        scenario_id=pickle.id,
        rules=pickle.rules,
    )
    with story:
        return story, perform(pickle, story)


def failure_of(pickle: Pickle, make_client: MakeClient) -> StoryFailure | None:
    """How the client fails the story, or None if it does not."""
    _, played = perform_on(pickle, make_client)
    for step in played:
        if step.status == "failed":
            return StoryFailure(pickle.id, pickle.rules, step.step.text, step.problem)
    return None


def client_of(name: str) -> MakeClient:
    """How to make the client of that name: a mutant's id, "null" or "reference"."""
    if name == NULL:
        return NullClient
    return ReferenceClient if name == REFERENCE else find_mutant(name).client
