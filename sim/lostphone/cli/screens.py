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

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import RenderableType

    from lostphone.trace import Happening

WIDTH = 38
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
        Text(str(view["title"]), style="bold", justify="center" if platform == "ios" else "left")
    ]
    if view.get("message"):
        lines.append(Text(str(view["message"]), style="yellow", overflow="fold", no_wrap=False))
    lines += [_row(row) for row in view.get("rows", ())]
    on, off = _TOGGLES[platform]
    lines += [
        _two_columns(Text(str(toggle["label"])), Text(on if toggle["on"] else off))
        for toggle in view.get("toggles", ())
    ]
    lines += [Text(f"[ {button} ]", style="cyan", justify="center") for button in view.get("buttons", ())]
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
        _two_columns(Text(str(row["title"])), Text(str(row.get("code", "")), style="bold"))
    ]
    if row.get("subtitle"):
        lines.append(Text(f"  {row['subtitle']}", style="dim"))
    if row.get("action"):
        lines.append(Text(f"  › {row['action']}", style="magenta"))
    return Group(*lines)


def _two_columns(left: Text, right: Text) -> Table:
    table = Table.grid(padding=(0, 1), expand=True)
    table.add_column(ratio=1, overflow="fold")
    table.add_column(justify="right", no_wrap=True)
    table.add_row(left, right)
    return table
