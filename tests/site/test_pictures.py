"""The pictures of every shipped story, in both languages, and of names that nobody should have."""

from __future__ import annotations

import json
from functools import cache
from typing import NamedTuple
from xml.etree import ElementTree

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lostphone.base.trace import Happening
from lostphone.gherkin.pickles import parse_feature
from lostphone.site.drawing import definitions, screen_picture, sequence, shared, storyboard
from lostphone.site.drawing.lettering import width, wrap
from lostphone.site.drawing.messages import Message, messages
from lostphone.site.drawing.moments import Event, moments
from lostphone.site.recorded import RecordedDevice, RecordedStep, RecordedStory
from lostphone.site.recording import record, record_run


@cache
def stories() -> tuple[RecordedStory, ...]:
    return record_run().stories


class Drawn(NamedTuple):
    """A story with its pictures, as they are written and as they are read."""

    story: RecordedStory
    board: str
    board_tree: ElementTree.Element
    sequence_tree: ElementTree.Element


@cache
def drawn() -> tuple[Drawn, ...]:
    pictures = [(story, storyboard(story), sequence(story)) for story in stories()]
    return tuple(Drawn(story, board, tree(board), tree(talk)) for story, board, talk in pictures)


def tree(markup: str) -> ElementTree.Element:
    return ElementTree.fromstring(f"<page>{markup}</page>")


def test_every_story_is_drawn_well_formed_and_refers_to_nothing_that_is_not_there():
    for story, board, board_tree, sequence_tree in drawn():
        shared = tree(definitions([board]))
        ids = [element.get("id") for page in (shared, board_tree, sequence_tree) for element in page.iter()]
        ids = [one for one in ids if one]
        assert len(ids) == len(set(ids))
        assert {use.get("href", "")[1:] for use in board_tree.iter("use")} == set(ids), story.id


def test_a_screen_that_is_referred_to_is_the_one_that_was_drawn():
    """Every storyboard twice on a page: what the second refers to is what it showed, in pictures and words."""
    for _story, board, _board_tree, _sequence in drawn():
        page = tree("".join(shared([board, board])))
        drawings = {group.get("id"): group for group in page.iter("g") if group.get("id")}
        titles = {title.get("id"): title.text for title in page.iter("title") if title.get("id")}
        screens = [svg for svg in page.iter("svg") if svg.get("role") == "img"]
        whole = [svg for svg in tree(board + board).iter("svg") if svg.get("role") == "img"]
        assert len(screens) == len(whole)
        for one, other in zip(screens, whole, strict=True):
            assert (one.get("class"), one.get("viewBox")) == (other.get("class"), other.get("viewBox"))
            title = one.find("title")
            told = titles[one.get("aria-labelledby")] if title is None else title.text
            assert told == other.findtext("title")
            inner = one.find("g") if title is not None else drawings[one.find("use").get("href")[1:]]
            parts = [ElementTree.tostring(part) for part in (one if inner is None else inner)]
            assert [part for part in parts if not part.startswith(b"<title")] == [
                ElementTree.tostring(part) for part in other if part.tag != "title"
            ]


def test_a_moment_shows_exactly_what_changed_on_a_phone_in_its_step():
    for story, _board, board_tree, _sequence in drawn():
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
        shown_in = {int(moment.get("data-step", "")): moment for moment in board_tree.iter("li")}
        for number, count in expected.items():
            pictures = list(shown_in[number].iter("svg")) if number in shown_in else []
            assert len(pictures) == count, (story.id, number)
        assert list(shown_in) == sorted(shown_in)


def test_time_that_passes_is_said_where_nothing_else_is_to_be_seen():
    (told,) = (
        one for one in drawn() if one.story.id == "ms.autofill.edge-after-loss" and one.story.language == "en"
    )
    last = list(told.board_tree.iter("li"))[-1]
    number = len(told.story.steps) - 1
    assert last.get("data-step") == str(number - 1)
    assert "".join(last.itertext()) == f"{number} about 3 months later 15 Aug 2025 00:00"


NIGHTS = """
Feature: A phone on the table
  Scenario: Its clock is off, and so is its charger
    Given it is 3 November 2025
    And Mika uses an iPhone
    And the clock of Mika's iPhone is 31 seconds slow
    And Mika leaves the iPhone charging on Wi-Fi overnight
    And Mika leaves the iPhone on Wi-Fi without power overnight
    When the clock of Mika's iPhone is two minutes fast
    Then Mika's iPhone lists 0 accounts
"""


def test_how_far_a_clock_is_off_and_how_a_phone_lies_there_is_said():
    told = parse_feature(NIGHTS, "nights.feature")
    story = record(told, told.pickles[0])
    assert story.passed
    said = [[item.words for item in moment.items if isinstance(item, Event)] for moment in moments(story)]
    assert said == [
        ["Set up"],
        ["Clock is 31 seconds slow"],
        ["Locked", "Charging", "iCloud Backup made"],
        ["Locked"],
        ["Clock is 2 minutes fast"],
        [],
    ]


def test_a_lost_phone_is_said_to_be_lost_in_both_languages():
    for story, _board, board_tree, _sequence in drawn():
        if not any(happening.verb == "lose-phone" for happening in story.happenings):
            continue
        said = {element.text for element in board_tree.iter("p") if "lose-phone" in element.get("class", "")}
        assert said == {"Lost" if story.language == "en" else "紛失"}, story.id


