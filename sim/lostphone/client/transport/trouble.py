"""What goes wrong on a wire, before anybody knows which question was open."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lostphone.client.port import BrokenHow


class Trouble(Exception):  # said of a client, which is being tested for it
    """`kind` as in `ClientBroke`; `what` goes on after "the client …". `gone`: nobody is there any more."""

    def __init__(self, kind: BrokenHow, what: str, gone: bool = False) -> None:
        super().__init__(kind, what, gone)
        self.kind: BrokenHow = kind
        self.what = what
        self.gone = gone
