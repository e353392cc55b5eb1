"""Sentences about accounts: had, added, removed, signed in to."""

from __future__ import annotations

from lostphone.gherkin.sentence import sentence
from lostphone.history.actions import accounts
from lostphone.history.actions.base import Action
from lostphone.history.story import Story
from lostphone_steps.kinds import phone_id


@sentence(
    "given",
    en="{person} has the {sort:personal_sort} Microsoft account {email}",
    ja="{person}は{sort:personal_sort}Microsoftアカウント{email}を持っている",
)
def personal_account(story: Story, person: str, sort: str, email: str) -> None:
    if sort == "only-authenticator":
        story.do(accounts.CreatePersonal(email, person, only_authenticator=True))
    else:
        story.do(accounts.CreatePersonal(email, person, "passwordless" if sort == "passwordless" else "code"))


@sentence(
    "given",
    en="{site:account} hands out {algorithm} codes of {digits:int} digits every {period:duration}",
    ja="{site:account}は{algorithm}で{digits:int}桁のコードを{period:duration}ごとに出す",
)
def site_parameters(story: Story, site: str, algorithm: str, digits: int, period: int) -> None:
    story.do(
        accounts.OpenSite(site, algorithm=algorithm, digits=digits, period_s=period // 1000)  # type: ignore[arg-type]
    )


@sentence(
    "given",
    en="{site:account} hands out {bits:int}-bit secrets",
    ja="{site:account}は{bits:int}ビットの秘密鍵を渡す",
)
def site_secret(story: Story, site: str, bits: int) -> None:
    story.do(accounts.OpenSite(site, secret_bytes=bits // 8))


@sentence(
    "given", en="{site:account} hands out counted codes", ja="{site:account}はカウンター方式のコードを出す"
)
def site_counts(story: Story, site: str) -> None:
    story.do(accounts.OpenSite(site, kind="hotp"))


@sentence(
    "given",
    en="{site:account} accepts codes up to {steps:int} steps old",
    ja="{site:account}は{steps:int}ステップ前までのコードを受け付ける",
)
def site_window(story: Story, site: str, steps: int) -> None:
    story.do(accounts.OpenSite(site, back_steps=steps))


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
    if account not in story.world.sites:
        story.do(accounts.OpenSite(account))
    return accounts.EnrolAtSite(phone, account, login)


@sentence(
    "given",
    en="{person} adds {site:account} on {device} with the test secret of RFC 6238",
    ja="{person}は{device}に{site:account}をRFC 6238の試験用の秘密鍵で追加する",
)
def adds_test_secret(story: Story, person: str, site: str, device: str) -> None:
    if site not in story.world.sites:
        story.do(accounts.OpenSite(site))
    story.do(accounts.EnrolAtSite(phone_id(person, device), site, rfc_secret=True))


@sentence(
    "given",
    "when",
    en="{person} adds {email} on {device} through the third-party flow",
    ja="{person}は{device}に{email}を他社アカウントの手順で追加する",
)
def adds_as_third_party(story: Story, person: str, email: str, device: str) -> None:
    story.do(accounts.AddWorkAsThirdParty(phone_id(person, device), email))


@sentence(
    "given",
    "when",
    en="{person} removes {account} from {device}",
    ja="{person}は{device}から{account}を削除する",
)
def removes(story: Story, person: str, account: str, device: str) -> None:
    story.do(accounts.RemoveAccount(phone_id(person, device), account))


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


@sentence("given", "when", en="the sign-in to {email} expires", ja="{email}のサインインの期限が切れる")
def session_expires(story: Story, email: str) -> None:
    story.do(accounts.ExpireSessions(email))


@sentence(
    "when",
    "given",
    en="{person} replaces the security info of {email}",
    ja="{person}は{email}のセキュリティ情報を入れ替える",
)
def replaces_security_info(story: Story, person: str, email: str) -> None:
    del person
    story.do(accounts.ReplaceSecurityInfo(email))


@sentence(
    "when",
    "given",
    en="{person} approves with the old security info of {email} on {device}",
    ja="{person}は{device}で{email}の古いセキュリティ情報を使って承認する",
)
def uses_old_info(story: Story, person: str, email: str, device: str) -> None:
    story.do(accounts.UseOldSecurityInfo(phone_id(person, device), email))


@sentence(
    "given",
    "when",
    en="{person} recovers {site:account} with the site's own help on {device}",
    ja="{person}は{device}で{site:account}をサイト自身の手順で回復する",
)
def recovers_at_site(story: Story, person: str, site: str, device: str) -> None:
    story.do(accounts.RecoverAtSite(phone_id(person, device), site))
