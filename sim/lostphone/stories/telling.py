"""Tells happenings to people: a sentence for each, in English or Japanese.

The trace speaks in codes; this is the one place that turns them into words, for the terminal and for
pages alike. The sentences are data: `telling.toml`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable
from functools import cache
from importlib.resources import files
from itertools import groupby

import msgspec

from lostphone.base.foreign_text import one_line
from lostphone.base.trace import Happening
from lostphone.world.identity.reach import MICROSOFT


class ToldSentence(msgspec.Struct, frozen=True):
    """A sentence, how often it happened in a row, and the refusal's code ("ok" when there was none)."""

    at_ms: int
    text: str
    outcome: str
    times: int = 1


@cache
def _sentences() -> dict[str, dict[str, str]]:
    table = tomllib.loads(files("lostphone.stories").joinpath("telling.toml").read_text("utf-8"))
    return {name: entry for name, entry in table.items() if name != "words"}


@cache
def _words() -> dict[str, dict[str, str]]:
    table = tomllib.loads(files("lostphone.stories").joinpath("telling.toml").read_text("utf-8"))
    words: dict[str, dict[str, str]] = table["words"]
    return words


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
    return happening.verb in _sentences() or happening.outcome != "ok"


def _sentence(happening: Happening, lang: str, name: Callable[[str], str]) -> str:
    values: dict[str, str] = {key: word(str(value), lang) for key, value in happening.detail.items()}
    values |= {
        "actor": word(name(happening.actor), lang),
        "target": word(name(happening.target), lang),
    }
    entry = _sentences().get("unanswered" if _unanswered(happening) else happening.verb)
    if entry is None:
        return one_line(values["actor"])
    return entry[lang].format_map(_BlankDetail({key: one_line(value) for key, value in values.items()}))


def _unanswered(happening: Happening) -> bool:
    """Whether a phone asked a service that never heard of it: then nobody did what the verb says."""
    return happening.target == MICROSOFT and happening.outcome in ("offline", "timed-out")


def word(value: str, lang: str) -> str:
    """A code that happenings carry, as people read it; anything else as it is."""
    entry = _words().get(value)
    return value if entry is None else entry[lang]


class _BlankDetail(dict[str, str]):
    """A detail that a happening does not have is left out of its sentence."""

    def __missing__(self, key: str) -> str:
        return ""
