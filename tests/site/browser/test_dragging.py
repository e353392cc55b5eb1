"""The day on the timeline page is chosen by keys, by date and by jumps, and the rules follow the catalogue."""

from collections.abc import Callable
from typing import Any

import pytest

from lostphone.base.clock import DAY_MS, parse_day
from lostphone.rules import Policy
from lostphone.site.live.answers import KINDS, Stretch
from lostphone.site.live.words import words
from lostphone.whatif.available_help import existed

playwright = pytest.importorskip("playwright.sync_api", reason="pip install -r requirements-site-tests.lock")
expect = playwright.expect
Page = Any
Opening = Callable[..., Page]

TEXT = words("en")["timeline"]


def held(page: Page) -> set[tuple[str, str]]:
    """The rules that the page says hold, by platform."""
    rows = page.locator("tr.holds").evaluate_all(
        "rows => rows.map(row => [row.dataset.rule, row.dataset.platforms])"
    )
    return {(rule, platform) for rule, platforms in rows for platform in platforms.split()}


@pytest.mark.parametrize(
    "day", ["2018-04-23", "2025-06-30", "2025-08-31", "2025-09-01", "2026-04-28", "2027-02-01"]
)
def test_the_rules_that_hold_are_those_of_the_policy(opened: Opening, day: str) -> None:
    page = opened(f"en/timeline.html#day={day}")
    dated = set(page.locator("[data-rule]").evaluate_all("rows => rows.map(row => row.dataset.rule)"))
    for platform in ("ios", "android"):
        assert {rule for rule, on in held(page) if on == platform} == Policy.at(
            platform, parse_day(day)
        ).held & dated


def test_keys_drag_the_day(opened: Opening) -> None:
    page = opened("en/timeline.html#day=2025-08-31")
    assert ("backup.ios1.gates", "ios") in held(page)
    slider = page.get_by_label(TEXT["slider"])
    slider.press("ArrowRight")
    expect(page.get_by_label(TEXT["day"], exact=True)).to_have_value("2025-09-01")
    expect(slider).to_have_attribute("aria-valuetext", "1 September 2025")
    assert ("backup.ios1.gates", "ios") not in held(page)
    assert ("backup.ios2.gates", "ios") in held(page)
    expect(page.locator("#said")).to_contain_text("1 September 2025")
    assert page.url.endswith("#day=2025-09-01")


def test_the_slider_is_dragged(opened: Opening) -> None:
    page = opened("en/timeline.html#day=2025-02-01")
    box = page.locator("#slider").bounding_box()
    assert box
    page.mouse.move(box["x"] + 40, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 5, box["y"] + box["height"] / 2, steps=4)
    page.mouse.up()
    assert page.locator("#day").input_value() > "2027-02-01"
    assert ("sms.ends", "ios") in held(page)


def test_jumps_go_from_change_to_change(opened: Opening) -> None:
    page = opened("en/timeline.html#day=2025-06-15")
    seen = []
    for _ in range(4):
        page.get_by_role("button", name=TEXT["after"]).click()
        seen.append(page.locator("#day").input_value())
    assert seen == ["2025-07-01", "2025-08-01", "2025-09-01", "2025-09-30"]
    page.get_by_role("button", name=TEXT["before"]).click()
    assert page.locator("#day").input_value() == "2025-09-01"


def test_a_typed_date_before_the_near_years_shows_them_all(opened: Opening) -> None:
    page = opened("en/timeline.html")
    page.locator("#day").fill("2019-01-01")
    page.locator("#day").blur()
    expect(page.get_by_label(TEXT["whole"])).to_be_checked()
    assert page.locator("#slider").input_value() == str(parse_day("2019-01-01") // DAY_MS)


@pytest.mark.parametrize("day", ["2018-03-01", "2025-11-01", "2027-03-01"])
def test_a_loss_costs_what_was_played(opened: Opening, answers: dict[str, list[Stretch]], day: str) -> None:
    page = opened(f"en/timeline.html#day={day}")
    shown = page.locator("#cost tbody tr").evaluate_all(
        "rows => rows.map(row => [...row.children].map(cell => cell.textContent))"
    )
    twins = ("passwordless-app-only", "work-sms")
    kinds = [kind for kind in KINDS if kind not in twins and existed(kind, parse_day(day))]
    assert [row[0] for row in shown] == [words("en")["kinds"][kind] for kind in kinds]
    for column, pair in enumerate(("ios>ios", "ios>android", "android>ios", "android>android"), start=1):
        stretch = [stretch for stretch in answers[pair] if stretch.since_ms <= parse_day(day)][-1]
        places = [KINDS.index(kind) for kind in kinds]
        expected = [words("en")["outcomes"][stretch.cases[0].outcomes[place]] for place in places]
        assert [row[column].removesuffix(" *") for row in shown] == expected
        disputed = [
            any(
                (other.cases[0].outcomes[place], other.cases[0].ways[place])
                != (stretch.cases[0].outcomes[place], stretch.cases[0].ways[place])
                for other in stretch.others
            )
            for place in places
        ]
        assert [row[column].endswith(" *") for row in shown] == disputed
        assert day == "2018-03-01" or pair != "ios>ios" or any(disputed)


def test_the_day_is_taken_along_to_the_questions(opened: Opening) -> None:
    page = opened("en/timeline.html#day=2026-05-01")
    page.locator("#ask-link").click()
    expect(page.locator("#day")).to_have_value("2026-05-01")
    expect(page.locator("#answer")).to_be_visible()
