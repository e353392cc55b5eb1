"""Histories that stories can speak of, drawn from every kind of action."""

from __future__ import annotations

from typing import Any, get_type_hints

from hypothesis import strategies as st

from lostphone.base.clock import instant
from lostphone.stories.actions import KINDS, Action, accounts, backup, clouds, faults, phones, work
from lostphone.stories.recording import Recording

PEOPLE = st.sampled_from(["Mika", "Kenji", "Zoe"])
DEVICES = {
    "ios": st.sampled_from(["iPhone", "new iPhone", "second iPad"]),
    "android": st.sampled_from(["Android phone", "old Android phone"]),
}
PHONES = st.builds("{}'s {}".format, PEOPLE, st.one_of(*DEVICES.values()))
ADDRESSES = st.sampled_from(
    ["mika@outlook.com", "kenji@icloud.com", "mika@icloud.com", "zoe.x+1@mail.example.org"]
)
SITES = st.one_of(st.sampled_from(["GitHub", "楽天証券", "Größe & Co"]), st.text("ab \\'é、と", min_size=1))
ACCOUNTS = st.one_of(SITES, ADDRESSES)
TENANTS = st.sampled_from(["Contoso", "Fabrikam"])
SWITCHES = st.sampled_from(["icloud-drive", "icloud-keychain", "icloud-backup", "app-toggle"])
DURATIONS_MS = st.integers(0, 10**10)

#: What a field of that name may hold in a story; other fields take what their type says.
FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "phone": PHONES,
    "person": PEOPLE,
    "email": ADDRESSES,
    "new_email": ADDRESSES,
    "admin": ADDRESSES,
    "recovery_account": st.one_of(st.just(""), ADDRESSES),
    "account": ACCOUNTS,
    "site": SITES,
    "login": st.just(""),
    "label": st.text(st.characters(exclude_categories=["Cs", "Cc"])),
    "tenant": TENANTS,
    "domain": st.sampled_from(["contoso.com", "fabrikam.example"]),
    "switch": SWITCHES,
    "service": st.sampled_from(["icloud", "microsoft"]),
    "version": st.sampled_from(["6.8.0", "17"]),
    "zone": st.sampled_from(["Asia/Tokyo", "UTC"]),
    "duration_ms": DURATIONS_MS,
    "latency_ms": DURATIONS_MS,
    "lifetime_ms": DURATIONS_MS,
    "skew_ms": st.integers(-(10**9), 10**9),
    "percent": st.integers(0, 100),
    "at_ms": st.integers(instant(2018, 1, 1), instant(2100, 1, 1)),
}


def _any_of(kind: type[Action]) -> st.SearchStrategy[Action]:
    hints = get_type_hints(kind)
    fields = {
        name: FIELDS[name] if name in FIELDS else st.from_type(hints[name]) for name in kind.__struct_fields__
    }
    if "source" in fields:
        # One moves between phones of one's own.
        return st.builds(
            _moved, st.just(kind), PEOPLE, st.one_of(*DEVICES.values()), st.one_of(*DEVICES.values())
        )
    return st.builds(kind, **fields)


def _moved(kind: Any, person: str, new: str, old: str) -> Action:
    made: Action = kind(f"{person}'s {new}", f"{person}'s {old}")
    return made


def _phone(person: str, platform: Any, device: str, version: str) -> Action:
    return phones.GivePhone(f"{person}'s {device}", person, platform, version)


def _site(site: str, **one: Any) -> Action:
    return accounts.OpenSite(site, **one)


