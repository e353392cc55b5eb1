"""Accounts with secrets of many lengths: two of them are played, and all only where these two differ."""

import pytest

from lostphone.base.clock import parse_day
from lostphone.whatif import player
from lostphone.whatif.loss import Loss
from lostphone.whatif.own_account import OwnAccount
from lostphone.whatif.verdict import judge

LOSS = Loss("android", "android", parse_day("2026-05-25"))
OWN = [OwnAccount(f"site {length}", "third-party", 1, secret_bytes=length) for length in range(10, 40)]


def test_two_lengths_stand_for_all_where_they_end_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    played: list[int] = []
    real = player.play_to_the_end

    def noting(own, *arguments, **more):
        played.extend(account.secret_bytes for account in own)
        return real(own, *arguments, **more)

    monkeypatch.setattr(player, "play_to_the_end", noting)
    assert {verdict.outcome for verdict in judge(OWN, LOSS)} == {"back"}
    assert set(played) == {10, 39}


@pytest.mark.parametrize("shortest", [11, 16, 25, 39])
def test_a_limit_on_the_length_is_found(monkeypatch: pytest.MonkeyPatch, shortest: int) -> None:
    """As if an app lost every secret that is too short for it."""
    real = player.play_to_the_end

    def losing(own, *arguments, **more):
        ends = real(own, *arguments, **more)
        return {
            handle: ("lost", "site") if account.secret_bytes < shortest else end
            for account, (handle, end) in zip(own, ends.items(), strict=True)
        }

    monkeypatch.setattr(player, "play_to_the_end", losing)
    outcomes = [verdict.outcome for verdict in judge(OWN, LOSS)]
    assert outcomes == ["lost" if account.secret_bytes < shortest else "back" for account in OWN]
