"""What the tests of the site share: things that take a while to make."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lostphone.site.live.answers import Stretch, every_answer

if TYPE_CHECKING:
    from conftest import Ran


@pytest.fixture(scope="session")
def answers() -> dict[str, list[Stretch]]:
    return every_answer()


@pytest.fixture(scope="session")
def site(once: Callable[[str], Ran]) -> Path:
    """A whole site in both languages, as the how-to makes it."""
    made = once("lostphone site --out my-site --save-run stories.run")
    assert made.code == 0, made.err
    return made.folder / "my-site"
