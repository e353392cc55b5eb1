"""Private names of pytest, pytest-bdd and freezegun: in one file each, and noticed when they change."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from _pytest.fixtures import FixtureManager, TopRequest, call_fixture_func
from pytest_bdd import compat, feature
from pytest_bdd.steps import StepFunctionContext

from lostphone.pytest_plugin import pytest_bdd_internals, pytest_internals

HOUSE = Path(pytest_internals.__file__).parents[1]
#: The file in which the private names of a package may be used, and the modules of it that anybody may import.
HANDS = {
    "pytest": ("pytest_plugin/pytest_internals.py", ("pytest",)),
    "_pytest": ("pytest_plugin/pytest_internals.py", ()),
    "pytest_bdd": ("pytest_plugin/pytest_bdd_internals.py", ("pytest_bdd", "pytest_bdd.parsers")),
    "freezegun": ("base/frozen.py", ()),
}
PRIVATE_ATTRIBUTES = ("_fixturemanager", "_fillfixtures")


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


@pytest.mark.parametrize("package", HANDS)
def test_private_names_of_a_package_are_used_in_one_file(package: str) -> None:
    own, public = HANDS[package]
    for path in sorted(HOUSE.rglob("*.py")):
        name = path.relative_to(HOUSE).as_posix()
        if name == own:
            continue
        for module in imported(ast.parse(path.read_text("utf-8"))):
            if module.split(".")[0] == package:
                assert module in public, f"{name} imports {module}: {own} is the place for it"


def test_private_attributes_of_pytest_are_used_in_the_same_files() -> None:
    hands = {HANDS["_pytest"][0], HANDS["pytest_bdd"][0]}
    for path in sorted(HOUSE.rglob("*.py")):
        name = path.relative_to(HOUSE).as_posix()
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr in PRIVATE_ATTRIBUTES:
                assert name in hands, f"{name}:{node.lineno} uses {node.attr}"


@pytest.mark.parametrize(
    ("function", "parameters", "user"),
    [
        (FixtureManager.getfixtureinfo, ["self", "node", "func", "cls"], pytest_internals),
        (FixtureManager.getfixturedefs, ["self", "argname", "node"], pytest_internals),
        (TopRequest.__init__, ["self", "pyfuncitem", "_ispytest"], pytest_internals),
        (TopRequest._fillfixtures, ["self"], pytest_internals),
        (call_fixture_func, ["fixturefunc", "request", "kwargs"], pytest_internals),
        (compat.get_fixture_names, ["fixturemanager"], pytest_bdd_internals),
        (compat.inject_fixture, ["request", "arg", "value"], pytest_bdd_internals),
        (feature.get_feature, ["base_path", "filename", "encoding"], pytest_bdd_internals),
        (
            StepFunctionContext.__init__,
            ["self", "type", "step_func", "parser", "converters", "target_fixture"],
            pytest_bdd_internals,
        ),
    ],
)
def test_a_private_function_takes_what_we_give_it(function, parameters: list[str], user) -> None:
    assert list(inspect.signature(function).parameters) == parameters, (
        f"{function.__qualname__} has changed: see {Path(user.__file__).relative_to(HOUSE)}"
    )


@pytest.mark.parametrize(
    ("module", "name", "file"),
    [
        ("_pytest.fixtures", "call_fixture_func", "pytest_internals.py"),
        ("pytest_bdd.compat", "inject_fixture", "pytest_bdd_internals.py"),
    ],
)
def test_a_name_that_has_gone_is_told_with_its_file(module: str, name: str, file: str) -> None:
    code = f"import {module}; del {module}.{name}; import lostphone.pytest_plugin.{file.removesuffix('.py')}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    told = done.stderr.splitlines()[-1]
    assert done.returncode == 1
    assert name in told
    assert f"mend lostphone/pytest_plugin/{file}" in told


def test_freezegun_has_the_interface_that_we_use() -> None:
    import freezegun

    assert callable(freezegun.config.configure), "see base/frozen.py"
    frozen = freezegun.freeze_time("2025-07-31")
    factory = frozen.start()
    try:
        assert callable(factory.move_to), "see base/frozen.py"
    finally:
        frozen.stop()
