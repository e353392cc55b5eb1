"""Looks for runs of secrets in a blob: a quick look first, and a thorough one where that met something.

A run counts if no chance makes it: ten bytes in all of a secret of sixteen or more, in runs of five or more;
of a shorter secret the whole; and of a secret that is text, or hardly more than one byte over and over, most
of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple, TypeAlias

from lostphone.base.leaks.layers import Layer, layers_of
from lostphone.base.leaks.packed import PACKED
from lostphone.base.leaks.spellings import INSIDE, Spelling, is_plain, is_text, spellings_of, starts_of
from lostphone.base.leaks.streams import WINDOW, Kind, Stream, streams_of

#: Shorter secrets are looked for in fixed forms (`leak_forms`): their windows are met by chance.
SHORTEST_BYTES = 8
#: Of secrets from this length on a part is a leak.
_PARTS_FROM_BYTES = 16
_PART_BYTES = 10
_RUN_BITS = 40
#: Of a secret that is text this many hundredths: others may begin with the same words.
_TEXT_PERCENT = 85
#: What is left out at either end when the letters are not aligned with the bytes.
_EDGE_BITS = 7
_SHORT_BYTES = 480
_KEPT = 512
_MOST_HITS = 20_000
#: By chance a part goes on for a letter or two where the next one begins.
_OVERLAP = 2
#: More parts than this are not put together.
_MOST_PARTS = 64


#: Secrets and their spellings with that window in them, and where it stands there.
_ByWindow: TypeAlias = Mapping[Kind, Mapping[bytes, list[tuple[bytes, Spelling, int]]]]


class SecretPiece(NamedTuple):
    """A run of one secret: which bits of it, where it stands in its layer, and as what it was written.

    `at` and `end` are its place in the blob: of a layer that was unpacked, where that begins and ends there.
    """

    raw: bytes
    first: int
    last: int
    start: int
    stop: int
    at: int
    end: int
    form: str


def windows_in(blob: bytes) -> Iterator[bytes]:
    """Every window of every normal form of every layer of the blob, some of them more than once."""
    return chain.from_iterable(_all_windows(blob))


def touches(blob: bytes, windows: Collection[bytes]) -> bool:
    """The quick look: whether any of these windows is in any normal form of any layer of the blob."""
    if len(blob) <= _SHORT_BYTES:
        return not _digest(blob).isdisjoint(windows)
    known = windows if isinstance(windows, frozenset | set) else frozenset(windows)
    return any(not known.isdisjoint(part) for part in _all_windows(blob))


@lru_cache(maxsize=_KEPT)
def _digest(blob: bytes) -> frozenset[bytes]:
    return frozenset(windows_in(blob))


def _all_windows(blob: bytes) -> Iterator[list[bytes]]:
    for layer in layers_of(blob):
        for stream in streams_of(layer.content):
            content, size, step = stream.content, WINDOW[stream.kind], stream.step
            yield [content[at : at + size] for at in range(0, len(content) - size + 1, step)]


def leaks_in(blob: bytes, secrets: Sequence[bytes]) -> list[SecretPiece]:
    """The thorough look: what leaks in the first layer in which anything does, or in all together."""
    by_window = _by_window(tuple(secrets))
    found: list[SecretPiece] = []
    for layer in layers_of(blob):
        here = [
            piece for stream in streams_of(layer.content) for piece in _in_layer(layer, stream, by_window)
        ]
        if PACKED.intersection(layer.how.split(" in ")):
            # By chance a few bytes unpack to one byte over and over.
            here = [piece for piece in here if not is_plain(piece.raw)]
        found += here
        leaked = _telling(here)
        if leaked:
            return leaked
    return _telling(found)


def _in_layer(layer: Layer, stream: Stream, by_window: _ByWindow) -> Iterator[SecretPiece]:
    how = " in ".join(part for part in (stream.told, layer.how) if part)
    for piece in _pieces_of(stream, by_window):
        at, end = (layer.at, layer.end) if layer.how else (piece.at, piece.end)
        yield piece._replace(at=at, end=end, form=_form(piece.form, how))


def _telling(pieces: Sequence[SecretPiece]) -> list[SecretPiece]:
    """Those that leak: each that is enough of its secret, or else all of one form, if they are."""
    together: dict[tuple[bytes, str], list[SecretPiece]] = {}
    for piece in dict.fromkeys(pieces):
        together.setdefault((piece.raw, piece.form.replace(INSIDE, "")), []).append(piece)
    found: list[SecretPiece] = []
    for (raw, form), told in together.items():
        alone = [piece for piece in told if _enough(raw, [piece])]
        if _is_prose(raw, form) or not _enough(raw, told):
            found += alone
        else:
            # Where a part is a leak, every further part belongs to it.
            found += told if _part_bits(raw) <= 8 * len(raw) or not alone else alone
    return found


def _enough(raw: bytes, pieces: Sequence[SecretPiece]) -> bool:
    """Whether what the pieces tell between them is the whole, or enough of it."""
    told, after, lacking = 0, 0, 0
    for first, last in sorted((piece.first, piece.last) for piece in _apart(pieces)):
        gap = max(0, first - after)
        lacking += gap if gap > _EDGE_BITS or told else 0
        told += max(0, last - max(first, after))
        after = max(after, last)
    end = 8 * len(raw) - after
    return told >= _part_bits(raw) or (lacking == 0 and end <= _EDGE_BITS)


def _apart(pieces: Sequence[SecretPiece]) -> Sequence[SecretPiece]:
    """The longest of them that stand apart: one stretch of a text is no two parts of a secret."""
    if len(pieces) == 1:
        return pieces
    kept: list[SecretPiece] = []
    for piece in sorted(pieces, key=lambda piece: (piece.first - piece.last, piece.start))[:_MOST_PARTS]:
        if all(
            piece.stop - _OVERLAP <= other.start or other.stop - _OVERLAP <= piece.start for other in kept
        ):
            kept.append(piece)
    return kept


def _is_prose(raw: bytes, form: str) -> bool:
    """Whether the parts may be words of any text."""
    return form == "raw bytes" and is_text(raw)


@lru_cache(maxsize=_KEPT)
def _part_bits(raw: bytes) -> int:
    """How many bits of a secret are a leak; more than it has where nothing but the whole is."""
    if len(raw) < _PARTS_FROM_BYTES or is_plain(raw):
        return 8 * len(raw) + 1
    if is_text(raw):
        return -(-8 * len(raw) * _TEXT_PERCENT // 100)
    return 8 * _PART_BYTES


def _form(name: str, how: str) -> str:
    return how if name == "raw bytes" and how else f"{name} in {how}" if how else name


@lru_cache(maxsize=4)
def _by_window(secrets: tuple[bytes, ...]) -> _ByWindow:
    found: dict[Kind, dict[bytes, list[tuple[bytes, Spelling, int]]]] = {kind: {} for kind in WINDOW}
    for raw in secrets:
        plain = is_plain(raw)
        for one in spellings_of(raw):
            size, windows = WINDOW[one.kind], found[one.kind]
            for at in starts_of(one, plain):
                windows.setdefault(one.letters[at : at + size], []).append((raw, one, at))
    return found


def _pieces_of(stream: Stream, by_window: _ByWindow) -> Iterator[SecretPiece]:
    content, size, step = stream.content, WINDOW[stream.kind], stream.step
    windows = by_window[stream.kind]
    hits = [at for at in range(0, len(content) - size + 1, step) if content[at : at + size] in windows]
    if not hits:
        return
    places = stream.places()
    done: dict[tuple[bytes, str, int], int] = {}
    for at in hits[:_MOST_HITS]:
        for raw, one, start in windows[content[at : at + size]]:
            # The same run is met at each of its windows: once is enough.
            line = (one.letters, one.name, at - start)
            if done.get(line, -1) >= at:
                continue
            first, last = _whole_run(content, one.letters, at, start, size)
            done[line] = at - start + last
            told_first, told_last = one.told(first, last)
            told_first, told_last = max(told_first, 0), min(told_last, 8 * len(raw))
            least = 8 * len(raw) - 2 * _EDGE_BITS
            if told_last - told_first >= (least if is_plain(raw) else min(_RUN_BITS, least)):
                begin, end = places[at - start + first][0], places[at - start + last - 1][1]
                yield SecretPiece(raw, told_first, told_last, begin, end, begin, end, one.name)


def _whole_run(content: bytes, letters: bytes, at: int, start: int, size: int) -> tuple[int, int]:
    """From which to which letter of the spelling the text agrees with it, around one window."""
    first, last = start, start + size
    while first > 0 and at - start + first > 0 and letters[first - 1] == content[at - start + first - 1]:
        first -= 1
    while (
        last < len(letters)
        and at - start + last < len(content)
        and letters[last] == content[at - start + last]
    ):
        last += 1
    return first, last
