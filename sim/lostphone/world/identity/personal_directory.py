"""Personal accounts by address, their sessions, and the security info behind them.

The floor of `personal`: making accounts, looking them up, and the thirty days that replaced security info
has to wait (facts A09, A46, S37, S38).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lostphone.base.clock import iso
from lostphone.refusal import Refusal
from lostphone.world.identity.personal_account import PersonalAccount, SignInKind, require_known
from lostphone.world.identity.reach import MICROSOFT, ask
from lostphone.world.identity.security_info import Replacement, SecurityInfoState

if TYPE_CHECKING:
    from lostphone.world.devices.device import Device
    from lostphone.world.world import World

ACTOR = "Microsoft account"


class PersonalDirectory:
    """Every personal account of one world, before anybody signs in."""

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
        require_known(proofs)
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

    def signed_in(self, device_id: str, email: str) -> bool:
        """Whether that device holds a session that is still good; it needs no network to know."""
        account = self.accounts.get(email)
        session = account.sessions.get(device_id) if account is not None else None
        return session is not None and session.valid

    def sessions(self, device_id: str) -> list[str]:
        """The accounts signed in on that device, in order of their making."""
        return [email for email in self.accounts if self.signed_in(device_id, email)]

    # Security info

    def lose_proof(self, email: str, proof: str) -> None:
        """The person can no longer use that proof: a number given up, a password forgotten."""
        account = self.account(email)
        account.proofs = tuple(kept for kept in account.proofs if kept != proof)

    def regain_proof(self, email: str, proof: str) -> None:
        """Undo `lose_proof`."""
        account = self.account(email)
        require_known((proof,))
        account.proofs = (*(kept for kept in account.proofs if kept != proof), proof)

    def replace_security_info(self, email: str, proofs: tuple[str, ...] = ("email",)) -> None:
        """Name new proofs, which takes the password; they count after thirty days (A46, S37)."""
        account = self.account(email)
        require_known(proofs)
        if "password" not in account.proofs:
            raise Refusal("not-allowed", f"replacing the security info of {email} takes its password")
        if account.replacement is not None:
            raise Refusal("already-exists", account.waiting())
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
