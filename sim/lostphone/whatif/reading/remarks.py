"""Collects what is said about a file, in the person's language; many places with one fault are one message.

Words come from `reading.toml`; only numbers and names of formats are put into them, never foreign text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from lostphone.texts.bilingual import load
from lostphone.whatif.own_account import BadLine

Lang: TypeAlias = Literal["en", "ja"]
#: So many places with one fault are named; the rest of them are counted.
NAMED_PLACES = 10


@dataclass(frozen=True, slots=True)
class RemarkPlace:
    """A line (from 1) with a column (from 1, or 0), or an entry of an export; number 0 is the whole file."""

    number: int
    column: int = 0
    unit: Literal["line", "entry"] = "line"

    def told(self, lang: str) -> str:
        """As "line 3, column 6"; empty for the whole file."""
        if not self.number:
            return ""
        key = f"{self.unit}-column" if self.column else self.unit
        return say(lang, "place", key, number=str(self.number), column=str(self.column))


WHOLE_FILE = RemarkPlace(0)


def say(lang: str, group: str, key: str, **values: str) -> str:
    """The text `group.key` in that language, with its placeholders filled in."""
    return load("lostphone.whatif.reading", "reading.toml").fill(lang, f"{group}.{key}", values)


def listed(lang: str, parts: Iterable[str]) -> str:
    """Several phrases as one."""
    return ("、" if lang == "ja" else "; ").join(parts)


class Remarks:
    """Messages by their fault, in the order in which the faults were met first."""

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self._by_fault: dict[str, list[BadLine]] = {}
        self._more: dict[str, int] = {}

    def add(self, fault: str, place: RemarkPlace, message: str) -> None:
        """Note that a place has this fault; from the eleventh on it is only counted."""
        met = self._by_fault.setdefault(fault, [])
        if len(met) < NAMED_PLACES:
            met.append(BadLine(place.number, message, place.column, place.told(self._lang)))
        else:
            self._more[fault] = self._more.get(fault, 0) + 1

    def messages(self) -> list[BadLine]:
        """All of them, in the order of the file; the last place named of a fault counts the others."""
        named = []
        for fault, met in self._by_fault.items():
            *first, last = met
            named += [*first, replace(last, more=self._more.get(fault, 0))]
        return sorted(named, key=lambda one: one.line)
