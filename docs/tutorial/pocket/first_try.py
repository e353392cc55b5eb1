import base64
import hmac
import json
import sys
from urllib.parse import parse_qsl, unquote, urlsplit


def host(method, **params):
    call = {"jsonrpc": "2.0", "id": "mine", "method": f"host/{method}", "params": params}
    print(json.dumps(call), flush=True)
    return json.loads(sys.stdin.readline())["result"]


def add(device, uri, **_):
    link = urlsplit(uri)
    value = base64.b64encode(json.dumps(dict(parse_qsl(link.query))).encode()).decode()
    host("keychain.put", device=device, key=link.path, value=value, protection="this-device-only")
    return {"account": link.path}


def rows(device):
    listed = []
    for key in host("keychain.list", device=device)["names"]:
        site, _, login = key.removeprefix("/").partition(":")
        listed.append({"id": key, "issuer": unquote(site), "name": unquote(login), "kind": "third-party"})
    return {"rows": listed}


def code(device, account):
    fields = json.loads(base64.b64decode(host("keychain.get", device=device, key=account)["value"]))
    secret = base64.b32decode(fields["secret"] + "=" * (-len(fields["secret"]) % 8))
    period, digits = int(fields.get("period", 30)), int(fields.get("digits", 6))
    moving = host("now", device=device)["now_ms"] // 1000 // period
    digest = hmac.digest(secret, moving.to_bytes(8, "big"), fields.get("algorithm", "SHA1"))
    number = int.from_bytes(digest[digest[-1] & 15 :][:4], "big") & 0x7FFFFFFF
    return {"code": str(number % 10**digits)}


def answer(method, params):
    if method == "initialize":
        return {"name": "pocket", "version": "1", "capabilities": ["accounts", "codes"]}
    known = {"account/add": add, "account/list": rows, "account/code": code}
    return known[method](**params) if method in known else {}


for line in sys.stdin:
    asked = json.loads(line)
    reply = {"jsonrpc": "2.0", "id": asked["id"], "result": answer(asked["method"], asked["params"])}
    print(json.dumps(reply), flush=True)
