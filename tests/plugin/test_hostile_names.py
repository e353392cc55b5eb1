"""Names of scenarios that other programs read as syntax: none is lost, doubled or mistaken for another."""

from __future__ import annotations

import json
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lostphone.gherkin.pickles import parse_feature
from lostphone.gherkin.problems import FeatureError
from lostphone.pytest_plugin.node_names import NAME_MAX, node_names

pytest_plugins = ["pytester"]

CASE = Path(__file__).resolve().parents[1] / "cases" / "c02-bracket-in-the-name"
CONFTEST = """
from pytest_bdd import given, then
@given("it works")
def _(): pass
@then("it fails")
def _(): raise AssertionError("as planned")
"""
NAMES = (
    "[LP-12] a bracket first",
    "(LP-12) a bracket first",
    "a bracket [LP-13] inside",
    "a bracket last [LP-14]",
    "[",
    "]",
    "][",
    "[[nested] [twice]]",
    "[a]::[b]",
    "std::move",
    "std:move",
    ":::",
    "::",
    ":leading and trailing:",
    "**/*.feature",
    "a, b; c | d & e > f < g",
    "half/half\\back",
    "./relative/../path",
    "/absolute",
    'it\'s "quoted" `twice` $HOME $(id)',
    "mika@contoso.com",
    "@tag",
    "-k not this",
    "--lf",
    "#3 of 12",
    "100 % {sure} %s {0}",
    "like.feature",
    "see other.feature:3",
    "names.feature::std:move",
    "tab\there",
    "zero\u200bwidth",
    "zerowidth",
    "right\u202eto left",
    "no\u00a0break",
    "no break",
    "［full width］",
    "caf\u00e9",
    "cafe\u0301",
    "null\x00byte",
    "bell\x07",
    "日本語の[名前]",
    "name #2",
    "x" * 5000,
    "x" * 4999 + "y",
)
GOOD, BAD = "Given it works", "Then it fails"


def feature_of(names: tuple[str, ...]) -> str:
    """Every second one fails."""
    lines = ["Feature: f"]
    for number, name in enumerate(names):
        lines += [f"  Scenario: {name}", f"    {BAD if number % 2 else GOOD}"]
    return "\n".join(lines) + "\n"


@pytest.fixture
def suite(pytester: pytest.Pytester) -> pytest.Pytester:
    pytester.makeconftest(CONFTEST)
    (pytester.path / "names.feature").write_text(feature_of(NAMES), encoding="utf-8")
    return pytester


def ids(suite: pytest.Pytester, *arguments: str) -> list[str]:
    result = suite.runpytest("--collect-only", "-q", "names.feature", *arguments)
    return [line for line in result.outlines if line.startswith("names.feature::")]


def test_the_case(pytester: pytest.Pytester) -> None:
    shutil.copytree(CASE, pytester.path, dirs_exist_ok=True)
    pytester.runpytest("--lostphone", "-q", "names.feature").assert_outcomes(failed=2, passed=1)
    pytester.runpytest("--lostphone", "-q", "--lf", "names.feature").assert_outcomes(failed=2, deselected=1)


def test_each_is_one_test_and_its_printed_id_plays_it_alone(suite: pytest.Pytester) -> None:
    printed = ids(suite)
    assert len(printed) == len(dict.fromkeys(printed)) == len(NAMES)
    assert not [name for name in printed if "[" in name or len(name) > 200]
    assert all(char.isprintable() or char == "\u00a0" for name in printed for char in name)
    failed = []
    for number, name in enumerate(printed):
        result = suite.runpytest(name, "-q")
        result.assert_outcomes(passed=1 - number % 2, failed=number % 2)
        failed += (
            json.loads((suite.path / ".pytest_cache/v/cache/lastfailed").read_text()) if number % 2 else []
        )
    assert set(failed) == set(printed[1::2])


