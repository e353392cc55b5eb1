"""What may stand in a placeholder is told by its kind: no more and no less than a step may say."""

from __future__ import annotations

import re

import pytest

from lostphone.gherkin.kinds import LANGUAGES, ValueKind
from lostphone.gherkin.placeholders import placeholders
from lostphone.gherkin.sentence import Sentence
from lostphone.gherkin.vocabulary import shipped_index, shipped_sentences

PLACEHOLDERS = {one.kind.name: one for one in placeholders(shipped_sentences())}
SENTENCES = list(shipped_sentences())


def said(kind: ValueKind, language: str) -> tuple[str, ...]:
    """All that is listed for a kind: the values of a closed list, or example and known words of an open one."""
    if kind.form is None:
        return kind.words[language]
    return (kind.example(language), *kind.form.known.get(language, ()))


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: sentence.name)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_that_is_listed_parses_in_its_place(language: str, sentence: Sentence) -> None:
    for template in sentence.templates[language]:
        examples = [template.kind(number).example(language) for number in range(len(template.holes))]
        for number, (name, _) in enumerate(template.holes):
            kind = template.kind(number)
            for value in said(kind, language):
                text = template.filled([*examples[:number], value, *examples[number + 1 :]])
                found = [one for one in shipped_index(language).find(None, text) if one.sentence is sentence]
                assert found, text
                assert found[0].arguments()[name] == kind.parse(language, value), text


def of_the_list(kind: ValueKind, language: str) -> set[str]:
    """The spellings that the pattern of a closed list takes: it has each of them, and no other sign."""
    return {re.sub(r"\\(.)", r"\1", one) for one in kind.pattern[language].split("|")}


@pytest.mark.parametrize("name", [name for name, one in PLACEHOLDERS.items() if one.kind.form is None])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_of_a_closed_list_is_listed(language: str, name: str) -> None:
    kind = PLACEHOLDERS[name].kind
    assert set(kind.words[language]) == of_the_list(kind, language)
    # The written word of each value is among them, so both languages list the same values.
    values = {kind.parse(language, word) for word in kind.words[language]}
    assert values == {kind.parse(other, word) for other in LANGUAGES for word in kind.words[other]}


@pytest.mark.parametrize("name", PLACEHOLDERS)
def test_every_kind_says_what_may_stand_there(name: str) -> None:
    kind = PLACEHOLDERS[name].kind
    for language in LANGUAGES:
        assert all(said(kind, language))
        assert kind.fits(language, kind.example(language))


def test_every_placeholder_of_every_sentence_is_listed() -> None:
    for sentence in SENTENCES:
        for template in sentence.templates["en"]:
            for name, kind in template.holes:
                assert name in PLACEHOLDERS[kind].names
