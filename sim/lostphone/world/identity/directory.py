"""Tenants and their people by name, and what a tenant's policies let somebody register.

The floor of `entra`: looking up and allowing, before anybody signs in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lostphone.refusal import Refusal
from lostphone.world.identity.policies import LEGACY
from lostphone.world.identity.tenant import Tenant, WorkUser

if TYPE_CHECKING:
    from lostphone.rules import RootPhase
    from lostphone.world.devices.device import Device
    from lostphone.world.world import World

# What a tenant does at a date is the same whichever phone asks; rules are looked up for one platform.
_ANY_PLATFORM = "ios"


class Directory:
    """Every tenant and work account of one world."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.tenants: dict[str, Tenant] = {}
        self.users: dict[str, WorkUser] = {}
        #: Platforms whose attestation service does not answer now (C18): "ios", "android".
        self.attestation_down: set[str] = set()

    def create(self, name: str, domain: str) -> Tenant:
        """A new tenant, with every method enabled."""
        if name in self.tenants:
            raise Refusal("already-exists", f"there is a tenant '{name}' already")
        tenant = self.tenants[name] = Tenant(name, domain)
        return tenant

    def tenant(self, name: str) -> Tenant:
        """The tenant of that name; a refusal names those that exist."""
        try:
            return self.tenants[name]
        except KeyError:
            known = ", ".join(self.tenants) or "none yet"
            raise Refusal("not-found", f"there is no tenant '{name}' (tenants: {known})") from None

    def add_user(
        self,
        tenant_name: str,
        email: str,
        owner: str,
        roles: tuple[str, ...] = (),
        guest: bool = False,
        groups: tuple[str, ...] = (),
        sms: bool = False,
    ) -> WorkUser:
        """A work account of `owner`. `sms` registers text messages to a number that outlives the phone."""
        if email in self.users or email in self._world.personal.accounts:
            raise Refusal("already-exists", f"there is an account '{email}' already")
        user = WorkUser(email, owner, self.tenant(tenant_name), roles, guest, groups)
        user.sms = sms
        self.users[email] = user
        return user

    def user(self, email: str) -> WorkUser:
        """The work account of that address."""
        user = self.users.get(email)
        if user is None:
            raise Refusal("not-found", f"there is no work account '{email}'")
        return user

    def rename_user(self, email: str, new_email: str) -> None:
        """Change the sign-in name of a work account. Its passkeys stay behind under the old one (C34).

        Everything else goes on: registrations, sessions, roles. Refusal "already-exists".
        """
        if new_email in self.users or new_email in self._world.personal.accounts:
            raise Refusal("already-exists", f"there is an account '{new_email}' already")
        user = self.user(email)
        del self.users[email]
        user.email = new_email
        self.users[new_email] = user
        self._world.record(user.tenant.name, "rename", new_email, account=email)

    def tenant_of(self, email: str) -> Tenant:
        """The tenant that a work account belongs to."""
        return self.user(email).tenant

    def set_policy(
        self, tenant_name: str, policy: str, method: str, enabled: bool, excluded: tuple[str, ...] = ()
    ) -> None:
        """Allow or block a method in one of the three policies; `excluded` are people or groups (C03).

        The legacy policies cannot be managed any more from 30 September 2025: Refusal "unavailable" (C02).
        """
        tenant = self.tenant(tenant_name)
        setting = tenant.policies.setting(policy, method)
        if policy in LEGACY and self._legacy_is_over():
            raise Refusal("unavailable", f"methods are no longer managed in the {policy} policy")
        setting.enabled = enabled
        setting.excluded = excluded
        outcome = "enabled" if enabled else "disabled"
        self._world.record(tenant.name, "set-policy", method, policy=policy, state=outcome)

    def contract_provider(self, tenant_name: str) -> None:
        """Have a telecom provider deliver text messages; "unavailable" before 30 October 2026 (C29)."""
        tenant = self.tenant(tenant_name)
        if not self._holds("sms.contracted-provider"):
            raise Refusal("unavailable", "providers of text messages can be contracted from 30 October 2026")
        tenant.contracts_provider = True
        self._world.record(tenant.name, "contract-provider", tenant.name)

    def opt_out(self, tenant_name: str) -> None:
        """Keep passkeys from being enabled for users of text messages; "unavailable" out of season (C30)."""
        tenant = self.tenant(tenant_name)
        if not self._holds("sms.passkey-opt-out"):
            raise Refusal("unavailable", "there is no opting out before August 2026 and after January 2027")
        tenant.opted_out = True
        self._world.record(tenant.name, "opt-out", tenant.name)

    def remove_model(self, tenant_name: str, aaguid: bytes) -> None:
        """Take a model of authenticator off the list of those whose passkeys the tenant takes (C33)."""
        tenant = self.tenant(tenant_name)
        tenant.removed_models.append(aaguid)
        self._world.record(tenant.name, "remove-passkey-model", tenant.name)

    def may_register(self, email: str, method: str) -> bool:
        """Whether this person may register that method now: any policy that counts is enough (C01)."""
        user = self.user(email)
        tenant = user.tenant
        if method == "third-party-otp" and user.administrator and tenant.administrators_may_register_all:
            return True  # the self-service reset policy for administrators says so (C05, S54)
        if method == "passkey" and user.sms and self._passkeys_enabled(tenant):
            return True  # who relies on text messages is enabled for passkeys (C26)
        return tenant.policies.allow(method, email, user.groups, not self._legacy_is_over())

    def root_verdict(self, device: Device) -> RootPhase:
        """What a work account meets on that device now: nothing, a warning, a block or a wipe (A51 to A53).

        Checked anew every time, so a phone that was rooted after enrolling is found at its next use (S57).
        """
        return self._world.policy(device.platform).root_phase() if device.rooted else "none"

    def _check_root(self, device: Device, tenant: Tenant) -> None:
        """Any interactive use of a work account in the app passes here (A53); others never do (A54)."""
        verdict = self.root_verdict(device)
        if verdict == "warn":
            self._world.record(tenant.name, "root-warning", device.id, "warned")
        elif verdict != "none":
            consequence = (
                "its work credentials are removed" if verdict == "wipe" else "work accounts are blocked"
            )
            raise Refusal("rooted", f"{device.id} is rooted or jailbroken: {consequence}")

    def _require_method(self, user: WorkUser, method: str) -> None:
        if not self.may_register(user.email, method):
            raise Refusal("blocked-by-policy", f"{user.tenant.name} does not let {user.email} use {method}")

    def _usable(self, user: WorkUser) -> list[str]:
        """What could confirm the account now: the methods at hand, and text messages while they come."""
        return [method for method in user.usable_methods if method != "sms" or self._sms_comes(user.tenant)]

    def _sms_comes(self, tenant: Tenant) -> bool:
        return tenant.contracts_provider or not self._holds("sms.ends")

    def _passkeys_enabled(self, tenant: Tenant) -> bool:
        """Whether users of text messages may make passkeys whatever the policy says (C26, C30)."""
        opted_out = tenant.opted_out and self._holds("sms.passkey-opt-out")
        return self._holds("sms.passkeys-enabled") and not opted_out

    def _legacy_is_over(self) -> bool:
        return self._holds("entra.legacy-policies-end")

    def _holds(self, rule_id: str) -> bool:
        return self._world.policy(_ANY_PLATFORM).holds(rule_id)
