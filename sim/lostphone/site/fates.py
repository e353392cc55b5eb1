"""What became of each account, asked from the client when the last step is over.

A story says what it is about and leaves the rest unsaid; a reader wants to know of every account. So the
phone that somebody has in the hand at the end is asked for its list, and its codes are compared with what
the sites expect. The record of the story ends before that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias, cast

from lostphone.base.trace import Happening
from lostphone.client.port import (
    AccountRow,
    ClientBroke,
    Code,
    ListPasswords,
    NotSupported,
    Passwords,
    ShowCode,
)
from lostphone.refusal import Refusal
from lostphone.site.recorded import AccountFate, AccountKind, Fate
from lostphone.stories.actions import Action, accounts, passkeys, passwords, phones
from lostphone.stories.players.passkeys import use_passkey
from lostphone.stories.stage import Stage
from lostphone.stories.story import Story
from lostphone.world.identity.verifier import CodeVerifier
from lostphone.world.network import Unreachable

_NO_ANSWER = (Refusal, Unreachable, ClientBroke, NotSupported)

_NOT_LISTED = ("passkey", "password")

#: What somebody has in the app, by its name and login; of passkeys and passwords the kind stands for a login.
Kept: TypeAlias = dict[tuple[str, str], AccountKind]

#: What can take accounts from a phone, or brings another one: without any of these nobody asks.
_THREATS = (
    phones.LosePhone,
    phones.BreakPhone,
    phones.SellPhone,
    phones.ErasePhone,
    phones.InstallApp,
)


def fates(story: Story) -> tuple[AccountFate, ...]:
    """The fate of every account whose owner lost, changed or emptied a phone and has one at the end.

    Ask once the story is over: the client's answers are added to its trace.
    """
    if not story.begun:
        return ()
    stage = story.stage
    happenings = list(stage.world.trace.happenings)
    done = [action for action, happened in _endings(story.actions, happenings) if happened.outcome == "ok"]
    return tuple(fate for person in list(stage.world.people) for fate in _of_person(stage, done, person))


def _endings(
    actions: Sequence[Action], happenings: Sequence[Happening]
) -> Iterator[tuple[Action, Happening]]:
    """Each action with the line of the trace that says how it ended; there is one for each, in order."""
    rest = iter(happenings)
    for action in actions:
        subject = action.subject or "time"
        for happening in rest:
            if (happening.verb, happening.actor) == (action.verb, subject):
                yield action, happening
                break


def _of_person(stage: Stage, done: Sequence[Action], person: str) -> Iterator[AccountFate]:
    world = stage.world
    own = world.people[person].devices
    threatened = len(own) > 1 or any(isinstance(do, _THREATS) and do.subject in own for do in done)
    phone = _in_hand(stage, done, own)
    if not threatened or phone is None:
        return
    kept: Kept = {}
    for action in done:
        _follow(stage, own, kept, action)
    listed = [key for key, kind in kept.items() if kind not in _NOT_LISTED]
    try:
        rows = stage.rows(phone) if listed else ()
    except _NO_ANSWER:
        return
    sites = [account for account, _ in listed]
    for (account, login), kind in kept.items():
        name = f"{account} ({login})" if sites.count(account) > 1 and kind == "third-party" else account
        if kind == "passkey":
            fate = _of_passkey(stage, phone, account)
        elif kind == "password":
            fate = _of_password(stage, phone, person, account)
        else:
            fate = _fate(stage, phone, _row(rows, account, login))
        yield AccountFate(person, phone, name, kind, fate)


def _in_hand(stage: Stage, done: Sequence[Action], own: Sequence[str]) -> str | None:
    """The phone somebody used last, of those that can still be used and have the app."""
    devices = stage.world.devices
    usable = [name for name in own if devices[name].usable and devices[name].app is not None]
    used = [action.subject for action in done if action.subject in usable]
    return used[-1] if used else None


def _follow(stage: Stage, own: Sequence[str], kept: Kept, action: Action) -> None:
    """Add or take away what an action put into the app or out of it; `kept` goes by account and login."""
    if action.subject not in own:
        return
    match action:
        case accounts.EnrolAtSite():
            kept[action.site, action.login] = "third-party"
        case accounts.AddWorkAsThirdParty():
            kept[action.email, ""] = "work code"
        case accounts.AddMicrosoft():
            kept[action.email, ""] = _microsoft_kind(stage, action.email)
        case passkeys.MakePasskey():
            kept[action.account, "passkey"] = "passkey"
        case passwords.SaveSitePassword():
            kept[action.site, "password"] = "password"
        case accounts.RemoveFromPhone():
            site, _, login = action.account.partition(" (")
            named = (key for key, kind in kept.items() if key[0] == site and kind not in _NOT_LISTED)
            for name in [key for key in named if login.rstrip(")") in ("", key[1])][:1]:
                del kept[name]


def _microsoft_kind(stage: Stage, email: str) -> AccountKind:
    if email in stage.world.tenants.users:
        return "work"
    return "passwordless" if stage.world.personal.account(email).sign_in == "passwordless" else "personal"


def _row(rows: Sequence[AccountRow], account: str, login: str) -> AccountRow | None:
    for row in rows:
        if account in (row.issuer, row.name) and (not login or row.name == login):
            return row
    return None


def _fate(stage: Stage, phone: str, row: AccountRow | None) -> Fate:
    if row is None:
        return "lost"
    if not row.ready:
        return "sign in"
    return "back" if _code_is_right(stage, phone, row) else "lost"


def _of_passkey(stage: Stage, phone: str, account: str) -> Fate:
    try:
        use_passkey(stage, passkeys.SignInWithPasskey(phone, account))
    except _NO_ANSWER:
        return "lost"
    return "back"


def _of_password(stage: Stage, phone: str, person: str, site: str) -> Fate:
    """In the app that the person has now, or else in Edge under an account of theirs."""
    try:
        if site in cast(Passwords, stage.ask(phone, ListPasswords())).saved:
            return "back"
    except _NO_ANSWER:
        pass
    world = stage.world
    emails = [email for email, account in world.personal.accounts.items() if account.owner == person]
    return "in Edge" if any(site in world.edge.sites(email) for email in emails) else "lost"


def _code_is_right(stage: Stage, phone: str, row: AccountRow) -> bool:
    """Whether a site would take the code at the time the phone believes it is; True of what is no site's.

    A code that was used before is right here, and a wrong clock is no loss.
    """
    site = stage.world.sites.sites.get(row.issuer)
    account = site.accounts.get(row.name) if site is not None else None
    if account is None:
        return True
    asked = account.verifier
    fresh = CodeVerifier(asked.secret, asked.parameters, asked.back_steps, asked.forward_steps)
    if asked.parameters.kind == "hotp":
        fresh.last_counter = asked.last_counter
    try:
        code = cast(Code, stage.ask(phone, ShowCode(row.id))).code
        fresh.check(code, stage.device(phone).now_ms)
    except _NO_ANSWER:
        return False
    return True
