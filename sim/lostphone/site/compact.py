"""Pages without the marks that HTML does without: quotes around plain values, blanks between blocks, ends of
list items, paragraphs and cells that are over with the next one.

Every story is a page, in every language, so what is on all of them adds up. A browser makes the same document
of it.

>>> compact('<ul class="a">\\n<li id="b c"><a href="d.html">e</a> <b>f</b></li>\\n</ul>\\n<use href="#g"/>')
'<ul class=a><li id="b c"><a href=d.html>e</a> <b>f</b></ul>\\n<use href=#g />'
>>> compact('<pre>\\n a\\n</pre>')
'<pre>\\n a\\n</pre>'
"""

from __future__ import annotations

import re

#: What stands on lines of its own: blanks before its tags are never seen.
_BLOCKS = (
    "body|caption|dd|details|div|dl|dt|fieldset|figure|footer|form|h[1-6]|head|header|html|li|link|main|meta|nav"
    "|noscript|ol|p|script|section|summary|table|tbody|td|th|thead|title|tr|ul"
)
_BLANKS = re.compile(rf"\s*\n\s*(?=</?(?:{_BLOCKS})\b)", re.ASCII)
#: Ends that HTML takes for granted where one of these comes next.
_ENDS = re.compile(
    r"</li>(?=<li\b|</[uo]l>)|</d[td]>(?=<d[td]\b|</dl>)|</t[dh]>(?=<t[dh]\b|</tr>)|</tr>(?=<tr\b|</t(?:body|head|able)>)"
    r"|</p>(?=<(?:details|div|dl|fieldset|figure|footer|form|h[1-6]|header|main|nav|ol|p|pre|section|table|ul)\b"
    r"|</(?:div|li|section|main|footer|dd|td|fieldset|form|details)>)"
)
_TAG = re.compile(r"<[A-Za-z][^<>]*>")
#: Values are escaped, so a quote in a tag is always the begin or the end of one.
_PLAIN_VALUE = re.compile(r"=\"([^\s\"'=<>`]+)\"(/?)")
_KEPT = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)


def compact(page: str) -> str:
    """The same page in fewer characters; texts in `pre` keep their lines."""
    parts = [part if place % 2 else _BLANKS.sub("", part) for place, part in enumerate(_KEPT.split(page))]
    return _TAG.sub(_tag, _ENDS.sub("", "".join(parts)))


def _tag(found: re.Match[str]) -> str:
    return _PLAIN_VALUE.sub(_value, found.group())


def _value(found: re.Match[str]) -> str:
    return f"={found[1]} /" if found[2] else f"={found[1]}"
