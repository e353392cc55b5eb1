"""The shipped sentences are step definitions, here and for suites that use `scenarios()`."""

from __future__ import annotations

import pytest

from lostphone.gherkin.kinds import generic_kinds
from lostphone.gherkin.sentence import Sentences
from lostphone.gherkin.table import Column

pytest_plugins = ["pytester"]

FEATURES = {
    "en": """
Feature: f
  Scenario: s
    Given it is 3 March 2026
    When 11 minutes pass
""",
    "ja": """# language: ja
機能: f
  シナリオ: s
    前提次のとおり
      | 名前 | 桁数 |
      | 「楽天証券」 | 8 |
    もし11分たつ
""",
}


@pytest.fixture
def vocabulary(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """A vocabulary of its own in place of the shipped one, and what its sentences were told."""
    told: list[object] = []
    sentences = Sentences(generic_kinds())

    @sentences.define("given", en="it is {instant}", ja="{instant}である")
    def it_is(story: object, instant: int) -> None:
        told.append((type(story).__name__, instant))

    @sentences.define("when", en="{duration} pass", ja="{duration}たつ")
    def passes(duration: int) -> None:
        told.append(duration)

    @sentences.define(
        "given",
        en="as follows",
        ja="次のとおり",
        table=(Column("name", "text", "name", "名前"), Column("digits", "int", "digits", "桁数")),
    )
    def follows(table: list[dict[str, object]]) -> None:
        told.append(table)

    monkeypatch.setattr("lostphone.pytest_plugin.shipped.shipped_sentences", lambda: sentences)
    return told


def play(pytester: pytest.Pytester, language: str, text: str | None = None) -> pytest.RunResult:
    (pytester.path / "f.feature").write_text(text or FEATURES[language], encoding="utf-8")
    return pytester.runpytest("f.feature")


def test_a_sentence_gets_values_and_the_story(pytester: pytest.Pytester, vocabulary: list[object]) -> None:
    play(pytester, "en").assert_outcomes(passed=1)
    assert vocabulary == [("Story", 1772496000000), 660_000]


def test_a_table_is_read_in_the_language_of_the_sentence(
    pytester: pytest.Pytester, vocabulary: list[object]
) -> None:
    play(pytester, "ja").assert_outcomes(passed=1)
    assert vocabulary == [[{"name": "楽天証券", "digits": 8}], 660_000]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (FEATURES["en"].replace("3 March", "31 February"), "*31 February 2026' is not a moment that exists*"),
        (FEATURES["ja"].replace("桁数", "けた数"), "*表に「けた数」という列はありません*"),
        (FEATURES["ja"].replace("8 |", "八 |"), "*列「桁数」の「八」は、種類「int」の値ではありません*"),
        (
            FEATURES["en"] + "      | a |\n      | b |\n",
            "*the step has a table, and '{duration} pass' takes none*",
        ),
        ("Feature: f\n Scenario: s\n  Given as follows\n", "*the step needs a table below it*"),
    ],
)
def test_words_that_mean_nothing_fail_the_step(
    pytester: pytest.Pytester, vocabulary: list[object], text: str, complaint: str
) -> None:
    result = play(pytester, "", text)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines([complaint])
    assert len(vocabulary) < 2


def test_a_suite_s_own_definition_wins(pytester: pytest.Pytester, vocabulary: list[object]) -> None:
    pytester.makeconftest(
        "from pytest_bdd import when, parsers\n@when(parsers.parse('{n:d} minutes pass'))\ndef _(n): assert n == 11\n"
    )
    play(pytester, "en").assert_outcomes(passed=1)
    assert vocabulary == [("Story", 1772496000000)]


def test_a_refusal_nobody_looked_at_fails_the_last_step(
    pytester: pytest.Pytester, vocabulary: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: object) -> None:
        raise AssertionError("it was refused, and nobody looked")

    monkeypatch.setattr("lostphone.stories.story.Story.finish", refuse)
    result = play(pytester, "en")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["  ✓ Given *", "  ✗ When *", "*it was refused, and nobody looked"])


def test_suites_that_bind_their_features_may_use_them_too(pytester: pytest.Pytester) -> None:
    pytester.makeconftest("pytest_plugins = ['lostphone.pytest_plugin.sentences']\n")
    pytester.makepyfile(test_f="from pytest_bdd import scenarios\nscenarios('f.feature')\n")
    feature = "Feature: f\n Scenario: s\n  Given it is 3 March 2026\n  Given nobody said this\n"
    (pytester.path / "f.feature").write_text(feature)
    result = pytester.runpytest("test_f.py")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*StepDefinitionNotFoundError*nobody said this*"])
    (pytester.path / "g.feature").write_text(feature.replace("  Given nobody said this\n", ""))
    pytester.makepyfile(test_g="from pytest_bdd import scenarios\nscenarios('g.feature')\n")
    pytester.runpytest("test_g.py").assert_outcomes(passed=1)
