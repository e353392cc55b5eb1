"""Long texts that grow a little at a time: a screen with one more row, a log with one more line.

Looking through a text takes time in proportion to its length. A list that grows to n rows is shown n times,
so n looks would take n². Here a long text is compared with the one that was shown before. Only the changed
stretch is looked through, with `CONTEXT_BYTES` before and after it; the windows of the rest are known and
are held against the secrets that came since. A whole look follows whenever the text has grown by a quarter,
so that a secret which is spread over more than the context is met then.

What is packed can be read from its beginning alone, and that may stand far from the change. So a text with
bytes in it that are no text, as they are or under Base64, hex or numbers, is always looked through whole.

The answer may be "perhaps" where nothing shows, never "clean" where a secret of the stretch shows.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice

from lostphone.base.leaks.layers import is_utf8, layers_of
from lostphone.base.leaks.search import windows_in

#: Shorter texts are looked through as a whole.
LONG_BYTES = 4096
#: What is read with a change, on either side of it.
CONTEXT_BYTES = 2048
#: Fewer bytes that are no text stand within the context however they are written.
_PACKED_BYTES = 128
#: A text that shares so little of its beginning with another is not its successor.
_SAME_BYTES = 64
#: So many texts are remembered: one for each phone that shows a long list, in most stories.
_MOST_TEXTS = 8


class _LongText:
    """A text that was found clean, and all windows of it, or more."""

    def __init__(self, blob: bytes, windows: set[bytes], secrets: int) -> None:
        self.blob, self.windows = blob, windows
        #: How many secrets its windows were held against.
        self.secrets = secrets
        #: At this length the whole is looked through again.
        self.whole_from = len(blob) + len(blob) // 4


class LongTexts:
    """The long clean texts that a finder met last."""

    def __init__(self) -> None:
        self._texts: list[_LongText] = []

    def is_clean(self, blob: bytes, windows: set[bytes], by_secret: Mapping[bytes, frozenset[bytes]]) -> bool:
        """Whether the text is surely clean; False may also mean that it is not known.

        `windows` are those of all secrets, `by_secret` those of each secret, in the order of adding.
        """
        known = next((one for one in self._texts if _follows(blob, one.blob)), None)
        if known is not None and len(blob) < known.whole_from:
            return self._still_clean(known, blob, windows, by_secret)
        if not _is_text_throughout(blob):
            return False
        found = set(windows_in(blob))
        if not found.isdisjoint(windows):
            return False
        self._keep(_LongText(blob, found, len(by_secret)))
        return True

    def remember(self, blob: bytes, secrets: int) -> None:
        """The text was found clean by a thorough look, for so many secrets."""
        if _is_text_throughout(blob):
            self._keep(_LongText(blob, set(windows_in(blob)), secrets))

    def _keep(self, text: _LongText) -> None:
        others = [one for one in self._texts if not _follows(text.blob, one.blob)]
        self._texts = [text, *others][:_MOST_TEXTS]

    def _still_clean(
        self, known: _LongText, blob: bytes, windows: set[bytes], by_secret: Mapping[bytes, frozenset[bytes]]
    ) -> bool:
        changed = _changed(known.blob, blob)
        if not _is_text_throughout(changed):
            return False
        added = set(windows_in(changed))
        clean = added.isdisjoint(windows) and all(
            known.windows.isdisjoint(newer) for newer in islice(by_secret.values(), known.secrets, None)
        )
        if clean:
            known.blob, known.secrets = blob, len(by_secret)
            known.windows |= added
        return clean


def _is_text_throughout(blob: bytes) -> bool:
    """Whether neither the blob nor anything in it may be packed."""
    return all(len(layer.content) < _PACKED_BYTES or is_utf8(layer.content) for layer in layers_of(blob))


def _follows(blob: bytes, before: bytes) -> bool:
    return blob[:_SAME_BYTES] == before[:_SAME_BYTES] and _shared(blob, before) * 2 >= len(before)


def _changed(before: bytes, after: bytes) -> bytes:
    """The stretch of `after` that `before` does not have, with what stands around it."""
    first = _shared(before, after)
    rest = min(len(before), len(after)) - first
    last = _shared(before[::-1][:rest], after[::-1][:rest])
    end = len(after) - last + CONTEXT_BYTES
    return after[_letter_at(after, first - CONTEXT_BYTES) : _letter_at(after, end)]


def _letter_at(text: bytes, at: int) -> int:
    """Where the letter of UTF-8 begins that this byte belongs to; 0 or the end if the place is outside."""
    at = max(0, at)
    if at >= len(text):
        return len(text)
    while at > 0 and text[at] & 0xC0 == 0x80:
        at -= 1
    return at


def _shared(one: bytes, other: bytes) -> int:
    """How many bytes both begin with."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
