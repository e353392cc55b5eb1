"""One-time passwords as the app shows them."""

from __future__ import annotations

from lostphone.base.secret import Secret
from lostphone.base.views import Row
from lostphone.client.port import Code
from lostphone.client.reference.account import Account, CodeForm
from lostphone.client.reference.account_list import AccountList, with_counter
from lostphone.formats.otp import OtpParameters, hotp, totp


class Codes(AccountList):
    """Shows the code of one row."""

    def show_code(self, account_id: str) -> Code:
        """The code now, or the next one of a counter; Refusal "needs-sign-in" for a name without one."""
        account = self.account(account_id)
        code = self._code_of(account)
        self.show("code", (Row(account.issuer or account.name, account.name, code),))
        if account.form is not None and account.form.kind == "hotp":
            self._accounts_changed()
        return Code(code)

    def _code_of(self, account: Account) -> str:
        """code.matches-site, code.leading-zeros, autofill.codes-unaffected: the RFC's code, as text (F04)."""
        if not account.ready:
            raise self.refused("needs-sign-in", account=account.label)
        secret = self.secret_of(account)
        if account.form is None or secret is None:
            raise self.refused("unavailable", "no-code", account=account.label)
        parameters = self._parameters_of(account.form)
        if parameters.kind == "hotp":
            return hotp(Secret(secret), self._take_counter(account), parameters)
        if account.kind == "third-party" and not self._follows_settings():
            parameters = OtpParameters()
        return self._timed_code(Secret(secret), parameters)

    def _follows_settings(self) -> bool:
        """code.settings-of-the-site: the real app is reported to make the usual codes at any site (Q20)."""
        return self.policy.holds("code.settings-of-the-site")

    def _parameters_of(self, form: CodeForm) -> OtpParameters:
        """code.algorithms, code.digits, code.period: as the site chose them, not as most sites do (F11)."""
        return form.parameters()

    def _timed_code(self, secret: Secret, parameters: OtpParameters) -> str:
        """code.utc, code.any-year: the phone's instant decides, in integers, whatever the time zone."""
        return totp(secret, self.host.now_ms(), parameters)

    def _take_counter(self, account: Account) -> int:
        """code.counter: the next counter is in storage before the code is on the screen (F01)."""
        assert account.form is not None
        counter = account.form.counter
        self.put(with_counter(account, counter + 1))
        return counter
