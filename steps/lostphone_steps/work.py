"""Sentences about work and school accounts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import cast

from lostphone.gherkin.sentence import sentence
from lostphone.history.actions import work
from lostphone.history.actions.base import Action
from lostphone.history.story import Story, Unexpected
from lostphone_steps.kinds import phone_id


@sentence(
    "given",
    en="{person} is {role} of {tenant} with the account {email}",
    ja="{person}は{tenant}の{role}で、アカウントは{email}である",
)
def works_at(story: Story, person: str, role: str, tenant: str, email: str) -> None:
    """The tenant is made when it is first spoken of; its domain is the address's."""
    if tenant not in story.world.tenants.tenants:
        story.do(work.CreateTenant(tenant, f"{tenant.lower()}.com"))
    story.do(
        work.AddWorker(email, person, tenant, administrator=role == "administrator", guest=role == "guest")
    )


@sentence("given", en="{email} can also be confirmed by text message", ja="{email}はSMSでも確認できる")
def has_sms(story: Story, email: str) -> None:
    story.do(work.GiveSms(email))


@sentence(
    "given",
    "when",
    en="{tenant} {enabled:allowance} {method} in {policy:policy_object}",
    ja="{tenant}は{policy:policy_object}で{method}を{enabled:allowance}",
)
def sets_policy(story: Story, tenant: str, enabled: bool, method: str, policy: str) -> None:
    objects = ("authentication-methods", "legacy-mfa", "legacy-sspr") if policy == "all" else (policy,)
    for name in objects:
        story.do(work.SetTenantPolicy(tenant, name, method, enabled))  # type: ignore[arg-type]


@sentence(
    "given",
    en="{tenant} demands a passkey for everything, {exception:passkey_exception}",
    ja="{tenant}は{exception:passkey_exception}すべてにパスキーを要求する",
)
def demands_passkeys(story: Story, tenant: str, exception: bool) -> None:
    story.do(work.RequirePasskeys(tenant, pass_counts=exception))


@sentence(
    "given",
    "when",
    en="{admin:email} issues a {sort:pass_sort} Temporary Access Pass to {email}",
    ja="{admin:email}は{email}に{sort:pass_sort}一時アクセスパスを発行する",
)
def issues_pass(story: Story, admin: str, sort: str, email: str) -> None:
    story.do(work.IssuePass(admin, email, one_time=sort == "one-time"))


_PASS_STEPS: dict[str, Callable[[str, str], Action]] = {
    "sign-in": work.SignInWithPass,
    "register": work.RegisterAfterPass,
    "phone-sign-in": work.PhoneSignIn,
    "scan": work.ScanEnrolmentQr,
    "refresh": work.RefreshRequests,
    "approve": work.ApprovePush,
    "approve-wrongly": partial(work.ApprovePush, number_right=False),
}


@sentence(
    "given",
    "when",
    en="{person} {deed:work_deed} {email} on {device}",
    ja="{person}は{device}で{email}{deed:work_deed}",
)
def work_deed(story: Story, person: str, deed: str, email: str, device: str) -> None:
    """What a person does with a work account on a phone, besides adding it."""
    story.do(_PASS_STEPS[deed](phone_id(person, device), email))


@sentence(
    "given",
    "when",
    en="{admin:email} requires {email} to register again",
    ja="{admin:email}は{email}に登録のやり直しを要求する",
)
def requires_reregister(story: Story, admin: str, email: str) -> None:
    story.do(work.RequireReregister(admin, email))


@sentence(
    "given",
    "when",
    en="a new enrolment QR code is made for {email}",
    ja="{email}の新しい登録用QRコードが作られる",
)
def makes_qr(story: Story, email: str) -> None:
    story.do(work.MakeEnrolmentQr(email))


@sentence(
    "given",
    "when",
    en="{person} signs in to {email} on a computer{manner:manner}",
    ja="{person}は{manner:manner}パソコンで{email}にサインインする",
)
def signs_in_elsewhere(story: Story, person: str, email: str, manner: bool) -> None:
    del person
    story.do(work.WorkSignIn(email, anomalous=manner))


@sentence("then", en="the push goes to {phone}", ja="通知は{phone}に届く")
def push_goes_to(story: Story, phone: str) -> None:
    pushed = cast(tuple[str, ...], story.expect_success().result)
    if phone not in pushed:
        raise Unexpected(f"the push went to {', '.join(pushed) or 'no phone'}")


@sentence("then", en="no push goes to {phone}", ja="通知は{phone}に届かない")
def no_push(story: Story, phone: str) -> None:
    if phone in cast(tuple[str, ...], story.expect_success().result):
        raise Unexpected(f"the push went to {phone}")


@sentence(
    "given",
    "when",
    en="{phone} is removed from the security info of {email}",
    ja="{email}のセキュリティ情報から{phone}が削除される",
)
def removes_registration(story: Story, phone: str, email: str) -> None:
    story.do(work.RemoveRegistration(email, phone))


@sentence("then", en="{email} {urged:urging} to make a passkey", ja="{email}はパスキーの作成を{urged:urging}")
def urged_to_make_passkey(story: Story, email: str, urged: bool) -> None:
    """At a sign-in that was part of the last action."""
    nudged = any(told.target == email for told in story.happened_since_last_action("nudge"))
    if nudged != urged:
        raise Unexpected(f"{email} was {'urged' if nudged else 'not urged'} to make a passkey")
