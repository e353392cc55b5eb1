"""`lostphone mutants` as a person types it. The whole matrix is played in tests/mutants."""

from __future__ import annotations

import re

import pytest

from lostphone import kill_matrix
from lostphone.cli import main
from lostphone.kill_matrix import Matrix, StoryFailure, Trial, promises

NULL = Trial("null", "", promises(), (StoryFailure("a", promises(), "it begins", "refused"),))
REFERENCE = Trial("reference", "", (), ())


def test_a_mutant_is_explained_and_its_story_told(capsys) -> None:
    assert main(["mutants", "no-padding"]) == 0
    told = capsys.readouterr().out
    assert "It shows a code as a number." in told
    assert "code.leading-zeros" in told
    failed = [line for line in told.splitlines() if line.startswith("✗")]
    assert len(failed) == 1
    assert "should be 067959, and it is 67959" in told


def test_a_crash_is_told_like_any_failure(capsys) -> None:
    assert main(["mutants", "deep-scan-crash"]) == 0
    said = capsys.readouterr().out
    assert re.search(r"the client broke \(crash\): .* the client raised IndexError", said)


def test_the_null_client_is_explained_too(capsys) -> None:
    assert main(["mutants", "null"]) == 0
    assert "the null client does nothing" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["no-paddin"], "there is no mutant 'no-paddin'; did you mean no-padding"),
        (["-n", "0"], "-n takes a number from 1 or auto, not '0'"),
        (["-n", "many"], "-n takes a number from 1 or auto, not 'many'"),
    ],
)
def test_what_is_mistyped_is_said(capsys, typed: list[str], said: str) -> None:
    assert main(["mutants", *typed]) == 2
    assert said in capsys.readouterr().err


def test_a_mutant_that_is_alive_is_found(capsys, monkeypatch: pytest.MonkeyPatch) -> None:
    alive = Trial("no-padding", "F04", ("code.leading-zeros",), ())
    monkeypatch.setattr(kill_matrix, "run", lambda *_: Matrix(3, REFERENCE, NULL, (alive,)))
    assert main(["mutants"]) == 1
    told = capsys.readouterr()
    assert "no-padding is alive: no story notices it" in told.err
    assert "nothing: it is alive" in told.out
    assert "0 of 1 mutants die" in told.out


def test_nothing_of_it_goes_beside_the_json(capsys, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kill_matrix, "run", lambda *_: Matrix(3, REFERENCE, NULL, ()))
    assert main(["mutants", "--format", "json"]) == 1
    out = capsys.readouterr().out
    assert out.startswith('[{"id":"null","origin":"","alive":false,"killed_by":["code.matches-site"')
    assert out.count("\n") == 1
