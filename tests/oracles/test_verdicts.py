"""Looking and being content is counted, and so is not knowing: neither is the same as never having looked."""

from __future__ import annotations

from collections.abc import Iterable

from lostphone.base.clock import instant
from lostphone.client.mutants import find_mutant
from lostphone.client.reference import ReferenceClient
from lostphone.explore.coverage import ENOUGH_RUNS, never_judged
from lostphone.explore.search import SearchProgress
from lostphone.explore.session import ExplorerSession
from lostphone.explore.sweep import SweepPlan
from lostphone.oracles.panel import ORACLES
from lostphone.oracles.verdict_counts import Judged, Tally, totals
from lostphone.stories.actions import Action
from lostphone.stories.actions.accounts import EnrolAtSite, LookAtCode, OpenSite, RecoverAtSite, SubmitCode
from lostphone.stories.actions.faults import SkewClock
from lostphone.stories.actions.phones import GivePhone
from lostphone.stories.recipe import Recipe

PHONE, OTHER = "Mika's Android phone", "Mika's new Android phone"
BANK = (GivePhone(PHONE, "Mika", "android"), OpenSite("Bank", digits=8), EnrolAtSite(PHONE, "Bank"))
CAN = ("accounts", "codes", "counter-codes", "microsoft-accounts", "backup", "passkeys", "autofill")


def judged(actions: Iterable[Action], client: str = "") -> Judged:
    make = find_mutant(client).client if client else ReferenceClient
    with ExplorerSession(Recipe(start_ms=instant(2025, 3, 1)), make) as session:
        for action in actions:
            session.do(action)
        return session.judged


def test_a_right_code_is_valid_for_what_it_proves_and_for_nothing_else() -> None:
    codes = judged((*BANK, LookAtCode(PHONE, "Bank")))["codes"]
    assert codes["code.matches-site"] == Tally(1)
    assert codes["code.digits"] == Tally(1)
    assert codes["code.period"] == Tally()


def test_a_code_whose_site_holds_another_secret_by_now_is_unknown() -> None:
    anew = (GivePhone(OTHER, "Mika", "android"), RecoverAtSite(OTHER, "Bank"))
    codes = judged((*BANK, *anew, LookAtCode(PHONE, "Bank")))["codes"]
    assert codes["code.matches-site"] == Tally(unknown=1)


def test_a_wrong_code_is_invalid_for_the_promise_that_it_breaks() -> None:
    codes = judged((*BANK, SubmitCode(PHONE, "Bank")), "six-digits-only")["codes"]
    assert codes["code.digits"] == Tally(invalid=1)
    assert totals({"codes": codes}).invalid == 1


def test_a_clock_that_is_off_shows_its_own_codes_and_a_site_keeps_to_its_window() -> None:
    """Five minutes are ten steps: the site turns them away, and no client is to blame."""
    off = (SkewClock(PHONE, 300_000), LookAtCode(PHONE, "Bank"), SubmitCode(PHONE, "Bank"))
    codes = judged((*BANK, *off))["codes"]
    assert codes["code.matches-site"] == Tally(1)
    assert codes["site.window"] == Tally(1)
    near = (SkewClock(PHONE, 20_000), SubmitCode(PHONE, "Bank"))
    assert judged((*BANK, *near), "wall-clock")["codes"]["code.matches-site"].invalid == 1


def test_what_was_never_decided_is_a_finding_of_a_large_sweep_alone() -> None:
    every = {oracle.id: {rule: Tally(1) for rule in oracle.rules} for oracle in ORACLES}
    every["rooted"]["root.warn"] = Tally(unknown=9)
    progress = SearchProgress(SweepPlan("reference", 1), reached={}, judged=every, capabilities=CAN)
    assert progress.unjudged == ("rooted: root.warn",)
    assert never_judged(every, ("network",), CAN) == ()
    met = SearchProgress(SweepPlan("reference", 1), reached=_all_goals(), judged=every, capabilities=CAN)
    assert not met.failed
    met.runs = ENOUGH_RUNS
    assert met.failed
    every["rooted"]["root.warn"] = Tally(valid=1)
    assert not met.failed


def _all_goals() -> dict[str, int]:
    from lostphone.explore.coverage import GOALS

    return dict.fromkeys(GOALS, 1)


def test_a_situation_is_missed_only_by_those_who_could_have_met_it() -> None:
    from lostphone.explore.coverage import never

    refused = "a spoiled backup is refused"
    assert refused in never({}, ("spoiling",), ("backup",))
    assert refused not in never({}, ("spoiling",), ("codes",))
    assert refused not in never({refused: 1}, ("spoiling",), ("backup",))
