"""The two consoles, made when first asked for: rich is not imported for `--help` alone."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console


@cache
def out() -> Console:
    """What was asked for. `NO_COLOR` is honoured, and no colour goes into a pipe."""
    return _console(stderr=False)


@cache
def err() -> Console:
    """What is said about it: progress, mistakes."""
    return _console(stderr=True)


def _console(*, stderr: bool) -> Console:
    from rich.console import Console

    class OurConsole(Console):
        def on_broken_pipe(self) -> None:
            # rich would end the process here; how a command ends is decided in one place.
            raise  # noqa: PLE0704 - called from the handler of the error

    return OurConsole(stderr=stderr, highlight=False)
