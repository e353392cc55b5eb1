"""Screens as semantic views: what a person could read and press, without a pixel.

A client shows a view; the terminal, the site and the stories all read the same one. `name` and
`message_id` are stable across languages; titles, labels and messages are what the person reads.
"""

from __future__ import annotations

from operator import attrgetter

import msgspec

_CODE = attrgetter("code")


class Row(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One line of a list: an account, usually. `code` is what a one-time password row shows."""

    title: str
    subtitle: str = ""
    code: str = ""
    action: str = ""


class Toggle(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A switch on the screen."""

    label: str
    on: bool


class View(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One screen."""

    name: str
    title: str
    rows: tuple[Row, ...] = ()
    toggles: tuple[Toggle, ...] = ()
    message: str = ""
    message_id: str = ""
    buttons: tuple[str, ...] = ()

    def masked(self) -> View:
        """The same screen with every one-time password covered, for traces and reports."""
        if not any(map(_CODE, self.rows)):
            return self
        rows = tuple(
            msgspec.structs.replace(row, code="•" * len(row.code)) if row.code else row for row in self.rows
        )
        return msgspec.structs.replace(self, rows=rows)
