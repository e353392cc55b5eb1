"""The moments of a story: what changed on which phone in which step, for the storyboard.

Phones show the same screen again and again; a moment keeps a screen only when it is not what the phone
showed last, so that every picture has something new to say.
"""

from __future__ import annotations

import json
from datetime import UTC
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from lostphone.base.clock import MINUTE_MS, to_datetime
from lostphone.base.trace import Happening
from lostphone.site.drawing.times import span
from lostphone.site.drawing.words import knows, say, term
from lostphone.site.recorded import RecordedDevice, RecordedStory
from lostphone.stories.telling import tell


class Frame(msgspec.Struct, frozen=True):
    """A phone showed this screen. `clock` is the phone's own time, "" where its clock is off."""

    lane: int
    view: dict[str, Any]
    clock: str


class Event(msgspec.Struct, frozen=True):
    """Something became of a phone; `verb` is the trace's, `words` are the reader's."""

    lane: int
    verb: str
    words: str


class StepChange(msgspec.Struct, frozen=True):
    """What one step changed. `lanes` has the state of every phone after it, "" before there is one."""

    step: int
    at_ms: int
    items: tuple[Frame | Event, ...]
    notes: tuple[str, ...]
    lanes: tuple[str, ...]


#: What state a phone is in after a verb: at hand, gone for good or for now, offline, without power.
_STATES = {
    "give-phone": "o",
    "lose-phone": "x",
    "find-phone": "o",
    "break-phone": "x",
    "sell-phone": "x",
    "crash-phone": "z",
    "boot-phone": "o",
    "partition": "f",
    "heal": "o",
}


def moments(story: RecordedStory) -> list[StepChange]:
    """In order, one for each step that changed something to see or let time pass."""
    reader = _MomentReader(story)
    found = []
    for number, step in enumerate(story.steps):
        moment = reader.read(number, story.happenings[step.begin : step.end])
        if moment is not None:
            found.append(moment)
    return found


class _MomentReader:
    """Reads happenings and remembers what every phone last showed and how it was."""

    def __init__(self, story: RecordedStory) -> None:
        self._story = story
        self._lanes = {device.id: lane for lane, device in enumerate(story.devices)}
        self._shown: dict[str, object] = {}
        self._states = [""] * len(story.devices)
        self._zones: dict[str, str] = {}
        self._skewed: set[str] = set()
        #: In which step a phone was locked, put on the charger or taken off Wi-Fi.
        self._away: dict[tuple[str, str], int] = {}
        self._step = 0
        #: When the last thing happened that was put down.
        self._at_ms = 0

    def read(self, number: int, happenings: tuple[Happening, ...]) -> StepChange | None:
        self._step = number
        events: list[Frame | Event] = []
        notes: list[str] = []
        last: dict[str, Happening] = {}
        for happening in happenings:
            if happening.verb == "screen" and happening.actor in self._lanes:
                last[happening.actor] = happening
            elif happening.outcome in ("ok", "warned"):
                self._keep(happening, events, notes)
        new = [one for one in last.values() if self._is_new(one)]
        frames = [self._frame(one) for one in new]
        if not events and not frames and not notes:
            return self._passed(number, happenings)
        items = sorted([*events, *frames], key=lambda item: item.lane)
        self._at_ms = max([one.at_ms for one in new], default=self._at_ms)
        return StepChange(number, self._at_ms, tuple(items), tuple(notes), tuple(self._states))

    def _passed(self, number: int, happenings: tuple[Happening, ...]) -> StepChange | None:
        """Nothing was to be seen: a moment only if time went by, once there are phones that it passed on."""
        at_ms = max([one.at_ms for one in happenings if one.verb in ("wait", "wait-until")], default=0)
        if not any(self._states) or at_ms < self._at_ms + MINUTE_MS:
            return None
        self._at_ms = at_ms
        return StepChange(number, at_ms, (), (), tuple(self._states))

    def _is_new(self, screen: Happening) -> bool:
        before = self._shown.get(screen.actor)
        self._shown[screen.actor] = screen.detail["view"]
        return before != screen.detail["view"]

    def _frame(self, screen: Happening) -> Frame:
        clock = ""
        if screen.actor not in self._skewed:
            zone = ZoneInfo(self._zones[screen.actor]) if screen.actor in self._zones else UTC
            clock = f"{to_datetime(screen.at_ms).astimezone(zone):%H:%M}"
        return Frame(self._lanes[screen.actor], json.loads(str(screen.detail["view"])), clock)

    def _keep(self, happening: Happening, events: list[Frame | Event], notes: list[str]) -> None:
        """Put down what became of a phone, or of the world around it."""
        verb = happening.verb
        device = happening.actor
        if verb in ("forget-passcode", "back-up"):
            device = happening.target
        if device in self._lanes:
            lane = self._lanes[device]
            self._remember(device, lane, happening)
            if not self._is_told(happening):
                return
            words = state_words(happening, self._story.devices[lane], self._story)
            if words and not any(isinstance(one, Event) and one.words == words for one in events):
                events.append(Event(lane, verb, words))
                self._at_ms = happening.at_ms
        elif knows(f"world.{verb}"):
            words = self._world_words(happening)
            if words and words not in notes:
                notes.append(words)
                self._at_ms = happening.at_ms

    def _remember(self, device: str, lane: int, happening: Happening) -> None:
        self._states[lane] = _STATES.get(happening.verb, self._states[lane])
        if happening.verb == "skew-clock":
            self._skewed.add(device)
        elif happening.verb == "unskew-clock":
            self._skewed.discard(device)
        elif happening.verb == "set-time-zone":
            self._zones[device] = happening.target
        elif happening.verb in ("erase-phone", "sell-phone"):
            self._shown.pop(device, None)

    def _is_told(self, happening: Happening) -> bool:
        """How a phone lies there is told where it is out of the ordinary, and its end if that comes later."""
        if happening.verb != "set-phone":
            return True
        key = happening.actor, happening.target
        if happening.detail["on"] != (happening.target == "on_wifi"):
            self._away[key] = self._step
            return True
        return self._away.pop(key, self._step) != self._step

    def _world_words(self, happening: Happening) -> str:
        language = self._story.language
        if not knows(f"world.{happening.verb}"):
            return "".join(told.text for told in tell([happening], language, self._name))
        details = {key: self._name(str(value)) for key, value in happening.detail.items()}
        actor, target = self._name(happening.actor), self._name(happening.target)
        return say(language, f"world.{happening.verb}", **{**details, "actor": actor, "target": target})

    def _name(self, name: str) -> str:
        return term(self._story.names.get(name, name), self._story.language)


def state_words(happening: Happening, device: RecordedDevice, story: RecordedStory) -> str:
    """What became of a phone, in the story's language; "" if that is not for a picture."""
    verb = happening.verb
    if verb == "update-app" and not happening.target:
        # The person's wish; the version that came of it has a happening of its own.
        return ""
    gap = ""
    if verb == "skew-clock":
        skew_ms = int(happening.detail["skew_ms"] or 0)
        verb, gap = f"{verb}-{'slow' if skew_ms < 0 else 'fast'}", span(abs(skew_ms), story.language)
    elif verb == "set-phone":
        verb = f"{verb}-{happening.target}-{'on' if happening.detail['on'] else 'off'}"
    for key in (f"state.{verb}@{device.platform}", f"state.{verb}{happening.target}", f"state.{verb}"):
        if knows(key):
            target = term(story.names.get(happening.target, happening.target), story.language)
            return say(story.language, key, target=target, gap=gap)
    return ""
