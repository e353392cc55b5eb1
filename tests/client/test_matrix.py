"""What comes back, account kind by account kind, on each of the three models (facts A17, A23, C04, C16)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from household import AFTER, BEFORE, MSA, WORK, Household, Phone, refused

Phones = Callable[[Household, str], Phone]

MODELS: dict[str, tuple[int, Phones]] = {
    "iOS before September 2025": (BEFORE, lambda house, name: house.iphone(name)),
    "iOS from September 2025": (AFTER, lambda house, name: house.iphone(name)),
    "Android": (BEFORE, lambda house, name: house.android(name)),
}


@pytest.fixture(params=list(MODELS))
def model(request: pytest.FixtureRequest) -> tuple[int, Phones]:
    return MODELS[request.param]


def back_up(phone: Phone) -> None:
    if phone.status().on:
        phone.open()
    else:
        phone.house.world.personal.sign_in(phone.device, MSA)
        phone.enable()


def come_back(phone: Phone) -> None:
    phone.open()
    if not phone.rows():
        phone.restore(MSA)


@pytest.mark.parametrize("personal", ["code", "passwordless"])
def test_each_kind_of_account_comes_back_as_promised(model: tuple[int, Phones], personal: str) -> None:
    start_ms, phones = model
    house = Household(start_ms, personal="passwordless" if personal == "passwordless" else "code")
    old = phones(house, "old")
    old.enrol("GitHub")
    old.add(MSA)
    old.add(WORK)
    old.enrol("楽天証券", "美香")
    back_up(old)
    old_code = old.code("Microsoft") if personal == "code" else None
    old.lose()

    new = phones(house, "new")
    come_back(new)
    assert new.labels() == ["GitHub", "Microsoft", "Microsoft Entra ID", "楽天証券"]
    assert new.ready() == {
        "GitHub": True,
        "Microsoft": personal == "code",
        "Microsoft Entra ID": False,
        "楽天証券": True,
    }
    house.world.sites.check("GitHub", "Mika", new.code("GitHub"))
    house.world.sites.check("楽天証券", "Mika", new.code("楽天証券"))
    assert new.row("楽天証券").name == "美香"
    if personal == "code":
        assert new.code("Microsoft") != old_code
        house.world.personal.check_code(MSA, new.code("Microsoft"))
    else:
        assert refused(lambda: new.code("Microsoft")) == "needs-sign-in"
        assert not house.world.personal.has_device(MSA, "new")
    assert refused(lambda: new.code("Microsoft Entra ID")) == "needs-sign-in"


def test_names_are_completed_by_signing_in(model: tuple[int, Phones]) -> None:
    start_ms, phones = model
    house = Household(start_ms, personal="passwordless")
    old = phones(house, "old")
    old.enrol("GitHub")
    old.add(MSA)
    old.add(WORK)
    back_up(old)
    new = phones(house, "new")
    come_back(new)
    new.sign_in("Microsoft")
    new.sign_in("Microsoft Entra ID")
    assert all(new.ready().values())
    assert house.world.personal.has_device(MSA, "new")
    assert house.world.tenants.has_registration(WORK, "new")


def test_a_work_account_added_as_third_party_comes_back_with_its_code(model: tuple[int, Phones]) -> None:
    start_ms, phones = model
    house = Household(start_ms)
    old = phones(house, "old")
    old.enrol("GitHub")
    old.scan(house.world.tenants.enrol_third_party_otp(old.device, WORK))
    back_up(old)
    new = phones(house, "new")
    come_back(new)
    row = next(row for row in new.rows() if row.issuer != "GitHub")
    assert row.kind == "third-party"
    house.world.tenants.check_code(WORK, new.code(row.issuer or row.name))


def test_restoring_twice_doubles_nothing(model: tuple[int, Phones]) -> None:
    start_ms, phones = model
    house = Household(start_ms)
    old = phones(house, "old")
    old.enrol("GitHub")
    back_up(old)
    new = phones(house, "new")
    come_back(new)
    if new.status().on:
        assert new.restore().ready == 1
    else:
        assert refused(lambda: new.restore(MSA)) == "accounts-present"
    new.open()
    assert new.labels() == ["GitHub"]


def test_counters_survive_loss_even_right_after_a_code(model: tuple[int, Phones]) -> None:
    start_ms, phones = model
    house = Household(start_ms)
    house.world.sites.open("Bank", kind="hotp", forward_steps=0)
    old = phones(house, "old")
    old.enrol("Bank")
    back_up(old)
    for _ in range(3):
        house.world.sites.check("Bank", "Mika", old.code("Bank"))
    new = phones(house, "new")
    come_back(new)
    house.world.sites.check("Bank", "Mika", new.code("Bank"))


def test_a_deleted_account_does_not_come_back(model: tuple[int, Phones]) -> None:
    start_ms, phones = model
    house = Household(start_ms)
    old = phones(house, "old")
    old.enrol("GitHub")
    old.enrol("GitLab")
    back_up(old)
    old.remove("GitHub")
    new = phones(house, "new")
    come_back(new)
    assert new.labels() == ["GitLab"]
    assert refused(lambda: house.world.sites.check("GitHub", "Mika", new.code("GitLab"))) == "wrong-code"


def test_nothing_that_a_cloud_can_read_shows_a_secret_or_a_name(model: tuple[int, Phones]) -> None:
    start_ms, phones = model
    house = Household(start_ms)
    old = phones(house, "old")
    old.enrol("GitHub", "mika-the-dev")
    old.add(MSA)
    old.add(WORK)
    back_up(old)
    if old.device.platform == "ios":
        house.world.icloud.backup_now(old.ios)
    blobs = house.cloud_blobs()
    assert blobs
    for place, blob in blobs:
        assert house.secrets().find(blob) is None, place
        for name in ("GitHub", "mika-the-dev", MSA, WORK):
            assert name.encode() not in blob, place


def test_two_people_with_the_same_accounts_have_unlike_backups(model: tuple[int, Phones]) -> None:
    start_ms, phones = model
    blobs: list[list[bytes]] = []
    for seed in (1, 2):
        house = Household(start_ms, seed=seed)
        house.world.sites.open("GitHub")
        phone = phones(house, "phone")
        phone.scan(house.world.sites.enrol("GitHub", "Mika", rfc_secret=True))
        back_up(phone)
        blobs.append([blob for _, blob in house.cloud_blobs()])
    (one,), (other,) = blobs
    # What both have in common is the envelope's readable front: no run of sealed bytes is the same.
    assert one[-64:] != other[-64:]
    assert not any(one[at : at + 16] in other for at in range(len(one) - 64, len(one) - 16))


def test_the_list_and_the_codes_survive_a_crash(model: tuple[int, Phones]) -> None:
    start_ms, phones = model
    house = Household(start_ms)
    phone = phones(house, "old")
    phone.enrol("GitHub")
    phone.add(WORK)
    back_up(phone)
    rows, status, code = phone.rows(), phone.status(), phone.code("GitHub")
    phone.start()
    assert (phone.rows(), phone.status(), phone.code("GitHub")) == (rows, status, code)
