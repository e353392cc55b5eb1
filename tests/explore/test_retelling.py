"""Histories told in sentences: nothing is lost, nothing is added, in either language."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sayable import ACTION_OF, HISTORIES, possible

from lostphone.client.reference import ReferenceClient
from lostphone.conformance.freezing import shipped_pickles
from lostphone.explore.finding import endings
from lostphone.gherkin.vocabulary import shipped_index
from lostphone.oracles.expectation import NotListed
from lostphone.stories.actions import KINDS, Action
from lostphone.stories.actions.accounts import AddMicrosoft
from lostphone.stories.performance import perform
from lostphone.stories.recording import Recording
from lostphone.stories.retelling import retell, retell_value
from lostphone.stories.story import Story


def said_again(texts: list[str], language: str) -> list[Action]:
    """What the steps of a feature would do."""
    story = Recording()
    for text in texts:
        [match] = shipped_index(language).find("given", text)
        match.sentence.function(story=story, **match.arguments())
    return story.actions


@pytest.mark.parametrize("language", ["en", "ja"])
@settings(deadline=None)
@given(HISTORIES)
def test_what_is_told_reads_back_to_the_same_actions(language: str, actions: list[Action]) -> None:
    told = retell(actions)
    assert said_again([sentence.text(language) for sentence in told], language) == actions


def test_nobody_adds_something_and_the_same_thing() -> None:
    added = [AddMicrosoft("Mika's iPhone", f"{who}@outlook.com") for who in ("mika", "kenji", "mika")]
    assert [said.text("en") for said in retell(added)] == [
        "Mika adds mika@outlook.com and kenji@outlook.com on the iPhone",
        "Mika adds mika@outlook.com on the iPhone",
    ]


def test_a_row_without_a_name_can_be_spoken_of() -> None:
    said = retell_value(NotListed("Mika's iPad", ("",)))
    assert said.text("en") == 'Mika\'s iPad does not list ""'
    assert said.sentence.match("ja", said.text("ja")) == {"phone": "Mika's iPad", "accounts": ("",)}


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
@settings(deadline=None, max_examples=25)
@given(st.data())
def test_every_kind_can_be_told_alone(kind: type[Action], data: st.DataObject) -> None:
    actions = possible([data.draw(ACTION_OF[kind])])
    [said] = retell(actions)
    assert said.actions == tuple(actions)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_what_shipped_stories_do_can_be_told_back(language: str) -> None:
    """Every seventh, refusals and all: what is told does the same again."""
    for pickle in list(shipped_pickles(language).values())[::7]:
        with Story(seed=pickle.seed, lang=language) as story:
            perform(pickle, story)
        actions = tuple(story.actions)
        told = retell(actions, endings(story.saved().recipe, actions, ReferenceClient))
        assert [action for said in told for action in said.actions] == list(actions)
