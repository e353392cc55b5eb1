"""Markup, made small and always escaped: the one place where a picture turns into text.

A scenario is drawn several times in two languages, so every byte counts: no white space between elements,
whole numbers wherever a picture allows it, styles by class in `assets/drawing.css`.

>>> element("text", letters("<b>"), x=0, y=14, class_="s")
'<text x="0" y="14" class="s">&lt;b&gt;</text>'
>>> element("path", d="M0 4h9")
'<path d="M0 4h9"/>'
"""

from __future__ import annotations

import re
from html import escape

#: What XML 1.0 cannot carry, the marks that turn the direction of text, and what is not seen.
_UNFIT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ud800-\uf8ff"
    "\ufdd0-\ufdef\ufeff\ufffe\uffff\U000e0000-\U0010ffff]"
)
_BLANKS = re.compile(r"\s+")


def plain(text: str) -> str:
    """The text on one line, with what cannot be drawn shown as � (U+FFFD); not escaped yet."""
    return _BLANKS.sub(" ", _UNFIT.sub("\ufffd", text)).strip()


def letters(text: str) -> str:
    """Any text, as the content of an element."""
    return escape(plain(text), quote=False)


def element(name: str, content: str = "", /, **attributes: str | int | float) -> str:
    """One element; `content` is markup, attributes are escaped here. `class_` and `data_step` lose their
    underscores. Elements of HTML that have to be closed are closed."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"' for key, value in attributes.items()
    )
    if content or name in _CLOSED:
        return f"<{name}{written}>{content}</{name}>"
    return f"<{name}{written}/>"


def number(value: float) -> str:
    """At most one decimal, and none that says nothing."""
    return f"{value:.1f}".removesuffix(".0")


#: In HTML these are not over at "/>".
_CLOSED = {"div", "i", "b", "p", "ol", "li", "span", "time", "em", "strong"}


def _value(value: str | float) -> str:
    return number(value) if isinstance(value, (int, float)) else escape(plain(value), quote=True)
