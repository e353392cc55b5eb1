"""An authenticator of third-party codes as a class: it keeps links in the keychain of the phone."""

import pyotp

from lostphone.client import port
from lostphone.refusal import Refusal


class Pocket:
    def __init__(self):
        self.phones = {}

    def initialize(self, hello):
        return port.ClientInfo("pocket", "1", capabilities=("accounts", "codes"))

    def provision(self, device_id, services):
        self.phones[device_id] = services

    def call(self, device_id, intent):
        phone = self.phones[device_id]
        match intent:
            case port.AddAccount(uri=str(uri)):
                otp = self.read(uri)
                key = f"{otp.issuer}:{otp.name}"
                phone.keychain_put(key, uri.encode(), "this-device-only")
                return port.Added(key)
            case port.ListAccounts():
                links = {key: self.read(phone.keychain_get(key).decode()) for key in phone.keychain_list()}
                return port.Accounts(
                    tuple(
                        port.AccountRow(key, otp.issuer, otp.name, "third-party", True)
                        for key, otp in links.items()
                    )
                )
            case port.ShowCode(account=key):
                link = phone.keychain_get(key)
                if link is None:
                    raise Refusal("not-found", "no such account")
                return port.Code(self.read(link.decode()).at(phone.now_ms() // 1000))
            case port.RemoveAccount(account=key):
                phone.keychain_delete(key)
        return port.Done()

    def read(self, uri):
        try:
            return pyotp.parse_uri(uri)
        except ValueError as error:
            raise Refusal("bad-input", str(error)) from None
