"""Every text that ships is in both languages, is said by some code, and no code says one that is not there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import lostphone
import lostphone_steps
from lostphone.texts.bilingual import SAID_BY_CODE, Store, load
from lostphone.texts.checking import SayingFunction, layout_faults, missing_keys, said_in, unused_keys

PACKAGES = [Path(package.__file__).parent for package in (lostphone, lostphone_steps)]
FILES = {
    str(path.relative_to(package.parent)): path
    for package in PACKAGES
    for path in sorted(package.rglob("*.toml"))
}
SOURCES = {
    str(path.relative_to(package.parent)): path.read_text("utf-8")
    for package in PACKAGES
    for path in sorted(package.rglob("*"))
    if path.suffix in (".py", ".html", ".js") and path.name != "checking.py"
}
#: The stores are the files that some module gives to `load`.
STORES = {
    store.file: store
    for text in SOURCES.values()
    for store in (load(*found) for found in re.findall(r'\bload\("(lostphone[\w.]*)", "([\w/.]+)"\)', text))
}
SAID = said_in(SOURCES)


def function(module: str, name: str, file: str, *places: int, prefix: str = "") -> SayingFunction:
    return SayingFunction(f"lostphone.{module}", name, STORES[f"lostphone/{file}"], places or (1,), prefix)


FUNCTIONS = [
    function("texts", "text", "texts/screens.toml"),
    function("gherkin.complaints", "complaint", "gherkin/complaints.toml"),
    function("gherkin.sighting", "sighted", "gherkin/sightings.toml", 0),
    function("whatif.words", "say", "whatif/words.toml", 1, 2),
    function("whatif.reading.remarks", "say", "whatif/reading/reading.toml", 1, 2),
    function("site.drawing.words", "say", "site/drawing/words.toml"),
    function("cli.words", "say", "cli/words.toml"),
]


def test_the_stores_are_found() -> None:
    assert len(STORES) >= 11
    assert all(one.file in STORES for one in (function.store for function in FUNCTIONS))


@pytest.mark.parametrize("file", FILES)
def test_every_entry_is_in_both_languages_with_the_same_placeholders(file: str) -> None:
    assert list(layout_faults(file, tomllib.loads(FILES[file].read_text("utf-8")))) == []


@pytest.mark.parametrize("file", sorted(STORES))
def test_every_key_is_said_by_some_code(file: str) -> None:
    by_code = tomllib.loads(FILES[file].read_text("utf-8")).get(SAID_BY_CODE, [])
    assert list(unused_keys(STORES[file], SAID, by_code)) == []


def test_no_code_says_a_text_that_is_not_there() -> None:
    python = {file: text for file, text in SOURCES.items() if file.endswith(".py")}
    assert [fault for file, text in python.items() for fault in missing_keys(file, text, FUNCTIONS)] == []


PLANTED = Store("planted.toml", {"nav": {"home": {"en": "Home", "ja": "ホーム"}}})


@pytest.mark.parametrize(
    ("table", "fault"),
    [
        ({"a": {"en": "Home"}}, "f.toml: 'a' has no text in ja"),
        ({"a": {"b": [{"ja": "家", "en": " "}]}}, "f.toml: 'a.b[0]' has no text in en"),
        ({"a": {"en": "{x} of {y}", "ja": "{x}"}}, "f.toml: 'a' has {y} in one language only"),
    ],
)
def test_an_entry_that_is_not_alike_is_found(table: dict[str, object], fault: str) -> None:
    assert list(layout_faults("f.toml", table)) == [fault]


def test_a_key_that_no_code_says_is_found_and_so_is_a_beginning_in_vain() -> None:
    elsewhere = said_in({"a.py": '"nav"', "b.py": '"home"'})
    assert list(unused_keys(PLANTED, elsewhere)) == ["planted.toml: no code says 'nav.home'"]
    assert list(unused_keys(PLANTED, elsewhere, ["nav."])) == []
    assert list(unused_keys(PLANTED, [frozenset()], ["nav."])) == ["planted.toml: no code says 'nav.home'"]
    assert list(unused_keys(PLANTED, [frozenset()], ["nav.*"])) == []
    assert list(unused_keys(PLANTED, said_in({"a.html": "{{ w.nav.home }}"}), ["old."])) == [
        "planted.toml: said_by_code has 'old.', and no key begins so"
    ]


def test_a_key_that_the_store_has_not_is_found() -> None:
    say = SayingFunction("room.words", "say", PLANTED, (1, 2))
    code = 'from room.words import say as tell\ntell("en", "nav", "home")\ntell("en", "nav", "hoem")\n'
    assert list(missing_keys("a.py", code, [say])) == ["a.py:3: planted.toml has no text 'nav.hoem'"]
