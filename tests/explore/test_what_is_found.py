"""The whole way: a search on a faulty client, a story in a file, and the file failing again somewhere else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lostphone.cli import main
from lostphone.client.reference import ReferenceClient
from lostphone.explore.finding import Finding
from lostphone.explore.minimize import fails_as_told
from lostphone.explore.reproduce import reproduce
from lostphone.explore.search import SearchProgress, search
from lostphone.explore.sweep import SweepPlan
from lostphone.oracles.expectation import Ready
from lostphone.oracles.oracle import Judgement
from lostphone.stories.actions.accounts import AddMicrosoft, OpenAuthenticator, RemoveFromPhone
from lostphone.stories.actions.backup import RestoreFromBackup
from lostphone.stories.actions.clouds import SignInToICloud
from lostphone.stories.actions.phones import LosePhone
from lostphone.stories.recipe import Recipe


def test_the_reference_survives(tmp_path: Path) -> None:
    progress = search(SearchProgress(SweepPlan("reference", 11)), tmp_path, until_run=60)
    assert progress.findings == []
    assert progress.runs == 60
    assert not progress.diverged


@pytest.mark.parametrize("mutant", ["no-padding", "leaks-in-log"])
def test_what_is_found_fails_again_wherever_its_file_is(
    mutant: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    client = f"mutant:{mutant}"
    asked = ["explore", "--client", client, "--runs", "16", "--seed", "1", "--format", "json"]
    assert main([*asked, "--out", str(tmp_path / "found")]) == 1
    found = json.loads(capsys.readouterr().out)["findings"]
    told = [one for one in found if one["feature"]]
    assert told
    assert len({(one["oracle"], one["rule"]) for one in found}) == len(found)
    moved = Path(told[0]["feature"]).rename(tmp_path / "elsewhere.feature")
    assert main(["run", str(moved), "--client", client]) == 1
    assert told[0]["rule"] in capsys.readouterr().out


def test_one_process_finds_what_two_find(tmp_path: Path) -> None:
    found = []
    for jobs in (1, 2):
        progress = SearchProgress(SweepPlan("mutant:restore-over-accounts", 1))
        search(progress, tmp_path / str(jobs), jobs=jobs, until_run=16)
        found.append([(one.oracle, one.rule, one.run, one.steps, one.seen) for one in progress.findings])
    assert found[0] == found[1]
    assert found[0]


def test_a_history_on_phones_that_are_not_there_breaks_nothing() -> None:
    """Shortening tries such histories: neither oracles nor sentences may trip over them."""
    gone = "Mika's iPhone"
    history = (
        RemoveFromPhone(gone, "GitHub"), AddMicrosoft(gone, "mika@outlook.com"), RestoreFromBackup(gone),
        OpenAuthenticator(gone), SignInToICloud(gone, "mika@icloud.com"), LosePhone(gone),
    )  # fmt: skip
    assert reproduce(Recipe(), history, ReferenceClient) is None
    judgement = Judgement("list", "backup.complete", "invalid", None, Ready(gone, ("GitHub",)))
    for end in range(1, len(history) + 1):
        fails_as_told(Finding(judgement, Recipe(), history[:end]), ReferenceClient)
