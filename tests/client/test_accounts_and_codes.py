"""The list, and the codes it shows, on any phone."""

from __future__ import annotations

import pytest
from household import AFTER, BEFORE, MSA, WORK, Household, Phone, refused

from lostphone.base.clock import SECOND_MS, instant
from lostphone.base.secret import Secret
from lostphone.client import port
from lostphone.client.reference import ReferenceClient
from lostphone.formats.otp import OtpParameters, totp
from lostphone.formats.otpauth import OtpAuth


@pytest.fixture
def house() -> Household:
    return Household(BEFORE)


@pytest.fixture
def phone(house: Household) -> Phone:
    return house.android()


def link(issuer: str, account: str, secret: bytes = b"12345678901234567890") -> str:
    return OtpAuth("totp", issuer, account, Secret(secret)).to_uri()


@pytest.mark.parametrize("algorithm", ["SHA1", "SHA256", "SHA512"])
@pytest.mark.parametrize("digits", [6, 8])
@pytest.mark.parametrize("period_s", [30, 60, 90])
def test_codes_are_the_sites(
    house: Household, phone: Phone, algorithm: str, digits: int, period_s: int
) -> None:
    house.world.sites.open("Site", algorithm=algorithm, digits=digits, period_s=period_s, back_steps=0)
    phone.enrol("Site")
    house.wait(45 * SECOND_MS)
    assert len(phone.code("Site")) == digits
    house.world.sites.check("Site", "Mika", phone.code("Site"))


def test_a_leading_zero_stays() -> None:
    house = Household(1_111_111_109_000)
    phone = house.android(version="6.6.0")
    phone.enrol("GitHub", rfc_secret=True)
    assert phone.code("GitHub") == "081804"


def test_eighty_bits_are_enough_in_the_year_2100() -> None:
    house = Household(instant(2100, 6, 1))
    house.world.sites.open("Old", secret_bytes=10)
    phone = house.iphone()
    phone.enrol("Old")
    house.world.sites.check("Old", "Mika", phone.code("Old"))


def test_a_time_zone_changes_nothing_and_a_wrong_clock_does(house: Household, phone: Phone) -> None:
    phone.enrol("GitHub")
    code = phone.code("GitHub")
    phone.device.set(time_zone="Asia/Tokyo")
    assert phone.code("GitHub") == code
    phone.device.set(skew_ms=-120 * SECOND_MS)
    assert phone.code("GitHub") != code


def test_a_counter_is_stored_before_its_code_is_shown(
    house: Household, phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.world.sites.open("Bank", kind="hotp", forward_steps=0)
    phone.enrol("Bank")
    account = phone.row("Bank").id
    at_display: list[bytes | None] = []
    monkeypatch.setattr(
        phone.services,
        "screen",
        lambda view: at_display.append(phone.services.storage_get("no-backup/state.json")),
    )
    before = phone.services.storage_get("no-backup/state.json")
    phone.ask(port.ShowCode(account))
    assert len(at_display) == 1
    assert at_display[0] != before
    phone.start()
    first_try = phone.code("Bank")
    phone.start()
    assert phone.code("Bank") != first_try


def test_one_name_at_two_issuers_is_two_accounts(house: Household, phone: Phone) -> None:
    phone.enrol("GitHub", "mika")
    phone.enrol("GitLab", "mika")
    assert phone.labels() == ["GitHub", "GitLab"]
    for site in ("GitHub", "GitLab"):
        house.world.sites.check(site, "Mika", phone.code(site))


def test_a_new_enrolment_replaces_its_own_row_alone(house: Household, phone: Phone) -> None:
    first = phone.enrol("GitHub", "mika")
    phone.enrol("GitLab", "mika")
    assert phone.enrol("GitHub", "mika") == first
    assert phone.labels() == ["GitHub", "GitLab"]
    house.world.sites.check("GitHub", "Mika", phone.code("GitHub"))
    house.world.sites.check("GitLab", "Mika", phone.code("GitLab"))


def test_nobody_knows_whether_two_nameless_issuers_are_one(phone: Phone) -> None:
    one, two = phone.scan(link("", "mika")), phone.scan(link("", "mika", b"another secret 12345"))
    assert one != two
    assert phone.scan(link("", "mika")) == one, "the same link twice is one account"
    assert phone.scan(link("", "mika", b"another secret 12345")) == two
    assert [row.name for row in phone.rows()] == ["mika", "mika"]


def test_names_in_any_script(phone: Phone) -> None:
    for issuer in ("楽天証券", "Größe & Co", "שלום"):
        phone.scan(link(issuer, "ミカ＋1"))
    assert phone.labels() == ["楽天証券", "Größe & Co", "שלום"]
    assert {row.name for row in phone.rows()} == {"ミカ＋1"}


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (port.AddAccount(uri="otpauth://totp/GitHub:mika?secret=1"), "bad-input"),
        (port.AddAccount(uri="https://example.com"), "bad-input"),
        (port.AddAccount(), "bad-input"),
        (port.AddAccount(uri="otpauth://totp/a?secret=GEZDGNBV", identity=MSA), "bad-input"),
        (port.AddAccount(identity="nobody@example.com"), "not-found"),
        (port.ShowCode("0000"), "not-found"),
        (port.RemoveAccount("0000"), "not-found"),
        (port.SignIn("0000"), "not-found"),
    ],
)
def test_what_cannot_be_done_is_refused_and_shown(phone: Phone, asked: port.Intent, code: str) -> None:
    assert refused(lambda: phone.ask(asked)) == code
    assert phone.screen.name == "message"
    assert phone.screen.message_id == code
    assert phone.rows() == []


