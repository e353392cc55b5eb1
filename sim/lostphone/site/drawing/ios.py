"""How an iPhone shows a screen: a title in the middle, rounded groups, round switches, alerts."""

from __future__ import annotations

from typing import Any

from lostphone.site.drawing.sheet import MIDDLE, ROOM, Sheet
from lostphone.site.drawing.svg import element, number, plain

TOP, BOTTOM = 26, 18


def draw(view: dict[str, Any], sheet: Sheet) -> None:
    """Everything between the status bar and the home indicator."""
    if view["name"] == "message":
        _alert(view, sheet)
        return
    sheet.lines(view["title"], 14, ROOM, "h", MIDDLE, 2)
    sheet.y += 8
    if view.get("message"):
        _notice(view, sheet)
    elif not view.get("rows") and not view.get("toggles"):
        sheet.add(element("path", class_="v", d=f"M34 {number(sheet.y + 8)}h76v44h-76z"))
        sheet.y += 60
    if view.get("rows"):
        _group(sheet, [lambda row=row: _row(row, sheet) for row in view["rows"]])
    if view.get("toggles"):
        _group(sheet, [lambda toggle=toggle: _toggle(toggle, sheet) for toggle in view["toggles"]])
    if not view.get("message"):
        for button in view.get("buttons", ()):
            _button(button, sheet)


def _group(sheet: Sheet, drawn: list[Any]) -> None:
    """A rounded card with a hairline between its entries."""
    begin, top = len(sheet.parts), sheet.y
    hairlines = ""
    for count, entry in enumerate(drawn):
        if count:
            hairlines += f"M0 {number(sheet.y)}h{ROOM}"
        entry()
    sheet.under(begin, _card(top, sheet.y))
    if hairlines:
        sheet.add(element("path", class_="l", d=hairlines))
    sheet.y += 8


def _card(top: float, bottom: float) -> str:
    """A rounded rectangle: the corners come from the line around it, which is 16 wide."""
    return element("path", class_="c", d=f"M4 {number(top + 8)}h{ROOM - 8}V{number(bottom - 8)}H4z")


def _row(row: dict[str, Any], sheet: Sheet) -> None:
    sheet.y += 3
    sheet.entry(row, ROOM)
    sheet.y += 3


def _toggle(toggle: dict[str, Any], sheet: Sheet) -> None:
    top = sheet.y
    sheet.y += 7
    sheet.lines(toggle["label"], 12, ROOM - 40, lines_max=3)
    sheet.y += 7
    middle = round((top + sheet.y) / 2)
    sheet.add(element("use", href="#lp-ion" if toggle["on"] else "#lp-ioff", y=middle))


def _notice(view: dict[str, Any], sheet: Sheet) -> None:
    begin, top = len(sheet.parts), sheet.y
    sheet.y += 3
    sheet.lines(view["message"], 11, ROOM, "y")
    sheet.y += 2
    for button in view.get("buttons", ()):
        _button(button, sheet, 20)
    sheet.y += 2
    sheet.under(begin, _card(top, sheet.y))
    sheet.y += 8


def _alert(view: dict[str, Any], sheet: Sheet) -> None:
    """A message over everything else: its buttons stand under lines of their own."""
    sheet.y += 16
    begin, top = len(sheet.parts), sheet.y
    sheet.y += 8
    sheet.lines(view["title"], 13, ROOM - 8, "h", MIDDLE, 3)
    sheet.y += 3
    sheet.lines(view.get("message", ""), 11, ROOM - 4, "y m", MIDDLE, 9)
    sheet.y += 8
    hairlines = ""
    for button in view.get("buttons", ()):
        hairlines += f"M-4 {number(sheet.y)}h{ROOM + 8}"
        _button(button, sheet)
    sheet.under(begin, _card(top, sheet.y))
    if hairlines:
        sheet.add(element("path", class_="l", d=hairlines))
    sheet.y += 12


def _button(button: str, sheet: Sheet, height: float = 26) -> None:
    if plain(button):
        sheet.line(button, sheet.y + height / 2 + 4, 12.5, ROOM, "a m", MIDDLE)
        sheet.y += height
