"""What an oracle saw has words in both languages, and every place that says it gives what the words speak of."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import lostphone
import lostphone_steps
from lostphone.gherkin.kinds import LANGUAGES
from lostphone.gherkin.sighting import Sighting, sighted, sightings

SOURCES = sorted(
    file
    for package in (lostphone, lostphone_steps)
    for file in Path(package.__file__).parent.rglob("*.py")
    if "sighting" in file.read_text()
)


def named(id_: str, language: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sightings()[id_].read(language)) if name}


def strings(node: ast.AST) -> Iterator[str]:
    for one in ast.walk(node):
        if isinstance(one, ast.Constant) and isinstance(one.value, str):
            yield one.value


def calls() -> Iterator[tuple[str, ast.Call]]:
    for file in SOURCES:
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "sighted":
                yield f"{file.name}:{node.lineno}", node


@pytest.mark.parametrize("id_", sightings())
def test_both_languages_speak_of_the_same(id_: str) -> None:
    assert named(id_, "en") == named(id_, "ja")
    english, japanese = (re.sub(r"{\w+}", "", sightings()[id_].read(language)) for language in LANGUAGES)
    assert english.isascii()
    assert bool(re.search("[a-z]", english)) == bool(re.search("[ぁ-ん一-龥]", japanese))


def test_every_sighting_is_said_somewhere() -> None:
    said = {text for file in SOURCES for text in strings(ast.parse(file.read_text()))}
    assert sightings().keys() - said == {"as-told"}


@pytest.mark.parametrize(("place", "call"), list(calls()), ids=[place for place, _ in calls()])
def test_what_the_words_speak_of_is_given(place: str, call: ast.Call) -> None:
    given = {keyword.arg for keyword in call.keywords}
    first = call.args[0]
    choices = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
    for choice in choices:
        if isinstance(choice, ast.Constant):
            assert named(choice.value, "en") == given
        elif given == set():
            # One that is handed on: what it says stands in that file as a text, and speaks of nothing.
            file = next(file for file in SOURCES if file.name == place.partition(":")[0])
            handed = set(strings(ast.parse(file.read_text()))) & sightings().keys()
            assert any(not named(id_, "en") for id_ in handed)


def test_a_part_of_a_sentence_is_told_in_the_same_language() -> None:
    how = sighted("refused", code="wrong-account")
    whole = sighted("restore", what=sighted("over-accounts"), how=how)
    assert whole.text("en") == (
        "a restore over accounts was refused because the backup is not stored with that account"
    )
    assert whole.text("ja") == (
        "アカウントが残っているスマートフォンへの復元は、そのアカウントにバックアップがないため拒否された"
    )


@pytest.mark.parametrize(
    ("value", "english", "japanese"),
    [
        ("Mika's new iPhone", "Mika's new iPhone", "ミカの新しいiPhone"),
        (
            "the phone of a client of yours",
            "the phone of a client of yours",
            "the phone of a client of yours",
        ),
        ("", "", ""),
    ],
)
def test_what_stories_have_no_word_for_stands_as_it_is(value: str, english: str, japanese: str) -> None:
    seen = sighted("rooted-unwarned", phone=value)
    assert seen.text("en") == f"{english} is rooted, and did not warn of it"
    assert seen.text("ja") == f"{japanese}はroot化されているのに、警告しない"


def test_a_sighting_that_nobody_has_words_for_is_a_mistake() -> None:
    with pytest.raises(KeyError, match="no words for the sighting 'no-such-thing'"):
        sighted("no-such-thing")


@pytest.mark.parametrize("language", LANGUAGES)
def test_braces_in_a_value_are_left_alone(language: str) -> None:
    assert Sighting("as-told", {"what": "{phone} {0}"}).text(language) == "{phone} {0}"
