"""The examples in docstrings are true."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import lostphone.gherkin

MODULES = sorted(module.name for module in pkgutil.iter_modules(lostphone.gherkin.__path__))


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    module = importlib.import_module(f"lostphone.gherkin.{name}")
    assert doctest.testmod(module).failed == 0


def test_there_are_examples() -> None:
    finder = doctest.DocTestFinder()
    with_examples = [
        name
        for name in MODULES
        for found in finder.find(importlib.import_module(f"lostphone.gherkin.{name}"))
        if found.examples
    ]
    assert len(with_examples) >= 8
