"""The two consoles, made when first asked for: rich is not imported for `--help` alone."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console, ConsoleOptions, RenderableType
    from rich.segment import Segment

#: No line of ours is as long, nor a text with so many lines; the messages that `inspect` shows come closest.
LINE_LIMIT, LINES_LIMIT = 10_000, 5_000


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
    from rich.segment import Segment
    from rich.text import Text

    from lostphone.base.foreign_text import paragraph

    class OurConsole(Console):
        """Whatever is printed may hold text from outside: none of it reaches the terminal as it came."""

        def print(self, *objects: Any, **how: Any) -> None:
            super().print(*map(_harmless, objects), **how)

        def render(
            self, renderable: RenderableType, options: ConsoleOptions | None = None
        ) -> Iterable[Segment]:
            # Tables and boxes are made of texts, too.
            for segment in super().render(renderable, options):
                plain = segment.control or (segment.text.isascii() and segment.text.isprintable())
                yield segment if plain else Segment(_shown(segment.text), segment.style)

        def on_broken_pipe(self) -> None:
            # rich would end the process here; how a command ends is decided in one place.
            raise  # noqa: PLE0704 - called from the handler of the error

    def _shown(text: str) -> str:
        return paragraph(text, LINE_LIMIT, LINES_LIMIT)

    def _harmless(printed: object) -> object:
        """Texts as a whole, for a command of a build server stands at the beginning of a line."""
        if isinstance(printed, str):
            return _shown(printed)
        if isinstance(printed, Text) and _shown(printed.plain) != printed.plain:
            return Text(_shown(printed.plain), printed.style, overflow=printed.overflow)
        return printed

    return OurConsole(stderr=stderr, highlight=False)
