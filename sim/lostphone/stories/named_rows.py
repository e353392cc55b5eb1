"""The rows of an app's list by the names that a story has for an account."""

from __future__ import annotations

from lostphone.client.port import AccountRow


class NamedRows:
    """The last list of each phone. A client that answers with the same tuple has it read once."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[tuple[AccountRow, ...], dict[str, AccountRow]]] = {}

    def of(self, phone: str, rows: tuple[AccountRow, ...]) -> dict[str, AccountRow]:
        """Name to row; of several rows with one name the first in the list."""
        known = self._known.get(phone)
        if known is None or known[0] is not rows:
            found: dict[str, AccountRow] = {}
            for row in rows:
                for name in row.names:
                    found.setdefault(name, row)
            known = self._known[phone] = (rows, found)
        return known[1]
