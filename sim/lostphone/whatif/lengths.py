"""Secrets of many lengths: the shortest and the longest of otherwise like accounts stand for those between.

A list of thousands has secrets of dozens of lengths, times every hash, digits and period. What an app or a
site makes of a length is a limit: too short, or too long. So where the two ends come to the same, all between
do; where they do not, each length between is played.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from lostphone.whatif.own_account import OwnAccount

T = TypeVar("T")


def with_ends_first(
    kinds: Iterable[OwnAccount], find: Callable[[list[OwnAccount]], Mapping[OwnAccount, T]]
) -> dict[OwnAccount, T]:
    """What `find` gives for each of the kinds, asked for as few of them as will do.

    >>> kinds = [OwnAccount("", "third-party", 0, secret_bytes=length) for length in range(10, 60)]
    >>> asked = []
    >>> def find(some):
    ...     asked.extend(kind.secret_bytes for kind in some)
    ...     return {kind: "back" for kind in some}
    >>> len(with_ends_first(kinds, find)), asked
    (50, [10, 59])
    """
    alike: dict[OwnAccount, list[OwnAccount]] = {}
    for kind in kinds:
        alike.setdefault(replace(kind, secret_bytes=0), []).append(kind)
    groups = [sorted(group, key=lambda kind: kind.secret_bytes) for group in alike.values()]
    found = dict(find(list(dict.fromkeys(end for group in groups for end in (group[0], group[-1])))))
    unlike: list[OwnAccount] = []
    for shortest, *between in groups:
        if between and found[shortest] != found[between[-1]]:
            unlike += between[:-1]
        else:
            found |= dict.fromkeys(between, found[shortest])
    return found | dict(find(unlike)) if unlike else found
