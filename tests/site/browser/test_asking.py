"""The questions on the start page lead to the answers that were played, by mouse, by keys and by a link."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from site_scripts import value

from lostphone.base.clock import instant, parse_day
from lostphone.rules import Policy
from lostphone.site.live.advice import steps as advised_steps
from lostphone.site.live.answers import KINDS, Stretch
from lostphone.site.live.data import answers_script
from lostphone.site.live.words import words
from lostphone.whatif.available_help import existed

playwright = pytest.importorskip("playwright.sync_api", reason="pip install -r requirements-site-tests.lock")
expect = playwright.expect
Page = Any
Opening = Callable[..., Page]

START = words("en")["start"]
NAMES = words("en")["kinds"]
STEPS = advised_steps()
OUTCOMES = ("back", "sign-in", "lost")


def remains(page: Page, place: int = 0) -> dict[str, str]:
    """The outcome of each account that is shown, in one of the cases."""
    told = {}
    for outcome in OUTCOMES:
        items = page.locator(".remnants").nth(place).locator(f".{outcome} h4")
        told |= dict.fromkeys(items.all_text_contents(), outcome)
    return told


def played(stretches: list[Stretch], day: tuple[int, int, int], mask: int) -> dict[str, str]:
    stretch = [stretch for stretch in stretches if stretch.since_ms <= instant(*day)][-1]
    twins = ("passwordless-app-only", "work-sms")
    shown = [kind for kind in KINDS if kind not in twins and existed(kind, instant(*day))]
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
    assert remains(page, 1) == played(answers["ios>ios"], (2025, 11, 1), 15)

    choose(page, "iCloud Keychain", START["off"])
    expect(page.locator("#headline")).to_have_text(START["headline_none"])
    assert remains(page) == played(answers["ios>ios"], (2025, 11, 1), 2)

    for switch in ("icloud-drive", "icloud-keychain", "icloud-backup", "app-toggle"):
        choose(page, words("en")["switch"][switch], START["on"])
    expect(page.locator("#headline")).to_have_text(f"{START['headline_all']} {START['headline_open']}")
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
    first = next(place for place, step in enumerate(todo) if "Restore before you sign in" in step)
    assert "Do not switch cloud backup on first" in todo[first + 1]
    assert page.locator(".todo li").nth(first).get_by_role("link").get_attribute("href") == (
        "rules/backup.accounts-present-block.html"
    )
    iphone = opened("en/index.html#as=lost&old=ios&new=ios&day=2026-11-01")
    assert not any(
        "Restore before you sign in" in step for step in iphone.locator(".todo li").all_inner_texts()
    )


def test_between_kinds_of_phone_the_backup_is_not_counted_on(opened: Opening) -> None:
    page = opened("en/index.html#as=lost&old=ios&new=android&day=2026-11-01")
    todo = page.locator(".todo li").all_inner_texts()
    assert any("opens only on a phone of the lost one’s kind" in step for step in todo)
    assert not any("Restore before" in step or "appear by themselves" in step for step in todo)


#: What each help is called on the page, and its first day (C06, C15; of passwords no source says).
BEGAN = {
    "2021-03-02": ("Temporary Access Pass", "一時アクセス パス"),
    "2024-05-20": ("passkey", "パスキー"),
    "2021-02-05": ("Edge", "Edge"),
}


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("who", ["lost", "change", "desk"])
def test_nobody_is_told_to_use_what_did_not_exist_yet(opened: Opening, lang: str, who: str) -> None:
    page = opened(f"{lang}/index.html#as={who}&old=ios&new=android&day=2018-03-01")
    for day in ("2018-03-01", "2021-02-05", "2021-03-01", "2021-03-02", "2024-05-19", "2024-05-20"):
        page.locator("#day").fill(day)
        page.locator("#day").blur()
        told = page.locator("#answer").inner_text().lower()
        for began, names in BEGAN.items():
            assert (names[lang == "ja"].lower() in told) == (began <= day), (day, names)


def test_a_lost_phone_is_locked_first_removed_when_all_is_tried_and_erased_last(opened: Opening) -> None:
    order = ("Do not erase it yet", "SIM or eSIM", "Remove nothing yet", "Try every account", "nly now")
    for who, days in (("lost", "2018-03-01"), ("desk", "2026-11-01")):
        page = opened(f"en/index.html#as={who}&old=ios&new=ios&day={days}")
        todo = page.locator(".todo li").all_inner_texts()
        assert "mark the iPhone as lost" in todo[0]
        places = [next(place for place, step in enumerate(todo) if told in step) for told in order]
        assert places[:3] == [0, 1, 2]
        assert places == sorted(places)
        assert "emove" in todo[places[-1]]
        assert any("erase it" in step for step in todo[-2:])
    android = opened("en/index.html#as=lost&old=android&new=ios&day=2026-11-01")
    assert "android.com/find" in android.locator(".todo li").first.inner_text()
    change = opened("en/index.html#as=change&old=ios&new=ios&day=2026-11-01")
    assert "as lost" not in change.locator("#steps").inner_text()


def test_what_can_be_linked_is_a_link_that_shows_where_it_leads(opened: Opening) -> None:
    page = opened("en/index.html#as=lost&old=ios&new=ios&day=2026-11-01&icloud-keychain=off")
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    links = page.locator("#answer a[href^=https]").evaluate_all(
        "all => all.map(one => [one.href, one.rel, one.innerText])"
    )
    shown = {href: told for href, _rel, told in links}
    assert all("noopener" in rel.split() for _href, rel, _told in links)
    for told in (
        "icloud.com/find",
        "mysignins.microsoft.com/security-info",
        "account.microsoft.com/security",
    ):
        assert shown[f"https://{told}"] == told
    assert "sign-in helper" in page.locator("#steps").inner_text()
    assert shown["https://account.live.com/acsr"] == "account.live.com/acsr"
    policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
    assert policy.startswith("default-src 'none'; script-src 'self' file:;")
    choose(page, START["new_phone"], START["android"])
    assert [url for url in requests if not url.startswith("file:")] == []


def test_where_sources_disagree_the_card_says_both_outcomes_and_who_says_so(opened: Opening) -> None:
    on = "icloud-keychain=on&icloud-backup=on&app-toggle=on"
    page = opened(f"en/index.html#as=lost&old=ios&new=ios&day=2026-05-25&{on}&icloud-drive=off")
    card = page.locator(".remains.back li", has=page.get_by_role("heading", name=NAMES["third-party"])).first
    assert "Q02" in card.inner_text()
    assert words("en")["outcomes"]["lost"] in card.inner_text()
    assert "iCloud Drive, iCloud Keychain" in card.inner_text()
    card.get_by_text(START["disputed_sources"]).first.click()
    sources = card.locator(".disputed a").evaluate_all("all => all.map(one => one.href)")
    assert any("support.microsoft.com" in source for source in sources)
    expect(page.locator("#headline")).to_contain_text(START["headline_open"])
    choose(page, "iCloud Drive", START["on"])
    assert "Q02" not in card.inner_text()
    choose(page, "iCloud Drive", START["unknown"])
    assert "depending on iCloud Drive" in card.inner_text()


def test_a_day_after_the_last_fact_read_is_answered_with_a_warning(opened: Opening) -> None:
    for day, warned in (("2026-11-30", False), ("2026-12-01", True)):
        page = opened(f"en/index.html#as=lost&old=ios&new=ios&day={day}")
        assert page.locator("#warning").is_visible() == warned
    assert "30 November 2026" in page.locator("#warning").inner_text()


def test_the_first_line_names_the_app_and_the_answer_what_it_assumes(opened: Opening) -> None:
    for lang in ("en", "ja"):
        page = opened(f"{lang}/index.html#as=lost&old=ios&new=ios&day=2026-11-01")
        assert "Microsoft Authenticator" in page.locator("h1").inner_text()
        assert words(lang)["start"]["assumed"] in page.locator("#answer").inner_text()


#: For every who, pair of phones, stretch of days and state of the settings: what the page would say to do.
EVERY_TODO = """() => {
  const { answer, answers, todo } = globalThis.Lostphone;
  const found = [];
  for (const [pair, stretches] of Object.entries(answers.pairs)) {
    const [old, fresh] = pair.split(">");
    for (const [day] of answers.advice[pair]) {
      const names = stretches.filter((one) => one[0] <= day).at(-1)[1];
      const every = names.reduce((some, name) => some.flatMap((states) =>
        ["on", "off", "unknown"].map((state) => ({ ...states, [name]: state }))), [{}]);
      for (const states of every) for (const who of ["lost", "change", "desk"]) {
        const kept = who === "change";
        const asked = kept ? Object.fromEntries(names.map((name) => [name, states[name] === "on" ? "on" : "unknown"])) : states;
        const question = { who, old, fresh, day, states: asked, kept };
        const { accounts, needed } = answer(question);
        const steps = todo(question, needed).map(({ place, when }) => [place, when]);
        found.push([who, pair, day, states, needed, accounts.map(({ best, worst }) => best.outcome + worst.outcome), steps]);
      }
    }
  }
  return found;
}"""


def test_what_is_said_of_what_is_not_known_is_what_each_case_says(opened: Opening) -> None:
    """Steps of every way that it may have been, and each says when it is for somebody."""
    data = value(answers_script())
    assert isinstance(data, dict)
    page = opened("en/index.html")
    found = page.evaluate(EVERY_TODO)
    assert len(found) > 3_000
    for who, pair, day, states, needed, outcomes, steps in found:
        stretch = [one for one in data["pairs"][pair] if one[0] <= day][-1]
        advice = [one for one in data["advice"][pair] if one[0] <= day][-1]
        lists = data["todo"][advice[1]][who]
        names = stretch[1]
        masks = [
            mask
            for mask in range(len(lists) if who != "change" else 1)
            if all(
                states[name] == "unknown" or (states[name] == "off") == bool(mask >> bit & 1)
                for bit, name in enumerate(names if who != "change" else [])
            )
        ]
        of_mask = {mask: set(data["lists"][lists[mask]]) for mask in masks}
        told = {place: when for place, when in steps if when != "other"}
        assert set(told) == set().union(*of_mask.values())
        assert [place for place, _when in steps] == sorted({place for place, _when in steps})
        good = {mask for mask in masks if not any(mask >> names.index(name) & 1 for name in needed)}
        for place, when in told.items():
            having = {mask for mask in masks if place in of_mask[mask]}
            if when == "always":
                assert having == set(masks)
            elif when == "if":
                assert having == good
            elif when == "if-not":
                assert having == set(masks) - good
            else:
                assert when == "perhaps"
                assert having not in (good, set(masks) - good, set(masks))
        if who != "change" and "unknown" not in states.values():
            assert needed == []
            assert set(told.values()) == {"always"}
            restored = any(one[0] != "l" for one in outcomes[:7])
            claims = {claim for place in told for claim in STEPS[place].claims}
            assert restored or "restores" not in claims
            assert not restored or "nothing-restored" not in claims


def test_stories_like_this_one_end_as_it_does(opened: Opening) -> None:
    """Keychain off: nothing comes back, and in no story that is offered does anything."""
    page = opened("en/index.html#as=lost&old=ios&new=ios&day=2026-05-25&icloud-keychain=off")
    ends = {
        name: (phones, end)
        for name, _address, _rules, _eras, *rest in page.evaluate(
            "LOSTPHONE_WORDS.stories.filter(one => one.length > 4)"
        )
        for phones, end in [rest]
    }
    offered = page.locator("#stories li").all_inner_texts()
    assert offered
    for name in offered:
        phones, end = ends[name]
        assert phones == "ios>ios"
        assert not set(end[:7]) & {"b", "s"}, name
    on = "&".join(f"{name}=on" for name in words("en")["switch"])
    back = opened(f"en/index.html#as=lost&old=ios&new=ios&day=2026-05-25&{on}")
    offered = back.locator("#stories li").all_inner_texts()
    assert offered
    assert not any("l" in ends[name][1][:7] for name in offered)


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize(
    ("pair", "day"),
    [
        ("android>android", "2026-04-30"),
        ("android>android", "2027-03-01"),
        ("ios>ios", "2025-08-31"),
        ("ios>ios", "2026-11-01"),
    ],
)
def test_stories_like_this_one_rest_on_rules_of_that_day(
    opened: Opening, lang: str, pair: str, day: str
) -> None:
    """A text message opens an account until April 2026 (A59): in 2027 that story is like no answer."""
    old, new = pair.split(">")
    on = "&".join(f"{name}=on" for name in words("en")["switch"])
    page = opened(f"{lang}/index.html#as=lost&old={old}&new={new}&day={day}&{on}")
    offered = page.locator("#stories li").all_inner_texts()
    assert offered
    told = page.evaluate("[LOSTPHONE_WORDS.stories, Object.keys(LOSTPHONE_WORDS.rules)]")
    rules = {name: [told[1][place] for place in places] for name, _address, places, *_ in told[0]}
    held = Policy.at(old, parse_day(day)).held | Policy.at(new, parse_day(day)).held
    for name in offered:
        assert set(rules[name]) <= held, name
        if day > "2026-04-30":
            assert not re.search("2026年4月30日|2026-04-30|30 April 2026", name)


def test_who_is_in_a_hurry_comes_to_the_steps_at_once(opened: Opening) -> None:
    page = opened("en/index.html#as=lost&old=ios&new=ios&day=2026-11-01", 390)
    page.get_by_role("button", name=START["jump_lost"]).click()
    expect(page.get_by_role("heading", name=START["now"])).to_be_focused()
    expect(page.get_by_role("heading", name=START["now"])).to_be_in_viewport()


def test_before_there_was_a_backup_nobody_is_told_where_it_opens(opened: Opening) -> None:
    for day, told in (("2018-04-23", False), ("2018-04-24", True)):
        page = opened(f"en/index.html#as=lost&old=ios&new=android&day={day}")
        assert ("The backup opens only" in page.locator("#steps").inner_text()) == told


def test_what_fits_an_account_is_what_it_is_told(opened: Opening) -> None:
    page = opened("en/index.html#as=lost&old=ios&new=android&day=2026-11-01")
    cards = dict(
        zip(
            page.locator("#fates h4").all_inner_texts(),
            page.locator("#fates li").all_inner_texts(),
            strict=True,
        )
    )
    assert "recovery codes" not in cards[NAMES["passkey"]]
    assert "recovery codes" in cards[NAMES["third-party"]]
    desk = opened("en/index.html#as=desk&old=ios&new=android&day=2026-11-01")
    assert " you " not in desk.locator("#fates").inner_text().lower()


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
        "&icloud-drive=on"
    )
    expect(page.locator("#headline")).to_contain_text("switch on iCloud Keychain")
    assert "switch on iCloud Keychain, and open" in page.locator(".todo li").first.inner_text()
    # Under the other answer to Q02 iCloud Drive counts as well, so it is among what to switch on.
    choose(page, "iCloud Drive", START["unknown"])
    assert "switch on iCloud Drive and iCloud Keychain" in page.locator(".todo li").first.inner_text()
    assert "Temporary Access Pass" not in page.locator("#steps").inner_text()


def test_who_builds_a_client_sees_the_rules_of_the_day(opened: Opening) -> None:
    page = opened("en/index.html#as=build&on=android&set=microsoft&day=2026-05-15")
    shown = page.locator("#steps .rules").inner_text()
    assert "Third phase" in shown
    assert "Second phase" in shown
    assert "A code keeps its leading zeros" not in shown
    choose(page, START["build_set"], START["set_core"])
    assert "A code keeps its leading zeros" in page.locator("#steps .rules").inner_text()
    command = page.locator("#steps pre").inner_text()
    assert re.search(r'--require core,microsoft --tags "@android or not @ios" ', command)
    named = command.partition('@ios" ')[2].split()
    links = page.locator("#steps .rules a").evaluate_all("all => all.map(one => one.getAttribute('href'))")
    assert [f"rules/{rule}.html" for rule in named] == links
    choose(page, START["build_platform"], START["iphone"])
    assert "--tags" not in page.locator("#steps pre").inner_text()


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
