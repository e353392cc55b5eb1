"""The sentence that a step which fits none was probably meant to be.

A text is laid over each template: literal words against literal words, the rest against the kinds of the
placeholders, each as near as it comes. The cheapest of these is suggested if it is near enough, if no other
is as cheap, and if it fits a sentence and means something when it is read again. Costs count characters that
differ.

>>> from lostphone.gherkin.vocabulary import shipped_index
>>> correction(shipped_index("en"), "when", "mika lose the iphone")
Correction(keyword='when', text='Mika loses the iPhone')
>>> correction(shipped_index("en"), "when", "the moon is made of cheese") is None
True
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from lostphone.base.suggest import alike_by_words, likeness
from lostphone.gherkin.kinds import ValueKind
from lostphone.gherkin.slips import tidied

if TYPE_CHECKING:
    from lostphone.gherkin.index import SentenceIndex
    from lostphone.gherkin.template import Template

#: No step of a story is longer; comparing takes time that grows with the square of the length.
_LENGTH_MAX = 200
#: The share of a text's characters that may differ.
_SHARE_MAX = 0.25
_LEAST_ALLOWED = 2.0
#: Less alike than this, and two words are two words; Japanese ones are short, and end in their inflection.
_LITERAL_LIKENESS = {"en": 0.6, "ja": 0.4}
#: A literal up to this long may be missing from the text, and as much may stand there in vain.
_DROPPED_MAX = 4
_CAPITALS_COST = 0.5
_OTHER_NOTATION_COST = 2.0
#: What it costs to be a sentence for another keyword.
_KEYWORD_COST = 3.0
_NEVER = float("inf")

#: Where a word of an English text begins; a Japanese text may be parted anywhere.
_EN_WORDS = re.compile(r'"(?:[^"\\]|\\.)*"|\d+(?=-)|[^\s,"]+|\S')


@dataclass(frozen=True)
class Correction:
    """What was meant: the sentence, and the kind of keyword it follows (that of the step, where it may)."""

    keyword: str | None
    text: str


def correction(index: SentenceIndex, keyword: str | None, text: str) -> Correction | None:
    """The one sentence that a text was probably meant to be, None if there is none or there are several."""
    if len(text) > _LENGTH_MAX:
        return None
    clean = tidied(index.language, text)
    for sentence_keyword in (keyword, None):
        if index.means_something(sentence_keyword, clean):
            return _with_keyword(index, keyword, clean)
    found: dict[str, float] = {}
    limit = max(_LEAST_ALLOWED, _SHARE_MAX * len(clean))
    parts = _Parts(index.language, clean)
    for sentence in index.sentences:
        extra = 0.0 if keyword is None or keyword in sentence.keywords else _KEYWORD_COST
        for template in sentence.templates[index.language]:
            if laid := _laid_over(template, parts, limit - extra):
                cost, meant = laid
                found[meant] = min(found.get(meant, _NEVER), cost + extra)
    best = sorted((cost, meant) for meant, cost in found.items() if index.means_something(None, meant))
    if not best or (len(best) > 1 and best[1][0] == best[0][0]):
        return None
    return _with_keyword(index, keyword, best[0][1])


def _with_keyword(index: SentenceIndex, keyword: str | None, text: str) -> Correction:
    """With the step's own keyword where the sentence may follow it, else the first it may follow."""
    keywords = index.find(None, text)[0].sentence.keywords
    return Correction(keyword if keyword is None or keyword in keywords else keywords[0], text)


class _Parts:
    """A text and the places where it may be parted; what each stretch may mean is worked out once."""

    def __init__(self, language: str, text: str) -> None:
        self.language = language
        self.text = text
        words = (found.start() for found in _EN_WORDS.finditer(text))
        self.places = [*(words if language == "en" else range(len(text))), len(text)]
        self.last = len(self.places) - 1
        self.literal = cache(self._literal)
        self.value = cache(self._value)

    def stretch(self, begin: int, end: int) -> str:
        return self.text[self.places[begin] : self.places[end]].strip()

    def _literal(self, piece: str, words: str) -> float:
        """How far some words are from a literal part of a template."""
        if piece == words:
            return 0.0
        if piece.casefold() == words.casefold():
            return _CAPITALS_COST
        longer = max(len(piece), len(words))
        if not piece or not words:
            return longer + 1.0 if longer <= _DROPPED_MAX else _NEVER
        if abs(len(piece) - len(words)) > longer / 2 or _other_kanji(piece, words):
            return _NEVER
        alike = _LITERAL_LIKENESS[self.language]
        return _distance(piece, words, alike) if alike_by_words(piece, words, alike) else _NEVER

    def _value(self, kind: ValueKind, words: str) -> tuple[float, str] | None:
        """The value that some words are, or were meant to be, and what that costs."""
        if not words:
            return None
        if kind.fits(self.language, words):
            return 0.0, words
        meant = kind.mended(self.language, words)
        if meant is None:
            return None
        if meant.casefold() == words.casefold():
            return _CAPITALS_COST, meant
        distance = _distance(meant, words)
        return (distance if kind.form is None else min(distance, _OTHER_NOTATION_COST)), meant


def _other_kanji(one: str, other: str) -> bool:
    """Whether both have Chinese characters and share none: other verbs with the same ending."""
    kanji, others = (set(re.findall("[\u4e00-\u9fff]", text)) for text in (one, other))
    return bool(kanji and others and not kanji & others)


def _distance(one: str, other: str, least_alike: float = 0.0) -> float:
    """How many characters of the longer text differ, capitals apart."""
    alike = likeness(one.casefold(), other.casefold())
    if alike < least_alike:
        return _NEVER
    return max(len(one), len(other)) - alike * (len(one) + len(other)) / 2


#: For each place in the text the cheapest way to have come there: its cost, and the values on that way.
_Ways: TypeAlias = dict[int, tuple[float, tuple[str, ...]]]


def _laid_over(template: Template, parts: _Parts, limit: float) -> tuple[float, str] | None:
    """The text as this template has it, and the least that this costs; None if that is above `limit`."""
    ways: _Ways = {0: (0.0, ())}
    for number, piece in enumerate(template.pieces):
        ways = _past_literal(ways, piece.strip(), parts, limit)
        if number < len(template.holes):
            ways = _past_hole(ways, template.kind(number), parts, limit)
        if not ways:
            return None
    if parts.last not in ways:
        return None
    cost, values = ways[parts.last]
    return cost, template.filled(values)


def _past_literal(ways: _Ways, piece: str, parts: _Parts, limit: float) -> _Ways:
    past: _Ways = {}
    for begin, (cost, values) in ways.items():
        for end in range(begin, parts.last + 1):
            words = parts.stretch(begin, end)
            if len(words) > 2 * len(piece) + _DROPPED_MAX:
                break
            _keep(past, end, cost + parts.literal(piece, words), values, limit)
    return past


def _past_hole(ways: _Ways, kind: ValueKind, parts: _Parts, limit: float) -> _Ways:
    past: _Ways = {}
    for begin, (cost, values) in ways.items():
        for end in range(begin + 1, parts.last + 1):
            found = parts.value(kind, parts.stretch(begin, end))
            if found is not None:
                _keep(past, end, cost + found[0], (*values, found[1]), limit)
    return past


def _keep(ways: _Ways, end: int, cost: float, values: tuple[str, ...], limit: float) -> None:
    if cost <= limit and (end not in ways or cost < ways[end][0]):
        ways[end] = cost, values
