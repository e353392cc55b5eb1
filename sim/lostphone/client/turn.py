"""Whose turn it is to call the host, among Python clients that are made alike and run in this process.

A program can call its host only while it is asked something: there is one wire. An object of this process can
keep services for later, pass them to a thread, or to the object that is made for the next story. A call out
of turn is a breach, and is remembered here until the next question, since the code that made it may have
swallowed the exception.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from lostphone.client.protocol.validation import BadMessage

if TYPE_CHECKING:
    from lostphone.client.port import ClientBroke, HarnessFault


class Turn:
    """One for all clients that are made alike. A story is any object that stands for it."""

    def __init__(self) -> None:
        #: What was wrong and has not been told yet.
        self.wrong: ClientBroke | HarnessFault | None = None
        self._story: object = None
        self._thread = 0

    def begin(self, story: object) -> None:
        """A question of that story is asked in this thread."""
        self._story, self._thread = story, threading.get_ident()

    def end(self) -> None:
        """It has been answered."""
        self._story, self._thread = None, 0

    def take_wrong(self) -> ClientBroke | HarnessFault | None:
        """What was wrong, told once."""
        wrong, self.wrong = self.wrong, None
        return wrong

    def check(self, method: str, device: str, story: object) -> None:
        """BadMessage unless services of that story may be used here and now."""
        if self._story is not None and story is not self._story:
            how = "through services of an earlier story"
        elif self._story is None:
            how = "when nothing was asked"
        elif threading.get_ident() != self._thread:
            how = "from another thread than the one that was asked"
        else:
            return
        raise BadMessage("breach", f"{method} for the device '{device}' {how}")
