"""What is said about a feature file, in the language of the file: the words lie in `complaints.toml`.

A file in a third language is spoken of in English. Values come from the file; what is longer than a line
is cut, so that one long name cannot drown the message.

>>> complaint("en", "no-steps", name="The river"), complaint("ja", "no-steps", name="川")
("the scenario 'The river' has no steps", 'シナリオ「川」にステップがありません')
>>> len(complaint("en", "no-steps", name="long " * 1000)) < 400
True
"""

from __future__ import annotations

from collections.abc import Iterable

from lostphone.base.suggest import nearest
from lostphone.texts.bilingual import Store, load

VALUE_MAX = 240


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
    near = nearest(word, known)
    return complaint(language, "did-you-mean", near=near) if near else ""


def complaints() -> Store:
    """The words by id."""
    return load("lostphone.gherkin", "complaints.toml")
