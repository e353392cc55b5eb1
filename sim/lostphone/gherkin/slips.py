"""Slips of the keyboard that no sentence has: curly quotes, letters of another width, a stop at the end.

What stands in quotation marks is the writer's own and stays as it is; only the marks are changed.

>>> tidied("en", "Mika adds \u201cGitHub\u201d on  Mika\u2019s iPhone.")
'Mika adds "GitHub" on Mika\\'s iPhone'
>>> tidied("ja", '\uff12\uff10\uff12\uff15\u5e74\u306b"GitHub"\u3002')
'2025\u5e74\u306b\u300cGitHub\u300d'
"""

from __future__ import annotations

import re
import unicodedata

#: Quotation marks in use elsewhere, with the marks that a sentence has.
_MARKS = {"en": ('"', '"'), "ja": ("「", "」")}
#: A text in the marks of a sentence, which stays as it is, or in those of elsewhere, which is a group.
_QUOTED = {
    "en": re.compile(
        r'"(?:[^"\\]|\\.)*"|“([^“”]*)”|„([^„“”]*)[“”]|«\s*([^«»]*?)\s*»|「([^「」]*)」'
        r"|‘([^‘’]+)’|(?<![A-Za-z])'([^']+)'(?![A-Za-z])"
    ),
    "ja": re.compile(r'「(?:[^」\\]|\\.)*」|"([^"]*)"|“([^“”]*)”|『([^『』]*)』|｢([^｢｣]*)｣|＂([^＂]*)＂'),
}
_FULL_STOPS = ".。．"


def tidied(language: str, text: str) -> str:
    """The text without such slips; the same text if it has none."""
    out, end = [], 0
    for found in _QUOTED[language].finditer(text):
        out.append(_outside(text[end : found.start()]))
        inside = next((one for one in found.groups() if one is not None), None)
        opening, closing = _MARKS[language]
        out.append(found[0] if inside is None else f"{opening}{inside}{closing}")
        end = found.end()
    out.append(_outside(text[end:]))
    return "".join(out).strip().rstrip(_FULL_STOPS).rstrip()


def _outside(text: str) -> str:
    """Letters and digits of ordinary width, straight apostrophes, single spaces."""
    narrow = "".join(unicodedata.normalize("NFKC", char) if _of_other_width(char) else char for char in text)
    return re.sub(r"\s+", " ", narrow.replace("\u2019", "'").replace("\u2018", "'"))


def _of_other_width(char: str) -> bool:
    """Full-width letters and digits, and half-width katakana; the full-width signs of Japanese stay."""
    return unicodedata.east_asian_width(char) == "H" or (
        unicodedata.east_asian_width(char) == "F" and (char.isalnum() or char in "＠．－＋＿：／")
    )
