"""Which feature files and scenarios a run of pytest collects, and under which names."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

pytest_plugins = ["pytester"]

CONFTEST = """
from pytest_bdd import given, when

@given("a phone")
@given("電話がある")
def _(): pass

@when("it rings")
@when("鳴る")
def _(): pass
"""
ENGLISH = """
@slow
Feature: Phones

  @id:phones.ring @rule:code.leading-zeros
  Scenario: A phone rings
    Given a phone
    When it rings

  Scenario Outline: A row
    Given a phone

    Examples:
      | why   |
      | first |
      | other |
"""
JAPANESE = """
# language: ja
機能: 電話
  @id:phones.ring
  シナリオ: 電話が鳴る
    前提電話がある
    もし鳴る
"""
BOUND = "from pytest_bdd import scenarios\nscenarios('phones.feature')\n"


@pytest.fixture
def suite(pytester: pytest.Pytester) -> pytest.Pytester:
    pytester.makeconftest(CONFTEST)
    features = pytester.mkdir("features")
    (features / "phones.feature").write_text(ENGLISH, encoding="utf-8")
    (features / "電話.feature").write_text(JAPANESE.lstrip(), encoding="utf-8")
    return pytester


def collected(suite: pytest.Pytester, *arguments: str) -> list[str]:
    result = suite.runpytest("--collect-only", "-q", *arguments)
    return [line for line in result.outlines if "::" in line]


ALL = [
    "features/phones.feature::A phone rings",
    "features/phones.feature::A row[first]",
    "features/phones.feature::A row[other]",
    "features/電話.feature::電話が鳴る",
]


def test_names_are_readable_in_both_languages(suite: pytest.Pytester) -> None:
    assert collected(suite, "features") == ALL
    suite.runpytest("features", "-v").stdout.fnmatch_lines(["*電話.feature::電話が鳴る PASSED*"])


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["features/phones.feature"], ALL[:3]),
        (["features/phones.feature::A phone rings"], ALL[:1]),
        (["features/phones.feature::A row"], ALL[1:3]),
        (["features/phones.feature::A row[other]"], ALL[2:3]),
        (["features/電話.feature::電話が鳴る"], ALL[3:]),
        (["features/phones.feature:7"], ALL[:1]),
        (["features/phones.feature:11"], ALL[1:3]),
        (["features/phones.feature:15:6"], [ALL[0], ALL[1]]),
        (["features/phones.feature:6", "features/電話.feature"], [ALL[0], ALL[3]]),
        (["features/phones.feature:6", "features/phones.feature"], ALL[:3]),
        (["features", "-k", "rings"], ALL[:1]),
        (["features", "-k", "鳴る"], ALL[3:]),
        (["features", "-m", "slow", "--strict-markers"], ALL[:3]),
        (["features", "-m", "not slow", "--strict-markers"], ALL[3:]),
        (["features", "-m", "rule:code.leading-zeros", "--strict-markers"], ALL[:1]),
        (["features", "--tags", "id:phones.ring"], [ALL[0], ALL[3]]),
        (["features", "--tags=@id:phones.ring and not @slow"], ALL[3:]),
        (["features", "--lostphone-lang=ja"], ALL[3:]),
        (["--lostphone"], ALL),
        (["-o", "lostphone_features=features/ph*.feature"], ALL[:3]),
        ([], []),
    ],
)
def test_selections(suite: pytest.Pytester, arguments: list[str], expected: list[str]) -> None:
    assert collected(suite, *arguments) == expected


def test_colons_in_a_name_do_not_end_the_node_id(suite: pytest.Pytester) -> None:
    path = suite.path / "features" / "phones.feature"
    path.write_text(ENGLISH.replace("A phone rings", "std::phone rings"))
    name = "features/phones.feature::std:phone rings"
    assert collected(suite, "features/phones.feature")[0] == name
    assert collected(suite, name) == [name]


def test_a_suite_that_binds_its_features_is_left_alone(suite: pytest.Pytester) -> None:
    (suite.path / "features" / "test_phones.py").write_text(BOUND)
    # In a process of its own: pytest-bdd's markers for tags warn here, and warnings are errors here.
    for arguments in ([], ["features"], ["features/test_phones.py"]):
        suite.runpytest_subprocess(*arguments).assert_outcomes(passed=3, warnings=3)
    suite.runpytest("features/phones.feature").assert_outcomes(passed=3)
    suite.runpytest_subprocess("--lostphone").assert_outcomes(passed=7, warnings=3)


def test_a_line_that_the_file_has_not_is_said(suite: pytest.Pytester) -> None:
    result = suite.runpytest("features/phones.feature:99")
    result.stdout.fnmatch_lines(["*features/phones.feature: there is no line 99; the file has 16 lines*"])
    assert result.ret == pytest.ExitCode.INTERRUPTED


def test_a_mistaken_tag_expression_stops_the_run(suite: pytest.Pytester) -> None:
    result = suite.runpytest("features", "--tags", "slow && ios")
    result.stderr.fnmatch_lines(["*--tags: 'slow && ios': write and, or, not instead of '&&'*"])
    assert result.ret == pytest.ExitCode.USAGE_ERROR


def test_several_processes_play_the_same(suite: pytest.Pytester) -> None:
    result = suite.runpytest_subprocess("features/phones.feature:6", "features/電話.feature", "-n", "2")
    result.assert_outcomes(passed=2)
    result = suite.runpytest_subprocess("features", "-n", "2", "--tags", "not slow")
    result.assert_outcomes(passed=1)


def test_a_junit_report_names_scenario_and_rules(suite: pytest.Pytester) -> None:
    suite.runpytest("features", "--junitxml=report.xml")
    cases = {
        case.attrib["name"]: [(p.attrib["name"], p.attrib["value"]) for p in case.iter("property")]
        for case in ET.parse(suite.path / "report.xml").iter("testcase")
    }
    assert list(cases) == ["A phone rings", "A row[first]", "A row[other]", "電話が鳴る"]
    assert ("scenario_id", "phones.ring") in cases["A phone rings"]
    assert ("rule", "code.leading-zeros") in cases["A phone rings"]
    assert ("scenario_id", "phones.ring") in cases["電話が鳴る"]


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        (
            "Scenario: A phone rings",
            "Scenrio: A phone rings",
            "phones.feature:6:3: *did you mean 'Scenario:'",
        ),
        ("    Given a phone\n    When it rings\n", "", "phones.feature:6:3: *has no steps"),
        (
            "Scenario Outline: A row",
            "Scenario: A phone rings",
            "phones.feature:10:3: *has the name of the one",
        ),
        ("      | first |\n      | other |\n", "", "phones.feature:13:5: *examples have no rows"),
        ("Feature: Phones", "Featrue: Phones", "phones.feature:3:1: *did you mean 'Feature:'"),
    ],
)
def test_a_trap_is_an_error_that_names_file_and_line(
    suite: pytest.Pytester, old: str, new: str, complaint: str
) -> None:
    assert old in ENGLISH
    (suite.path / "features" / "phones.feature").write_text(ENGLISH.replace(old, new))
    result = suite.runpytest("features", "--continue-on-collection-errors")
    result.stdout.fnmatch_lines([f"features/{complaint}*"])
    result.assert_outcomes(passed=1, errors=1)


def test_one_id_in_two_files_is_an_error(suite: pytest.Pytester) -> None:
    (suite.path / "features" / "again.feature").write_text(ENGLISH)
    result = suite.runpytest("features")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["*@id:phones.ring is taken by features/again.feature:6*"])


def test_another_plugin_may_own_the_name_of_the_option(suite: pytest.Pytester) -> None:
    suite.makepyfile(
        other="""
        def pytest_addoption(parser):
            parser.addoption("--tags", dest="other_tags")
        """
    )
    result = suite.runpytest_subprocess(
        "-p", "other", "features", "--tags=whatever", "--lostphone-tags=not slow", "-q"
    )
    result.assert_outcomes(passed=1)


def test_nothing_is_registered_or_imported_without_features(suite: pytest.Pytester) -> None:
    (suite.path / "test_plain.py").write_text(
        "import sys\n"
        "def test_it(request):\n"
        "    assert 'lostphone.gherkin.pickles' not in sys.modules\n"
        "    assert not request.config.pluginmanager.has_plugin('lostphone-story')\n"
    )
    suite.runpytest_subprocess("test_plain.py").assert_outcomes(passed=1)
