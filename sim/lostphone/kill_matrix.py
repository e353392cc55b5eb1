"""Which story kills which mutant, and by which promise: the test of the stories themselves.

Every mutant plays every story that could tell it from the reference. Which ones could is not guessed: the
reference plays all of them first and notes which of its methods each one calls. A story that calls none of
the methods a mutant replaces runs on the mutant as it ran on the reference, happening by happening.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias

from lostphone.client.port import Client, ClientBroke, ClientInfo, Hello, Intent, Result, Scenario
from lostphone.client.reference import AuthenticatorApp, ReferenceClient
from lostphone.devices.services import PlatformServices
from lostphone.gherkin.performance import PlayedStep, perform
from lostphone.gherkin.pickles import Pickle, read_feature
from lostphone.gherkin.shipped import feature_files, features_root
from lostphone.history.story import Story
from lostphone.mutants import Mutant, NullClient, all_mutants, find_mutant
from lostphone.network import Unreachable
from lostphone.refusal import Refusal
from lostphone.rules import Catalogue

REFERENCE, NULL = "reference", "null"

MakeClient: TypeAlias = Callable[[], Client]
Progress: TypeAlias = Callable[[str], None]


@dataclass(frozen=True)
class Failure:
    """A story that a client failed: its id, the promises it illustrates, the step and what was wrong."""

    story: str
    rules: tuple[str, ...]
    step: str
    problem: str


@dataclass(frozen=True)
class Trial:
    """What became of one client. `about` are the promises that its fault breaks."""

    id: str
    origin: str
    about: tuple[str, ...]
    failures: tuple[Failure, ...]

    @property
    def killed_by(self) -> tuple[str, ...]:
        """The promises that failed, in the order of the catalogue."""
        failed = {rule for failure in self.failures for rule in failure.rules}
        return tuple(rule for rule in promises() if rule in failed)

    @property
    def alive(self) -> bool:
        return not self.killed_by

    @property
    def killed_for_it(self) -> tuple[str, ...]:
        """Those of the promises that killed it that are about its fault."""
        return tuple(rule for rule in self.killed_by if rule in self.about)


@dataclass(frozen=True)
class Matrix:
    """All trials. `stories` is how many stories there were."""

    stories: int
    reference: Trial
    null: Trial
    mutants: tuple[Trial, ...]

    def complaints(self) -> list[str]:
        """What the stories, or the mutants, owe: a line each; empty when every fault dies of itself."""
        found = [
            f"the reference fails {failure.story}: {failure.problem}" for failure in self.reference.failures
        ]
        for trial in self.mutants:
            if trial.alive:
                found.append(f"{trial.id} is alive: no story notices it")
            elif not trial.killed_for_it:
                about, killed = ", ".join(trial.about), ", ".join(trial.killed_by)
                found.append(f"{trial.id} is about {about}, and only {killed} killed it")
        for rule in promises():
            if rule not in self.null.killed_by:
                found.append(f"the null client keeps {rule}: no story asks for anything")
            if not any(rule in trial.killed_for_it for trial in self.mutants):
                found.append(f"no mutant that is about {rule} is killed by it")
        return found


@cache
def promises() -> tuple[str, ...]:
    """Ids of the rules that a client keeps or breaks: all but those of the world."""
    return tuple(rule.id for rule in Catalogue.load().rules.values() if rule.requirement != "world")


@cache
def stories() -> tuple[Pickle, ...]:
    """The English stories; their Japanese twins do the same."""
    paths = feature_files(features_root() / "en")
    return tuple(pickle for path in paths for pickle in read_feature(path, path.name).pickles)


def run(workers: int = 1, on_done: Progress = lambda _: None) -> Matrix:
    """Try every mutant, the null client and the reference; `on_done` hears each one's id."""
    mutants = all_mutants()
    watched = tuple(dict.fromkeys(name for mutant in mutants for name in mutant.methods))
    with _Pool(workers) as pool:
        looks = pool.map(_look, [(part, watched) for part in _parts(len(stories()), 8 * workers)])
        calls: dict[int, tuple[str, ...]] = {}
        failed: dict[int, Failure] = {}
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


def perform_on(pickle: Pickle, make_client: MakeClient) -> tuple[Story, list[PlayedStep]]:
    """Play a story on a client, whose crashes are failures of the story."""
    story = Story(
        lang=pickle.language,
        client=lambda: Guarded(make_client()),
        title=pickle.name,
        scenario_id=pickle.id,
        rules=pickle.rules,
    )
    with story:
        return story, perform(pickle, story)


def failure_of(pickle: Pickle, make_client: MakeClient) -> Failure | None:
    """How the client fails the story, or None if it does not."""
    _, played = perform_on(pickle, make_client)
    for step in played:
        if step.status == "failed":
            return Failure(pickle.id, pickle.rules, step.step.text, step.problem)
    return None


def client_of(name: str) -> MakeClient:
    """How to make the client of that name: a mutant's id, "null" or "reference"."""
    if name == NULL:
        return NullClient
    return ReferenceClient if name == REFERENCE else find_mutant(name).client


class Guarded(Client):
    """A client in this process whose exceptions are crashes of its own."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def initialize(self, hello: Hello) -> ClientInfo:
        return self._client.initialize(hello)

    def start_scenario(self, scenario: Scenario) -> None:
        self._client.start_scenario(scenario)

    def provision(self, device_id: str, services: PlatformServices) -> None:
        self._client.provision(device_id, services)

    def call(self, device_id: str, intent: Intent) -> Result:
        """As the client's own; ClientBroke for an exception that is no answer."""
        try:
            return self._client.call(device_id, intent)
        except (Refusal, Unreachable):
            raise
        except Exception as error:
            raise ClientBroke("crash", f"{type(error).__name__}: {error}") from error

    def end_scenario(self) -> None:
        self._client.end_scenario()


# What workers do: their arguments and answers travel between processes, so stories go by number

_Look: TypeAlias = list[tuple[int, tuple[str, ...], Failure | None]]


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


def _try(name: str, numbers: Sequence[int]) -> tuple[Failure, ...]:
    """The stories that the client of that name fails."""
    make_client = client_of(name)
    found = (failure_of(stories()[number], make_client) for number in numbers)
    return tuple(failure for failure in found if failure is not None)


def _noticing(
    mutant: Mutant, calls: dict[int, tuple[str, ...]], failed: dict[int, Failure]
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


class _Pool:
    """Worker processes, or this one alone. Answers come in the order of the jobs, whoever is done first."""

    def __init__(self, workers: int) -> None:
        self._executor: ProcessPoolExecutor | None = None
        if workers > 1:
            # A forked child would share threads and open files with this process.
            context = multiprocessing.get_context("spawn")
            self._executor = ProcessPoolExecutor(workers, context)

    def __enter__(self) -> _Pool:
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
        self, work: Callable[[str, Any], Any], jobs: list[tuple[str, Any]], on_done: Progress
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
