"""Sessions, faults and healing: everything that is done is a recorded action, so it replays."""

from __future__ import annotations

import pytest

from lostphone.client.port import Client, ClientBroke, Scenario
from lostphone.client.reference import ReferenceClient
from lostphone.explore.convergence import CONVERGED_MS, pending
from lostphone.explore.exploration import exploration
from lostphone.explore.faults import PAIRS, partition, skew, undoings
from lostphone.explore.reproduce import reproduce
from lostphone.explore.run import run
from lostphone.explore.session import BREAKS, ExplorerSession
from lostphone.stories.actions import KINDS, accounts, backup, faults, phones
from lostphone.stories.actions.time import Wait, WaitUntil
from lostphone.stories.recipe import Recipe

PHONE = "Mika's Android phone"
ADDRESS = "mika@outlook.com"
BACKED_UP = (
    WaitUntil(1_762_000_000_000),
    phones.GivePhone(PHONE, "Mika", "android"),
    accounts.CreatePersonal(ADDRESS, "Mika"),
    accounts.SignInPersonal(PHONE, ADDRESS),
    backup.TurnBackupOn(PHONE, ADDRESS),
    accounts.OpenSite("GitHub"),
)


def test_every_pair_is_made_of_actions_that_can_be_saved() -> None:
    for hurt, heal in PAIRS.items():
        assert {hurt, heal} <= set(KINDS.values())
        assert set(heal.__struct_fields__) <= set(hurt.__struct_fields__)


def test_healing_undoes_what_is_left_and_nothing_else() -> None:
    with ExplorerSession(Recipe(), ReferenceClient) as session:
        for action in BACKED_UP:
            session.do(action)
        with partition(PHONE).on(session.do):
            session.do(skew(PHONE, 60_000).hurt)
            session.do(faults.StopService("microsoft"))
        session.heal()
        assert session.world.network.disturbances() == ()
        assert session.world.device(PHONE).skew_ms == 0
        assert undoings(session.actions) == ()
        assert session.actions.count(faults.Heal(PHONE, "*")) == 1


class NeverTriesAgain(ReferenceClient):
    """Opening the app does nothing, so that an upload that failed is never made good."""

    def call(self, device_id, intent):  # type: ignore[no-untyped-def]
        from lostphone.client.port import Done, OpenApp

        return Done() if isinstance(intent, OpenApp) else super().call(device_id, intent)


@pytest.mark.parametrize(("client", "left"), [(ReferenceClient, 0), (NeverTriesAgain, 1)])
def test_a_backup_has_to_catch_up_once_all_is_healed(client: type[Client], left: int) -> None:
    missed = (
        faults.StopService("microsoft"),
        accounts.EnrolAtSite(PHONE, "GitHub"),
        faults.StartService("microsoft"),
    )
    with ExplorerSession(Recipe(), client) as session:
        for action in (*BACKED_UP, *missed, Wait(CONVERGED_MS), accounts.OpenAuthenticator(PHONE)):
            session.do(action)
        assert len(pending(session)) == left


class Crashing(ReferenceClient):
    def call(self, device_id, intent):  # type: ignore[no-untyped-def]
        from lostphone.client.port import RemoveAccount

        if isinstance(intent, RemoveAccount):
            raise ClientBroke("crash", "it ended")
        return super().call(device_id, intent)


def test_a_client_that_breaks_is_a_judgement_and_reproduces() -> None:
    history = (*BACKED_UP, accounts.EnrolAtSite(PHONE, "GitHub"), accounts.RemoveFromPhone(PHONE, "GitHub"))
    judged = reproduce(Recipe(), history, Crashing)
    assert judged is not None
    assert judged.oracle == BREAKS
    assert reproduce(Recipe(), history[:-1], Crashing) is None
    assert reproduce(Recipe(), history, ReferenceClient) is None


class CrashesAtTheEnd(ReferenceClient):
    def end_scenario(self) -> None:
        raise ClientBroke("crash", "it ended")


class NeverStarts(ReferenceClient):
    def start_scenario(self, scenario: Scenario) -> None:
        raise ClientBroke("crash", "it ended")


@pytest.mark.parametrize(("client", "played"), [(CrashesAtTheEnd, True), (NeverStarts, False)])
def test_a_client_that_breaks_before_or_after_a_history_is_a_judgement(
    client: type[Client], played: bool
) -> None:
    judged = reproduce(Recipe(), BACKED_UP, client)
    assert judged is not None
    assert judged.oracle == BREAKS
    ran = run(exploration(1), client)
    assert [one.oracle for one in ran.wrong] == [BREAKS]
    assert bool(ran.evidence) == played
