"""Reads `otpauth://` links as people have them, for one question only: which account is this?

`lostphone.formats.otpauth` is strict, because a client has to make codes of a link. Here no code is made, so
a link that is odd still names an account; `odd` says what was guessed. A link is refused only where it is
damaged: its secret is no Base32, its codes would have an impossible length, or it names nothing.

>>> link = read_link("otpauth://totp/Hyphens:mika?secret=GEZD-GNBV-GY3T-QOJQ&issuer=Hyphens")
>>> link.issuer, link.account, link.secret_bytes, link.odd
('Hyphens', 'mika', 10, ('secret-marks',))
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal, TypeAlias
from urllib.parse import unquote

from lostphone.formats.otp import DEFAULTS, Algorithm, Kind
from lostphone.formats.otpauth import OtpAuth, names_from

_SCHEME = re.compile(r"(?:(?:apple-)?otpauth(?:-migration)?|\bsteam)://", re.IGNORECASE)
#: White space before the last parameter is part of a link that was copied as plain text.
_PARAMETER = re.compile(
    r"[?&](?:amp;)?(?P<name>secret|issuer|algorithm|digits|period|counter)=", re.IGNORECASE
)
#: A secret as people copy it from a page: groups of letters, all small or all capital.
_GROUPS = re.compile(
    "|".join(rf"{letters}(?:\s+{letters}(?![^\s&=]))+=*" for letters in ("[A-Z2-7]{2,8}", "[a-z2-7]{2,8}"))
)
_SPACE = re.compile(r"\s")
_EXPORT = re.compile(r"\S+\?data=[A-Za-z0-9+/=%_ -]+")
#: A whole secret, and a mark or a letter after it that no secret has, not even a damaged one.
_SECRET_AND_MORE = re.compile(
    r"(?P<secret>[A-Z2-7]{16,}=*)(?:[^\x21-\x7e]|[])}>.,;:!(]).*", re.IGNORECASE | re.DOTALL
)
#: A link ends at the mark that it begins after.
_ENDS = {'"': '"', "'": "'", "<": ">", ",": ",", ";": ";", "\t": "\t", "`": "`", "|": "|", "「": "」"}
_NUMBER = re.compile("[0-9]{1,19}")
_ALGORITHMS = {algorithm.value: algorithm for algorithm in Algorithm}
_MOST_DIGITS = 10
_MOST_PERIOD_S = 10**9
_SECRET_MARKS = re.compile(r"[\s+-]")
_BASE32 = re.compile("[A-Z2-7]+")

#: What had to be guessed: keys of `odd` in `reading.toml`.
Odd: TypeAlias = Literal[
    "scheme", "type", "steam", "fragment", "twice", "no-secret", "secret-marks", "secret-length",
    "secret-end", "issuer", "algorithm", "digits", "period", "counter",
]  # fmt: skip
#: Why a link cannot be used: keys of `fault` in `reading.toml`.
LinkFault: TypeAlias = Literal["link-nothing", "link-secret", "link-digits"]


class BadLink(ValueError):
    """A link that cannot be used; `fault` says why, and nothing holds its text."""

    def __init__(self, fault: LinkFault) -> None:
        super().__init__(fault)
        self.fault: LinkFault = fault


@dataclass(frozen=True, slots=True)
class LinkedAccount:
    """One account of a link or an export. The names are foreign text, and no names yet.

    `print_` tells the same link from another one of the same names; it holds the secret and is never shown.
    """

    issuer: str
    account: str
    kind: Kind = "totp"
    algorithm: Algorithm = Algorithm.SHA1
    digits: int = 6
    period_s: int = 30
    secret_bytes: int = 20
    odd: tuple[Odd, ...] = ()
    print_: tuple[object, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class LinkPiece:
    """One link within a line: its place (from 0), its text, and whether words stand before and after it."""

    at: int
    text: str
    remark: bool
    remark_after: bool = False

    @property
    def is_export(self) -> bool:
        return self.text[:20].lower().startswith("otpauth-migration://")


def links_in(line: str) -> Iterator[LinkPiece]:
    """The links of a line; each ends at white space, at the next one, or at the mark it stands in."""
    starts = [found.start() for found in _SCHEME.finditer(line)]
    for start, end in pairwise([*starts, len(line)]):
        before = line[start - 1] if start else ""
        text = line[start:end].strip()
        if closing := _ENDS.get(before):
            text = text.partition(closing)[0]
        remark = start == starts[0] and bool(re.search(r"\w", line[:start].lower().removeprefix("qr-code:")))
        text = text.strip()
        length = _end_of(text)
        yield LinkPiece(start, text[:length], remark, length < len(text))


def _end_of(text: str) -> int:
    """Where the link at the beginning of a text ends: at white space, except within what belongs to the link.

    That is all before its last parameter, and the groups of a secret. An export is Base64, in which a space
    may stand for a plus sign.
    """
    *_, last = (None, *_PARAMETER.finditer(text))
    start = last.end() if last else 0
    if last and last[1].lower() == "secret" and (groups := _GROUPS.match(text, start)):
        start = groups.end()
    if text[:20].lower().startswith("otpauth-migration://") and _EXPORT.fullmatch(text):
        return len(text)
    space = _SPACE.search(text, start)
    return space.start() if space else len(text)


def read_link(text: str) -> LinkedAccount:
    """The account that a link names; BadLink if it is damaged. Linear in the length of the link."""
    odd: list[Odd] = []
    scheme, _, rest = text.partition("://")
    if scheme.lower() == "steam":
        return of_secret("Steam", "", rest, ("steam",))
    if scheme.lower() != "otpauth":
        odd.append("scheme")
    path, _, query = rest.partition("?")
    query, hash_, _ = query.replace("&amp;", "&").partition("#")
    if hash_:
        odd.append("fragment")
    kind, label = _kind(path, odd)
    fields = _fields(query, odd)
    issuer, account, prefix = names_from(unquote(label), fields.get("issuer", ""))
    if not (issuer or account or prefix or fields.get("secret")):
        raise BadLink("link-nothing")
    secret, secret_bytes = _secret(fields.get("secret", ""), odd)
    algorithm = read_algorithm(fields.get("algorithm", ""), odd)
    digits = read_digits(fields.get("digits", ""), odd)
    period = read_period(fields.get("period", ""), odd) if kind == "totp" else DEFAULTS.period_s
    if kind == "hotp" and not _NUMBER.fullmatch(fields.get("counter", "")):
        odd.append("counter")
    print_ = (kind, secret, algorithm, fields.get("digits"), period, fields.get("counter"))
    names = (issuer or prefix, account)
    return LinkedAccount(
        *names, kind, algorithm, digits, period, secret_bytes, tuple(dict.fromkeys(odd)), print_
    )


def of_export(entry: OtpAuth) -> LinkedAccount:
    """An account of a migration export, which was read strictly."""
    secret = entry.secret.reveal()
    return LinkedAccount(
        entry.issuer or entry.prefix,
        entry.account,
        entry.kind,
        entry.algorithm,
        entry.digits,
        entry.period_s,
        len(secret),
        print_=(entry.kind, secret, entry.algorithm, entry.digits, entry.period_s, entry.counter),
    )


def of_secret(issuer: str, account: str, secret: str, extra: tuple[Odd, ...] = ()) -> LinkedAccount:
    """An account whose secret stands alone, as in a column of a table or a member of an export."""
    odd: list[Odd] = list(extra)
    bare, secret_bytes = _secret(secret, odd)
    issuer, account = issuer.strip(), account.strip()
    return LinkedAccount(issuer, account, secret_bytes=secret_bytes, odd=tuple(odd), print_=("totp", bare))


def read_algorithm(text: str, odd: list[Odd]) -> Algorithm:
    """SHA1, SHA-256, HmacSHA512, …; SHA1 and odd if there is no such one."""
    if not text:
        return DEFAULTS.algorithm
    found = _ALGORITHMS.get(text.strip().upper().removeprefix("HMAC").replace("-", "").replace("_", ""))
    if found is None:
        odd.append("algorithm")
    return found or DEFAULTS.algorithm


def read_digits(text: str, odd: list[Odd]) -> int:
    """How many digits a simulated code gets: 6 to 8. BadLink for lengths that no code can have (RFC 4226)."""
    if not text:
        return DEFAULTS.digits
    if not _NUMBER.fullmatch(text.strip()):
        odd.append("digits")
        return DEFAULTS.digits
    digits = int(text)
    if not 1 <= digits <= _MOST_DIGITS:
        raise BadLink("link-digits")
    if not 6 <= digits <= 8:
        if "steam" not in odd:
            odd.append("digits")
        return 6 if digits < 6 else 8
    return digits


def read_period(text: str, odd: list[Odd]) -> int:
    """Seconds; 30 and odd if it is no such number."""
    if not text:
        return DEFAULTS.period_s
    if _NUMBER.fullmatch(text.strip()) and 1 <= int(text) <= _MOST_PERIOD_S:
        return int(text)
    odd.append("period")
    return DEFAULTS.period_s


def _kind(path: str, odd: list[Odd]) -> tuple[Kind, str]:
    """The kind and the label. A kind that the app cannot make counts as a totp, and is said to be odd."""
    kind, slash, label = path.partition("/")
    lowered = kind.lower()
    if lowered in ("totp", "hotp"):
        return ("hotp" if lowered == "hotp" else "totp"), label
    if lowered == "steam":
        odd.append("steam")
        return "totp", label
    odd.append("type")
    return "totp", label if slash else path


def _fields(query: str, odd: list[Odd]) -> dict[str, str]:
    fields: dict[str, str] = {}
    for part in query.split("&"):
        raw_name, equals, raw_value = part.partition("=")
        name = raw_name.strip().lower()
        if name not in ("secret", "issuer", "algorithm", "digits", "period", "counter"):
            continue
        if name == "issuer" and not raw_value:
            odd.append("issuer")
        if name in fields:
            odd.append("twice")
            continue
        fields[name] = unquote(raw_value.replace("+", " ")) if equals else ""
    return fields


def _secret(text: str, odd: list[Odd]) -> tuple[str, int]:
    """The bare letters of a secret, and how many bytes they are; BadLink if they are no Base32."""
    if not text.strip():
        odd.append("no-secret")
        return "", 20
    text = text.strip()
    if more := _SECRET_AND_MORE.fullmatch(text):
        text = more["secret"]
        odd.append("secret-end")
    bare = text.rstrip("=")
    joined = _SECRET_MARKS.sub("", bare).upper()
    if joined != bare.upper():
        odd.append("secret-marks")
    if not joined.isascii() or not _BASE32.fullmatch(joined):
        raise BadLink("link-secret")
    if len(joined) % 8 in (1, 3, 6):
        odd.append("secret-length")
    return joined, max(len(joined) * 5 // 8, 1)
