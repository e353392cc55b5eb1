"""The questions on the start page lead to the answers that were played, by mouse, by keys and by a link."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from lostphone.clock import instant
from lostphone.site.live.answers import KINDS, Stretch
from lostphone.site.live.words import words

playwright = pytest.importorskip("playwright.sync_api", reason="pip install -r requirements-site-tests.lock")
expect = playwright.expect
Page = Any
Opening = Callable[..., Page]

START = words("en")["start"]
NAMES = words("en")["kinds"]
GROUPS = {"back": "back", "sign_in": "sign-in", "lost": "lost"}


def remains(page: Page, place: int = 0) -> dict[str, str]:
    """The outcome of each account that is shown, in one of the cases."""
    told = {}
    for name, outcome in GROUPS.items():
        items = page.locator(".remnants").nth(place).locator(f".{name} h4")
        told |= dict.fromkeys(items.all_text_contents(), outcome)
    return told


def played(stretches: list[Stretch], day: tuple[int, int, int], mask: int) -> dict[str, str]:
    stretch = [stretch for stretch in stretches if stretch.since_ms <= instant(*day)][-1]
    shown = [kind for kind in KINDS if kind not in ("passwordless-app-only", "work-sms")]
    return {NAMES[kind]: stretch.cases[mask].outcomes[KINDS.index(kind)] for kind in shown}


def choose(page: Page, group: str, option: str) -> None:
    page.get_by_role("group", name=group, exact=True).get_by_text(option, exact=True).click()


def test_the_questions_lead_to_the_answer(opened: Opening, answers: dict[str, list[Stretch]]) -> None:
    page = opened("en/index.html")
    expect(page.locator("#answer")).to_be_hidden()
    page.get_by_text(START["lost"], exact=True).click()
    page.get_by_label(START["day_lost"]).fill("2025-11-01")
    page.get_by_label(START["day_lost"]).blur()
    expect(page.locator("#headline")).to_contain_text("iCloud Keychain")
    assert remains(page, 0) == played(answers["ios>ios"], (2025, 11, 1), 0)
    assert remains(page, 1) == played(answers["ios>ios"], (2025, 11, 1), 7)

    choose(page, "iCloud Keychain", START["off"])
    expect(page.locator("#headline")).to_have_text(START["headline_none"])
    assert remains(page) == played(answers["ios>ios"], (2025, 11, 1), 1)

    for switch in ("icloud-keychain", "icloud-backup", "app-toggle"):
        choose(page, words("en")["switch"][switch], START["on"])
    expect(page.locator("#headline")).to_have_text(START["headline_all"])
    assert remains(page) == played(answers["ios>ios"], (2025, 11, 1), 0)

    choose(page, START["new_phone"], START["android"])
    assert remains(page) == played(answers["ios>android"], (2025, 11, 1), 0)
    expect(page.locator("#switch-rows")).to_have_text(START["switches_none"])


@pytest.mark.parametrize("day", [(2018, 3, 1), (2025, 8, 31), (2025, 9, 1), (2027, 2, 1)])
@pytest.mark.parametrize("pair", ["ios>ios", "ios>android", "android>ios", "android>android"])
def test_a_link_shows_the_same_answer_to_everybody(
    opened: Opening, answers: dict[str, list[Stretch]], pair: str, day: tuple[int, int, int]
) -> None:
    old, new = pair.split(">")
    on = "&".join(f"{name}=on" for name in words("en")["switch"])
    year, month, of_month = day
    page = opened(f"en/index.html#as=lost&old={old}&new={new}&day={year}-{month:02}-{of_month:02}&{on}")
    assert remains(page) == played(answers[pair], day, 0)
    link = page.get_by_label(START["link"]).input_value()
    before = page.locator("#answer").inner_text()
    again = opened(f"en/{link.rpartition('/')[2]}")
    assert again.locator("#answer").inner_text() == before


def test_restoring_comes_before_signing_in_on_android_and_never_after_switching_on(opened: Opening) -> None:
    page = opened("en/index.html#as=lost&old=android&new=android&day=2026-11-01&cloud-backup=on")
    todo = page.locator(".todo li").all_inner_texts()
    assert "Restore before you sign in" in todo[0]
    assert "Do not switch cloud backup on first" in todo[1]
    assert page.locator(".todo li").nth(0).get_by_role("link").get_attribute("href") == (
        "rules/backup.accounts-present-block.html"
    )
    iphone = opened("en/index.html#as=lost&old=ios&new=ios&day=2026-11-01")
    assert not any(
        "Restore before you sign in" in step for step in iphone.locator(".todo li").all_inner_texts()
    )


def test_between_kinds_of_phone_the_backup_is_not_counted_on(opened: Opening) -> None:
    page = opened("en/index.html#as=lost&old=ios&new=android&day=2026-11-01")
    todo = page.locator(".todo li").all_inner_texts()
    assert "opens only on a phone of the lost one’s kind" in todo[0]
    assert not any("Restore before" in step or "appear by themselves" in step for step in todo)


def test_a_help_desk_learns_who_can_issue_a_pass(opened: Opening) -> None:
    page = opened("en/index.html#as=desk&old=ios&new=ios&day=2026-11-01")
    todo = "\n".join(page.locator(".todo li").all_inner_texts())
    assert "issue a Temporary Access Pass" in todo
    assert "nobody can issue one for themselves" in todo
    lost = opened("en/index.html#as=lost&old=ios&new=ios&day=2026-11-01")
    assert "nobody can issue one" not in lost.locator("#steps").inner_text()


def test_who_changes_phones_is_told_what_to_switch_on_first(opened: Opening) -> None:
    page = opened(
        "en/index.html#as=change&old=ios&new=ios&day=2026-11-01&icloud-keychain=off&icloud-backup=on&app-toggle=on"
    )
    expect(page.locator("#headline")).to_contain_text("switch on iCloud Keychain")
    assert "switch on iCloud Keychain" in page.locator(".todo li").first.inner_text()
    assert "Temporary Access Pass" not in page.locator("#steps").inner_text()


def test_who_builds_a_client_sees_the_rules_of_the_day(opened: Opening) -> None:
    page = opened("en/index.html#as=build&on=android&set=microsoft&day=2026-05-15")
    shown = page.locator("#steps .rules").inner_text()
    assert "Third phase" in shown
    assert "Second phase" in shown
    assert "A code keeps its leading zeros" not in shown
    choose(page, START["build_set"], START["set_core"])
    assert "A code keeps its leading zeros" in page.locator("#steps .rules").inner_text()
    assert re.search(r"--require core,microsoft$", page.locator("#steps pre").inner_text())


def test_keys_alone_are_enough(opened: Opening) -> None:
    page = opened("ja/index.html")
    page.locator("#main").press("Tab")
    for _ in range(30):
        if page.evaluate("document.activeElement.name") == "as":
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator("#answer")).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "old"
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("group", name=words("ja")["switch"]["cloud-backup"])).to_be_visible()
    assert "old=android&new=android" in page.url


def test_a_fragment_of_nonsense_is_no_error(opened: Opening) -> None:
    page = opened("en/index.html#as=lost&old=%00&new=nokia&day=2025-99-99&icloud-keychain=<b>&x")
    expect(page.locator("#answer")).to_be_visible()
    expect(page.get_by_label(START["day_lost"])).not_to_have_value("")


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_without_a_script_every_situation_is_a_link_away(opened: Opening, lang: str) -> None:
    page = opened(f"{lang}/index.html", script=False)
    expect(page.locator("#ask")).to_be_hidden()
    assert words(lang)["start"]["no_script"] in page.locator("#main").inner_text()
    for folded in page.locator(".situations summary").all()[1:]:
        folded.click()
    assert page.locator(".situations a:visible").count() > 60
