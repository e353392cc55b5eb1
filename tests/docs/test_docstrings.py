"""The examples in docstrings are true."""

from __future__ import annotations

import doctest
import importlib
from pathlib import Path

import pytest

SIM, STEPS = (Path(__file__).parents[2] / folder for folder in ("sim", "steps"))


def with_examples(folder: Path) -> list[str]:
    """The modules in whose text there is one."""
    files = [file for file in sorted(folder.rglob("*.py")) if ">>> " in file.read_text("utf-8")]
    return [
        ".".join(file.relative_to(folder).with_suffix("").parts).removesuffix(".__init__") for file in files
    ]


@pytest.mark.parametrize("module", [*with_examples(SIM), *with_examples(STEPS)])
def test_the_examples_are_true(module: str) -> None:
    failed, tried = doctest.testmod(importlib.import_module(module))
    assert tried
    assert not failed


def test_there_are_examples() -> None:
    assert len(with_examples(SIM)) > 80
    assert with_examples(STEPS)
