"""Shrinking: what is needed stays, nothing else does, the same way each time."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sayable import HISTORIES
from small_oracle import actions_of, judge

from lostphone.base.clock import DAY_MS, instant
from lostphone.client.sources import client_source
from lostphone.explore.feature import story_lines
from lostphone.explore.finding import Finding, endings
from lostphone.explore.shrinking import Shrinker, shrink
from lostphone.explore.shrinking.casting import SITES
from lostphone.stories.actions import Action
from lostphone.stories.actions.accounts import (
    AddMicrosoft,
    CreatePersonal,
    EnrolAtSite,
    LookAtCode,
    NoteCode,
    OpenAuthenticator,
    OpenSite,
    SignInPersonal,
    SubmitCode,
    SubmitNotedCode,
)
from lostphone.stories.actions.backup import RestoreFromBackup, TurnBackupOn
from lostphone.stories.actions.clouds import CreateAppleAccount, SignInToICloud
from lostphone.stories.actions.phones import ErasePhone, GivePhone, InstallApp, LosePhone, SetPhone
from lostphone.stories.actions.time import Wait, WaitUntil
from lostphone.stories.recipe import Recipe
from lostphone.stories.retelling import retell

PHONE = "Lena's Android phone"


def within(needed: Sequence[Action], tried: Sequence[Action]) -> bool:
    """Whether these actions are there, in their order."""
    ahead = iter(tried)
    return all(any(action == one for one in ahead) for action in needed)


@settings(deadline=None, max_examples=50)
@given(HISTORIES, st.data())
def test_what_is_needed_stays_and_nothing_else(actions: list[Action], data: st.DataObject) -> None:
    needed = [action for action in actions if data.draw(st.booleans())]
    left = shrink(actions, lambda tried: within(needed, tried))
    assert within(needed, left)
    # Whatever is left besides is there because without it there would be more to read.
    shrinker = Shrinker(needed, lambda _: True, 0)
    assert shrinker.weight(left)[0] <= shrinker.weight(tuple(needed))[0]


@settings(deadline=None, max_examples=25)
@given(HISTORIES)
def test_the_same_history_shrinks_the_same_way(actions: list[Action]) -> None:
    def breaks(tried: Sequence[Action]) -> bool:
        return sum(len(action.subject) for action in tried) % 7 != 1

    if breaks(actions):
        assert shrink(actions, breaks) == shrink(actions, breaks)


def test_it_stops_when_it_has_tried_enough() -> None:
    plays: list[int] = []

    def breaks(tried: Sequence[Action]) -> bool:
        plays.append(len(tried))
        return len(tried) > 3

    shrink([Wait(1)] * 200, breaks, tries_max=5)
    assert len(plays) == 5


def test_what_was_played_is_not_played_again() -> None:
    plays: list[tuple[Action, ...]] = []

    def breaks(tried: Sequence[Action]) -> bool:
        plays.append(tuple(tried))
        return len(tried) > 3

    shrink([Wait(1), Wait(2), Wait(3), LosePhone(PHONE), Wait(4)], breaks)
    assert len(plays) == len(set(plays))


def test_waits_are_joined_and_made_round() -> None:
    def breaks(tried: Sequence[Action]) -> bool:
        return sum(one.duration_ms for one in tried if isinstance(one, Wait)) >= 2 * DAY_MS

    assert shrink([Wait(DAY_MS + 17), LosePhone(PHONE), Wait(DAY_MS + 1)], breaks) == (Wait(2 * DAY_MS),)


def test_of_a_night_the_time_is_left_if_nothing_else_matters() -> None:
    night = [
        *(SetPhone(PHONE, state, True) for state in ("on_wifi", "locked", "charging")),
        Wait(DAY_MS),
        *(SetPhone(PHONE, state, state == "on_wifi") for state in ("charging", "locked", "on_wifi")),
    ]
    assert shrink(night, lambda tried: Wait(DAY_MS) in tried) == (Wait(DAY_MS),)
    asleep = shrink(night, lambda tried: within(night[:4], tried))
    assert asleep == tuple(night), "one sentence for the night is less to read than four"


def test_a_phone_on_the_charger_becomes_a_night() -> None:
    needed = [SetPhone(PHONE, "locked", True), SetPhone(PHONE, "charging", True), Wait(DAY_MS)]
    left = shrink(needed, lambda tried: within(needed, tried))
    assert [len(said.actions) for said in retell(left)] == [7]


def test_a_restore_that_only_signed_in_becomes_a_sign_in() -> None:
    lena = "lena@outlook.com"
    history = [RestoreFromBackup(PHONE, lena), LosePhone(PHONE)]

    def breaks(tried: Sequence[Action]) -> bool:
        signed_in = any(isinstance(one, RestoreFromBackup | SignInPersonal) for one in tried)
        return signed_in and LosePhone(PHONE) in tried

    assert shrink(history, breaks) == (SignInPersonal(PHONE, lena), LosePhone(PHONE))


def test_a_date_becomes_the_boundary_that_matters() -> None:
    def breaks(tried: Sequence[Action]) -> bool:
        return any(isinstance(one, WaitUntil) and one.at_ms >= instant(2025, 9, 1) for one in tried)

    found = [WaitUntil(instant(2025, 9, 17, 4, 5, 6))]
    assert shrink(found, breaks) == (WaitUntil(instant(2025, 9, 1)),)


def test_set_up_comes_first_and_one_sentence_signs_the_phone_in() -> None:
    lena = "lena@outlook.com"
    history = [
        GivePhone(PHONE, "Lena", "android"),
        OpenSite("GitHub"),
        EnrolAtSite(PHONE, "GitHub"),
        CreatePersonal(lena, "Lena"),
        SignInPersonal(PHONE, lena),
    ]

    def breaks(tried: Sequence[Action]) -> bool:
        kinds = [type(one) for one in tried]
        signed_in = SignInPersonal in kinds or AddMicrosoft in kinds
        return signed_in and EnrolAtSite in kinds and GivePhone in kinds and CreatePersonal in kinds

    left = shrink(history, breaks)
    mika, phone = "mika@outlook.com", "Mika's Android phone"
    assert left == (
        CreatePersonal(mika, "Mika"),
        GivePhone(phone, "Mika", "android"),
        SignInPersonal(phone, mika),
        OpenSite("GitHub"),
        EnrolAtSite(phone, "GitHub"),
    )
    assert len(retell(left)) == 2


def test_accounts_are_added_before_anything_happens_and_a_new_phone_comes_last() -> None:
    """Unless it is the order that matters: then what is left says so."""
    phone, new, mika = "Mika's Android phone", "Mika's new Android phone", "mika@outlook.com"
    used = [CreatePersonal(mika, "Mika"), GivePhone(phone, "Mika", "android"), SignInPersonal(phone, mika)]
    added = [
        OpenSite("GitHub"),
        EnrolAtSite(phone, "GitHub"),
        OpenSite("Amazon"),
        EnrolAtSite(phone, "Amazon"),
    ]
    history = [
        *used,
        GivePhone(new, "Mika", "android"),
        TurnBackupOn(phone, mika),
        *added,
        RestoreFromBackup(new, mika),
    ]

    def all_there(tried: Sequence[Action]) -> bool:
        return sorted(map(str, tried)) == sorted(map(str, history)) and tried[-1] == history[-1]

    natural = (*used, *added, TurnBackupOn(phone, mika), GivePhone(new, "Mika", "android"), history[-1])
    assert shrink(history, all_there) == natural
    late = shrink(
        history, lambda tried: all_there(tried) and within((TurnBackupOn(phone, mika), *added), tried)
    )
    assert late == (*used, TurnBackupOn(phone, mika), *added, GivePhone(new, "Mika", "android"), history[-1])


def test_one_phone_does_where_two_are_not_needed() -> None:
    phone, other, mika = "Mika's Android phone", "Mika's second Android phone", "mika@outlook.com"
    history = [
        CreatePersonal(mika, "Mika"),
        GivePhone(phone, "Mika", "android"),
        SignInPersonal(phone, mika),
        GivePhone(other, "Mika", "android"),
        SignInPersonal(other, mika),
        TurnBackupOn(phone, mika),
        RestoreFromBackup(other, mika),
    ]

    def breaks(tried: Sequence[Action]) -> bool:
        kinds = [type(one) for one in tried]
        needed = CreatePersonal, GivePhone, SignInPersonal, TurnBackupOn, RestoreFromBackup
        given = [one.phone for one in tried if isinstance(one, GivePhone)]
        return all(one in kinds for one in needed) and all(
            getattr(one, "phone", phone) in given for one in tried
        )

    assert shrink(history, breaks) == (
        *history[:3],
        TurnBackupOn(phone, mika),
        RestoreFromBackup(phone, mika),
    )


def test_a_code_that_is_typed_at_once_need_not_be_written_down() -> None:
    phone = "Mika's Android phone"
    history = [
        GivePhone(phone, "Mika", "android"),
        OpenSite("GitHub"),
        EnrolAtSite(phone, "GitHub"),
        NoteCode(phone, "GitHub"),
        SubmitNotedCode("Mika", "GitHub"),
    ]
    typed = SubmitCode(phone, "GitHub")

    def breaks(tried: Sequence[Action]) -> bool:
        return within((*history[:3], typed), tried) or within(history, tried)

    left = shrink(history, breaks)
    assert left == (*history[:3], typed)


def test_two_phones_of_one_person_are_one_sentence() -> None:
    needed = [
        GivePhone("Mika's iPhone", "Mika", "ios"),
        SignInToICloud("Mika's iPhone", "mika@icloud.com"),
        OpenAuthenticator("Mika's iPhone"),
        GivePhone("Mika's iPad", "Mika", "ios"),
        SignInToICloud("Mika's iPad", "mika@icloud.com"),
    ]
    history = [CreateAppleAccount("mika@icloud.com", "Mika"), *needed]

    def breaks(tried: Sequence[Action]) -> bool:
        return set(history) <= set(tried)

    told = [said.text("en") for said in retell(shrink(history, breaks))]
    assert told == ["Mika uses an iPhone and an iPad", "Mika opens Authenticator on the iPhone"]


def test_phones_and_sites_get_the_usual_names_and_a_phone_that_is_not_needed_goes() -> None:
    kenji = "Kenji's old Android phone"
    history = [
        GivePhone("Kenji's iPad", "Kenji", "ios"),
        CreateAppleAccount("kenji@icloud.com", "Kenji"),
        SignInToICloud("Kenji's iPad", "kenji@icloud.com"),
        GivePhone(kenji, "Kenji", "android"),
        OpenSite("楽天証券"),
        EnrolAtSite(kenji, "楽天証券"),
    ]

    def breaks(tried: Sequence[Action]) -> bool:
        owned = [one.phone for one in tried if isinstance(one, GivePhone) and one.platform == "android"]
        return any(isinstance(one, EnrolAtSite) and one.phone in owned for one in tried)

    told = [said.text("en") for said in retell(shrink(history, breaks))]
    assert told == ["Mika uses an Android phone", 'Mika adds "GitHub" on the Android phone']
    # Where the name is what matters it stays.
    left = shrink(history, lambda tried: breaks(tried) and OpenSite("楽天証券") in tried)
    assert OpenSite("楽天証券") in left


def test_an_iphone_is_signed_in_unless_that_hides_the_fault() -> None:
    bare = [GivePhone("Mika's iPhone", "Mika", "ios")]
    given = lambda tried: bare[0] in tried  # noqa: E731
    assert [said.text("en") for said in retell(shrink(bare, given))] == ["Mika uses an iPhone"]
    assert shrink(bare, lambda tried: list(tried) == bare) == tuple(bare)


def test_one_apple_account_does_where_two_are_not_needed() -> None:
    phones = ("Mika's iPhone", "Mika's iPad")
    history = [
        CreateAppleAccount("mika@icloud.com", "Mika"),
        CreateAppleAccount("mika.two@icloud.com", "Mika"),
        *(GivePhone(phone, "Mika", "ios") for phone in phones),
        *(SignInToICloud(phone, "mika.two@icloud.com") for phone in phones),
        EnrolAtSite(phones[0], "GitHub"),
    ]

    def breaks(tried: Sequence[Action]) -> bool:
        if not all(GivePhone(phone, "Mika", "ios") in tried for phone in phones):
            return False
        made = [one.email for one in tried if isinstance(one, CreateAppleAccount)]
        signed_in = [one for one in tried if isinstance(one, SignInToICloud) and one.email in made]
        return [one.phone for one in signed_in] == list(phones) and len({one.email for one in signed_in}) == 1

    assert [said.text("en") for said in retell(shrink(history, breaks))] == [
        "Mika uses an iPhone and an iPad"
    ]


def test_reinstalling_the_app_says_less_than_erasing_the_phone() -> None:
    history = [
        GivePhone("Mika's iPhone", "Mika", "ios"),
        CreateAppleAccount("mika@icloud.com", "Mika"),
        SignInToICloud("Mika's iPhone", "mika@icloud.com"),
        ErasePhone("Mika's iPhone"),
        SignInToICloud("Mika's iPhone", "mika@icloud.com"),
    ]

    def breaks(tried: Sequence[Action]) -> bool:
        kinds = [type(one) for one in tried]
        back = InstallApp in kinds or (ErasePhone in kinds and kinds.count(SignInToICloud) == 2)
        return back and within(history[:3], tried)

    told = [said.text("en") for said in retell(shrink(history, breaks))]
    assert told == ["Mika uses an iPhone", "Mika reinstalls Authenticator on the iPhone"]

    def breaks_on_a_new_one(tried: Sequence[Action]) -> bool:
        return len({one.phone for one in tried if isinstance(one, GivePhone)}) == 2 or within(history, tried)

    left = shrink([*history, OpenAuthenticator("Mika's iPhone")], breaks_on_a_new_one)
    assert ErasePhone("Mika's iPhone") not in left


def test_who_only_looked_opens_the_app() -> None:
    history = [GivePhone(PHONE, "Mika", "android"), LookAtCode(PHONE, "GitHub")]
    left = shrink(
        history, lambda tried: any(isinstance(one, LookAtCode | OpenAuthenticator) for one in tried)
    )
    assert [type(one) for one in left] == [OpenAuthenticator]


def test_sites_that_are_like_others_go_unsaid() -> None:
    sites = [OpenSite("GitHub"), OpenSite("Amazon")]
    enrolled = [EnrolAtSite(PHONE, "GitHub"), EnrolAtSite(PHONE, "Amazon")]

    def breaks(tried: Sequence[Action]) -> bool:
        return all(within([site, added], tried) for site, added in zip(sites, enrolled, strict=True))

    [said] = retell(shrink([*sites, *enrolled], breaks))
    assert said.text("en") == 'Lena adds "GitHub" and "Amazon" on the Android phone'


def test_a_site_stands_in_for_a_microsoft_account_where_either_does() -> None:
    history = [
        GivePhone(PHONE, "Lena", "android"),
        CreatePersonal("lena@outlook.com", "Lena", "passwordless"),
        AddMicrosoft(PHONE, "lena@outlook.com"),
    ]

    def breaks(tried: Sequence[Action]) -> bool:
        known = any(isinstance(one, OpenSite | CreatePersonal) for one in tried)
        return known and any(isinstance(one, EnrolAtSite | AddMicrosoft) for one in tried)

    assert [type(one) for one in shrink(history, breaks)] == [OpenSite, EnrolAtSite]
    # Not where every site that we know a name of is there already, and needed.
    sites = [OpenSite(site) for site in SITES]
    assert AddMicrosoft(PHONE, "lena@outlook.com") in shrink(
        [*sites, *history], lambda tried: within([*sites, *history], tried)
    )


def test_a_history_of_which_nothing_can_be_left_out_is_left_as_it_is() -> None:
    history = (WaitUntil(instant(2026, 1, 1)), GivePhone("Mika's iPhone", "Mika", "ios"))
    shrinker = Shrinker(history, lambda tried: tuple(tried) == history, 100)
    assert not shrinker.consider(history[:1])
    assert shrink(history, lambda tried: tuple(tried) == history) == history


@pytest.mark.parametrize(
    ("mutant", "scenario"),
    [
        ("no-padding", "core.codes.leading-zeros#1"),
        ("utc-offset", "core.codes.time-zone#1"),
        ("sha1-only", "core.backup.complete"),
        ("half-minute-only", "core.backup.complete"),
        ("nearest-step", "core.codes.published#1"),
    ],
)
def test_faulty_clients_are_told_in_at_most_eight_steps(mutant: str, scenario: str) -> None:
    history = actions_of(scenario, "ms.ios2.lost-phone-everything-on", "ms.android.right-account-after-wrong")
    with client_source(f"mutant:{mutant}") as client:

        def breaks(tried: Sequence[Action]) -> bool:
            return judge(Recipe(), tried, client) is not None

        assert breaks(history)
        left = shrink(history, breaks)
        judgement = judge(Recipe(), left, client)
        assert judgement is not None
        lines = story_lines(Finding(judgement, Recipe(), left), endings(Recipe(), left, client))
    assert len(lines) <= 8
