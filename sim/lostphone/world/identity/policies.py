"""Which sign-in methods a tenant lets its people register: three policies, and any of them may say yes.

Until 30 September 2025 two older policies counted beside the present one, so that blocking a method meant
disabling it in all three (facts C01, C02, S52, S53). A block concerns registering: what is registered
already goes on working, since no source says that it is taken away.

>>> policies = MethodPolicies()
>>> policies.setting("authentication-methods", "third-party-otp").enabled = False
>>> policies.allow("third-party-otp", "mika@contoso.com", (), legacy_counts=True)
True
>>> policies.allow("third-party-otp", "mika@contoso.com", (), legacy_counts=False)
False
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

from lostphone.base.clock import DAY_MS, HOUR_MS, MINUTE_MS
from lostphone.refusal import Refusal

Method: TypeAlias = Literal["third-party-otp", "authenticator", "sms", "passkey", "tap"]
PolicyName: TypeAlias = Literal["authentication-methods", "legacy-mfa", "legacy-sspr"]

METHODS: tuple[Method, ...] = ("third-party-otp", "authenticator", "sms", "passkey", "tap")
LEGACY: tuple[PolicyName, ...] = ("legacy-mfa", "legacy-sspr")
POLICIES: tuple[PolicyName, ...] = ("authentication-methods", *LEGACY)
#: Methods that are younger than the legacy policies and unknown to them.
_MODERN: tuple[Method, ...] = ("passkey", "tap")


class MethodSetting:
    """One method in one policy. `excluded` names people or groups for whom it is off all the same (C03)."""

    def __init__(self) -> None:
        self.enabled = True
        self.excluded: tuple[str, ...] = ()

    def allows(self, email: str, groups: Sequence[str]) -> bool:
        return (
            self.enabled and email not in self.excluded and not any(name in self.excluded for name in groups)
        )


class MethodPolicies:
    """The three policies of one tenant. Everything is enabled until an administrator says otherwise."""

    def __init__(self) -> None:
        self._settings: dict[tuple[str, str], MethodSetting] = {
            (policy, method): MethodSetting()
            for policy in POLICIES
            for method in METHODS
            if policy not in LEGACY or method not in _MODERN
        }

    def setting(self, policy: str, method: str) -> MethodSetting:
        """What one policy says of one method; Refusal "bad-input" names what there is."""
        try:
            return self._settings[policy, method]
        except KeyError:
            known = ", ".join(f"{name}/{other}" for name, other in self._settings)
            raise Refusal("bad-input", f"no policy says '{policy}/{method}'; there are {known}") from None

    def allow(self, method: str, email: str, groups: Sequence[str], legacy_counts: bool) -> bool:
        """Whether any policy that counts lets this person register the method (C01)."""
        policies = POLICIES if legacy_counts else POLICIES[:1]
        settings = [self._settings.get((policy, method)) for policy in policies]
        return any(setting is not None and setting.allows(email, groups) for setting in settings)


class TapPolicy:
    """How long and how large a Temporary Access Pass may be in one tenant (C06). Lengths in characters."""

    #: What any tenant is held to.
    SHORTEST_MS = 10 * MINUTE_MS
    LONGEST_MS = 30 * DAY_MS
    SHORTEST_LENGTH = 8
    LONGEST_LENGTH = 48

    def __init__(
        self,
        minimum_ms: int = HOUR_MS,
        maximum_ms: int = 8 * HOUR_MS,
        length: int = 8,
        one_time_only: bool = False,
    ) -> None:
        if not self.SHORTEST_MS <= minimum_ms <= maximum_ms <= self.LONGEST_MS:
            raise Refusal("bad-input", "a Temporary Access Pass lives from 10 minutes to 30 days")
        if not self.SHORTEST_LENGTH <= length <= self.LONGEST_LENGTH:
            raise Refusal("bad-input", "a Temporary Access Pass has 8 to 48 characters")
        self.minimum_ms = minimum_ms
        self.maximum_ms = maximum_ms
        self.length = length
        self.one_time_only = one_time_only

    def check(self, lifetime_ms: int, one_time: bool) -> None:
        """Refuse "blocked-by-policy" what the tenant does not issue."""
        if not self.minimum_ms <= lifetime_ms <= self.maximum_ms:
            allowed = f"{self.minimum_ms // MINUTE_MS} to {self.maximum_ms // MINUTE_MS} minutes"
            raise Refusal("blocked-by-policy", f"this tenant issues passes of {allowed}")
        if self.one_time_only and not one_time:
            raise Refusal("blocked-by-policy", "this tenant issues passes for one use only")