def test_last_failed_and_failed_first(suite: pytest.Pytester) -> None:
    half = len(NAMES) // 2
    suite.runpytest("names.feature").assert_outcomes(passed=half, failed=half)
    suite.runpytest("names.feature", "--lf").assert_outcomes(failed=half, deselected=half)
    order = [line for line in suite.runpytest("names.feature", "--ff", "-v").outlines if "%]" in line]
    assert all(" FAILED " in line for line in order[:half])
    assert all(" PASSED " in line for line in order[half:])


def test_each_can_be_deselected(suite: pytest.Pytester) -> None:
    printed = ids(suite)
    # Everything that begins with it, as everywhere in pytest.
    for name in printed[::3]:
        assert ids(suite, f"--deselect={name}") == [other for other in printed if not other.startswith(name)]
    both = [name for name in printed if "LP-12" in name]
    assert both == ["names.feature::#2 (LP-12) a bracket first", "names.feature::(LP-12) a bracket first"]


def test_stepwise_goes_on_where_it_stopped(suite: pytest.Pytester) -> None:
    suite.runpytest("names.feature", "--sw").assert_outcomes(passed=1, failed=1)
    suite.runpytest("names.feature", "--sw").assert_outcomes(failed=1, deselected=1)


@pytest.mark.parametrize("how", ["load", "worksteal", "loadfile", "loadscope", "loadgroup"])
def test_several_processes(suite: pytest.Pytester, how: str) -> None:
    half = len(NAMES) // 2
    result = suite.runpytest_subprocess("names.feature", "-n", "2", f"--dist={how}")
    result.assert_outcomes(passed=half, failed=half)
    told = {
        line.removeprefix("FAILED ").rpartition(" - ")[0]
        for line in result.outlines
        if "FAILED names" in line
    }
    printed = ids(suite)
    # The summary cuts what is longer than the terminal.
    assert {name for name in printed[1::2] if len(name) < 50} <= told
    suite.runpytest_subprocess("names.feature", "-n", "2", "--lf").assert_outcomes(failed=half)


def test_a_report_has_each(suite: pytest.Pytester) -> None:
    suite.runpytest("names.feature", "--junitxml=report.xml")
    cases = [case.attrib["name"] for case in ET.parse(suite.path / "report.xml").iter("testcase")]
    assert len(cases) == len(dict.fromkeys(cases)) == len(NAMES)


def test_each_is_found_by_its_line_and_by_words_of_its_own_name(suite: pytest.Pytester) -> None:
    printed = ids(suite)
    for number, name in list(enumerate(printed))[::3]:
        listed = suite.runpytest("--collect-only", "-q", f"names.feature:{2 * number + 2}").outlines
        assert [line for line in listed if "::" in line] == [name]
    for words, number in (("[LP-12]", 1), ("LP-13", 1), ("std::move", 1), ("half/half\\back", 1)):
        result = suite.runpytest("--collect-only", "-q", "names.feature", "-k", words)
        assert len([line for line in result.outlines if "::" in line]) == number, words


def test_rows_keep_their_brackets(suite: pytest.Pytester) -> None:
    """Every second row fails."""
    cells = ("a[0]", "a(0)", "x::y", "[", "]", "b [c] d")
    rows = "".join(f"      | {cell} | {('works', 'fails')[n % 2]} |\n" for n, cell in enumerate(cells))
    outline = "  Scenario Outline: [1] rows\n    * it <does>\n    Examples:\n      | why | does |\n"
    (suite.path / "names.feature").write_text(f"Feature: f\n{outline}{rows}")
    printed = ids(suite)
    assert printed == [
        f"names.feature::{name}"
        for name in (
            "(1) rows[a(0)]",
            "(1) rows[#2 a(0)]",
            "(1) rows[x:y]",
            "(1) rows[(]",
            "(1) rows[)]",
            "(1) rows[b (c) d]",
        )
    ]
    for number, name in enumerate(printed):
        suite.runpytest(name).assert_outcomes(passed=1 - number % 2, failed=number % 2)
    suite.runpytest("names.feature::(1) rows").assert_outcomes(passed=3, failed=3)
    suite.runpytest("names.feature", "--lf").assert_outcomes(failed=3, deselected=3)


