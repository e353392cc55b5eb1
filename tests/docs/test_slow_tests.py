"""The list of slow tests names tests that are there."""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LIST = ROOT / "tests" / "slow_tests.txt"


def functions(path: Path) -> set[str]:
    """The test functions of a file, those in classes as `Class::test`."""
    found = set()
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.ClassDef):
            found |= {f"{node.name}::{one.name}" for one in node.body if isinstance(one, ast.FunctionDef)}
        elif isinstance(node, ast.FunctionDef):
            found.add(node.name)
    return found


def test_every_line_names_a_test() -> None:
    lines = [line for line in LIST.read_text("utf-8").splitlines() if not line.startswith("#")]
    assert lines == sorted(set(lines))
    gone = []
    for line in lines:
        file, _, function = line.partition("::")
        if not (ROOT / file).is_file() or function not in functions(ROOT / file):
            gone.append(line)
    assert gone == [], "take these lines out of tests/slow_tests.txt, or write the new names"
