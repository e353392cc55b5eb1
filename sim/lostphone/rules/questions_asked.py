"""Notes which open questions a piece of work asked: an answer that nothing asked for changes nothing.

>>> from lostphone.base.clock import instant
>>> from lostphone.rules import Policy
>>> with noting_questions() as asked:
...     gates = Policy.at("ios", instant(2026, 5, 25)).gates()
>>> sorted(asked)
['Q02']
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_NOTES: ContextVar[set[str] | None] = ContextVar("questions asked", default=None)


@contextmanager
def noting_questions() -> Iterator[set[str]]:
    """Collect the ids of the questions that any `Policy` is asked about inside the block."""
    notes: set[str] = set()
    token = _NOTES.set(notes)
    try:
        yield notes
    finally:
        _NOTES.reset(token)


def note(question: str) -> None:
    """Somebody's work depends on the answer to this question; forgotten unless it is being noted."""
    notes = _NOTES.get()
    if notes is not None:
        notes.add(question)
