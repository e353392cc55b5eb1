"""An authenticator in one file, to be replaced by your own, one method at a time.

Lostphone starts this program and asks it for things, one JSON object a line on stdin; the answer to each
goes to stdout. While a question is open, the program may ask back for what a phone would give it: the time,
random bytes, a keychain, a screen. stderr is a log. That is protocol 1, and it needs no package at all.

    lostphone conformance --client "cmd:python3 client.py" --require core
"""

import base64
import hmac
import json
import sys
from urllib.parse import parse_qs, quote, unquote, urlsplit

# A promise that needs more than this is "not applicable". Add "backup" when your app has one.
ABOUT = {"name": "my-authenticator", "version": "0.1", "capabilities": ["accounts", "codes", "counter-codes"]}


class Refusal(Exception):
    """A "no" that the person hears: a code from the protocol's list, and words that hold no secret."""


class App:
    """The app on one phone. It has no clock, no storage and no dice but those of the phone."""

    def __init__(self, device):
        self.device = device

    def add(self, uri=None, **_):
        if uri is None:
            raise Refusal("unavailable", "this app adds accounts by link, not by signing in")
        try:
            account = read_link(uri)
        except ValueError:
            raise Refusal("bad-input", "no codes can be made from this link") from None
        # A known name at a known site is that account's new secret. Without a site nobody can know.
        place = account["issuer"] or self.host("random", count=8)["random"]
        account["id"] = f"{quote(place, safe='')}:{quote(account['name'], safe='')}"
        self.keep(account)
        return {"account": account["id"]}

    def list(self):
        rows = [{field: account[field] for field in ("id", "issuer", "name")} for account in self.accounts()]
        shown = [{"title": row["issuer"], "subtitle": row["name"]} for row in rows]
        self.host("screen", view={"name": "accounts", "title": "Accounts", "rows": shown})
        return {"rows": [{**row, "kind": "third-party"} for row in rows]}

    def code(self, account):
        account = self.account(account)
        if account["type"] == "totp":
            moving = self.host("now")["now_ms"] // 1000 // account["period"]
        else:
            moving = account["counter"]
            self.keep({**account, "counter": moving + 1})  # before it is seen: a crash must not repeat it
        return {"code": one_time_password(account, moving)}

    def remove(self, account):
        self.host("keychain.delete", key=self.account(account)["id"])
        return {}

    # Accounts live in the keychain, secrets and all: a crash or an update of the app costs nothing.

    def accounts(self):
        return [self.account(key) for key in self.host("keychain.list")["names"]]

    def account(self, account_id):
        item = self.host("keychain.get", key=account_id)["value"]
        if item is None:
            raise Refusal("not-found", "the list has no such account")
        return json.loads(base64.b64decode(item))

    def keep(self, account):
        value = base64.b64encode(json.dumps(account).encode()).decode()
        self.host("keychain.put", key=account["id"], value=value, protection="this-device-only")

    def host(self, method, **params):
        """Ask the phone for something, while Lostphone's own question is open."""
        write({"id": "mine", "method": f"host/{method}", "params": {"device": self.device, **params}})
        reply = read()
        if "result" in reply:
            return reply["result"]
        raise Refusal(reply["error"]["data"]["refusal"], reply["error"]["message"])


def one_time_password(account, moving):
    """RFC 4226; and RFC 6238, where what moves is the number of periods since 1970."""
    digest = hmac.digest(base64.b32decode(account["secret"]), moving.to_bytes(8, "big"), account["algorithm"])
    at = digest[-1] & 15
    number = int.from_bytes(digest[at : at + 4], "big") & 0x7FFFFFFF
    return str(number % 10 ** account["digits"]).zfill(account["digits"])


def read_link(uri):
    """The account in an `otpauth://` link. ValueError for what is none, or could mean two things."""
    link = urlsplit(uri)
    asked = {field: value for field, [value] in parse_qs(link.query, errors="strict").items()}
    issuer, name = asked.get("issuer", "").strip(), unquote(link.path.removeprefix("/"), errors="strict")
    if issuer and name.startswith(f"{issuer}:"):
        name = name.removeprefix(f"{issuer}:")
    elif ":" in name:
        before, _, name = name.partition(":")
        issuer = issuer or before.strip()
    secret = asked.get("secret", "").upper().rstrip("=")
    account = {"type": link.netloc, "issuer": issuer, "name": name.strip()}
    account["secret"] = secret + "=" * (-len(secret) % 8)
    account["algorithm"] = asked.get("algorithm", "SHA1").lower()
    usual = {"digits": 6, "period": 30, "counter": 0 if link.netloc == "totp" else "not told"}
    account |= {field: int(asked.get(field, number)) for field, number in usual.items()}
    known = link.netloc in ("totp", "hotp") and account["algorithm"] in ("sha1", "sha256", "sha512")
    sound = 6 <= account["digits"] <= 8 and account["period"] > 0 and account["counter"] in range(2**63)
    if not (link.scheme == "otpauth" and known and sound and base64.b32decode(account["secret"])):
        raise ValueError("this is not how a code is made")
    return account


METHODS = {f"account/{method.__name__}": method for method in (App.add, App.list, App.code, App.remove)}
# All that this app knows lies on the phones, so there is nothing to remember or to forget here.
NOTHING_TO_DO = ("scenario/start", "device/provision", "app/open", "app/update", "scenario/end", "shutdown")


def answer(method, params):
    if method == "initialize":
        return {"result": ABOUT}
    if method in NOTHING_TO_DO:
        return {"result": {}}
    if method not in METHODS:
        return {"error": {"code": -32601, "message": f"there is no {method} here"}}
    try:
        return {"result": METHODS[method](App(params.pop("device")), **params)}
    except Refusal as no:
        code, message = no.args
        return {"error": {"code": 1, "message": message, "data": {"refusal": code}}}


def read():
    return json.loads(sys.stdin.readline() or sys.exit())  # no more input: the run is over


def write(message):
    sys.stdout.write(json.dumps({"jsonrpc": "2.0", **message}) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.stdin.reconfigure(encoding="utf-8")
    while True:
        question = read()
        write({"id": question["id"], **answer(question["method"], question.get("params", {}))})
