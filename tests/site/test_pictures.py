"""The pictures of every shipped story, in both languages, and of names that nobody should have."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lostphone.gherkin.performance import perform
from lostphone.gherkin.pickles import read_feature
from lostphone.gherkin.sentence import KINDS
from lostphone.gherkin.shipped import feature_files, features_root
from lostphone.history.story import Story
from lostphone.site.drawing import definitions, screen_picture, storyboard
from lostphone.site.drawing.lettering import width, wrap
from lostphone.site.recorded import RecordedDevice, RecordedStep, RecordedStory
from lostphone.trace import Happening

KINDS_OF_STEP = {"Context": "given", "Action": "when", "Outcome": "then"}


@cache
def stories() -> tuple[RecordedStory, ...]:
    return tuple(_play())


def _play() -> Iterator[RecordedStory]:
    for lang in ("en", "ja"):
        for path in feature_files(features_root() / lang):
            for pickle in read_feature(path, path.name).pickles:
                story = Story(seed=0, lang=lang, title=pickle.name)
                steps, begin = [], 0
                for played in perform(pickle, story):
                    end = begin + len(played.happenings)
                    kind = KINDS_OF_STEP.get(str(played.step.type), "given")
                    steps.append(RecordedStep("", played.step.text, kind, played.status, begin, end))
                    begin = end
                yield _recorded(pickle.id, lang, tuple(steps), story)


def _recorded(story_id: str, lang: str, steps: tuple[RecordedStep, ...], story: Story) -> RecordedStory:
    names = {device: KINDS["phone"].format(lang, device) for device in story.world.devices}
    names |= {person: KINDS["person"].format(lang, person) for person in story.world.people}
    devices = tuple(
        RecordedDevice(device.id, device.platform, device.owner, names[device.id])
        for device in story.world.devices.values()
    )
    happenings = tuple(story.world.trace)
    return RecordedStory(story_id, lang, "", 1, "", "", "", (), (), (), steps, happenings, devices, names)


def tree(markup: str) -> ElementTree.Element:
    return ElementTree.fromstring(f"<page>{markup}</page>")


def test_every_story_is_drawn_well_formed_and_refers_to_nothing_that_is_not_there():
    for story in stories():
        page = tree(storyboard(story))
        ids = [element.get("id") for element in page.iter() if element.get("id")]
        assert len(ids) == len(set(ids))
        for use in page.iter("use"):
            assert use.get("href", "")[1:] in ids, story.id


def test_a_moment_shows_exactly_what_changed_on_a_phone_in_its_step():
    for story in stories():
        expected = dict.fromkeys(range(len(story.steps)), 0)
        shown: dict[str, object] = {}
        for number, step in enumerate(story.steps):
            last = {}
            for happening in story.happenings[step.begin : step.end]:
                if happening.verb in ("erase-phone", "sell-phone"):
                    shown.pop(happening.actor, None)
                if happening.verb == "screen":
                    last[happening.actor] = happening.detail["view"]
            expected[number] = sum(shown.get(phone) != view for phone, view in last.items())
            shown |= last
        drawn = {int(moment.get("data-step", "")): moment for moment in tree(storyboard(story)).iter("li")}
        for number, count in expected.items():
            pictures = list(drawn[number].iter("svg")) if number in drawn else []
            assert len(pictures) == count, (story.id, number)
        assert list(drawn) == sorted(drawn)


def test_a_lost_phone_is_said_to_be_lost_in_both_languages():
    for story in stories():
        if not any(happening.verb == "lose-phone" for happening in story.happenings):
            continue
        said = {
            element.text
            for element in tree(storyboard(story)).iter("p")
            if "lose-phone" in element.get("class", "")
        }
        assert said == {"Lost" if story.language == "en" else "紛失"}, story.id


def test_texts_stay_inside_their_screen_and_lines_do_not_overlap():
    for story in stories():
        for picture in tree(storyboard(story)).iter("svg"):
            if picture.get("class") == "lps-defs":
                continue
            height = float(picture.get("height", ""))
            below = 0.0
            for text in picture.iter("text"):
                y = float(text.get("y", ""))
                assert 10 < y < height - 12, (story.id, text.text)
                if text.get("class") not in ("n", "i", "z", "a e"):
                    assert y - below >= 12, (story.id, text.text)
                    below = y


@pytest.mark.parametrize(
    "name",
    [
        "</text><script>alert(1)</script>",
        "\u202egnp.exe\u202c",
        "شركة \u200fالهاتف",
        "𓀀" * 300,
        "a" * 300,
        "👩‍👩‍👧‍👦" * 40,
        "\x00\x1b[31m\ud800",
        '" onload="x',
        "&amp;&#x3c;",
        " \n\t ",
    ],
)
@pytest.mark.parametrize("platform", ["ios", "android"])
def test_hostile_names_stay_text(name, platform):
    view = {
        "name": "accounts",
        "title": name,
        "message": name,
        "rows": [{"title": name, "subtitle": name, "code": "••••••", "action": name}],
        "toggles": [{"label": name, "on": True}],
        "buttons": [name, "OK"],
    }
    for which in (view, view | {"name": "message"}):
        picture = screen_picture(which, platform, "en", "09:41")
        found = {element.tag for element in tree(picture).iter()} - {"page"}
        assert found <= {"svg", "title", "use", "text", "path"}
        assert float(next(tree(picture).iter("svg")).get("height", "")) < 700
    story = _hostile(name, platform, view)
    board = storyboard(story)
    assert {element.tag for element in tree(board).iter()} & {"script"} == set()
    assert all(not any(key.startswith("on") for key in element.attrib) for element in tree(board).iter())


def _hostile(name: str, platform: str, view: dict[str, object]) -> RecordedStory:
    happenings = (
        Happening(0, "phone", "give-phone", name),
        Happening(1000, "phone", "screen", "accounts", "ok", {"view": json.dumps(view)}),
        Happening(2000, "phone", "partition", name),
        Happening(3000, "phone", "lose-phone"),
    )
    steps = tuple(RecordedStep("Given", name, "given", "passed", n, n + 1) for n in range(4))
    device = RecordedDevice("phone", platform, name, name)
    return RecordedStory(
        name, "ja", "", 1, "", "", name, (), (), (), steps, happenings, (device,), {"phone": name}
    )


def test_the_shared_parts_are_only_those_in_use():
    picture = screen_picture({"name": "backup", "title": "Backup"}, "android", "en")
    assert "lp-ak" in definitions(picture)
    assert "lp-ih" not in definitions(picture)
    assert "lp-ih" in definitions()


@given(st.text(max_size=80), st.integers(20, 200))
@settings(max_examples=150)
def test_no_line_is_wider_than_its_room_and_no_letter_is_lost(text, room):
    lines = wrap(text, 12, room)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width(line, 12) <= room for line in lines if len(line) > 1 or room >= 24)