#: Kinds of which stories say less than a value could hold.
NARROWER: dict[type[Action], st.SearchStrategy[Action]] = {
    phones.GivePhone: st.sampled_from(list(DEVICES)).flatmap(
        lambda platform: st.builds(
            _phone,
            PEOPLE,
            st.just(platform),
            DEVICES[platform],
            st.sampled_from(["", "16.1"] if platform == "android" else [""]),
        )
    ),
    phones.ForgetPasscode: PHONES.map(lambda phone: phones.ForgetPasscode(phone.partition("'s ")[0], phone)),
    accounts.OpenSite: st.builds(
        accounts.OpenSite,
        SITES,
        algorithm=st.sampled_from(["SHA1", "SHA256", "SHA512"]),
        digits=st.integers(6, 8),
        period_s=st.integers(1, 90),
        kind=st.sampled_from(["totp", "hotp"]),
        secret_bytes=st.integers(10, 64),
        back_steps=st.integers(0, 3),
        forward_steps=st.integers(0, 3),
    ),
    **{
        kind: st.builds(kind, PHONES, st.sampled_from(["*", "icloud", "microsoft"]))
        for kind in (faults.Partition, faults.Heal)
    },
    backup.TurnBackupOn: st.builds(
        backup.TurnBackupOn, PHONES, ADDRESSES, st.sampled_from([None, True, False])
    )
    | PHONES.map(backup.TurnBackupOn),
    accounts.SignInRow: st.builds(accounts.SignInRow, PHONES, ACCOUNTS, st.booleans(), st.just(False))
    | st.builds(accounts.SignInRow, PHONES, ACCOUNTS, st.just(False), st.just(True)),
    clouds.CreateAppleAccount: st.builds(clouds.CreateAppleAccount, ADDRESSES, PEOPLE)
    | st.builds(clouds.CreateAppleAccount, ADDRESSES, PEOPLE, TENANTS)
    | PEOPLE.map(
        lambda who: clouds.CreateAppleAccount(f"{who.lower()}@icloud.com", who, advanced_protection=True)
    ),
    work.AddWorker: st.builds(work.AddWorker, ADDRESSES, PEOPLE, TENANTS, st.booleans(), st.just(False))
    | st.builds(work.AddWorker, ADDRESSES, PEOPLE, TENANTS, st.just(False), st.just(True)),
}

ACTION_OF = {kind: NARROWER[kind] if kind in NARROWER else _any_of(kind) for kind in KINDS.values()}


def possible(actions: list[Action]) -> list[Action]:
    """The same with what must come before: a site opened, a tenant made, a phone signed out of iCloud."""
    story = Recording()
    for action in actions:
        match action:
            case accounts.EnrolAtSite(_, site) if not story.has_done(accounts.OpenSite, site=site):
                story.do(accounts.OpenSite(site))
            case work.AddWorker(_, _, tenant) if not story.has_done(work.CreateTenant, tenant=tenant):
                story.do(work.CreateTenant(tenant, f"{tenant.lower()}.com"))
            case clouds.SignInToICloud(phone) if story.is_on_icloud(phone):
                story.do(clouds.SignOutOfICloud(phone))
        story.do(action)
    return story.actions


@st.composite
def _arrivals(draw: st.DrawFn) -> list[Action]:
    """A phone or two of one person, and the accounts it is signed in to: what one sentence may say."""
    person = draw(PEOPLE)
    came: list[Action] = []
    email = draw(ADDRESSES)
    if draw(st.booleans()):
        came.append(accounts.CreatePersonal(email, person))
    for device in draw(st.lists(DEVICES["ios"] | DEVICES["android"], min_size=1, max_size=2)):
        phone = f"{person}'s {device}"
        if "Android" in device:
            came.append(phones.GivePhone(phone, person, "android"))
        else:
            apple = f"{person.lower()}@icloud.com"
            came += [phones.GivePhone(phone, person, "ios"), clouds.SignInToICloud(phone, apple)]
        if draw(st.booleans()):
            came.append(accounts.SignInPersonal(phone, email))
    return came


_ALONE = st.one_of(*ACTION_OF.values()).map(lambda action: [action])
HISTORIES = st.lists(_ALONE | _arrivals(), max_size=12).map(
    lambda parts: possible([action for part in parts for action in part])
)
