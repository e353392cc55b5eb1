"""Style, meaning, twins and usage: what linting finds, and that it finds nothing in good stories."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from lostphone.gherkin import lint as linting
from lostphone.gherkin import usage as using
from lostphone.gherkin.index import SentenceIndex
from lostphone.gherkin.kinds import generic_kinds
from lostphone.gherkin.meaning import meaning_problems
from lostphone.gherkin.pickles import parse_feature
from lostphone.gherkin.sentence import Sentences
from lostphone.gherkin.style import style_problems
from lostphone.gherkin.table import Column
from lostphone.gherkin.twins import twin_problems

SENTENCES = Sentences(generic_kinds())


@SENTENCES.define("given", "when", en="{duration} pass", ja="{duration}たつ")
def passes(duration: int) -> None: ...


@SENTENCES.define("then", en="it is {instant}", ja="{instant}である")
def it_is(instant: int) -> None: ...


@SENTENCES.define("then", en="it was {instant}", ja="{instant}だった")
def it_was(instant: int) -> None: ...


@SENTENCES.define("given", en="as follows", ja="次のとおり", table=(Column("name", "text", "name", "名前"),))
def follows(table: list[dict[str, object]]) -> None: ...


@SENTENCES.define("given", en="it is noted", ja="次の覚え書き")
def noted(docstring: str) -> None: ...


INDEXES = {language: SentenceIndex(SENTENCES, language) for language in ("en", "ja")}

ENGLISH = """
    Feature: f
      @id:one @rule:code.digits
      Scenario: one
        Given as follows
          | name   |
          | "bank" |
        When 11 minutes pass
        Then it is 3 March 2026
"""
JAPANESE = """
    # language: ja
    機能: f
      @id:one @rule:code.digits
      シナリオ: 一
        前提次のとおり
          | 名前   |
          | 「bank」 |
        もし11分たつ
        ならば2026年3月3日である
