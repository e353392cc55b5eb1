"""What is said about a feature file, in the language of the file: the words lie in `complaints.toml`.

A file in a third language is spoken of in English. Values come from the file; what is longer than a line
is cut, so that one long name cannot drown the message.

>>> complaint("en", "no-steps", name="The river"), complaint("ja", "no-steps", name="川")
("the scenario 'The river' has no steps", 'シナリオ「川」にステップがありません')
>>> len(complaint("en", "no-steps", name="long " * 1000)) < 400
True
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from lostphone.texts.bilingual import Store, load

VALUE_MAX = 240
#: A word longer than this is like no other, and comparing it takes time that grows with its length.
_COMPARED_MAX = 200


def complaint(language: str, id_: str, /, **values: object) -> str:
    """The sentence with that id, its holes filled; KeyError if there is none."""
    return complaints().fill(language, id_, {name: cut(value) for name, value in values.items()})


def cut(value: object) -> str:
    """As text, with its middle left out where it is longer than a message can bear."""
    text = str(value)
    if len(text) <= VALUE_MAX:
        return text
    half = VALUE_MAX // 2
    return f"{text[:half]} … {text[-half:]}"


def did_you_mean(word: str, known: Iterable[str], language: str = "en") -> str:
    """`; did you mean 'Given'?` or nothing."""
    near = closest(word, known)
    return complaint(language, "did-you-mean", near=near) if near else ""


def closest(word: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """The known word most like this one, None if none is or if it is too long to compare."""
    if len(word) > _COMPARED_MAX:
        return None
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=cutoff)
    return near[0] if near else None


def complaints() -> Store:
    """The words by id."""
    return load("lostphone.gherkin", "complaints.toml")
