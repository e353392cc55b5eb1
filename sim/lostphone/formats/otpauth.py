"""Reads and writes `otpauth://` links, the text inside an enrolment QR code (F11).

The reader is strict: a link that could mean two codes is refused with what is wrong and what to do, and the
message never holds the secret. It is lenient only where leniency cannot change a code:

- Base32 may be lower case and may carry its padding; spaces and hyphens are refused, with their place.
- Unknown parameters (`image`, `color`, …) are passed over, and so is one that means nothing to the kind:
  `counter` in a totp link, `period` in a hotp link.
- In the query `+` means a space, as most generators write it; in the label it means itself, for addresses
  like `mika+shop@example.com` are real. The writer uses neither.
- Label prefix and `issuer` should be equal, but work accounts (`Contoso:mika@…` from issuer Microsoft) and
  Apple's guidance (a name before the colon, a domain in `issuer`) differ on purpose. Refusing them would
  lose accounts, so `issuer` is the issuer and a differing prefix is kept beside it. Names never enter a
  code (F12).

>>> link = parse_otpauth("otpauth://totp/ACME%20Co:mika@example.com?secret=JBSWY3DPEHPK3PXP&issuer=ACME+Co")
>>> link.issuer, link.account, link.secret.bits
('ACME Co', 'mika@example.com', 80)
>>> link.to_uri()
'otpauth://totp/ACME%20Co:mika@example.com?secret=JBSWY3DPEHPK3PXP&issuer=ACME%20Co'
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import cast
from urllib.parse import quote, unquote

from lostphone.base.secret import Secret
from lostphone.formats.otp import DEFAULTS, LAST_COUNTER, Algorithm, Kind, OtpParameters

_KNOWN = ("secret", "issuer", "algorithm", "digits", "period", "counter")
_ALGORITHMS = {algorithm.value: algorithm for algorithm in Algorithm}
_MOST_PERIOD_S = 10**9


class OtpAuthError(ValueError):
    """A link that cannot be used. `part` names the piece at fault: scheme, type, label, secret, …"""

    def __init__(self, part: str, message: str) -> None:
        super().__init__(message)
        self.part = part


@dataclass(frozen=True, slots=True)
class OtpAuth:
    """One enrolled account, as a link carries it. `counter` counts for a hotp, `period_s` for a totp.

    `prefix` is the text before the label's colon where it differs from `issuer`, else empty. Names are
    trimmed text without control characters; OtpAuthError says which value cannot be written in a link.
    """

    kind: Kind
    issuer: str
    account: str
    secret: Secret
    algorithm: Algorithm = DEFAULTS.algorithm
    digits: int = DEFAULTS.digits
    period_s: int = DEFAULTS.period_s
    counter: int = 0
    prefix: str = ""

    def __post_init__(self) -> None:
        for part, name in (("issuer", self.issuer), ("account", self.account), ("label", self.prefix)):
            _check_name(part, name)
        if not (self.account or self.issuer or self.prefix):
            raise OtpAuthError("label", "the account has no name: give it an issuer or an account name")
        if names_from(self.label, self.issuer) != (self.issuer, self.account, self.prefix):
            raise OtpAuthError("label", "these names would be read back as others: take out the colon")
        if not isinstance(self.secret, Secret):
            raise OtpAuthError("secret", "the secret has to be a Secret")
        if type(self.counter) is not int or not 0 <= self.counter <= LAST_COUNTER:
            raise OtpAuthError("counter", f"the counter is a whole number from 0, not {self.counter!r}")
        if self.kind == "hotp" and self.period_s != DEFAULTS.period_s:
            raise OtpAuthError("period", "a hotp has no period")
        if self.kind == "totp" and self.counter:
            raise OtpAuthError("counter", "a totp has no counter: the time is its counter")
        try:
            _ = self.parameters
        except ValueError as error:
            raise OtpAuthError("parameters", str(error)) from None

    @property
    def parameters(self) -> OtpParameters:
        """What `lostphone.formats.otp` needs besides the secret."""
        return OtpParameters(self.kind, self.algorithm, self.digits, self.period_s)

    @property
    def label(self) -> str:
        """The names as one text, `issuer:account`; the colon is left out where it would mean nothing."""
        before = self.prefix or self.issuer
        return f"{before}:{self.account}" if before else self.account

    def to_uri(self) -> str:
        """The link. It holds the secret in clear. Values at their defaults are left out, as sites do."""
        label = quote(self.label, safe="@:")
        fields = [("secret", self.secret.base32())]
        if self.issuer:
            fields.append(("issuer", self.issuer))
        if self.algorithm is not DEFAULTS.algorithm:
            fields.append(("algorithm", self.algorithm.value))
        if self.digits != DEFAULTS.digits:
            fields.append(("digits", str(self.digits)))
        if self.kind == "hotp":
            fields.append(("counter", str(self.counter)))
        elif self.period_s != DEFAULTS.period_s:
            fields.append(("period", str(self.period_s)))
        query = "&".join(f"{name}={quote(value, safe='')}" for name, value in fields)
        return f"otpauth://{self.kind}/{label}?{query}"


def parse_otpauth(uri: str) -> OtpAuth:
    """Read one link, or raise OtpAuthError; its text never holds the secret, nor the link."""
    kind, raw_label, query = _split(uri)
    fields = _fields(query)
    label = _decoded(raw_label, "label")
    issuer, account, prefix = names_from(label, fields.get("issuer", ""))
    if not label.strip():
        raise OtpAuthError("label", "the link names no account: write issuer:account between type and '?'")
    if not fields.get("secret"):
        raise OtpAuthError("secret", "the link has no secret: the QR code or the copy of it is incomplete")
    if kind == "hotp" and "counter" not in fields:
        raise OtpAuthError("counter", "a hotp link needs counter=…: without it no code can be right")
    seconds = fields.get("period", str(DEFAULTS.period_s))
    return OtpAuth(
        kind,
        issuer,
        account,
        _secret(fields["secret"]),
        _algorithm(fields.get("algorithm", DEFAULTS.algorithm.value)),
        _whole_number("digits", fields.get("digits", str(DEFAULTS.digits)), 6, 8),
        _whole_number("period", seconds, 1, _MOST_PERIOD_S) if kind == "totp" else DEFAULTS.period_s,
        _whole_number("counter", fields["counter"], 0, LAST_COUNTER) if kind == "hotp" else 0,
        prefix,
    )


def names_from(label: str, issuer: str) -> tuple[str, str, str]:
    """(issuer, account, prefix) of a decoded label and the `issuer` beside it, which may be empty.

    The prefix is empty where it says the same as the issuer, up to spaces and the way accents are composed.
    """
    issuer, label = issuer.strip(), label.strip()
    if issuer and label.startswith(issuer + ":"):
        return issuer, label[len(issuer) + 1 :].strip(), ""
    before, colon, account = label.partition(":")
    if not colon:
        return issuer, label, ""
    prefix, account = before.strip(), account.strip()
    if not issuer:
        return prefix, account, ""
    same = unicodedata.normalize("NFC", prefix) == unicodedata.normalize("NFC", issuer)
    return issuer, account, "" if same else prefix


def _split(uri: str) -> tuple[Kind, str, str]:
    """Kind, raw label and raw query. urlsplit is not used: it drops tabs and line ends without a word."""
    if bad := re.search(r"[\x00-\x1f\x7f]", uri):
        place = bad.start() + 1
        raise OtpAuthError("link", f"there is a tab, line end or the like at place {place}: take it out")
    scheme, colon, rest = uri.partition(":")
    if colon and scheme.lower() == "otpauth-migration":
        raise OtpAuthError("scheme", "this is an export of several accounts: read it as a migration link")
    if not colon or scheme.lower() != "otpauth" or not rest.startswith("//"):
        raise OtpAuthError("scheme", "the link does not begin with otpauth://")
    if "#" in rest:
        raise OtpAuthError("link", "a bare '#' cuts the link in two: write it as %23")
    path, _, query = rest[2:].partition("?")
    kind, _, label = path.partition("/")
    if kind.lower() not in ("totp", "hotp"):
        raise OtpAuthError("type", "the type after otpauth:// has to be totp or hotp")
    return cast(Kind, kind.lower()), label, query


def _fields(query: str) -> dict[str, str]:
    """The known parameters, decoded; one given twice is refused."""
    fields: dict[str, str] = {}
    for field in query.split("&"):
        raw_name, equals, raw_value = field.partition("=")
        name = raw_name if raw_name in _KNOWN else ""
        if not name:
            continue
        if name in fields:
            raise OtpAuthError(name, f"{name} is given twice: keep the one that is meant")
        if not equals:
            raise OtpAuthError(name, f"{name} has no value: write {name}=…")
        fields[name] = _decoded(raw_value.replace("+", " "), name)
    return fields


def _decoded(text: str, part: str) -> str:
    if bad := re.search("%(?![0-9A-Fa-f]{2})", text):
        raise OtpAuthError(part, f"the {part} has a '%' without two hex digits at place {bad.start() + 1}")
    try:
        return unquote(text, errors="strict")
    except UnicodeDecodeError:
        pass  # That error carries the bytes, and the bytes may be the secret: raise ours outside of it.
    raise OtpAuthError(part, f"the {part} is not UTF-8 once its %xx are decoded")


def _check_name(part: str, name: str) -> None:
    if any(unicodedata.category(char) in ("Cc", "Cs") for char in name):
        raise OtpAuthError(part, f"the {part} holds a control character or half a surrogate pair")
    if name != name.strip():
        raise OtpAuthError(part, f"the {part} begins or ends with a space: take it out")


def _secret(text: str) -> Secret:
    try:
        return Secret.from_base32(text)
    except ValueError as error:
        raise OtpAuthError("secret", str(error)) from None


def _algorithm(text: str) -> Algorithm:
    # Never shown: in a link with a '&' missing, the secret is part of whatever stands before it.
    if found := _ALGORITHMS.get(text.upper()):
        return found
    raise OtpAuthError("algorithm", f"algorithm has to be one of {', '.join(Algorithm)}, written like that")


def _whole_number(name: str, text: str, least: int, most: int) -> int:
    if re.fullmatch("[0-9]{1,19}", text) and least <= int(text) <= most:
        return int(text)
    shown = f", not {text}" if re.fullmatch("[-+.0-9]{1,4}", text) else ""
    raise OtpAuthError(name, f"{name} has to be a whole number from {least} to {most}{shown}")
