"""Whatever a person does with the list, the backup knows it, and the same story gives the same bytes."""

from __future__ import annotations

from typing import TypeAlias

import pytest
from household import AFTER, BEFORE, MSA, WORK, Household, Phone
from hypothesis import given, settings
from hypothesis import strategies as st

from lostphone.base.clock import MINUTE_MS

SITES = ("GitHub", "楽天証券", "Bank", "Größe & Co")
COUNTER_BASED = "Bank"

Step: TypeAlias = tuple[str, str]
STEPS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["enrol", "remove", "show"]), st.sampled_from(SITES)),
        st.tuples(st.sampled_from(["add", "remove"]), st.sampled_from([MSA, WORK])),
        st.tuples(st.sampled_from(["restart", "open", "cut", "heal", "wait"]), st.just("")),
    ),
    max_size=25,
)


def play(phone: Phone, steps: list[Step]) -> None:
    """Do what can be done; a step that makes no sense at that moment is passed over."""
    network = phone.house.world.network
    for verb, what in steps:
        here = [row for row in phone.rows() if what in (row.issuer, row.name)]
        online = network.connected(phone.id, "icloud")
        if verb == "enrol":
            phone.enrol(what)
        elif verb == "add" and online:
            phone.add(what)
        elif verb == "remove" and here:
            phone.remove(what)
        elif verb == "show" and here:
            phone.house.world.sites.check(what, "Mika", phone.code(what))
        elif verb == "restart":
            phone.start()
        elif verb == "open":
            phone.open()
        elif verb == "cut" and online:
            network.partition(phone.id, "*")
        elif verb == "heal" and not online:
            network.heal(phone.id, "*")
        phone.house.wait(MINUTE_MS)


def household(model: str, seed: int = 11) -> tuple[Household, Phone]:
    house = Household(AFTER if model == "icloud" else BEFORE, seed=seed)
    for site in SITES:
        house.world.sites.open(site, kind="hotp" if site == COUNTER_BASED else "totp", forward_steps=0)
    return house, new_phone(house, model, "old")


def new_phone(house: Household, model: str, name: str) -> Phone:
    return house.android(name) if model == "android" else house.iphone(name)


def begin(phone: Phone, model: str) -> None:
    if model != "icloud":
        phone.house.world.personal.sign_in(phone.device, MSA)
        phone.enable()


def heal(phone: Phone, model: str) -> None:
    if not phone.house.world.network.connected(phone.id, "icloud"):
        phone.house.world.network.heal(phone.id, "*")
    if model == "icloud":
        phone.house.world.icloud.sync(phone.ios)
    phone.open()


@pytest.mark.parametrize("model", ["icloud", "microsoft on ios", "android"])
@settings(max_examples=25, deadline=None)
@given(steps=STEPS)
def test_a_new_phone_has_what_the_old_one_had(model: str, steps: list[Step]) -> None:
    house, old = household(model)
    begin(old, model)
    play(old, steps)
    heal(old, model)
    had = old.rows()
    new = new_phone(house, model, "new")
    new.open()
    if model != "icloud":
        assert new.restore(MSA).missing == ()
    has = new.rows()
    assert [row.id for row in has] == [row.id for row in had]
    for row in has:
        assert row.ready is (row.kind != "work")
        if row.kind == "third-party":
            house.world.sites.check(row.issuer, "Mika", new.code(row.issuer))
        elif row.kind == "personal":
            house.world.personal.check_code(MSA, new.code(row.issuer))
    for place, blob in house.cloud_blobs():
        assert house.secrets().find(blob) is None, place


@pytest.mark.parametrize("model", ["icloud", "microsoft on ios", "android"])
@settings(max_examples=10, deadline=None)
@given(steps=STEPS)
def test_the_same_story_gives_the_same_bytes(model: str, steps: list[Step]) -> None:
    told = []
    for _ in range(2):
        house, old = household(model)
        begin(old, model)
        play(old, steps)
        told.append((house.world.trace.fingerprint(), house.cloud_blobs()))
    assert told[0] == told[1]
