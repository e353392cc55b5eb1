"""What is worked out from the list of accounts, without working out again what was there before.

An account is added to the end of the list, so a list of n accounts costs n steps in all, and not n².

>>> doubled = Reused(lambda number: 2 * number)
>>> first = (1, 2)
>>> doubled.of(first), doubled.of(first) is doubled.of(first)
((2, 4), True)
>>> doubled.of((*first, 3))
(2, 4, 6)
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from lostphone.client.reference.account import Account

Item = TypeVar("Item")
Made = TypeVar("Made")


class Reused(Generic[Item, Made]):
    """`make` of each item."""

    def __init__(self, make: Callable[[Item], Made]) -> None:
        self._make = make
        self._items: tuple[Item, ...] = ()
        self._made: tuple[Made, ...] = ()
        self._key: object = None

    def of(self, items: tuple[Item, ...], key: object = None) -> tuple[Made, ...]:
        """`make` of each of these; `key` is all else that it depends on. The same object while both are."""
        if items is self._items and key == self._key:
            return self._made
        known = len(self._items)
        if key != self._key or items[:known] != self._items:
            known = 0
        if known != len(items) or known == 0:
            self._made = (*self._made[:known], *(self._make(item) for item in items[known:]))
        self._items, self._key = items, key
        return self._made


class ById:
    """The accounts of a list by their ids; of two with one id the first."""

    def __init__(self) -> None:
        self._accounts: tuple[Account, ...] = ()
        self._found: dict[str, Account] = {}

    def of(self, accounts: tuple[Account, ...]) -> dict[str, Account]:
        """The accounts of this list; the dictionary is changed when another list is asked for."""
        if accounts is not self._accounts:
            known = len(self._accounts)
            if accounts[:known] != self._accounts:
                known, self._found = 0, {}
            for account in accounts[known:]:
                self._found.setdefault(account.id, account)
            self._accounts = accounts
        return self._found