"""


def feature(text: str, uri: str = "f.feature") -> linting.Feature:
    return parse_feature(dedent(text).lstrip("\n"), uri)


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("11 minutes pass", "11 minuets pass", 6, "no sentence fits when '11 minuets pass'; did you mean"),
        ("it is 3 March", "it is 33 March", 7, "not a moment that exists"),
        ("Then it is", "And it is", 7, "no sentence fits when 'it is 3 March 2026'"),
        ("| name   |", "| nmae   |", 3, "did you mean 'name'"),
        ('      | name   |\n      | "bank" |\n', "", 3, "'as follows' needs a table below it"),
        (
            "11 minutes pass\n",
            "11 minutes pass\n      | a |\n",
            6,
            "has a table, and '{duration} pass' takes",
        ),
        ("Given as follows", "Given it is noted", 3, "has a table, and 'it is noted' takes none"),
    ],
)
def test_steps_that_mean_nothing(old: str, new: str, line: int, message: str) -> None:
    text = dedent(ENGLISH).lstrip("\n")
    assert old in text
    assert meaning_problems(feature(text), INDEXES["en"]) == []
    [problem] = meaning_problems(feature(text.replace(old, new)), INDEXES["en"])
    assert message in problem.message
    assert problem.line == line + 1 or problem.line == line


def test_a_step_that_fits_two_sentences() -> None:
    both = Sentences(generic_kinds())

    @both.define("when", en="{duration} pass", ja="{duration}たつ")
    def one(duration: int) -> None: ...

    @both.define("when", en="{int} minutes pass", ja="{int}分がたつ")
    def other(int: int) -> None: ...

    text = "Feature: f\n Scenario: s\n  When 11 minutes pass\n"
    [problem] = meaning_problems(feature(text), SentenceIndex(both, "en"))
    assert problem.message.startswith("'11 minutes pass' fits 2 sentences: ")
    assert ".one and " in problem.message


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("Feature: f\n Scenario: s\n" + "  Then a\n" * 8, 2, "8 steps; more than 7"),
        ("Feature: f\n Scenario: s\n  When a\n  Then b\n  When c\n", 5, "a second 'When'"),
        ("Feature: f\n Scenario: s\n  Then a\n Rule: r\n", 4, "no scenario illustrates 'r'"),
        ("Feature: f\n @rule:code.digitz\n Scenario: s\n  Then a\n", 3, "did you mean 'code.digits'?"),
        (
            "Feature: f\n Scenario: s\n  Then <b>\n  Examples:\n  | why | b | c |\n  | 1 | 2 | 3 |\n",
            5,
            "uses the column 'c'",
        ),
        (
            "Feature: f\n Scenario: s\n  Then <b>\n  Examples:\n  | why | b |\n  | 1 | 2 |\n  | 1 | 3 |\n",
            7,
            "says why as line 6 does: '1'",
        ),
        ("Feature: f\n Scenario: s\n  Given a\n  When b\n  And c\n", 2, "no 'Then', so it promises nothing"),
        ("Feature: f\n Scenario: s\n  Given a\n  * b\n", 2, "no 'Then', so it promises nothing"),
        ("# language: ja\n機能: f\n シナリオ: s\n  もしa\n", 3, "「ならば」がありません"),
        ("# language: fr\nFonctionnalité: f\n Scénario: s\n  Quand a\n", 3, "no 'Alors'"),
        (
            "Feature: f\n Scenario: s\n  Then <nmae> <b>\n  Examples:\n  | name |\n  | 1 |\n",
            3,
            "'<nmae>' is no column of the examples and stays as it is; did you mean '<name>'?",
        ),
        (
            "Feature: f\n Scenario: s\n  Then a\n   | <Digits > |\n  Examples:\n  | digits |\n  | 1 |\n",
            4,
            "did you mean '<digits>'?",
        ),
    ],
)
def test_style(text: str, line: int, message: str) -> None:
    [problem] = style_problems(feature(text))
    assert (problem.line, message in problem.message) == (line, True), problem


def test_shipped_stories_owe_an_id_and_a_rule() -> None:
    text = "Feature: f\n Scenario: s\n  Then a\n"
    assert style_problems(feature(text)) == []
    assert len(style_problems(feature(text), house=True)) == 2
    assert style_problems(feature(ENGLISH), house=True) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("11分", "12分", 8, "has duration = 660000, not 720000"),
        ("3日である", "3日だった", 9, "which means"),
        ("「bank」", "「銀行」", 5, "has table = [{'name': 'bank'}]"),
        ("    ならば2026年3月3日である\n", "", 4, "has 3 steps, not 2"),
        ("もし11", "かつ11", 8, "is a when, not a given"),
        ("@rule:code.digits", "@rule:code.period", 4, "other tags: @rule:code.digits, @rule:code.period"),
        ("@id:one", "@id:two", 4, "has no English twin (@id:two)"),
    ],
)
def test_twins_that_differ(old: str, new: str, line: int, message: str) -> None:
    text = dedent(JAPANESE).lstrip("\n")
    assert old in text
    english = [feature(ENGLISH, "en/f.feature")]
    assert twin_problems(english, [feature(text, "ja/f.feature")], INDEXES) == []
    found = twin_problems(english, [feature(text.replace(old, new), "ja/f.feature")], INDEXES)
    assert [(p.line, message in p.message) for p in found if p.uri == "ja/f.feature"] == [(line, True)], found


@pytest.fixture
def features(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for language, text in (("en", ENGLISH), ("ja", JAPANESE)):
        (tmp_path / language).mkdir()
        (tmp_path / language / "f.feature").write_text(dedent(text).lstrip("\n"), encoding="utf-8")
    monkeypatch.setattr(linting, "shipped_index", INDEXES.__getitem__)
    monkeypatch.setattr(using, "shipped_index", INDEXES.__getitem__)
    monkeypatch.setattr(using, "shipped_sentences", lambda: SENTENCES)
    for module in (linting, using):
        monkeypatch.setattr(module, "features_root", lambda: tmp_path)
    return tmp_path


def test_good_features_have_no_problems(features: Path) -> None:
    assert linting.lint([features]) == []


def test_all_sorts_of_problems_are_gathered(features: Path) -> None:
    english, japanese = features / "en" / "f.feature", features / "ja" / "f.feature"
    english.write_text(english.read_text().replace("@rule:code.digits", "@rule:nothing"))
    japanese.write_text(japanese.read_text().replace("11分", "12分"))
    (features / "en" / "g.feature").write_text(english.read_text().replace("11 minutes", "11 monuments"))
    (features / "en" / "h.feature").write_text("Feature: h\n")
    told = "\n".join(
        f"{Path(p.uri).parent.name}/{Path(p.uri).name}:{p.line}: {p.message}"
        for p in linting.lint([features])
    )
    for expected in (
        "en/f.feature:3: @rule:nothing: there is no rule",
        "ja/f.feature:8: its twin",
        "ja/f.feature:4: its twin",
        "en/g.feature:7: no sentence fits",
        "en/g.feature:3: @id:one is taken by",
        "en/h.feature:1: the feature 'h' has no scenarios",
    ):
        assert expected in told
    assert "monuments" not in "".join(p.message for p in linting.lint([features], sentences=False))


def test_a_file_in_the_wrong_folder_is_found(features: Path) -> None:
    (features / "ja" / "f.feature").write_text((features / "en" / "f.feature").read_text())
    assert "lies in ja/ but is in 'en'" in "".join(p.message for p in linting.lint([features]))


def test_use_is_counted_and_what_nobody_says_is_found(features: Path) -> None:
    counts = {use.sentence.function.__name__: use.counts for use in using.usage()}
    assert counts["passes"] == {"en": 1, "ja": 1}
    assert counts["noted"] == {"en": 0, "ja": 0}
    unused = using.usage_problems()
    assert len(unused) == 4
    assert any("noted: no ja scenario says '次の覚え書き'" in line for line in unused)
