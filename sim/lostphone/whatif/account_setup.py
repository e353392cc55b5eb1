"""How each kind of account gets onto a phone: at a site, by signing in, as a passkey, as a saved password."""

from __future__ import annotations

from typing import Literal

from lostphone.stories.actions import accounts, passkeys, passwords, work
from lostphone.stories.story import Story
from lostphone.whatif.own_account import OwnAccount

OWNER = "you"
ORGANISATION = "work"


def add(story: Story, phone: str, handle: str, account: OwnAccount) -> None:
    """Put it on the phone under its handle."""
    if account.kind == "third-party":
        story.do(
            accounts.OpenSite(
                handle,
                algorithm=account.algorithm.value,
                digits=account.digits,
                period_s=account.period_s,
                kind=account.otp_kind,
                secret_bytes=account.secret_bytes,
            )
        )
        story.do(accounts.EnrolAtSite(phone, handle, login="login"))
    elif account.kind in ("work", "work-code"):
        story.do(work.AddWorker(handle, OWNER, ORGANISATION))
        as_site = account.kind == "work-code"
        story.do(
            accounts.AddWorkAsThirdParty(phone, handle) if as_site else accounts.AddMicrosoft(phone, handle)
        )
        if account.proof == "sms":
            story.do(work.GiveSms(handle))
    elif account.kind == "passkey":
        story.do(passkeys.MakePasskey(phone, handle))
    elif account.kind == "password":
        story.do(passwords.SaveSitePassword(phone, handle))
    else:
        sign_in: Literal["code", "passwordless"] = (
            "passwordless" if account.kind == "passwordless" else "code"
        )
        story.do(
            accounts.CreatePersonal(handle, OWNER, sign_in, only_authenticator=account.proof == "app-only")
        )
        story.do(accounts.AddMicrosoft(phone, handle))
