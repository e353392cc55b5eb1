"""A story on a client that breaks has failed, says why, and leaves the way free for the next."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from wire_house import MISBEHAVING, PHONE, misbehaving

from lostphone.client.port import ClientBroke, NotSupported
from lostphone.client.process import ProcessClient
from lostphone.client.resolve import resolve
from lostphone.stories.actions.accounts import LookAtAccounts, OpenAuthenticator
from lostphone.stories.actions.phones import ErasePhone, FindPhone, GivePhone, LosePhone
from lostphone.stories.performance import perform
from lostphone.stories.story import Story


def story_on(client: ProcessClient) -> Story:
    story = Story(client=lambda: client, title="t", scenario_id="a.b", rules=("r",))
    story.do(GivePhone(PHONE, "Mika", "ios"))
    return story


def test_the_trace_tells_of_the_break_and_the_story_ends() -> None:
    client = misbehaving("crash")
    with story_on(client) as story:
        with pytest.raises(ClientBroke):
            story.do(OpenAuthenticator(PHONE))
        last = story.world.trace.happenings[-1]
        assert (last.actor, last.verb, last.outcome) == (PHONE, "open-app", "client-broke")
        with pytest.raises(ClientBroke):
            story.do(LookAtAccounts(PHONE))
    with story_on(client) as story:
        assert client.running
    client.close()


def test_what_a_client_does_not_know_is_in_the_trace_too() -> None:
    client = misbehaving("not-supported")
    with story_on(client) as story:
        with pytest.raises(NotSupported):
            story.do(OpenAuthenticator(PHONE))
        assert story.world.trace.happenings[-1].outcome == "not-supported"
    client.close()


def test_the_client_hears_what_the_story_is() -> None:
    heard = []
    client = misbehaving("", listener=heard.append)
    with story_on(client):
        pass
    client.close()
    started, ended = (line.text for line in heard if '"method":"scenario/' in line.text)
    assert '"id":"a.b","rules":["r"]' in started
    assert '"method":"scenario/end","params":{}' in ended


def test_a_scenario_with_a_broken_client_fails_at_its_step() -> None:
    from lostphone.cli.find import shipped_pickles

    pickle = next(pickle for pickle in shipped_pickles("en") if len(pickle.steps) > 2)
    with resolve(f"cmd:'{sys.executable}' '{MISBEHAVING}' crash") as source, Story(client=source) as story:
        played = perform(pickle, story)
    assert "failed" in [step.status for step in played]


# The folder of a client's own


def folder_of(story: Story) -> Path:
    found = story.stage.screens(PHONE).data_dir()
    assert found is not None
    return found


def test_a_folder_goes_where_the_phone_goes() -> None:
    story = story_on(misbehaving(""))
    folder = folder_of(story)
    (folder / "vault").write_text("kept")
    story.do(LosePhone(PHONE))
    assert not folder.exists()
    story.do(FindPhone(PHONE))
    assert (folder / "vault").read_text() == "kept"
    story.do(ErasePhone(PHONE))
    assert not folder.exists()
    fresh = folder_of(story)
    assert fresh != folder
    assert list(fresh.iterdir()) == []
    story.stage.client.close()
    story.close()
    assert not fresh.parent.exists()


def test_a_client_may_do_what_it_likes_with_its_folder() -> None:
    story = story_on(misbehaving(""))
    folder = folder_of(story)
    folder.rmdir()
    story.do(LosePhone(PHONE))
    folder.mkdir()
    (folder / "ghost").write_text("boo")
    story.do(FindPhone(PHONE))
    assert list(folder.iterdir()) == []
    story.stage.client.close()
    story.close()


@pytest.mark.parametrize("spec", ["reference", "py:lostphone.client.reference:ReferenceClient"])
def test_a_story_without_such_a_client_leaves_the_disk_alone(spec: str) -> None:
    with Story(client=resolve(spec)) as story:
        story.do(GivePhone(PHONE, "Mika", "ios"))
        assert story.world.own_folders._root is None
    Story().close()
