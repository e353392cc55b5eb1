r"""Shows text from outside: a client's screen, log or name, a line of a person's file, the name of a file.

Such text may move a terminal's cursor, hide or reorder what is read, begin a command of a build server, or
be endless. Here it becomes readable text of bounded length. Text that people can read stays as it is, in
every script; a character that cannot be seen, or acts instead of being shown, is written as its escape.

>>> one_line("log\x1b[2J\n::error::gone")
'log\\x1b[2J\\n::error::gone'
>>> one_line("写真 café 👩‍👧")
'写真 café 👩\u200d👧'
>>> one_line("x" * 100_000, 40)
'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…(+99,970)'
>>> listed((f"row {number}" for number in range(10_000)), most=2)
'row 0, row 1, …(+9,998)'

What is shown again is shown alike: every function gives its own results back unchanged. A backslash is not
doubled, so the text `\x1b` and the character that it names look the same; both are harmless.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

#: The longest one line, in characters. A name is far shorter; a sentence of a report fits.
LINE = 500
#: The longest line of a paragraph of ours that has such text in it, and the most lines.
PARAGRAPH_LINE, PARAGRAPH_LINES = 2_000, 400

_NAMED = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
# Python calls no space printable but the first of these.
_SPACES = frozenset(
    " \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
# Letters and marks that nothing is seen of (Default_Ignorable_Code_Point); those of category Cf are not
# printable as it is.
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0000-\U000e0fff]"
)
# Where marks, selectors and joiners are, among much else; Latin, Greek, kana and ideographs are elsewhere.
_CLOSER = re.compile(
    "[\u0300-\u036f\u0483-\u1fff\u200d\u20d0-\u20ff\u2800-\u2fff\u302a-\u302f\u3099\u309a\u3164\ua000-\uabff"
    "\ufb00-\ufe2f\uffa0\U00010000-\U0010ffff]"
)
_PICTURE = (
    "[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff"
    "\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
)
_TONED = f"{_PICTURE}\ufe0f?[\U0001f3fb-\U0001f3ff]?"
# A joiner between two pictures makes one picture of them, which is seen. Between letters it is not seen, and
# two names that look alike would differ by it; there it is escaped, though Persian and Hindi use it.
_JOINED = re.compile(f"{_TONED}(?:\u200d{_TONED}){{1,8}}")
# A selector chooses the look of a picture, a digit or an ideograph; after anything else it is not seen.
_SELECTED = re.compile(
    f"(?:{_PICTURE}|[0-9#*])[\ufe0e\ufe0f]"
    "|[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff][\ufe00-\ufe02\U000e0100-\U000e01ef]"
)
# More marks on one letter than any script needs are painted over the lines around it.
_MOST_MARKS = 4
# GitHub reads `::name` at the beginning of a line; this form is read anywhere, by Azure and TeamCity as well.
_COMMAND = re.compile(r"##\w{0,20}\[")


def one_line(text: str, limit: int = LINE) -> str:
    """The text on one line of at most `limit` characters, with the number of characters left out.

    ValueError for a limit below 24, which the escape and the number together may need.
    """
    if limit < 24:
        raise ValueError(f"limit is {limit}: at least 24")
    if len(text) <= limit and _is_plain(text):
        return text
    pieces: list[tuple[int, str]] = []
    used = 0
    for end, piece in _pieces(text):
        pieces.append((end, piece))
        used += len(piece)
        if used > limit:
            return _cut(pieces, used, len(text), limit)
    return "".join(piece for _, piece in pieces)


def paragraph(text: str, line_limit: int = PARAGRAPH_LINE, most: int = PARAGRAPH_LINES) -> str:
    """A message of ours with text from outside in it: each line as `one_line`, and no more than `most`."""
    lines = text.replace("\r\n", "\n").split("\n", most)
    if len(lines) > most:
        left = lines[-1].count("\n") + 2
        lines = [*lines[: most - 1], f"…(+{left:,} lines)"]
    return "\n".join(one_line(line, line_limit) for line in lines)


def listed(texts: Iterable[str], most: int = 10, limit: int = 100) -> str:
    """Some names, each as `one_line`, with commas; how many more there are stands in the end."""
    shown: list[str] = []
    left = 0
    for text in texts:
        if len(shown) < most:
            shown.append(one_line(text, limit))
        else:
            left += 1
    return ", ".join([*shown, f"…(+{left:,})"] if left else shown)


def in_json(text: str) -> str:
    r"""JSON of the same value, with every character that acts or is not seen as its escape.

    >>> in_json('{"name": "a\u202eb"}')
    '{"name": "a\\u202eb"}'
    """
    text = _COMMAND.sub(lambda found: _json_escape("#") + found[0][1:], text)
    if text.replace("\n", "").isprintable() and not _UNSEEN.search(text):
        return text
    return "".join(char if _is_seen(char) or char == "\n" else _json_escape(char) for char in text)


def unbroken(text: str) -> str:
    """The text with a space where its lines end: for what is searched for secrets before it is shown."""
    return " ".join(line for line in text.splitlines() if line.strip())


def _is_plain(text: str) -> bool:
    """Whether nothing in it needs a closer look: of the most texts, in a moment."""
    plain = text.replace("\u3000", " ").isprintable() and not _CLOSER.search(text)
    return plain and "##" not in text and not text.lstrip().startswith("::")


def _cut(pieces: list[tuple[int, str]], used: int, length: int, limit: int) -> str:
    while True:
        _, piece = pieces.pop()
        used -= len(piece)
        consumed = pieces[-1][0] if pieces else 0
        left = f"…(+{length - consumed:,})"
        if used + len(left) <= limit:
            return "".join(piece for _, piece in pieces) + left


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """Parts that belong together, as they are shown, each with the place in the text where it ends."""
    at, begun = 0, False
    while at < len(text):
        end = _readable_until(text, at)
        if end == at or _begins_command(text, at, begun):
            end = at + 1
            piece = _escape(text[at])
        else:
            piece = text[at:end]
        yield end, piece
        begun = begun or not piece.isspace()
        at = end


def _begins_command(text: str, at: int, begun: bool) -> bool:
    """Whether a build server reads a command from there; `begun` is whether the line began before."""
    if text[at] == "#":
        return _COMMAND.match(text, at) is not None
    return not begun and text.startswith("::", at)


def _readable_until(text: str, at: int) -> int:
    """Where the readable character ends that begins here, with what is written on it; `at` if none does."""
    joined = _JOINED.match(text, at)
    if joined and all(char in "\u200d\ufe0f" or char.isprintable() for char in joined.group()):
        return joined.end()
    char = text[at]
    if not _is_seen(char) or _is_mark(char):
        return at
    if char.isascii() and (at + 1 == len(text) or text[at + 1].isascii()):
        return at + 1
    selected = _SELECTED.match(text, at)
    end = selected.end() if selected else at + 1
    last = end + _MOST_MARKS
    while end < min(last, len(text)) and _is_mark(text[end]) and not _UNSEEN.match(text[end]):
        end += 1
    return end


def _is_seen(char: str) -> bool:
    return (char.isprintable() or char in _SPACES) and not _UNSEEN.match(char)


def _is_mark(char: str) -> bool:
    """A character that is written on the one before it."""
    return not char.isascii() and unicodedata.category(char).startswith("M")


def _escape(char: str) -> str:
    code = ord(char)
    if named := _NAMED.get(char):
        return named
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _json_escape(char: str) -> str:
    units = char.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))
