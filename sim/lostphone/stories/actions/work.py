"""Work and school accounts: tenants, policies, passes, registrations."""

from __future__ import annotations

from typing import Literal

from lostphone.base.clock import HOUR_MS
from lostphone.stories.actions.base import Action

PolicyObject = Literal["authentication-methods", "legacy-mfa", "legacy-sspr"]
Method = Literal["third-party-otp", "authenticator", "sms", "passkey", "tap"]


class CreateTenant(Action, frozen=True):
    """An organisation with its own Entra tenant and mail domain."""

    tenant: str
    domain: str


class AddWorker(Action, frozen=True):
    """Somebody gets a work account in a tenant."""

    email: str
    person: str
    tenant: str
    administrator: bool = False
    guest: bool = False


class GiveSms(Action, frozen=True):
    """An account, personal or of work, has a phone number for text messages as a further method."""

    email: str


class TakeSms(Action, frozen=True):
    """The number is gone: with the SIM card in the lost phone, or given up."""

    email: str


class ContractProvider(Action, frozen=True):
    """The organisation has a telecom provider deliver its text messages, whatever Microsoft does."""

    tenant: str


class OptOutOfPasskeys(Action, frozen=True):
    """The organisation opts out of having passkeys enabled for its users of text messages."""

    tenant: str


class RemovePasskeyModel(Action, frozen=True):
    """The organisation takes Authenticator on one platform off its list of models for passkeys."""

    tenant: str
    platform: Literal["ios", "android"]


class SetAttestation(Action, frozen=True):
    """Demand attestation of new passkeys, or do without."""

    tenant: str
    demanded: bool


class ChangeSignInName(Action, frozen=True):
    """A work account gets another sign-in name."""

    email: str
    new_email: str


class SetTenantPolicy(Action, frozen=True):
    """Allow or block a method in one of the three policy objects."""

    tenant: str
    policy: PolicyObject
    method: Method
    enabled: bool


class RequirePasskeys(Action, frozen=True):
    """Conditional access demands a passkey for everything; `pass_counts` lets a temporary pass in."""

    tenant: str
    pass_counts: bool = False


class IssuePass(Action, frozen=True):
    """An administrator issues a Temporary Access Pass."""

    admin: str
    email: str
    one_time: bool = False
    lifetime_ms: int = HOUR_MS


class SignInWithPass(Action, frozen=True):
    """Sign in on the phone with the pass, without registering anything yet."""

    phone: str
    email: str


class RegisterAfterPass(Action, frozen=True):
    """Register the app in the session that the pass opened."""

    phone: str
    email: str


class RequireReregister(Action, frozen=True):
    """An administrator makes the user register methods anew."""

    admin: str
    email: str


class MakeEnrolmentQr(Action, frozen=True):
    """The organisation makes a new QR code for enrolling the app."""

    email: str


class ScanEnrolmentQr(Action, frozen=True):
    """Scan the QR code made last for that account (again, perhaps)."""

    phone: str
    email: str


class StartWorkSignIn(Action, frozen=True, tag="work-sign-in"):
    """Start a sign-in somewhere; pushes go to the registered phones."""

    email: str
    anomalous: bool = False


class ApprovePush(Action, frozen=True):
    """Type the number on the phone that got the push."""

    phone: str
    email: str
    number_right: bool = True


class RefreshRequests(Action, frozen=True):
    """Open the app and pull down to look for waiting requests."""

    phone: str
    email: str


class RemoveRegistration(Action, frozen=True):
    """Remove a phone from the account's security info."""

    email: str
    phone: str


class PhoneSignIn(Action, frozen=True):
    """Turn phone sign-in on for a work account on the phone."""

    phone: str
    email: str
