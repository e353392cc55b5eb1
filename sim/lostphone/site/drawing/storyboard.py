"""The storyboard: one lane a phone, time from left to right, a picture wherever a screen changed.

It is a list of moments with pictures in it, laid out by `assets/drawing.css`: in strips, one below the
other, with a lane for each phone; without lanes on a narrow screen and on paper. What a phone is in (at hand,
gone, offline, without power) is the line above its lane; it is said in words where it begins.
"""

from __future__ import annotations

from lostphone.site.drawing.moments import Event, Frame, StepChange, moments
from lostphone.site.drawing.screen import screen_picture
from lostphone.site.drawing.svg import element, letters
from lostphone.site.drawing.times import day, hour, later
from lostphone.site.drawing.words import say
from lostphone.site.recorded import RecordedStory

#: The style sheet has rows for that many phones; further ones share the last.
_LANES_MAX = 6


def storyboard(story: RecordedStory) -> str:
    """HTML with pictures, "" for a story in which nothing is to be seen.

    Every moment carries `data-step`, the index of its step in `story.steps`. The page needs the `definitions`
    of what its storyboards refer to, once.
    """
    found = moments(story)
    if not found:
        return ""
    listed = []
    before = None
    for moment in found:
        listed.append(_moment(story, moment, before))
        before = moment
    board = element("ol", "".join(listed), class_="lp-moments")
    label = say(story.language, "board.storyboard")
    return element("div", board, class_="lp-board", role="group", aria_label=label)


def _moment(story: RecordedStory, moment: StepChange, before: StepChange | None) -> str:
    parts = [_when(moment, before, story.language)]
    parts += [element("p", letters(note), class_="n") for note in moment.notes]
    lanes = [[item for item in moment.items if item.lane == lane] for lane in range(len(story.devices))]
    while len(lanes) > _LANES_MAX:
        lanes[_LANES_MAX - 1] += lanes.pop(_LANES_MAX)
    for lane, items in enumerate(lanes):
        place = f"d{lane + 1} {moment.lanes[lane]}"
        if items:
            inner = "".join(_item(story, item) for item in items)
            name = element("b", letters(story.devices[lane].name))
            parts.append(element("div", name + inner, class_=place))
        elif moment.lanes[lane]:
            parts.append(element("i", class_=place))
    return element("li", "".join(parts), data_step=moment.step)


def _when(moment: StepChange, before: StepChange | None, language: str) -> str:
    """The piece of the time axis: the step's number, how much later, the day if it is a new one, the hour."""
    number = element("b", str(moment.step + 1), title=say(language, "board.step", number=moment.step + 1))
    told = [number]
    today = day(moment.at_ms, language)
    if before is not None and (gap := later(moment.at_ms - before.at_ms, language)):
        told.append(element("em", letters(gap)))
    if before is None or day(before.at_ms, language) != today:
        told.append(element("span", letters(today)))
    if before is None or moment.at_ms != before.at_ms:
        told.append(hour(moment.at_ms))
    return element("p", " ".join(told), class_="w")


def _item(story: RecordedStory, item: Frame | Event) -> str:
    if isinstance(item, Event):
        return element("p", letters(item.words), class_=f"e {item.verb}")
    return screen_picture(item.view, story.devices[item.lane].platform, story.language, item.clock)
