"""Ctrl-C, held back while something must not be cut in two: a state being written, a process being started.

A signal that comes meanwhile is heard at the end. Threads and processes that are started inside never hear
Ctrl-C: it is for the one that started them.

>>> with held():
...     signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ())
True
"""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator
from typing import NoReturn


@contextlib.contextmanager
def held() -> Iterator[None]:
    """Ctrl-C waits for the end of the `with`, where the system can let it wait."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextlib.contextmanager
def ignored() -> Iterator[None]:
    """Ctrl-C is not heard inside: it was heard before, and what is left to do takes a moment."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def end_as_at_ctrl_c() -> None:
    """SIGTERM is heard as Ctrl-C, in a process that works for another: clients are ended alike."""
    signal.signal(signal.SIGTERM, _interrupt)


def _interrupt(_number: int, _frame: object) -> NoReturn:
    raise KeyboardInterrupt
