"""A recorded run: the stories that were played, with everything that happened, as plain values.

Pages, pictures and the file of a recorded run all read these; nothing on the site comes from elsewhere.
All texts are already in the language of the story; the happenings are redacted where they are made.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

from lostphone.trace import Happening

StepStatus: TypeAlias = Literal["passed", "failed", "not played"]
#: What became of an account: usable at once, listed and asking to sign in, or gone.
Fate: TypeAlias = Literal["back", "sign in", "lost"]


class RecordedStep(msgspec.Struct, frozen=True, omit_defaults=True):
    """One step. `begin` and `end` bound its happenings in the story's list (end exclusive)."""

    keyword: str
    text: str
    kind: Literal["given", "when", "then"]
    status: StepStatus
    begin: int
    end: int
    table: tuple[tuple[str, ...], ...] = ()
    doc_string: str = ""
    problem: str = ""


class RecordedDevice(msgspec.Struct, frozen=True):
    """A device of the story: its id in the simulation, and what it is called in the story's language."""

    id: str
    platform: Literal["ios", "android"]
    owner: str
    name: str


class AccountFate(msgspec.Struct, frozen=True):
    """What was left of one account at the end, on the phone its owner then had."""

    person: str
    phone: str
    account: str
    kind: Literal["third-party", "personal", "work"]
    fate: Fate


class RecordedStory(msgspec.Struct, frozen=True, omit_defaults=True):
    """One scenario that ran. `id` is the same in both languages, and so is everything but the texts.

    `names` gives what people and devices are called in the story's language; other names stay as they are.
    """

    id: str
    language: Literal["en", "ja"]
    uri: str
    line: int
    feature: str
    rule: str
    name: str
    tags: tuple[str, ...]
    rules: tuple[str, ...]
    situations: tuple[str, ...]
    steps: tuple[RecordedStep, ...]
    happenings: tuple[Happening, ...]
    devices: tuple[RecordedDevice, ...]
    names: dict[str, str]
    fates: tuple[AccountFate, ...] = ()
    description: str = ""

    @property
    def passed(self) -> bool:
        return all(step.status == "passed" for step in self.steps)
