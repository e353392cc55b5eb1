"""A sheet: what is drawn of one screen from top to bottom, and how far down it has come."""

from __future__ import annotations

from typing import Any

from lostphone.site.drawing.lettering import cut, wrap
from lostphone.site.drawing.svg import element, letters, plain

#: A phone's screen in units, which are CSS pixels; x runs from -MARGIN to WIDTH - MARGIN.
WIDTH, MARGIN = 168, 12
ROOM = WIDTH - 2 * MARGIN
MIDDLE = ROOM / 2


class Sheet:
    """Collects markup; `y` is where the next thing goes."""

    def __init__(self, y: float) -> None:
        self.y = y
        self.parts: list[str] = []

    def add(self, markup: str) -> None:
        self.parts.append(markup)

    def text(self, text: str, y: float, style: str = "", x: float = 0) -> None:
        """One line of text that fits."""
        place: dict[str, str | float] = {"x": x} if x else {}
        if style:
            place["class_"] = style
        self.add(element("text", letters(text), y=y, **place))

    def line(self, text: str, y: float, size: float, room: float, style: str = "", x: float = 0) -> None:
        """One line of text, cut if it is too long."""
        if plain(text):
            self.text(cut(plain(text), size, room), y, style, x)

    def lines(
        self,
        text: str,
        size: float,
        room: float,
        style: str = "",
        x: float = 0,
        lines_max: int = 8,
        leading: float = 1.32,
    ) -> None:
        """Text of as many lines as it takes; `y` moves on below them."""
        step = round(size * leading)
        for line in wrap(plain(text), size, room, lines_max):
            self.y += step
            self.text(line, self.y - round(step * 0.26), style, x)

    def entry(self, row: dict[str, Any], room: float, x: float = 0) -> None:
        """One line of a list: its title, whose it is, its code, and what it asks for."""
        self.line(row["title"], self.y + 14, 12, room, "t", x)
        self.y += 18
        if row.get("subtitle"):
            self.line(row["subtitle"], self.y + 11, 11, room, "s", x)
            self.y += 15
        if row.get("code"):
            self.line(row["code"], self.y + 17, 17, room, "n", x)
            self.y += 22
        if row.get("action"):
            self.lines(row["action"], 11, room, "a y", x, 3)

    def under(self, count: int, markup: str) -> None:
        """Put something below what was drawn since there were `count` parts."""
        self.parts.insert(count, markup)
