"""Draws the phones' screens in the terminal: one box a screen, iOS and Android unlike each other."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from rich import box
from rich.columns import Columns
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from rich.console import RenderableType

    from lostphone.trace import Happening

WIDTH = 38
_BOXES = {"ios": box.ROUNDED, "android": box.SQUARE}
_TOGGLES = {"ios": ("(━●)", "(●─)"), "android": ("▐■", "□▌")}


def last_screens(happenings: tuple[Happening, ...]) -> list[Happening]:
    """The last screen each phone showed in this stretch of the trace, in order of first showing."""
    shown = {happening.actor: happening for happening in happenings if happening.verb == "screen"}
    return list(shown.values())


def draw_screens(screens: list[Happening], platforms: dict[str, str], names: dict[str, str]) -> Columns:
    """The screens side by side; `platforms` and `names` go by device."""
    return Columns(
        [
            draw(
                json.loads(str(screen.detail["view"])),
                platforms.get(screen.actor, "ios"),
                names.get(screen.actor, screen.actor),
            )
            for screen in screens
        ],
        padding=(0, 2),
    )


def draw(view: dict[str, Any], platform: str, phone: str) -> Panel:
    """One screen, as a phone of that platform would frame it."""
    body = Table.grid(padding=(0, 1), expand=True)
    body.add_column(ratio=1, overflow="fold")
    body.add_column(justify="right", no_wrap=True)
    title = Text(str(view["title"]), style="bold", justify="center" if platform == "ios" else "left")
    body.add_row(title, "")
    if view.get("message"):
        body.add_row(Text(str(view["message"]), style="yellow"), "")
    for row in view.get("rows", ()):
        body.add_row(*_row(row))
    for toggle in view.get("toggles", ()):
        on, off = _TOGGLES[platform]
        body.add_row(str(toggle["label"]), on if toggle["on"] else off)
    for button in view.get("buttons", ()):
        body.add_row(Text(f"[ {button} ]", style="cyan"), "")
    return Panel(
        body,
        box=_BOXES[platform],
        title=phone,
        subtitle="━━━━━━" if platform == "ios" else "◁  ○  □",
        width=WIDTH,
        border_style="blue" if platform == "ios" else "green",
    )


def _row(row: dict[str, Any]) -> tuple[RenderableType, RenderableType]:
    name = Text(str(row["title"]))
    if row.get("subtitle"):
        name.append(f"\n{row['subtitle']}", style="dim")
    if row.get("code"):
        return name, Text(str(row["code"]), style="bold")
    return name, Text(str(row.get("action", "")), style="magenta")
