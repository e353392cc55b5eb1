"""The sequence diagram: who talked to whom, from top to bottom, with times and refusals.

The participants stand in a row of their own above the messages, so that they can stay in sight while the
messages scroll. A refusal has a broken line and says why; a phone that is gone has a broken line too.
"""

from __future__ import annotations

from lostphone.site.drawing.lettering import width, wrap
from lostphone.site.drawing.messages import Message, messages
from lostphone.site.drawing.svg import element, letters, number, plain
from lostphone.site.drawing.times import day, hour, later
from lostphone.site.drawing.words import knows, say
from lostphone.site.recorded import RecordedStory

#: Units are CSS pixels: the axis at the left, from one life line to the next, and the letters. The style
#: sheet has the first two as well, for the row of participants.
AXIS, PITCH, SIZE, LINE = 66, 118, 12, 15
_CLOUDS = ("iCloud", "iCloud Keychain", "Microsoft storage", "Google")


def sequence(story: RecordedStory) -> str:
    """HTML with a picture, "" for a story in which nobody talks to anybody.

    The messages of a step are a group with `data-step`, the index of the step in `story.steps`.
    """
    sent = messages(story)
    if not any(not message.is_note for message in sent):
        return ""
    who = _participants(story, sent)
    wide = AXIS + PITCH * len(who)
    heads = "".join(element("b", _two_lines(_name(story, one)), class_=_kind(story, one)) for one in who)
    body = _Body(story, who, wide)
    body.draw(sent)
    # As wide as it was drawn; only paper makes it smaller.
    drawn = element("div", heads, class_="lp-heads", style=f"width:{wide}px") + element(
        "svg", body.markup(), class_="lp-lines", viewBox=f"0 0 {wide} {number(body.y + 8)}", width=wide
    )
    label = say(story.language, "sequence.who")
    return element("div", drawn, class_="lp-talk", role="group", tabindex=0, aria_label=label)


def _participants(story: RecordedStory, sent: list[Message]) -> list[str]:
    """People, then phones, then everybody else, each in the order of their first message."""
    phones = [device.id for device in story.devices]
    talking = {name for message in sent if not message.is_note for name in (message.source, message.target)}
    named = [name for message in sent for name in (message.source, message.target)]
    found = dict.fromkeys(name for name in named if name in talking or name in phones)
    rank = dict.fromkeys(phones, 1) | {person: 0 for person in story.names if person not in phones}
    return sorted(found, key=lambda name: rank.get(name, 2 if name in _CLOUDS else 3))


def _name(story: RecordedStory, participant: str) -> str:
    if knows(f"sequence.{participant}"):
        return say(story.language, f"sequence.{participant}")
    return story.names.get(participant, participant)


def _two_lines(name: str) -> str:
    return "<br/>".join(letters(line) for line in wrap(plain(name), SIZE, PITCH - 10, 2))


def _kind(story: RecordedStory, participant: str) -> str:
    """What kind of participant it is, which is what its icon says."""
    if participant in story.names:
        return "phone" if any(device.id == participant for device in story.devices) else "person"
    return "cloud" if participant in _CLOUDS else "service"


