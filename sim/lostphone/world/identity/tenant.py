"""A tenant and the people in it: what an organisation's directory remembers about everybody's methods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lostphone.world.identity.policies import MethodPolicies, TapPolicy
from lostphone.world.identity.push import Challenge
from lostphone.world.identity.registration import PasskeyRegistration, Registration
from lostphone.world.identity.temporary_pass import TemporaryPass
from lostphone.world.identity.verifier import CodeVerifier

if TYPE_CHECKING:
    from lostphone.world.devices.device import Device

GLOBAL_ADMINISTRATOR = "global administrator"


class Tenant:
    """One organisation. The attributes are its administrators' choices."""

    def __init__(self, name: str, domain: str) -> None:
        self.name = name
        self.domain = domain
        self.policies = MethodPolicies()
        self.tap_policy = TapPolicy()
        #: The self-service reset policy for administrators allows them every method by default (C05).
        self.administrators_may_register_all = True
        #: New passkeys have to be vouched for by Apple's or Google's service (C18).
        self.attestation_enforced = True
        #: Conditional Access demands a passkey for everything, registering one included (C20).
        self.passkey_for_everything = False
        #: The documented way out of that loop: a Temporary Access Pass counts on phones (C20).
        self.tap_counts_on_phones = False
        #: Models of authenticator (AAGUIDs) that were taken off the list of allowed ones (C33).
        self.removed_models: list[bytes] = []
        #: A telecom provider of its own delivers text messages after Microsoft's end (C29).
        self.contracts_provider = False
        #: The tenant has opted out of having passkeys enabled for its users of text messages (C30).
        self.opted_out = False
        self.registered_devices: list[str] = []


class WorkSession:
    """A sign-in on one device. `until_ms` is set where it came from a Temporary Access Pass (C07, C08)."""

    def __init__(self, device: Device, until_ms: int | None = None, passkey_only: bool = False) -> None:
        self.until_ms = until_ms
        #: Good for nothing but registering a passkey: where text messages have ended (C26).
        self.passkey_only = passkey_only
        self._device = device
        self._generation = device.generation

    @property
    def kept(self) -> bool:
        return self._device.generation == self._generation

    def over(self, at_ms: int) -> bool:
        """Whether its time has run out; the last millisecond of it still counts."""
        return self.until_ms is not None and at_ms > self.until_ms


class WorkUser:
    """One person in one tenant, with the methods registered for them."""

    def __init__(
        self,
        email: str,
        owner: str,
        tenant: Tenant,
        roles: tuple[str, ...],
        guest: bool,
        groups: tuple[str, ...],
    ) -> None:
        self.email = email
        self.owner = owner
        self.tenant = tenant
        self.roles = tuple(role.casefold() for role in roles)
        self.guest = guest
        self.groups = groups
        self.sms = False
        #: Plain one-time password entries in whatever app (C04), at most five (C14).
        self.otp_tokens: list[tuple[Registration, CodeVerifier]] = []
        #: Phones with a native registration for pushes, in order of registering.
        self.authenticators: dict[str, Registration] = {}
        #: Phones that hold a passkey; it never leaves them (C15).
        self.passkeys: dict[str, PasskeyRegistration] = {}
        #: Phones set up for phone sign-in (C23).
        self.phone_sign_in: dict[str, Registration] = {}
        self.temporary_pass: TemporaryPass | None = None
        self.must_register_again = False
        self.sessions: dict[str, WorkSession] = {}
        self.challenges: list[Challenge] = []

    @property
    def administrator(self) -> bool:
        return any(role.endswith("administrator") for role in self.roles)

    @property
    def global_administrator(self) -> bool:
        return GLOBAL_ADMINISTRATOR in self.roles

    @property
    def registered_methods(self) -> tuple[str, ...]:
        """What the directory counts on, whether or not the person still has it (C09)."""
        registered = {
            "third-party-otp": self.otp_tokens,
            "authenticator": self.authenticators,
            "sms": self.sms,
            "passkey": self.passkeys,
        }
        return tuple(method for method, entries in registered.items() if entries)

    @property
    def usable_methods(self) -> tuple[str, ...]:
        """Of those, what is at hand now, in whose hand ever; "sms" needs no phone in particular."""
        at_hand: dict[str, list[Registration]] = {
            "passkey": [entry for entry in self.passkeys.values() if self._signs_in(entry)],
            "authenticator": list(self.authenticators.values()),
            "third-party-otp": [registration for registration, _ in self.otp_tokens],
        }
        usable = [
            method
            for method, registrations in at_hand.items()
            if any(registration.at_hand for registration in registrations)
        ]
        return (*usable, "sms") if self.sms else tuple(usable)

    def _signs_in(self, passkey: PasskeyRegistration) -> bool:
        """Not with the provider off, under an earlier name (C34), or of a model that was removed (C33)."""
        return (
            passkey.device.passkey_provider
            and passkey.name == self.email
            and passkey.aaguid not in self.tenant.removed_models
        )
