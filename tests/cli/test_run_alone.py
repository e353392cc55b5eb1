"""What `lostphone run` says depends on the features and their steps, not on what else is installed or set."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from lostphone.cli.settings import KEPT, OVERRULED

pytest_plugins = ["pytester"]

CONFTEST = """
import pytest
from pytest_bdd import given, then

@given("it works")
def _(): print("NOISE OF A STEP")

@then("it fails")
def _(): raise AssertionError("as planned")

@then("it is skipped")
def _(): pytest.skip("not here")
"""
FEATURE = """Feature: f
  Scenario: works
    Given it works
  Scenario: fails
    Then it fails
  Scenario: is skipped
    Then it is skipped
  @skip
  Scenario: is skipped by its tag
    Given it works
  @xfail
  Scenario: is expected to fail
    Then it fails
  @xfail
  Scenario: is expected to fail and does not
    Given it works
"""
COUNTS = {"passed": 1, "failed": 1, "skipped": 2, "xfailed": 1, "xpassed": 1}
#: A plugin that comes with a package, does what such plugins do, and spoils everything it can.
SPOILER = """
import os, random, sys
os.write(1, b"SPOILT AT IMPORT\\n")

def pytest_addoption(parser):
    parser.addoption("--spoil", action="store_true", default=True)
    parser.addini("spoil", "x", default="1")

def pytest_configure(config):
    sys.__stdout__.write("SPOILT AT START\\n")
    config.option.tbstyle = "long"

def pytest_collection_modifyitems(items):
    items.reverse()
    del items[0]

def pytest_report_header(config):
    return "SPOILT HEADER"

def pytest_runtest_logreport(report):
    os.write(1, b"SPOILT REPORT\\n")
    report.outcome = "passed"

def pytest_sessionfinish(session):
    session.exitstatus = 0
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "conftest.py").write_text(CONFTEST)
    (tmp_path / "f.feature").write_text(FEATURE)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    return subprocess.run(
        [sys.executable, "-m", "lostphone", "run", *arguments],
        capture_output=True,
        encoding="utf-8",
        env={**kept, "PYTHONDONTWRITEBYTECODE": "1", **environment},
        check=False,
    )


@pytest.fixture
def plain(folder: Path) -> str:
    """What is said where nothing disturbs."""
    return run(".", "--format", "json").stdout


def install_spoiler(site: Path) -> None:
    about = site / "pytest_spoiler-1.dist-info"
    about.mkdir(parents=True)
    (site / "pytest_spoiler.py").write_text(SPOILER)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: pytest-spoiler\nVersion: 1\n")
    (about / "entry_points.txt").write_text("[pytest11]\nspoiler = pytest_spoiler\n")


@pytest.mark.parametrize("workers", [(), ("-n", "2")])
def test_other_plugins_of_pytest_are_not_asked(
    folder: Path, plain: str, tmp_path_factory: pytest.TempPathFactory, workers: tuple[str, ...]
) -> None:
    site = tmp_path_factory.mktemp("site")
    install_spoiler(site)
    # It is installed, and spoils pytest itself.
    spoilt = subprocess.run(
        [sys.executable, "-m", "pytest", "--lostphone", "-p", "no:cacheprovider"],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(site)},
        check=False,
    )
    assert "SPOILT" in spoilt.stdout
    result = run(".", "--format", "json", *workers, PYTHONPATH=str(site))
    assert (result.stdout, result.returncode) == (plain, 1), result.stderr
    assert "SPOILT" not in run("f.feature", *workers, PYTHONPATH=str(site)).stdout


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTEST_ADDOPTS": "--collect-only -k nothing"},
        {"PYTEST_ADDOPTS": "--no-such-option"},
        {"PYTEST_ADDOPTS": "-p no:lostphone -p no:terminal -x"},
        {"PYTEST_ADDOPTS": "'unclosed"},
        {"PYTEST_PLUGINS": "no_such_plugin"},
        {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
    ],
    ids=str,
)
def test_the_environment_is_not_asked(folder: Path, plain: str, environment: dict[str, str]) -> None:
    result = run(".", "--format", "json", **environment)
    assert (result.stdout, result.returncode) == (plain, 1), result.stderr


