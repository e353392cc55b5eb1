"""The shipped catalogue, and ways to read it with one file changed."""

from __future__ import annotations

from collections.abc import Callable
from importlib import resources

import pytest

from lostphone.rules import Catalogue

Overlay = Callable[..., Catalogue]


def shipped(file: str) -> str:
    return resources.files("lostphone.rules").joinpath(file).read_text("utf-8")


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return Catalogue.load()


@pytest.fixture
def overlay() -> Overlay:
    """`overlay(core="...")` reads the shipped files with core.toml replaced; `core_plus` appends."""

    def read(**changed: str) -> Catalogue:
        def text_of(file: str) -> str:
            name = file.removesuffix(".toml")
            if name in changed:
                return changed[name]
            return shipped(file) + "\n" + changed.get(f"{name}_plus", "")

        return Catalogue(text_of)

    return read