def test_a_refusal_never_repeats_the_secret(phone: Phone) -> None:
    with pytest.raises(Exception, match="bad-input") as caught:
        phone.ask(port.AddAccount(uri="otpauth://totp/GitHub:mika?secret=GEZDGNBVGY3TQOJQ1&digits=6"))
    assert "GEZDGNBVGY3TQOJQ" not in str(caught.value) + phone.screen.message


def test_a_work_account_shows_no_code_and_a_third_party_one_takes_no_sign_in(phone: Phone) -> None:
    phone.enrol("GitHub")
    phone.add(WORK)
    assert phone.row("Microsoft Entra ID").ready
    assert refused(lambda: phone.code("Microsoft Entra ID")) == "unavailable"
    assert phone.screen.message_id == "no-code"
    assert refused(lambda: phone.sign_in("GitHub")) == "not-allowed"


def test_adding_a_microsoft_account_again_is_signing_in_again(house: Household, phone: Phone) -> None:
    first = phone.add(MSA)
    code = phone.code("Microsoft")
    assert phone.add(MSA) == first
    assert len(phone.rows()) == 1
    assert phone.code("Microsoft") != code
    house.world.personal.check_code(MSA, phone.code("Microsoft"))


def test_a_refused_sign_in_adds_nothing(house: Household, phone: Phone) -> None:
    phone.device.world.network.partition(phone.id, "microsoft")
    assert refused(lambda: phone.add(MSA)) == "offline"
    assert phone.rows() == []


def test_what_a_removed_app_left_in_the_keychain_is_not_used() -> None:
    house = Household(BEFORE)
    phone = house.iphone()
    phone.enrol("GitHub")
    phone.device.uninstall_app()
    assert phone.device.keystore.items
    phone.install()
    phone.open()
    assert phone.rows() == []
    assert not phone.device.keystore.items


def test_memory_never_disagrees_with_storage(phone: Phone) -> None:
    phone.enrol("GitHub")
    other = ReferenceClient()
    other.provision(phone.id, phone.services)
    other.call(phone.id, port.RemoveAccount(phone.row("GitHub").id))
    assert phone.rows() == []


def test_an_app_that_was_never_started_is_not_there(house: Household) -> None:
    assert refused(lambda: house.client.call("Nokia", port.OpenApp())) == "no-such-phone"


def test_a_retired_version_shows_codes_and_nothing_more() -> None:
    house = Household(AFTER)
    phone = house.android(version="6.5.0")
    phone.enrol("GitHub")
    house.world.sites.check("GitHub", "Mika", phone.code("GitHub"))
    phone.open()
    assert phone.screen.message_id == "app-too-old"
    for act in (lambda: phone.add(MSA), phone.enable, phone.restore):
        assert refused(act) == "unavailable"
        assert phone.screen.message_id == "app-too-old"
    phone.update("6.2506.4000")
    phone.add(MSA)


def test_codes_are_those_of_the_moment_on_the_phone(house: Household, phone: Phone) -> None:
    phone.scan(link("GitHub", "mika"))
    parameters = OtpParameters()
    expected = totp(Secret(b"12345678901234567890"), house.world.now_ms, parameters)
    assert phone.code("GitHub") == expected
    assert phone.screen.rows[0].code == expected
    assert expected not in house.world.trace.to_jsonl().decode()
