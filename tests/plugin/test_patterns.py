"""`lostphone_features`: what its patterns fit, and that one which fits nothing is said."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

CASE = Path(__file__).resolve().parents[1] / "cases" / "c01-documented-glob"
FEATURE = "Feature: f\n  Scenario: {name}\n    Given a\n"
FILES = (
    "top.feature",
    "features/a.feature",
    "features/en/b.feature",
    "features/en/core/c.feature",
    "features/wip/d.feature",
    "other/features/e.feature",
)


@pytest.fixture
def suite(pytester: pytest.Pytester) -> pytest.Pytester:
    for name in FILES:
        path = pytester.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(FEATURE.format(name=path.stem))
    return pytester


def collected(suite: pytest.Pytester, *patterns: str, arguments: tuple[str, ...] = ()) -> set[str]:
    (suite.path / "pytest.ini").write_text(
        "[pytest]\nlostphone_features =\n  " + "\n  ".join(patterns) + "\n"
    )
    result = suite.runpytest("--collect-only", "-q", *arguments)
    return {line.partition("::")[0] for line in result.outlines if "::" in line}


def test_the_documented_setting_collects_every_depth(pytester: pytest.Pytester) -> None:
    shutil.copytree(CASE, pytester.path, dirs_exist_ok=True)
    pytester.runpytest().assert_outcomes(passed=3)


IN_FEATURES = {
    "features/a.feature",
    "features/en/b.feature",
    "features/en/core/c.feature",
    "features/wip/d.feature",
}


@pytest.mark.parametrize(
    ("patterns", "expected"),
    [
        (["features/**/*.feature"], IN_FEATURES),
        (["./features/**/*.feature"], IN_FEATURES),
        (["features/**"], IN_FEATURES),
        (["/features/"], IN_FEATURES),
        (["features/*.feature"], {"features/a.feature"}),
        (["features/*/*.feature"], {"features/en/b.feature", "features/wip/d.feature"}),
        (["features/en/**/c.feature"], {"features/en/core/c.feature"}),
        (["**/features/**/*.feature"], {*IN_FEATURES, "other/features/e.feature"}),
        (["**/*.feature"], set(FILES)),
        (["*.feature"], set(FILES)),
        (["features/[ab].feature", "features/en/?.feature"], {"features/a.feature", "features/en/b.feature"}),
        (["features/**/*.feature", "!features/wip/"], IN_FEATURES - {"features/wip/d.feature"}),
        (["top.feature", "other/**/*.feature"], {"top.feature", "other/features/e.feature"}),
    ],
)
def test_a_pattern_means_what_it_means_to_git(
    suite: pytest.Pytester, patterns: list[str], expected: set[str]
) -> None:
    assert collected(suite, *patterns) == expected


@pytest.mark.parametrize(
    "pattern", ["featuers/**/*.feature", "features/**/*.featrue", "**/nowhere.feature", "build/**/*.feature"]
)
@pytest.mark.parametrize("arguments", [(), ("-n", "2"), ("features/a.feature",)])
def test_a_pattern_that_fits_nothing_stops_the_run(
    suite: pytest.Pytester, pattern: str, arguments: tuple[str, ...]
) -> None:
    (suite.path / "build").mkdir()
    (suite.path / "build" / "f.feature").write_text(FEATURE.format(name="f"))
    (suite.path / "pytest.ini").write_text(
        f"[pytest]\nlostphone_features =\n  features/*.feature\n  {pattern}\n"
    )
    result = suite.runpytest_subprocess(*arguments)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(
        [f"*lostphone_features in *pytest.ini: no feature file below * fits '{pattern}'*"]
    )


def test_help_is_there_even_so(suite: pytest.Pytester) -> None:
    (suite.path / "pytest.ini").write_text("[pytest]\nlostphone_features = nowhere/*.feature\n")
    assert suite.runpytest("--help").ret == 0


def test_files_outside_of_testpaths_are_not_lost_in_silence(suite: pytest.Pytester) -> None:
    ini = "[pytest]\ntestpaths = {}\nlostphone_features = features/**/*.feature\n"
    (suite.path / "pytest.ini").write_text(ini.format("features/en other"))
    result = suite.runpytest("--collect-only", "-q")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["*features/a.feature fits * outside of testpaths (features/en other)*"])
    (suite.path / "pytest.ini").write_text(ini.format("features other"))
    assert suite.runpytest("--collect-only", "-q").ret == 0