def test_texts_stay_inside_their_screen_and_lines_do_not_overlap():
    for story, _board, board_tree, _sequence in drawn():
        for picture in board_tree.iter("svg"):
            if picture.get("class") == "lps-defs":
                continue
            height = float(picture.get("viewBox", "").split()[3])
            below = 0.0
            for text in picture.iter("text"):
                y = float(text.get("y", ""))
                assert 10 < y < height - 12, (story.id, text.text)
                if text.get("class") not in ("i", "z", "a e"):
                    assert y - below >= 12, (story.id, text.text)
                    below = y


def test_nobody_talks_in_a_step_in_which_nothing_happened_and_both_languages_tell_the_same():
    told = {(story.id, story.language): messages(story) for story in stories()}
    for (story_id, language), sent in told.items():
        twin = told[story_id, "ja" if language == "en" else "en"]
        assert [_shape(message) for message in sent] == [_shape(message) for message in twin], story_id
    for story in stories():
        for message in told[story.id, story.language]:
            assert story.steps[message.step].begin < story.steps[message.step].end
            assert message.words or message.refusal, (story.id, message)
            assert "{" not in message.words


def _shape(message: Message) -> tuple[object, ...]:
    return message.step, message.at_ms, message.source, message.target, bool(message.refusal), message.times


def test_a_refused_restore_is_said_to_be_refused_and_its_arrow_does_not_arrive():
    story = next(
        one for one in stories() if one.id == "ms.ios1.right-account-after-wrong" and one.language == "en"
    )
    refused = [message for message in messages(story) if message.refusal]
    assert [(message.source, message.target) for message in refused] == [("Kenji's new iPhone", "Kenji")]
    drawn = list(tree(sequence(story)).iter("path"))
    assert sum(path.get("class") == "r s" for path in drawn) == 1
    assert "refused because the backup is not stored with that account" in " ".join(
        element.text or "" for element in tree(sequence(story)).iter("text")
    )


def test_the_words_of_a_sequence_stay_inside_the_picture_and_above_each_other():
    for story, _board, _tree, sequence_tree in drawn():
        assert outside(sequence_tree) == [], story.id
        for group in sequence_tree.iter("g"):
            ys = [
                float(text.get("y", ""))
                for text in group.iter("text")
                if text.get("class") in (None, "i", "e")
            ]
            assert ys == sorted(ys)
            assert len(ys) == len(set(ys)), story.id


def outside(diagram: ElementTree.Element) -> list[str]:
    """The texts of a sequence diagram that leave it."""
    found = []
    for picture in diagram.iter("svg"):
        wide, tall = (float(one) for one in picture.get("viewBox", "").split()[2:])
        numbers = [text for group in picture.iter("g") if group.get("class") == "k" for text in group]
        for text in picture.iter("text"):
            if text in numbers or text.get("class") in ("w", "z"):
                continue
            x, y = float(text.get("x", "")), float(text.get("y", ""))
            half = width(text.text or "", 12) / 2
            if not (8 < y < tall and -1 <= x - half <= x + half <= wide + 1):
                found.append(text.text or "")
    return found


def test_pictures_are_the_same_in_every_run():
    story = stories()[0]
    again = msgspec.msgpack.decode(msgspec.msgpack.encode(story), type=RecordedStory)
    assert storyboard(again) == storyboard(story)
    assert sequence(again) == sequence(story)


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
        assert float(next(tree(picture).iter("svg")).get("viewBox", "").split()[3]) < 700
    story = _hostile(name, platform, view)
    assert outside(tree(sequence(story))) == []
    board = storyboard(story) + sequence(story)
    assert {element.tag for element in tree(board).iter()} & {"script"} == set()
    assert all(not any(key.startswith("on") for key in element.attrib) for element in tree(board).iter())


def _hostile(name: str, platform: str, view: dict[str, object]) -> RecordedStory:
    happenings = (
        Happening(0, "phone", "give-phone", name),
        Happening(1000, "phone", "screen", "accounts", "ok", {"view": json.dumps(view)}),
        Happening(2000, "phone", "partition", name),
        Happening(3000, "phone", "sign-in-icloud", name, name),
        Happening(4000, "phone", "lose-phone"),
    )
    steps = tuple(RecordedStep("Given", name, "given", "passed", n, n + 1) for n in range(5))
    device = RecordedDevice("phone", platform, name, name)
    return RecordedStory(
        name, "ja", "", 1, "", "", name, (), (), (), steps, happenings, (device,), {"phone": name}
    )


def test_the_shared_parts_are_only_those_in_use():
    picture = screen_picture({"name": "backup", "title": "Backup"}, "android", "en")
    assert "lp-ak" in definitions([picture])
    assert "lp-ih" not in definitions([picture])
    assert "lp-ih" in definitions()


@given(st.text(max_size=80), st.integers(20, 200))
@settings(max_examples=150)
def test_no_line_is_wider_than_its_room_and_no_letter_is_lost(text, room):
    lines = wrap(text, 12, room)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width(line, 12) <= room for line in lines if len(line) > 1 or room >= 24)
