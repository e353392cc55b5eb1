"""Tries every client on the stories that could notice its fault.

Every mutant plays every story that could tell it from the reference. Which ones could is not guessed: the
reference plays all of them first and notes which of its methods each one calls. A story that calls none of
the methods a mutant replaces runs on the mutant as it ran on the reference, happening by happening.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from lostphone.client.mutants import Mutant, all_mutants
from lostphone.client.reference import AuthenticatorApp, ReferenceClient
from lostphone.kill_matrix.matrix import NULL, REFERENCE, Matrix, StoryFailure, Trial, promises
from lostphone.kill_matrix.pool import Pool
from lostphone.kill_matrix.story_run import client_of, failure_of, stories

Progress: TypeAlias = Callable[[str], None]


def run(workers: int = 1, on_done: Progress = lambda _: None) -> Matrix:
    """Try every mutant, the null client and the reference; `on_done` hears each one's id."""
    mutants = all_mutants()
    watched = tuple(dict.fromkeys(name for mutant in mutants for name in mutant.methods))
    with Pool(workers) as pool:
        looks = pool.map(_look, [(part, watched) for part in _parts(len(stories()), 8 * workers)])
        calls: dict[int, tuple[str, ...]] = {}
        failed: dict[int, StoryFailure] = {}
        for look in looks:
            for number, called, failure in look:
                calls[number] = called
                if failure is not None:
                    failed[number] = failure
        on_done(REFERENCE)
        jobs = {mutant.id: _noticing(mutant, calls, failed) for mutant in mutants}
        jobs[NULL] = tuple(number for number in sorted(calls) if number not in failed)
        failures = dict(pool.each(_try, list(jobs.items()), on_done))
    return Matrix(
        stories=len(stories()),
        reference=Trial(
            REFERENCE, "our model of the app", (), tuple(failed[number] for number in sorted(failed))
        ),
        null=Trial(NULL, "a client that does nothing", promises(), failures[NULL]),
        mutants=tuple(Trial(one.id, one.origin, one.about, failures[one.id]) for one in mutants),
    )


# What workers do: their arguments and answers travel between processes, so stories go by number

_Look: TypeAlias = list[tuple[int, tuple[str, ...], StoryFailure | None]]


def _look(numbers: Sequence[int], watched: tuple[str, ...]) -> _Look:
    """For each story: which of the watched methods the reference calls in it, and how it fails if it does."""
    looked: _Look = []
    for number in numbers:
        called: dict[str, None] = {}
        app = _noting(watched, called)
        failure = failure_of(stories()[number], lambda app=app: ReferenceClient(app))  # type: ignore[misc]
        looked.append((number, tuple(called), failure))
    return looked


def _noting(watched: tuple[str, ...], called: dict[str, None]) -> type[AuthenticatorApp]:
    """The reference app, noting in `called` which of the watched methods are called."""

    def noted(name: str) -> Callable[..., Any]:
        original = getattr(AuthenticatorApp, name)

        def method(*arguments: Any, **named: Any) -> Any:
            called[name] = None
            return original(*arguments, **named)

        return method

    return type("NotingApp", (AuthenticatorApp,), {name: noted(name) for name in watched})


def _try(name: str, numbers: Sequence[int]) -> tuple[StoryFailure, ...]:
    """The stories that the client of that name fails."""
    make_client = client_of(name)
    found = (failure_of(stories()[number], make_client) for number in numbers)
    return tuple(failure for failure in found if failure is not None)


def _noticing(
    mutant: Mutant, calls: dict[int, tuple[str, ...]], failed: dict[int, StoryFailure]
) -> tuple[int, ...]:
    """The stories that could notice the mutant; one that the reference fails proves nothing."""
    replaced = mutant.methods
    return tuple(
        number
        for number in sorted(calls)
        if number not in failed and any(name in replaced for name in calls[number])
    )


def _parts(count: int, parts: int) -> list[list[int]]:
    """The numbers below `count` in at most so many parts, dealt like cards."""
    dealt = [list(range(first, count, parts)) for first in range(parts)]
    return [part for part in dealt if part]
