"""Sites that take passkeys, checked by the real WebAuthn library.

A relying party here keeps what one keeps in life: public keys, counters, and the challenges it is
waiting on. `fido2` checks the responses; nothing is taken on trust from a client. Passkeys in the app
never leave their phone and are in no backup (facts C15, C16).

Challenges come from the world's own streams and stay out of the trace, as do signatures.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from lostphone.formats.webauthn import plain_json
from lostphone.refusal import Refusal

if TYPE_CHECKING:
    from fido2.server import Fido2Server
    from fido2.webauthn import AttestedCredentialData

    from lostphone.world.devices.device import Device
    from lostphone.world.world import World

R = TypeVar("R")

CHALLENGE_BYTES = 32
USER_HANDLE_BYTES = 32


class PasskeyCredential:
    """A registered passkey: the public half, how often it has signed, and on which device it was made."""

    def __init__(self, data: AttestedCredentialData, counter: int, device_id: str) -> None:
        self.data = data
        self.counter = counter
        self.device_id = device_id

    @property
    def id(self) -> bytes:
        return self.data.credential_id

    @property
    def aaguid(self) -> bytes:
        return bytes(self.data.aaguid)


class PasskeyUser:
    """Somebody at one relying party. States are what `fido2` wants back with the response, used once."""

    def __init__(self, handle: bytes) -> None:
        self.handle = handle
        self.credentials: list[PasskeyCredential] = []
        self.registering: tuple[Mapping[str, Any], str] | None = None
        self.asserting: Mapping[str, Any] | None = None


class RelyingParty:
    """One relying party. `id` is its domain."""

    def __init__(self, rp_id: str, server: Fido2Server) -> None:
        self.id = rp_id
        self.server = server
        self.users: dict[str, PasskeyUser] = {}

    def credentials_of(self, owner: str) -> list[PasskeyCredential]:
        """The passkeys of one person, in order of registering."""
        user = self.users.get(owner)
        return [] if user is None else user.credentials


class RelyingParties:
    """Every relying party of one world. `owner` is whoever has the account there: a name or an address."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._parties: dict[str, RelyingParty] = {}

    def rp(self, rp_id: str) -> RelyingParty:
        """The relying party of that domain, opened now if not before."""
        party = self._parties.get(rp_id)
        if party is None:
            party = self._parties[rp_id] = RelyingParty(rp_id, _server(rp_id))
        return party

    def begin_registration(self, rp_id: str, owner: str, device: Device) -> dict[str, Any]:
        """Creation options (WebAuthn JSON) for a new passkey of `owner`, to be made on `device`."""
        from fido2.webauthn import (
            PublicKeyCredentialUserEntity,
            ResidentKeyRequirement,
            UserVerificationRequirement,
        )

        party = self.rp(rp_id)
        user = party.users.get(owner)
        if user is None:
            handle = self._world.streams.take_bytes(f"passkey/{rp_id}/handles", USER_HANDLE_BYTES)
            user = party.users[owner] = PasskeyUser(handle)
        options, state = party.server.register_begin(
            PublicKeyCredentialUserEntity(id=user.handle, name=owner, display_name=owner),
            [credential.data for credential in user.credentials],
            resident_key_requirement=ResidentKeyRequirement.REQUIRED,
            user_verification=UserVerificationRequirement.REQUIRED,
            challenge=self._challenge(rp_id),
        )
        user.registering = (state, device.id)
        return plain_json(options)

    def complete_registration(
        self, rp_id: str, owner: str, response: Mapping[str, Any], aaguid: bytes | None = None
    ) -> PasskeyCredential:
        """Check the response and keep the public key; Refusal "tampered", "bad-input" or "already-exists".

        With `aaguid` only that model of authenticator is taken, else Refusal "blocked-by-policy".
        """
        party = self.rp(rp_id)
        try:
            credential = self._register(party, owner, response, aaguid)
        except Refusal as refusal:
            self._world.record(rp_id, "register-passkey", owner, refusal.code)
            raise
        self._world.record(rp_id, "register-passkey", owner, device=credential.device_id)
        return credential

    def begin_assertion(self, rp_id: str, owner: str) -> dict[str, Any]:
        """Request options (WebAuthn JSON) for a sign-in of `owner`; "not-found" when no passkey is known."""
        from fido2.webauthn import UserVerificationRequirement

        party = self.rp(rp_id)
        credentials = party.credentials_of(owner)
        if not credentials:
            raise Refusal("not-found", f"{owner} has no passkey at {rp_id}")
        options, state = party.server.authenticate_begin(
            [credential.data for credential in credentials],
            user_verification=UserVerificationRequirement.REQUIRED,
            challenge=self._challenge(rp_id),
        )
        party.users[owner].asserting = state
        return plain_json(options)

    def complete_assertion(self, rp_id: str, owner: str, response: Mapping[str, Any]) -> PasskeyCredential:
        """Sign in with a passkey, and say with which one; "tampered" or "bad-input" when it does not hold."""
        party = self.rp(rp_id)
        try:
            credential = self._assert(party, owner, response)
        except Refusal as refusal:
            self._world.record(rp_id, "use-passkey", owner, refusal.code)
            raise
        self._world.record(rp_id, "use-passkey", owner, device=credential.device_id)
        return credential

    def remove_credential(self, rp_id: str, owner: str, credential_id: bytes) -> None:
        """Delete a passkey from the account: how a lost phone's stops counting."""
        user = self.rp(rp_id).users.get(owner)
        kept = [] if user is None else [entry for entry in user.credentials if entry.id != credential_id]
        if user is None or len(kept) == len(user.credentials):
            raise Refusal("not-found", f"{owner} has no such passkey at {rp_id}")
        user.credentials = kept
        self._world.record(rp_id, "remove-passkey", owner)

    def _register(
        self, party: RelyingParty, owner: str, response: Mapping[str, Any], aaguid: bytes | None
    ) -> PasskeyCredential:
        from fido2.webauthn import RegistrationResponse

        user = party.users.get(owner)
        if user is None or user.registering is None:
            raise Refusal("bad-input", f"{party.id} asked {owner} for no new passkey")
        (state, device_id), user.registering = user.registering, None
        parsed = _read(RegistrationResponse, response)
        made = parsed.response.attestation_object.auth_data.credential_data
        # fido2 leaves it to the caller that the key is of a kind the options offered (COSE label 3: alg).
        offered = [parameters.alg for parameters in party.server.allowed_algorithms]
        if made is None or made.public_key.get(3) not in offered:
            raise Refusal("bad-input", "the response carries no public key of a kind that was offered")
        with _verifying(party.id):
            data = party.server.register_complete(state, parsed)
        if aaguid is not None and bytes(made.aaguid) != aaguid:
            raise Refusal("blocked-by-policy", f"{party.id} takes no passkey of that authenticator")
        for other in party.users.values():
            if any(entry.id == made.credential_id for entry in other.credentials):
                raise Refusal("already-exists", f"{party.id} knows that credential already")
        credential = PasskeyCredential(made, data.counter, device_id)
        user.credentials.append(credential)
        return credential

    def _assert(self, party: RelyingParty, owner: str, response: Mapping[str, Any]) -> PasskeyCredential:
        from fido2.webauthn import AuthenticationResponse

        user = party.users.get(owner)
        if user is None or user.asserting is None:
            raise Refusal("bad-input", f"{party.id} asked {owner} for no passkey")
        state, user.asserting = user.asserting, None
        parsed = _read(AuthenticationResponse, response)
        known = any(entry.id == parsed.raw_id for entry in user.credentials)
        with _verifying(party.id, "tampered" if known else "not-found"):
            used = party.server.authenticate_complete(
                state, [credential.data for credential in user.credentials], parsed
            )
        credential = next(entry for entry in user.credentials if entry.id == used.credential_id)
        counter = parsed.response.authenticator_data.counter
        # WebAuthn 7.2: once either count is not zero it has to grow, or somebody copied the key.
        # fido2 leaves this to the caller, who is the one that stores the count.
        if (counter or credential.counter) and counter <= credential.counter:
            raise Refusal("tampered", f"the passkey's signature count did not grow past {credential.counter}")
        credential.counter = counter
        return credential

    def _challenge(self, rp_id: str) -> bytes:
        return self._world.streams.take_bytes(f"passkey/{rp_id}/challenges", CHALLENGE_BYTES)


