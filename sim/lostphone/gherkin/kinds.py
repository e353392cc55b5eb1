"""Kinds of value a sentence speaks of, each readable and writable in every language.

A story exists in English and Japanese, and an action must print as the Gherkin that would make it. So a
kind is a pair: words to value, value to words. Domain kinds (people, phones, accounts) are added by
whoever writes the sentences; the generic ones come with `generic_kinds`.

>>> kinds = generic_kinds()
>>> kinds["duration"].parse("ja", "1時間30分") == kinds["duration"].parse("en", "90 minutes")
True
>>> kinds["count"].format("en", 2)
'twice'
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lostphone.base.suggest import alike_by_words, nearest
from lostphone.texts.bilingual import Text

LANGUAGES = ("en", "ja")
#: How like a value of a closed list a mistyped one is.
_VALUE_LIKENESS = 0.7


class KindError(ValueError):
    """A kind is ill-defined or unknown: the mistake of whoever wrote the sentence, not of a story."""


@dataclass(frozen=True, slots=True)
class Form:
    """What a value of an open kind looks like: in a few words, and by an example.

    `known` are words of it that are met again and again, by language (the people of the stories). `mend`
    makes of a mistyped text (its language comes first) one that was probably meant, or None.
    """

    text: Text
    sample: Any
    known: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    mend: Callable[[str, str], str | None] = lambda _language, _text: None


@dataclass(frozen=True, slots=True, eq=False)
class ValueKind:
    """How one sort of value is written, and which values there are.

    `pattern` maps a language to a regular expression without capturing groups. `parse(language, text)`
    gets text which matched it and raises ValueError, saying why, if it means nothing (31 February).
    `format(language, value)` gives text which `parse` reads back to an equal value. `is_one(value)` says
    whether it is one of something, so that a verb or a noun beside it is in the singular.

    A kind with a closed list of values has `words`: all spellings by language, the written one of each value
    first. An open kind has a `form`.
    """

    name: str
    pattern: Mapping[str, str]
    parse: Callable[[str, str], Any]
    format: Callable[[str, Any], str]
    is_one: Callable[[Any], bool] = lambda _value: False
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    form: Form | None = None

    def __post_init__(self) -> None:
        if not self.name.isidentifier():
            raise KindError(f"'{self.name}' cannot be a kind's name: write letters, digits and underscores")
        for language, pattern in self.pattern.items():
            try:
                groups = re.compile(pattern).groups
            except re.error as error:
                raise KindError(f"kind '{self.name}', {language}: bad pattern: {error}") from None
            if groups:
                raise KindError(
                    f"kind '{self.name}', {language}: the pattern captures; write (?:…) instead of (…)"
                )

    def example(self, language: str) -> str:
        """A text of this kind: the form's sample, or the first word of the list."""
        return self.words[language][0] if self.form is None else self.format(language, self.form.sample)

    def fits(self, language: str, text: str) -> bool:
        """Whether a text is of this kind and means something."""
        if not re.fullmatch(self.pattern[language], text):
            return False
        try:
            self.parse(language, text)
        except ValueError:
            return False
        return True

    def mended(self, language: str, text: str) -> str | None:
        """The text of this kind that a mistyped one was probably meant to be, None if nothing is like it."""
        if self.form is None:
            # Q1 is not a slip for Q21: a number is what it is.
            same = [word for word in self.words.get(language, ()) if _numbers(word) == _numbers(text)]
            meant = nearest(text, same, cutoff=_VALUE_LIKENESS)
            return meant if meant is not None and alike_by_words(text, meant) else None
        mended = self.form.mend(language, text)
        return mended if mended is not None and self.fits(language, mended) else None


def _numbers(text: str) -> list[int]:
    return [int(digits) for digits in re.findall("[0-9]+", text)]


class Kinds:
    """The kinds a set of sentences may use, by name and in the order they were added."""

    def __init__(self, kinds: Iterable[ValueKind] = ()) -> None:
        self._by_name: dict[str, ValueKind] = {}
        for kind in kinds:
            self.add(kind)

    def add(self, kind: ValueKind) -> ValueKind:
        """Add a kind; KindError if its name is taken by a different one."""
        if self._by_name.setdefault(kind.name, kind) is not kind:
            raise KindError(f"there are two kinds called '{kind.name}': give one of them another name")
        return kind

    def __getitem__(self, name: str) -> ValueKind:
        try:
            return self._by_name[name]
        except KeyError:
            near = nearest(name, self._by_name)
            hint = f"did you mean '{near}'?" if near else f"there are: {', '.join(self._by_name)}"
            raise KindError(f"no kind is called '{name}'; {hint}") from None

    def __contains__(self, name: object) -> bool:
        return name in self._by_name

    def __iter__(self) -> Iterator[ValueKind]:
        return iter(self._by_name.values())


def one_of(name: str, words: Mapping[Any, Mapping[str, str | tuple[str, ...]]]) -> ValueKind:
    """A kind of few values, each with its words per language; the first of several is the one written.

    >>> sort = one_of("sort", {"work": {"en": ("work account", "job account"), "ja": "職場アカウント"}})
    >>> sort.parse("en", "job account"), sort.format("ja", "work")
    ('work', '職場アカウント')
    """
    spellings: dict[str, dict[str, Any]] = {}
    first: dict[tuple[str, Any], str] = {}
    for value, by_language in words.items():
        for language, given in by_language.items():
            for word in (given,) if isinstance(given, str) else given:
                taken = spellings.setdefault(language, {})
                if word in taken:
                    raise KindError(f"kind '{name}', {language}: '{word}' stands for two values")
                taken[word] = value
                first.setdefault((language, value), word)
    # Longest first, or "work" would end the match inside "work account".
    patterns = {
        language: "|".join(re.escape(word) for word in sorted(taken, key=len, reverse=True))
        for language, taken in spellings.items()
    }

    def write(language: str, value: Any) -> str:
        try:
            return first[language, value]
        except KeyError:
            raise ValueError(f"kind '{name}' has no {language} word for {value!r}") from None

    return ValueKind(
        name,
        patterns,
        lambda language, text: spellings[language][text],
        write,
        words={language: tuple(taken) for language, taken in spellings.items()},
    )


def generic_kinds() -> Kinds:
    """A fresh registry with `text`, `int`, `count`, `instant` and `duration`."""
    from lostphone.gherkin.numbers import COUNT, INT, TEXT
    from lostphone.gherkin.times import DURATION, INSTANT

    return Kinds((TEXT, INT, COUNT, INSTANT, DURATION))
