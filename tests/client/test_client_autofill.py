"""Saved passwords and cards, on both sides of every date of their ending (B01 to B08)."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import pytest
from household import AFTER, MSA, Household, Phone, refused

from lostphone.base.clock import DAY_MS, instant
from lostphone.client import port

JUNE, JULY, AUGUST = instant(2025, 6, 1), instant(2025, 7, 1), instant(2025, 8, 1)
LAST_TEN_SECONDS = instant(2025, 7, 31, 23, 59, 50)
PASSWORD = "correct horse battery"


@pytest.fixture
def phone() -> Phone:
    """In May 2025, with a saved password, a generated one and a card."""
    phone = Household(JUNE - DAY_MS).android()
    phone.enrol("GitHub")
    phone.house.world.personal.sign_in(phone.device, MSA)
    phone.ask(port.SavePassword("shop.example", PASSWORD))
    phone.ask(port.GeneratePassword("bank.example"))
    phone.ask(port.SaveCard("Visa"))
    return phone


def listed(phone: Phone) -> port.Passwords:
    return cast(port.Passwords, phone.ask(port.ListPasswords()))


def acts(phone: Phone) -> dict[str, Callable[[], object]]:
    return {
        "save": lambda: phone.ask(port.SavePassword("new.example", "x")),
        "card": lambda: phone.ask(port.SaveCard("Master")),
        "generate": lambda: phone.ask(port.GeneratePassword("new.example")),
        "fill": lambda: phone.ask(port.FillPassword("shop.example")),
        "list": lambda: listed(phone),
        "export": lambda: phone.ask(port.ExportPasswords()),
    }


@pytest.mark.parametrize(
    ("at_ms", "works"),
    [
        (JUNE - 1, {"save", "card", "generate", "fill", "list", "export"}),
        (JUNE, {"generate", "fill", "list", "export"}),
        (JULY - 1, {"generate", "fill", "list", "export"}),
        (LAST_TEN_SECONDS, {"generate", "fill", "list", "export"}),
        (AUGUST, set()),
    ],
)
def test_what_still_works_when(phone: Phone, at_ms: int, works: set[str]) -> None:
    phone.house.wait_until(at_ms)
    for name, act in acts(phone).items():
        if name in works:
            act()
        else:
            assert refused(act) == "unavailable", name
            assert phone.screen.message_id in ("autofill-retired", "autofill-no-new-passwords")
    phone.house.world.sites.check("GitHub", "Mika", phone.code("GitHub"))


def test_until_the_end_the_list_is_whole(phone: Phone) -> None:
    phone.house.wait_until(LAST_TEN_SECONDS)
    assert listed(phone) == port.Passwords(("shop.example",), ("bank.example",), ("Visa",))
    exported = cast(port.Passwords, phone.ask(port.ExportPasswords()))
    assert exported == port.Passwords(saved=("shop.example",))


def test_cards_and_unsaved_passwords_are_really_deleted(phone: Phone) -> None:
    phone.house.wait_until(AUGUST)
    phone.open()
    (vault,) = [item for key, item in phone.device.keystore.items.items() if "autofill" in key]
    assert b"Visa" not in vault.value
    assert b"bank.example" not in vault.value
    phone.device.set(skew_ms=-60 * DAY_MS)
    assert listed(phone) == port.Passwords(saved=("shop.example",)), "turning the clock back revives nothing"


def test_saving_takes_a_password_out_of_the_generators_history(phone: Phone) -> None:
    phone.ask(port.SavePassword("bank.example", "x"))
    assert listed(phone) == port.Passwords(("shop.example", "bank.example"), (), ("Visa",))


def test_edge_has_what_was_saved_and_nothing_else(phone: Phone) -> None:
    edge = phone.house.world.edge
    assert edge.sites(MSA) == ["shop.example"]
    phone.house.wait_until(AFTER)
    phone.open()
    assert edge.sites(MSA) == ["shop.example"]


@pytest.mark.parametrize("hindrance", ["signed out", "offline"])
def test_a_password_that_edge_has_not_heard_of_follows_later(hindrance: str) -> None:
    phone = Household(JUNE - DAY_MS).android()
    world = phone.house.world
    if hindrance == "offline":
        world.personal.sign_in(phone.device, MSA)
        world.network.partition(phone.id, "microsoft")
    phone.ask(port.SavePassword("shop.example", PASSWORD))
    assert world.edge.sites(MSA) == []
    if hindrance == "offline":
        world.network.heal(phone.id, "microsoft")
    else:
        world.personal.sign_in(phone.device, MSA)
    phone.start()
    phone.open()
    assert world.edge.sites(MSA) == ["shop.example"]


def test_the_named_account_is_the_one_that_is_synced(phone: Phone) -> None:
    second = "mika.second@outlook.example"
    phone.house.world.personal.create(second, "Mika")
    phone.house.world.personal.sign_in(phone.device, second)
    phone.ask(port.SavePassword("news.example", "x", second))
    assert "news.example" in phone.house.world.edge.sites(second)
    assert "news.example" not in phone.house.world.edge.sites(MSA)


def test_an_unknown_site_is_not_filled(phone: Phone) -> None:
    assert refused(lambda: phone.ask(port.FillPassword("other.example"))) == "not-found"


def test_passwords_are_on_no_screen_and_in_no_backup(phone: Phone) -> None:
    phone.enable()
    for act in acts(phone).values():
        act()
    assert PASSWORD not in phone.house.world.trace.to_jsonl().decode()
    new = phone.house.android("new")
    new.restore(MSA)
    assert listed(new) == port.Passwords()
