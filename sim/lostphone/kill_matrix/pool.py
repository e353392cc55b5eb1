"""Who does the work: other processes, or this one alone."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from typing import Any


class Pool:
    """Worker processes, or this one alone. Answers come in the order of the jobs, whoever is done first."""

    def __init__(self, workers: int) -> None:
        self._executor: ProcessPoolExecutor | None = None
        if workers > 1:
            # A forked child would share threads and open files with this process.
            context = multiprocessing.get_context("spawn")
            self._executor = ProcessPoolExecutor(workers, context)

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        if self._executor is not None:
            self._executor.shutdown(cancel_futures=True)

    def map(self, work: Callable[..., Any], jobs: Sequence[tuple[Any, ...]]) -> list[Any]:
        """The answers to jobs given as arguments."""
        if self._executor is None:
            return [work(*job) for job in jobs]
        return [future.result() for future in [self._executor.submit(work, *job) for job in jobs]]

    def each(
        self, work: Callable[[str, Any], Any], jobs: list[tuple[str, Any]], on_done: Callable[[str], None]
    ) -> Iterator[tuple[str, Any]]:
        """Each job's name with its answer, telling `on_done` as they come in."""
        if self._executor is None:
            for name, job in jobs:
                yield name, work(name, job)
                on_done(name)
            return
        names: dict[Future[Any], str] = {self._executor.submit(work, name, job): name for name, job in jobs}
        for future in as_completed(names):
            yield names[future], future.result()
            on_done(names[future])
