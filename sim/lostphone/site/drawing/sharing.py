"""Screens that a page shows more than once, drawn once: later ones refer to the first.

A phone that is looked at again often shows what it showed before, and the rows of an outline begin alike.

>>> from lostphone.site.drawing.screen import screen_picture
>>> picture = screen_picture({"name": "backup", "title": "Backup"}, "ios", "en")
>>> first, again = shared([picture, picture])
>>> 'id="s1"' in first, again.partition(" role")[2]
(True, '="img" aria-labelledby="s1t"><use href="#s1"/></svg>')
>>> shared([picture]) == [picture]
True
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_SCREEN = re.compile(
    r'<svg class="(?P<look>lps \w+)" (?P<box>[^<>]*) role="img">'
    r"<title>(?P<title>[^<]*)</title>(?P<drawn>.*?)</svg>"
)


def shared(boards: Sequence[str]) -> list[str]:
    """The storyboards of one page; of the screens that are the same the first alone is drawn."""
    times = Counter(found.group() for board in boards for found in _SCREEN.finditer(board))
    names: dict[str, str] = {}

    def draw(found: re.Match[str]) -> str:
        whole = found.group()
        if times[whole] == 1:
            return whole
        begin = f'<svg class="{found["look"]}" {found["box"]} role="img"'
        if whole in names:
            name = names[whole]
            return f'{begin} aria-labelledby="{name}t"><use href="#{name}"/></svg>'
        name = names[whole] = f"s{len(names) + 1}"
        # The look is named again: what is referred to has no picture around it.
        return (
            f'{begin}><title id="{name}t">{found["title"]}</title>'
            f'<g id="{name}" class="{found["look"]}">{found["drawn"]}</g></svg>'
        )

    return [_SCREEN.sub(draw, board) for board in boards]
