"""Accounts: opened at sites and services, put into the app, used, taken out."""

from __future__ import annotations

from typing import Literal

from lostphone.stories.actions.base import Action


class OpenSite(Action, frozen=True):
    """A third-party site starts to offer one-time passwords, with these parameters."""

    site: str
    algorithm: Literal["SHA1", "SHA256", "SHA512"] = "SHA1"
    digits: int = 6
    period_s: int = 30
    kind: Literal["totp", "hotp"] = "totp"
    secret_bytes: int = 20
    back_steps: int = 1
    forward_steps: int = 1


class EnrolAtSite(Action, frozen=True):
    """Turn two-step sign-in on at a site and scan its QR code with the phone."""

    phone: str
    site: str
    login: str = ""
    #: Use the published test secret of RFC 6238 for the site's algorithm, so that codes are known.
    rfc_secret: bool = False


class RecoverAtSite(Action, frozen=True):
    """Go through the site's own recovery and enrol the phone anew."""

    phone: str
    site: str


class CreatePersonal(Action, frozen=True):
    """A person gets a personal Microsoft account."""

    email: str
    person: str
    sign_in: Literal["code", "passwordless"] = "code"
    only_authenticator: bool = False


class SignInPersonal(Action, frozen=True):
    """Sign in to a personal Microsoft account on the phone (no row is added); or to a work account."""

    phone: str
    email: str


class SignOutPersonal(Action, frozen=True):
    """Sign out of it again."""

    phone: str
    email: str


class ExpireSessions(Action, frozen=True):
    """Every device has to sign in to that personal account again."""

    email: str


class AddMicrosoft(Action, frozen=True):
    """Add a personal or work account to the app by signing in."""

    phone: str
    email: str
    with_pass: bool = False


class AddWorkAsThirdParty(Action, frozen=True):
    """Add a work account through the third-party flow: a plain one-time password row."""

    phone: str
    email: str


class RemoveFromPhone(Action, frozen=True, tag="remove-account"):
    """Delete a row. `account` is a site's name or an address."""

    phone: str
    account: str


class OpenAuthenticator(Action, frozen=True, tag="open-app"):
    """Take the phone and open the app; a waiting update is installed first."""

    phone: str


class LookAtAccounts(Action, frozen=True, tag="list-accounts"):
    """Look at the list."""

    phone: str


class LookAtCode(Action, frozen=True, tag="show-code"):
    """Look at the code of a row."""

    phone: str
    account: str


class SubmitCode(Action, frozen=True):
    """Sign in where the row belongs, with the code it shows now."""

    phone: str
    account: str
    #: Drop leading zeros, as a careless person or program would.
    without_zeros: bool = False


class MistypeCode(Action, frozen=True):
    """Try to sign in with the code shown, the last digit typed wrong."""

    phone: str
    account: str


class NoteCode(Action, frozen=True):
    """Write down the code of a row, to be typed later."""

    phone: str
    account: str


class SubmitNotedCode(Action, frozen=True):
    """Type the code written down last for that account."""

    person: str
    account: str


class SignInRow(Action, frozen=True):
    """Press "Sign in" on a row that came back as a name only."""

    phone: str
    account: str
    with_pass: bool = False
    earlier_pass: bool = False


class ReplaceSecurityInfo(Action, frozen=True):
    """All proofs are lost and the password is known: replace them, and wait thirty days."""

    email: str


class UseOldSecurityInfo(Action, frozen=True):
    """Approve with the old proof while the replacement waits, which cancels it."""

    phone: str
    email: str
