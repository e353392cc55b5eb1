"""A refusal: the answer "no" with a code from a fixed list, on every floor and over every wire.

Codes are for programs (stories check them, the protocol carries them); messages are for people and
never hold a secret.
"""

from __future__ import annotations

CODES: dict[str, str] = {
    "offline": "no route to the service",
    "timed-out": "the service was asked and did not answer in time",
    "signed-out": "nobody is signed in where somebody has to be",
    "wrong-account": "what was asked for is not stored with that account",
    "wrong-platform": "the backup was made on the other kind of phone",
    "not-personal": "a personal Microsoft account is required",
    "accounts-present": "accounts in the app block a restore",
    "no-backup": "there is no backup to restore",
    "backup-off": "a switch that the backup needs is off",
    "not-found": "there is no such thing",
    "already-exists": "there is such a thing already",
    "needs-sign-in": "the account has to be signed in first",
    "circular": "the proof asked for is on the phone that is gone",
    "wrong-code": "the code is not the one expected",
    "replayed": "the code has been used already",
    "locked-out": "too many wrong tries",
    "expired": "it was valid once and is no longer",
    "blocked-by-policy": "an administrator's policy forbids it",
    "not-allowed": "the platform or the service does not allow it",
    "rooted": "the phone is rooted or jailbroken",
    "unavailable": "the feature is not there at this date, version or platform",
    "provider-off": "the app is not switched on as passkey provider",
    "quota-exceeded": "the cloud storage is full",
    "destroyed": "it was destroyed and cannot be brought back",
    "tampered": "the data fails its integrity check",
    "newer-format": "the data was written by a newer version of the app",
    "bad-input": "the input could not be read",
    "no-such-phone": "the phone is lost, broken, off or has no such app",
    "must-wait": "a waiting time has to pass first",
}


class Refusal(Exception):
    """Somebody said no. `code` is one of CODES; `message` adds what it was about."""

    def __init__(self, code: str, message: str = "") -> None:
        if code not in CODES:
            raise ValueError(f"'{code}' is no refusal code; add it to CODES with its meaning")
        super().__init__(code, message)
        self.code = code
        self.message = message or CODES[code]

    def __str__(self) -> str:
        return f"{self.code}: {self.message}"
