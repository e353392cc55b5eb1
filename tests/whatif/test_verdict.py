"""The main job: outcomes are those of the facts (A17, A23, B05, C04, C16), whatever the code does."""

import pytest

from lostphone.base.clock import parse_day
from lostphone.rules import Policy
from lostphone.rules.icloud_settings import ICLOUD_SETTINGS
from lostphone.whatif.accounts_file import read_accounts
from lostphone.whatif.loss import Loss
from lostphone.whatif.verdict import judge

OWN = read_accounts(
    "otpauth://totp/Bank:mika?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Bank"
    "&algorithm=SHA512&digits=8&period=60\n"
    "otpauth://totp/Old?secret=JBSWY3DPEHPK3PXP\n"
    "otpauth://totp/%E6%A5%BD%E5%A4%A9%E8%A8%BC%E5%88%B8:%E7%94%B0%E4%B8%AD?secret=JBSWY3DPEHPK3PXP\n"
    "otpauth://hotp/VPN:mika?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&counter=9\n"
    "work mika@contoso.com\n"
    "passwordless mika@outlook.com\n"
    "personal mika@live.com\n"
    "work-code mika@fabrikam.com\n"
    "passkey GitHub\n"
).accounts
MATRIX = ["back", "back", "back", "back", "sign-in", "sign-in", "back", "back", "lost"]
NOTHING = ["lost"] * len(MATRIX)


def outcomes(phone: str, new: str, day: str, *off: str) -> list[str]:
    return [verdict.outcome for verdict in judge(OWN, Loss(phone, new, parse_day(day), frozenset(off)))]


@pytest.mark.parametrize(
    "day", ["2025-06-30", "2025-08-15", "2025-08-31", "2025-09-01", "2025-11-01", "2026-11-01"]
)
def test_iphone_to_iphone_brings_back_what_the_matrix_says(day: str) -> None:
    assert outcomes("ios", "ios", day) == MATRIX


def test_android_to_android_does_too() -> None:
    assert outcomes("android", "android", "2025-11-01") == MATRIX


@pytest.mark.parametrize(("phone", "new"), [("ios", "android"), ("android", "ios")])
def test_nothing_crosses_platforms(phone: str, new: str) -> None:
    assert outcomes(phone, new, "2025-11-01") == NOTHING


@pytest.mark.parametrize(
    ("day", "switch", "kept"),
    [
        ("2025-11-01", "icloud-keychain", False),
        ("2025-11-01", "icloud-backup", False),
        ("2025-11-01", "app-toggle", False),
        ("2025-11-01", "icloud-drive", True),
        ("2025-11-01", "cloud-backup", True),
        ("2025-08-15", "icloud-keychain", True),
        ("2025-08-15", "icloud-backup", False),
        ("2025-08-15", "app-toggle", False),
        ("2025-08-15", "cloud-backup", False),
    ],
)
def test_each_switch_of_an_iphone(day: str, switch: str, kept: bool) -> None:
    assert outcomes("ios", "ios", day, switch) == (MATRIX if kept else NOTHING)


@pytest.mark.parametrize("day", ["2025-03-01", "2025-07-31", "2025-08-01", "2026-11-01"])
@pytest.mark.parametrize(("phone", "new"), [("ios", "ios"), ("ios", "android"), ("android", "ios")])
def test_a_saved_password_waits_in_edge_whatever_the_phones_and_the_day(
    phone: str, new: str, day: str
) -> None:
    [verdict] = judge(read_accounts("password Amazon\n").accounts, Loss(phone, new, parse_day(day)))
    assert verdict.outcome == "sign-in"
    assert verdict.rules[0] == "autofill.edge-keeps"
    assert ("autofill.passwords-inaccessible" in verdict.rules) == (day >= "2025-08-01")
    assert "Edge" in verdict.before


