"""The two consoles, made when first asked for: rich is not imported for `--help` alone."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console


@cache
def out() -> Console:
    """What was asked for. `NO_COLOR` is honoured, and no colour goes into a pipe."""
    from rich.console import Console

    return Console(highlight=False)


@cache
def err() -> Console:
    """What is said about it: progress, mistakes."""
    from rich.console import Console

    return Console(stderr=True, highlight=False)
