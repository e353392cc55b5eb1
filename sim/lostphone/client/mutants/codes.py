"""Mutants that show wrong codes, or lose what a code is made of."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import msgspec

from lostphone.base.clock import instant
from lostphone.base.secret import Secret
from lostphone.client.mutants.mutant import planted
from lostphone.client.reference import AuthenticatorApp
from lostphone.client.reference.account import Account, CodeForm
from lostphone.client.reference.document import BackupEntry
from lostphone.formats.otp import Algorithm, OtpParameters, totp
from lostphone.formats.otpauth import OtpAuth
from lostphone.refusal import Refusal

#: What the clock of the machine says. A real one would go on, and a run would not be repeatable.
_MACHINE_MS = instant(2025, 1, 1)
_KEY_URI = "the Key URI page says of its parameters that some apps ignore them (F11)"


@planted(
    "wall-clock",
    origin="the oldest mistake of all (F01)",
    fault="It reads the clock of the machine it runs on, and not that of the phone.",
    shows="Codes are wrong whenever the phone's time is another, in 2100 above all.",
    about=("code.matches-site", "code.any-year"),
)
class WallClock(AuthenticatorApp):
    def _timed_code(self, secret: Secret, parameters: OtpParameters) -> str:
        return totp(secret, _MACHINE_MS, parameters)


@planted(
    "utc-offset",
    origin="a local time taken for UTC (F01)",
    fault="It counts the seconds of the local time.",
    shows="Codes are wrong in Asia/Tokyo.",
    about=("code.utc",),
)
class UtcOffset(AuthenticatorApp):
    def _timed_code(self, secret: Secret, parameters: OtpParameters) -> str:
        now_ms = self.host.now_ms()
        local = datetime.fromtimestamp(now_ms / 1000, ZoneInfo(self.settings.time_zone))
        return totp(secret, round(local.replace(tzinfo=UTC).timestamp() * 1000), parameters)


@planted(
    "no-padding",
    origin="a code kept as a number (F04, S70)",
    fault="It shows a code as a number.",
    shows="081804 is shown as 81804.",
    about=("code.leading-zeros",),
)
class NoPadding(AuthenticatorApp):
    def _code_of(self, account: Account) -> str:
        return str(int(super()._code_of(account)))


@planted(
    "parameter-loss",
    origin="Google's migration format has no period, Microsoft's none of the three",
    fault="A backup keeps the secret, and forgets algorithm, digits and period.",
    shows="After a restore the code of a SHA-512, 8-digit or 60-second site is wrong.",
    about=("backup.complete", "code.algorithms", "code.digits", "code.period", "restore.third-party-code"),
)
class ParameterLoss(AuthenticatorApp):
    def _third_party(self, entry: BackupEntry) -> tuple[Account, bytes | None] | None:
        form = entry.form and CodeForm(entry.form.kind, counter=entry.form.counter)
        return super()._third_party(msgspec.structs.replace(entry, form=form))


@planted(
    "sha1-only",
    origin=_KEY_URI,
    fault="It makes every code with SHA-1.",
    shows="A site that chose SHA-256 or SHA-512 refuses every code.",
    about=("code.algorithms",),
)
class Sha1Only(AuthenticatorApp):
    def _parameters_of(self, form: CodeForm) -> OtpParameters:
        return msgspec.structs.replace(form, algorithm=Algorithm.SHA1).parameters()


@planted(
    "six-digits-only",
    origin=_KEY_URI,
    fault="It makes every code six digits long.",
    shows="A bank that asks for eight digits gets six.",
    about=("code.digits",),
)
class SixDigitsOnly(AuthenticatorApp):
    def _parameters_of(self, form: CodeForm) -> OtpParameters:
        return msgspec.structs.replace(form, digits=6).parameters()


@planted(
    "half-minute-only",
    origin=_KEY_URI,
    fault="It changes every code after thirty seconds.",
    shows="A site that chose a minute refuses every code.",
    about=("code.period",),
)
class HalfMinuteOnly(AuthenticatorApp):
    def _parameters_of(self, form: CodeForm) -> OtpParameters:
        return msgspec.structs.replace(form, period_s=30).parameters()


@planted(
    "nearest-step",
    origin="rounding where the standard cuts off (F01)",
    fault="From the middle of a step on it shows the code of the next one.",
    shows="In the last milliseconds of a step the next code is on the screen.",
    about=("code.matches-site", "code.period"),
)
class NearestStep(AuthenticatorApp):
    def _timed_code(self, secret: Secret, parameters: OtpParameters) -> str:
        return totp(secret, self.host.now_ms() + parameters.period_s * 500, parameters)


@planted(
    "31-bit-seconds",
    origin="time in a signed 32-bit number (F03)",
    fault="Its seconds begin again in January 2038.",
    shows="From 03:14:08 on 19 January 2038 every code is wrong.",
    about=("code.any-year",),
)
class ThirtyOneBitSeconds(AuthenticatorApp):
    def _timed_code(self, secret: Secret, parameters: OtpParameters) -> str:
        return totp(secret, self.host.now_ms() // 1000 % 2**31 * 1000, parameters)


@planted(
    "hotp-as-totp",
    origin="OTPClient and several others",
    fault="It drops the type of an account, so a counted one follows the clock.",
    shows="The code is not HOTP of the counter.",
    about=("code.counter",),
)
class HotpAsTotp(AuthenticatorApp):
    def _read_link(self, uri: str) -> OtpAuth:
        link = super()._read_link(uri)
        named = link.issuer, link.account, link.secret
        return OtpAuth("totp", *named, link.algorithm, link.digits, link.period_s)


@planted(
    "counter-rolled-back",
    origin="OTPClient and several others",
    fault="A restored counter begins again at nought.",
    shows="After a restore a code is shown that the site has seen.",
    about=("code.counter",),
)
class CounterRolledBack(AuthenticatorApp):
    def _third_party(self, entry: BackupEntry) -> tuple[Account, bytes | None] | None:
        form = entry.form and msgspec.structs.replace(entry.form, counter=0)
        return super()._third_party(msgspec.structs.replace(entry, form=form))


@planted(
    "counter-in-memory",
    origin="a counter that is stored too late (F01)",
    fault="It counts in memory and stores nothing.",
    shows="After the battery died the last code is shown again.",
    about=("code.counter",),
)
class CounterInMemory(AuthenticatorApp):
    def _take_counter(self, account: Account) -> int:
        counted: dict[str, int] = self.__dict__.setdefault("counted", {})
        assert account.form is not None
        counted[account.id] = counted.get(account.id, account.form.counter) + 1
        return counted[account.id] - 1


@planted(
    "short-secret-refused",
    origin="libraries that hold sites to the 128 bits of RFC 4226 (F05, F10)",
    fault="It refuses a secret of fewer than 128 bits.",
    shows="The account of an old site cannot be added.",
    about=("code.short-secret",),
)
class ShortSecretRefused(AuthenticatorApp):
    def _read_link(self, uri: str) -> OtpAuth:
        link = super()._read_link(uri)
        if link.secret.bits < 128:
            raise Refusal("bad-input", f"the secret has {link.secret.bits} bits; 128 are needed")
        return link
