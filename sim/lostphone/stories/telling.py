"""Tells happenings to people: a sentence for each, in English or Japanese.

The trace speaks in codes; this is the one place that turns them into words, for the terminal and for
pages alike. The sentences are data: `telling.toml`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby

import msgspec

from lostphone.base.foreign_text import one_line
from lostphone.base.trace import Happening
from lostphone.texts.bilingual import Store, load
from lostphone.world.identity.reach import MICROSOFT


class ToldSentence(msgspec.Struct, frozen=True):
    """A sentence, how often it happened in a row, and the refusal's code ("ok" when there was none)."""

    at_ms: int
    text: str
    outcome: str
    times: int = 1


def _texts() -> Store:
    return load("lostphone.stories", "telling.toml")


def tell(happenings: Iterable[Happening], lang: str, name: Callable[[str], str] = str) -> list[ToldSentence]:
    """What is worth telling, in order; the same thing several times in a row is told once.

    `name` gives the name of a device in that language. A refusal is always told.
    """
    told: list[ToldSentence] = []
    worth = (happening for happening in happenings if _worth(happening))
    for (text, outcome), alike in groupby(worth, lambda one: (_sentence(one, lang, name), one.outcome)):
        same = list(alike)
        told.append(ToldSentence(same[0].at_ms, text, outcome, len(same)))
    return told


def _worth(happening: Happening) -> bool:
    if happening.verb == "screen":
        return False
    return happening.verb in _texts() or happening.outcome != "ok"


def _sentence(happening: Happening, lang: str, name: Callable[[str], str]) -> str:
    values: dict[str, str] = {key: word(str(value), lang) for key, value in happening.detail.items()}
    values |= {
        "actor": word(name(happening.actor), lang),
        "target": word(name(happening.target), lang),
    }
    verb = "unanswered" if _unanswered(happening) else happening.verb
    if verb not in _texts():
        return one_line(values["actor"])
    return _texts().fill(lang, verb, _BlankDetail({key: one_line(value) for key, value in values.items()}))


def _unanswered(happening: Happening) -> bool:
    """Whether a phone asked a service that never heard of it: then nobody did what the verb says."""
    return happening.target == MICROSOFT and happening.outcome in ("offline", "timed-out")


def word(value: str, lang: str) -> str:
    """A code that happenings carry, as people read it; anything else as it is."""
    key = f"words.{value}"
    return _texts().say(lang, key) if key in _texts() else value


class _BlankDetail(dict[str, str]):
    """A detail that a happening does not have is left out of its sentence."""

    def __missing__(self, key: str) -> str:
        return ""
