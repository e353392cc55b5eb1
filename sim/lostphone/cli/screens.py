"""Draws the phones' screens in the terminal: one box a screen, iOS and Android unlike each other."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from rich import box
from rich.columns import Columns
from rich.console import Group
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from lostphone.base.foreign_text import one_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import RenderableType

    from lostphone.base.trace import Happening

WIDTH = 38
#: A phone's screen holds fewer rows, and no word of it is as long.
_MOST_ROWS, _LONGEST = 60, 200
_BOXES = {"ios": box.ROUNDED, "android": box.SQUARE}
_TOGGLES = {"ios": ("(━●)", "(●─)"), "android": ("▐■", "□▌")}


def last_screens(happenings: tuple[Happening, ...]) -> list[Happening]:
    """The last screen each phone showed in this stretch of the trace, in order of first showing."""
    shown = {happening.actor: happening for happening in happenings if happening.verb == "screen"}
    return list(shown.values())


def draw_screens(screens: list[Happening], platforms: dict[str, str], name: Callable[[str], str]) -> Columns:
    """The screens side by side; `platforms` goes by device, `name` says its name."""
    return Columns(
        [
            draw(
                json.loads(str(screen.detail["view"])),
                platforms.get(screen.actor, "ios"),
                name(screen.actor),
            )
            for screen in screens
        ],
        padding=(0, 2),
    )


def draw(view: dict[str, Any], platform: str, phone: str) -> Panel:
    """One screen, as a phone of that platform would frame it."""
    lines: list[RenderableType] = [
        _said(view["title"], style="bold", justify="center" if platform == "ios" else "left")
    ]
    if view.get("message"):
        lines.append(_said(view["message"], style="yellow", overflow="fold", no_wrap=False))
    rows = view.get("rows", ())
    lines += [_row(row) for row in rows[:_MOST_ROWS]]
    if len(rows) > _MOST_ROWS:
        lines.append(Text(f"…(+{len(rows) - _MOST_ROWS:,})", style="dim"))
    on, off = _TOGGLES[platform]
    lines += [
        _two_columns(_said(toggle["label"]), Text(on if toggle["on"] else off))
        for toggle in view.get("toggles", ())
    ]
    lines += [_said(f"[ {button} ]", style="cyan", justify="center") for button in view.get("buttons", ())]
    return Panel(
        Group(*lines),
        box=_BOXES[platform],
        title=phone,
        subtitle="━━━━━━" if platform == "ios" else "◁  ○  □",
        width=WIDTH,
        border_style="blue" if platform == "ios" else "green",
    )


def _row(row: dict[str, Any]) -> RenderableType:
    """A row takes two or three lines: its name and code, whose it is, and what it asks for."""
    lines: list[RenderableType] = [
        _two_columns(_said(row["title"]), _said(row.get("code", ""), style="bold"))
    ]
    if row.get("subtitle"):
        lines.append(_said(f"  {row['subtitle']}", style="dim"))
    if row.get("action"):
        lines.append(_said(f"  › {row['action']}", style="magenta"))
    return Group(*lines)


def _said(value: object, **style: Any) -> Text:
    """A word of the client's, which may be anything."""
    return Text(one_line(str(value), _LONGEST), **style)


def _two_columns(left: Text, right: Text) -> Table:
    table = Table.grid(padding=(0, 1), expand=True)
    table.add_column(ratio=1, overflow="fold")
    table.add_column(justify="right", no_wrap=True)
    table.add_row(left, right)
    return table
