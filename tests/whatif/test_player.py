"""Each kind of account is played once for all its accounts; what comes out is the same as one by one."""

from hypothesis import given, settings
from hypothesis import strategies as st

from lostphone.base.clock import parse_day
from lostphone.formats.otp import Algorithm
from lostphone.whatif.accounts_file import OwnAccount
from lostphone.whatif.loss import Loss, play_to_the_end
from lostphone.whatif.player import AT_ONCE, LossPlayer

DAYS = ("2019-01-05", "2025-03-01", "2025-08-15", "2025-09-01", "2026-05-25", "2027-03-01")
LOSSES = st.builds(
    Loss,
    st.sampled_from(["ios", "android"]),
    st.sampled_from(["ios", "android"]),
    st.sampled_from([parse_day(day) for day in DAYS]),
    st.frozensets(st.sampled_from(["icloud-keychain", "icloud-drive", "app-toggle", "cloud-backup"])),
)
KINDS = st.one_of(
    st.builds(
        OwnAccount,
        st.sampled_from(["GitHub (mika)", "Bank", "楽天証券"]),
        st.just("third-party"),
        st.integers(1, 90),
        st.sampled_from(["totp", "hotp"]),
        st.sampled_from(list(Algorithm)),
        st.sampled_from([6, 7, 8]),
        st.sampled_from([30, 60]),
        st.integers(10, 64),
    ),
    st.builds(
        OwnAccount,
        st.sampled_from(["mika@contoso.com", "mika"]),
        st.sampled_from(["work", "work-code", "personal", "passkey", "passwordless"]),
        st.just(1),
    ),
    st.builds(
        OwnAccount, st.just("me@x.example"), st.just("work"), st.just(1), proof=st.sampled_from(["sms"])
    ),
    st.builds(
        OwnAccount,
        st.just("me@y.example"),
        st.sampled_from(["personal", "passwordless"]),
        st.just(1),
        proof=st.sampled_from(["app-only"]),
    ),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(KINDS, min_size=1, max_size=6), LOSSES)
def test_accounts_end_as_they_do_when_all_are_on_one_phone(own: list[OwnAccount], loss: Loss) -> None:
    together = list(play_to_the_end(own, loss).values())
    assert [(fate.outcome, fate.way) for fate in LossPlayer(own).fates(loss)] == together


@settings(max_examples=25, deadline=None)
@given(st.lists(KINDS, min_size=2, max_size=6), LOSSES)
def test_accounts_end_as_each_does_alone(own: list[OwnAccount], loss: Loss) -> None:
    alone = [next(iter(play_to_the_end([account], loss).values())) for account in own]
    assert [(fate.outcome, fate.way) for fate in LossPlayer(own).fates(loss)] == alone


def test_the_work_grows_with_the_kinds_and_not_with_the_accounts() -> None:
    loss = Loss("ios", "ios", parse_day("2026-05-25"))

    def plays(own: list[OwnAccount]) -> int:
        player = LossPlayer(own)
        player.fates(loss)
        return player.plays

    assert plays([OwnAccount(f"site {n}", "third-party", n) for n in range(5000)]) == 1
    for kinds in (1, AT_ONCE, AT_ONCE + 1, 4 * AT_ONCE):
        own = [OwnAccount(f"site {n}", "third-party", n, secret_bytes=10 + n % kinds) for n in range(500)]
        assert plays(own) == -(-kinds // AT_ONCE)


def test_no_loss_is_played_twice() -> None:
    player = LossPlayer([OwnAccount("GitHub", "third-party", 1)])
    loss = Loss("ios", "ios", parse_day("2026-05-25"))
    for _ in range(3):
        player.fates(loss)
        player.fates(Loss("ios", "ios", parse_day("2026-05-25")), {"Q02": "page"})
    assert player.plays == 2
