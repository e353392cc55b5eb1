"""Signing in with a work account: which proof somebody still has, and the loop when they have none.

The loop is the common one after a restore: completing "sign in" asks for the very app that is being
restored, and only another method or an administrator breaks it (facts A44, C09, S44).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lostphone.refusal import Refusal
from lostphone.world.identity.directory import Directory
from lostphone.world.identity.reach import MICROSOFT, ask
from lostphone.world.identity.tenant import WorkSession, WorkUser

if TYPE_CHECKING:
    from lostphone.world.devices.device import Device


class WorkSignIn(Directory):
    """Interactive sign-ins of work accounts, and the sessions they leave on devices."""

    def interactive_sign_in(
        self, device: Device, email: str, tap: str | None = None, code: str | None = None
    ) -> None:
        """The person signs in in the app with whatever proof they still have.

        `tap` is a Temporary Access Pass as typed; `code` is one read from a third-party app.
        Refuses "circular" when every proof is on a phone that is gone (A44), "blocked-by-policy" when only
        text messages are left after their end (C26), "rooted" from the block phase on (A53).
        """
        user = self.user(email)

        def sign_in() -> None:
            self._check_root(device, user.tenant)
            self._sign_in(device, user, tap, code)

        ask(device, MICROSOFT, user.tenant.name, "sign-in", sign_in, account=email)

    def signed_in(self, device_id: str, email: str) -> bool:
        """Whether a session on that device lets its holder register a method now."""
        user = self.user(email)
        session = user.sessions.get(device_id)
        return session is not None and session.kept and not session.over(self._world.now_ms)

    def sign_out(self, device: Device, email: str) -> None:
        """End the session on that device; ending none is no error."""
        user = self.user(email)
        if user.sessions.pop(device.id, None) is not None:
            self._world.record(device.id, "sign-out", user.tenant.name, account=email)

    def check_code(self, email: str, code: str) -> None:
        """Accept a code of a third-party entry once; Refusal "wrong-code" or "replayed".

        A policy that blocks such entries is about registering; the ones there go on working (S52).
        """
        user = self.user(email)
        try:
            self._check_code(user, code)
        except Refusal as refusal:
            self._world.record(user.tenant.name, "check-code", email, refusal.code)
            raise
        self._world.record(user.tenant.name, "check-code", email)

    def _sign_in(self, device: Device, user: WorkUser, tap: str | None, code: str | None) -> None:
        until_ms = None
        if tap is not None:
            until_ms = self._use_pass(user, tap)
        elif user.tenant.passkey_for_everything:
            self._require_passkey(user)
        elif code is not None:
            self._check_code(user, code)
        else:
            self._require_proof(device, user)
        user.sessions[device.id] = WorkSession(device, until_ms)

    def _require_proof(self, device: Device, user: WorkUser) -> None:
        """Pass with a method at hand, or with the password alone where nothing else is asked for."""
        usable = self._usable(user)
        if usable == ["sms"] and self._holds("sms.nudge") and self.may_register(user.email, "passkey"):
            self._world.record(user.tenant.name, "nudge", user.email, method="passkey")
        if usable or user.must_register_again or not user.registered_methods:
            return
        if user.sms:
            # Somebody who never had more than text messages registers a passkey on the spot.
            if user.registered_methods == ("sms",):
                user.sessions[device.id] = WorkSession(device, passkey_only=True)
            raise Refusal(
                "blocked-by-policy", f"text messages have ended: {user.email} must register a passkey"
            )
        asked = ", ".join(user.registered_methods)
        raise Refusal("circular", f"{user.email} is asked for {asked}, and nothing of that is at hand")

    def _require_passkey(self, user: WorkUser) -> None:
        if "passkey" not in user.usable_methods:
            raise Refusal(
                "circular", f"{user.tenant.name} demands a passkey, even for registering one, of {user.email}"
            )

    def _use_pass(self, user: WorkUser, typed: str) -> int:
        """Sign in with a pass; the last moment at which a method may be registered."""
        tenant = user.tenant
        self._require_method(user, "tap")
        if tenant.passkey_for_everything and not tenant.tap_counts_on_phones:
            raise Refusal("circular", f"{tenant.name} demands a passkey and takes no pass on phones")
        if user.temporary_pass is None:
            raise Refusal("wrong-code", f"no Temporary Access Pass was issued for {user.email}")
        return user.temporary_pass.use(typed, self._world.now_ms)

    def _check_code(self, user: WorkUser, code: str) -> None:
        refusal = Refusal("wrong-code", f"no third-party entry of {user.email} shows that code now")
        for _, verifier in user.otp_tokens:
            try:
                return verifier.check(code, self._world.now_ms)
            except Refusal as caught:
                if caught.code == "replayed":
                    refusal = caught
        raise refusal

    def _require_session(self, device: Device, user: WorkUser, passkey: bool = False) -> WorkSession:
        """The session in which a method may be registered on that device."""
        session = user.sessions.get(device.id)
        if session is None or not session.kept:
            raise Refusal("needs-sign-in", f"{user.email} has to sign in on {device.id} first")
        if session.over(self._world.now_ms):
            raise Refusal(
                "expired", f"the sign-in of {user.email} on {device.id} is too old to register with"
            )
        if session.passkey_only and not passkey:
            raise Refusal("blocked-by-policy", f"{user.email} must register a passkey first")
        return session
