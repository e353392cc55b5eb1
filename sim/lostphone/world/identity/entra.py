"""Entra: what administrators do for people, and sign-ins that wait for an approval on a phone.

The top of the room: `Tenants` adds these two to registering (`enrolment`, `work_passkey`), signing in
(`work_sign_in`) and the directory (`directory`), one file each.

>>> from lostphone.world.world import World
>>> world = World()
>>> _ = world.tenants.create("Contoso", "contoso.com")
>>> _ = world.tenants.add_user("Contoso", "mika@contoso.com", "Mika")
>>> phone = world.add_device("Mika's iPhone", "Mika", "ios")
>>> phone.install_app("6.8.20")
>>> world.tenants.interactive_sign_in(phone, "mika@contoso.com")
>>> world.tenants.register_authenticator(phone, "mika@contoso.com")
>>> world.tenants.start_sign_in("mika@contoso.com").pushed_to
["Mika's iPhone"]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lostphone.base.clock import HOUR_MS
from lostphone.base.secret import Secret
from lostphone.refusal import Refusal
from lostphone.world.identity.push import Challenge, asks_for_number
from lostphone.world.identity.reach import MICROSOFT, ask
from lostphone.world.identity.temporary_pass import TemporaryPass, draw_pass
from lostphone.world.identity.tenant import WorkUser
from lostphone.world.identity.work_passkey import WorkPasskeys

if TYPE_CHECKING:
    from lostphone.world.devices.device import Device

#: Who is left when the only global administrator is locked out (A45, S46).
DATA_PROTECTION = "only Microsoft's Data Protection team can help the sole global administrator"


class Tenants(WorkPasskeys):
    """Every tenant of one world, with its people, methods and sign-ins."""

    # What administrators do

    def issue_tap(
        self,
        admin_email: str,
        user_email: str,
        *,
        one_time: bool = False,
        lifetime_ms: int = HOUR_MS,
        start_ms: int | None = None,
    ) -> Secret:
        """A Temporary Access Pass, shown once; it replaces an earlier one (C06 to C08).

        Refusal "not-allowed" for oneself or without the role, "blocked-by-policy" outside the tenant's
        limits or for somebody the policy leaves out.
        """
        user = self.user(user_email)
        tenant = user.tenant
        self._require_helper(admin_email, user, "issue a Temporary Access Pass for")
        self._require_method(user, "tap")
        tenant.tap_policy.check(lifetime_ms, one_time)
        start_ms = self._world.now_ms if start_ms is None else start_ms
        if start_ms < self._world.now_ms:
            raise Refusal("bad-input", "a Temporary Access Pass cannot start in the past")
        value = draw_pass(self._world.streams, tenant.name, tenant.tap_policy.length)
        self._world.trace.keep_secret(value)
        user.temporary_pass = TemporaryPass(value, start_ms, lifetime_ms, one_time)
        self._world.record(tenant.name, "issue-temporary-pass", user_email, by=admin_email, one_time=one_time)
        return value

    def require_reregister(self, admin_email: str, user_email: str) -> None:
        """Let somebody in with the password alone, once, to register a method anew (A45, S44).

        What was registered stays until it is removed, as people find when pushes go to the old phone (S61).
        """
        user = self.user(user_email)
        self._require_helper(admin_email, user, "require new registration of")
        user.must_register_again = True
        user.sessions.clear()
        self._world.record(user.tenant.name, "require-reregister", user_email, by=admin_email)

    def _require_helper(self, admin_email: str, user: WorkUser, what: str) -> None:
        admin = self.user(admin_email)
        if admin.tenant is not user.tenant or not admin.administrator:
            raise Refusal("not-allowed", f"{admin_email} is no administrator of {user.tenant.name}")
        if admin is not user:
            return
        others = [
            other for other in self.users.values() if other is not admin and other.tenant is admin.tenant
        ]
        alone = admin.global_administrator and not any(other.global_administrator for other in others)
        way_out = DATA_PROTECTION if alone else "another administrator has to"
        raise Refusal("not-allowed", f"nobody can {what} themselves: {way_out}")

    # Sign-ins that wait for an approval

    def start_sign_in(self, email: str, anomalous: bool = False) -> Challenge:
        """Somebody signs in elsewhere: pushes go to every registered phone, lost ones included (S61).

        From August 2023 none goes out for an anomalous sign-in; the app has to ask (C12). "needs-sign-in"
        where no phone is registered.
        """
        user = self.user(email)
        if not user.authenticators:
            raise Refusal("needs-sign-in", f"no phone is registered for {email}")
        number = self._world.streams.named(f"tenant/{user.tenant.name}/numbers").randrange(10, 100)
        held_back = anomalous and self._holds("work.anomalous-no-push")
        pushed_to = () if held_back else tuple(user.authenticators)
        challenge = Challenge(email, str(number), pushed_to, held_back, self._world.now_ms)
        user.challenges = [old for old in user.challenges if old.waits_at(self._world.now_ms)]
        user.challenges.append(challenge)
        self._world.record(user.tenant.name, "push", ", ".join(pushed_to), account=email, anomalous=anomalous)
        return challenge

    def pending(self, email: str) -> list[Challenge]:
        """The app asks for sign-ins that wait, oldest first; this is how anomalous ones show (C12, S60)."""
        waiting = [entry for entry in self.user(email).challenges if entry.waits_at(self._world.now_ms)]
        for challenge in waiting:
            challenge.seen = True
        return waiting

    def approve_push(self, device: Device, email: str, number: str) -> None:
        """Approve the newest sign-in the app knows of, by the number its page shows (C10).

        A wrong number ends that sign-in: Refusal "wrong-code". "unavailable" in an app too old to ask for
        the number, "not-found" where nothing waits (a sign-in that waited too long is simply not there).
        "needs-sign-in" and "rooted" as before.
        """
        user = self.user(email)

        def approve() -> None:
            self._check_root(device, user.tenant)
            self._require_registration(device, user)
            matched = self._holds("work.number-matching")
            app = device.require_app()
            if matched and not asks_for_number(device.platform, app.version):
                raise Refusal("unavailable", f"version {app.version} of the app cannot ask for the number")
            known = [entry for entry in user.challenges if entry.seen and entry.waits_at(self._world.now_ms)]
            if not known:
                raise Refusal("not-found", f"no sign-in of {email} waits for an approval")
            challenge = known[-1]
            challenge.closed = True
            if matched and challenge.number != number:
                raise Refusal("wrong-code", "the number is not the one on the sign-in page")
            challenge.approved = True

        ask(device, MICROSOFT, user.tenant.name, "approve-push", approve, account=email)
