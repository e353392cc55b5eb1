"""Help that exists on a day: passes, passkeys, saved passwords. The dates stand in `available_help.toml`.

>>> from lostphone.base.clock import instant
>>> exists("temporary-access-pass", instant(2021, 3, 2)), exists("passkey", instant(2018, 3, 1))
(True, False)
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal, TypeAlias, get_args

from lostphone.base.clock import instant
from lostphone.whatif.own_account import OwnKind

Means: TypeAlias = Literal["temporary-access-pass", "passkey", "saved-password"]
MEANS: tuple[Means, ...] = get_args(Means)

#: Kinds of account that nobody had before the app could keep them.
KEPT_BY: dict[OwnKind, Means] = {"passkey": "passkey", "password": "saved-password"}


def exists(means: Means, at_ms: int) -> bool:
    """Whether somebody could be advised at that instant to use it."""
    return since_ms(means) <= at_ms


def existed(kind: OwnKind, at_ms: int) -> bool:
    """Whether anybody could have an account of that kind at that instant."""
    return kind not in KEPT_BY or exists(KEPT_BY[kind], at_ms)


@cache
def since_ms(means: Means) -> int:
    """The first millisecond of its first day, in UTC."""
    text = files("lostphone.whatif").joinpath("available_help.toml").read_text("utf-8")
    day = tomllib.loads(text)[means]["since"]
    return instant(day.year, day.month, day.day)
