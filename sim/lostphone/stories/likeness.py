"""What two seals of the same secrets have in common that seals of other secrets have not.

Four worlds are compared: two with one set of secrets and two with another, each with chance of its own. What
a client seals well is different in all four, but for what describes it, which is the same in all four. A
stretch that is the same wherever the secrets are the same, and is not there where they are others, is made of
the secrets alone: they are in clear in some spelling, or sealed without chance, so that whoever knows one
secret learns another.

The statement is exact: of random bytes, as good ciphertext looks, a stretch of ten is shared by two blobs of
64 KiB once in 2^48 times, and a stretch of 24 hex digits more rarely; that much is asked for in both pairs.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Sequence
from functools import lru_cache

from lostphone.base.leaks.layers import layers_of, texts_in

#: A shared stretch is at least so long: bytes, or letters of a text, of which each says less.
_SHARED_BYTES, _SHARED_LETTERS = 10, 24
#: What is known from the other worlds is taken out in stretches from this length on.
_KNOWN_BYTES = 6
#: So many bytes have to be left of what is shared: less may be a length, a date or a check sum.
_TELLING_BYTES = 8
#: How many bytes a letter tells, of runs that are made of these alone.
_TOLD_BY = {rb"[0-9]+": 0.4, rb"[0-9a-fA-F]+": 0.5, rb"[0-9A-Za-z+/=_-]+": 0.7}
_WORD = re.compile(rb"[!-~]+")
#: A letter, or two or three, that change between letters that do not.
_ALONE = re.compile(rb"(?<=\x01\x01\x01)(\x00{1,3})(?=\x01\x01\x01)")
_LETTERS_ALONE = 12
#: A code is no secret.
_CODE = re.compile(rb"[0-9]{6,8}")
#: Of larger blobs this much is compared.
_MOST_BYTES = 1 << 16
#: A stretch that one seal does not share with the other is looked through from this length on.
_VARIED_BYTES = 48
#: No more than one in 2^56 stretches of random bytes is packed into so many bytes less.
_SAVED_BYTES = 8


def made_of_secrets(one: Sequence[bytes], again: Sequence[bytes], others: Sequence[bytes]) -> bool:
    """Whether `one` and `again`, with the same secrets, share something that `others`, with others, lack."""
    told: dict[bytes, None] = {}
    there = _layers(again)
    known = _windows(_layers(others), _KNOWN_BYTES)
    for content, is_text in _layers(one):
        size = _SHARED_LETTERS if is_text else _SHARED_BYTES
        shared = _windows([(other, text) for other, text in there if text == is_text], size)
        told.update(dict.fromkeys(_left(content, size, shared, known)))
    return sum(map(_bytes_told, told)) >= _TELLING_BYTES


def _bytes_told(run: bytes) -> float:
    """How many bytes of a secret a run tells at most; what stands between letters tells nothing."""
    if _CODE.fullmatch(run):
        return 0
    if _is_text(run):
        words = _WORD.findall(run)
        return sum(
            len(word) * next((told for letters, told in _TOLD_BY.items() if re.fullmatch(letters, word)), 1)
            for word in words
        )
    return len(run)


def change_by_letters(worlds: Sequence[bytes]) -> bool:
    """Whether letters of a text that is else the same go with the secrets, and hardly one with chance.

    The worlds are two with the same secrets, then two with others; each letter stands among others that are
    the same in all four. A dozen such letters are told by chance once in 2^79 times, if each is one of ten.
    """
    if len({len(world) for world in worlds}) != 1 or len(worlds[0]) > _MOST_BYTES:
        return False
    one, again, other, other_again = worlds
    same = bytes(a == b == c == d for a, b, c, d in zip(*worlds, strict=True))
    alone = [found.start(1) for found in _ALONE.finditer(same)]
    by_secret = sum(one[at] == again[at] != other[at] == other_again[at] for at in alone)
    return by_secret >= _LETTERS_ALONE and by_secret * 10 >= len(alone) * 9


def differ_by_a_pattern(one: Sequence[bytes], again: Sequence[bytes]) -> bool:
    """Whether two seals of the same differ by something that repeats, as a short key used over and over does.

    Random bytes do not get shorter when they are packed.
    """
    for first, second in zip(one, again, strict=False):
        if len(first) != len(second) or not first:
            continue
        apart = bytes(a ^ b for a, b in zip(first[:_MOST_BYTES], second[:_MOST_BYTES], strict=True))
        less = bytes((a - b) % 256 for a, b in zip(first[:_MOST_BYTES], second[:_MOST_BYTES], strict=True))
        for run in re.finditer(rb"(?:[^\0]|\0(?!\0))+", apart, re.DOTALL):
            if run.end() - run.start() < _VARIED_BYTES or _is_text(first[run.start() : run.end()]):
                continue
            for difference in (apart, less):
                stretch = difference[run.start() : run.end()]
                if len(zlib.compress(stretch, 9, -zlib.MAX_WBITS)) + _SAVED_BYTES <= len(stretch):
                    return True
    return False


def _layers(blobs: Iterable[bytes]) -> list[tuple[bytes, bool]]:
    """Everything that is in the blobs, each with whether it is a text."""
    found = dict.fromkeys(layer.content[:_MOST_BYTES] for blob in blobs for layer in layers_of(blob))
    return [(content, _is_text(content)) for content in found]


def _is_text(content: bytes) -> bool:
    return [*texts_in(content)] == [(0, content)] or _spelled(content)


def _spelled(content: bytes) -> bool:
    """Mostly letters: hex or Base64 with a few other bytes."""
    return sum(len(text) for _, text in texts_in(content)) * 4 >= len(content) * 3


def _windows(layers: Sequence[tuple[bytes, bool]], size: int) -> frozenset[bytes]:
    return frozenset().union(*(_windows_of(content, size) for content, _ in layers))


@lru_cache(maxsize=64)
def _windows_of(content: bytes, size: int) -> frozenset[bytes]:
    return frozenset(content[at : at + size] for at in range(len(content) - size + 1))


def _left(content: bytes, size: int, shared: frozenset[bytes], known: frozenset[bytes]) -> list[bytes]:
    """The runs of it that are in a shared stretch and in no known one."""
    marks = bytearray(len(content))
    for at in range(len(content) - size + 1):
        if content[at : at + size] in shared:
            marks[at : at + size] = b"\1" * size
    for at in range(len(content) - _KNOWN_BYTES + 1):
        if content[at : at + _KNOWN_BYTES] in known:
            marks[at : at + _KNOWN_BYTES] = bytes(_KNOWN_BYTES)
    return [content[run.start() : run.end()] for run in re.finditer(rb"\x01+", bytes(marks))]
