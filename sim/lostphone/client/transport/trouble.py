"""What goes wrong on a wire, before anybody knows which question was open."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lostphone.client.port import BrokenHow


class Trouble(Exception):  # said of a client, which is being tested for it
    """`kind` as in `ClientBroke`; `what` goes on after "the client …". `gone`: nobody is there any more.

    `limit` is the budget that was used up, where there is one.
    """

    def __init__(self, kind: BrokenHow, what: str, gone: bool = False, limit: int = 0) -> None:
        super().__init__(what)
        self.kind: BrokenHow = kind
        self.what = what
        self.gone = gone
        self.limit = limit
