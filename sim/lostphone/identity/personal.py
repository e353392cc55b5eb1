"""Personal Microsoft accounts: signing in, keys for backups, codes and approvals bound to a phone.

A personal account is what a backup hangs on where there is a recovery account, so whether somebody can
still sign in decides whether the backup opens at all (facts A07, A17, A46, A47).

- A *code* account shows a one-time password. Each device has its own secret; codes of two phones differ
  and both are accepted (A07).
- A *passwordless* account also approves sign-ins with a key that never leaves its phone (A17b).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from lostphone.clock import iso
from lostphone.identity.reach import MICROSOFT, ask
from lostphone.identity.registration import Registration
from lostphone.identity.security_info import Replacement, SecurityInfoState
from lostphone.identity.verifier import CodeVerifier
from lostphone.refusal import Refusal
from lostphone.secret import Secret

if TYPE_CHECKING:
    from lostphone.devices.device import Device
    from lostphone.world.world import World

ACTOR = "Microsoft account"
RECOVERY_KEY_BYTES = 32
CODE_SECRET_BYTES = 20

SignInKind: TypeAlias = Literal["code", "passwordless"]
#: What may prove who somebody is. "authenticator" alone means that nothing but the app does.
PROOFS = ("password", "email", "phone", "authenticator")


class Session:
    """A sign-in on one device. An expired one shows the red dot until somebody signs in again (A09)."""

    def __init__(self, device: Device) -> None:
        self.expired = False
        self._device = device
        self._kept = Registration(device)

    @property
    def valid(self) -> bool:
        """Good until it expires, the device is erased or the app that holds it is removed."""
        return not self.expired and self._kept.kept_by(self._device)


class PersonalAccount:
    """One account: its proofs, and the phones that vouch for it."""

    def __init__(self, email: str, owner: str, sign_in: SignInKind, proofs: tuple[str, ...]) -> None:
        self.email = email
        self.owner = owner
        self.sign_in = sign_in
        self.proofs = proofs
        self.recovery_key: Secret | None = None
        #: One-time password credentials in order of registering; a device may have several.
        self.codes: list[tuple[Registration, CodeVerifier]] = []
        #: Phones registered for push and phone sign-in.
        self.approvers: dict[str, Registration] = {}
        self.sessions: dict[str, Session] = {}
        self.replacement: Replacement | None = None
        self.ever_signed_in = False

    def authenticator_at_hand(self) -> bool:
        """Whether a phone that vouches for the account could be taken out of a pocket now."""
        registrations = [registration for registration, _ in self.codes]
        registrations += self.approvers.values()
        return any(registration.at_hand_of(self.owner) for registration in registrations)

    def approver_at_hand(self) -> bool:
        return any(registration.at_hand_of(self.owner) for registration in self.approvers.values())


class PersonalAccounts:
    """Every personal account of one world."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.accounts: dict[str, PersonalAccount] = {}

    def create(
        self,
        email: str,
        owner: str,
        sign_in: SignInKind = "code",
        proofs: tuple[str, ...] = ("password", "email", "phone"),
    ) -> PersonalAccount:
        """A new account. Proofs of ("password", "authenticator") model the trap of fact A47."""
        if email in self.accounts or email in self._world.tenants.users:
            raise Refusal("already-exists", f"there is an account '{email}' already")
        _known(proofs)
        account = self.accounts[email] = PersonalAccount(email, owner, sign_in, proofs)
        return account

    def account(self, email: str) -> PersonalAccount:
        """The account; "not-personal" for a work address, "not-found" for an unknown one."""
        account = self.accounts.get(email)
        if account is None:
            if email in self._world.tenants.users:
                raise Refusal("not-personal", f"{email} is a work or school account")
            raise Refusal("not-found", f"there is no personal Microsoft account '{email}'")
        self._settle(account)
        return account

    # Signing in and out

    def signed_in(self, device_id: str, email: str) -> bool:
        """Whether that device holds a session that is still good; it needs no network to know."""
        account = self.accounts.get(email)
        session = account.sessions.get(device_id) if account is not None else None
        return session is not None and session.valid

    def sessions(self, device_id: str) -> list[str]:
        """The accounts signed in on that device, in order of their making."""
        return [email for email in self.accounts if self.signed_in(device_id, email)]

    def sign_in(self, device: Device, email: str, code: str | None = None) -> None:
        """The person signs in with whatever proof they still have; `code` is one they can read out.

        Refuses "circular" when the only proof is on a phone that is gone (A47), and "must-wait" while
        replaced security info does not count yet (A46).
        """
        ask(device, MICROSOFT, ACTOR, "sign-in", lambda: self._sign_in(device, email, code), account=email)

    def sign_out(self, device: Device, email: str) -> None:
        """End the session on that device; ending none is no error, and needs no network."""
        if self.account(email).sessions.pop(device.id, None) is not None:
            self._world.record(device.id, "sign-out", ACTOR, account=email)

    def expire_sessions(self, email: str) -> None:
        """Every device has to sign in to this account again (A09)."""
        for session in self.account(email).sessions.values():
            session.expired = True
        self._world.record(ACTOR, "expire-sessions", email)

    # What a session opens

    def recovery_key(self, device: Device, email: str) -> bytes:
        """The 32 bytes by which this account protects its backups, the same every time."""
        return ask(
            device,
            MICROSOFT,
            ACTOR,
            "give-recovery-key",
            lambda: self._recovery_key(device, email),
            account=email,
        ).reveal()

    def register_code(self, device: Device, email: str) -> Secret:
        """A one-time password secret of this device's own (A07), for who is signed in on it."""

        def register() -> Secret:
            self._require_session(device, email)
            return self._new_code(device, email)

        return ask(device, MICROSOFT, ACTOR, "register-code", register, account=email)

    def renew_code(self, device: Device, email: str, proof: bytes) -> Secret:
        """As `register_code`, proven by an older secret that is still valid instead of a session.

        The older one stays valid: it may be in use on another phone (A07, S67).
        """

        def renew() -> Secret:
            account, shown = self.account(email), Secret(proof)
            if not any(verifier.secret == shown for _, verifier in account.codes):
                raise Refusal("wrong-code", f"{device.id} holds no valid credential of {email}")
            return self._new_code(device, email)

        return ask(device, MICROSOFT, ACTOR, "renew-code", renew, account=email)

    def check_code(self, email: str, code: str) -> None:
        """Accept a code of any registered device once; Refusal "wrong-code" or "replayed"."""
        replayed: Refusal | None = None
        for registration, verifier in self.account(email).codes:
            try:
                verifier.check(code, self._world.now_ms)
            except Refusal as caught:
                if caught.code == "replayed":
                    replayed = caught
                continue
            self._world.record(ACTOR, "check-code", email, device=registration.device_id)
            self._use_old_info(email)
            return
        refusal = replayed or Refusal("wrong-code", f"no device of {email} shows that code now")
        self._world.record(ACTOR, "check-code", email, refusal.code)
        raise refusal

    def register_device(self, device: Device, email: str) -> None:
        """Bind a push and phone sign-in key to the device, for who is signed in on it (A08)."""

        def register() -> None:
            self._require_session(device, email)
            account = self.account(email)
            account.approvers[device.id] = Registration(device)
            account.sign_in = "passwordless"

        ask(device, MICROSOFT, ACTOR, "register-device", register, account=email)

    def has_device(self, email: str, device_id: str) -> bool:
        """Whether the account counts on that device for approvals, wherever it may be."""
        return device_id in self.account(email).approvers

    def approve(self, device: Device, email: str) -> None:
        """Approve a sign-in on a registered phone; "needs-sign-in" when its key is not there (any more)."""

        def approve() -> None:
            registration = self.account(email).approvers.get(device.id)
            if registration is None or not registration.kept_by(device):
                raise Refusal("needs-sign-in", f"{device.id} has to sign in to {email} first")
            self._use_old_info(email)

        ask(device, MICROSOFT, ACTOR, "approve", approve, account=email)

    def remove_device(self, email: str, device_id: str) -> None:
        """Stop trusting a device: its codes, approvals and session end."""
        account = self.account(email)
        codes = [entry for entry in account.codes if entry[0].device_id != device_id]
        known = len(codes) < len(account.codes) or device_id in account.approvers
        if not (known or device_id in account.sessions):
            raise Refusal("not-found", f"{email} knows no device '{device_id}'")
        account.codes = codes
        account.approvers.pop(device_id, None)
        account.sessions.pop(device_id, None)
        self._world.record(ACTOR, "remove-device", device_id, account=email)

    # Security info

    def lose_proof(self, email: str, proof: str) -> None:
        """The person can no longer use that proof: a number given up, a password forgotten."""
        account = self.account(email)
        account.proofs = tuple(kept for kept in account.proofs if kept != proof)

    def regain_proof(self, email: str, proof: str) -> None:
        """Undo `lose_proof`."""
        account = self.account(email)
        _known((proof,))
        account.proofs = (*(kept for kept in account.proofs if kept != proof), proof)

    def replace_security_info(self, email: str, proofs: tuple[str, ...] = ("email",)) -> None:
        """Name new proofs, which takes the password; they count after thirty days (A46, S37)."""
        account = self.account(email)
        _known(proofs)
        if "password" not in account.proofs:
            raise Refusal("not-allowed", f"replacing the security info of {email} takes its password")
        if account.replacement is not None:
            raise Refusal("already-exists", _waiting(account.replacement, email))
        account.replacement = Replacement(proofs, self._world.now_ms)
        self._world.record(
            ACTOR, "replace-security-info", email, counts=iso(account.replacement.counts_from_ms)
        )

    def use_old_info(self, email: str, device: Device) -> None:
        """Approve on a phone of before; within the thirty days that calls the replacement off (S38)."""

        def use() -> None:
            account = self.account(email)
            registrations = [entry for entry, _ in account.codes if entry.device_id == device.id]
            registrations += [entry for key, entry in account.approvers.items() if key == device.id]
            if not any(registration.kept_by(device) for registration in registrations):
                raise Refusal("needs-sign-in", f"{device.id} holds no credential of {email}")
            self._use_old_info(email)

        ask(device, MICROSOFT, ACTOR, "use-old-info", use, account=email)

    def security_info_state(self, email: str) -> SecurityInfoState:
        """ "waiting" while a replacement does not count yet, else "settled"."""
        return "settled" if self.account(email).replacement is None else "waiting"

    # Inside

    def _sign_in(self, device: Device, email: str, code: str | None) -> None:
        account = self.account(email)
        proof = self._proof(account, code)
        if proof != "code":  # a checked code has done this already
            self._use_old_info(email)
        account.sessions[device.id] = Session(device)
        account.ever_signed_in = True

    def _proof(self, account: PersonalAccount, code: str | None) -> str:
        """How the person proves who they are now, or the refusal that says why they cannot."""
        if account.sign_in == "passwordless" and account.approver_at_hand():
            return "approval"
        ways: list[str] = [proof for proof in ("email", "phone") if proof in account.proofs]
        if account.authenticator_at_hand():
            ways.append("authenticator")
        if code is not None:
            self.check_code(account.email, code)
            ways.append("code")
        if "password" not in account.proofs:
            # A forgotten password is reset with two other proofs (A46).
            if len(ways) < 2:
                raise Refusal("circular", f"the password of {account.email} takes two other proofs to reset")
        elif not ways and account.ever_signed_in:
            # An account that nothing but the app protects starts out with its password alone.
            if account.replacement is not None:
                raise Refusal("must-wait", _waiting(account.replacement, account.email))
            raise Refusal(
                "circular", f"{account.email} can only be verified by an authenticator that is not at hand"
            )
        return ways[-1] if ways else "password"

    def _require_session(self, device: Device, email: str) -> None:
        self.account(email)
        if not self.signed_in(device.id, email):
            raise Refusal("signed-out", f"{device.id} is not signed in to {email}")

    def _recovery_key(self, device: Device, email: str) -> Secret:
        self._require_session(device, email)
        account = self.account(email)
        if account.recovery_key is None:
            account.recovery_key = self._world.new_secret(
                f"personal/{email}/recovery-key", RECOVERY_KEY_BYTES
            )
        return account.recovery_key

    def _new_code(self, device: Device, email: str) -> Secret:
        secret = self._world.new_secret(f"personal/{email}/codes", CODE_SECRET_BYTES)
        self.account(email).codes.append((Registration(device), CodeVerifier(secret)))
        return secret

    def _use_old_info(self, email: str) -> None:
        account = self.account(email)
        if account.replacement is not None:
            account.replacement = None
            self._world.record(ACTOR, "cancel-replacement", email)

    def _settle(self, account: PersonalAccount) -> None:
        """Let a replacement count that has waited long enough: what vouched before no longer does."""
        replacement = account.replacement
        if replacement is not None and replacement.counts_at(self._world.now_ms):
            account.replacement = None
            account.proofs = ("password", *(proof for proof in replacement.proofs if proof != "password"))
            account.codes.clear()
            account.approvers.clear()
            self._world.record(ACTOR, "security-info-replaced", account.email)


def _known(proofs: tuple[str, ...]) -> None:
    for proof in proofs:
        if proof not in PROOFS:
            raise Refusal("bad-input", f"'{proof}' is no proof; use {', '.join(PROOFS)}")


def _waiting(replacement: Replacement, email: str) -> str:
    return f"the new security info of {email} counts from {iso(replacement.counts_from_ms)}"
