"""Who said what to whom: the messages in a story's trace, for the sequence diagram.

Which happenings are messages, between whom, and how they are called is data: `messages.toml`. An action
is recorded when it is over; here what a person asked for stands before what it led to, and a refusal that
nobody else has spoken yet comes back to the person.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby

import msgspec

from lostphone.base.trace import Happening
from lostphone.gherkin.vocabulary import shipped_index
from lostphone.site.drawing.moments import state_words
from lostphone.site.drawing.words import knows, say, term
from lostphone.site.recorded import RecordedStory
from lostphone.stories.actions import KINDS as ACTIONS
from lostphone.stories.naming import refused_because
from lostphone.stories.telling import word
from lostphone.texts.bilingual import tables


class Message(msgspec.Struct, frozen=True):
    """From one participant to another, by their ids; a note on one of them where both are the same.

    `refusal` is why it came to nothing, in words, or ""; `reply` marks an answer that is only a refusal.
    """

    step: int
    at_ms: int
    source: str
    target: str
    words: str
    refusal: str = ""
    reply: bool = False
    times: int = 1
    state: str = ""

    @property
    def is_note(self) -> bool:
        return self.source == self.target


class _Entry(msgspec.Struct, frozen=True, rename={"source": "from"}):
    """One line of `messages.toml`."""

    en: str
    ja: str
    source: str = ""
    to: str = ""
    on: str = ""
    when: str = ""
    once: bool = False
    refused: bool = False
    lone: bool = False


#: What happens to a phone itself, said as a note on its line with the words of the storyboard.
_STATES = frozenset(
    {"lose-phone", "find-phone", "break-phone", "sell-phone", "erase-phone", "crash-phone", "boot-phone"}
    | {"root-phone", "unroot-phone", "partition", "heal", "skew-clock", "unskew-clock"}
)
_FINE = ("ok", "warned")
#: More sites than that share one participant.
SITES_MAX = 2


def messages(story: RecordedStory) -> list[Message]:
    """In the order in which they were sent; the same one several times in a row counts its times."""
    reader = _MessageReader(story)
    found: list[Message] = []
    for number, step in enumerate(story.steps):
        read = reader.read(number, story.happenings[step.begin : step.end])
        found += _collapsed(read)
    return found


def _collapsed(read: Iterable[tuple[Message, bool]]) -> Iterator[Message]:
    """One for several alike; `once` says that the trace has told the same thing twice."""
    for (message, once), alike in groupby(
        read, lambda one: (msgspec.structs.replace(one[0], at_ms=0), one[1])
    ):
        alike_list = list(alike)
        times = 1 if once else len(alike_list)
        yield msgspec.structs.replace(message, at_ms=alike_list[0][0].at_ms, times=times)


class _MessageReader:
    def __init__(self, story: RecordedStory) -> None:
        self._story = story
        self._devices = {device.id: device for device in story.devices}
        self._people = set(story.names) - set(self._devices)
        self._owners: dict[str, str] = {device.id: device.owner for device in story.devices}
        self._tenants: dict[str, str] = {}
        sites = dict.fromkeys(one.actor for one in story.happenings if one.verb == "enrol")
        #: Many sites that all do the same share a line, and their messages name them.
        self._sites = frozenset(sites) if len(sites) > SITES_MAX else frozenset()
        for happening in story.happenings:
            if happening.verb in ("create-personal", "add-worker", "create-apple-account"):
                self._owners[happening.actor] = happening.target
            elif happening.verb == "create-tenant":
                self._tenants[happening.target] = happening.actor

    def read(self, number: int, happenings: tuple[Happening, ...]) -> list[tuple[Message, bool]]:
        """The messages of one step, and for each whether the trace tells it twice."""
        done: list[tuple[Message, bool]] = []
        inner: list[Happening] = []
        for happening in happenings:
            if not self._is_action(happening):
                inner.append(happening)
                continue
            done += self._action(number, happening, inner)
            inner = []
        return done + [one for left in inner for one in self._drawn(number, left, "")]

    def _is_action(self, happening: Happening) -> bool:
        return (
            happening.verb in ACTIONS
            and set(happening.detail) <= {"message"}
            and (self._kind(happening.actor) != "other")
        )

    def _action(self, number: int, action: Happening, inner: list[Happening]) -> list[tuple[Message, bool]]:
        phone = action.actor if action.actor in self._devices else ""
        led_to = [one for happening in inner for one in self._drawn(number, happening, phone)]
        wish = list(self._drawn(number, action, phone))
        if not wish:
            return led_to
        first, once = wish[0]
        if not first.refusal or not led_to:
            return wish + led_to
        told = any(one.refusal == first.refusal for one, _once in led_to)
        if told and first.source == phone:
            return led_to
        asked = (msgspec.structs.replace(first, refusal=""), once)
        if told:
            return [asked, *led_to]
        answer = Message(number, action.at_ms, first.target, first.source, "", first.refusal, reply=True)
        return [asked, *led_to, (answer, False)]

    def _drawn(self, number: int, happening: Happening, phone: str) -> Iterator[tuple[Message, bool]]:
        """The messages that one happening is, none for most."""
        language = self._story.language
        device = self._devices.get(happening.actor)
        if device is not None and happening.verb in _STATES and happening.outcome == "ok":
            words = state_words(happening, device, self._story)
            note = Message(number, happening.at_ms, device.id, device.id, words, state=happening.verb)
            yield note, False
            return
        refusal = "" if happening.outcome in _FINE else _why(happening.outcome, language)
        for entry in self._entries(happening):
            if not _fits(entry, happening, refusal):
                continue
            words = (entry.ja if language == "ja" else entry.en).format_map(self._values(happening))
            if happening.actor in self._sites:
                words = say(language, "sequence.site", site=happening.actor, words=words)
            sources = self._who(entry.source or entry.on, happening, phone)
            targets = self._who(entry.to or entry.on, happening, phone)
            for source in sources:
                for target in targets:
                    if entry.on or source != target:
                        yield Message(number, happening.at_ms, source, target, words, refusal), entry.once

    def _entries(self, happening: Happening) -> list[_Entry]:
        entries = _entries()
        kind = self._kind(happening.actor)
        return entries.get(f"{happening.verb}@{kind}", entries.get(happening.verb, []))

    def _kind(self, name: str) -> str:
        if name in self._devices:
            return "phone"
        if name in self._people:
            return "person"
        return "mail" if "@" in name else "other"

    def _who(self, role: str, happening: Happening, phone: str) -> list[str]:
        """The participants in a role: none where the trace does not say."""
        match role:
            case "actor":
                return ["Sites" if happening.actor in self._sites else happening.actor]
            case "target":
                return [name for name in self._each(happening.target) if name]
            case "owner":
                return self._owner(happening.actor)
            case "target-owner":
                return self._owner(happening.target)
            case "phone":
                return [str(happening.detail.get("device") or phone)] if phone or happening.detail else []
            case "tenant":
                return [self._tenant(happening.actor)]
            case "store":
                icloud = happening.detail.get("service") == "icloud"
                return ["iCloud" if icloud else "Microsoft storage"]
            case "identity":
                return [self._identity(str(happening.detail.get("account", "")))]
            case "party":
                own = {
                    "login.live.com": "Microsoft account",
                    "login.microsoft.com": self._tenant(happening.target),
                }
                return [own.get(happening.actor, happening.actor)]
        return [role]

    def _each(self, target: str) -> list[str]:
        """A push goes to several phones, whose names stand in one text."""
        return [target] if target in self._devices else target.split(", ")

    def _owner(self, name: str) -> list[str]:
        return [name] if name in self._people else [self._owners[name]] if name in self._owners else []

    def _tenant(self, mail: str) -> str:
        domain = mail.rpartition("@")[2]
        return self._tenants.get(domain, domain)

    def _identity(self, mail: str) -> str:
        return self._tenants.get(mail.rpartition("@")[2], "Microsoft account")

    def _values(self, happening: Happening) -> dict[str, str]:
        language, names = self._story.language, self._story.names
        values = {key: word(term(str(value), language), language) for key, value in happening.detail.items()}
        values |= {
            "actor": names.get(happening.actor, happening.actor),
            "target": term(names.get(happening.target, happening.target), language),
        }
        return _BlankWord(values)


class _BlankWord(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return ""


def _fits(entry: _Entry, happening: Happening, refusal: str) -> bool:
    """Whether an entry's conditions are met."""
    if (entry.refused and not refusal) or (entry.lone and happening.target):
        return False
    return not entry.when or bool(happening.detail.get(entry.when))


def _why(code: str, language: str) -> str:
    """A refusal, in the words that stories use; a lost message was refused by nobody."""
    if knows(f"sequence.{code}"):
        return say(language, f"sequence.{code}")
    shipped_index(language)
    return refused_because(code, language)


@cache
def _entries() -> dict[str, list[_Entry]]:
    return msgspec.convert(tables("lostphone.site.drawing", "messages.toml"), dict[str, list[_Entry]])
