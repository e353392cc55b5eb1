"""Plays work and school accounts."""

from __future__ import annotations

from lostphone.client import port
from lostphone.formats.webauthn import AUTHENTICATOR_AAGUIDS
from lostphone.refusal import Refusal
from lostphone.stories.actions import work as do
from lostphone.stories.players.accounts import pass_of
from lostphone.stories.stage import Stage, plays
from lostphone.world.identity.push import Challenge
from lostphone.world.identity.tenant import GLOBAL_ADMINISTRATOR


@plays(do.CreateTenant)
def create_tenant(stage: Stage, action: do.CreateTenant) -> None:
    stage.world.tenants.create(action.tenant, action.domain)


@plays(do.AddWorker)
def add_worker(stage: Stage, action: do.AddWorker) -> None:
    roles = (GLOBAL_ADMINISTRATOR,) if action.administrator else ()
    stage.world.tenants.add_user(action.tenant, action.email, action.person, roles=roles, guest=action.guest)


@plays(do.GiveSms)
def give_sms(stage: Stage, action: do.GiveSms) -> None:
    if action.email in stage.world.personal.accounts:
        stage.world.personal.regain_proof(action.email, "phone")
    else:
        stage.world.tenants.user(action.email).sms = True


@plays(do.TakeSms)
def take_sms(stage: Stage, action: do.TakeSms) -> None:
    if action.email in stage.world.personal.accounts:
        stage.world.personal.lose_proof(action.email, "phone")
    else:
        stage.world.tenants.user(action.email).sms = False


@plays(do.ContractProvider)
def contract_provider(stage: Stage, action: do.ContractProvider) -> None:
    stage.world.tenants.contract_provider(action.tenant)


@plays(do.OptOutOfPasskeys)
def opt_out_of_passkeys(stage: Stage, action: do.OptOutOfPasskeys) -> None:
    stage.world.tenants.opt_out(action.tenant)


@plays(do.RemovePasskeyModel)
def remove_passkey_model(stage: Stage, action: do.RemovePasskeyModel) -> None:
    stage.world.tenants.remove_model(action.tenant, AUTHENTICATOR_AAGUIDS[action.platform])


@plays(do.SetAttestation)
def set_attestation(stage: Stage, action: do.SetAttestation) -> None:
    stage.world.tenants.tenant(action.tenant).attestation_enforced = action.demanded


@plays(do.ChangeSignInName)
def change_sign_in_name(stage: Stage, action: do.ChangeSignInName) -> None:
    stage.world.tenants.rename_user(action.email, action.new_email)


@plays(do.SetTenantPolicy)
def set_tenant_policy(stage: Stage, action: do.SetTenantPolicy) -> None:
    stage.world.tenants.set_policy(action.tenant, action.policy, action.method, action.enabled)


@plays(do.RequirePasskeys)
def require_passkeys(stage: Stage, action: do.RequirePasskeys) -> None:
    tenant = stage.world.tenants.tenant(action.tenant)
    tenant.passkey_for_everything = True
    tenant.tap_counts_on_phones = action.pass_counts


@plays(do.IssuePass)
def issue_pass(stage: Stage, action: do.IssuePass) -> None:
    issued = stage.world.tenants.issue_tap(
        action.admin, action.email, one_time=action.one_time, lifetime_ms=action.lifetime_ms
    )
    if action.email in stage.notes.passes:
        stage.notes.earlier_passes[action.email] = stage.notes.passes[action.email]
    stage.notes.passes[action.email] = issued


@plays(do.SignInWithPass)
def sign_in_with_pass(stage: Stage, action: do.SignInWithPass) -> None:
    typed = pass_of(stage, action.email, wanted=True)
    stage.world.tenants.interactive_sign_in(stage.device(action.phone), action.email, typed)


@plays(do.RegisterAfterPass)
def register_after_pass(stage: Stage, action: do.RegisterAfterPass) -> None:
    stage.world.tenants.register_authenticator(stage.device(action.phone), action.email)
    enter_in_app(stage, action.phone, action.email)


@plays(do.RequireReregister)
def require_reregister(stage: Stage, action: do.RequireReregister) -> None:
    stage.world.tenants.require_reregister(action.admin, action.email)


@plays(do.MakeEnrolmentQr)
def make_enrolment_qr(stage: Stage, action: do.MakeEnrolmentQr) -> None:
    stage.notes.enrolment_qr[action.email] = stage.world.tenants.enrolment_qr(action.email)


@plays(do.ScanEnrolmentQr)
def scan_enrolment_qr(stage: Stage, action: do.ScanEnrolmentQr) -> None:
    token = stage.notes.enrolment_qr.get(action.email)
    if token is None:
        raise Refusal("not-found", f"nobody has made an enrolment QR code for {action.email}")
    stage.world.tenants.redeem_qr(stage.device(action.phone), action.email, token)
    enter_in_app(stage, action.phone, action.email)


@plays(do.StartWorkSignIn)
def work_sign_in(stage: Stage, action: do.StartWorkSignIn) -> tuple[str, ...]:
    """The devices a push went to."""
    challenge = stage.world.tenants.start_sign_in(action.email, action.anomalous)
    stage.notes.requests[action.email] = challenge
    return tuple(challenge.pushed_to)


@plays(do.ApprovePush)
def approve_push(stage: Stage, action: do.ApprovePush) -> None:
    request = stage.notes.requests.get(action.email)
    if not isinstance(request, Challenge):
        raise Refusal("not-found", f"nobody is signing in as {action.email}")
    stage.ask(action.phone, port.OpenApp())
    typed = request.number if action.number_right else str(int(request.number) - 1)
    stage.world.tenants.approve_push(stage.device(action.phone), action.email, typed)


@plays(do.RefreshRequests)
def refresh_requests(stage: Stage, action: do.RefreshRequests) -> int:
    """How many requests the app finds waiting."""
    stage.ask(action.phone, port.OpenApp())
    return len(stage.world.tenants.pending(action.email))


@plays(do.RemoveRegistration)
def remove_registration(stage: Stage, action: do.RemoveRegistration) -> None:
    stage.world.tenants.remove_registration(action.email, action.phone)


@plays(do.PhoneSignIn)
def phone_sign_in(stage: Stage, action: do.PhoneSignIn) -> None:
    stage.world.tenants.phone_sign_in(stage.device(action.phone), action.email)


def enter_in_app(stage: Stage, phone: str, email: str) -> None:
    """The phone vouches for the account from now on, so the app lists it: anew, or in its restored row."""
    rows = [row for row in stage.rows(phone) if row.kind == "work" and row.name == email]
    stage.ask(phone, port.SignIn(rows[0].id) if rows else port.AddAccount(identity=email))
