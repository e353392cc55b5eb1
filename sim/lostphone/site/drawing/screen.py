"""A phone's screen as a picture, from the same semantic view that the terminal draws.

The picture needs `assets/drawing.css` and, once a page, the `definitions` of the small parts it refers to.
Its alternative text says in words everything that it shows.

>>> picture = screen_picture({"name": "backup", "title": "Backup"}, "ios", "en")
>>> picture.startswith('<svg class="lps ios" viewBox="-12 0 168 '), "<title>iPhone screen “Backup”" in picture
(True, True)
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lostphone.site.drawing import android, ios
from lostphone.site.drawing.sheet import MARGIN, WIDTH, Sheet
from lostphone.site.drawing.svg import element, letters, number
from lostphone.site.drawing.words import say

HEIGHT_MIN = 196
#: The small parts that pictures share, by id, in the order in which they are defined. A switch stands with
#: its middle at y = 0; the lower edge of the keys is at y = 0.
_PARTS = {
    "lp-i": '<g id="lp-i"><path class="lpx" d="M56 13h32"/><path d="M116 18v-3h2v3zm4 0v-5h2v5zm4 0v-8h2v8z'
    'M129 9.5h13v9h-13zm1 1v7h11v-7zM131 11.5h8v5h-8zM143 12.5h1.5v3h-1.5z"/></g>',
    "lp-a": '<path id="lp-a" d="M68 11a4 4 0 1 0 8 0 4 4 0 1 0-8 0M116 17l10-10v10z'
    'M131 8h2v-1.5h3v1.5h2v9h-7z"/>',
    "lp-ih": '<path id="lp-ih" class="lpj" d="M46-8h52"/>',
    "lp-ak": '<path id="lp-ak" class="lpk" d="M38-18l-9 5 9 5zM72-18a5 5 0 1 0 .1 0M106-18h10v10h-10z"/>',
    "lp-ion": '<g id="lp-ion"><path class="lpo" d="M124 0h10"/><circle class="lpw" cx="134" r="8"/></g>',
    "lp-ioff": '<g id="lp-ioff"><path class="lpq" d="M124 0h10"/><circle class="lpw" cx="124" r="8"/></g>',
    "lp-aon": '<g id="lp-aon"><path class="lpo" d="M122 0h12"/><circle class="lpw" cx="134" r="7"/></g>',
    "lp-aoff": '<g id="lp-aoff"><path class="lpq" d="M122 0h12"/><path class="lpp" d="M122 0h12"/>'
    '<circle class="lpu" cx="122" r="5"/></g>',
}


def screen_picture(
    view: dict[str, Any], platform: str, language: str, clock: str = "", height_min: int = HEIGHT_MIN
) -> str:
    """The screen as SVG, 168 units wide and as tall as it has to be, at least `height_min`.

    `view` is a `View` as JSON gives it; one-time passwords are drawn as they come. `clock` is what the phone
    shows as the time, such as "09:00".
    """
    look = android if platform == "android" else ios
    sheet = Sheet(look.TOP)
    look.draw(view, sheet)
    tall = max(height_min, round(sheet.y + look.BOTTOM))
    short = platform[0]
    above = element("use", href=f"#lp-{short}")
    if clock:
        above += element("text", letters(clock), y=17 if platform == "ios" else 16, class_="z")
    below = element("use", href="#lp-ak" if platform == "android" else "#lp-ih", y=tall)
    return element(
        "svg",
        element("title", letters(in_words(view, platform, language))) + above + "".join(sheet.parts) + below,
        class_=f"lps {platform}",
        viewBox=f"{-MARGIN} 0 {WIDTH} {number(tall)}",
        role="img",
    )


def definitions(used_in: Iterable[str] | None = None) -> str:
    """What pictures refer to, for one place on the page: all of it, or what the given pictures use."""
    markup = None if used_in is None else "".join(used_in)
    parts = [part for name, part in _PARTS.items() if markup is None or f'"#{name}"' in markup]
    if not parts:
        return ""
    inner = element("defs", "".join(parts))
    return element("svg", inner, class_="lps-defs", width=0, height=0, aria_hidden="true")


def in_words(view: dict[str, Any], platform: str, language: str) -> str:
    """What the screen shows, in a sentence."""
    told = [say(language, "screen.shows", phone=say(language, f"phone.{platform}"), title=view["title"])]
    if view.get("message"):
        told.append(view["message"])
    told += [_row(row, language) for row in view.get("rows", ())]
    told += [
        say(language, "screen.on" if toggle["on"] else "screen.off", label=toggle["label"])
        for toggle in view.get("toggles", ())
    ]
    if view.get("buttons"):
        listed = say(language, "screen.listed").join(view["buttons"])
        told.append(say(language, "screen.buttons", buttons=listed))
    if len(told) == 1:
        told.append(say(language, "screen.empty"))
    return say(language, "screen.between").join(told)


def _row(row: dict[str, Any], language: str) -> str:
    told: str = row["title"]
    if row.get("subtitle"):
        told = say(language, "screen.row", title=told, subtitle=row["subtitle"])
    if row.get("code"):
        told = say(language, "screen.code", row=told)
    if row.get("action"):
        told = say(language, "screen.action", row=told, action=row["action"])
    return told