class _Body:
    """The messages, drawn one below the other; `y` is how far down they have come."""

    def __init__(self, story: RecordedStory, who: list[str], wide: int) -> None:
        self._story = story
        self._x = {name: AXIS + PITCH * place + PITCH // 2 for place, name in enumerate(who)}
        self._wide = wide
        self._parts: list[str] = []
        self._group: list[str] = []
        self._discs, self._numbers = "", ""
        self._shapes: dict[str, list[str]] = {"n": [], "n e": [], "a": [], "r": [], "r s": []}
        self._gone: dict[str, float] = {}
        self._broken: list[tuple[str, float, float]] = []
        self.y = 4.0

    def draw(self, sent: list[Message]) -> None:
        before: Message | None = None
        top = self.y
        for message in sent:
            if message.source not in self._x or message.target not in self._x:
                continue
            if before is None or before.step != message.step:
                self._close(before, top)
                self._time(message, before)
                top = self.y
            self._note(message) if message.is_note else self._arrow(message)
            before = message
        self._close(before, top)
        for name, since in self._gone.items():
            self._broken.append((name, since, self.y))

    def markup(self) -> str:
        """Life lines first, so that everything else is drawn over them."""
        whole, broken = "", ""
        for name, x in self._x.items():
            y = 0.0
            for _who, begin, end in (span for span in self._broken if span[0] == name):
                whole += f"M{x} {number(y)}V{number(begin)}"
                broken += f"M{x} {number(begin)}V{number(end)}"
                y = end
            if y < self.y:
                whole += f"M{x} {number(y)}V{number(self.y)}"
        lines = element("path", class_="l", d=whole)
        if broken:
            lines += element("path", class_="l g", d=broken)
        discs = element("path", class_="c", d=self._discs)
        numbers = element("g", self._numbers, class_="k", transform="translate(14)")
        return lines + "".join(self._parts) + discs + numbers

    def _close(self, last: Message | None, top: float) -> None:
        """Put the messages of a step together, over a band that lights up with it."""
        if last is None:
            return
        band = element("path", d=f"M0 {number(top)}h{self._wide}V{number(self.y)}H0z")
        self._discs += f"M14 {number(top + 13)}h0"
        self._numbers += element("text", str(last.step + 1), y=top + 17)
        shapes = "".join(
            element("path", class_=style, d="".join(drawn)) for style, drawn in self._shapes.items() if drawn
        )
        self._parts.append(element("g", band + shapes + "".join(self._group), data_step=last.step))
        self._group = []
        self._shapes = {"n": [], "n e": [], "a": [], "r": [], "r s": []}

    def _time(self, message: Message, before: Message | None) -> None:
        """When it was: the day on a line of its own where it is a new one, the hour where that is new."""
        language = self._story.language
        if before is None or day(before.at_ms, language) != day(message.at_ms, language):
            told = day(message.at_ms, language)
            if before is not None:
                told += " · " + later(message.at_ms - before.at_ms, language)
            self._parts.append(element("text", letters(told), x=4, y=self.y + 15, class_="w"))
            self.y += 22
        if before is None or hour(before.at_ms) != hour(message.at_ms):
            y = self.y + 17
            self._group.append(element("text", hour(message.at_ms), x=28, y=y, class_="z"))

    def _arrow(self, message: Message) -> None:
        begin, end = self._x[message.source], self._x[message.target]
        words = message.words
        if message.times > 1:
            words = say(self._story.language, "sequence.times", words=words, n=message.times)
        self._words(words, begin, end, "")
        self.y += 5
        way = 1 if end > begin else -1
        at = number(self.y)
        tip = end - 2 * way
        if message.refusal:
            # The arrow does not arrive: a cross stands where it ends.
            stop = end - 11 * way
            self._shapes["r"].append(f"M{begin} {at}H{stop}")
            self._shapes["r s"].append(f"M{stop - 4} {number(self.y - 4)}l8 8m0-8l-8 8")
            self._words(message.refusal, begin, end, "e")
        else:
            head = "m-6-4l6 4-6 4" if way > 0 else "m6-4l-6 4 6 4"
            self._shapes["a"].append(f"M{begin} {at}H{tip}{head}")
        self.y += 6

    def _words(self, words: str, begin: int, end: int, style: str) -> None:
        """A text over the middle of an arrow, never so wide that it leaves the picture."""
        room = max(abs(end - begin) - 12, PITCH * 1.75)
        place: dict[str, str | float] = {"class_": style} if style else {}
        for line in wrap(plain(words), SIZE, room, 3):
            self.y += LINE
            self._group.append(element("text", letters(line), x=(begin + end) // 2, y=self.y, **place))

    def _note(self, message: Message) -> None:
        """A box on a life line; what becomes of a phone breaks its line or makes it whole again."""
        x = self._x[message.source]
        lines = wrap(plain(message.words), SIZE, PITCH * 1.4, 2)
        half = max(width(line, SIZE) for line in lines) / 2 + 7 if lines else 7
        x_text = min(max(x, AXIS + 10 + half), self._wide - half - 1)
        self.y += 4
        tall = LINE * len(lines) + 6
        bad = message.state in ("lose-phone", "break-phone", "sell-phone", "erase-phone")
        wide = round(half) * 2
        box = f"M{round(x_text) - wide // 2} {number(self.y)}h{wide}v{tall}h{-wide}z"
        self._shapes["n e" if bad else "n"].append(box)
        for row, line in enumerate(lines):
            y = self.y + LINE * (row + 1) - 1
            self._group.append(element("text", letters(line), x=round(x_text), y=y, class_="i"))
        if message.state in ("lose-phone", "break-phone", "sell-phone", "crash-phone"):
            self._gone[message.source] = self.y + tall
        elif message.state in ("find-phone", "boot-phone") and message.source in self._gone:
            self._broken.append((message.source, self._gone.pop(message.source), self.y))
        self.y += tall + 3
