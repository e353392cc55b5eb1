"""Actions are data: every kind survives being written and read, and has somebody who plays it."""

import pickle

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lostphone.stories import players
from lostphone.stories.actions import KINDS, Action, decode, encode
from lostphone.stories.actions.clouds import CreateAppleAccount
from lostphone.stories.recipe import BadStory, Recipe, SavedStory, read_story, write_story
from lostphone.stories.stage import _PLAYERS

ACTIONS = st.one_of([st.from_type(kind) for kind in KINDS.values()])
ANSWERS = st.dictionaries(st.sampled_from(["Q01", "Q05"]), st.text(max_size=8), max_size=2)
RECIPES = st.builds(
    Recipe,
    st.integers(0, 2**63 - 1),
    st.integers(0, 2**50),
    ANSWERS,
    st.text(),
    st.sampled_from(["en", "ja"]),
)
STORIES = st.builds(SavedStory, RECIPES, st.text(), st.lists(ACTIONS, max_size=6).map(tuple))


@pytest.fixture(autouse=True, scope="module")
def _loaded() -> None:
    players.load()


@given(ACTIONS)
def test_an_action_comes_back_equal(action: Action) -> None:
    assert decode(encode(action)) == action


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_kind_of_action_is_played_and_told(kind: type[Action]) -> None:
    assert kind in _PLAYERS
    assert kind.__doc__
    assert kind.__doc__.strip().endswith(".")


def test_nobody_plays_what_does_not_exist() -> None:
    assert set(_PLAYERS) == set(KINDS.values())


def test_an_unknown_action_is_refused_with_its_name() -> None:
    with pytest.raises(msgspec.ValidationError, match="drop-phone"):
        decode(b'{"do":"drop-phone","phone":"x"}')


@given(STORIES)
def test_a_story_comes_back_equal(story: SavedStory) -> None:
    assert read_story(write_story(story)) == story


@given(STORIES, st.data())
def test_a_story_cut_short_is_noticed(story: SavedStory, data: st.DataObject) -> None:
    lines = write_story(story).splitlines(keepends=True)
    cut = data.draw(st.integers(0, len(lines) - 1))
    with pytest.raises(BadStory, match="line"):
        read_story(b"".join(lines[:cut]))


@given(STORIES)
def test_a_story_from_another_process_or_a_file_is_written_alike(story: SavedStory) -> None:
    """Its defaults are equal to ours there, and not the same objects."""
    written = write_story(story)
    assert write_story(pickle.loads(pickle.dumps(story))) == written
    assert write_story(read_story(written)) == written


def test_defaults_are_left_out_wherever_the_story_comes_from() -> None:
    story = SavedStory(Recipe(), "x", (CreateAppleAccount("mika@icloud.com", "Mika"),))
    for one in (story, pickle.loads(pickle.dumps(story))):
        assert b'"recipe":{}' in write_story(one)
        assert b'"organisation"' not in write_story(one)


@pytest.mark.parametrize(
    ("line", "content", "said"),
    [
        (1, b"not json", "line 1"),
        (1, b'{"format":"other/9"}', "other/9"),
        (2, b'{"do":"wait"}', "line 2.*duration_ms"),
        (2, b'{"do":"wait","duration_ms":"long"}', "line 2"),
        (1, b'{"format":"\x80"}', "line 1"),
        (2, b'{"do":"\x80"}', "line 2"),
    ],
)
def test_a_bad_line_is_named(line: int, content: bytes, said: str) -> None:
    from lostphone.stories.actions.time import Wait

    lines = write_story(SavedStory(Recipe(), "x", (Wait(1),))).splitlines()
    lines[line - 1] = content
    with pytest.raises(BadStory, match=said):
        read_story(b"\n".join(lines))
