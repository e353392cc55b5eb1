"""The Python versions that are declared are those that `make test-all` tests."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_make_tests_each_declared_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = [found[1] for line in project["classifiers"] if (found := re.search(r":: (3\.\d+)$", line))]
    tested = re.search(r"^DECLARED := (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert tested is not None
    assert tested[1].split() == declared
    assert project["requires-python"] == f">={declared[0]}"
