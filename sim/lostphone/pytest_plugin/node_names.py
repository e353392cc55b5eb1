"""What scenarios are called in pytest's node ids.

A node id is read by many: pytest takes what follows the first `[` for a parameter and `::` for a step down,
its cache compares ids, the environment variable `PYTEST_CURRENT_TEST` holds one, and people paste them. So
a scenario's name goes into it in letters that are no syntax to any of them: square brackets are round ones,
`::` is `:`, letters that are not seen are written as escapes, and a very long name is cut. Brackets at the
end are left to the row of an outline. Names that come out the same are numbered, so none hides another; the
scenario itself keeps its name.

>>> node_name("[LP-12] std::move \\t stays"), node_name("Rows", "few [a, b]")
('(LP-12) std:move \\\\t stays', 'Rows[few (a, b)]')
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from lostphone.gherkin.pickles import Pickle

NAME_MAX = 160
_BRACKETS = str.maketrans("[]", "()")


def node_names(pickles: Sequence[Pickle]) -> list[str]:
    """A name for each scenario of a file, all different; one that needs no other letters keeps its own."""
    names = [node_name(_title(pickle), pickle.row_label) for pickle in pickles]
    changed = [name != _plain(pickle) for name, pickle in zip(names, pickles, strict=True)]
    taken: dict[str, int] = {}
    for place in sorted(range(len(names)), key=lambda place: changed[place]):
        names[place] = _free(names[place], taken)
    return names


def node_name(title: str, label: str | None = None) -> str:
    """A title, and the label of a row in brackets as pytest writes parameters."""
    return _safe(title) if label is None else f"{_safe(title)}[{_safe(label)}]"


def _title(pickle: Pickle) -> str:
    return pickle.name if pickle.row_label is None else pickle.name.removesuffix(f" [{pickle.row_label}]")


def _plain(pickle: Pickle) -> str:
    label = pickle.row_label
    return pickle.name if label is None else f"{_title(pickle)}[{label}]"


def _safe(text: str) -> str:
    text = re.sub(":{2,}", ":", text.translate(_BRACKETS))
    if not text.isprintable():
        text = "".join(map(_seen, text))
    if len(text) > NAME_MAX:
        text = f"{text[: NAME_MAX - 1]}…"
    return text


def _seen(char: str) -> str:
    """A letter that would not be seen, or would change how others are, as an escape."""
    if char.isprintable() or unicodedata.category(char) == "Zs":
        return char
    return char.encode("unicode_escape").decode()


def _free(wanted: str, taken: dict[str, int]) -> str:
    """The name, numbered if it is taken; `taken` has how often each was asked for.

    The number comes first, because `--deselect` takes every id that begins like the one given. In a row it is
    part of the label, which pytest calls a parameter.
    """
    title, bracket, label = wanted.partition("[")
    name = wanted
    while name in taken:
        taken[wanted] += 1
        number = f"#{taken[wanted]} "
        name = f"{title}[{number}{label}" if bracket else number + title
    taken[name] = 1
    return name