@lru_cache(maxsize=256)
def _server(rp_id: str) -> Fido2Server:
    """What checks for that domain. It keeps nothing of anybody, so all worlds can share it."""
    from fido2.server import Fido2Server
    from fido2.webauthn import PublicKeyCredentialRpEntity

    _know_types()
    return Fido2Server(PublicKeyCredentialRpEntity(id=rp_id, name=rp_id), attestation=None)


@cache
def _know_types() -> None:
    """Have fido2 look at each of its types once: it would evaluate all annotations anew for every value,
    and that takes longer than what it is here for.
    """
    from typing import get_type_hints

    from fido2 import utils

    utils.get_type_hints = cache(get_type_hints)  # type: ignore[assignment, attr-defined]


def _read(kind: type[R], response: Mapping[str, Any]) -> R:
    """Parse what a client sent; whatever it is that cannot be read, it is the client's."""
    try:
        parsed: R = kind.from_dict(response)  # type: ignore[attr-defined]
    except Exception as error:  # fido2 promises no particular exception for garbage
        raise Refusal("bad-input", f"this is no WebAuthn response ({type(error).__name__})") from None
    if not isinstance(parsed, kind):  # fido2 reads nothing as nothing
        raise Refusal("bad-input", "this is no WebAuthn response")
    return parsed


@contextmanager
def _verifying(rp_id: str, code: str = "tampered") -> Iterator[None]:
    """Turn what fido2 finds wrong into a refusal; its messages name the check that failed."""
    try:
        yield
    except ValueError as error:
        raise Refusal(code, f"{rp_id} refuses the passkey: {error}") from None
