"""A fault that breaks many promises is found once, under the one that is left; two faults are found twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from lostphone.explore.search import REPEATS, SearchProgress, earlier, search
from lostphone.explore.sweep import SweepPlan
from lostphone.gherkin.sighting import sighted
from lostphone.oracles.expectation import Succeeds
from lostphone.oracles.oracle import Judgement

RUNS = 48
#: Reads another clock, so that every code is wrong: in any year, of any period, of any length.
WRONG = SweepPlan("mutant:wall-clock", 5)


@pytest.fixture(scope="module")
def wrong(tmp_path_factory: pytest.TempPathFactory) -> SearchProgress:
    return search(SearchProgress(WRONG), tmp_path_factory.mktemp("wrong"), until_run=RUNS)


def keys(progress: SearchProgress) -> list[tuple[str, ...]]:
    return [found.judgement.key for found in progress.findings]


def test_wrong_codes_are_one_finding_whatever_else_was_odd_about_them(wrong: SearchProgress) -> None:
    assert keys(wrong) == [("codes", "code.matches-site")]
    assert wrong.findings[0].steps == 3
    assert wrong.repeats
    assert set(wrong.repeats.values()) <= set(range(1, REPEATS + 1))
    assert not any("matches-site" in sort for sort in wrong.repeats)


def test_it_is_the_same_on_two_processes_and_in_two_parts(wrong: SearchProgress, tmp_path: Path) -> None:
    on_two = search(SearchProgress(WRONG), tmp_path / "two", jobs=2, until_run=RUNS)
    search(SearchProgress(WRONG), tmp_path / "parts", until_run=RUNS // 2)
    in_parts = search(earlier(tmp_path / "parts"), tmp_path / "parts", until_run=RUNS)
    for other in (on_two, in_parts):
        assert keys(other) == keys(wrong)
        assert other.repeats == wrong.repeats


def test_two_ways_to_crash_are_two_findings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    plan = SweepPlan("py:modest_clients:Clumsy", 3, require="core")
    found = search(SearchProgress(plan), tmp_path, until_run=60).findings
    assert sorted(one.judgement.key[-1] for one in found) == ["account/code", "account/remove"]
    assert all(one.features for one in found)


def test_what_shows_itself_in_the_same_way_may_be_the_same_fault() -> None:
    """Of one oracle; a backup that is refused for another reason is another thing to be seen."""

    def judged(rule: str, spoilt: str, oracle: str = "restores") -> Judgement:
        what = sighted("of-spoilt", spoilt=spoilt)
        seen = sighted("restore", what=what, how=sighted("went-through"))
        return Judgement(oracle, rule, "invalid", seen, Succeeds())

    one = judged("backup.tamper-refused", "altered")
    assert one.like(judged("backup.complete", "altered"))
    assert one.like(judged("backup.tamper-refused", "cut-short"))
    assert not one.like(judged("backup.truncated-refused", "cut-short"))
    assert not one.like(judged("backup.complete", "altered", "lists"))