HOSTILE = st.text(
    st.one_of(
        st.sampled_from("[]()::/\\,*?@#'\"-<> |&`$%{}=!~;.\t\u200b\u202e\u00a0\u3000［］：é"),
        st.characters(exclude_categories=("Cs",), exclude_characters="\n\r"),
    ),
    min_size=1,
    max_size=12,
)


def names_of(titles: list[str]) -> list[str] | None:
    """None where the file is none, for Gherkin itself has syntax."""
    text = "Feature: f\n" + "".join(f"  Scenario: {title}\n    Given a\n" for title in titles)
    try:
        return node_names(parse_feature(text, "f.feature").pickles)
    except FeatureError:
        return None


@given(st.lists(HOSTILE, min_size=1, max_size=6))
@settings(derandomize=True, max_examples=300)
def test_whatever_they_are_called_ids_are_distinct_and_read_back(titles: list[str]) -> None:
    from _pytest.nodeid import NodeId

    names = names_of(titles)
    for name in names or ():
        read = NodeId.parse(f"f.feature::{name}")
        assert (read.path, read.names, read.params) == ("f.feature", (name,), None)
        assert str(NodeId(path=read.path, names=read.names)) == f"f.feature::{name}"
        assert all(char.isprintable() or char.isspace() for char in name)
        assert len(name) <= NAME_MAX + 8
    assert len(set(names or ())) == len(names or ())


@given(st.lists(st.from_regex(r"[A-Za-z][A-Za-z0-9 ,.'-]{0,20}[a-z]", fullmatch=True), unique=True))
@settings(derandomize=True, max_examples=50)
def test_an_ordinary_name_stays_as_it_is(titles: list[str]) -> None:
    titles = [" ".join(title.split(" ")) for title in titles]
    assert not titles or names_of(titles) == titles


def test_drawn_names_survive_a_run_and_last_failed(pytester: pytest.Pytester) -> None:
    pytester.makeconftest(CONFTEST)
    drawn: dict[str, None] = {}

    @given(HOSTILE)
    @settings(derandomize=True, max_examples=200, database=None)
    def draw(title: str) -> None:
        if names_of([title]):
            drawn[title.strip()] = None

    draw()
    titles = tuple(unique(drawn))
    assert len(titles) > 100
    (pytester.path / "names.feature").write_text(feature_of(titles), encoding="utf-8")
    failed = len(titles) // 2
    pytester.runpytest("names.feature").assert_outcomes(passed=len(titles) - failed, failed=failed)
    pytester.runpytest("names.feature", "--lf").assert_outcomes(
        failed=failed, deselected=len(titles) - failed
    )


def unique(titles: dict[str, None]) -> Iterator[str]:
    """As Gherkin reads them: it takes a `\\n` of a title's end off in its own way."""
    seen: set[str] = set()
    for title in titles:
        name = parse_feature(f"Feature: f\n  Scenario: {title}\n    Given a\n", "f").pickles[0].name
        if name not in seen:
            seen.add(name)
            yield title


@pytest.mark.parametrize("name", ["a[1].feature", "with space.feature", "-dash.feature", "é.feature"])
def test_a_file_may_have_an_odd_name_too(pytester: pytest.Pytester, name: str) -> None:
    pytester.makeconftest(CONFTEST)
    folder = pytester.mkdir("stories")
    (folder / name).write_text(feature_of(("one", "two")), encoding="utf-8")
    pytester.runpytest("stories").assert_outcomes(passed=1, failed=1)
    pytester.runpytest("stories", "--lf").assert_outcomes(failed=1)
