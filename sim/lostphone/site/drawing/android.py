"""How an Android phone shows a screen: a title at the left, a disc before each row, dialogs, three keys."""

from __future__ import annotations

from typing import Any

from lostphone.site.drawing.lettering import width
from lostphone.site.drawing.sheet import ROOM, Sheet
from lostphone.site.drawing.svg import element, number, plain

TOP, BOTTOM = 22, 26
_INDENT = 27


def draw(view: dict[str, Any], sheet: Sheet) -> None:
    """Everything between the status bar and the keys."""
    if view["name"] == "message":
        sheet.y += 16
        _panel(view, sheet, view["title"])
        return
    sheet.y += 4
    sheet.lines(view["title"], 15, ROOM, "h", 0, 2)
    sheet.y += 8
    if view.get("message"):
        _panel(view, sheet)
    elif not view.get("rows") and not view.get("toggles"):
        sheet.add(
            element("path", class_="v", d=f"M58 {number(sheet.y + 26)}a14 14 0 1 1 28 0a14 14 0 1 1 -28 0")
        )
        sheet.y += 52
    for row in view.get("rows", ()):
        _row(row, sheet)
    for toggle in view.get("toggles", ()):
        _toggle(toggle, sheet)
    if not view.get("message"):
        _buttons(view, sheet)


def _row(row: dict[str, Any], sheet: Sheet) -> None:
    top = sheet.y
    sheet.y += 1
    sheet.entry(row, ROOM - _INDENT, _INDENT)
    sheet.y = max(sheet.y + 7, top + 34)
    sheet.add(element("path", class_="d", d=f"M11 {number(top + 17)}h0"))
    sheet.text(plain(row["title"])[:1].upper(), top + 21, "i", 11)


def _toggle(toggle: dict[str, Any], sheet: Sheet) -> None:
    top = sheet.y
    sheet.y += 6
    sheet.lines(toggle["label"], 12, ROOM - 44, lines_max=3)
    sheet.y += 8
    middle = round((top + sheet.y) / 2)
    sheet.add(element("use", href="#lp-aon" if toggle["on"] else "#lp-aoff", y=middle))


def _panel(view: dict[str, Any], sheet: Sheet, title: str = "") -> None:
    """A tinted panel with its words at the left and its buttons at the right."""
    begin, top = len(sheet.parts), sheet.y
    sheet.y += 6
    if title:
        sheet.lines(title, 14, ROOM - 4, "h", 2, 3)
        sheet.y += 4
    sheet.lines(view.get("message", ""), 11, ROOM - 4, "y", 2, 9)
    _buttons(view, sheet)
    sheet.y += 6
    card = element("path", class_="c", d=f"M4 {number(top + 8)}h{ROOM - 8}V{number(sheet.y - 8)}H4z")
    sheet.under(begin, card)
    sheet.y += 8


def _buttons(view: dict[str, Any], sheet: Sheet) -> None:
    """Side by side from the right while there is room, then one below the other."""
    right = float(ROOM - 6)
    buttons = [plain(button) for button in view.get("buttons", ()) if plain(button)]
    if buttons:
        sheet.y += 24
    for button in reversed(buttons):
        wide = min(width(button, 12), ROOM - 12)
        if right - wide < 0:
            right = ROOM - 6
            sheet.y += 22
        sheet.line(button, sheet.y - 6, 12, ROOM - 12, "a e", right)
        right -= wide + 14
