"""A conversation with a client by hand: goals and sentences go in, every message of protocol 1 comes out.

The world is a small one that is there already: a person with a phone of each kind, signed in. A line is a
method with its parameters, a sentence of the stories, or a word such as `phones`.
"""

from __future__ import annotations

import shlex
from collections.abc import Callable
from typing import Any, TypeAlias

import msgspec

from lostphone.base.suggest import nearest
from lostphone.client.conversation import WireLine
from lostphone.client.port import ClientBroke, NotSupported
from lostphone.client.protocol.methods import ASKED, Method, intent_in
from lostphone.client.resolve import ClientSource
from lostphone.gherkin.parsing import STEP_KINDS, dialects
from lostphone.gherkin.pickles import Pickle, Step
from lostphone.refusal import Refusal
from lostphone.stories.performance import perform
from lostphone.stories.story import Story

Say: TypeAlias = Callable[[str], None]

SCENE = {
    "en": (
        "Given it is 3 March 2026",
        "Given Mika has the code-only Microsoft account mika@outlook.com",
        "Given Mika uses an iPhone",
        "Given Mika uses an Android phone",
        "Given Mika signs in to mika@outlook.com on the Android phone",
    ),
}

HELP = """\
  account/add uri=otpauth://totp/GitHub:mika?secret=JBSWY3DPEHPK3PXP&issuer=GitHub
  account/list {"device": "Mika's Android phone"}     parameters as words or as JSON
  When it is 12:00 on 4 March 2026                    any sentence of the stories (lostphone steps)
  methods        what can be asked                    phones         the phones there are
  phone NAME     ask on that one from now on          screen         what it shows
  again          a new world, and the client anew     quit           the end"""


class Mistake(ValueError):
    """What was typed means nothing here; the message says what to type."""