@pytest.mark.parametrize(
    "settings",
    [
        "addopts = -x -q --collect-only --cov=src --timeout=3 -p randomly",
        "addopts = -k nothing --lostphone-tags @nothing --strict-markers",
        "required_plugins = pytest-no-such-plugin",
        "minversion = 99",
        "timeout = 300\nasyncio_mode = auto\nstrict_config = true\nfilterwarnings = error",
        "strict = true",
        "norecursedirs = *",
        "testpaths = nowhere\nlostphone_features = nowhere/*.feature",
        "python_files = *.feature *.py",
        "log_cli = true\nlog_file = log.txt\nlog_cli_level = DEBUG",
    ],
)
def test_settings_of_the_folder_do_not_choose_or_stop(folder: Path, plain: str, settings: str) -> None:
    (folder / "pytest.ini").write_text(f"[pytest]\n{settings}\n")
    (folder / "test_of_python.py").write_text("def test_it(): open('touched', 'w')\n")
    result = run(".", "--format", "json")
    assert (result.stdout, result.returncode) == (plain, 1), result.stderr
    assert not (folder / "touched").exists()
    assert not (folder / "log.txt").exists()


def test_what_steps_need_of_the_settings_is_kept(folder: Path) -> None:
    (folder / "pytest.ini").write_text("[pytest]\npythonpath = src\n")
    (folder / "src").mkdir()
    (folder / "src" / "needed_by_steps.py").write_text("VALUE = 1\n")
    (folder / "conftest.py").write_text("import needed_by_steps\n" + CONFTEST)
    assert run("f.feature:2").stdout.splitlines()[-1] == "1 passed, 0 failed"


def test_every_setting_of_pytest_is_thought_about(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    config = pytester.parseconfig(
        "-p", "xdist.plugin", "-p", "pytest_bdd.plugin", "-p", "lostphone.pytest_plugin"
    )
    plugins_of_tests = {"pytester_example_dir"}
    overruled = {setting.partition("=")[0] for setting in OVERRULED}
    assert not overruled & set(KEPT)
    assert {*overruled, *KEPT} - {"xfail_strict"} == set(config._parser._inidict) - plugins_of_tests


def test_a_plugin_that_steps_need_is_named_in_the_conftest(folder: Path) -> None:
    (folder / "my_plugin.py").write_text("import pytest\n@pytest.fixture\ndef needed(): return 1\n")
    (folder / "conftest.py").write_text(
        "pytest_plugins = ['my_plugin']\nfrom pytest_bdd import given\n@given('it works')\ndef _(needed): pass\n"
    )
    assert run("f.feature:2", PYTHONPATH=str(folder)).stdout.splitlines()[-1] == "1 passed, 0 failed"


def test_shipped_scenarios_load_no_conftest(folder: Path) -> None:
    from lostphone.cli.pytest_run import Request

    request = Request.of(["core.codes.leading-zeros"], None, "en", None, None, None, 0)
    assert "--noconftest" in request.arguments()
    assert "--noconftest" not in Request.of(["."], None, None, None, None, None, 0).arguments()


def test_each_outcome_is_counted_as_itself(folder: Path, plain: str) -> None:
    report = json.loads(plain)
    assert {name: report[name] for name in COUNTS} == COUNTS
    assert [scenario["outcome"] for scenario in report["scenarios"]] == [
        "passed",
        "failed",
        "skipped",
        "skipped",
        "xfailed",
        "xpassed",
    ]
    lines = run(".").stdout.splitlines()
    assert lines[-2].startswith("6 scenarios (6 in en) in ")
    assert lines[-1] == "1 passed, 1 failed, 2 skipped, 1 xfailed, 1 xpassed"
    expected = run(".", "--tags", "@xfail or @skip")
    assert (expected.returncode, expected.stdout.splitlines()[-1]) == (
        0,
        "0 passed, 0 failed, 1 skipped, 1 xfailed, 1 xpassed",
    )


def test_strict_xfail_makes_an_unexpected_pass_a_failure(folder: Path) -> None:
    (folder / "pytest.ini").write_text("[pytest]\nxfail_strict = true\n")
    result = run(".", "--tags", "@xfail")
    assert (result.returncode, result.stdout.splitlines()[-1]) == (1, "0 passed, 1 failed, 1 xfailed")
