"""A sighting: what a sentence or an oracle saw that should not be, told in English and Japanese.

The words lie in `sightings.toml`. A value is a phone, an account and so on by its name, and is called what
stories call it; any other stands as it is, and so does one that stories have no word for.

>>> seen = sighted("not-listed", phone="Mika's new iPhone", account="GitHub")
>>> print(seen.text("en"), seen.text("ja"), sep="\\n")
Mika's new iPhone does not list "GitHub"
ミカの新しいiPhoneの一覧に「GitHub」がない
"""

from __future__ import annotations

from typing import TypeAlias, Union

import msgspec

from lostphone.base.foreign_text import unbroken
from lostphone.gherkin.kinds import LANGUAGES
from lostphone.texts.bilingual import Store, load

Value: TypeAlias = Union[str, int, tuple[str, ...], "Sighting"]

#: The kinds of the stories' words, by the names of values.
_KINDS = {
    "phone": "phone",
    "other": "phone",
    "account": "account",
    "person": "person",
    "another": "person",
    "code": "refusal",
    "due_code": "refusal",
    "setting": "switch",
    "spoilt": "spoiling",
    "state": "state",
    "item": "keychain_item",
    "phones": "phone",
    "accounts": "account",
    "message": "message",
    "messages": "message",
}
#: Values that make it another thing to be seen.
_TELLING = ("how", "method", "spoilt", "code", "setting")
_COMMA = {"en": ", ", "ja": "、"}
#: So many of several things are said; how many more there are stands behind them.
_MOST_SAID = 50


class Sighting(msgspec.Struct, frozen=True):
    """`id` names its words, `values` what they speak of: one thing, several, or a part of the sentence."""

    id: str
    values: dict[str, Value] = {}

    def text(self, language: str) -> str:
        """The sentence, without a full stop; in English where there is no such language."""
        language = language if language in LANGUAGES else "en"
        spoken = {name: _spoken(name, value, language) for name, value in self.values.items()}
        return sightings().fill(language, self.id, spoken)

    @property
    def symptom(self) -> tuple[str, ...]:
        """What tells it from other things to be seen, whatever phones and accounts it was seen on."""
        told = [str(self.values[name]) for name in _TELLING if name in self.values]
        parts = [part for one in self.values.values() if isinstance(one, Sighting) for part in one.symptom]
        return (self.id, *told, *parts)


def sighted(id_: str, **values: Value) -> Sighting:
    """What was seen, by the id of its words; KeyError if there are none."""
    if id_ not in sightings():
        raise KeyError(f"there are no words for the sighting '{id_}'")
    return Sighting(id_, values)


def sightings() -> Store:
    """The words by id."""
    return load("lostphone.gherkin", "sightings.toml")


def _spoken(name: str, value: Value, language: str) -> str:
    if isinstance(value, Sighting):
        return value.text(language)
    if isinstance(value, tuple):
        said = [_spoken(name, one, language) for one in value[:_MOST_SAID]]
        left = len(value) - len(said)
        return _COMMA[language].join([*said, f"…(+{left:,})"] if left else said)
    if isinstance(value, str):
        # A line end in a name would begin a line of ours. The rest is escaped once secrets are covered.
        value = unbroken(value)
    if name not in _KINDS or not value:
        return str(value)
    from lostphone.gherkin.vocabulary import shipped_sentences

    try:
        return shipped_sentences().kinds[_KINDS[name]].format(language, value)
    except (ValueError, KeyError):
        return str(value)
