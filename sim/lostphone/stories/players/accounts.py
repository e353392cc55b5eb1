"""Plays what is done with accounts."""

from __future__ import annotations

from typing import cast

from lostphone.client import port
from lostphone.refusal import Refusal
from lostphone.stories.actions import accounts as do
from lostphone.stories.players.phones import take_update
from lostphone.stories.stage import Stage, plays


@plays(do.OpenSite)
def open_site(stage: Stage, action: do.OpenSite) -> None:
    stage.world.sites.open(
        action.site,
        algorithm=action.algorithm,
        digits=action.digits,
        period_s=action.period_s,
        kind=action.kind,
        secret_bytes=action.secret_bytes,
        back_steps=action.back_steps,
        forward_steps=action.forward_steps,
    )


@plays(do.EnrolAtSite)
def enrol_at_site(stage: Stage, action: do.EnrolAtSite) -> port.Result:
    owner = stage.device(action.phone).owner
    login = action.login or None
    uri = stage.world.sites.enrol(action.site, owner, login, rfc_secret=action.rfc_secret)
    return stage.ask(action.phone, port.AddAccount(uri=uri))


@plays(do.RecoverAtSite)
def recover_at_site(stage: Stage, action: do.RecoverAtSite) -> port.Result:
    uri = stage.world.sites.recover_by_site(action.site, stage.device(action.phone).owner)
    return stage.ask(action.phone, port.AddAccount(uri=uri))


@plays(do.CreatePersonal)
def create_personal(stage: Stage, action: do.CreatePersonal) -> None:
    proofs = ("password", "authenticator") if action.only_authenticator else ("password", "email", "phone")
    stage.world.personal.create(action.email, action.person, sign_in=action.sign_in, proofs=proofs)


@plays(do.SignInPersonal)
def sign_in_personal(stage: Stage, action: do.SignInPersonal) -> None:
    if action.email in stage.world.tenants.users:
        stage.world.tenants.interactive_sign_in(stage.device(action.phone), action.email)
    else:
        stage.world.personal.sign_in(stage.device(action.phone), action.email)


@plays(do.SignOutPersonal)
def sign_out_personal(stage: Stage, action: do.SignOutPersonal) -> None:
    if action.email in stage.world.tenants.users:
        stage.world.tenants.sign_out(stage.device(action.phone), action.email)
    else:
        stage.world.personal.sign_out(stage.device(action.phone), action.email)


@plays(do.ExpireSessions)
def expire_sessions(stage: Stage, action: do.ExpireSessions) -> None:
    stage.world.personal.expire_sessions(action.email)


@plays(do.AddMicrosoft)
def add_microsoft(stage: Stage, action: do.AddMicrosoft) -> port.Result:
    return stage.ask(
        action.phone,
        port.AddAccount(identity=action.email, temporary_pass=pass_of(stage, action.email, action.with_pass)),
    )


@plays(do.AddWorkAsThirdParty)
def add_work_as_third_party(stage: Stage, action: do.AddWorkAsThirdParty) -> port.Result:
    uri = stage.world.tenants.enrol_third_party_otp(stage.device(action.phone), action.email)
    return stage.ask(action.phone, port.AddAccount(uri=uri))


@plays(do.RemoveFromPhone)
def remove_account(stage: Stage, action: do.RemoveFromPhone) -> port.Result:
    return stage.ask(action.phone, port.RemoveAccount(stage.row(action.phone, action.account).id))


@plays(do.OpenAuthenticator)
def open_app(stage: Stage, action: do.OpenAuthenticator) -> port.Result:
    stage.device(action.phone).require_app().opened = True
    take_update(stage, action.phone)
    return stage.ask(action.phone, port.OpenApp())


@plays(do.LookAtAccounts)
def list_accounts(stage: Stage, action: do.LookAtAccounts) -> port.Result:
    return stage.ask(action.phone, port.ListAccounts())


@plays(do.LookAtCode)
def show_code(stage: Stage, action: do.LookAtCode) -> port.Result:
    return stage.ask(action.phone, port.ShowCode(stage.row(action.phone, action.account).id))


@plays(do.SubmitCode)
def submit_code(stage: Stage, action: do.SubmitCode) -> None:
    code = shown_code(stage, action.phone, action.account)
    if action.without_zeros:
        code = code.lstrip("0")
    hand_in(stage, stage.device(action.phone).owner, action.account, code)


@plays(do.MistypeCode)
def mistype_code(stage: Stage, action: do.MistypeCode) -> None:
    code = shown_code(stage, action.phone, action.account)
    slipped = str((int(code[-1:] or "0") + 1) % 10)
    hand_in(stage, stage.device(action.phone).owner, action.account, code[:-1] + slipped)


@plays(do.NoteCode)
def note_code(stage: Stage, action: do.NoteCode) -> None:
    stage.notes.codes[action.account] = shown_code(stage, action.phone, action.account)


@plays(do.SubmitNotedCode)
def submit_noted_code(stage: Stage, action: do.SubmitNotedCode) -> None:
    code = stage.notes.codes.get(action.account)
    if code is None:
        raise Refusal("not-found", f"no code was written down for {action.account}")
    hand_in(stage, action.person, action.account, code)


@plays(do.SignInRow)
def sign_in_row(stage: Stage, action: do.SignInRow) -> port.Result:
    row = stage.row(action.phone, action.account)
    typed = pass_of(stage, action.account, action.with_pass, action.earlier_pass)
    return stage.ask(action.phone, port.SignIn(row.id, typed))


@plays(do.ReplaceSecurityInfo)
def replace_security_info(stage: Stage, action: do.ReplaceSecurityInfo) -> None:
    stage.world.personal.replace_security_info(action.email)


@plays(do.UseOldSecurityInfo)
def use_old_security_info(stage: Stage, action: do.UseOldSecurityInfo) -> None:
    stage.world.personal.use_old_info(action.email, stage.device(action.phone))


def shown_code(stage: Stage, phone: str, account: str) -> str:
    """The code a row of the app shows now."""
    answer = stage.ask(phone, port.ShowCode(stage.row(phone, account).id))
    return cast(port.Code, answer).code


def hand_in(stage: Stage, person: str, account: str, code: str) -> None:
    """Type a code where the account belongs: a site, a personal account, or a tenant."""
    world = stage.world
    if account in world.personal.accounts:
        world.personal.check_code(account, code)
    elif account in world.tenants.users:
        world.tenants.check_code(account, code)
    else:
        site, _, login = account.partition(" (")
        world.sites.check(site, person, code, login.rstrip(")") or None)


def pass_of(stage: Stage, email: str, wanted: bool, earlier: bool = False) -> str | None:
    """The Temporary Access Pass the person was given last, or the one before it, if it is to be used."""
    if not (wanted or earlier):
        return None
    issued = (stage.notes.earlier_passes if earlier else stage.notes.passes).get(email)
    if issued is None:
        which = "a second" if earlier else "a"
        raise Refusal("not-found", f"nobody has issued {which} Temporary Access Pass for {email}")
    return issued.reveal().decode()
