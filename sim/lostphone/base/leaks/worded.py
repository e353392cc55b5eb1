"""Letters that are spelled out, written in another width, or stand one on each line.

>>> dict(worded(b"golf echo zulu delta seven, tango xray"))
{'words for letters': b'gezd7tx'}
>>> dict(worded(b"1: one G\\n2: two E\\n3: three Z\\n4: four D\\n"))
{'the last words of lines': b'G E Z D'}
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_LETTERS = (
    b"alfa alpha bravo charlie delta echo foxtrot golf hotel india juliett juliet kilo lima mike november "
    b"oscar "
    b"papa quebec romeo sierra tango uniform victor whiskey xray x-ray yankee zulu"
).split()
_DIGITS = {
    word: b"%d" % digit
    for digit, word in enumerate(b"zero one two three four five six seven eight nine".split())
}
_LETTER_OF = {word: word[:1] for word in _LETTERS} | _DIGITS
_WORD = re.compile(rb"\b(?:" + b"|".join(sorted(_LETTER_OF, reverse=True)) + rb")\b")
#: Words that are in most keys that are read aloud, and in few other texts.
_SOME = re.compile(rb"\b(?:kilo|tango|zulu|papa|foxtrot|quebec|sierra|yankee|whiskey)\b")
_LEAST_WORDS = 5
_LAST_WORD = re.compile(rb"(?<![0-9A-Za-z+/=])([0-9A-Za-z+/=]++)[^0-9A-Za-z+/=\r\n]*+$", re.MULTILINE)
_LEAST_LINES = 4


def worded(text: bytes) -> Iterator[tuple[str, bytes]]:
    """Every such reading of a text: its name, and the letters."""
    lower = text.lower()
    if _SOME.search(lower):
        words = _WORD.findall(lower)
        if len(words) >= _LEAST_WORDS:
            yield "words for letters", b"".join(_LETTER_OF[word] for word in words)
    if text.count(b"\n") >= _LEAST_LINES:
        yield "the last words of lines", b" ".join(_LAST_WORD.findall(text))
    if not text.isascii():
        shown = text.decode("utf-8", "replace")
        same = unicodedata.normalize("NFKC", shown)
        if same != shown:
            yield "letters of another width", same.encode()
