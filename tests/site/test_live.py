"""What travels with the pages says what the catalogue says, in both languages, and is small."""

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from site_scripts import value

import lostphone.site.live as live
from lostphone.base.clock import DAY_MS
from lostphone.rules import Catalogue, Policy
from lostphone.site.live.answers import KINDS, PlayedLoss, Stretch
from lostphone.site.live.data import answers_script, spans
from lostphone.site.live.documents import documents_script, of_rules
from lostphone.site.live.pages import assets
from lostphone.site.live.script import script
from lostphone.site.live.timeline import FIRST_DAY, LAST_DAY, dateless_rules, themes
from lostphone.site.live.words import words

FOLDER = Path(live.__file__).parent
RULES = Catalogue.load().rules


def test_every_text_is_there_in_both_languages_and_with_the_same_holes() -> None:
    english, japanese = words("en"), words("ja")
    assert english.keys() == japanese.keys()
    for group, texts in english.items():
        assert texts.keys() == japanese[group].keys()
        for key, text in texts.items():
            assert text
            assert japanese[group][key]
            assert sorted(re.findall(r"\{\w+\}", text)) == sorted(
                re.findall(r"\{\w+\}", japanese[group][key])
            ), key


def test_no_text_is_there_that_no_page_says() -> None:
    sources = "\n".join(
        path.read_text("utf-8")
        for pattern in ("templates/*.html", "static/*.js", "*.py")
        for path in FOLDER.glob(pattern)
        if path.name != "minisearch.js"
    )
    composed = {"kinds", "outcomes", "switch"}
    for group, texts in words("en").items():
        for key in texts if group not in composed else ():
            said = key in sources or re.sub(r"^(theme|group|set)_.*|_note$", "", key) in sources
            assert said, f"{group}.{key} is said nowhere"
    assert set(KINDS) <= set(words("en")["kinds"])


@given(st.sampled_from(["ios", "android"]), st.integers(FIRST_DAY, LAST_DAY))
def test_the_dates_of_rules_are_those_of_the_policy(platform: str, day: int) -> None:
    held = {
        rule
        for rule, dates in spans(platform).items()
        if any((since is None or since <= day) and (until is None or day < until) for since, until in dates)
    }
    assert held == Policy.at(platform, day * DAY_MS).held


def test_the_answers_are_the_same_in_letters(answers: dict[str, list[Stretch]]) -> None:
    told = value(answers_script())
    assert isinstance(told, dict)

    def read(places: list[int]) -> list[PlayedLoss]:
        letters = [told["cases"][place] for place in places]
        return [
            PlayedLoss(
                tuple(told["outcomes"][letter] for letter in case[: len(KINDS)]),
                tuple(told["ways"][letter] for letter in case[len(KINDS) :]),
            )
            for case in letters
        ]

    for pair, of_pair in answers.items():
        for stretch, letters in zip(of_pair, told["pairs"][pair], strict=True):
            day, switches, cases, kept, deciding, others = letters
            assert (day * DAY_MS, tuple(switches)) == (stretch.since_ms, stretch.switches)
            assert (read(cases), read(kept)) == (list(stretch.cases), list(stretch.kept))
            for other, (question, answer, there, kept_there) in zip(stretch.others, others, strict=True):
                assert (other.question, other.answer) == (question, answer)
                assert (read(there), read(kept_there)) == (list(other.cases), list(other.kept))
            for letter, of_kinds in told["deciding"][deciding].items():
                assert tuple(map(tuple, of_kinds)) == stretch.rules[told["outcomes"][letter]]


@given(st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_a_data_script_holds_any_text(anything: object) -> None:
    made = script("LOSTPHONE_X", anything)
    assert value(made) == anything
    assert "\u2028" not in made.decode()


def test_documents_come_back_whole() -> None:
    documents = [
        *of_rules("ja", lambda rule: f"rules/{rule}.html"),
        ("story", "x.html", "a", "same\nother\nsame"),
    ]
    told = value(documents_script("ja", documents))
    assert isinstance(told, dict)
    lines = told["lines"]
    assert documents == [
        (kind, address, title, "\n".join(lines[place] for place in places))
        for kind, address, title, places in told["documents"]
    ]


def test_every_dated_rule_has_its_bar_and_the_others_are_counted() -> None:
    drawn = {row.id for theme in themes("en", str) for row in theme.rows}
    dated = {
        rule.id
        for rule in RULES.values()
        for s in rule.spans
        if s.since_ms is not None or s.until_ms is not None
    }
    assert drawn == dated
    assert len(drawn) + dateless_rules() == len(RULES)
    assert all(theme.turns for theme in themes("ja", str))


def test_vendored_minisearch_is_as_released() -> None:
    import hashlib

    # The UMD build of minisearch 7.2.0 from npm, less the line that names a source map.
    digest = hashlib.sha256((FOLDER / "static" / "minisearch.js").read_bytes()).hexdigest()
    assert digest == "533f4202ebfb53bf4643ab5c75c085c87bcb63f582ca770796061383fb86b0ef"


def test_every_copy_of_minisearch_in_a_site_carries_its_licence() -> None:
    made = assets()
    licence = (FOLDER / "static" / "minisearch.LICENSE.txt").read_bytes()
    assert b"Luca Ongaro" in licence
    assert b"*/" not in licence
    assert made["minisearch.js"].startswith(b"/*!\n" + licence + b"*/\n")
    assert made["minisearch.js"].endswith((FOLDER / "static" / "minisearch.js").read_bytes())
    assert made["minisearch.LICENSE.txt"] == licence