class Inspection:
    """One sitting. `say` gets every line for the person, `heard` is for the source's wire listener.

    `broke` is whether the client ever broke.
    """

    def __init__(self, source: ClientSource, say: Say, seed: int = 0) -> None:
        self._source = source
        self._say = say
        self._seed = seed
        self.broke = False
        self._story = self._begin()

    def line(self, text: str) -> bool:
        """Do what one line says; False when it was the last."""
        word, _, rest = text.strip().partition(" ")
        try:
            if word in ("quit", "exit"):
                return False
            if word:
                self._do(word, rest.strip(), text.strip())
        except Mistake as mistake:
            self._say(f"  ? {mistake}")
        except Refusal as refusal:
            self._say(f"  refused: {refusal}")
        except NotSupported as missing:
            self._say(f"  {missing}")
        except ClientBroke as broke:
            self.broke = True
            # Its last words on stderr have gone by already.
            self._say(f"  ! the client broke ({broke.kind}): {broke.message}")
            self._say("  a new world begins with the next line")
            self._story.close()
            self._story = self._new_story()
        return True

    def meet(self) -> None:
        """Greet the client although nothing is asked of it, so that one that is not there is noticed."""
        self.line("phones")

    def close(self) -> None:
        """The end of the sitting."""
        try:
            self._story.close()
        except (ClientBroke, NotSupported, Refusal) as error:
            self._say(f"  ! {error}")

    # Inside

    def _do(self, word: str, rest: str, text: str) -> None:
        if not self._story.begun and word not in ("help", "methods"):
            self._set_scene()
        words = {
            "help": lambda: self._say(HELP),
            "methods": self._methods,
            "phones": self._phones,
            "phone": lambda: self._choose(rest),
            "screen": self._screen,
            "again": self._again,
        }
        if word in words:
            words[word]()
        elif _keyword(word) is not None:
            self._sentence(text)
        else:
            self._ask(word, rest)

    def _begin(self) -> Story:
        self._phone = "Mika's iPhone"
        return self._new_story()

    def _new_story(self) -> Story:
        return Story(seed=self._seed, client=self._source, title="by hand", scenario_id="inspect")

    def _again(self) -> None:
        self._story.close()
        self._story = self._begin()
        self._set_scene()

    def _set_scene(self) -> None:
        for sentence in SCENE["en"]:
            self._sentence(sentence)

    def _sentence(self, text: str) -> None:
        word, _, said = text.partition(" ")
        step = Step(f"{word} ", _keyword(word) or None, said.strip(), 1)
        pickle = Pickle("inspect", "by hand", "en", "", 1, 1, (), None, (step,))
        played = perform(pickle, self._story)[0]
        if isinstance(played.error, ClientBroke | NotSupported):
            raise played.error
        if played.problem:
            raise Mistake(played.problem)

    def _ask(self, word: str, rest: str) -> None:
        method = ASKED.get(word)
        if method is None or method.intent is None:
            known = [name for name, one in ASKED.items() if one.intent is not None]
            near = nearest(word, known, cutoff=0.4)
            hint = f"did you mean {near}?" if near else "help shows what there is"
            raise Mistake(f"'{word}' is no method, no sentence and no word of mine; {hint}")
        device, intent = intent_in(method, self._params(method, rest))
        if device not in self._story.world.devices:
            raise Mistake(f"there is no {device}; there are {', '.join(self._story.world.devices)}")
        self._story.stage.ask(device, intent)

    def _params(self, method: Method, rest: str) -> Any:
        members: dict[str, Any] = {"device": self._phone}
        as_json = rest.startswith("{")
        try:
            members |= msgspec.json.decode(rest, type=dict) if as_json else _words(rest)
            return msgspec.convert(members, method.params, strict=as_json)
        except msgspec.DecodeError as error:
            fields = ", ".join(name for name in method.params.__struct_fields__ if name != "device")
            raise Mistake(
                f"{method.name} does not take that: {error}; it takes {fields or 'nothing'}"
            ) from None

    def _methods(self) -> None:
        for name, method in ASKED.items():
            if method.intent is not None:
                fields = [field for field in msgspec.structs.fields(method.params) if field.name != "device"]
                shown = " ".join(field.name if field.required else f"[{field.name}]" for field in fields)
                self._say(f"  {name} {shown}".rstrip())

    def _phones(self) -> None:
        for name, device in self._story.world.devices.items():
            mark = "*" if name == self._phone else " "
            self._say(f"  {mark} {name} ({device.platform})")

    def _choose(self, name: str) -> None:
        fitting = [one for one in self._story.world.devices if name.casefold() in one.casefold()]
        if not name or len(fitting) != 1:
            there = ", ".join(self._story.world.devices)
            raise Mistake(f"'{name}' is not one of the phones; they are {there}")
        self._phone = fitting[0]
        self._say(f"  on {self._phone}")

    def _screen(self) -> None:
        screens = self._story.stage.screens(self._phone).screens
        if not screens:
            raise Mistake(f"{self._phone} has shown nothing yet; app/open opens the app")
        self._say(f"  {msgspec.json.encode(screens[-1]).decode()}")


def shown(line: WireLine) -> str:
    """A message as it went by, for the person."""
    return f"{line.direction} {line.text}"


def _keyword(word: str) -> str | None:
    """given, when or then for a word that begins a sentence, "" for And and its like, None for others."""
    spec = dialects()["en"]
    for kind in STEP_KINDS:
        if f"{word} " in spec[kind]:
            return kind if kind in ("given", "when", "then") else ""
    return None


def _words(rest: str) -> dict[str, Any]:
    """`name=value` words. A value that is JSON is taken as such."""
    members: dict[str, Any] = {}
    try:
        words = shlex.split(rest)
    except ValueError as error:
        raise Mistake(f"that cannot be taken apart into words: {error}") from None
    for word in words:
        name, equals, value = word.partition("=")
        if not equals:
            raise Mistake(f"'{word}' has no value: write {word}=…, or one JSON object")
        members[name] = msgspec.json.decode(value) if value[:1] in ("{", "[") else value
    return members
