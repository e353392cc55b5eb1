"""The page of the faulty clients that a search finds: it is of all of them, and what it says can be seen again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lostphone.client.mutants import all_mutants
from lostphone.explore.search import SearchProgress, search
from lostphone.explore.sweep import SweepPlan
from lostphone.rules import Catalogue

PAGE = (Path(__file__).resolve().parents[2] / "docs/reference/explorer-mutants.md").read_text("utf-8")
#: Client, promise (perhaps with a mark), runs and steps.
FOUND = re.findall(r"^\| `([^`]+)` \| [^|]+ \| `([^`]+)`(?: \\\*)? \| (\d+) \| (\d+) \|$", PAGE, re.M)
MISSED = re.findall(r"^\| `([^`]+)` \| [^|]+ \| [^|]+ \|$", PAGE, re.M)
SEED = int(re.findall(r"--seed (\d+)", PAGE)[0])


def test_every_faulty_client_is_on_the_page_and_no_other() -> None:
    assert sorted([row[0] for row in FOUND] + MISSED) == sorted(mutant.id for mutant in all_mutants())
    assert {row[1] for row in FOUND} <= Catalogue.load().rules.keys()


def test_the_totals_are_those_of_the_rows() -> None:
    short = sum(int(row[3]) <= 8 for row in FOUND)
    planted = {mutant.id: mutant.about for mutant in all_mutants()}
    about = [row[1] in planted[row[0]] for row in FOUND]
    assert f"**{len(FOUND)} of {len(FOUND) + len(MISSED)} found, {sum(about)} of them by" in PAGE
    assert f"about; {short} of their stories" in PAGE
    assert len(re.findall(r"^\| .* \\\* \|", PAGE, re.M)) == len(FOUND) - sum(about)


def test_a_search_finds_most_and_tells_most_in_eight_steps() -> None:
    assert len(FOUND) >= 40
    assert sum(int(row[3]) <= 8 for row in FOUND) >= 0.9 * len(FOUND)


@pytest.mark.parametrize("row", sorted(FOUND, key=lambda row: int(row[2]))[:6], ids=lambda row: row[0])
def test_a_row_that_takes_few_runs_is_found_again(row: tuple[str, str, str, str], tmp_path: Path) -> None:
    """Not in exactly so many runs: what an explorer draws from a seed changes whenever it learns something."""
    progress = SearchProgress(SweepPlan(f"mutant:{row[0]}", SEED))
    search(progress, tmp_path, until_run=int(row[2]) + 40, findings_max=1)
    assert progress.findings
    assert progress.findings[0].steps <= 8
