"""Sentences about work and school accounts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, cast

from lostphone.base.clock import HOUR_MS
from lostphone.gherkin.inverse import tells, tells_run
from lostphone.gherkin.sentence import sentence
from lostphone.gherkin.sighting import sighted
from lostphone.stories.actions import work
from lostphone.stories.actions.accounts import AddMicrosoft
from lostphone.stories.actions.base import Action
from lostphone.stories.story import Story, Unexpected
from lostphone_steps.kinds import owner_of, phone_id, whose


@sentence(
    "given",
    "when",
    en="{person} is {role} of {tenant} with the account {email}",
    ja="{person}は{tenant}の{role}で、アカウントは{email}である",
)
def works_at(story: Story, person: str, role: str, tenant: str, email: str) -> None:
    """The tenant is made when it is first spoken of; its domain is the address's."""
    if not story.has_done(work.CreateTenant, tenant=tenant):
        story.do(work.CreateTenant(tenant, f"{tenant.lower()}.com"))
    story.do(
        work.AddWorker(email, person, tenant, administrator=role == "administrator", guest=role == "guest")
    )


def _works(_action: Action, ahead: Sequence[Any]) -> Iterator[Mapping[str, Any]]:
    """The tenant, where it is new, and the person in it."""
    for one in ahead[:2]:
        if isinstance(one, work.AddWorker):
            role = "guest" if one.guest else "administrator" if one.administrator else "employee"
            yield {"person": one.person, "role": role, "tenant": one.tenant, "email": one.email}


tells_run(works_at, (work.CreateTenant, work.AddWorker), _works)


@sentence(
    "given", "when", en="{email} can also be confirmed by text message", ja="{email}はSMSでも確認できる"
)
def has_sms(story: Story, email: str) -> None:
    story.do(work.GiveSms(email))


tells(has_sms, work.GiveSms, lambda action: {"email": action.email})


@sentence(
    "given",
    "when",
    en="{email} can no longer be confirmed by text message",
    ja="{email}はSMSでは確認できなくなる",
)
def has_no_sms(story: Story, email: str) -> None:
    story.do(work.TakeSms(email))


tells(has_no_sms, work.TakeSms, lambda action: {"email": action.email})


@sentence(
    "given",
    "when",
    en="the sign-in name of {email} changes to {new_email:email}",
    ja="{email}のサインイン名が{new_email:email}に変わる",
)
def changes_sign_in_name(story: Story, email: str, new_email: str) -> None:
    story.do(work.ChangeSignInName(email, new_email))


tells(
    changes_sign_in_name,
    work.ChangeSignInName,
    lambda action: {"email": action.email, "new_email": action.new_email},
)


@sentence(
    "given",
    "when",
    en=(
        "{admin:email} issues a {sort:pass_sort} Temporary Access Pass to {email}",
        "{admin:email} issues a {sort:pass_sort} Temporary Access Pass to {email} for {lifetime:duration}",
    ),
    ja=(
        "{admin:email}は{email}に{sort:pass_sort}一時アクセス パスを発行する",
        "{admin:email}は{email}に{lifetime:duration}有効な{sort:pass_sort}一時アクセス パスを発行する",
    ),
)
def issues_pass(story: Story, admin: str, sort: str, email: str, lifetime: int = HOUR_MS) -> None:
    story.do(work.IssuePass(admin, email, one_time=sort == "one-time", lifetime_ms=lifetime))


tells(
    issues_pass,
    work.IssuePass,
    lambda action: {
        "admin": action.admin,
        "sort": "one-time" if action.one_time else "reusable",
        "email": action.email,
        "lifetime": action.lifetime_ms,
    },
)


_PASS_STEPS: dict[str, Callable[[str, str], Action]] = {
    "sign-in": work.SignInWithPass,
    "register": work.RegisterAfterPass,
    "phone-sign-in": work.PhoneSignIn,
    "scan": work.ScanEnrolmentQr,
    "refresh": work.RefreshRequests,
    "approve": work.ApprovePush,
    "approve-wrongly": partial(work.ApprovePush, number_right=False),
    "add": partial(AddMicrosoft, with_pass=True),
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


tells_run(
    work_deed,
    (
        work.SignInWithPass,
        work.RegisterAfterPass,
        work.PhoneSignIn,
        work.ScanEnrolmentQr,
        work.RefreshRequests,
        work.ApprovePush,
        AddMicrosoft,
    ),
    lambda action, _ahead: [
        whose(action.phone) | {"deed": deed, "email": action.email}
        for deed, made in _PASS_STEPS.items()
        if made(action.phone, action.email) == action
    ],
)


@sentence(
    "given",
    "when",
    en="{admin:email} requires {email} to register again",
    ja="{admin:email}は{email}に登録のやり直しを要求する",
)
def requires_reregister(story: Story, admin: str, email: str) -> None:
    story.do(work.RequireReregister(admin, email))


tells(
    requires_reregister, work.RequireReregister, lambda action: {"admin": action.admin, "email": action.email}
)


@sentence(
    "given",
    "when",
    en="a new enrolment QR code is made for {email}",
    ja="{email}の新しい登録用QRコードが作られる",
)
def makes_qr(story: Story, email: str) -> None:
    story.do(work.MakeEnrolmentQr(email))


tells(makes_qr, work.MakeEnrolmentQr, lambda action: {"email": action.email})


@sentence(
    "given",
    "when",
    en="{person} signs in to {email} on a computer{manner:manner}",
    ja="{person}は{manner:manner}パソコンで{email}にサインインする",
)
def signs_in_elsewhere(story: Story, person: str, email: str, manner: bool) -> None:
    del person
    story.do(work.StartWorkSignIn(email, anomalous=manner))


tells(
    signs_in_elsewhere,
    work.StartWorkSignIn,
    lambda action: {"person": owner_of(action.email), "email": action.email, "manner": action.anomalous},
)


@sentence("then", en="the push goes to {phone}", ja="通知は{phone}に届く")
def push_goes_to(story: Story, phone: str) -> None:
    pushed = cast(tuple[str, ...], story.expect_success().result)
    if phone not in pushed:
        raise Unexpected(sighted("push-went-to", phones=pushed) if pushed else sighted("push-went-nowhere"))


@sentence("then", en="no push goes to {phone}", ja="通知は{phone}に届かない")
def no_push(story: Story, phone: str) -> None:
    if phone in cast(tuple[str, ...], story.expect_success().result):
        raise Unexpected(sighted("push-went-to", phones=(phone,)))


@sentence(
    "given",
    "when",
    en="{phone} is removed from the security info of {email}",
    ja="{email}のセキュリティ情報から{phone}が削除される",
)
def removes_registration(story: Story, phone: str, email: str) -> None:
    story.do(work.RemoveRegistration(email, phone))


tells(
    removes_registration,
    work.RemoveRegistration,
    lambda action: {"phone": action.phone, "email": action.email},
)


@sentence("then", en="{email} {urged:urging} to make a passkey", ja="{email}はパスキーの作成を{urged:urging}")
def urged_to_make_passkey(story: Story, email: str, urged: bool) -> None:
    """At a sign-in that was part of the last action."""
    nudged = any(told.target == email for told in story.happened_since_last_action("nudge"))
    if nudged != urged:
        raise Unexpected(sighted("urged" if nudged else "not-urged", account=email))
