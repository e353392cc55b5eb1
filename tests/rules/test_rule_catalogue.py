"""The shipped rules are whole: every field said, in both languages, with a source and sure dates."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from lostphone.base.clock import instant
from lostphone.rules import PLATFORMS, Catalogue, Rule, UnknownQuestion, UnknownRule

RULES = list(Catalogue.load().rules.values())
KANA = re.compile("[ぁ-んァ-ン]")
POLITE = re.compile("(です|ます|ません|ました|でした|ください)(。|、|$)")


def each_rule(test: object) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)(test)


@each_rule
def test_ids_are_short_dotted_lower_case_words(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+", rule.id)
    assert len(rule.id) <= 40


@each_rule
def test_both_languages_say_something_of_their_own(rule: Rule) -> None:
    for text in (rule.statements, rule.protections):
        assert text.en.isascii() or "楽天" in text.en or "’" in text.en
        assert text.en[0].isupper() or text.en.startswith("iCloud")
        assert text.en.endswith(".")
        assert not KANA.search(text.en)
        assert KANA.search(text.ja)
        assert text.ja.endswith("。")
    assert rule.statements.en != rule.protections.en
    assert rule.statements.ja != rule.protections.ja


@each_rule
def test_the_japanese_is_in_the_plain_style(rule: Rule) -> None:
    assert not POLITE.search(rule.statements.ja)
    assert not POLITE.search(rule.protections.ja)


@each_rule
def test_every_rule_says_where_it_was_read_and_how_sure_that_is(rule: Rule) -> None:
    assert rule.source
    assert all(re.fullmatch(r"https://[^\s]+", address) for address in rule.source)
    assert rule.facts or rule.own
    assert all(re.fullmatch(r"[A-F]\d\d", fact) for fact in rule.facts)
    assert rule.confidence in ("H", "M", "L")
    assert rule.requirement in ("core", "microsoft", "world")


@each_rule
def test_dates_lie_in_the_time_of_the_product(rule: Rule) -> None:
    assert rule.platforms
    assert set(rule.platforms) <= set(PLATFORMS)
    for span in rule.spans:
        for at_ms in (span.since_ms, span.until_ms):
            assert at_ms is None or instant(2018, 1, 1) < at_ms < instant(2028, 1, 1)


def test_no_two_rules_say_the_same(catalogue: Catalogue) -> None:
    for lang in ("en", "ja"):
        sentences = [rule.statement(lang) for rule in catalogue.rules.values()]
        assert len(set(sentences)) == len(sentences)


def test_rules_come_in_the_order_of_the_files(catalogue: Catalogue) -> None:
    files = [rule.file for rule in catalogue.rules.values()]
    assert list(dict.fromkeys(files)) == [
        "core.toml",
        "microsoft.toml",
        "autofill.toml",
        "entra.toml",
        "apple.toml",
        "android.toml",
    ]
    assert files == sorted(files, key=list(dict.fromkeys(files)).index)
    assert next(iter(catalogue.rules)) == "code.matches-site"


def test_core_rules_hold_of_any_authenticator_on_any_phone(catalogue: Catalogue) -> None:
    for rule in catalogue.rules.values():
        if rule.requirement == "core":
            assert rule.platforms == PLATFORMS
            assert rule.in_force(instant(1999, 1, 1))
            assert rule.open_question is None


def test_apple_and_android_files_keep_to_their_platform(catalogue: Catalogue) -> None:
    platforms = {"apple.toml": ("ios",), "android.toml": ("android",)}
    for rule in catalogue.rules.values():
        assert rule.platforms == platforms.get(rule.file, rule.platforms), rule.id


def test_every_source_is_used_and_no_address_is_written_twice(catalogue: Catalogue) -> None:
    used = {address for rule in catalogue.rules.values() for address in rule.source}
    for question in catalogue.open_questions.values():
        used |= {address for answer in question.answers.values() for address in answer.source}
    used |= {address for fact in catalogue.facts.values() for address in fact.source}
    addresses = [source.url for source in catalogue.sources.values()]
    assert len(set(addresses)) == len(addresses)
    assert [address for address in addresses if address not in used] == []


def test_every_open_question_decides_something_or_has_gates(catalogue: Catalogue) -> None:
    decided = {rule.open_question for rule in catalogue.rules.values()}
    assert [question for question in catalogue.open_questions if question not in decided] == []


def test_open_questions_ask_in_both_languages(catalogue: Catalogue) -> None:
    assert list(catalogue.open_questions) == [
        "Q01",
        "Q02",
        "Q03",
        "Q05",
        "Q07",
        "Q09",
        "Q10",
        "Q19",
        "Q20",
        "Q21",
        "Q22",
    ]
    for question in catalogue.open_questions.values():
        assert question.question.en.endswith("?")
        assert question.question.ja.endswith("か。")
        assert question.facts
        assert len(question.answers) >= 2
        for answer in question.answers.values():
            assert answer.meaning.en.endswith(".")
            assert answer.meaning.ja.endswith("。")
            assert not POLITE.search(answer.meaning.ja)


def test_every_option_of_a_disputed_rule_is_possible(catalogue: Catalogue) -> None:
    defaults = catalogue.answers()
    assert defaults == {
        "Q01": "page",
        "Q02": "page",
        "Q03": "unreachable",
        "Q05": "backup",
        "Q07": "independent",
        "Q09": "revives",
        "Q10": "android-first",
        "Q19": "ended",
        "Q20": "honours",
        "Q21": "gone",
        "Q22": "six",
    }
    for rule in catalogue.rules.values():
        if rule.condition:
            assert defaults[rule.condition.open_question] in rule.condition.answers, rule.id


def test_the_page_is_carried_statement_by_statement(catalogue: Catalogue) -> None:
    assert list(catalogue.page_statements) == [f"P{number:02}" for number in range(1, 28)]
    for statement in catalogue.page_statements.values():
        assert catalogue.carriers(statement.id), f"no rule carries {statement.id}: {statement.statement.en}"
        assert KANA.search(statement.statement.ja)
        assert not POLITE.search(statement.statement.ja)


def test_an_unknown_rule_is_answered_with_what_was_meant(catalogue: Catalogue) -> None:
    with pytest.raises(UnknownRule, match=r"did you mean code\.leading-zeros\?") as caught:
        catalogue.rule("code.leading-zeroes")
    assert caught.value.nearest == ("code.leading-zeros",)
    with pytest.raises(UnknownRule, match=r"did you mean backup\.same-platform-only\?"):
        catalogue.rule("restore.same-platform-only")
    with pytest.raises(UnknownRule, match=r"there is no rule 'weather'$"):
        catalogue.rule("weather")


def test_every_open_question_has_an_answer_that_a_source_gives(catalogue: Catalogue) -> None:
    """Nobody says what becomes of a passkey after the provider was off (Q09): both answers are ours."""
    addresses = {source.url for source in catalogue.sources.values()}
    for question in catalogue.open_questions.values():
        given = {address for answer in question.answers.values() for address in answer.source}
        assert given <= addresses
        assert bool(given) == (question.id != "Q09"), question.id


def test_a_rule_with_dates_in_question_has_them_under_another_answer_than_the_default(
    catalogue: Catalogue,
) -> None:
    disputed = {rule.id for rule in catalogue.rules.values() if rule.otherwise}
    assert disputed == {f"root.{name}" for name in ("warn", "block", "wipe", "only-work", "continuous")}
    for rule_id in disputed:
        for other in catalogue.rule(rule_id).otherwise:
            assert other.answer != catalogue.open_question(other.open_question).default
            assert other.spans != catalogue.rule(rule_id).spans


def test_the_last_day_on_which_facts_were_read(catalogue: Catalogue) -> None:
    """November 2026, the last day of the last reading."""
    assert catalogue.facts_read == date(2026, 11, 30)
    assert not catalogue.after_facts(instant(2026, 11, 30, 23, 59, 59))
    assert catalogue.after_facts(instant(2026, 12, 1))


def test_the_readme_names_the_month_in_which_facts_were_read(catalogue: Catalogue) -> None:
    """The catalogue has the day; whoever reads the README reads of the same month."""
    readme = Path(__file__).parents[2] / "README.md"
    assert f"were read in {catalogue.facts_read:%B %Y} on public pages" in readme.read_text("utf-8")


def test_an_unknown_open_question_is_answered_with_the_open_questions(catalogue: Catalogue) -> None:
    with pytest.raises(UnknownQuestion, match="did you mean Q02"):
        catalogue.open_question("q02")
    with pytest.raises(
        UnknownQuestion, match="there is Q01, Q02, Q03, Q05, Q07, Q09, Q10, Q19, Q20, Q21, Q22"
    ):
        catalogue.open_question("keychain")


def test_a_sentence_is_read_in_the_two_languages_only() -> None:
    assert RULES[0].statement("en") != RULES[0].statement("ja")
    assert RULES[0].protects("ja").endswith("。")
    with pytest.raises(ValueError, match="no text in 'fr'"):
        RULES[0].statement("fr")
