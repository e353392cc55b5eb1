"""The matrix itself: what it plays, what it leaves out, and what it complains of."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from lostphone import kill_matrix
from lostphone.cli import main
from lostphone.client.mutants import Mutant, all_mutants, find_mutant
from lostphone.client.reference import AuthenticatorApp
from lostphone.kill_matrix import Matrix, StoryFailure, Trial, promises, story_run, trials
from lostphone.kill_matrix.pool import Pool

if TYPE_CHECKING:
    from conftest import Ran

PADDING, ZEROS, BEDTIME = "no-padding", "code.leading-zeros", "code.period"
KEEPS_NOTHING = Trial("null", "", promises(), (StoryFailure("a", promises(), "it begins", "refused"),))
SPOTLESS = Trial("reference", "", (), ())


class Sleeper(AuthenticatorApp):
    """It replaces a method, and does nothing else."""

    def _too_old(self) -> bool:
        return super()._too_old()


def trial(*failed: tuple[str, ...]) -> Trial:
    failures = tuple(
        StoryFailure(f"story {number}", rules, "it ends", "wrong") for number, rules in enumerate(failed)
    )
    return Trial(PADDING, "F04", (ZEROS,), failures)


def complaints(mutant: Trial, reference: Trial = SPOTLESS, null: Trial = KEEPS_NOTHING) -> list[str]:
    """Those that are not about promises without a mutant, for there is but one here."""
    matrix = Matrix(3, reference, null, (mutant,))
    return [found for found in matrix.complaints() if not found.startswith("no mutant that is about")]


def test_nobody_complains_of_a_mutant_that_dies_of_itself() -> None:
    assert complaints(trial((ZEROS, BEDTIME))) == []


def test_a_mutant_that_no_story_notices_is_alive() -> None:
    assert trial().alive
    assert complaints(trial()) == ["no-padding is alive: no story notices it"]


def test_to_fail_stories_of_the_world_alone_is_to_be_alive() -> None:
    assert trial(("site.window",)).alive


def test_a_mutant_that_dies_of_something_else_is_not_noticed_for_what_it_is() -> None:
    other = trial((BEDTIME,))
    assert not other.alive
    assert complaints(other) == ["no-padding is about code.leading-zeros, and only code.period killed it"]


def test_a_promise_that_the_null_client_keeps_asks_for_nothing() -> None:
    kept = Trial("null", "", promises(), (StoryFailure("a", promises()[1:], "it begins", "refused"),))
    asked = complaints(trial((ZEROS,)), null=kept)
    assert asked == [f"the null client keeps {promises()[0]}: no story asks for anything"]


def test_a_promise_without_a_mutant_is_untested() -> None:
    found = Matrix(3, SPOTLESS, KEEPS_NOTHING, (trial((ZEROS,)),)).complaints()
    assert "no mutant that is about code.period is killed by it" in found
    assert "no mutant that is about code.leading-zeros is killed by it" not in found


def test_a_story_that_the_reference_fails_is_told_first() -> None:
    failing = Trial("reference", "", (), (StoryFailure("core.x", (ZEROS,), "it ends", "wrong"),))
    assert complaints(trial((ZEROS,)), reference=failing) == ["the reference fails core.x: wrong"]


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """A matrix of the stories of codes and names, and of three mutants."""
    chosen = tuple(
        story for story in kill_matrix.stories() if story.id.startswith(("core.codes.", "core.names."))
    )
    sleeper = Mutant("sleeper", "nowhere", "None.", "Nothing.", ("app.too-old-blocked",), Sleeper)
    mutants = {
        mutant.id: mutant for mutant in (find_mutant("no-padding"), find_mutant("label-identity"), sleeper)
    }
    monkeypatch.setattr(trials, "stories", lambda: chosen)
    monkeypatch.setattr(trials, "all_mutants", lambda: tuple(mutants.values()))
    monkeypatch.setattr(story_run, "find_mutant", mutants.__getitem__)


@pytest.mark.usefixtures("few")
def test_leaving_stories_out_changes_no_verdict() -> None:
    heard: list[str] = []
    matrix = kill_matrix.run(1, heard.append)
    assert heard == ["reference", "no-padding", "label-identity", "sleeper", "null"]
    assert [found.alive for found in matrix.mutants] == [False, False, True]
    every = tuple(range(len(trials.stories())))
    for found in (*matrix.mutants, matrix.null):
        assert trials._try(found.id, every) == found.failures
    calls = {number: called for number, called, _ in trials._look(every, ("_too_old", "_code_of"))}
    assert not all("_code_of" in called for called in calls.values())


@pytest.mark.usefixtures("few")
def test_a_story_that_the_reference_fails_kills_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(AuthenticatorApp, "_code_of", lambda self, account: "000000")
    matrix = kill_matrix.run()
    failed = {failure.story for failure in matrix.reference.failures}
    assert failed
    assert not failed & {failure.story for found in matrix.mutants for failure in found.failures}


@pytest.mark.usefixtures("few")
def test_programs_are_told_all_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mutants", "--format", "json", "-n", "1"]) == 1
    listed = json.loads(capsys.readouterr().out)
    assert [entry["id"] for entry in listed] == ["no-padding", "label-identity", "sleeper", "null"]
    assert [entry["alive"] for entry in listed] == [False, False, True, False]
    assert ZEROS in listed[0]["killed_by"]
    for entry in listed[:-1]:
        assert entry["about"]
        assert entry["origin"]


def test_processes_answer_in_the_order_of_the_jobs_and_tell_who_is_done() -> None:
    heard: list[str] = []
    with Pool(2) as pool:
        assert pool.map(pow, [(2, 5), (3, 2)]) == [32, 9]
        assert dict(pool.each(max, [("a", "b"), ("d", "c")], heard.append)) == {"a": "b", "d": "d"}
    assert sorted(heard) == ["a", "d"]


def test_every_fault_is_noticed_and_every_promise_is_tested(once: Callable[[str], Ran]) -> None:
    """The whole matrix, as the command prints it for people."""
    played = once("lostphone mutants")
    assert (played.code, played.err) == (0, "")
    count = len(all_mutants())
    assert f"{count} of {count} mutants die" in played.out
    assert [mutant.id for mutant in all_mutants() if mutant.id not in played.out] == []
