"""What an authenticator does when it makes or uses a passkey: keys, and the two WebAuthn responses.

Options and responses are the JSON forms of WebAuthn level 3 (`…JSON` dictionaries, binary as base64url
text), so that they pass through any protocol as they are. The private key is derived from a seed that
the caller keeps; whoever has no seed has no passkey, which is why a lost phone's cannot come back (C16).

Signatures are random by nature (ECDSA): keep them out of traces.

>>> key = private_key(b"sixteen or more bytes")
>>> key.private_numbers() == private_key(b"sixteen or more bytes").private_numbers()
True
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

#: Which model of authenticator made a passkey, by platform (fact C17).
AUTHENTICATOR_AAGUIDS: dict[str, bytes] = {
    "ios": bytes.fromhex("90a3ccdf635c4729a2489b709135078f"),
    "android": bytes.fromhex("de1e552ddb1d4423a619566b625cdc84"),
}

#: Order of the group of P-256 (FIPS 186-4, D.1.2.3); private keys are 1 to this minus one.
_P256_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


def private_key(seed: bytes) -> EllipticCurvePrivateKey:
    """The P-256 key of a seed of at least 16 bytes: the same seed, the same key."""
    from cryptography.hazmat.primitives.asymmetric import ec

    if len(seed) < 16:
        raise ValueError(f"a seed of {len(seed)} bytes is too short for a key; 16 are the least")
    # 512 bits reduced to 256 leave no measurable bias.
    number = int.from_bytes(hashlib.sha512(b"passkey\x00" + seed).digest(), "big")
    return ec.derive_private_key(number % (_P256_ORDER - 1) + 1, ec.SECP256R1())


def make_credential(
    options: Mapping[str, Any], seed: bytes, credential_id: bytes, aaguid: bytes, origin: str | None = None
) -> dict[str, Any]:
    """The RegistrationResponse to creation options, with attestation "none".

    `origin` is where the person stands; by default the relying party's own site.
    """
    from fido2.cose import ES256
    from fido2.webauthn import (
        Aaguid,
        AttestationObject,
        AttestedCredentialData,
        AuthenticatorAttestationResponse,
        AuthenticatorData,
        CollectedClientData,
        RegistrationResponse,
    )

    asked = options.get("publicKey", options)
    rp_id: str = asked["rp"]["id"]
    public_key = ES256.from_cryptography_key(private_key(seed).public_key())  # type: ignore[no-untyped-call]
    credential = AttestedCredentialData.create(Aaguid(aaguid), credential_id, public_key)
    flags = AuthenticatorData.FLAG.UP | AuthenticatorData.FLAG.UV | AuthenticatorData.FLAG.AT
    data = AuthenticatorData.create(_rp_hash(rp_id), flags, 0, credential)
    response = RegistrationResponse(
        raw_id=credential_id,
        response=AuthenticatorAttestationResponse(
            client_data=CollectedClientData.create(
                CollectedClientData.TYPE.CREATE, asked["challenge"], origin or f"https://{rp_id}"
            ),
            attestation_object=AttestationObject.create("none", data, {}),
        ),
    )
    return plain_json(response)


def make_assertion(
    options: Mapping[str, Any],
    seed: bytes,
    credential_id: bytes,
    counter: int,
    user_handle: bytes | None = None,
    origin: str | None = None,
) -> dict[str, Any]:
    """The AuthenticationResponse to request options; `counter` is how often the key has signed."""
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec
    from fido2.webauthn import (
        AuthenticationResponse,
        AuthenticatorAssertionResponse,
        AuthenticatorData,
        CollectedClientData,
    )

    asked = options.get("publicKey", options)
    rp_id: str = asked["rpId"]
    flags = AuthenticatorData.FLAG.UP | AuthenticatorData.FLAG.UV
    data = AuthenticatorData.create(_rp_hash(rp_id), flags, counter)
    client_data = CollectedClientData.create(
        CollectedClientData.TYPE.GET, asked["challenge"], origin or f"https://{rp_id}"
    )
    signature = private_key(seed).sign(data + client_data.hash, ec.ECDSA(hashes.SHA256()))
    response = AuthenticationResponse(
        raw_id=credential_id,
        response=AuthenticatorAssertionResponse(
            client_data=client_data,
            authenticator_data=data,
            signature=signature,
            user_handle=user_handle,
        ),
    )
    return plain_json(response)


def _rp_hash(rp_id: str) -> bytes:
    return hashlib.sha256(rp_id.encode()).digest()


def plain_json(mapping: Any) -> dict[str, Any]:
    """Plain dictionaries and texts of a WebAuthn object; fido2's own mappings only look like them."""
    plain: dict[str, Any] = json.loads(json.dumps(dict(mapping)))
    return plain
