"""Processes that work for this one: each is asked over a pipe of its own, and answers in order.

They share no locks with anybody, so that one may be ended at any moment and nobody waits for it in vain.
Ctrl-C is for the process that asked for the work, which ends the others.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable
from itertools import cycle
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from typing import Generic, TypeAlias, TypeVar

from lostphone.base.interrupts import end_as_at_ctrl_c, held

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")
#: Makes, in a process of its own, what answers there; it is left when no more questions come.
Make: TypeAlias = Callable[[], contextlib.AbstractContextManager[Callable[[Asked], Answer]]]

#: How long a process is given to end its client and itself.
_END_S = 2
#: So many questions at most wait for each process, so that none is idle while another's answer is awaited.
_AHEAD = 2


class Gone(Exception):
    """A process has ended before it had answered."""


def answers(
    make: Make[Asked, Answer], questions: Iterable[Asked], processes: int
) -> Generator[Answer, None, None]:
    """The answers, in the order of the questions, of so many processes. Closing it ends them; Gone.

    What is raised in one is raised here. `make` is pickled: it and what it makes are of a module's own.
    """
    crew: list[_Worker[Asked, Answer]] = []
    # It is started with the first process otherwise, and lets Ctrl-C through to that.
    resource_tracker.ensure_running()
    try:
        with held():
            # One by one in a list, so that whatever happens those that were started are ended.
            for _ in range(processes):
                crew.append(_Worker(make))
        waiting: deque[_Worker[Asked, Answer]] = deque()
        for worker, question in zip(cycle(crew), questions, strict=False):
            worker.ask(question)
            waiting.append(worker)
            if len(waiting) >= _AHEAD * processes:
                yield waiting.popleft().answer()
        while waiting:
            yield waiting.popleft().answer()
    finally:
        with held():
            _end(crew)


class _Worker(Generic[Asked, Answer]):
    """A process and the pipe to it."""

    def __init__(self, make: Make[Asked, Answer]) -> None:
        # A forked child would share threads and open files with this process.
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=_work, args=(theirs, make), daemon=True)
        self.process.start()
        theirs.close()

    def ask(self, question: Asked) -> None:
        # One that is gone has left its answers, or none: that is seen when they are awaited.
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            self.pipe.send(question)

    def answer(self) -> Answer:
        try:
            error, answer = self.pipe.recv()
        except (EOFError, ConnectionResetError):
            raise Gone from None
        if error is not None:
            raise error
        made: Answer = answer
        return made


def _end(crew: list[_Worker[Asked, Answer]]) -> None:
    """Kindly at first, so that clients are ended as they expect it."""
    for worker in crew:
        worker.pipe.close()
        worker.process.terminate()
    for worker in crew:
        worker.process.join(_END_S)
        worker.process.kill()
        worker.process.join()


def _work(pipe: Connection, make: Make[Asked, Answer]) -> None:
    """What a process does. It was born with Ctrl-C held back, and so would be what it starts."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    end_as_at_ctrl_c()
    with contextlib.suppress(KeyboardInterrupt, EOFError, OSError), pipe:
        try:
            with make() as answer:
                while True:
                    question = pipe.recv()
                    pipe.send((None, answer(question)))
        except (EOFError, BrokenPipeError):
            return
        except Exception as error:
            pipe.send((error, None))
