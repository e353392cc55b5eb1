"""Sentences about accounts: had, added, removed, signed in to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lostphone.gherkin.inverse import tells, tells_run
from lostphone.gherkin.sentence import sentence
from lostphone.stories.actions import accounts
from lostphone.stories.actions.base import Action
from lostphone.stories.story import Story
from lostphone_steps.kinds import owner_of, phone_id, whose


@sentence(
    "given",
    "when",
    en="{person} has the {sort:personal_sort} Microsoft account {email}",
    ja="{person}は{sort:personal_sort}Microsoftアカウント{email}を持っている",
)
def personal_account(story: Story, person: str, sort: str, email: str) -> None:
    story.do(
        accounts.CreatePersonal(
            email,
            person,
            "passwordless" if sort.startswith("passwordless") else "code",
            only_authenticator=sort.endswith("only-authenticator"),
        )
    )


_SORTS = {
    ("code", False): "code",
    ("code", True): "only-authenticator",
    ("passwordless", False): "passwordless",
    ("passwordless", True): "passwordless-only-authenticator",
}
tells(
    personal_account,
    accounts.CreatePersonal,
    lambda action: {
        "person": action.person,
        "sort": _SORTS[action.sign_in, action.only_authenticator],
        "email": action.email,
    },
)


@sentence(
    "given",
    en="{site:account} hands out {algorithm} codes of {digits:int} digits every {period:duration}",
    ja="{site:account}は{algorithm}で{digits:int}桁のコードを{period:duration}ごとに出す",
)
def site_parameters(story: Story, site: str, algorithm: str, digits: int, period: int) -> None:
    story.do(
        accounts.OpenSite(site, algorithm=algorithm, digits=digits, period_s=period // 1000)  # type: ignore[arg-type]
    )


tells(
    site_parameters,
    accounts.OpenSite,
    lambda action: {
        "site": action.site,
        "algorithm": action.algorithm,
        "digits": action.digits,
        "period": action.period_s * 1000,
    },
)


@sentence(
    "given",
    en="{site:account} hands out {bits:int}-bit secrets",
    ja="{site:account}は{bits:int}ビットの秘密鍵を渡す",
)
def site_secret(story: Story, site: str, bits: int) -> None:
    story.do(accounts.OpenSite(site, secret_bytes=bits // 8))


tells(site_secret, accounts.OpenSite, lambda action: {"site": action.site, "bits": action.secret_bytes * 8})


@sentence(
    "given", en="{site:account} hands out counted codes", ja="{site:account}はカウンター方式のコードを出す"
)
def site_counts(story: Story, site: str) -> None:
    story.do(accounts.OpenSite(site, kind="hotp"))


tells(site_counts, accounts.OpenSite, lambda action: {"site": action.site})


@sentence(
    "given",
    en=(
        "{site:account} accepts codes up to {steps:int} steps old",
        "{site:account} accepts codes up to {steps:int} step old",
    ),
    ja="{site:account}は{steps:int}ステップ前までのコードを受け付ける",
)
def site_window(story: Story, site: str, steps: int) -> None:
    story.do(accounts.OpenSite(site, back_steps=steps))


tells(site_window, accounts.OpenSite, lambda action: {"site": action.site, "steps": action.back_steps})


@sentence(
    "given",
    en=(
        "{site:account} hands out {method:otp_method} {algorithm} codes of {digits:int} digits every {period:duration}"
        " from {bits:int}-bit secrets, and accepts them {back:int} steps late and {forward:int} early"
    ),
    ja=(
        "{site:account}は{bits:int}ビットの秘密鍵から{method:otp_method}{algorithm}の{digits:int}桁のコードを{period:duration}ごとに出し、"
        "{back:int}ステップ前から{forward:int}ステップ先まで受け付ける"
    ),
)
def site_in_detail(
    story: Story,
    site: str,
    method: str,
    algorithm: str,
    digits: int,
    period: int,
    bits: int,
    back: int,
    forward: int,
) -> None:
    """Whatever a site may do otherwise than others, at once."""
    story.do(
        accounts.OpenSite(
            site,
            algorithm,  # type: ignore[arg-type]
            digits,
            period // 1000,
            method,  # type: ignore[arg-type]
            bits // 8,
            back,
            forward,
        )
    )


tells(
    site_in_detail,
    accounts.OpenSite,
    lambda action: {
        "site": action.site,
        "method": action.kind,
        "algorithm": action.algorithm,
        "digits": action.digits,
        "period": action.period_s * 1000,
        "bits": action.secret_bytes * 8,
        "back": action.back_steps,
        "forward": action.forward_steps,
    },
)


@sentence(
    "given",
    "when",
    en=(
        "{person} adds {accounts} on {device}",
        "{person} adds {accounts} on {device} as {login:text}",
    ),
    ja=(
        "{person}は{device}に{accounts}を追加する",
        "{person}は{device}に{accounts}を{login:text}として追加する",
    ),
)
def adds(story: Story, person: str, accounts: tuple[str, ...], device: str, login: str = "") -> None:
    """Sites by their QR code, Microsoft accounts by signing in. A site not spoken of before is plain."""
    for account in accounts:
        story.do(_adding(story, phone_id(person, device), account, login))


def _adding(story: Story, phone: str, account: str, login: str) -> Action:
    if "@" in account:
        return accounts.AddMicrosoft(phone, account)
    if not story.has_done(accounts.OpenSite, site=account):
        story.do(accounts.OpenSite(account))
    return accounts.EnrolAtSite(phone, account, login)


def _added(_action: Action, ahead: Sequence[Any]) -> Iterator[Mapping[str, Any]]:
    """As many accounts as follow on one phone, then fewer: one of them may have been refused.

    Nobody adds something "and" the same thing: the second time is another sentence.
    """
    added = [one for one in ahead if not isinstance(one, accounts.OpenSite)]
    names: list[str] = []
    for one in ahead:
        if isinstance(one, accounts.EnrolAtSite | accounts.AddMicrosoft) and one.phone == added[0].phone:
            name = one.site if isinstance(one, accounts.EnrolAtSite) else one.email
            if name in names:
                break
            names.append(name)
        elif not isinstance(one, accounts.OpenSite):
            break
    for count in range(len(names), 0, -1):
        login = getattr(added[0], "login", "")
        yield whose(added[0].phone) | {"accounts": tuple(names[:count]), "login": login}


tells_run(adds, (accounts.OpenSite, accounts.EnrolAtSite, accounts.AddMicrosoft), _added)


@sentence(
    "given",
    "when",
    en="{person} adds {site:account} on {device} with the test secret of RFC 6238",
    ja="{person}は{device}に{site:account}をRFC 6238の試験用の秘密鍵で追加する",
)
def adds_test_secret(story: Story, person: str, site: str, device: str) -> None:
    if not story.has_done(accounts.OpenSite, site=site):
        story.do(accounts.OpenSite(site))
    story.do(accounts.EnrolAtSite(phone_id(person, device), site, rfc_secret=True))


def _added_test_secret(_action: Action, ahead: Sequence[Any]) -> Iterator[Mapping[str, Any]]:
    for one in ahead[:2]:
        if isinstance(one, accounts.EnrolAtSite) and one.rfc_secret:
            yield whose(one.phone) | {"site": one.site}


tells_run(adds_test_secret, (accounts.OpenSite, accounts.EnrolAtSite), _added_test_secret)


@sentence(
    "given",
    "when",
    en="{person} adds {email} on {device} through the third-party flow",
    ja="{person}は{device}に{email}を他社アカウントの手順で追加する",
)
def adds_as_third_party(story: Story, person: str, email: str, device: str) -> None:
    story.do(accounts.AddWorkAsThirdParty(phone_id(person, device), email))


tells(
    adds_as_third_party,
    accounts.AddWorkAsThirdParty,
    lambda action: whose(action.phone) | {"email": action.email},
)


@sentence(
    "given",
    "when",
    en="{person} removes {account} from {device}",
    ja="{person}は{device}から{account}を削除する",
)
def removes(story: Story, person: str, account: str, device: str) -> None:
    story.do(accounts.RemoveFromPhone(phone_id(person, device), account))


tells(removes, accounts.RemoveFromPhone, lambda action: whose(action.phone) | {"account": action.account})


@sentence(
    "given",
    "when",
    en=(
        "{person} completes the sign-in of {account} on {device}",
        "{person} completes the sign-in of {account} on {device} with the {tool:tool}",
    ),
    ja=(
        "{person}は{device}で{account}のサインインを済ませる",
        "{person}は{device}で{account}のサインインを{tool:tool}で済ませる",
    ),
)
def completes_sign_in(story: Story, person: str, account: str, device: str, tool: str = "") -> None:
    """The "Sign in" action of a row that came back as a name."""
    story.do(accounts.SignInRow(phone_id(person, device), account, tool == "pass", tool == "earlier-pass"))


tells(
    completes_sign_in,
    accounts.SignInRow,
    lambda action: (
        whose(action.phone)
        | {
            "account": action.account,
            "tool": "pass" if action.with_pass else "earlier-pass" if action.earlier_pass else "",
        }
    ),
)


_SESSIONS: dict[str, type[Action]] = {
    "sign-in": accounts.SignInPersonal,
    "sign-out": accounts.SignOutPersonal,
}


@sentence(
    "given",
    "when",
    en="{person} {way:session} {email} on {device}",
    ja="{person}は{device}で{email}{way:session}",
)
def session(story: Story, person: str, way: str, email: str, device: str) -> None:
    """Sign in or out of a personal Microsoft account on the phone, without adding a row."""
    story.do(_SESSIONS[way](phone_id(person, device), email))


for _way, _kind in _SESSIONS.items():
    tells(session, _kind, lambda action: whose(action.phone) | {"email": action.email}, way=_way)


@sentence("given", "when", en="the sign-in to {email} expires", ja="{email}のサインインの期限が切れる")
def session_expires(story: Story, email: str) -> None:
    story.do(accounts.ExpireSessions(email))


tells(session_expires, accounts.ExpireSessions, lambda action: {"email": action.email})


@sentence(
    "when",
    "given",
    en="{person} replaces the security info of {email}",
    ja="{person}は{email}のセキュリティ情報を入れ替える",
)
def replaces_security_info(story: Story, person: str, email: str) -> None:
    del person
    story.do(accounts.ReplaceSecurityInfo(email))


tells(
    replaces_security_info,
    accounts.ReplaceSecurityInfo,
    lambda action: {"person": owner_of(action.email), "email": action.email},
)


@sentence(
    "when",
    "given",
    en="{person} approves with the old security info of {email} on {device}",
    ja="{person}は{device}で{email}の古いセキュリティ情報を使って承認する",
)
def uses_old_info(story: Story, person: str, email: str, device: str) -> None:
    story.do(accounts.UseOldSecurityInfo(phone_id(person, device), email))


tells(
    uses_old_info, accounts.UseOldSecurityInfo, lambda action: whose(action.phone) | {"email": action.email}
)


@sentence(
    "given",
    "when",
    en="{person} recovers {site:account} with the site's own help on {device}",
    ja="{person}は{device}で{site:account}をサイト自身の手順で回復する",
)
def recovers_at_site(story: Story, person: str, site: str, device: str) -> None:
    story.do(accounts.RecoverAtSite(phone_id(person, device), site))


tells(recovers_at_site, accounts.RecoverAtSite, lambda action: whose(action.phone) | {"site": action.site})