def test_before_the_first_version_with_backup_everything_is_lost() -> None:
    assert outcomes("ios", "ios", "2018-04-20") == NOTHING
    assert outcomes("android", "android", "2019-09-01") == NOTHING


def test_from_the_very_day_of_the_first_version_on_it_comes_back() -> None:
    assert outcomes("ios", "ios", "2018-04-24") == MATRIX
    assert outcomes("ios", "ios", "2018-04-23") == NOTHING
    assert outcomes("android", "android", "2019-09-12") == MATRIX


def test_the_advice_is_what_would_have_helped() -> None:
    off = frozenset(ICLOUD_SETTINGS)
    [verdict] = judge(OWN[:1], Loss("ios", "ios", parse_day("2025-11-01"), off))
    assert verdict.outcome == "lost"
    for needed in ("iCloud Keychain", "iCloud Backup", "Authenticator under Saved to iCloud"):
        assert needed in verdict.before
    certain, _, doubtful = verdict.before.partition("If Q02")
    assert "iCloud Drive" not in certain
    assert "iCloud Drive" in doubtful


def test_the_advice_speaks_japanese() -> None:
    [verdict] = judge(OWN[:1], Loss("ios", "android", parse_day("2025-11-01")), "ja")
    assert "バックアップ" in verdict.before


#: The first day of each, as announced or first described (C06, C15; of passwords no source says).
BEGAN = {"Temporary Access Pass": "2021-03-02", "passkey": "2024-05-20", "Edge": "2021-02-05"}
EVERY_KIND = "".join(
    f"{kind} a@{kind}.example\n"
    for kind in ("work", "work-code", "passwordless", "personal", "passkey", "password")
)


@pytest.mark.parametrize(("phone", "new"), [("ios", "ios"), ("ios", "android")])
@pytest.mark.parametrize(
    "day", ["2018-03-01", "2021-02-04", "2021-03-01", "2024-05-19", "2026-11-25", "2027-03-01"]
)
def test_the_advice_offers_nothing_that_did_not_exist_yet(phone: str, new: str, day: str) -> None:
    verdicts = judge(read_accounts(EVERY_KIND).accounts, Loss(phone, new, parse_day(day)))
    told = "\n".join(verdict.before.replace("kept no passkeys yet", "") for verdict in verdicts)
    now = "\n".join(verdict.now.replace("kept no passkeys yet", "") for verdict in verdicts)
    assert ("Temporary Access Pass" in now) == (day >= BEGAN["Temporary Access Pass"])
    assert "text message" not in now
    assert "phone number" not in now or day < "2026-05-01"
    for help, began in BEGAN.items():
        assert (help in told) == (began <= day), help
    for verdict in verdicts:
        assert "recovery code" not in verdict.before
        assert "SMS" not in verdict.before
    if phone != new:
        assert ("text message" in told) == (day < "2027-02-01")


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_an_account_of_a_kind_that_there_was_not_is_told_since_when(lang: str) -> None:
    own = read_accounts("passkey GitHub\npassword Amazon\n").accounts
    advice = [verdict.before for verdict in judge(own, Loss("ios", "ios", parse_day("2018-03-01")), lang)]
    assert ["2024-05-20" in advice[0], "2021-02-05" in advice[1]] == [True, True]


@pytest.mark.parametrize("phone", ["ios", "android"])
@pytest.mark.parametrize("new", ["ios", "android"])
@pytest.mark.parametrize("day", ["2018-04-20", "2025-08-15", "2025-11-01"])
@pytest.mark.parametrize("off", [frozenset(), frozenset({"cloud-backup"})])
def test_the_rules_named_are_in_force_on_the_day(phone: str, new: str, day: str, off: frozenset[str]) -> None:
    policy = Policy.at(phone, parse_day(day))
    for verdict in judge(OWN, Loss(phone, new, parse_day(day), off)):
        assert verdict.rules
        if verdict.rules != ("backup.first-version",):
            assert all(policy.holds(rule) for rule in verdict.rules), verdict
