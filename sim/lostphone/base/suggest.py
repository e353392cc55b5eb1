"""The known words most like a mistyped one: the one place of every "did you mean".

Capital letters make no difference. difflib of the standard library compares; a word that is too long to be
a slip of the finger is like no other.

>>> nearest("iCloud Backpu", ["iCloud Backup", "iCloud Drive"])
'iCloud Backup'
>>> near("core.zero", ["core.zeros", "core.zeroes", "time.zone"], most=2)
('core.zeros', 'core.zeroes')
>>> nearest("umbrella", ["iCloud Backup", "iCloud Drive"]) is None
True
"""

from __future__ import annotations

from collections.abc import Iterable

#: A word longer than this is like no other, and comparing it takes time that grows with its length.
COMPARED_MAX = 200
_ARTICLES = frozenset({"a", "an", "the"})


def near(word: str, known: Iterable[str], *, most: int = 1, cutoff: float = 0.6) -> tuple[str, ...]:
    """At most so many of the known words, the most alike first; none if `word` is too long to compare.

    `cutoff` is the least likeness, from 0 (nothing in common) to 1 (equal but for capitals).
    """
    if len(word) > COMPARED_MAX:
        return ()
    # Only a mistyped word pays for this import.
    from difflib import get_close_matches

    names: dict[str, list[str]] = {}
    for name in known:
        names.setdefault(name.casefold(), []).append(name)
    found = get_close_matches(word.casefold(), names, n=most, cutoff=cutoff)
    return tuple(name for folded in found for name in _best_first(word, names[folded]))[:most]


def nearest(word: str, known: Iterable[str], *, cutoff: float = 0.6) -> str | None:
    """The known word most like this one, None if there is none."""
    found = near(word, known, cutoff=cutoff)
    return found[0] if found else None


def likeness(one: str, other: str) -> float:
    """From 0 to 1, as `cutoff` has it; capitals count here."""
    from difflib import SequenceMatcher

    return SequenceMatcher(None, other, one).ratio()


def alike_by_words(one: str, other: str, cutoff: float = 0.6) -> bool:
    """Whether the words that differ are like each other, so that none stands for another one.

    An article may be another or missing.

    >>> alike_by_words("joins iCloud", "join icloud"), alike_by_words("joins iCloud", "turns iCloud")
    (True, False)
    """
    from difflib import SequenceMatcher

    words, others = (
        [word for word in text.casefold().split() if word not in _ARTICLES] for text in (one, other)
    )
    return all(
        kind == "equal" or likeness(" ".join(words[a:b]), " ".join(others[c:d])) >= cutoff or a == b or c == d
        for kind, a, b, c, d in SequenceMatcher(None, words, others).get_opcodes()
    )


def _best_first(word: str, alike: list[str]) -> list[str]:
    """Names that differ in capitals only: the one written like the word comes first."""
    return sorted(alike, key=lambda name: name != word)
