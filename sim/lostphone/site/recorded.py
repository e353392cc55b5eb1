"""A recorded run: the stories that were played, with everything that happened, as plain values.

Pages, pictures and the file of a recorded run all read these; nothing on the site comes from elsewhere.
All texts are already in the language of the story; the happenings are redacted where they are made.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

from lostphone.base.trace import Happening

StepStatus: TypeAlias = Literal["passed", "failed", "not played"]
#: What became of an account: usable at once, listed and asking to sign in, kept in Edge alone, or gone.
Fate: TypeAlias = Literal["back", "sign in", "in Edge", "lost"]
#: What an account is to its backup: a site's code, a Microsoft account with or without a code, a work account
#: added by signing in, or one added as if it were a site's; or what was never in a backup: a passkey, and the
#: password of a site.
AccountKind: TypeAlias = Literal[
    "third-party", "personal", "passwordless", "work", "work code", "passkey", "password"
]


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
    """What was left of one account at the end, on the phone its owner then had.

    `account` is a site's name, `site (login)` where somebody has several there, or an address.
    """

    person: str
    phone: str
    account: str
    kind: AccountKind
    fate: Fate


class RecordedStory(msgspec.Struct, frozen=True, omit_defaults=True):
    """One scenario that ran. `id` is the same in both languages, and so is everything but the texts.

    A row of an outline has an id that ends in `#1`, `#2`; `description` is the feature's,
    and `outline` the name that the rows share, holes and all. `assumptions` are the open questions that
    the story answers otherwise than the source page.
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
    outline: str = ""
    assumptions: dict[str, str] = {}

    @property
    def passed(self) -> bool:
        return all(step.status == "passed" for step in self.steps)

    @property
    def scenario(self) -> str:
        """The id that all rows of an outline share."""
        return self.id.partition("#")[0]


class RecordedRun(msgspec.Struct, frozen=True):
    """Everything that was played: feature files by uri, then stories in the order of files and lines.

    English comes before Japanese. `version` is Lostphone's.
    """

    version: str
    seed: int
    sources: dict[str, str]
    stories: tuple[RecordedStory, ...]

    def told_in(self, lang: str) -> tuple[RecordedStory, ...]:
        """The stories in one language."""
        return tuple(story for story in self.stories if story.language == lang)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that stories were played in, in order."""
        return tuple(dict.fromkeys(story.language for story in self.stories))
