"""A finder of secrets that got out, and a cover for them; see `lostphone.base.secret` for examples."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from lostphone.base.leak_forms import SHORTEST_FORM_BYTES, named_forms
from lostphone.base.leaks.long_texts import LONG_BYTES, LongTexts
from lostphone.base.leaks.search import SHORTEST_BYTES, SecretPiece, leaks_in, touches, windows_in
from lostphone.base.leaks.spellings import windows_of

if TYPE_CHECKING:
    from lostphone.base.secret import Secret

MARK = "‹secret›"
#: So many texts are kept that were found clean: a world says the same few things over and over.
_KEPT = 2048
#: Of a very short secret at least so many bytes differ.
_KINDS_OF_BYTES = 2
#: A text that still shows something after so many rounds of covering is covered whole.
_ROUNDS = 8


class FoundSecret(NamedTuple):
    """Where a secret was met: which one (in the order of adding), at what offset, in what form."""

    which: int
    at: int
    form: str


class Finder:
    """Finds any of a set of secrets in bytes, or takes them out of text; secrets can be added any time.

    A text that was found clean costs one look-up when it is met again.
    """

    def __init__(self, secrets: Iterable[Secret] = ()) -> None:
        self._count = 0
        # Which one each secret is; the first of equal ones.
        self._which: dict[bytes, int] = {}
        self._windows: set[bytes] = set()
        self._by_secret: dict[bytes, frozenset[bytes]] = {}
        self._short: list[bytes] = []
        self._clean: dict[bytes | str, None] = {}
        self._long_texts = LongTexts()
        for secret in secrets:
            self.add(secret)

    def __len__(self) -> int:
        return self._count

    def add(self, secret: Secret) -> int:
        """From now on look for this one too; returns its index, as a `FoundSecret` gives it."""
        index = self._count
        self._count += 1
        raw = secret.reveal()
        if self._which.setdefault(raw, index) == index:
            self._clean.clear()
            if len(raw) < SHORTEST_BYTES:
                # A few bytes of one or two kinds are in anything.
                if len(set(raw)) > _KINDS_OF_BYTES:
                    self._short.append(raw)
            else:
                self._by_secret[raw] = windows_of(raw)
                self._windows |= self._by_secret[raw]
        return index

    def find(self, blob: bytes) -> FoundSecret | None:
        """The first place where a secret shows, or None."""
        return next((sighting for sighting, _ in self._sightings(blob)), None)

    def find_together(self, blobs: Sequence[bytes]) -> FoundSecret | None:
        """The same for blobs that are read together: a part of a secret may be in each."""
        met = [blob for blob in blobs if not self._is_clean(blob)]
        return self.find(b"\n".join(met)) if met else None

    def redact(self, text: str) -> str:
        """The text with every form of every secret replaced by `‹secret›`; the same object if clean."""
        if len(text) < SHORTEST_FORM_BYTES or text in self._clean:
            return text
        # A client's text may hold half a surrogate pair; that must not stop the search.
        blob = text.encode("utf-8", "surrogatepass")
        for _ in range(_ROUNDS):
            pieces: list[bytes] = []
            after = 0
            for sighting, end in self._sightings(blob):
                if sighting.at >= after:
                    pieces += (blob[after : sighting.at], MARK.encode())
                    after = end
            if not pieces:
                self._clean[text] = None
                break
            blob = b"".join((*pieces, blob[after:]))
            text = blob.decode("utf-8", "replace")
            blob = text.encode("utf-8", "surrogatepass")
        else:
            return MARK
        return text

    def redact_lines(self, lines: Sequence[str]) -> list[str]:
        """The same for lines that are read as one text: each that has a part of a secret is covered."""
        blobs = [line.encode("utf-8", "surrogatepass") for line in lines]
        spans = [(sighting.at, end) for sighting, end in self._sightings(b"\n".join(blobs))]
        covered, at = [], 0
        for line, blob in zip(lines, blobs, strict=True):
            end = at + len(blob)
            shows = any(first < end and last > at for first, last in spans)
            covered.append(MARK if shows else line)
            at = end + 1
        return covered

    def _is_clean(self, blob: bytes) -> bool:
        if blob in self._clean:
            return True
        if not self._no_window_in(blob):
            return False
        if self._short and any(form in blob for raw in self._short for form in named_forms(raw)):
            return False
        if len(self._clean) >= _KEPT:
            self._clean.clear()
        self._clean[blob] = None
        return True

    def _no_window_in(self, blob: bytes) -> bool:
        if len(blob) > LONG_BYTES and self._long_texts.is_clean(blob, self._windows, self._by_secret):
            return True
        return not touches(blob, self._windows)

    def _sightings(self, blob: bytes) -> list[tuple[FoundSecret, int]]:
        """Every place where a secret shows, with its end, in order; at one place the longest first."""
        if not self._which or self._is_clean(blob):
            return []
        pieces = [*leaks_in(blob, self._met_in(blob)), *self._short_ones(blob)]
        if not pieces and len(blob) > LONG_BYTES:
            # Its windows were met by chance; they need no second look in the next, longer text.
            self._long_texts.remember(blob, len(self._by_secret))
        pieces.sort(key=lambda piece: (piece.at, piece.at - piece.end, self._which[piece.raw]))
        return [(FoundSecret(self._which[one.raw], one.at, one.form), one.end) for one in pieces]

    def _met_in(self, blob: bytes) -> list[bytes]:
        """The secrets of which a window is in the blob. Of a thousand secrets some are met by chance."""
        met = self._windows.intersection(windows_in(blob))
        return [raw for raw, windows in self._by_secret.items() if not windows.isdisjoint(met)]

    def _short_ones(self, blob: bytes) -> Iterable[SecretPiece]:
        for raw in self._short:
            for form, name in named_forms(raw).items():
                at = blob.find(form)
                while at >= 0:
                    end = at + len(form)
                    yield SecretPiece(raw, 0, 8 * len(raw), at, end, at, end, name)
                    at = blob.find(form, at + len(form))
